extension Canvas {
  /// Writes one line from both ends: the right part always whole, the left one clipped before it.
  public mutating func write(
    _ left: [Span], right: [Span], in rect: Rect, gap: Int = 2, ellipsis: String = "…"
  ) {
    let columns = right.reduce(0) { $0 + $1.columns }
    let taken = columns == 0 ? 0 : min(rect.columns, columns + gap)
    let (start, end) = rect.split(left: rect.columns - taken)
    write(left, in: start, ellipsis: ellipsis)
    write(right, in: end, align: .right, ellipsis: ellipsis)
  }

  /// Draws a hairline through the first row of a rectangle.
  public mutating func drawHairline(in rect: Rect, look: Look) {
    let line = rect.line(0).intersection(bounds)
    guard !line.isEmpty else { return }
    fill(line, with: Cell(look.glyphs.hairline, style: look["line"]))
  }

  /// Draws a hairline down the first column of a rectangle.
  public mutating func drawDivider(in rect: Rect, look: Look) {
    let line = rect.split(left: 1).left.intersection(bounds)
    guard !line.isEmpty else { return }
    fill(line, with: Cell(look.glyphs.vertical, style: look["line"]))
  }
}

extension Key {
  /// The label in characters that the terminal can show.
  public func label(on look: Look) -> String {
    guard look.capabilities.isASCII else { return label }
    var key = self
    key.symbol = .enter
    let held = String(key.label.dropLast(Key.enter.label.count))
    return switch symbol {
    case .up: held + "Up"
    case .down: held + "Down"
    case .left: held + "Left"
    case .right: held + "Right"
    default: label
    }
  }
}
