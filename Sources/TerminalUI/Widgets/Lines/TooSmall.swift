/// What is shown in place of a screen that has too little room: what there is, and what it needs.
public struct TooSmall: Hashable, Sendable {
  /// What would be shown: `the console`.
  public var what: String
  public var needed: Size

  public init(_ what: String, needs needed: Size) {
    self.what = what
    self.needed = needed
  }

  /// Whether a screen of that size is too small.
  public func applies(to size: Size) -> Bool {
    size.columns < needed.columns || size.rows < needed.rows
  }

  public func sentence(for size: Size) -> String {
    "This terminal is \(size.columns)x\(size.rows); \(what) needs "
      + "\(needed.columns)x\(needed.rows)"
  }

  /// Draws the sentence in the middle of the canvas, as much of it as fits.
  public func draw(on canvas: inout Canvas, look: Look) {
    let area = canvas.bounds
    canvas.fill(area, style: look["text"])
    guard !area.isEmpty else { return }
    let sentence = sentence(for: canvas.size)
    var lines = sentence.wrapped(to: area.columns)
    if lines.count > area.rows {
      // The two sizes are what matters.
      let short = "\(canvas.size.columns)x\(canvas.size.rows)<\(needed.columns)x\(needed.rows)"
      lines = short.wrapped(to: area.columns)
    }
    let top = max(0, (area.rows - lines.count) / 2)
    for (index, line) in lines.prefix(area.rows).enumerated() {
      canvas.write(
        String(line), in: area.line(top + index), style: look["strong"], align: .center,
        ellipsis: look.glyphs.ellipsis)
    }
    canvas.focus(area.line(top))
  }
}
