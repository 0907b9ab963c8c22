import Commands
import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct OnlineDeskTests {
  private func desk(columns: Int = 120, rows: Int = 36) throws -> SeatedTerminal {
    SeatedTerminal(
      OnlineDesk(), at: try .written(), seat: .online, columns: columns, rows: rows)
  }

  private func inbox() throws -> SeatedTerminal {
    SeatedTerminal(Console(), at: try .written(), seat: .moderator, columns: 120, rows: 36)
  }

  @Test func `a message is typed in one line, and who it is from before a colon`() throws {
    var terminal = try desk()
    terminal.press("n")
    terminal.type("participant 2: Who pays?")
    #expect(terminal.text.contains("a question from Participant 2"))
    terminal.press(.enter)
    terminal.type("@hub in Nairobi: No sound")
    terminal.press(.enter, .escape)
    let (first, second) = (terminal.asked[0], terminal.asked[1])
    #expect(first.line == "inbox post \"Who pays?\" --from \"participant 2\" --who p2")
    #expect(second.line == "inbox post \"No sound\" --from \"hub in Nairobi\"")
  }

  @Test func `words before a colon that are nobody's name are words`() throws {
    var terminal = try desk()
    terminal.press("n")
    terminal.type("Question: who pays?")
    terminal.press(.enter)
    #expect(terminal.asked.first?.line == "inbox post \"Question: who pays?\"")
  }

  @Test func `the answers to words that change are closed, and why is said`() throws {
    var terminal = try desk()
    try terminal.happen(.outcome(.added(outcome: OutcomeID(1), text: "Remedy first")))
    try terminal.happen(.outcome(.put(outcome: OutcomeID(1), way: .support)))
    terminal.press("A")
    #expect(terminal.text.contains("Somebody online says"))
    try terminal.happen(.outcome(.reworded(outcome: OutcomeID(1), text: "Remedy now")))
    #expect(!terminal.text.contains("Somebody online says"))
    #expect(
      terminal.text.contains(
        "The words of o1 have changed, so nothing said of the earlier ones counts"))
  }

  @Test func `what is refused is not lost`() throws {
    var terminal = try desk()
    try terminal.happen(.note(.stretchBegun(rule: .offTheRecord)))
    terminal.press("n")
    terminal.type("No sound")
    terminal.press(.enter)
    #expect(terminal.text.contains("› No sound"))
  }

  @Test func `pasted lines are looked at, then taken one by one`() throws {
    var terminal = try desk()
    terminal.receive(.paste("Participant 2: Who pays?\n\nNo sound\r\nSee https://example.org\n"))
    #expect(terminal.text.contains("3 lines were pasted"))
    #expect(terminal.asked.isEmpty)
    terminal.press(.enter)
    #expect(terminal.asked.count == 3)
    #expect(terminal.table.session.inbox.all.last?.kind == .link)
  }

  @Test func `pasted lines can be one message`() throws {
    var terminal = try desk()
    terminal.receive(.paste("Who\npays?"))
    terminal.press(.tab)
    #expect(terminal.asked.map(\.line) == ["inbox post \"Who pays?\""])
  }

  @Test(
    arguments: [
      ("\r", "inbox read m2"), ("+", "inbox upvote m2"), ("Q", "inbox ask m2"),
      ("N", "inbox note m2"), ("h", "inbox queue m2"),
    ] as [(Character, String)])
  func `a key does something with the message that most stand behind`(
    key: Character, line: String
  ) throws {
    for terminal in [try desk(), try inbox()] {
      var terminal = terminal
      if terminal.seat == .moderator { terminal.press("I") }
      terminal.press(key == "\r" ? .enter : Key(.character(key)))
      #expect(terminal.asked.map(\.line) == [line])
    }
  }

  @Test func `whoever is not on the roll is looked for by the name that came`() throws {
    var terminal = try desk()
    terminal.press(.down, "h")
    #expect(terminal.text.contains("Message m1: raise the hand of"))
    terminal.press(.enter)
    #expect(terminal.asked.map(\.line) == ["person add \"hub in Nairobi\""])
    terminal.press(.enter)
    #expect(terminal.asked.last?.line == "inbox queue m1 --who p7")
  }

  @Test func `hiding asks for a reason, and what is hidden comes back`() throws {
    var terminal = try desk()
    terminal.press("x", "o")
    #expect(terminal.asked.map(\.line) == ["inbox hide m2 \"off topic\""])
    terminal.press("v", "v", "v")
    #expect(terminal.text.contains("off topic"))
    terminal.press("x")
    #expect(terminal.asked.last?.line == "inbox show m2")
  }

  @Test func `an answer may be words or none`() throws {
    var terminal = try desk()
    terminal.press("a")
    terminal.type("Tonight")
    terminal.press(.enter)
    #expect(terminal.asked.last?.line == "inbox answer m2 --text \"Tonight\"")
  }

  @Test func `an objection from online counts at the key`() throws {
    var table = try SessionFixture.written()
    try table.ask(.outcome(.add(text: "Remedy must be within reach")), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), .silence)), by: .moderator)
    var desk = SeatedTerminal(OnlineDesk(), at: table, seat: .online, columns: 120, rows: 36)
    #expect(desk.text.contains("Remedy must be within reach"))
    desk.press("A", "1")
    #expect(
      desk.asked == [.outcome(.answer(.object, group: nil, channel: .online))])
    desk.type("No remedy in it")
    desk.press(.enter)
    #expect(desk.asked.last?.line == "outcome explain j1 \"No remedy in it\"")
    #expect(!desk.text.contains("Why they object"))
  }

  @Test func `what is typed right after an objection says why, and does nothing else`() throws {
    var table = try SessionFixture.written()
    try table.ask(.outcome(.add(text: "Remedy must be within reach")), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), .silence)), by: .moderator)
    var outcomes = SeatedTerminal(OutcomeDesk(), at: table, seat: .rapporteur)
    outcomes.press("o")
    outcomes.type("No remedy in it")
    outcomes.press(.enter)
    #expect(
      outcomes.asked.map(\.line) == [
        "outcome object", "outcome explain j1 \"No remedy in it\"",
      ])
    var desk = SeatedTerminal(RapporteurDesk(), at: table, seat: .rapporteur)
    desk.press(.function(9))
    desk.type("It costs too much")
    desk.press(.escape)
    #expect(desk.asked.map(\.line) == ["outcome object"])
    #expect(!desk.text.contains("It costs too much"))
  }

  @Test func `the console tells that somebody objects, and takes an objection`() throws {
    var table = try SessionFixture.live()
    try table.ask(.outcome(.add(text: "Remedy must be within reach")), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), .silence)), by: .moderator)
    var console = SeatedTerminal(Console(), at: table, seat: .moderator, columns: 120, rows: 36)
    #expect(console.text.contains("BEFORE THE ROOM  last call"))
    console.press("o")
    #expect(console.asked == [.outcome(.object(text: "", group: nil, channel: nil))])
    try table.ask(.outcome(.object(text: "", group: nil, channel: nil)), by: .rapporteur)
    console = SeatedTerminal(Console(), at: table, seat: .moderator, columns: 120, rows: 36)
    #expect(console.text.contains("! 1 objection"))
  }

  @Test func `a line to the moderator stands on the console for two minutes`() throws {
    var table = try SessionFixture.written()
    try table.ask(.inbox(.tell("No sound in Nairobi")), by: .online)
    var console = SeatedTerminal(Console(), at: table, seat: .moderator, columns: 120, rows: 36)
    #expect(console.text.contains("online: No sound in Nairobi"))
    console.wait(121)
    #expect(!console.text.contains("No sound in Nairobi"))
  }

  @Test func `the console tells how many wait`() throws {
    let small = SeatedTerminal(Console(), at: try .written(), seat: .moderator)
    #expect(small.text.contains("3 messages"))
    #expect(small.text.contains("I inbox 3"))
    #expect(try inbox().text.contains("FROM ONLINE  3 unread"))
  }

  @Test func `what is done from here is done for those online`() throws {
    var terminal = try desk()
    terminal.press(.space, .enter)
    #expect(terminal.table.session.floor.queue.last?.channel == .online)
  }

  @Test(arguments: everySize)
  func `every row is as wide as the terminal`(size: Size) throws {
    expectWhole(try desk(columns: size.columns, rows: size.rows).drawn)
  }
}

extension SessionFixture {
  /// A busy hour, and three messages from afar: from a hub, from participant 2, and a link.
  static func written() throws -> SessionFixture {
    var table = try busy()
    try table.ask(.people(.arrive(PersonID(2), .online)), by: .online)
    func post(_ text: String, _ name: String?) throws {
      var posting = Posting(text: text)
      posting.name = name
      try table.ask(.inbox(.post(posting)), by: .online)
      table.wait(40)
    }
    try post("The sound was lost for a minute, can the last point be said again?", "hub in Nairobi")
    try post("Who audits the auditors, and who pays them?", "Participant 2")
    try post("National laws are tracked at https://example.org/hrdd-laws", nil)
    try table.ask(.inbox(.count(MessageID(2), upvotes: 6)), by: .online)
    table.wait(15)
    return table
  }
}
