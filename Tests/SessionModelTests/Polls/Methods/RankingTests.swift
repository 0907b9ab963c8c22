import SessionModel
import TestSupport
import Testing

struct RankingTests {
  private static let towns = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]
  private static let ranking = PollMethod.ranking(min: nil, max: nil, seats: nil)

  /// Wikipedia's Tennessee in a room of a hundred.
  private static func tennessee(_ method: PollMethod = ranking) throws -> Tally {
    let papers = [
      (["A", "B", "C", "D"], 42), (["B", "C", "D", "A"], 26), (["C", "D", "B", "A"], 15),
      (["D", "C", "B", "A"], 17),
    ]
    return try Asked.count(
      method, towns, papers.flatMap { [Ballot](repeating: Ballot(ranking: $0), count: $1) })
  }

  @Test(arguments: [
    (ranking, "Put 1 to 4 in order, the best first"),
    (.ranking(min: nil, max: 2, seats: nil), "Put 1 to 2 in order, the best first"),
    (.ranking(min: 3, max: 3, seats: nil), "Put 3 in order, the best first"),
  ])
  func `all or the first few are ranked`(method: PollMethod, instruction: String) throws {
    let asked = try Asked(method, Self.towns)
    let poll = try #require(asked.table.session.polls[asked.poll])
    #expect(poll.form.instruction == instruction)
  }

  @Test func `first places that are shared have their exact share`() throws {
    let ballots = [
      Ballot(ranking: ["A"]), Ballot(ranking: ["B"]), Ballot(marks: ["A": 1, "B": 1, "C": 1]),
      Ballot(marks: ["A": 1, "B": 1, "C": 1, "D": 1]), Ballot(marks: ["C": 1, "D": 1]),
      Ballot(marks: ["A": 1, "B": 1, "C": 1]),
    ]
    let tally = try Asked.count(Self.ranking, Self.towns, ballots)
    let rows = Dictionary(uniqueKeysWithValues: tally.rows.map { ($0.sign, $0) })
    #expect(["A", "B", "C", "D"].map { rows[$0]?.figure } == ["23/12", "23/12", "17/12", "0.75"])
    #expect(["A", "B", "C", "D"].map { rows[$0]?.percent } == [32, 32, 24, 13])
  }

  @Test(arguments: [
    (PollMethod.ranking(min: 1, max: 5, seats: nil), "Choosing 1 to 5 does not fit 4 choices"),
    (.ranking(min: 3, max: 2, seats: nil), "Choosing 3 to 2 does not fit 4 choices"),
    (.ranking(min: nil, max: nil, seats: 5), "Finding 5 does not fit 4 choices"),
  ])
  func `a ranking that cannot be filled in is refused`(
    method: PollMethod, sentence: String
  ) throws {
    #expect(try Asked.complaint(about: method, Self.towns) == sentence)
  }

  @Test(arguments: [
    (Ballot(ranking: ["A", "B", "C"]), "Put 1 to 2 in order"),
    (Ballot(marks: ["A": 0]), "Places are from 1 to 4"),
    (Ballot(marks: ["A": 5]), "Places are from 1 to 4"),
    (Ballot(ranking: ["C"]), nil), (Ballot(marks: ["A": 1, "B": 1]), nil), (Ballot(), nil),
  ])
  func `a ballot with too many or strange places does not stand`(
    ballot: Ballot, sentence: String?
  ) throws {
    let asked = try Asked(.ranking(min: nil, max: 2, seats: nil), Self.towns)
    #expect(asked.complaint(about: ballot) == sentence)
  }

  @Test func `where methods find different ones it is said in a sentence`() throws {
    let tally = try Self.tennessee()
    #expect(
      tally.remarks == [
        "Knoxville comes first by instant run-off; shares are of first places",
        "how it is counted matters: Knoxville by instant run-off; Memphis by first places; "
          + "Nashville by Borda and Schulze",
        "Nashville wins against each other choice",
      ])
  }

  @Test func `rows follow the leading count and are as long as they have first places`() throws {
    let tally = try Self.tennessee()
    #expect(tally.rows.map(\.label) == ["Knoxville", "Memphis", "Nashville", "Chattanooga"])
    #expect(tally.rows.map(\.count) == [17, 42, 26, 15])
    #expect(tally.rows.map(\.isMarked) == [true, false, false, false])
    #expect(tally.rows.map(\.percent) == [17, 42, 26, 15])
  }

  @Test func `the rounds are a table`() throws {
    let rounds = try #require(try Self.tennessee().tables.first { $0.title.hasPrefix("Rounds") })
    #expect(rounds.columns == ["1", "2", "3", ""])
    #expect(
      rounds.rows.map { [$0.title] + $0.cells.map(\.text) } == [
        ["Knoxville", "17", "32", "58", "first in round 3"],
        ["Memphis", "42", "42", "42", ""],
        ["Nashville", "26", "26", "", "out in round 2"],
        ["Chattanooga", "15", "", "", "out in round 1"],
      ])
  }

  @Test func `pairs show who is preferred to whom`() throws {
    let pairs = try #require(try Self.tennessee().tables.last)
    #expect(pairs.columns == ["D", "A", "B", "C"])
    #expect(pairs.rows[2].cells.map(\.text) == ["68", "58", "", "68"])
    #expect(pairs.rows[2].cells.map(\.tone) == [.good, .good, .plain, .good])
  }

  @Test func `more than one is found by STV first`() throws {
    let tally = try Self.tennessee(.ranking(min: nil, max: nil, seats: 2))
    #expect(
      tally.remarks.first
        == "Memphis and Nashville come first by Scottish STV; shares are of first places")
    #expect(tally.rows.filter(\.isMarked).map(\.label) == ["Memphis", "Nashville"])
  }

  @Test func `a lot is told with what it was drawn from`() throws {
    let tally = try Asked.count(
      Self.ranking, ["Sea", "Sky"], [Ballot(ranking: ["A"]), Ballot(ranking: ["B"])])
    #expect(
      tally.remarks.last
        == "Round 1: Sea and Sky are equal; Sky goes out, by lot (seed 3)")
  }

  @Test func `a blank ballot counts for nothing`() throws {
    let tally = try Asked.count(Self.ranking, ["Sea", "Sky"], [Ballot(ranking: ["B"]), Ballot()])
    #expect(tally.rows.map(\.label) == ["Sky", "Sea"])
    #expect((tally.valid, tally.blank) == (1, 1))
    #expect(tally.rows[0].percent == 100)
  }

  @Test func `without a ballot nobody is first`() throws {
    let tally = try Asked.count(Self.ranking, Self.towns, [])
    #expect(tally.rows.map(\.label) == Self.towns)
    #expect(tally.remarks.isEmpty && tally.tables.isEmpty)
  }
}
