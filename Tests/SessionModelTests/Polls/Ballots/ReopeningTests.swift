import SessionModel
import TestSupport
import Testing

/// Polls that take ballots again after they were counted.
struct ReopeningTests {
  private let poll = PollID(1)

  /// Ten people of two groups, and an open poll of that secrecy for whoever is on the roll.
  private func table(_ secrecy: Poll.Secrecy = .anonymous) throws -> Table {
    var table = Table()
    for number in 1...10 {
      var details = PersonDetails()
      details.group = number <= 5 ? .government : .civilSociety
      try table.ask(.people(.add(name: "Person \(number)", details: details)))
      try table.ask(.people(.arrive(PersonID(number), .room)))
    }
    try table.ask(.agenda(.add(title: "Poll", kind: .poll, seconds: 600, details: .init())))
    try table.ask(.agenda(.open))
    try table.ask(
      .poll(.draft(text: "?", method: .oneChoice, choices: ["a", "b", "c"], secrecy: secrecy)))
    if secrecy.isSecret { try table.ask(.poll(.entitle(poll, .present))) }
    try table.ask(
      .poll(secrecy == .sealed ? .openSealed(poll, Self.seal) : .open(poll)))
    return table
  }

  private static let seal = PollSeal(key: "a2V5", wrapped: "d3JhcHBlZA==")

  private func cast(_ choice: String, _ people: ClosedRange<Int>, at table: inout Table) throws {
    for person in people {
      try table.ask(
        .poll(.cast(poll, Ballot(choosing: [choice]), voter: PersonID(person))), by: .ballot)
    }
  }

  private func counts(at table: Table) throws -> [Int] {
    let found = try #require(table.session.polls[poll])
    return try #require(table.session.tally(of: found)).rows.map(\.count)
  }

  @Test func `an anonymous poll opens again with its ballots in the box`() throws {
    var table = try table()
    try cast("A", 1...4, at: &table)
    try table.ask(.poll(.close(poll)))
    try table.ask(.poll(.reopen(poll)))
    #expect(
      table.refusal(
        of: .poll(.cast(poll, Ballot(choosing: ["B"]), voter: PersonID(1))), by: .ballot)
        == .hasVoted("Person 1"))
    try cast("B", 5...7, at: &table)
    try table.ask(.poll(.close(poll)))
    #expect(try counts(at: table) == [4, 3, 0])
  }

  @Test func `a second count that would tell what one chose is refused`() throws {
    var table = try table()
    try cast("A", 1...4, at: &table)
    try table.ask(.poll(.close(poll)))
    try table.ask(.poll(.reopen(poll)))
    try cast("B", 5...6, at: &table)
    let refusal = table.refusal(of: .poll(.close(poll)))
    #expect(refusal == .tooFewSinceReopened(poll, 2, least: 3))
    #expect(
      refusal?.sentence
        == "Only 2 voted since poll 'v1' was opened again, which would tell what they chose; "
        + "wait for 3, or 'poll lose v1' counts without them")
    try table.ask(.poll(.closeUncounted(poll)))
    #expect(try counts(at: table) == [4, 0, 0])
  }

  @Test func `opening again by taking the close back is guarded the same way`() throws {
    var table = try table()
    try cast("A", 1...4, at: &table)
    try table.ask(.poll(.close(poll)))
    try table.ask(.undo)
    try cast("B", 5...5, at: &table)
    #expect(table.refusal(of: .poll(.close(poll))) == .tooFewSinceReopened(poll, 1, least: 3))
  }

  @Test func `where nobody says who votes any number may follow`() throws {
    var asked = try Asked(.oneChoice, ["a", "b"])
    try asked.cast(Ballot(choosing: ["A"]))
    try asked.close()
    try asked.table.ask(.poll(.reopen(asked.poll)))
    try asked.cast(Ballot(choosing: ["B"]))
    try asked.close()
    #expect(try asked.tally().rows.map(\.count) == [1, 1])
  }

  @Test func `nobody new closes it as it was`() throws {
    var table = try table()
    try cast("A", 1...4, at: &table)
    try table.ask(.poll(.close(poll)))
    let closed = table.session.polls[poll]?.counted
    try table.ask(.poll(.reopen(poll)))
    try table.ask(.poll(.close(poll)))
    #expect(table.session.polls[poll]?.counted == closed)
  }

  @Test func `a group that grew by one is not counted apart the second time`() throws {
    var table = try table()
    for (person, choice) in [(1, "A"), (2, "A"), (3, "B"), (4, "B"), (6, "A"), (7, "B"), (8, "C")] {
      try cast(choice, person...person, at: &table)
    }
    try table.ask(.poll(.close(poll)))
    #expect(
      table.session.polls[poll]?.counted?.parts?[.group]?.keys.sorted() == [
        "civil_society", "government",
      ])
    try table.ask(.poll(.reopen(poll)))
    try cast("A", 5...5, at: &table)
    try cast("B", 9...10, at: &table)
    try table.ask(.poll(.close(poll)))
    // Government without those counted before would be a single person.
    #expect(table.session.polls[poll]?.counted?.parts?[.group] == nil)
    #expect(try counts(at: table) == [4, 5, 1])
  }

  @Test func `a sealed poll opens again, and nothing but turnout is told`() throws {
    var table = try table(.sealed)
    try table.ask(.poll(.close(poll)))
    try table.ask(.poll(.reopen(poll)))
    try cast("A", 1...3, at: &table)
    let open = try #require(table.session.polls[poll])
    #expect(table.session.tally(of: open) == nil)
    #expect(open.turnout == 3)
    #expect(table.refusal(of: .poll(.close(poll))) == .passphraseWanted(poll))
  }

  @Test func `a reopening is taken back`() throws {
    var table = try table()
    try cast("A", 1...4, at: &table)
    try table.ask(.poll(.close(poll)))
    let before = table.session
    try table.ask(.poll(.reopen(poll)))
    try table.ask(.undo)
    #expect(table.session == before)
    try table.ask(.redo)
    #expect(table.session.polls[poll]?.state == .open)
    #expect(table.session.boxes[poll]?.turnout == 4)
  }
}
