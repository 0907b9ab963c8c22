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

  /// How much is shown of each statement, from all of it to one line.
  private enum Detail: CaseIterable {
    /// Its number and the share that agrees in large letters.
    case far
    case groups, bar, line
  }

  private func lines(
    of statement: Tally.StatementView.Statement, in columns: Int, _ detail: Detail
  ) -> [String] {
    statement.text.lines(
      in: max(1, columns - 4),
      limit: (detail == .groups || detail == .far) && figure.isLarge ? 2 : 1,
      ellipsis: glyphs.ellipsis)
  }

  private func rows(
    of statement: Tally.StatementView.Statement, in columns: Int, _ detail: Detail
  ) -> Int {
    if detail == .far { return BigText.rowsOfLine }
    let text = lines(of: statement, in: columns, detail).count
    guard statement.isMarked, detail != .line else { return text }
    return text + 1 + (hasGroups(statement, detail) ? 1 : 0)
  }

  private func hasGroups(
    _ statement: Tally.StatementView.Statement, _ detail: Detail
  ) -> Bool {
    figure.isLarge && detail == .groups && !statement.groups.isEmpty
  }

  private var shown: [Tally.StatementView] { views.filter { !$0.statements.isEmpty } }

  private func rows(of view: Tally.StatementView, in columns: Int, _ detail: Detail) -> Int {
    view.statements.reduce(1) { $0 + rows(of: $1, in: columns, detail) }
  }

  func rows(in columns: Int) -> Int {
    shown.reduce(figure.isLarge ? max(0, shown.count - 1) : 0) {
      $0 + rows(of: $1, in: columns, .groups)
    }
  }

  private func canBeFar(_ columns: Int) -> Bool {
    figure.isLarge && columns >= 50 && !figure.look.capabilities.isASCII && !shown.isEmpty
  }

  /// Every view with its first statement, in large letters; `nil` where there is no room for them.
  func farRows(in columns: Int) -> Int? {
    canBeFar(columns) ? shown.count * (1 + BigText.rowsOfLine) : nil
  }

  /// All of them, as they can be read from the back of a room.
  func rowsOfAll(in columns: Int) -> Int {
    shown.reduce(max(0, shown.count - 1)) { $0 + rows(of: $1, in: columns, .far) }
  }

  /// As much of each as lets every view show one.
  private func detail(in rect: Rect) -> Detail {
    let details = Detail.allCases.filter { $0 != .far || canBeFar(rect.columns) }
    return details.first { detail in
      let needed = shown.reduce(0) { sum, view in
        sum + 1 + (view.statements.first.map { rows(of: $0, in: rect.columns, detail) } ?? 0)
      }
      return needed <= rect.rows
    } ?? .line
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var rest = rect
    let detail = detail(in: rect)
    let all = shown.reduce(0) { $0 + rows(of: $1, in: rect.columns, detail) }
    let gap = figure.isLarge && all + shown.count - 1 <= rect.rows ? 1 : 0
    for (index, view) in shown.enumerated() {
      guard rest.rows >= 2 else { return }
      // Every view has its turn before any has a second statement.
      let others = shown[(index + 1)...].reduce(0) { sum, other in
        sum + 1 + (other.statements.first.map { rows(of: $0, in: rect.columns, detail) } ?? 0)
      }
      let wanted = rows(of: view, in: rect.columns, detail)
      var part = rest.take(min(wanted, max(2, rest.rows - others)))
      let head = part.take(1)
      var drawn = 0
      for statement in view.statements {
        guard part.rows >= rows(of: statement, in: rect.columns, detail) else { break }
        draw(statement, detail, on: &canvas, rest: &part)
        drawn += 1
      }
      let hidden = view.statements.count - drawn
      canvas.write(
        [
          Span(view.title, figure.style("heading")),
          Span(
            "  \(view.statements.count)" + (hidden == 0 ? "" : ", \(hidden) not shown"),
            figure.style("muted")),
        ], in: head, ellipsis: glyphs.ellipsis)
      _ = rest.take(gap)
    }
  }

  /// Whoever passes is left out where there is little room.
  private func figures(
    of statement: Tally.StatementView.Statement, in columns: Int
  ) -> [Span] {
    guard columns >= 36 else {
      return [
        Span(" +\(statement.agree)", figure.style("good")),
        Span(" -\(statement.disagree)", figure.style("bad")),
      ]
    }
    return [
      Span("  + \(statement.agree)", figure.style("good")),
      Span("  - \(statement.disagree)", figure.style("bad")),
      Span("  \(glyphs.dot) \(statement.pass)", figure.style("muted")),
    ]
  }

  /// The number and the share that agrees large, between them the words and a bar.
  private func drawFar(
    _ statement: Tally.StatementView.Statement, on canvas: inout Canvas, in area: Rect
  ) {
    let all = statement.agree + statement.disagree + statement.pass
    let sign = BigText(statement.sign, fitting: area.size)
    var (left, rest) = area.split(left: max(4, sign?.columns ?? 4), gap: 2)
    sign?.draw(on: &canvas, in: left, style: figure.style("accent"))
    if all > 0 {
      let share = "\((statement.agree * 200 + all) / (2 * all))%"
      let large = BigText(share, fitting: area.size)
      (rest, left) = rest.split(left: rest.columns - 17, gap: 2)
      let start = left.columns - (large?.columns ?? 0)
      large?.draw(on: &canvas, in: left.split(left: start).rest, style: figure.style("strong"))
    }
    let lines = statement.text.lines(in: rest.columns, limit: 2, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: figure.style("strong"))
    guard statement.isMarked else { return }
    let groups = groupsText(of: statement)
    if rest.rows > 1, !groups.isEmpty {
      canvas.write(
        groups, in: rest.take(1), style: figure.style("muted"), ellipsis: glyphs.ellipsis)
    }
    for row in 0..<rest.rows {
      drawBar(statement, hasFigures: row == 0, on: &canvas, in: rest.line(row))
    }
  }

  /// What share of each group agrees: one of which nobody has answered has none.
  private func groupsText(of statement: Tally.StatementView.Statement) -> String {
    let groups = statement.groups.compactMap { group -> String? in
      let all = group.agree + group.disagree + group.pass
      return all == 0 ? nil : "\(group.title) \((group.agree * 200 + all) / (2 * all)) %"
    }
    return groups.isEmpty ? "" : "agree: " + groups.joined(separator: "  ")
  }

  private func draw(
    _ statement: Tally.StatementView.Statement, _ detail: Detail, on canvas: inout Canvas,
    rest: inout Rect
  ) {
    if detail == .far {
      return drawFar(statement, on: &canvas, in: rest.take(BigText.rowsOfLine))
    }
    let lines = lines(of: statement, in: rest.columns, detail)
    let (sign, text) = rest.take(lines.count).split(left: 4)
    let style = figure.style(figure.isLarge ? "strong" : "text")
    canvas.write(statement.sign, in: sign.line(0), style: figure.style("accent"))
    guard detail != .line || !statement.isMarked else {
      canvas.write(
        [Span(statement.text, style)], right: figures(of: statement, in: text.columns),
        in: text.line(0),
        ellipsis: glyphs.ellipsis)
      return
    }
    canvas.write(lines, in: text, style: style)
    guard statement.isMarked else { return }
    drawBar(statement, on: &canvas, in: rest.take(1).split(left: 4).rest)
    guard hasGroups(statement, detail) else { return }
    let groups = groupsText(of: statement)
    guard !groups.isEmpty else { return }
    canvas.write(
      groups, in: rest.take(1).split(left: 4).rest, style: figure.style("muted"),
      ellipsis: glyphs.ellipsis)
  }

  /// Agreement from the left, disagreement from the right, whoever passes between.
  private func drawBar(
    _ statement: Tally.StatementView.Statement, hasFigures: Bool = true, on canvas: inout Canvas,
    in line: Rect
  ) {
    let all = statement.agree + statement.disagree + statement.pass
    let words = figures(of: statement, in: line.columns)
    let columns = words.reduce(0) { $0 + $1.columns }
    let (bar, end) = line.split(left: line.columns - columns)
    if hasFigures { canvas.write(words, in: end) }
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

extension Tally.StatementView.Statement {
  /// Whether anybody said anything to it.
  fileprivate var isMarked: Bool { agree + disagree + pass > 0 }
}
