import Reports
import SessionModel
import TestSupport
import Testing

/// What a report keeps back, in every format.
struct AttributionTests {
  private static let names = [
    "Participant 1", "Participant 2", "参加者 3", "مشارك ٤", "Participant 5", "Participant 6",
    "Invented Institute",
  ]

  /// A table under a rule, at which 1 and 2 spoke and a takeaway was written while 2 did.
  private func table(
    _ rule: AttributionRule, inSegment: Bool = false
  ) throws -> SessionFixture {
    var table = try SessionFixture.live()
    var details = PersonDetails()
    details.affiliation = "Invented Institute"
    try table.happen(.people(.changed(person: PersonID(2), details: details)))
    if inSegment {
      var segment = SegmentDetails()
      segment.attribution = rule
      try table.happen(.agenda(.changed(segment: SegmentID(3), details: segment)))
    } else {
      try table.happen(.plan(.changed(field: .attribution(to: rule))))
    }
    try table.give(1, turn: 1)
    table.wait(90)
    try table.give(2, turn: 2)
    table.wait(30)
    try table.write(1, .takeaway, "Trust pays")
    return table
  }

  private func texts(_ session: Session) throws -> [String] {
    let document = try filled("summary", of: session)
    return FormatName.allCases.map { $0.format().text(of: document) }
  }

  private func rows(_ heading: String, of session: Session) throws -> [[String]] {
    let time = try section("Speaking time", of: filled("summary", of: session))
    let section = try #require(time.sections.first { $0.heading == heading })
    for case .table(let table) in section.blocks { return table.rows.map { Array($0.prefix(3)) } }
    return []
  }

  @Test(arguments: [AttributionRule.chathamHouse, .offTheRecord])
  func `a session under a rule tells no name`(rule: AttributionRule) throws {
    for text in try texts(try table(rule).session) {
      #expect(Self.names.filter(text.contains) == [])
    }
  }

  @Test func `under the Chatham House Rule notes stay without their speakers`() throws {
    let text = PlainText().text(of: try filled("summary", of: table(.chathamHouse).session))
    #expect(text.contains("- Trust pays"))
  }

  @Test func `off the record no note stays`() throws {
    for text in try texts(try table(.offTheRecord).session) {
      #expect(!text.contains("Trust pays"))
    }
  }

  @Test(
    arguments: [
      (AttributionRule.chathamHouse, "- Trust pays"),
      (.offTheRecord, "Notes off the record are left out."),
    ])
  func `the rule of one segment holds for its notes`(
    rule: AttributionRule, line: String
  ) throws {
    let text = PlainText().text(
      of: try filled("summary", of: table(rule, inSegment: true).session))
    #expect(text.contains(line))
  }

  @Test func `a note tied to another segment keeps the rule it was said under`() throws {
    var table = try table(.offTheRecord, inSegment: true)
    try table.happen(
      .note(.bound(note: NoteID(1), tie: .segment(to: SegmentID(1)))), by: .rapporteur)
    for text in try texts(table.session) { #expect(!text.contains("Trust pays")) }
  }

  @Test func `a link from a note on the record names nobody behind one that is not`() throws {
    var table = try table(.chathamHouse, inSegment: true)
    try table.happen(.agenda(.finished(segment: SegmentID(3))))
    try table.give(5, turn: 3)
    try table.write(2, .argument, "Costs are high")
    try table.happen(
      .note(.linked(note: NoteID(2), link: NoteLink(.agreedWith, .note(NoteID(1))))))
    let text = PlainText().text(of: try filled("analysis", of: table.session))
    #expect(text.contains("Costs are high"))
    #expect(!text.contains("Agreed with"))
  }

  @Test func `topics, titles and earlier names keep the rule`() throws {
    var table = try table(.chathamHouse)
    var details = PersonDetails()
    details.name = "Somebody Else"
    details.affiliation = "Another House"
    try table.happen(.people(.changed(person: PersonID(2), details: details)))
    try table.happen(.plan(.changed(field: .title(to: "Talk with Participant 1"))))
    try table.write(3, .argument, "The Invented Institute is right")
    try table.happen(.note(.tagged(note: NoteID(3), topics: ["Somebody"])))
    for text in try texts(table.session)
      + [PlainText().text(of: try filled("analysis", of: table.session))]
    {
      for name in Self.names + ["Somebody", "Another House"] { #expect(!text.contains(name)) }
    }
    let rows = SessionTable.notes.table(of: table.session).rows
    #expect(!rows.joined().contains { $0.contains("Somebody") })
  }

  @Test func `turns of one segment under the rule are counted together`() throws {
    let session = try table(.chathamHouse, inSegment: true).session
    let together = ["Under the Chatham House Rule", "2", "120"]
    let total = ["Total", "2", "120"]
    for heading in ["By stakeholder group", "By channel", "By person"] {
      #expect(try rows(heading, of: session) == [together, total])
    }
  }

  @Test func `a group is told under the rule where it is a crowd`() throws {
    var table = try table(.chathamHouse)
    var details = PersonDetails()
    details.group = .civilSociety
    try table.happen(.people(.changed(person: PersonID(1), details: details)))
    try table.give(3, turn: 3)
    table.wait(10)
    try table.happen(.floor(.ended(turn: TurnID(3))))
    #expect(
      try rows("By stakeholder group", of: table.session) == [
        ["Civil Society", "3", "130"], ["Total", "3", "130"],
      ])
  }

  // MARK: How many

  /// Two turns that may be told of, and one under the Chatham House Rule by somebody else.
  private func mixed() throws -> Session {
    var table = try SessionFixture.live()
    try table.give(1, turn: 1)
    table.wait(30)
    try table.give(2, turn: 2)
    table.wait(30)
    try table.happen(.floor(.ended(turn: TurnID(2))))
    try table.happen(.note(.stretchBegun(rule: .chathamHouse)))
    try table.give(3, turn: 3)
    table.wait(30)
    try table.happen(.floor(.ended(turn: TurnID(3))))
    return table.session
  }

  @Test func `beside named speakers nobody else is counted`() throws {
    let text = PlainText().text(of: try filled("analysis", of: mixed()))
    #expect(text.contains(/People who spoke: +2\n/))
    #expect(text.contains(/First turns: +2 of 2/))
    #expect(text.contains("Turns under the Chatham House Rule are not counted here."))
  }

  @Test func `where nobody is named one or two are few`() throws {
    let text = PlainText().text(of: try filled("analysis", of: table(.chathamHouse).session))
    #expect(text.contains(/People who spoke: +fewer than 3\n/))
    #expect(text.contains(/Who spoke once: +fewer than 3\n/))
  }

  @Test func `where the moderators' share is not told it is said so`() throws {
    let text = PlainText().text(of: try filled("igf", of: mixed()))
    #expect(text.contains("The moderators' share is not told"))
  }
}
