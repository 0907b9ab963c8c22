import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct StageTests {
  private func stage(_ table: SessionFixture, _ columns: Int = 40, _ rows: Int = 10)
    -> SeatedTerminal
  {
    SeatedTerminal(Stage(), at: table, seat: .stage, columns: columns, rows: rows)
  }

  private func speaking(for seconds: Int) throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.raise(2, request: 1, channel: .online)
    try table.give(1)
    table.wait(seconds)
    return table
  }

  private func polled() throws -> SessionFixture {
    var table = try speaking(for: 102)
    try table.openPoll()
    for choice in ["A", "A", "A", "B"] { try table.fill(PollID(1), with: choice) }
    try table.happen(.people(.counted(heads: Headcount(room: 41, online: 9))))
    return table
  }

  // MARK: Drawings

  @Test func `the room sees what is left of the time`() throws {
    expectScreen(
      stage(try speaking(for: 102)),
      """
       POLICY QUESTION 1                16:43
       How do policy makers connect global
       instruments to national contexts?
       Participant 1
       ▀█  ▄ ▀█  █▀█
        █  ▄  █  █▀█
       ▀▀▀   ▀▀▀ ▀▀▀  LEFT
       then  Participant 2   ◌ online
       WS #204  Stakeholder Rol…  47 min left
      """)
  }

  @Test(arguments: [Size(columns: 40, rows: 16), Size(columns: 80, rows: 24)])
  func `what is read out can be read for a while`(size: Size) throws {
    var table = try speaking(for: 20)
    var posting = Posting(text: "Who audits the auditors?")
    posting.name = "Hub in Nairobi"
    try table.ask(.inbox(.post(posting)), by: .online)
    #expect(!stage(table, size.columns, size.rows).text.contains("Who audits"))
    try table.ask(.inbox(.readOut(MessageID(1))), by: .online)
    let text = stage(table, size.columns, size.rows).text
    #expect(text.contains("FROM ONLINE"))
    #expect(text.contains("Who audits the auditors?"))
    #expect(text.contains("Hub in Nairobi"))
    table.wait(100)
    #expect(!stage(table, size.columns, size.rows).text.contains("Who audits"))
  }

  @Test func `time that is used up counts on behind a plus`() throws {
    #expect(stage(try speaking(for: 215), 80, 24).text.contains("OVER"))
    #expect(Countdown(of: try turn(after: 215), at: try speaking(for: 215).now).text == "+0:35")
  }

  private func turn(after seconds: Int) throws -> Turn {
    try #require(try speaking(for: seconds).session.floor.currentTurn)
  }

  @Test func `an open poll fills under the eyes of the room`() throws {
    expectScreen(
      stage(try polled(), 60, 20),
      """

         POLICY QUESTION 1  Global instruments, nationa…  16:43
         ──────────────────────────────────────────────────────

         Participant 1                                1:18 LEFT

         Who should carry due diligence first?

         A Companies   ███████████████████████▎·······  75 %  3

         B States      ███████▊·······················  25 %  1

         C All jointly ·······························   0 %  0

         4 of 50 have voted; 41 here, 9 online
         Vote at a ballot terminal

         ──────────────────────────────────────────────────────
         WS #204  Stakeholder Roles for Due Dilig…  47 min left
      """)
  }

  @Test func `a poll whose ballots cannot be read shows no bars`() throws {
    var table = try speaking(for: 10)
    try table.openPoll()
    try table.happen(.poll(.ballotCounted(poll: PollID(1), turnout: 3)), by: .ballot)
    let text = stage(table, 80, 24).text
    #expect(text.contains("B States") && text.contains("3 have voted") && !text.contains("%"))
  }

  @Test func `a poll that just opened shows empty bars`() throws {
    var table = try speaking(for: 10)
    try table.openPoll()
    let text = stage(table, 80, 24).text
    #expect(text.contains("0 %") && text.contains("Nobody has voted yet"))
  }

  @Test func `the room is told where to be before it opens`() throws {
    expectScreen(
      stage(try SessionFixture.planned()),
      """
       IGF 2021  WS #204                16:22
       Stakeholder Roles for Due Diligence
       Ballroom A
       Tue 7 Dec 2021
       16:30 to 17:30 UTC
       Begins in 8 min
      """)
  }

  @Test func `after the gavel the room reads what it takes away`() throws {
    var table = try SessionFixture.live()
    try table.write(1, .takeaway, "Remedy must be in reach")
    try table.happen(.agenda(.closed))
    expectScreen(
      stage(table),
      """
       THANK YOU
       Stakeholder Roles for Due Diligence
       KEY TAKEAWAYS
       ★  Remedy must be in reach




       WS #204  Stakeholder…  closed at 16:42
      """)
  }

  @Test(arguments: everySize) func `the last row and column stay free`(size: Size) throws {
    guard size.columns >= 40 else { return }
    let canvas = stage(try polled(), size.columns, size.rows).drawn
    expectWhole(canvas)
    let column = (0..<size.rows).map { canvas[Point(column: size.columns - 1, row: $0)].text }
    let row = (0..<size.columns).map { canvas[Point(column: $0, row: size.rows - 1)].text }
    #expect((column + row).allSatisfy { $0 == " " })
  }

  @Test func `a tall terminal says how to be read from the back`() throws {
    #expect(stage(try polled(), 200, 60).text.contains("30 rows read well, now 60"))
  }

  // MARK: Time

  @Test func `it moves every second only while somebody speaks`() throws {
    #expect(stage(try speaking(for: 3)).tick == .second)
    #expect(stage(try SessionFixture.live()).tick == .minute)
    #expect(stage(try SessionFixture.planned()).tick == .minute)
  }

  @Test func `a closed session never moves`() throws {
    var table = try SessionFixture.live()
    try table.happen(.agenda(.closed))
    #expect(stage(table).tick == nil)
  }

  // MARK: Keys

  @Test func `one q only asks`() throws {
    var stage = stage(try SessionFixture.live())
    stage.press("q")
    #expect(stage.text.contains("Press q again to leave the stage"))
    #expect(!stage.screens.isEmpty)
  }

  @Test func `two leave`() throws {
    var stage = stage(try SessionFixture.live())
    stage.press("q", "q")
    #expect(stage.screens.isEmpty)
  }

  @Test func `a q is forgotten after five seconds`() throws {
    var stage = stage(try SessionFixture.live())
    stage.press("q")
    stage.wait(5)
    stage.press("q")
    #expect(!stage.screens.isEmpty)
  }

  @Test func `any other key forgets it at once`() throws {
    var stage = stage(try SessionFixture.live())
    stage.press("q", "x", "q")
    #expect(!stage.screens.isEmpty)
  }

  @Test func `the room sees what its answers came to`() throws {
    var table = try SessionFixture.live()
    let one = OutcomeID(1)
    try table.ask(.outcome(.add(text: "Remedy must be within reach")), by: .moderator)
    try table.ask(.outcome(.put(one, .support)), by: .moderator)
    try table.ask(.outcome(.answer(.support, group: nil, channel: nil)), by: .ballot)
    try table.ask(.outcome(.end), by: .moderator)
    #expect(stage(table, 80, 24).text.contains("What it comes to is declared next"))
    try table.ask(.outcome(.declare(one, override: nil)), by: .moderator)
    let told = stage(table).text
    #expect(told.contains("WHAT WE SAID") && !told.contains("declared next"))
    table.wait(61)
    #expect(!stage(table).text.contains("WHAT WE SAID"))
  }

  @Test(arguments: [(80, 24, 9), (120, 36, 38)])
  func `a sentence before the room is in large letters`(
    columns: Int, rows: Int, words: Int
  ) throws {
    var table = try SessionFixture.live()
    let sentence = [
      "remedy", "must", "be", "within", "reach", "for", "those", "affected", "most",
    ]
    let text = (0..<words).map { sentence[$0 % sentence.count] }.joined(separator: " ")
    try table.ask(.outcome(.add(text: text)), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), .silence)), by: .moderator)
    let stage = SeatedTerminal(
      Stage(), at: table, seat: .stage, columns: columns, rows: rows)
    #expect(!stage.text.contains("within reach"))
    #expect(stage.text.contains("Last call"))
    #expect(stage.text.contains("Say so in the room, online or at a ballot terminal"))
  }
}
