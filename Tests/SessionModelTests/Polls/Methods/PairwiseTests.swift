import SessionModel
import TestSupport
import Testing

struct PairwiseTests {
  private static let names = ["Sea", "Sky", "Land"]

  @Test func `whoever wins more of its pairs stands higher`() throws {
    let tally = try Asked.count(
      .pairwise, Self.names,
      [
        Ballot(marks: ["A/B": 2, "A/C": 1, "B/C": 1]), Ballot(marks: ["A/B": 2, "B/C": 1]),
        Ballot(marks: ["A/B": 1, "A/C": 2]),
      ])
    #expect(tally.rows.map(\.label) == ["Sky", "Sea", "Land"])
    #expect(tally.rows.map(\.figure) == ["4 of 5", "2 of 5", "1 of 4"])
    #expect(tally.remarks == ["Sky wins against each other choice"])
    #expect(tally.rows.map(\.isMarked) == [true, false, false])
    #expect(tally.tables.first?.rows[0].cells.map(\.text) == ["", "2", "2"])
  }

  @Test func `a circle has no winner`() throws {
    let tally = try Asked.count(
      .pairwise, Self.names, [Ballot(marks: ["A/B": 1, "B/C": 1, "A/C": 2])])
    #expect(tally.remarks == ["no choice wins against each other one"])
    #expect(tally.rows.allSatisfy { $0.percent == 50 && !$0.isMarked })
  }

  @Test(arguments: [
    (Ballot(marks: ["A/B": 3]), "Of a pair the first (1) or the second (2) matters more"),
    (Ballot(marks: ["B/A": 1]), "Poll 'v3' does not offer 'B/A'"),
    (Ballot(marks: ["A": 1]), "Poll 'v3' does not offer 'A'"), (Ballot(marks: ["B/C": 2]), nil),
  ])
  func `only a side of a pair can be chosen`(ballot: Ballot, sentence: String?) throws {
    #expect(try Asked(.pairwise, Self.names).complaint(about: ballot) == sentence)
  }

  @Test func `more than eight make too many pairs`() throws {
    #expect(
      try Asked.complaint(about: .pairwise, (1...9).map(String.init))
        == "At most 8 choices can be compared in pairs; 9 given")
  }
}
