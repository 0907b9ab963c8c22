import TerminalUI
import TestSupport
import Testing

struct MenuTests {
  let menu = Menu<Int>(
    "Floor",
    [
      Binding([.enter], "give the floor", action: 1),
      Binding(["e"], "end the turn", whyNot: "Nobody has the floor", action: 2),
      Binding(["w"], "withdraw", action: 3),
    ])

  func shown(_ menu: Menu<Int>) -> Canvas {
    drawn(40, 11) { canvas, rect in menu.draw(on: &canvas, in: rect, look: look) }
  }

  @Test func `an item stands beside its key`() {
    let canvas = shown(menu)
    expectDrawing(
      canvas,
      """

            ───────────────────────────
              Floor

               give the floor  Enter
               end the turn        e
               withdraw            w


            ───────────────────────────
      """)
  }

  @Test func `the marked item has the cursor`() {
    let canvas = shown(menu)
    #expect(canvas.cursor == Point(column: 8, row: 4))
    #expect(canvas.style(8, 4).background == look["selection"].background)
  }

  @Test func `a marked item that cannot be done says why`() {
    var menu = menu
    _ = menu.handle(.down)
    #expect(drawing(of: shown(menu)).contains("Nobody has the floor"))
  }

  @Test(arguments: [
    (["w"], Reply.done(3)), (["e"], .refused("Nobody has the floor")), ([Key.enter], .done(1)),
    ([.escape], .cancelled), ([.up], .waiting), ([.end, .home], .waiting), (["x"], .waiting),
  ])
  func `keys choose`(_ keys: [Key], _ wanted: Reply<Int>) {
    var menu = menu
    var reply = Reply<Int>.ignored
    for key in keys { reply = menu.handle(key) }
    #expect(reply == wanted)
  }

  @Test func `a click chooses`() {
    var menu = menu
    let target = shown(menu).target(at: Point(column: 20, row: 6))?.name
    #expect(menu.click(target ?? "") == .done(3))
    #expect(menu.click("outside") == .cancelled)
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    let menu = Menu(text, [Binding(["a"], text, whyNot: text, action: 1)])
    expectBorderStandsAroundFocus { canvas, rect in
      menu.draw(on: &canvas, in: rect, look: look)
    }
  }
}
