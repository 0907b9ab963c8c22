import SessionModel
import TerminalUI

/// Figures in rows and columns below a tally: rounds of a count, pairs, a shift.
struct TableFigure {
  private let table: Tally.Table
  private let figure: TallyFigure

  init(_ table: Tally.Table, _ figure: TallyFigure) {
    self.table = table
    self.figure = figure
  }

  func rows(in columns: Int) -> Int {
    let remark = table.remark.isEmpty ? 0 : remark(in: columns).count
    return 2 + table.rows.count + remark
  }

  private func remark(in columns: Int) -> [String] {
    table.remark.capitalizedStart.lines(
      in: columns, limit: 2, ellipsis: figure.glyphs.ellipsis)
  }

  private var columnWidths: [Int] {
    table.columns.indices.map { column in
      table.rows.map { TextWidth.columns(of: $0.cells[column].text) }
        .reduce(TextWidth.columns(of: table.columns[column]), max) + 2
    }
  }

  private var titles: Int { table.rows.map { TextWidth.columns(of: $0.title) }.max() ?? 0 }

  /// How many columns show all of it.
  var columns: Int {
    max(titles + columnWidths.reduce(0, +), min(44, TextWidth.columns(of: table.title)))
  }

  func draw(on canvas: inout Canvas, rest: inout Rect) {
    canvas.write(
      table.title, in: rest.take(1), style: figure.style("heading"),
      ellipsis: figure.glyphs.ellipsis)
    let wanted = columnWidths
    let free = rest.columns - wanted.reduce(0, +)
    let head = min(titles, max(4, free))
    // What does not fit is left out from the right, as a whole column.
    var shown = 0
    var columns = head
    while shown < wanted.count, columns + wanted[shown] <= rest.columns {
      columns += wanted[shown]
      shown += 1
    }
    func draw(_ title: String, _ cells: [Tally.Table.Cell], isHead: Bool) {
      var line = rest.take(1)
      let (left, right) = line.split(left: head)
      canvas.write(
        title, in: left, style: figure.style("muted"), ellipsis: figure.glyphs.ellipsis)
      line = right
      for (index, cell) in cells.prefix(shown).enumerated() {
        let (place, after) = line.split(left: wanted[index])
        canvas.write(
          cell.text, in: place, style: figure.style(isHead ? "muted" : role(of: cell.tone)),
          align: .right)
        line = after
      }
    }
    draw("", table.columns.map { Tally.Table.Cell($0) }, isHead: true)
    for row in table.rows { draw(row.title, row.cells, isHead: false) }
    guard !table.remark.isEmpty else { return }
    let lines = remark(in: rest.columns)
    canvas.write(lines, in: rest.take(lines.count), style: figure.style("muted"))
  }

  private func role(of tone: Tally.Table.Tone) -> Role {
    switch tone {
    case .plain: "text"
    case .strong: "strong"
    case .quiet: "muted"
    case .good: "good"
    case .bad: "bad"
    }
  }
}
