import TerminalUI
import TestSupport
import Testing

struct HintBarTests {
  let bindings: [Binding<Int>] = [
    Binding([.enter], "give floor", priority: 9, action: 1),
    Binding([.space], "hand", priority: 5, action: 2),
    Binding(["e"], "end", priority: 7, whyNot: "nobody has the floor", action: 3),
    Binding(["p"], "poll", priority: 6, action: 4),
    Binding(["x"], "never shown", action: 5),
    Binding(["?", .function(1)], "help", priority: 1, action: 6),
  ]

  func shown(columns: Int) -> Canvas {
    drawn(columns, 1) { canvas, rect in
      HintBar(bindings).draw(on: &canvas, in: rect, look: look)
    }
  }

  @Test(arguments: [
    (70, " Enter give floor  Space hand  e end  p poll  ? help"),
    (50, " Enter give floor  Space hand  p poll  ? help"),
    (40, " Enter give floor  p poll  ? help"), (30, " Enter give floor  ? help"),
    (20, " ? help"), (6, " ? h…"), (1, "?"),
  ])
  func `hints go by priority, help last`(_ columns: Int, _ text: String) {
    #expect(drawing(of: shown(columns: columns)) == text)
  }

  @Test func `a key that cannot be used is dimmed`() {
    let canvas = shown(columns: 70)
    #expect(canvas.style(33, 0) == look["footer.disabled"])
    #expect(canvas.style(1, 0) == look["footer.key"])
    #expect(canvas.style(7, 0) == look["footer.title"])
  }

  @Test func `a hint answers to clicks`() {
    let canvas = shown(columns: 70)
    #expect(canvas.target(at: Point(column: 25, row: 0))?.name == "key:Space")
    #expect(canvas.target(at: Point(column: 18, row: 0)) == nil)
  }

  @Test(arguments: tortureCorpus)
  func `any title keeps the right border in place`(_ title: String) {
    let hints = HintBar([Binding(["a"], title, priority: 1, action: 1)])
    for columns in [1, 3, 20] {
      expectBorderStands(around: Size(columns: columns, rows: 1)) { canvas, rect in
        hints.draw(on: &canvas, in: rect, look: look)
      }
    }
  }
}
