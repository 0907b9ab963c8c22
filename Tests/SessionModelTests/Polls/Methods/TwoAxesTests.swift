import Testing

@testable import SessionModel

struct TwoAxesTests {
  private static let method = PollMethod(.twoAxes, choices: 2)

  private func ballot(_ places: [Choice.ID: (across: Int, up: Int)]) -> Ballot {
    var ballot = Ballot(marks: places.mapValues(\.up))
    ballot.across = places.mapValues(\.across)
    return ballot
  }

  @Test func `each choice has a mean and its single dots`() throws {
    let tally = try Asked.count(
      Self.method, ["a", "b", "c"],
      [
        ballot(["A": (2, 9), "B": (5, 5)]), ballot(["A": (2, 9)]), ballot(["A": (3, 8)]), Ballot(),
      ])
    guard case .plane(let plane) = tally.shape else { throw Mismatch("\(tally.shape)") }
    #expect(
      plane.dots == [
        .init(sign: "A", across: 3, up: 8, count: 1), .init(sign: "A", across: 2, up: 9, count: 2),
        .init(sign: "B", across: 5, up: 5, count: 1),
      ])
    #expect(
      plane.means == [
        .init(sign: "A", across: Ratio(7, 3), up: Ratio(26, 3)),
        .init(sign: "B", across: Ratio(5), up: Ratio(5)),
      ])
    #expect(tally.rows.map(\.figure) == ["2.3 across, 8.7 up", "5.0 across, 5.0 up", "not placed"])
  }

  @Test(arguments: [(0, 5), (10, 5), (5, 0), (5, 10)])
  func `a place off the axes does not stand`(across: Int, up: Int) throws {
    #expect(
      try Asked(Self.method, ["a", "b"]).complaint(about: ballot(["A": (across, up)]))
        == "Place a choice from 1 to 9, across and up")
  }

  @Test func `a choice placed on one axis alone does not stand`() throws {
    var half = ballot(["A": (1, 1)])
    half.marks["B"] = 4
    #expect(
      try Asked(Self.method, ["a", "b"]).complaint(about: half)
        == "Place a choice from 1 to 9, across and up")
  }

  @Test func `an axis needs words at both ends`() throws {
    let method = PollMethod.twoAxes(
      across: Axis(low: " ", high: "dear"), up: Axis(low: "slow", high: "fast"))
    #expect(
      try Asked.complaint(about: method, ["a", "b"]) == "The end of an axis needs words")
  }
}
