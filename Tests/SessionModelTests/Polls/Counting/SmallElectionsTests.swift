import SessionModel
import Testing

/// Every election of three choices and up to four papers, counted twice.
struct SmallElectionsTests {
  private static let names = ["a", "b", "c"]

  /// Every paper that puts some of three choices in order.
  private static let strict: [NaiveCounter.Paper] = orders(of: [0, 1, 2])

  private static func orders(of left: [Int]) -> [NaiveCounter.Paper] {
    [[]]
      + left.flatMap { first in
        orders(of: left.filter { $0 != first }).map { [[first]] + $0 }
      }
  }

  /// Every paper on which choices may be equal too.
  private static let all: [NaiveCounter.Paper] = weakOrders(of: [0, 1, 2])

  private static func weakOrders(of left: [Int]) -> [NaiveCounter.Paper] {
    let firsts = (1..<(1 << left.count)).map { bits in
      left.indices.filter { bits & (1 << $0) != 0 }.map { left[$0] }
    }
    return [[]]
      + firsts.flatMap { first in
        weakOrders(of: left.filter { !first.contains($0) }).map { [first] + $0 }
      }
  }

  /// Every choice of that many papers, in whatever order they lie in the box.
  private static func elections(
    of count: Int, from papers: ArraySlice<NaiveCounter.Paper>
  ) -> [[NaiveCounter.Paper]] {
    guard count > 0 else { return [[]] }
    return papers.indices.flatMap { index in
      elections(of: count - 1, from: papers[index...]).map { [papers[index]] + $0 }
    }
  }

  /// What is wrong with a count, if anything.
  private func fault(
    of papers: [NaiveCounter.Paper], by method: CountingMethod, seats: Int
  ) -> String? {
    let election = RankedElection(
      choices: Self.names, seats: seats, ballots: papers.map { RankedBallot($0) })
    let count = election.count(by: method, seed: 5)
    let naive = NaiveCounter(papers: papers, seats: seats)
    let outcomes = naive.outcomes(by: method)
    guard outcomes.contains(count.winners) else { return "\(papers): \(count.winners)" }
    // What could have come out otherwise was a tie, and is told.
    guard outcomes.count == 1 || !count.ties.isEmpty else { return "\(papers): a tie untold" }
    let isConserved = count.rounds.allSatisfy { $0.total == Rational(papers.count) }
    guard isConserved || method == .borda || method == .schulze else {
      return "\(papers): papers lost"
    }
    return nil
  }

  /// An order of all three says who would have been first of fewer.
  private static let counts: [(CountingMethod, Int)] = [
    (.plurality, 3), (.borda, 3), (.schulze, 3), (.irv, 1), (.irv, 2), (.stv, 1), (.stv, 2),
  ]

  @Test(arguments: counts)
  func `a count of up to four papers comes out as trying everything does`(
    method: CountingMethod, seats: Int
  ) {
    #expect(Self.strict.count == 16)
    let elections = (0...4).flatMap { Self.elections(of: $0, from: Self.strict[...]) }
    #expect(elections.compactMap { fault(of: $0, by: method, seats: seats) } == [])
  }

  @Test(arguments: counts)
  func `equal places are counted as trying everything does`(method: CountingMethod, seats: Int) {
    #expect(Self.all.count == 26)
    let elections = (0...2).flatMap { Self.elections(of: $0, from: Self.all[...]) }
    #expect(elections.compactMap { fault(of: $0, by: method, seats: seats) } == [])
  }
}

extension RankedCount.Round {
  /// All papers, wherever they lie.
  fileprivate var total: Rational {
    (Array(tally.values) + held.values).reduce(exhausted, +)
  }
}
