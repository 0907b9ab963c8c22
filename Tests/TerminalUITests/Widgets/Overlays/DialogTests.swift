import TerminalUI
import TestSupport
import Testing

struct DialogTests {
  let dialog = Dialog(
    "Close poll 'p1'?", lines: ["25 of 41 have voted; nobody can vote afterwards"],
    choices: [.init("n", "keep it open", false), .init("y", "close it", true)])

  func shown(_ dialog: Dialog<Bool>, columns: Int = 40, rows: Int = 12) -> Canvas {
    drawn(columns, rows) { canvas, rect in dialog.draw(on: &canvas, in: rect, look: look) }
  }

  @Test func `it says what will happen`() {
    let canvas = shown(dialog)
    expectDrawing(
      canvas,
      """


      ────────────────────────────────────────
        Close poll 'p1'?

        25 of 41 have voted; nobody can vote
        afterwards

         n keep it open    y close it
      ────────────────────────────────────────
      """)
    #expect(canvas.cursor == Point(column: 2, row: 8))
    #expect(canvas.style(5, 8).background == look["selection"].background)
  }

  @Test func `choices stand below one another where it is narrow`() {
    expectDrawing(
      shown(dialog, columns: 24, rows: 12),
      """

      ────────────────────────
        Close poll 'p1'?

        25 of 41 have voted;
        nobody can vote
        afterwards

         n keep it open
         y close it
      ────────────────────────
      """)
  }

  @Test(arguments: [
    ([Key("y")], Reply.done(true)), (["n"], .done(false)), ([.enter], .done(false)),
    ([.tab, .enter], .done(true)), ([.right, .right, .enter], .done(false)),
    ([.escape], .cancelled), (["x"], .waiting),
  ])
  func `keys answer`(_ keys: [Key], _ wanted: Reply<Bool>) {
    var dialog = dialog
    var reply = Reply<Bool>.ignored
    for key in keys { reply = dialog.handle(key) }
    #expect(reply == wanted)
  }

  @Test(arguments: [
    (Point(column: 22, row: 8), Reply.done(true)), (Point(column: 4, row: 8), .done(false)),
    (Point(column: 4, row: 5), .ignored), (Point(column: 0, row: 0), .cancelled),
  ])
  func `clicks answer`(_ point: Point, _ wanted: Reply<Bool>) {
    let target = shown(dialog).target(at: point)
    #expect(dialog.click(target?.name ?? "") == wanted)
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    let dialog = Dialog(
      text, lines: [text + " " + text, text], choices: [.init("y", text, 1), .init("n", text, 2)])
    expectBorderStandsAroundFocus { canvas, rect in
      dialog.draw(on: &canvas, in: rect, look: look)
    }
  }
}
