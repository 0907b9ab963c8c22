import SessionModel
import TerminalUI

/// Statements under the headings of views, each with how many agree, pass and disagree.
struct StatementsFigure {
  private let views: [Tally.StatementView]
  private let figure: TallyFigure

  init(_ views: [Tally.StatementView], _ figure: TallyFigure) {
    self.views = views
    self.figure = figure
  }

  private var glyphs: Glyphs { figure.glyphs }

  private func lines(of statement: Tally.StatementView.Statement, in columns: Int) -> [String] {
    statement.text.lines(
      in: max(1, columns - 4), limit: figure.isLarge ? 2 : 1, ellipsis: glyphs.ellipsis)
  }

  private func rows(
    of statement: Tally.StatementView.Statement, in columns: Int
  ) -> Int {
    lines(of: statement, in: columns).count + 1
      + (figure.isLarge && !statement.groups.isEmpty ? 1 : 0)
  }

  func rows(in columns: Int) -> Int {
    views.reduce(0) { sum, view in
      view.statements.isEmpty
        ? sum : view.statements.reduce(sum + 1) { $0 + rows(of: $1, in: columns) }
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var rest = rect
    let shown = views.filter { !$0.statements.isEmpty }
    // Every view has its turn before any has a second statement.
    let share = max(3, rect.rows / max(1, shown.count))
    for (index, view) in shown.enumerated() {
      guard rest.rows >= 3 else { return }
      let isLast = index == shown.count - 1
      var part = rest.take(isLast ? rest.rows : min(share, wanted(view, in: rect.columns)))
      canvas.write(
        [
          Span(view.title, figure.style("heading")),
          Span("  \(view.statements.count)", figure.style("muted")),
        ], in: part.take(1), ellipsis: glyphs.ellipsis)
      for statement in view.statements {
        guard part.rows >= rows(of: statement, in: rect.columns) else { break }
        draw(statement, on: &canvas, rest: &part)
      }
    }
  }

  private func wanted(_ view: Tally.StatementView, in columns: Int) -> Int {
    view.statements.reduce(1) { $0 + rows(of: $1, in: columns) }
  }

  private func draw(
    _ statement: Tally.StatementView.Statement, on canvas: inout Canvas, rest: inout Rect
  ) {
    let lines = lines(of: statement, in: rest.columns)
    let (sign, text) = rest.take(lines.count).split(left: 4)
    canvas.write(statement.sign, in: sign.line(0), style: figure.style("accent"))
    canvas.write(lines, in: text, style: figure.style(figure.isLarge ? "strong" : "text"))
    drawBar(statement, on: &canvas, in: rest.take(1).split(left: 4).rest)
    guard figure.isLarge, !statement.groups.isEmpty else { return }
    let groups = statement.groups.map { group -> String in
      let all = group.agree + group.disagree + group.pass
      return "\(group.title) \(all == 0 ? 0 : (group.agree * 200 + all) / (2 * all)) %"
    }
    canvas.write(
      "agree: " + groups.joined(separator: "  "), in: rest.take(1).split(left: 4).rest,
      style: figure.style("muted"), ellipsis: glyphs.ellipsis)
  }

  /// Agreement from the left, disagreement from the right, whoever passes between.
  private func drawBar(
    _ statement: Tally.StatementView.Statement, on canvas: inout Canvas, in line: Rect
  ) {
    let all = statement.agree + statement.disagree + statement.pass
    let words = [
      Span("  + \(statement.agree)", figure.style("good")),
      Span("  - \(statement.disagree)", figure.style("bad")),
      Span("  \(glyphs.dot) \(statement.pass)", figure.style("muted")),
    ]
    let columns = words.reduce(0) { $0 + $1.columns }
    let (bar, end) = line.split(left: line.columns - columns)
    canvas.write(words, in: end)
    guard all > 0, bar.columns > 3 else { return }
    canvas.write(
      String(repeating: glyphs.track, count: bar.columns),
      at: Point(column: bar.column, row: bar.row), style: figure.look["gauge.track"], clip: bar)
    func cells(_ count: Int) -> Int { (count * bar.columns * 2 + all) / (2 * all) }
    let agree = cells(statement.agree)
    let disagree = min(cells(statement.disagree), bar.columns - agree)
    let full = glyphs.bar(eighths: 8)
    canvas.write(
      String(repeating: full, count: agree), at: Point(column: bar.column, row: bar.row),
      style: figure.look[.series(0)], clip: bar)
    canvas.write(
      String(repeating: full, count: disagree),
      at: Point(column: bar.endColumn - disagree, row: bar.row), style: figure.look[.series(1)],
      clip: bar)
  }
}
