import SessionModel
import Testing

/// Elections that others have counted in public.
struct KnownCountsTests {
  /// Papers written as `A>B=C`, so many of each.
  private func election(
    _ papers: KeyValuePairs<String, Int>, of names: String, seats: Int = 1
  ) throws -> RankedElection {
    let choices = names.map(String.init)
    let ballots = try papers.map { text, weight in
      RankedBallot(
        try text.split(separator: ">").map { place in
          try place.split(separator: "=").map { try #require(choices.firstIndex(of: String($0))) }
        }, weight: Rational(weight))
    }
    return RankedElection(choices: choices, seats: seats, ballots: ballots)
  }

  /// Round by round what counts for whom: `A 42 D 26`, the most first, then by letter.
  private func rounds(of count: RankedCount, _ election: RankedElection) -> [String] {
    count.rounds.map { round in
      round.tally.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
        .map { "\(election.choices[$0.key]) \($0.value)" }.joined(separator: " ")
    }
  }

  private func winners(_ count: RankedCount, _ election: RankedElection) -> String {
    count.winners.map { election.choices[$0] }.joined()
  }

  /// The example of the French Wikipedia on the single transferable vote.
  @Test func `a surplus goes on at exact fractions`() throws {
    let election = try election(
      ["A>B>C>D": 28, "A>C>D>B": 14, "B>C>A>D": 15, "C>A>B>D": 17, "D>B>C>A": 26], of: "ABCD",
      seats: 2)
    let count = election.count(by: .stv)
    #expect(count.quota == Rational(34))
    #expect(
      rounds(of: count, election) == [
        "A 42 D 26 C 17 B 15", "D 26 B 61/3 C 59/3", "B 112/3 D 86/3",
      ])
    #expect(winners(count, election) == "AB")
    #expect(count.rounds.map(\.elected) == [[0], [], [1]])
    #expect(count.rounds.map(\.eliminated) == [[], [2], []])
    #expect(count.rounds[1].held == [0: Rational(34)])
    #expect(count.exhausted == .zero)
  }

  /// The example of the English Wikipedia: chocolate, orange, pear, strawberry, hamburger.
  @Test func `the table of sweets elects chocolate, orange and strawberry`() throws {
    let election = try election(
      ["O": 4, "P>O": 2, "C>S": 8, "C>H": 4, "S": 1, "H": 1], of: "COPSH", seats: 3)
    let count = election.count(by: .stv)
    #expect(count.quota == Rational(6))
    #expect(
      rounds(of: count, election) == [
        "C 12 O 4 P 2 S 1 H 1", "S 5 O 4 H 3 P 2", "O 6 S 5 H 3", "S 5",
      ])
    #expect(winners(count, election) == "COS")
    #expect(count.exhausted == Rational(3))
  }

  /// The first test set of RCTab.
  @Test func `papers without a further place count for nobody`() throws {
    let election = try election(
      ["A": 4, "B": 4, "C>B": 2, "C": 1, "D>B": 1], of: "ABCD")
    let count = election.count(by: .irv)
    #expect(
      rounds(of: count, election) == ["A 4 B 4 C 3 D 1", "B 5 A 4 C 3", "B 7 A 4"])
    #expect(count.rounds.map(\.exhausted) == [.zero, .zero, .one])
    #expect(winners(count, election) == "B")
  }

  /// Wikipedia's Tennessee: the capital is where the methods differ.
  @Test(arguments: [
    (CountingMethod.plurality, "M"), (.borda, "N"), (.irv, "K"), (.stv, "K"), (.schulze, "N"),
  ])
  func `the methods find different capitals`(method: CountingMethod, winner: String) throws {
    let election = try election(
      ["M>N>C>K": 42, "N>C>K>M": 26, "C>K>N>M": 15, "K>C>N>M": 17], of: "MNCK")
    #expect(winners(election.count(by: method), election) == winner)
    #expect(election.pairs.beatsAll == 1)
  }

  /// The example of Schulze's paper with five choices and forty-five papers.
  @Test func `a circle of five is ordered by its strongest paths`() throws {
    let election = try election(
      [
        "A>C>B>E>D": 5, "A>D>E>C>B": 5, "B>E>D>A>C": 8, "C>A>B>E>D": 3, "C>A>E>B>D": 7,
        "C>B>A>D>E": 2, "D>C>E>B>A": 7, "E>B>A>D>C": 8,
      ], of: "ABCDE", seats: 5)
    let count = election.count(by: .schulze)
    #expect(winners(count, election) == "EACBD")
    #expect(rounds(of: count, election) == ["E 4 A 3 C 2 B 1 D 0"])
    #expect(count.ties.isEmpty)
    #expect(election.pairs.beatsAll == nil)
    #expect(election.pairs[0, over: 1] == Rational(20))
    #expect(election.pairs[1, over: 0] == Rational(25))
  }

  @Test func `what is left unranked is last and equal`() throws {
    // With the unranked ignored instead, B and A would meet on the one paper that names both.
    let election = try election(["A": 3, "B>A": 2, "C>B": 2], of: "ABC")
    #expect(election.pairs[0, over: 2] == Rational(5))
    #expect(election.pairs[0, over: 1] == Rational(3))
    #expect(election.pairs[1, over: 0] == Rational(4))
  }

  @Test func `a ranking counted for two is its first two`() throws {
    let election = try election(["A>B>C": 5, "B>A>C": 4, "C>B>A": 2], of: "ABC")
    for method in [CountingMethod.plurality, .borda, .irv, .schulze] {
      let order = election.count(by: method, seats: 3).winners
      #expect(election.count(by: method, seats: 2).winners == Array(order.prefix(2)))
    }
  }

  @Test func `who withdrew is passed over`() throws {
    var election = try election(["A>B": 5, "B>C": 2, "C>B": 4, "A": 1], of: "ABC")
    election.withdrawn = [0]
    let count = election.count(by: .irv)
    #expect(winners(count, election) == "B")
    #expect(rounds(of: count, election) == ["B 7 C 4"])
    #expect(count.exhausted == .one)
    #expect(count.order == [1, 2])
  }

  @Test func `fewer choices than seats are all found`() throws {
    let election = try election(["A>B": 2, "B": 1], of: "AB", seats: 5)
    for method in CountingMethod.allCases {
      #expect(winners(election.count(by: method), election) == "AB", "\(method)")
    }
  }

  @Test func `a paper may weigh a fraction`() {
    let election = RankedElection(
      choices: ["A", "B"],
      ballots: [
        RankedBallot([[0]], weight: Rational(1, over: 3)),
        RankedBallot([[1]], weight: Rational(1, over: 4)),
      ])
    #expect(election.count(by: .plurality).winners == [0])
  }
}
