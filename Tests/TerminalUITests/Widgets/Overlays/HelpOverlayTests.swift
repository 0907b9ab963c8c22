import TerminalUI
import TestSupport
import Testing

struct HelpOverlayTests {
  let help = HelpOverlay([
    .init(
      "Queue",
      [
        Binding<Int>([.enter], "give the floor", action: 1),
        Binding(["e"], "end the turn", whyNot: "Nobody has the floor", action: 2),
        Binding([.down, "j"], "next", group: "Moving", action: 3),
      ]),
    .init("Everywhere", [Binding<Int>(["?", .function(1)], "help", action: 4)]),
  ])

  func shown(_ help: HelpOverlay, columns: Int = 40, rows: Int = 15) -> Canvas {
    drawn(columns, rows) { canvas, rect in help.draw(on: &canvas, in: rect, look: look) }
  }

  @Test func `keys of the focused view come first`() {
    expectDrawing(
      shown(help),
      """
      ────────────────────────────────────────
        Keys

        Queue
        Enter  give the floor
        e      end the turn
               Nobody has the floor

        Moving
        ↓ j    next

        Everywhere
        ? F1   help

      ────────────────────────────────────────
      """)
  }

  @Test func `groups stand side by side where there is room`() {
    expectDrawing(
      shown(help, columns: 80, rows: 10),
      """
      ────────────────────────────────────────────────────────────────────────────────
        Keys

        Queue                                  Moving
        Enter  give the floor                  ↓ j    next
        e      end the turn
               Nobody has the floor            Everywhere
                                               ? F1   help

      ────────────────────────────────────────────────────────────────────────────────
      """)
  }

  @Test func `it scrolls no further than its end`() {
    var help = help
    help.settle(Size(columns: 40, rows: 9))
    for key in keys("jjjjjjjjjjjjjjj") { help.handle(key) }
    let end = drawing(of: shown(help, rows: 9))
    #expect(end.contains("? F1   help"))
    help.handle("k")
    #expect(drawing(of: shown(help, rows: 9)) != end)
  }

  @Test func `it says how much there is`() {
    #expect(shown(help, rows: 9).row(1) == "  Keys            1-5 of 10  / filters")
  }

  @Test func `a filter leaves what it names`() {
    var help = help
    for key in keys("/give") { help.handle(key) }
    let canvas = shown(help, rows: 9)
    expectDrawing(
      canvas,
      """
      ────────────────────────────────────────
        Keys

        Queue
        Enter  give the floor


        /give
      ────────────────────────────────────────
      """)
    #expect(canvas.cursor == Point(column: 7, row: 7))
  }

  @Test(arguments: [Key.escape, "?", "q", .enter, .function(1)])
  func `keys that close it are left to who opened it`(_ key: Key) {
    var help = help
    let isHandled = help.handle(key)
    #expect(!isHandled)
  }

  @Test func `Esc ends a filter first`() {
    var help = help
    for key in keys("/xyz") { help.handle(key) }
    #expect(drawing(of: shown(help)).contains("nothing matches"))
    let isHandled = help.handle(.escape)
    #expect(isHandled)
    #expect(drawing(of: shown(help)).contains("Queue"))
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    let help = HelpOverlay([
      .init(text, [Binding<Int>(["a"], text, group: text, whyNot: text, action: 1)])
    ])
    expectBorderStandsAroundFocus { canvas, rect in
      help.draw(on: &canvas, in: rect, look: look)
    }
  }
}
