import TestSupport
import Testing

@testable import SessionModel

struct HumTests {
  @Test func `the moderator enters how strong each side was`() throws {
    var asked = try Asked(.hum)
    #expect(try asked.tally().rows.map(\.figure) == ["not yet heard", "not yet heard"])
    try asked.table.ask(.poll(.enter(asked.poll, ["A": 2])))
    try asked.table.ask(.poll(.enter(asked.poll, ["B": 0])))
    try asked.close()
    let tally = try asked.tally()
    #expect(tally.rows.map(\.figure) == ["strong", "none"])
    #expect(tally.rows.map(\.percent) == [nil, nil])
    #expect(tally.shape == .levels)
  }

  @Test func `nobody votes in a hum`() throws {
    let asked = try Asked(.hum)
    let sentence = "Poll 'v3' takes no ballots: the moderator enters what the room shows"
    #expect(asked.complaint(about: Ballot(choosing: ["A"])) == sentence)
    #expect(asked.complaint(about: Ballot()) == sentence)
  }

  @Test(arguments: [
    (["A": 3], "Say 0 for none, 1 for weak, 2 for strong"),
    (["A": -1], "Say 0 for none, 1 for weak, 2 for strong"),
    (["C": 1], "Poll 'v3' does not offer 'C'"), ([:], "Nothing about 'v3' would change"),
  ])
  func `what cannot be entered is said why`(counts: [String: Int], sentence: String) throws {
    let asked = try Asked(.hum)
    #expect(
      asked.table.refusal(of: .poll(.enter(asked.poll, counts)))?.sentence == sentence)
  }

  @Test func `what was heard can be taken back`() throws {
    var asked = try Asked(.hum)
    try asked.table.ask(.poll(.enter(asked.poll, ["A": 2])))
    try asked.table.ask(.undo)
    #expect(try asked.tally().rows.map(\.figure) == ["not yet heard", "not yet heard"])
  }
}
