import Foundation
import Importers
import SessionModel
import TestSupport
import Testing

/// Elections of the public data beside the checkout, with what must come out of them.
struct SharedCountsTests {
  struct Expectation: Decodable, Sendable {
    var ballots: Int
    var seats: Int?
    var elected: [String]?
    var emptyBallots: Int?
    var firstPreferences: [String: Int]?
    var plurality: String?
    var irv: Runoff?
    var condorcet: Pairs?

    struct Runoff: Decodable, Sendable {
      var winner: String
      var final: [String: Int]
      var exhausted: Int
    }

    struct Pairs: Decodable, Sendable {
      var winner: String
      /// `Montroll>Kiss`: by last names, how many prefer the one and how many the other.
      var pairwise: [String: [Int]]
    }
  }

  /// By the name of the file; none where the data is not there.
  private static let expectations: [String: Expectation] = {
    guard let bytes = SharedData.bytes(of: "data/ranked/expected.json") else { return [:] }
    return (try? JSONDecoder().decode([String: Expectation].self, from: Data(bytes))) ?? [:]
  }()

  private func election(_ name: String) throws -> RankedElection {
    let bytes = try #require(SharedData.bytes(of: "data/ranked/\(name)"))
    return try BLTReader().read(ForeignFile(named: name, bytes: bytes))
  }

  @Test func `every expectation is understood`() {
    let isThere = SharedData.bytes(of: "data/ranked/expected.json") != nil
    #expect(Self.expectations.isEmpty == !isThere)
  }

  @Test(arguments: expectations.keys.sorted())
  func `a known election comes out as it did`(name: String) throws {
    let expected = try #require(Self.expectations[name])
    let election = try election(name)
    #expect(election.ballots.map(\.weight).reduce(.zero, +) == Rational(expected.ballots))
    func names(_ choices: [Int]) -> [String] { choices.map { election.choices[$0] } }
    if let elected = expected.elected {
      #expect(names(election.count(by: .stv).winners).sorted() == elected.sorted())
      #expect(election.seats == expected.seats)
    }
    let first = election.count(by: .plurality)
    if let tally = expected.firstPreferences {
      #expect(named(first.rounds[0].tally, in: election) == tally)
      #expect(first.exhausted == Rational(expected.emptyBallots ?? 0))
    }
    if let winner = expected.plurality { #expect(names(first.winners) == [winner]) }
    if let runoff = expected.irv {
      let count = election.count(by: .irv)
      #expect(names(count.winners) == [runoff.winner])
      #expect(count.rounds.last.map { named($0.tally, in: election) } == runoff.final)
      #expect(count.exhausted == Rational(runoff.exhausted))
    }
    if let condorcet = expected.condorcet { try check(condorcet, in: election) }
  }

  private func check(_ condorcet: Expectation.Pairs, in election: RankedElection) throws {
    let pairs = election.pairs
    #expect(pairs.beatsAll.map { election.choices[$0] } == condorcet.winner)
    #expect(
      election.count(by: .schulze).winners.map { election.choices[$0] } == [condorcet.winner])
    for (pair, counts) in condorcet.pairwise {
      let places = try pair.split(separator: ">").map { last in
        try #require(election.choices.firstIndex { $0.hasSuffix(last) })
      }
      #expect(pairs[places[0], over: places[1]] == Rational(counts[0]), "\(pair)")
      #expect(pairs[places[1], over: places[0]] == Rational(counts[1]), "\(pair)")
    }
  }

  private func named(_ tally: [Int: Rational], in election: RankedElection) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: tally.map { (election.choices[$0], $1.wholeNumber ?? -1) })
  }
}
