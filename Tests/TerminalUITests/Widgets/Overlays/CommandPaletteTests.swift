import TerminalUI
import TestSupport
import Testing

struct CommandPaletteTests {
  let palette = CommandPalette([
    .init("floor give p4", detail: "gives the floor to Usama Khilji", key: "Enter"),
    .init("floor end", detail: "ends the turn", key: "e", whyNot: "Nobody has the floor"),
    .init("poll open p1", detail: "opens the poll", key: "p"),
    .init("poll close p1", detail: "closes the poll"),
  ])

  func shown(_ palette: CommandPalette, columns: Int = 60, rows: Int = 12) -> Canvas {
    drawn(columns, rows) { canvas, rect in
      palette.draw(on: &canvas, in: rect, look: look, title: "Commands")
    }
  }

  func typed(_ text: String) -> CommandPalette {
    var palette = palette
    for key in keys(text) { _ = palette.handle(key) }
    return palette
  }

  @Test func `everything is shown before anything is typed`() {
    let canvas = shown(palette)
    expectDrawing(
      canvas,
      """

      ────────────────────────────────────────────────────────────
        Commands

        : any command, any name: Tab completes            4 of 4

         floor give p4  gives the floor to Usama Khilji   Enter
         floor end  Nobody has the floor                      e
         poll open p1  opens the poll                         p
         poll close p1  closes the poll
      ────────────────────────────────────────────────────────────
      """)
    #expect(canvas.cursor == Point(column: 4, row: 4))
    #expect(canvas.isCursorVisible)
  }

  @Test(arguments: [
    ("pc", ["poll close p1"]), ("open", ["poll open p1"]), ("usama", ["floor give p4"]),
    ("poll", ["poll open p1", "poll close p1"]), ("xyz", []),
  ])
  func `what is typed ranks what is shown`(_ text: String, _ lines: [String]) {
    #expect(Array(typed(text).matches.map(\.line).prefix(2)) == lines)
  }

  @Test func `letters that match are underlined`() {
    let canvas = shown(typed("pc"))
    let marked = (0..<14).filter { canvas.style(3 + $0, 6).attributes.contains(.underline) }
    #expect(marked == [0, 5])
  }

  @Test func `a beginning shows how it goes on`() {
    let palette = typed("poll o")
    #expect(palette.field.ghost == "pen p1")
    #expect(shown(palette).row(4).hasPrefix("  : poll open p1"))
  }

  @Test func `Tab completes the marked line`() {
    var palette = typed("pc")
    _ = palette.handle(.tab)
    #expect(palette.text == "poll close p1")
  }

  @Test func `Enter hands over the line and the best match`() {
    var palette = typed("pc")
    guard case .done(let choice) = palette.handle(.enter) else {
      Issue.record("Enter chooses")
      return
    }
    #expect(choice.typed == "pc")
    #expect(choice.entry?.line == "poll close p1")
    #expect(!choice.isMarkedByHand)
  }

  @Test func `Enter hands over a line that nothing matches`() {
    var palette = typed("say hello")
    #expect(palette.handle(.enter) == .done(.init(typed: "say hello", entry: nil)))
  }

  @Test func `an arrow marks another match`() {
    var palette = typed("poll")
    _ = palette.handle(.down)
    guard case .done(let choice) = palette.handle(.enter) else {
      Issue.record("Enter chooses")
      return
    }
    #expect(choice.entry?.line == "poll close p1")
    #expect(choice.isMarkedByHand)
  }

  @Test(arguments: [
    ("floor end", Key.enter, Reply<CommandPalette.Choice>.refused("Nobody has the floor")),
    ("p", .escape, .cancelled), ("", .backspace, .cancelled), ("p", .backspace, .waiting),
  ])
  func `other keys answer`(_ text: String, _ key: Key, _ wanted: Reply<CommandPalette.Choice>) {
    var palette = typed(text)
    #expect(palette.handle(key) == wanted)
  }

  @Test func `other entries can be handed over while typing`() {
    var palette = typed("poll open ")
    palette.entries = [.init("poll open q7")]
    #expect(palette.field.ghost == "q7")
  }

  @Test func `entries that come ranked keep their order`() {
    var palette = typed("p1")
    palette.keepsOrder = true
    #expect(palette.matches.map(\.line).first == "floor give p4")
    #expect(palette.matches.count == 4)
  }

  @Test func `a click chooses`() throws {
    var palette = palette
    let target = try #require(shown(palette).target(at: Point(column: 10, row: 8)))
    guard case .done(let choice) = palette.click(target.name) else {
      Issue.record("a click on an entry chooses it")
      return
    }
    #expect(choice.entry?.line == "poll open p1")
  }

  @Test func `the marked entry is seen in a long list`() {
    var palette = CommandPalette((0..<100).map { .init("command \($0)") })
    _ = palette.handle(.up)
    #expect(drawing(of: shown(palette)).contains("command 99"))
    #expect(!drawing(of: shown(palette)).contains("command 50"))
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    let palette = CommandPalette([.init(text, detail: text, key: text)], text: text)
    expectBorderStandsAroundFocus { canvas, rect in
      palette.draw(on: &canvas, in: rect, look: look)
    }
  }
}
