import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct ScreenStackTests {
  private func console(_ table: SessionFixture, columns: Int = 80, rows: Int = 24)
    -> SeatedTerminal
  {
    SeatedTerminal(Console(), at: table, seat: .moderator, columns: columns, rows: rows)
  }

  private func message(_ terminal: SeatedTerminal) -> StatusLine.Message? {
    terminal.screens.status.message
  }

  // MARK: Over one another

  @Test func `an overlay lies on what is below`() throws {
    var terminal = console(try .busy())
    terminal.press("p")
    #expect(terminal.text.contains("Close the poll?"))
    #expect(terminal.text.contains("HAS THE FLOOR"))
  }

  @Test func `keys go to the overlay alone`() throws {
    var terminal = console(try .busy())
    terminal.press("p", "e")
    #expect(terminal.asked.isEmpty)
  }

  @Test func `a hint goes with the next key`() throws {
    var terminal = console(try .busy())
    terminal.press(.escape)
    #expect(message(terminal)?.text == "Press q to leave")
    terminal.press(.down)
    #expect(message(terminal) == nil)
  }

  @Test func `q leaves an overlay first`() throws {
    var terminal = console(try .busy())
    terminal.press("p", "q")
    #expect(terminal.screens.depth == 1)
    #expect(terminal.effects.isEmpty)
  }

  @Test func `leaving the last screen ends the program`() throws {
    var terminal = console(try .busy())
    terminal.press("q")
    #expect(isQuit(terminal.effects.last))
    #expect(terminal.screens.isEmpty)
  }

  @Test func `a stack without screens ends at any key`() throws {
    var terminal = console(try .busy())
    terminal.press("q", "x")
    #expect(terminal.effects.count == 2)
    #expect(terminal.effects.allSatisfy(isQuit))
  }

  @Test func `a whole screen hides what is below`() throws {
    var terminal = console(try .busy())
    terminal.press("i")
    #expect(!terminal.text.contains("HAS THE FLOOR"))
  }

  @Test func `taking every screen's place clears what was said`() throws {
    var terminal = console(try .busy())
    terminal.screens.say("something")
    terminal.screens.replaceAll(with: Stage())
    #expect(terminal.screens.depth == 1)
    #expect(message(terminal) == nil)
  }

  @Test func `the lowest screen is changed under an overlay`() throws {
    var terminal = SeatedTerminal(Lobby(choices: []), at: SessionFixture(), seat: .moderator)
    terminal.press("?")
    let choice = SessionChoice(id: "a", isSample: false, session: try SessionFixture.live().session)
    terminal.screens.changeRoot(Lobby.self) { $0.take([choice]) }
    terminal.press(.escape)
    #expect(terminal.text.contains("Stakeholder Roles"))
  }

  // MARK: What means nothing

  @Test func `a key that means nothing says so`() throws {
    var terminal = console(try .busy())
    terminal.press("X")
    #expect(message(terminal) == .init("X means nothing here; ? shows the keys"))
  }

  @Test func `text pasted outside a field is left out`() throws {
    var terminal = console(try .busy())
    terminal.receive(.paste("e\nG\ny\n"))
    #expect(
      message(terminal) == .init("Nothing is typed here; the pasted text was left out", .refusal))
    #expect(terminal.asked.isEmpty)
  }

  @Test func `text pasted on the stage does nothing`() throws {
    var terminal = SeatedTerminal(Stage(), at: try .busy(), seat: .stage)
    terminal.receive(.paste("qq"))
    #expect(terminal.effects.isEmpty)
    #expect(message(terminal) == nil)
  }

  @Test func `^C alone does not leave`() throws {
    var terminal = console(try .busy())
    terminal.press(.control("c"))
    #expect(message(terminal) == .init("Press q to leave"))
    #expect(terminal.effects.isEmpty)
  }

  @Test func `a click beside everything does nothing`() throws {
    var terminal = console(try .busy())
    terminal.receive(.mouse(Mouse(.press, at: Point(column: 0, row: 0))))
    #expect(terminal.asked.isEmpty)
    #expect(terminal.screens.depth == 1)
  }

  @Test func `the focus of the window changes nothing`() throws {
    var terminal = console(try .busy())
    let before = terminal.drawn
    terminal.receive(.focus(false))
    #expect(terminal.drawn == before)
  }

  // MARK: What works everywhere

  @Test(arguments: [
    (Key.control("l"), "repaint"), (.control("z"), "suspend"), ("m", "toggleMouse"),
  ])
  func `some keys are for the program around`(_ key: Key, effect: String) throws {
    var terminal = console(try .busy())
    terminal.press(key)
    #expect(terminal.effects.map { "\($0)" } == [effect])
  }

  @Test func `the wheel walks through the list`() throws {
    var terminal = console(try .busy())
    let point = Point(column: 4, row: 10)
    terminal.receive(.mouse(Mouse(.wheelDown, at: point)))
    terminal.press(.enter)
    #expect(terminal.asked == [.floor(.give(.request(RequestID(1)), seconds: nil))])
  }

  @Test(arguments: ["p", "x", "M", " ", ":", "?"] as [Key])
  func `a click beside an overlay leaves it`(_ key: Key) throws {
    var terminal = console(try .busy(), columns: 120, rows: 36)
    terminal.press(key)
    let outside = terminal.drawn.targets.first { $0.name == "outside" }
    #expect(outside != nil)
    terminal.receive(.mouse(Mouse(.press, at: Point(column: 0, row: 35 - 2))))
    #expect(terminal.screens.depth == (key == "?" ? 2 : 1))
  }

  @Test func `releasing the button does nothing`() throws {
    var terminal = console(try .busy())
    terminal.receive(.mouse(Mouse(.release, at: Point(column: 4, row: 23))))
    #expect(terminal.asked.isEmpty)
  }

  @Test func `a click on a hint is its key`() throws {
    var terminal = console(try .busy())
    try terminal.click("key:e")
    #expect(terminal.asked == [.floor(.end)])
  }

  @Test func `messages so far are kept in order`() throws {
    var terminal = console(try .busy())
    terminal.screens.say("the first")
    terminal.screens.say("the second")
    terminal.press("M")
    let text = terminal.text
    let first = try #require(text.firstRange(of: "the first"))
    let second = try #require(text.firstRange(of: "the second"))
    #expect(second.lowerBound < first.lowerBound)
  }

  // MARK: Replay

  private func replay(_ key: Key) throws -> (effects: [Effect], asked: [Intent]) {
    let terminal = console(try .busy())
    var scene = terminal.scene
    scene.isReplay = true
    var screens = terminal.screens
    return (screens.receive(.key(key), in: scene), [])
  }

  @Test(
    arguments: [
      (Key.space, ReplayAction.pause), (.right, .next), ("+", .faster), ("-", .slower),
    ])
  func `the keys of a replay come first`(_ key: Key, action: ReplayAction) throws {
    let effects = try replay(key).effects
    guard effects.count == 1, case .replay(let done) = effects[0] else {
      Issue.record("\(effects)")
      return
    }
    #expect(done == action)
  }

  @Test func `a replay says so in the first row`() throws {
    let terminal = console(try .busy())
    var scene = terminal.scene
    scene.isReplay = true
    let text = drawing(of: terminal.screens.draw(in: scene))
    #expect(text.split(separator: "\n").first?.contains("REPLAY") == true)
    #expect(!text.contains("LIVE"))
  }

  // MARK: Too little room

  @Test(arguments: [Size(columns: 59, rows: 24), Size(columns: 80, rows: 15)])
  func `too small a terminal says what it has and what is needed`(_ size: Size) throws {
    let terminal = console(try .busy(), columns: size.columns, rows: size.rows)
    let text = terminal.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text == "This terminal is \(size.columns)x\(size.rows); the console needs 60x16")
  }

  @Test func `keys still work where nothing can be shown`() throws {
    var terminal = console(try .busy(), columns: 20, rows: 5)
    terminal.press("e")
    #expect(terminal.asked == [.floor(.end)])
  }

  // MARK: Waking up

  @Test func `a live console moves every second`() throws {
    #expect(console(try .busy()).tick == .second)
  }

  @Test func `a closed one never moves`() throws {
    #expect(console(try .closed()).tick == nil)
  }

  @Test func `an overlay does not stop the clock below`() throws {
    var terminal = console(try .busy())
    terminal.press("?")
    #expect(terminal.tick == .second)
  }

  private func isQuit(_ effect: Effect?) -> Bool {
    if case .quit? = effect { return true }
    return false
  }
}
