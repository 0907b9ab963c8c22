import Reports
import SessionModel
import TestSupport
import Testing

struct SummaryTests {
  private func text(_ session: Session) throws -> String {
    PlainText().text(of: try filled("summary", of: session))
  }

  private func section(_ heading: String, of session: Session) throws -> Document.Section {
    try ReportsTests.section(heading, of: filled("summary", of: session))
  }

  private func rows(_ section: Document.Section?) throws -> [[String]] {
    let blocks = try #require(section).blocks
    for case .table(let table) in blocks { return table.rows }
    return []
  }

  private func subsection(_ heading: String, of section: Document.Section) throws
    -> Document.Section
  {
    try #require(section.sections.first { $0.heading == heading })
  }

  /// An open table at which participant 1 spoke for 90 seconds, then 2, online, for 30.
  private func spoken() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.give(1, turn: 1)
    table.wait(90)
    try table.give(2, turn: 2, channel: .online)
    table.wait(30)
    try table.happen(.floor(.ended(turn: TurnID(2))))
    return table
  }

  @Test func `what was moved by hand stands so in the report`() throws {
    var table = try SessionFixture.live()
    try table.write(1, .takeaway, "Remedy first")
    try table.write(2, .takeaway, "Access for all")
    try table.happen(.note(.placed(note: NoteID(2), before: NoteID(1))))
    let igf = PlainText().text(of: try filled("igf", of: table.session))
    let places = ["Access for all", "Remedy first"].map { igf.firstRange(of: $0)?.lowerBound }
    let (first, second) = (try #require(places[0]), try #require(places[1]))
    #expect(first < second)
  }

  @Test func `what was read out to the room stands in the report`() throws {
    var table = try SessionFixture.live()
    var posting = Posting(text: "Who audits the auditors?")
    posting.name = "Hub in Nairobi"
    try table.ask(.inbox(.post(posting)), by: .online)
    try table.ask(.inbox(.post(Posting(text: "Nobody hears you"))), by: .online)
    let one = MessageID(1)
    try table.ask(.inbox(.readOut(one)), by: .online)
    let told = try section("From afar, in writing", of: table.session)
    guard case .list(let items)? = told.blocks.first else {
      Issue.record("There is no list of messages")
      return
    }
    #expect(items.count == 1)
    #expect(items[0].text.hasPrefix("Who audits the auditors? (read out at "))
    #expect(items[0].speaker == "Hub in Nairobi")
    try table.ask(.inbox(.hide(one, reason: "off topic")), by: .online)
    let words = try text(table.session)
    #expect(!words.contains("Who audits the auditors?"))
  }

  // MARK: What is not there

  @Test func `an empty session says everywhere that nothing is recorded`() throws {
    #expect(
      try text(Session()) == """
        Title not recorded
        ==================
        Summary

        Session
        -------

        Number:         not recorded
        Series:         not recorded
        Date:           not recorded
        Held:           not recorded
        Room:           not recorded
        Format:         not recorded
        Attribution:    attributed
        Participation:  not recorded

        People
        ------

        Not recorded.

        Agenda
        ------

        Not recorded.

        Policy questions
        ----------------

        Not recorded.

        Speaking time
        -------------

        Not recorded.

        Polls
        -----

        Not recorded.

        Put to the room
        ---------------

        Not recorded.

        Notes
        -----

        Not recorded.

        """)
  }

  @Test func `the same session gives the same bytes`() throws {
    let session = try spoken().session
    #expect(try text(session) == text(session))
  }

  // MARK: What is there

  @Test func `somebody with two roles stands under both`() throws {
    var table = try SessionFixture.planned()
    try table.happen(.people(.roleGiven(person: PersonID(5), role: .rapporteur)))
    let people = try rows(section("People", of: table.session))
    #expect(
      people.filter { $0[1] == "Participant 5" }.map { $0[0] } == ["moderator", "rapporteur"])
  }

  @Test func `the agenda sets planned beside real time`() throws {
    let agenda = try rows(section("Agenda", of: SessionFixture.live().session))
    #expect(
      agenda == [
        ["Opening", "opening", "5:00", "5:00", "0:00"],
        ["Framing", "framing", "12:00", "7:00", "-5:00"],
        ["Question 1", "discussion", "30:00", "0:00 so far", ""],
        ["Next steps", "closing", "13:00", "not recorded", ""],
        ["Total", "", "1:00:00", "12:00", ""],
      ])
  }

  @Test func `a policy question tells which groups spoke to it`() throws {
    let questions = try rows(section("Policy questions", of: spoken().session))
    #expect(questions.map { $0[2] } == ["Civil Society, Government", "not recorded"])
  }

  @Test(
    arguments: [
      ("By stakeholder group", [["Civil Society", "1", "30"], ["Government", "1", "90"]]),
      ("By channel", [["Room", "1", "90"], ["Online", "1", "30"]]),
      ("By person", [["Participant 1", "1", "90"], ["Participant 2", "1", "30"]]),
    ])
  func `speaking time is told to the second`(heading: String, expected: [[String]]) throws {
    let section = try section("Speaking time", of: spoken().session)
    let found = try rows(subsection(heading, of: section)).map { Array($0.prefix(3)) }
    #expect(found == expected + [["Total", "2", "120"]])
  }

  @Test func `a running turn counts up to the last entry`() throws {
    var table = try SessionFixture.live()
    try table.give(1)
    table.wait(45)
    try table.write(1, .takeaway, "Trust pays")
    let section = try section("Speaking time", of: table.session)
    #expect(try rows(subsection("By person", of: section))[0][2] == "45")
  }

  @Test func `a closed poll is a temperature check with method, secrecy, turnout and base`() throws
  {
    var table = try SessionFixture.live()
    try table.openPoll()
    try table.fill(PollID(1), with: "A")
    try table.fill(PollID(1), with: "C")
    try table.fill(PollID(1), with: "C")
    try table.fill(PollID(1))
    let box = table.session.boxes[PollID(1)]
    table.wait(60)
    try table.happen(.poll(.closed(poll: PollID(1), box: box)))
    let polls = Document(title: "T", sections: [try section("Polls", of: table.session)])
    #expect(
      PlainText().text(of: polls) == """
        T
        =

        Polls
        -----

        A poll is a temperature check: it shows how the table leans.

        Who should carry due diligence first?

        Method:            one choice
        Secrecy:           anonymous
        Asked:             16:42:00 to 16:43:00, to question 1
        Turnout:           4 ballots, 1 of them blank
        Base:              3 ballots with a choice; shares are of these
        Entitled to vote:  not recorded

        How the ballots fell
        A: Companies    ████████                  1, 33 %
        B: States                                 0, 0 %
        C: All jointly  ████████████████          2, 67 %

        Choice          Ballots  Share
        --------------  -------  -----
        A: Companies          1   33 %
        B: States             0    0 %
        C: All jointly        2   67 %

        """)
  }

  @Test func `an open poll shows no count but its turnout`() throws {
    var table = try SessionFixture.live()
    try table.openPoll()
    try table.fill(PollID(1), with: "A")
    let text = try text(table.session)
    #expect(text.contains("1 ballot so far"))
    #expect(!text.contains("Companies"))
  }

  @Test func `notes stand by kind in the order they were written`() throws {
    var table = try spoken()
    try table.write(1, .quote, "Law is slow")
    try table.write(2, .takeaway, "Trust pays")
    try table.write(3, .takeaway, "Trust lasts")
    let notes = try section("Notes", of: table.session)
    #expect(notes.sections.map(\.heading) == ["Key takeaways", "Quotes"])
    #expect(
      notes.sections.first?.blocks == [
        .list([
          Document.Item("Trust pays", source: "n2"), Document.Item("Trust lasts", source: "n3"),
        ])
      ])
  }

  @Test func `an attributed note names who was speaking`() throws {
    var table = try SessionFixture.live()
    try table.give(1)
    try table.write(1, .takeaway, "Trust pays")
    #expect(try text(table.session).contains("- Trust pays (Participant 1)"))
  }
}
