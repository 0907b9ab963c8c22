/// How much of an allowance is used, as a bar that turns amber, then red.
///
/// The colour alone says nothing: put the figure or a word beside it.
public struct Gauge: Hashable, Sendable {
  /// How bad it is.
  public enum Level: Hashable, Sendable {
    case calm, warning, over
  }

  /// 0 is nothing, 1 is all of it; more is drawn as all.
  public var fraction: Double
  public var warnsFrom: Double
  public var isOverFrom: Double

  public init(_ fraction: Double, warnsFrom: Double = 0.8, isOverFrom: Double = 1) {
    self.fraction = fraction
    self.warnsFrom = warnsFrom
    self.isOverFrom = isOverFrom
  }

  public var level: Level {
    fraction >= isOverFrom ? .over : fraction >= warnsFrom ? .warning : .calm
  }

  /// Draws it through every row of a rectangle.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let role: Role =
      switch level {
      case .calm: "gauge"
      case .warning: "gauge.warn"
      case .over: "gauge.over"
      }
    canvas.drawBar(fraction, in: rect, style: look[role], look: look)
  }
}

extension Canvas {
  /// Draws a bar in eighths of a cell with a quiet track behind; the same in every row.
  ///
  /// Something is never drawn as nothing, and less than all never as all.
  public mutating func drawBar(_ fraction: Double, in rect: Rect, style: Style, look: Look) {
    guard !rect.isEmpty else { return }
    let isASCII = look.capabilities.isASCII
    let steps = isASCII ? 1 : 8
    let all = rect.columns * steps
    let fraction = fraction.isNaN ? 0 : min(1, max(0, fraction))
    var filled = Int(fraction * Double(all) + 0.5)
    if fraction > 0 { filled = max(1, filled) }
    if fraction < 1 { filled = min(all - 1, filled) }
    let full = filled / steps
    let bar = String(repeating: look.glyphs.bar(eighths: 8), count: full)
    let part = filled % steps == 0 ? "" : look.glyphs.bar(eighths: filled % steps)
    let rest = rect.columns - full - (part.isEmpty ? 0 : 1)
    let track = String(repeating: look.glyphs.track, count: rest)
    for row in rect.row..<rect.endRow {
      let start = Point(column: rect.column, row: row)
      let used = write(bar + part, at: start, style: style, clip: rect)
      write(
        track, at: Point(column: rect.column + used, row: row), style: look["gauge.track"],
        clip: rect)
    }
  }
}
