import TerminalUI
import TestSupport
import Testing

struct ListViewTests {
  let names = ["Agustina", "Inamullah", "René", "Sarina", "Usama"]

  func shown(
    of list: ListView<String>, _ items: [String], columns: Int = 20, rows: Int = 4,
    heading: (String) -> String? = { _ in nil }
  ) -> Canvas {
    drawn(columns, rows) { canvas, rect in
      list.draw(
        on: &canvas, in: rect, look: look, items: items, total: names.count, empty: "nobody yet",
        heading: heading
      ) { canvas, row, item in
        canvas.write(
          [row.span("\(row.index + 1) ", "muted"), row.span(item)],
          right: [row.span(row.isSelected ? "<" : "")], in: row.rect)
      }
    }
  }

  @Test func `the first item is selected to begin with`() {
    let canvas = shown(of: ListView(), names)
    #expect(
      drawing(of: canvas) == """
        1 Agustina         <
        2 Inamullah
        3 René
        4 Sarina
        """)
    #expect(canvas.cursor == Point(column: 0, row: 0))
    #expect(!canvas.isCursorVisible)
  }

  @Test func `the selected row is a bar from edge to edge`() {
    let list = ListView(selecting: "René")
    let canvas = shown(of: list, names)
    #expect((0..<20).allSatisfy { canvas.style($0, 2).background == look["selection"].background })
    #expect(canvas.cursor == Point(column: 0, row: 2))
  }

  @Test(arguments: [
    ([Key.down], "Inamullah"), (["j", "j"], "René"), (["j", "k"], "Agustina"), (["k"], "Agustina"),
    (["G"], "Usama"), ([.end, "j"], "Usama"), (["G", "g"], "Agustina"),
    ([.end, .home], "Agustina"),
    ([.pageDown], "Sarina"), (["G", .pageUp], "Inamullah"),
  ])
  func `keys move the selection`(_ keys: [Key], _ selected: String) {
    var list = ListView<String>()
    list.settle(rows: 4, items: names)
    for key in keys { list.handle(key, items: names) }
    #expect(list.selection(in: names) == selected)
  }

  @Test func `a list scrolls no further than it must`() {
    var list = ListView<String>()
    for key in keys("jjjj") {
      list.handle(key, items: names)
      list.settle(rows: 3, items: names)
    }
    #expect(
      drawing(of: shown(of: list, names, rows: 3)) == "3 René\n4 Sarina\n5 Usama            <")
    for key in keys("kk") {
      list.handle(key, items: names)
      list.settle(rows: 3, items: names)
    }
    #expect(
      drawing(of: shown(of: list, names, rows: 3)) == "3 René             <\n4 Sarina\n5 Usama")
  }

  @Test func `the selection stays on its item when others come before it`() {
    var list = ListView<String>()
    list.handle("j", items: names)
    #expect(list.selection(in: ["Zoë", "Ada"] + names) == "Inamullah")
  }

  @Test func `the selection stays in its place when its item goes`() {
    var list = ListView<String>()
    list.handle("j", items: names)
    #expect(list.selection(in: names.filter { $0 != "Inamullah" }) == "René")
  }

  @Test func `the last item is selected when the last goes`() {
    var list = ListView<String>()
    list.handle("G", items: names)
    #expect(list.selection(in: Array(names.dropLast(2))) == "René")
    #expect(list.selection(in: []) == nil)
  }

  @Test func `the selected item is seen after a resize`() {
    var list = ListView<String>()
    list.settle(rows: 5, items: names)
    list.handle("G", items: names)
    #expect(drawing(of: shown(of: list, names, rows: 1)) == "5 Usama            <")
  }

  @Test func `a filter narrows the list while it is typed`() {
    var list = ListView<String>()
    for key in keys("/SA") { list.handle(key, items: names) }
    let matching = list.shown(of: names) { $0 }
    let canvas = shown(of: list, matching)
    #expect(drawing(of: canvas) == "1 Sarina           <\n2 Usama\n\n/SA           2 of 5")
    #expect(canvas.cursor == Point(column: 3, row: 3))
    #expect(canvas.isCursorVisible)
  }

  @Test func `arrows select while the filter is typed`() {
    var list = ListView<String>()
    for key in keys("/sa") { list.handle(key, items: names) }
    let matching = list.shown(of: names) { $0 }
    list.handle(.down, items: matching)
    #expect(list.selection(in: matching) == "Usama")
  }

  @Test func `Enter keeps the filter for the keys of the list`() {
    var list = ListView<String>()
    for key in keys("/sa") + [.enter, "j"] {
      list.handle(key, items: list.shown(of: names) { $0 })
    }
    #expect(list.isFiltered)
    #expect(!list.isTyping)
    #expect(list.selection(in: list.shown(of: names) { $0 }) == "Usama")
  }

  @Test func `Esc shows all again with the same item selected`() {
    var list = ListView<String>()
    for key in keys("/usa") { list.handle(key, items: list.shown(of: names) { $0 }) }
    list.settle(rows: 4, items: list.shown(of: names) { $0 })
    list.handle(.escape, items: list.shown(of: names) { $0 })
    #expect(list.shown(of: names) { $0 } == names)
    #expect(list.selection(in: names) == "Usama")
  }

  @Test func `without a filter Esc is left to the screen`() {
    var list = ListView<String>()
    let isHandled = list.handle(.escape, items: names)
    #expect(!isHandled)
  }

  @Test func `a list says that nothing matches`() {
    var list = ListView<String>()
    for key in keys("/xyz") { list.handle(key, items: names) }
    #expect(shown(of: list, []).row(0) == "nothing matches")
    #expect(shown(of: list, []).row(3) == "/xyz          0 of 5")
  }

  @Test func `a list without a bar still has the cursor on its item`() {
    let canvas = drawn(20, 3) { canvas, rect in
      ListView(selecting: "René").draw(
        on: &canvas, in: rect, look: look, items: names, bar: nil
      ) { canvas, row, name in canvas.write([row.span(name)], in: row.rect) }
    }
    #expect(canvas.cursor == Point(column: 0, row: 2))
    #expect(canvas.style(0, 2) == look["text"])
  }

  @Test func `a bar of words ends where two cells are free`() {
    let canvas = drawn(20, 3) { canvas, rect in
      ListView(selecting: "René").draw(
        on: &canvas, in: rect, look: look, items: names, bar: .words
      ) { canvas, row, name in
        canvas.write([row.span("1 " + name + "  0:20")], in: row.rect)
      }
    }
    #expect(drawing(of: canvas).hasSuffix("1 René  0:20"))
    let styles = (0..<20).map { canvas.style($0, 2) }
    #expect(styles == (0..<20).map { look[$0 < 7 ? "selection" : "text"] })
  }

  @Test func `an empty list says so`() {
    let canvas = shown(of: ListView(), [])
    #expect(drawing(of: canvas) == "nobody yet")
    #expect(canvas.cursor == Point(column: 0, row: 0))
  }

  @Test func `headings stand above items without being selectable`() {
    let canvas = shown(of: ListView(selecting: "Sarina"), names, rows: 7) { name in
      ["Agustina": "TODAY", "Sarina": "EARLIER"][name]
    }
    #expect(
      drawing(of: canvas) == """
        TODAY
        1 Agustina
        2 Inamullah
        3 René

        EARLIER
        4 Sarina           <
        """)
    #expect(canvas.cursor == Point(column: 0, row: 6))
  }

  @Test func `a click on a row selects it`() throws {
    let canvas = shown(of: ListView(), names)
    let target = try #require(canvas.target(at: Point(column: 5, row: 2)))
    #expect(target.name == "row:2")
    var list = ListView<String>()
    let isHandled = list.click(target.name, items: names)
    #expect(isHandled)
    #expect(list.selection(in: names) == "René")
  }

  @Test(arguments: ["key:2", "row:9", "row:x", "rows:1"])
  func `a click elsewhere is left to others`(_ target: String) {
    var list = ListView<String>()
    let isHandled = list.click(target, items: names)
    #expect(!isHandled)
  }

  @Test func `only rows that are seen are drawn`() {
    let many = Array(0..<100_000)
    var list = ListView<Int>()
    list.select(at: 50_000, in: many)
    var asked: [Int] = []
    _ = drawn(20, 5) { canvas, rect in
      list.draw(on: &canvas, in: rect, look: look, items: many) { _, _, item in asked.append(item) }
    }
    #expect(asked == [49_996, 49_997, 49_998, 49_999, 50_000])
  }

  @Test func `any text keeps the right border in place`() {
    for size in [Size(columns: 20, rows: 6), Size(columns: 3, rows: 2), Size(columns: 1, rows: 1)] {
      expectBorderStands(around: size) { canvas, rect in
        ListView(selecting: tortureCorpus[4]).draw(
          on: &canvas, in: rect, look: look, items: tortureCorpus, heading: { $0 }
        ) { canvas, row, item in
          canvas.write([row.span(item)], right: [row.span(item)], in: row.rect)
        }
      }
    }
  }
}
