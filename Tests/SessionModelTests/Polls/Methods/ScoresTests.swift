import SessionModel
import TestSupport
import Testing

struct ScoresTests {
  private static let scores = PollMethod.scores(best: 5)
  private static let names = ["Sea", "Sky", "Land"]

  private static func ballot(_ scores: Int...) -> Ballot {
    Ballot(marks: Dictionary(uniqueKeysWithValues: zip(["A", "B", "C"], scores)))
  }

  @Test func `the two best scored meet in a run-off`() throws {
    // Sea has the most points, but more prefer Sky to it.
    let tally = try Asked.count(
      Self.scores, Self.names,
      [Self.ballot(5, 0, 1), Self.ballot(3, 4, 0), Self.ballot(3, 4, 2), Self.ballot(2, 2, 0)])
    #expect(tally.rows.map(\.label) == ["Sky", "Sea", "Land"])
    #expect(tally.rows.map(\.count) == [10, 13, 3])
    #expect(
      tally.remarks == [
        "Sky comes first by STAR: 2 prefer it to Sea, 1 do not, 1 score both the same"
      ])
    #expect(tally.rows[1].percent == 65)
  }

  @Test func `how often each score was given is a table`() throws {
    let tally = try Asked.count(
      Self.scores, Self.names, [Self.ballot(5, 0), Self.ballot(5, 1, 1), Ballot()])
    let table = try #require(tally.tables.first)
    #expect(table.columns == ["5", "4", "3", "2", "1", "0", "none"])
    let sky = try #require(table.rows.first { $0.title == "Sky" })
    #expect(sky.cells.map(\.text) == ["0", "0", "0", "0", "1", "1", "0"])
    let land = try #require(table.rows.first { $0.title == "Land" })
    #expect(land.cells.map(\.text) == ["0", "0", "0", "0", "1", "0", "1"])
  }

  @Test func `equal scores are told apart by who is preferred`() throws {
    let tally = try Asked.count(
      Self.scores, Self.names,
      [Self.ballot(5, 1, 1), Self.ballot(0, 2, 3), Self.ballot(0, 2, 1)])
    // All three have five points; Sky is preferred to Sea and equal with Land.
    #expect(tally.rows.map(\.count) == [5, 5, 5])
    #expect(tally.rows[0].label == "Sky" || tally.rows[0].label == "Land")
    #expect(tally.rows[2].label == "Sea")
  }

  @Test func `what is equal altogether is settled by a lot that is told`() throws {
    let tally = try Asked.count(
      Self.scores, ["Sea", "Sky"], [Self.ballot(5, 0), Self.ballot(0, 5)])
    #expect(
      tally.remarks.last
        == "the run-off is equal and so are the scores; decided by lot (seed 3)")
  }

  /// Every pair of papers with scores from 0 to 2 beside three choices, counted the plain way.
  @Test func `every small election comes out as the rule says`() throws {
    let papers = everyWay([0, 1, 2], into: 3)
    var faults: [String] = []
    var asked = try Asked(.scores(best: 2), Self.names)
    let poll = try #require(asked.table.session.polls[asked.poll])
    for one in papers {
      for other in papers {
        var box = BallotBox()
        for paper in [one, other] {
          box.put(Self.ballot(paper[0], paper[1], paper[2]), from: nil as PersonID?)
        }
        let tally = try #require(poll.tally(box: box))
        let winner = try #require(tally.rows.first?.sign)
        if !Self.possibleWinners([one, other]).contains(winner) {
          faults.append("\(one) \(other): \(winner)")
        }
      }
    }
    #expect(faults == [])
    try asked.close()
  }

  /// Everybody whom the rule lets come first, whatever a lot says.
  private static func possibleWinners(_ papers: [[Int]]) -> Set<String> {
    let sums = (0..<3).map { place in papers.reduce(0) { $0 + $1[place] } }
    func preferring(_ one: Int, _ other: Int) -> Int { papers.count { $0[one] > $0[other] } }
    var winners: Set<String> = []
    for one in 0..<3 {
      for other in 0..<3 where other != one {
        let third = 3 - one - other
        guard min(sums[one], sums[other]) >= sums[third] else { continue }
        let (mine, theirs) = (preferring(one, other), preferring(other, one))
        let isFirst = mine > theirs || (mine == theirs && sums[one] >= sums[other])
        if isFirst { winners.insert(["A", "B", "C"][one]) }
      }
    }
    return winners
  }

  @Test(arguments: [
    (Ballot(marks: ["A": 6]), "Scores are from 0 to 5"),
    (Ballot(marks: ["A": -1]), "Scores are from 0 to 5"), (Ballot(marks: ["A": 0]), nil),
  ])
  func `a score beyond the best does not stand`(ballot: Ballot, sentence: String?) throws {
    #expect(try Asked(Self.scores, Self.names).complaint(about: ballot) == sentence)
  }

  @Test(arguments: [0, 11])
  func `the best score is from one to ten`(best: Int) throws {
    #expect(
      try Asked.complaint(about: .scores(best: best), Self.names)
        == "The best score is from 1 to 10, not \(best)")
  }
}
