import Commands
import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// What each key of the console leads to.
struct ModeratorKeysTests {
  static func console(_ table: SessionFixture, columns: Int = 80, rows: Int = 24) -> SeatedTerminal
  {
    SeatedTerminal(Console(), at: table, seat: .moderator, columns: columns, rows: rows)
  }

  /// What somebody presses, and what the desk is asked then.
  struct Step: CustomTestStringConvertible {
    var testDescription: String
    var table: @Sendable () throws -> SessionFixture
    var keys: [Key]
    var intent: Intent

    init(
      _ name: String, at table: @escaping @Sendable () throws -> SessionFixture, _ keys: Key...,
      asks intent: Intent
    ) {
      testDescription = name
      self.table = table
      self.keys = keys
      self.intent = intent
    }
  }

  @Sendable static func paused() throws -> SessionFixture {
    var table = try SessionFixture.busy()
    try table.ask(.floor(.pause), by: .moderator)
    return table
  }

  @Sendable static func closedList() throws -> SessionFixture {
    var table = try SessionFixture.busy()
    try table.ask(.floor(.closeList), by: .moderator)
    return table
  }

  /// A group's own session, at work.
  @Sendable static func group() throws -> SessionFixture {
    var table = try SessionFixture.live()
    let origin = BreakoutOrigin(session: "plenary", tag: "12-kx0", group: BreakoutID(2))
    try table.ask(.plan(.set(.breakout(to: origin))), by: .moderator)
    return table
  }

  @Sendable static func parked() throws -> SessionFixture {
    var table = try SessionFixture.busy()
    try table.ask(.floor(.skip(RequestID(2), reason: .declined)), by: .moderator)
    return table
  }

  @Sendable static func late() throws -> SessionFixture {
    var table = try SessionFixture.busy()
    table.wait(600)
    return table
  }

