import SessionModel
import TestSupport
import Testing

struct ShareBaseTests {
  /// Three ballots, one of them blank, in a room of how many the fixture has.
  private func tally(_ base: ShareBase) throws -> Tally {
    var asked = try Asked(.oneChoice, ["Sea", "Sky"])
    if base != .valid { try asked.table.ask(.poll(.measure(asked.poll, base))) }
    for ballot in [["A"], ["A"], ["B"], []] { try asked.cast(Ballot(choosing: ballot)) }
    try asked.close()
    return try asked.tally()
  }

  @Test(arguments: [
    (ShareBase.valid, [67, 33]), (.cast, [50, 25]), (.none, [nil, nil]),
  ])
  func `shares are of what the poll says`(base: ShareBase, percents: [Int?]) throws {
    #expect(try tally(base).rows.map(\.percent) == percents)
  }

  @Test func `shares can be of all who are entitled`() throws {
    let tally = try tally(.entitled)
    let roll = try Table.open().session.people.roll.count
    #expect(tally.whole == max(roll, 3))
    #expect(tally.baseText == "\(max(roll, 3)) entitled")
  }

  @Test func `who is here is counted when the poll closes`() throws {
    var asked = try Asked(.oneChoice, ["Sea", "Sky"])
    try asked.table.ask(.poll(.measure(asked.poll, .present)))
    try asked.table.ask(.people(.count(.init(room: 10, online: 10))))
    try asked.cast(Ballot(choosing: ["A"]))
    try asked.close()
    try asked.table.ask(.people(.count(.init(room: 1, online: 1))))
    #expect(try asked.tally().rows.map(\.percent) == [5, 0])
    #expect(try asked.tally().baseText == "20 present")
  }

  @Test func `points are shares of points whatever the base`() throws {
    var asked = try Asked(.points(total: 10, most: nil), ["Sea", "Sky"])
    try asked.table.ask(.poll(.measure(asked.poll, .cast)))
    try asked.cast(Ballot(marks: ["A": 3, "B": 1]))
    #expect(try asked.tally().rows.map(\.percent) == [75, 25])
    #expect(try asked.tally().baseText == nil)
  }

  @Test func `as many points as ballots are points all the same`() throws {
    var asked = try Asked(.points(total: 1, most: nil), ["Sea", "Sky"])
    try asked.table.ask(.poll(.measure(asked.poll, .cast)))
    for ballot in [["A": 1], ["B": 1], [:]] { try asked.cast(Ballot(marks: ballot)) }
    #expect(try asked.tally().rows.map(\.percent) == [50, 50])
    #expect(try asked.tally().baseText == nil)
  }

  @Test func `the same base again changes nothing`() throws {
    let asked = try Asked(.oneChoice, ["Sea", "Sky"])
    #expect(
      asked.table.refusal(of: .poll(.measure(asked.poll, .valid)))?.sentence
        == "Nothing about 'v3' would change")
  }
}
