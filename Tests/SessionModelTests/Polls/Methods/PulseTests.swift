import TestSupport
import Testing

@testable import SessionModel

struct PulseTests {
  @Test func `hands that were counted and ballots that were cast are added up`() throws {
    var asked = try Asked(.pulse)
    try asked.cast(Ballot(choosing: ["A"]))
    try asked.cast(Ballot())
    try asked.table.ask(.poll(.enter(asked.poll, ["A": 12, "B": 3])))
    try asked.table.ask(.poll(.enter(asked.poll, ["A": 11])))
    try asked.close()
    let tally = try asked.tally()
    #expect(tally.rows.map(\.count) == [12, 3])
    #expect(tally.rows.map(\.percent) == [80, 20])
    #expect(tally.turnout == 16)
    #expect(tally.remarks == ["14 hands counted by the moderator, 2 ballots"])
  }

  @Test func `fewer hands than none are refused`() throws {
    let asked = try Asked(.pulse)
    #expect(
      asked.table.refusal(of: .poll(.enter(asked.poll, ["A": -1])))?.sentence
        == "Fewer hands than none cannot be up")
  }

  @Test func `nothing can be entered where ballots alone count`() throws {
    let asked = try Asked(.oneChoice, ["a", "b"])
    #expect(
      asked.table.refusal(of: .poll(.enter(asked.poll, ["A": 1])))?.sentence
        == "Poll 'v3' counts ballots; nothing can be entered")
  }

  @Test(arguments: PollTemplate.allCases)
  func `every template can be asked as it stands`(template: PollTemplate) throws {
    var table = try Table.open()
    try table.ask(.poll(template.intent))
    #expect(table.session.polls.open?.text == template.text)
  }
}
