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
    return 1 + blocks(in: columns).count * (1 + table.rows.count) + remark
  }

  private func remark(in columns: Int) -> [String] {
    table.remark.capitalizedStart.lines(
      in: columns, limit: 2, ellipsis: figure.glyphs.ellipsis)
  }

  private func widths(under names: [String]) -> [Int] {
    table.columns.indices.map { column in
      table.rows.map { TextWidth.columns(of: $0.cells[column].text) }
        .reduce(TextWidth.columns(of: names[column]), max) + 2
    }
  }

  private var titles: Int { table.rows.map { TextWidth.columns(of: $0.title) }.max() ?? 0 }

  /// How many columns show all of it.
  var columns: Int {
    max(
      titles + widths(under: table.columns).reduce(0, +),
      min(44, TextWidth.columns(of: table.title)))
  }

  /// What stands in one line: where all columns do not, the others stand below it.
  private struct Block {
    var names: [String]
    var widths: [Int]
    var range: Range<Int>
    var head: Int
  }

  /// The names in full where they fit, else in short; what does not fit then goes below.
  private func blocks(in columns: Int) -> [Block] {
    let isWhole = titles + widths(under: table.columns).reduce(0, +) <= columns
    let names = isWhole ? table.columns : table.shortColumns ?? table.columns
    let widths = widths(under: names)
    guard let widest = widths.max() else {
      return [Block(names: names, widths: widths, range: 0..<0, head: min(titles, columns))]
    }
    // Names of rows give way first, as far as they can still be told apart.
    let least = min(titles, max(8, columns / 4), max(4, columns - widest))
    var blocks: [Block] = []
    var start = 0
    while start < widths.count {
      var (end, used) = (start, least)
      while end < widths.count, end == start || used + widths[end] <= columns {
        used += widths[end]
        end += 1
      }
      let free = columns - widths[start..<end].reduce(0, +)
      blocks.append(
        Block(names: names, widths: widths, range: start..<end, head: min(titles, max(least, free)))
      )
      start = end
    }
    // One below the other they are easier to read with names of one width.
    let head = blocks.map(\.head).min() ?? 0
    for index in blocks.indices { blocks[index].head = head }
    return blocks
  }

  func draw(on canvas: inout Canvas, rest: inout Rect) {
    canvas.write(
      table.title, in: rest.take(1), style: figure.style("heading"),
      ellipsis: figure.glyphs.ellipsis)
    for block in blocks(in: rest.columns) {
      let names = block.names.map { Tally.Table.Cell($0) }
      draw("", names, of: block, isHead: true, on: &canvas, in: rest.take(1))
      for row in table.rows {
        draw(row.title, row.cells, of: block, isHead: false, on: &canvas, in: rest.take(1))
      }
    }
    guard !table.remark.isEmpty else { return }
    let lines = remark(in: rest.columns)
    canvas.write(lines, in: rest.take(lines.count), style: figure.style("muted"))
  }

  private func draw(
    _ title: String, _ cells: [Tally.Table.Cell], of block: Block, isHead: Bool,
    on canvas: inout Canvas, in line: Rect
  ) {
    var (left, rest) = line.split(left: block.head)
    canvas.write(title, in: left, style: figure.style("muted"), ellipsis: figure.glyphs.ellipsis)
    for index in block.range {
      (left, rest) = rest.split(left: block.widths[index])
      let cell = cells[index]
      canvas.write(
        cell.text, in: left, style: figure.style(isHead ? "muted" : role(of: cell.tone)),
        align: .right)
    }
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
