import Testing

@testable import SessionModel

struct PointsTests {
  @Test func `points are summed, and their shares are of all that were spent`() throws {
    let tally = try Asked.count(
      .points(total: 100, most: nil), ["a", "b", "c"],
      [Ballot(marks: ["A": 70, "B": 30]), Ballot(marks: ["B": 60]), Ballot()])
    #expect(tally.rows.map(\.figure) == ["70", "90", "0"])
    #expect(tally.rows.map(\.percent) == [44, 56, 0])
    #expect(tally.remarks == ["160 of 200 points spent"])
    #expect(tally.turnout == 3)
  }

  @Test func `exactly the ballots within both limits stand`() throws {
    let asked = try Asked(.points(total: 3, most: 2), ["a", "b", "c"])
    for spent in everyWay(Array(-1...3), into: 3) {
      var ballot = Ballot()
      for (id, points) in zip(["A", "B", "C"], spent) where points != -1 {
        ballot.marks[id] = points
      }
      let marks = ballot.marks.values
      let stands = marks.allSatisfy { (1...2).contains($0) } && marks.reduce(0, +) <= 3
      #expect((asked.complaint(about: ballot) == nil) == stands, "\(spent)")
    }
  }

  @Test func `too many points are said to be too many`() throws {
    let asked = try Asked(.points(total: 10, most: nil), ["a", "b"])
    #expect(
      asked.complaint(about: Ballot(marks: ["A": 9, "B": 2])) == "Spend 10 points; these are 11")
    #expect(
      asked.complaint(about: Ballot(marks: ["A": 11]))
        == "Give a choice 1 to 10 points, or none")
  }

  @Test(arguments: [
    (0, nil, "0 points cannot be spent; 1 to 1000 can"),
    (10, 11, "10 points, at most 11 on each, cannot be spent"),
    (10, 0, "10 points, at most 0 on each, cannot be spent"),
  ])
  func `points that cannot be spent are refused`(total: Int, most: Int?, sentence: String) throws {
    #expect(try Asked.complaint(about: .points(total: total, most: most), ["a", "b"]) == sentence)
  }
}
