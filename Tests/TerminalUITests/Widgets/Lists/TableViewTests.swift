import TerminalUI
import TestSupport
import Testing

struct TableViewTests {
  let people = ["Inamullah Khan", "Usama Khilji", "Zoë"]
  let table = TableView<String>([
    .init("Name"), .init("Group", .fixed(6), priority: -1), .init("Time", .fixed(5), align: .right),
  ])

  func shown(_ table: TableView<String>, columns: Int = 40, rows: Int = 5) -> Canvas {
    drawn(columns, rows) { canvas, rect in
      table.draw(on: &canvas, in: rect, look: look, items: people) { person, column, row in
        [row.span([person, "CSO", "\(row.index):40"][column])]
      }
    }
  }

  @Test func `figures stand right under a quiet heading`() {
    let canvas = shown(table)
    expectDrawing(
      canvas,
      """
      Name                       Group    Time
      Inamullah Khan             CSO      0:40
      Usama Khilji               CSO      1:40
      Zoë                        CSO      2:40
      """)
    #expect(canvas.style(0, 0) == look["heading"])
    #expect(canvas.cursor == Point(column: 0, row: 1))
  }

  @Test func `a column of low priority goes when there is no room`() {
    expectDrawing(
      shown(table, columns: 20),
      """
      Name            Time
      Inamullah Kh…   0:40
      Usama Khilji    1:40
      Zoë             2:40
      """)
  }

  @Test func `flexible columns share the room by weight`() {
    let table = TableView<String>([
      .init("a", .flexible(least: 4, weight: 2)), .init("b", .flexible(least: 4)),
      .init("c", .fixed(3)),
    ])
    let canvas = drawn(30, 1) { canvas, rect in
      table.draw(on: &canvas, in: Rect(Size(columns: 30, rows: 2)), look: look, items: ["x"]) {
        _, _, _ in []
      }
    }
    expectDrawing(canvas, "a               b          c")
  }

  @Test func `keys go to the list`() {
    var table = table
    table.handle("j", items: people)
    #expect(table.list.selection(in: people) == "Usama Khilji")
  }

  @Test func `any cell keeps the right border in place`() {
    for columns in [1, 4, 12, 40] {
      expectBorderStands(around: Size(columns: columns, rows: 6)) { canvas, rect in
        table.draw(on: &canvas, in: rect, look: look, items: tortureCorpus) { text, _, row in
          [row.span(text), row.span(text, "muted")]
        }
      }
    }
  }
}
