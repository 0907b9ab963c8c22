import SessionModel
import TerminalUI

/// Answers in people's own words, each with how many stand behind it.
struct AnswersFigure {
  private let figure: TallyFigure

  init(_ figure: TallyFigure) {
    self.figure = figure
  }

  private var rows: [Tally.Row] { figure.tally.rows }

  private var figureColumns: Int { (rows.map { TextWidth.columns(of: $0.figure) }.max() ?? 1) + 2 }

  private func lines(of row: Tally.Row, in columns: Int) -> [String] {
    row.label.lines(
      in: max(1, columns - figureColumns), limit: figure.isLarge ? 3 : 2,
      ellipsis: figure.glyphs.ellipsis)
  }

  private var gap: Int { figure.isLarge ? 1 : 0 }

  func rows(in columns: Int) -> Int {
    rows.reduce(0) { $0 + lines(of: $1, in: columns).count + gap }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var rest = rect
    for (index, row) in rows.enumerated() {
      let lines = lines(of: row, in: rect.columns)
      let isLast = index == rows.count - 1
      guard rest.rows >= lines.count + (isLast ? 0 : 1) else {
        canvas.write(
          "and \(rows.count - index) more", in: rest.take(1), style: figure.style("muted"),
          ellipsis: figure.glyphs.ellipsis)
        return
      }
      let (count, text) = rest.take(lines.count).split(left: figureColumns)
      canvas.write(
        row.figure, in: count.line(0).split(left: figureColumns - 2).left,
        style: figure.style("accent"), align: .right)
      canvas.write(lines, in: text, style: figure.style(figure.isLarge ? "strong" : "text"))
      _ = rest.take(gap)
    }
  }
}
