import Reports
import SessionModel
import TestSupport
import Testing

/// Everything that leaves the program is searched for what a rule keeps back.
struct SecrecyTests {
  /// Names, parts of names, affiliations and positions that stand nowhere else.
  private static let secrets = [
    "Zebulon", "Quagmire", "Ottilie", "Vandersloot", "参加者", "مشارك", "Participant 5",
    "Participant 6", "Invented Institute", "Keeper of Lamps",
  ]
  /// What was said off the record.
  private static let unsaid = "marmalade"

  /// A whole session under a rule, in which everything that could tell of somebody was written.
  private func table(_ rule: AttributionRule, inSegment: Bool) throws -> SessionFixture {
    var table = try SessionFixture.live()
    if inSegment {
      var segment = SegmentDetails()
      segment.attribution = rule
      try table.happen(.agenda(.changed(segment: SegmentID(3), details: segment)))
    } else {
      try table.happen(.plan(.changed(field: .attribution(to: rule))))
    }
    for (number, name) in [(1, "Zebulon Quagmire"), (2, "Ottilie Vandersloot")] {
      var details = PersonDetails()
      details.name = name
      details.affiliation = "Invented Institute"
      details.position = "Keeper of Lamps"
      details.gender = number == 1 ? "man" : "woman"
      details.roles = [.organizer, .speaker]
      try table.happen(.people(.changed(person: PersonID(number), details: details)))
    }
    var segment = SegmentDetails()
    segment.title = "Framing by Ottilie Vandersloot"
    segment.startsAt = table.now.at
    segment.people = [PersonID(1)]
    try table.happen(.agenda(.changed(segment: SegmentID(2), details: segment)))
    try table.raise(1, request: 1)
    table.wait(20)
    try table.give(1, turn: 1)
    table.wait(90)
    try table.write(1, .argument, "As Zebulon Quagmire said, trust pays")
    try table.give(2, turn: 2, channel: .online)
    table.wait(30)
    try table.write(2, .argument, "Quagmire of Invented Institute is right; so is 参加者 3")
    try table.write(3, .agreement, "Both Ottilie and Zebulon want trust")
    try table.happen(
      .note(.linked(note: NoteID(3), link: NoteLink(.basedOn, .note(NoteID(1))))),
      .note(.linked(note: NoteID(3), link: NoteLink(.agreedWith, .person(PersonID(2))))),
      .note(.filled(note: NoteID(1), field: .explanation, text: "Vandersloot nodded")),
      .note(.filled(note: NoteID(2), field: .evidence, text: "The Keeper of Lamps")),
      by: .rapporteur)
    try table.write(4, .followUp, "What would Ottilie ask?")
    try table.write(5, .callToAction, "Light the lamps")
    try table.happen(
      .note(.filled(note: NoteID(5), field: .addressee, text: "Invented Institute")),
      by: .rapporteur)
    try vote(in: &table)
    return table
  }

  /// A public poll in which two people answer, each alone in a group.
  private func vote(in table: inout SessionFixture) throws {
    try table.openPoll(1, .public)
    for (person, choice) in [(1, "A"), (2, "B")] {
      try table.happen(
        .poll(
          .ballotCast(
            poll: PollID(1), voter: PersonID(person), ballot: Ballot(choosing: [choice]))),
        by: .ballot)
    }
    table.wait(30)
    try table.happen(.poll(.closed(poll: PollID(1), box: nil)))
    try table.happen(.floor(.ended(turn: TurnID(2))))
  }

  /// Every form in every format, with and without entries, and every table.
  private func outputs(_ session: Session) throws -> [String] {
    let forms = try Form.embedded.map { try filled($0.name, of: session) }
    let reports = forms.flatMap { document in
      FormatName.allCases.flatMap { format in
        [false, true].map { format.format(tellingSources: $0).text(of: document) }
      }
    }
    let tables = SessionTable.allCases.map { CommaSeparated().text(of: $0.table(of: session)) }
    let events = SessionCalendar.events(of: session, named: "ws")
    return reports + tables
      + [SessionCalendar(events: events, madeAt: Timestamp(milliseconds: 0)).text]
  }

  @Test(arguments: [AttributionRule.chathamHouse, .offTheRecord])
  func `a session under a rule tells of nobody in any format`(rule: AttributionRule) throws {
    for output in try outputs(table(rule, inSegment: false).session) {
      #expect(Self.secrets.filter(output.contains) == [])
    }
  }

  @Test func `without a rule the same session tells of them`() throws {
    let outputs = try outputs(table(.attributed, inSegment: false).session)
    #expect(Self.secrets.allSatisfy { secret in outputs.contains { $0.contains(secret) } })
  }

  @Test func `what was said under the rule is told without who said it`() throws {
    let text = PlainText().text(
      of: try filled("analysis", of: table(.chathamHouse, inSegment: false).session))
    #expect(text.contains("As [withheld] said, trust pays"))
    #expect(text.contains("Both [withheld] and [withheld] want trust"))
  }

  /// The roll is no secret then, but nothing of that segment may be joined to it.
  @Test func `a segment under the rule joins no words to anybody`() throws {
    let session = try table(.chathamHouse, inSegment: true).session
    let notes = SessionTable.notes.table(of: session)
    let cells = notes.rows.flatMap(\.self)
    #expect(cells.filter { cell in Self.secrets.contains { cell.contains($0) } } == [])
    let turns = SessionTable.turns.table(of: session)
    #expect(turns.rows.allSatisfy { $0[1...7].allSatisfy(\.isEmpty) })
    let arguments = try section("Arguments", of: filled("analysis", of: session))
    #expect(arguments.sections.map(\.heading) == ["Speakers not told"])
  }

  @Test func `fewer than three ballots are not told under the rule`() throws {
    let session = try table(.chathamHouse, inSegment: true).session
    let polls = try section("Polls", of: filled("summary", of: session))
    #expect(PlainText().text(of: Document(title: "T", sections: [polls])).contains("not told"))
    #expect(SessionTable.polls.table(of: session).rows.allSatisfy { $0[8].isEmpty })
  }

  @Test(arguments: [false, true])
  func `what was off the record is in no format`(inSegment: Bool) throws {
    var table = try table(.offTheRecord, inSegment: inSegment)
    try table.write(9, .quote, Self.unsaid)
    try table.happen(
      .note(.bound(note: NoteID(9), tie: .segment(to: SegmentID(1)))), by: .rapporteur)
    for output in try outputs(table.session) { #expect(!output.contains(Self.unsaid)) }
  }

  @Test func `a stretch under the rule joins no words to anybody`() throws {
    var table = try SessionFixture.live()
    try table.happen(.note(.stretchBegun(rule: .chathamHouse)), by: .rapporteur)
    try table.give(1)
    table.wait(40)
    try table.ask(.note(.write(kind: .quote, text: "Law is slow")), by: .rapporteur)
    let session = table.session
    #expect(SessionTable.notes.table(of: session).rows.map { $0[5] } == [""])
    #expect(SessionTable.turns.table(of: session).rows.map { $0[2] } == [""])
  }
}
