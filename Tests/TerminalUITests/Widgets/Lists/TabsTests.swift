import TerminalUI
import TestSupport
import Testing

struct TabsTests {
  func shown(_ tabs: Tabs, columns: Int = 40) -> Canvas {
    drawn(columns, 1) { canvas, rect in tabs.draw(on: &canvas, in: rect, look: look) }
  }

  @Test func `the selected tab is underlined and has the cursor`() {
    let canvas = shown(Tabs(["Outline", "Report", "Inbox"], selected: 1))
    expectDrawing(canvas, " Outline  Report  Inbox")
    #expect(canvas.style(10, 0).attributes.contains(.underline))
    #expect(!canvas.style(1, 0).attributes.contains(.underline))
    #expect(canvas.cursor == Point(column: 10, row: 0))
  }

  @Test(arguments: [
    ([Key.tab], 1), ([.tab, .tab, .tab], 0), ([.backTab], 2), ([.right, .left], 0), (["3"], 2),
  ])
  func `keys select`(_ keys: [Key], _ selected: Int) {
    var tabs = Tabs(["a", "b", "c"])
    for key in keys { tabs.handle(key) }
    #expect(tabs.selected == selected)
  }

  @Test(arguments: [Key("4"), "0", "x", .enter])
  func `other keys are left to the screen`(_ key: Key) {
    var tabs = Tabs(["a", "b", "c"])
    let isHandled = tabs.handle(key)
    #expect(!isHandled)
  }

  @Test func `a click selects`() {
    let canvas = shown(Tabs(["Outline", "Report"]))
    var tabs = Tabs(["Outline", "Report"])
    tabs.click(canvas.target(at: Point(column: 12, row: 0))?.name ?? "")
    #expect(tabs.selected == 1)
  }

  @Test func `the selected tab is seen however narrow it is`() {
    expectDrawing(
      shown(Tabs(["Outline", "Report", "Inbox"], selected: 2), columns: 16), " Report  Inbox")
    expectDrawing(shown(Tabs(["Outline", "Report", "Inbox"], selected: 2), columns: 6), " Inb…")
  }

  @Test func `any title keeps the right border in place`() {
    for selected in tortureCorpus.indices {
      expectBorderStands(around: Size(columns: 12, rows: 1)) { canvas, rect in
        Tabs(tortureCorpus, selected: selected).draw(on: &canvas, in: rect, look: look)
      }
    }
  }
}