  @Sendable static func drafted() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.draftPoll()
    return table
  }

  @Sendable static func live() throws -> SessionFixture { try .live() }
  @Sendable static func worded() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.openPoll(1, method: .words(max: 2))
    return table
  }
  private static func template(_ template: PollTemplate) -> Intent { .poll(template.intent) }
  @Sendable static func polled() throws -> SessionFixture { try .polled() }
  @Sendable static func shared() throws -> SessionFixture { try .polled(isShared: true) }

  static let steps: [Step] = [
    Step("o opens the session", at: SessionFixture.planned, "o", asks: .agenda(.open)),
    Step(
      "Enter gives the floor to whoever waits first", at: SessionFixture.busy, .enter,
      asks: .floor(.give(.request(RequestID(2)), seconds: nil))),
    Step(
      "Enter gives it to whoever is selected", at: SessionFixture.busy, "j", .enter,
      asks: .floor(.give(.request(RequestID(1)), seconds: nil))),
    Step("e ends the turn", at: SessionFixture.busy, "e", asks: .floor(.end)),
    Step(
      "y yields to the next", at: SessionFixture.busy, "y", asks: .floor(.yield(to: .next))),
    Step("a point stops the clock", at: SessionFixture.busy, ".", asks: .floor(.pause)),
    Step("a point lets it go on", at: paused, ".", asks: .floor(.resume)),
    Step(
      "w withdraws the selected request", at: SessionFixture.busy, "j", "w",
      asks: .floor(.withdraw(RequestID(1)))),
    Step(
      "s with a reason passes over", at: SessionFixture.busy, "s", "n",
      asks: .floor(.skip(RequestID(2), reason: .noAudio))),
    Step(
      "J moves a request down", at: SessionFixture.busy, "j", "J",
      asks: .floor(.move(RequestID(1), to: 3))),
    Step(
      "K moves a request up", at: SessionFixture.busy, "j", "j", "K",
      asks: .floor(.move(RequestID(3), to: 2))),
    Step(
      "! puts a request before all others", at: SessionFixture.busy, "j", "!",
      asks: .floor(.move(RequestID(1), to: 1))),
    Step(
      "B with a number brings back who was passed over", at: parked, "B", "1",
      asks: .floor(.bringBack(RequestID(2)))),
    Step(
      "O with a number chooses the order", at: SessionFixture.busy, "O", "8",
      asks: .floor(.set(.order(to: FloorOrder(.balanced))))),
    Step(
      "T with e lets everybody who waits speak in order", at: SessionFixture.busy, "T", "e",
      asks: .floor(.round(.waiting, seconds: nil))),
    Step(
      "L with s makes the rest shorter", at: late, "L", "s", asks: .agenda(.replan(.shrink))),
    Step(
      "W with v shows on the stage who is missing", at: SessionFixture.busy, "W", "v",
      asks: .floor(.set(.missing(to: true)))),
    Step(
      "F with f begins a fishbowl of the speakers", at: SessionFixture.busy, "F", "f",
      asks: .floor(.fishbowl((1...4).map { PersonID($0) }, chairs: nil))),
    Step(
      "I with Enter reads out what most stand behind", at: SessionFixture.written, "I", .enter,
      asks: .inbox(.readOut(MessageID(2)))),
    Step(
      "b brings the last speaker back", at: SessionFixture.busy, "b", asks: .floor(.readdLast)),
    Step(
      "D with h calls the plenary of a group for help", at: group, "D", "h",
      asks: .breakout(.signal(.help, minutes: nil, text: nil, to: nil))),
    Step("c closes the list", at: SessionFixture.busy, "c", asks: .floor(.closeList)),
    Step("c opens a closed list", at: closedList, "c", asks: .floor(.openList)),
    Step("n goes on to the next segment", at: SessionFixture.busy, "n", asks: .agenda(.next)),
    Step(
      "+ gives the running segment a minute", at: SessionFixture.busy, "+",
      asks: .agenda(.extend(SegmentID(3), seconds: 60))),
    Step(
      "- takes a minute from it", at: SessionFixture.busy, "-",
      asks: .agenda(.extend(SegmentID(3), seconds: -60))),
    Step(
      "+ in the run of show means the selected segment", at: SessionFixture.busy, .tab, .end, "+",
      asks: .agenda(.extend(SegmentID(4), seconds: 60))),
    Step("f finishes the segment", at: SessionFixture.busy, "f", asks: .agenda(.finish)),
    Step(
      "S with a number leaves a segment out", at: SessionFixture.busy, "S", "1",
      asks: .agenda(.skip(SegmentID(4), reason: "left out by the moderator"))),
    Step("G with y closes the session", at: SessionFixture.busy, "G", "y", asks: .agenda(.close)),
    Step(
      "a with a number puts a question", at: SessionFixture.busy, "a", "2",
      asks: .agenda(.ask(QuestionID(2)))),
    Step(
      "a with 0 takes the question off the table", at: SessionFixture.busy, "a", "0",
      asks: .agenda(.ask(nil))),
    Step(
      "p with y closes the open poll", at: SessionFixture.busy, "p", "y",
      asks: .poll(.close(PollID(1)))),
    Step("p with a number opens a draft", at: drafted, "p", "1", asks: .poll(.open(PollID(1)))),
    Step("1 asks whether the question is clear", at: live, "1", asks: template(.clear)),
    Step("2 asks whether to move on", at: live, "2", asks: template(.ready)),
    Step("3 asks for a fist of five", at: live, "3", asks: template(.fistOfFive)),
    Step("4 asks for gradients of agreement", at: live, "4", asks: template(.gradients)),
    Step("5 asks for agreement", at: live, "5", asks: template(.agreement)),
    Step("6 asks for confidence", at: live, "6", asks: template(.confidence)),
    Step("7 asks for a word", at: live, "7", asks: template(.word)),
    Step(
      "C shows words as a cloud", at: worded, "C",
      asks: .poll(.draw(PollID(1), asCloud: true))),
    Step("v shows the last poll", at: polled, "v", asks: .poll(.share(PollID(1)))),
    Step("v hides it again", at: shared, "v", asks: .poll(.hide(PollID(1)))),
    Step("z takes back", at: SessionFixture.busy, "z", asks: .undo),
    Step("u takes back too", at: SessionFixture.busy, "u", asks: .undo),
    Step("Z does again", at: SessionFixture.busy, "Z", asks: .redo),
    Step(
      "Enter in the run of show starts the segment", at: SessionFixture.busy, .tab, .end, .enter,
      asks: .agenda(.start(SegmentID(4)))),
    Step(
      "Enter among the questions puts one", at: SessionFixture.busy, .tab, .tab, .end, .enter,
      asks: .agenda(.ask(QuestionID(2)))),
  ]

  @Test(arguments: steps)
  func `a key asks the desk`(_ step: Step) throws {
    var console = Self.console(try step.table())
    for key in step.keys { console.press(key) }
    #expect(console.asked == [step.intent])
  }

  @Test func `every binding of the console is tried here or opens something`() throws {
    let opening: Set<Key> = [
      .space, "i", "x", "t", "V", "#", "P", "N", "R", "r", "A", "D", "E", "d", .tab, .backTab,
    ]
    let tried = Set(Self.steps.flatMap(\.keys)).union(opening)
    for table in [try SessionFixture.planned(), try .busy()] {
      let console = Self.console(table)
      for binding in Console().bindings(in: console.scene) {
        #expect(binding.keys.allSatisfy(tried.contains), "\(binding.title)")
      }
    }
  }

  // MARK: What opens

  @Test(
    arguments: [
      (Key.space, "the roll"), ("i", "the roll"), ("x", "who answered what"),
      ("N", "the numbers"), ("R", "From now on"), ("p", "Close the poll?"),
      ("G", "Close the session?"), ("S", "Leave a segment out"),
      ("A", "the outcomes"), ("D", "the breakout groups"), ("E", "the closing"), ("d", "the plan"),
      ("V", "the form of a poll"),
      ("O", "Order of the queue"), ("W", "who is missing"),
      ("a", "Put a policy question"), ("s", "Pass over مشارك ٤"), ("?", "the help"),
      (":", "the command line"), ("M", "the messages"),
    ] as [(Key, String)])
  func `a key opens something over the console`(_ key: Key, name: String) throws {
    var console = Self.console(try .busy())
    console.press(key)
    #expect(console.screens.top?.name == name)
    #expect(console.screens.depth == 2)
    #expect(console.asked.isEmpty)
  }

  @Test func `Enter without anybody waiting picks from the roll`() throws {
    var console = Self.console(try .live())
    console.press(.enter)
    #expect(console.screens.top is PersonPicker)
  }

  @Test func `who is here is typed where the numbers stand`() throws {
    var terminal = Self.console(try .busy())
    terminal.press("N", "p", .tab)
    terminal.type("20")
    terminal.press(.tab)
    terminal.press(.backspace, .backspace)
    terminal.type("7")
    terminal.press(.enter)
    let heads = Headcount(room: 41, online: 7, womenInRoom: 20)
    #expect(terminal.asked == [.people(.count(heads))])
    #expect(terminal.table.session.people.headcount == heads)
  }

  @Test func `a number of people that is none is refused`() throws {
    var terminal = Self.console(try .busy())
    terminal.press("N", "p")
    terminal.type(" or so")
    terminal.press(.enter)
    #expect(terminal.asked.isEmpty)
    #expect(
      terminal.screens.status.message == .init("'41 or so' is no number of people", .refusal))
  }

  @Test func `Enter meant for a hand that another moderator took goes to nobody else`() throws {
    var console = Self.console(try .busy())
    try console.table.ask(.floor(.give(.next, seconds: nil)), by: .moderator)
    console.screens.settle(in: console.scene)
    console.press(.enter)
    #expect(console.asked.isEmpty)
    #expect(console.text.contains("The queue has just changed"))
    console.wait(1)
    let first = try #require(console.table.session.floor.queue.first?.id)
    console.press(.enter)
    #expect(console.asked == [.floor(.give(.request(first), seconds: nil))])
    console.press(.enter)
    #expect(console.asked.count == 2)
  }

  @Test func `people are put on the roll and changed in a form`() throws {
    var console = Self.console(try .live(), columns: 120, rows: 36)
    console.press("i", "n")
    console.type("Dora Ek")
    console.press(.tab)
    console.type("A university")
    console.press(.tab, .tab, .right, .enter)
    #expect(
      console.asked.map(\.line) == [
        "person add \"Dora Ek\" --affiliation \"A university\" --group civil_society"
      ])
    console.press("c", .enter)
    #expect(console.asked.count == 1)
    console.press("c", .end)
    console.type(" Jr")
    console.press(.enter)
    #expect(console.asked.last?.line.hasPrefix("person change p1 --name") == true)
  }

  @Test func `v shows or hides the poll that is seen`() throws {
    var table = try SessionFixture.live()
    for number in 1...2 {
      try table.openPoll(number)
      try table.ask(.poll(.close(PollID(number))), by: .moderator)
      if number == 1 { try table.ask(.poll(.share(PollID(1))), by: .moderator) }
    }
    var console = Self.console(table)
    console.press("v")
    #expect(console.asked == [.poll(.share(PollID(2)))])
  }

  @Test func `Enter among the notes reads one`() throws {
    var console = Self.console(try .busy())
    console.press(.backTab, .enter)
    #expect(console.screens.top is NoteCard)
  }

  @Test func `p without any poll begins to ask one`() throws {
    var console = Self.console(try .live())
    console.press("p")
    #expect(console.text.contains("poll ask \""))
  }

  @Test func `p begins to draft a poll before the session is open`() throws {
    var console = Self.console(try .planned())
    console.press("p")
    #expect(console.text.contains("poll draft \""))
  }

  @Test(arguments: ["p", "G", "s", "a", "S"] as [Key])
  func `Esc leaves a choice without asking anything`(_ key: Key) throws {
    var console = Self.console(try .busy())
    console.press(key, .escape)
    #expect(console.screens.depth == 1)
    #expect(console.asked.isEmpty)
  }

  @Test(arguments: ["p", "G"] as [Key])
  func `n keeps what would be closed`(_ key: Key) throws {
    var console = Self.console(try .busy())
    console.press(key, "n")
    #expect(console.screens.depth == 1)
    #expect(console.asked.isEmpty)
  }

  // MARK: What is refused

  @Test(
    arguments: [
      ("n", SessionFixture.planned, "The session is not open yet; o opens it"),
      ("G", SessionFixture.planned, "The session is not open yet; o opens it"),
      ("e", SessionFixture.live, "Nobody has the floor"),
      ("y", SessionFixture.live, "Nobody has the floor"),
      (".", SessionFixture.live, "Nobody has the floor"),
      ("w", SessionFixture.live, "Nobody is waiting for the floor"),
      ("s", SessionFixture.live, "Nobody is waiting for the floor"),
      ("J", SessionFixture.live, "Nobody is waiting for the floor"),
      ("b", SessionFixture.live, "Nobody has spoken yet"),
      ("v", SessionFixture.busy, "No poll is closed yet"),
      ("f", SessionFixture.planned, "No segment is running"),
      ("+", SessionFixture.planned, "No segment is running or selected"),
      ("n", SessionFixture.closed, "The session is closed"),
      ("G", SessionFixture.closed, "The session is closed"),
      ("a", { @Sendable in SessionFixture() }, "The plan has no policy question"),
    ] as [(Key, @Sendable () throws -> SessionFixture, String)])
  func `a key that cannot be used says why`(
    _ key: Key, table: @Sendable () throws -> SessionFixture, sentence: String
  ) throws {
    var console = Self.console(try table())
    console.press(key)
    #expect(console.screens.status.message == StatusLine.Message(sentence, .refusal))
    #expect(console.asked.isEmpty)
  }

  // MARK: Moving

  @Test func `Tab goes through every part and comes back`() throws {
    var console = Self.console(try .busy())
    var parts: [Console.Pane] = []
    for _ in 0..<5 {
      parts.append(try focus(of: console))
      console.press(.tab)
    }
    #expect(parts == [.queue, .agenda, .questions, .notes, .queue])
  }

  @Test func `a selection stays with its request when another is moved`() throws {
    var console = Self.console(try .busy())
    console.press("j", "J", "J")
    #expect(
      console.asked == [
        .floor(.move(RequestID(1), to: 3)), .floor(.move(RequestID(1), to: 4)),
      ])
    #expect(console.table.session.floor.queue.map(\.id.description) == ["r2", "r3", "r4", "r1"])
  }

  @Test func `a second click acts`() throws {
    var console = Self.console(try .busy())
    try console.click("queue:2")
    #expect(console.asked.isEmpty)
    try console.click("queue:2")
    #expect(console.asked == [.floor(.give(.request(RequestID(3)), seconds: nil))])
  }

  @Test func `a click on another part goes there`() throws {
    var console = Self.console(try .busy(), columns: 120, rows: 36)
    try console.click("segment:3")
    #expect(try focus(of: console) == .agenda)
  }

  @Test func `a click on the poll asks whether to close it`() throws {
    var console = Self.console(try .busy())
    try console.click("poll")
    #expect(console.screens.top?.name == "Close the poll?")
  }

  private func focus(of terminal: SeatedTerminal) throws -> Console.Pane {
    try #require(terminal.screens.top as? Console).focus
  }

  @Test func `help says first why the selected request stands where it does`() throws {
    var console = Self.console(try .busy())
    console.press("j", "?")
    #expect(console.text.contains("2 参加者 3: Nobody who waits asked earlier."))
  }
}
