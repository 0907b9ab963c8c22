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
    console.press("1")
    #expect(console.asked == [.poll(PollTemplate.clear.intent)])
    #expect(console.table.session.polls.open?.text == "Is the question clear?")
  }

  @Test(arguments: PollTemplate.allCases)
  func `every template has its key, at the console as among the polls`(
    template: PollTemplate
  ) throws {
    for screen in [Console(), PollDesk()] as [any Screen] {
      var terminal = SeatedTerminal(screen, at: try .live(), seat: .moderator)
      terminal.press(Key(.character(template.key)))
      #expect(terminal.asked == [.poll(template.intent)])
    }
  }

  @Test func `no template is asked while a poll is open`() throws {
    var console = SeatedTerminal(Console(), at: try .busy(), seat: .moderator)
    console.press("1")
    #expect(console.asked.isEmpty)
    #expect(console.text.contains("Poll 'v1' is open; close it first"))
  }

  @Test func `words become a cloud with one key, and bars again`() throws {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == "words" })
    var console = SeatedTerminal(Console(), at: try kind.open(), seat: .moderator)
    console.press("C", "C")
    #expect(
      console.asked
        == [.poll(.draw(Self.one, asCloud: true)), .poll(.draw(Self.one, asCloud: false))])
  }

  @Test func `a hum is entered with a key for each side`() throws {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == "hum" })
    var console = SeatedTerminal(Console(), at: try kind.open(), seat: .moderator)
    console.press("#", "s", "w", .enter)
    #expect(console.asked.last == .poll(.enter(Self.one, ["A": 2, "B": 1])))
  }

  @Test func `asking whether to close offers a minute more`() throws {
    var console = SeatedTerminal(Console(), at: try .busy(), seat: .moderator)
    console.press("p", "+")
    #expect(console.asked == [.poll(.extend(Self.one, seconds: 60))])
  }

  @Test func `one line asks a question of one's own`() throws {
    var console = SeatedTerminal(Console(), at: try .live(), seat: .moderator)
    console.press("p")
    console.type("Shall we go on?\"")
    console.press(.enter)
    #expect(console.table.session.polls.open?.text == "Shall we go on?")
  }

  @Test func `hands are counted in a form, choice by choice`() throws {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == "show of hands" })
    var console = SeatedTerminal(Console(), at: try kind.open(), seat: .moderator)
    console.press("#", "3", "0", .down, "2", .enter)
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
