import TerminalUI

/// Steps side by side as columns that rise: how a scale is spread, to read from the back of a room.
///
/// Above each stands its share in letters three rows high, under that share and count in ordinary
/// ones where there is room; below it its sign as large, and its label as far as that fits.
struct ColumnChart: Sendable {
  var bars: [BarChart.Bar]

  init(_ bars: [BarChart.Bar]) {
    self.bars = bars
  }

  /// Figures and signs as large, a column of three rows, and a line of labels.
  static let fewestRows = 2 * BigText.rowsOfLine + 4

  /// Rows beyond that make no column easier to read.
  static let mostRows = fewestRows + 10

  /// Two figures in large letters.
  private static let narrowest = 7

  /// Whether each step has room for its figures in that many columns.
  func fits(in columns: Int) -> Bool {
    !bars.isEmpty && columns / bars.count >= Self.narrowest
  }

  /// Draws it into all of a rectangle, or as much as is of use.
  func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    guard fits(in: rect.columns) else { return }
    let width = min(rect.columns / bars.count, 18)
    // The highest is as high as there is room for: what it stands for is written above it.
    let most = max(bars.map(\.share).max() ?? 0, 0.01)
    let spare = rect.rows - Self.fewestRows
    let hasCounts = spare >= 1
    // A label that is read whole is worth more than a column that is higher.
    let wanted = bars.map {
      $0.label.lines(in: width - 1, limit: 3, ellipsis: look.glyphs.ellipsis).count
    }
    let lines = max(1, min(wanted.max() ?? 1, spare))
    for (index, bar) in bars.enumerated() {
      var column = Rect(
        column: rect.column + index * width, row: rect.row, columns: width,
        rows: min(rect.rows, Self.mostRows))
      drawLarge(
        Self.figure(of: bar), look["strong"], on: &canvas, in: column.take(BigText.rowsOfLine))
      if hasCounts {
        drawCount(of: bar, on: &canvas, in: column.take(1).trimmedRight(1), look: look)
      }
      let labels = column.takeBottom(lines)
      let sign = column.takeBottom(BigText.rowsOfLine)
      let role = bar.role ?? .series(index)
      let thick = max(3, width - 2)
      drawColumn(
        bar.share / most, look[role], on: &canvas, in: column.split(left: thick).left, look: look)
      drawLarge(bar.sign, look[role], on: &canvas, in: sign)
      let told = bar.label.lines(in: width - 1, limit: lines, ellipsis: look.glyphs.ellipsis)
      canvas.write(told, in: labels, style: look["text"])
    }
  }

  /// The share without its sign: there is a column for each.
  private static func figure(of bar: BarChart.Bar) -> String {
    bar.percent.isEmpty ? bar.figure : String(bar.percent.prefix { $0 != " " })
  }

  /// `17 % · 2`.
  private func drawCount(
    of bar: BarChart.Bar, on canvas: inout Canvas, in line: Rect, look: Look
  ) {
    guard !bar.percent.isEmpty else { return }
    let both = "\(bar.percent) \(look.glyphs.dot) \(bar.figure)"
    let fits = TextWidth.columns(of: both) <= line.columns
    canvas.write(fits ? both : bar.percent, in: line, style: look["muted"])
  }

  private func drawLarge(_ text: String, _ style: Style, on canvas: inout Canvas, in rect: Rect) {
    guard let large = BigText(text, fitting: rect.size) else {
      canvas.write(text, in: rect.line(1), style: style)
      return
    }
    large.draw(on: &canvas, in: rect, style: style)
  }

  /// In eighths of a cell; something is never drawn as nothing.
  private func drawColumn(
    _ share: Double, _ style: Style, on canvas: inout Canvas, in rect: Rect, look: Look
  ) {
    guard rect.rows > 0 else { return }
    let all = rect.rows * 8
    var eighths = Int(min(1, max(0, share)) * Double(all) + 0.5)
    if share > 0 { eighths = max(1, eighths) }
    for row in 0..<rect.rows {
      let filled = min(8, max(0, eighths - row * 8))
      let isGround = row == 0 && filled == 0
      guard filled > 0 || isGround else { return }
      canvas.write(
        String(repeating: isGround ? Self.eighths[1] : Self.eighths[filled], count: rect.columns),
        at: Point(column: rect.column, row: rect.endRow - 1 - row),
        style: isGround ? look["gauge.track"] : style, clip: rect)
    }
  }

  private static let eighths = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
