import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct PollDeskTests {
  private func desk(_ table: SessionFixture) -> SeatedTerminal {
    SeatedTerminal(PollDesk(), at: table, seat: .moderator, columns: 120, rows: 36)
  }

  private static let one = PollID(1)

  @Test func `Enter opens a draft, then asks before it closes it`() throws {
    var table = try SessionFixture.live()
    try table.draftPoll()
    var desk = desk(table)
    desk.press(.enter)
    #expect(desk.asked == [.poll(.open(Self.one))])
    desk.press(.enter, "y")
    #expect(desk.asked.last == .poll(.close(Self.one)))
  }

  @Test(
    arguments: [
      ("v", PollIntent.share(one)), ("a", .again(one)), ("r", .reopen(one)),
    ] as [(Key, PollIntent)])
  func `a key of a closed poll asks for it`(key: Key, intent: PollIntent) throws {
    var desk = desk(try .polled())
    desk.press(key)
    #expect(desk.asked == [.poll(intent)])
  }

  @Test func `speakers reflect when one of them is given the floor`() throws {
    var desk = SeatedTerminal(Console(), at: try .polled(), seat: .moderator)
    desk.press("P", "f")
    #expect(desk.asked == [.poll(.reflect(Self.one))])
    #expect(desk.screens.top is PersonPicker)
  }

  @Test func `plus keeps an open poll open for a minute more`() throws {
    var desk = desk(try .busy())
    desk.press("+")
    #expect(desk.asked == [.poll(.extend(Self.one, seconds: 60))])
    desk.wait(20)
    desk.press("+")
    #expect(desk.asked.last == .poll(.extend(Self.one, seconds: 100)))
  }

  @Test func `a template is asked with one key`() throws {
    var console = SeatedTerminal(Console(), at: try .live(), seat: .moderator)
    console.press("t", "1")
    #expect(console.asked == [.poll(PollTemplate.clear.intent)])
    #expect(console.table.session.polls.open?.text == "Is the question clear?")
  }

  @Test func `one line asks a question of one's own`() throws {
    var console = SeatedTerminal(Console(), at: try .live(), seat: .moderator)
    console.press("p")
    console.type("Shall we go on?\"")
    console.press(.enter)
    #expect(console.table.session.polls.open?.text == "Shall we go on?")
  }

  @Test func `hands are entered in a line that is begun`() throws {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == "show of hands" })
    var console = SeatedTerminal(Console(), at: try kind.open(), seat: .moderator)
    console.press("#")
    console.type("30,B=2")
    console.press(.enter)
    #expect(console.asked.last == .poll(.enter(Self.one, ["A": 30, "B": 2])))
  }

  @Test func `a shared result stands beside its policy question`() throws {
    let console = SeatedTerminal(
      Console(), at: try .polled(isShared: true), seat: .moderator, columns: 120, rows: 36)
    #expect(console.text.contains("v1 Companies"))
  }

  @Test func `no screen calls a poll a decision`() throws {
    for scene in try GoldenScenes.polls {
      let text = drawing(of: try scene.canvas(GoldenVariant.all[3])).lowercased()
      let words = text.replacing("not a decision", with: "")
      #expect(!words.contains("decision") && !words.contains("decided"), "\(scene.name)")
    }
  }
}
