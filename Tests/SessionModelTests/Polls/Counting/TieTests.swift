import SessionModel
import Testing

struct TieTests {
  private func election(_ papers: [[Int]], of names: [String]) -> RankedElection {
    RankedElection(
      choices: names, ballots: papers.map { paper in RankedBallot(paper.map { [$0] }) })
  }

  @Test(arguments: CountingMethod.allCases)
  func `the same seed draws the same lot`(method: CountingMethod) {
    let election = election([[0], [1], [2]], of: ["a", "b", "c"])
    for seed in 0..<20 as Range<UInt64> {
      #expect(election.count(by: method, seed: seed) == election.count(by: method, seed: seed))
    }
  }

  @Test(arguments: CountingMethod.allCases)
  func `each of three equal choices wins with some seed`(method: CountingMethod) {
    let election = election([[0], [1], [2]], of: ["a", "b", "c"])
    let winners = (0..<30).map { election.count(by: method, seed: $0).winners }
    #expect(Set(winners) == [[0], [1], [2]])
  }

  @Test(arguments: CountingMethod.allCases)
  func `no place on the paper is lucky`(method: CountingMethod) {
    let one = election([[0], [1], [2]], of: ["a", "b", "c"])
    let other = election([[0], [1], [2]], of: ["c", "a", "b"])
    for seed in 0..<20 as Range<UInt64> {
      let names = [one, other].map { election in
        election.count(by: method, seed: seed).winners.map { election.choices[$0] }
      }
      #expect(names[0] == names[1])
    }
  }

  @Test func `a tie is settled by the last earlier round that knew a difference`() throws {
    // b and c are equal in round 2, but b had more in round 1.
    let election = election(
      [[0], [0], [0], [1], [1], [2], [3, 2]], of: ["a", "b", "c", "d"])
    let seeds = (0..<20).map { election.count(by: .stv, seed: $0) }
    let count = try #require(seeds.first { $0.ties.last?.settled == .round(1) })
    #expect(count.ties.last?.among == [1, 2])
    #expect(count.ties.last?.taken == 2)
    #expect(
      count.ties.last?.sentence(names: election.choices)
        == "Round 2: b and c are equal; c goes out, as round 1 has it")
  }

  @Test func `a tie that earlier rounds cannot settle goes by lot`() {
    let election = election([[0], [1]], of: ["a", "b"])
    for seed in 0..<10 as Range<UInt64> {
      let count = election.count(by: .plurality, seed: seed)
      #expect(count.ties.map(\.settled) == [.lot])
      #expect(count.ties.map(\.taken) == count.winners)
    }
  }

  @Test func `a tie behind the last seat is not told`() {
    let election = election([[0], [0], [1], [2]], of: ["a", "b", "c"])
    #expect(election.count(by: .plurality).ties.isEmpty)
    #expect(election.count(by: .schulze).ties.isEmpty)
    #expect(!election.count(by: .plurality, seats: 2).ties.isEmpty)
  }

  @Test(arguments: CountingMethod.allCases)
  func `papers in another order give the same count`(method: CountingMethod) {
    let papers = [[0, 1], [1, 2], [2, 0], [0], [3, 1, 2], [1, 3]]
    let names = ["a", "b", "c", "d"]
    let count = election(papers, of: names).count(by: method, seats: 2)
    #expect(election(papers.reversed(), of: names).count(by: method, seats: 2) == count)
  }
}
