/// The single transferable vote as Scotland counts it, but with exact fractions.
///
/// Source: The Scottish Local Government Elections Order 2011, schedule 1, rules 45 to 52: the Droop
/// quota; a surplus goes on from all papers of who has it, at their value times surplus over votes;
/// the largest surplus first; papers go to the next choice that is neither elected nor out.
struct ScottishSTV {
  private let papers: RankedPapers
  private let lot: Lot
  private let seats: Int
  /// The share of a paper that lies with each choice.
  private var held: [Int: [Parcel]] = [:]
  private var hopeful: Set<Int>
  /// From the first elected to the last.
  private var elected: [Int] = []
  /// Those of the elected whose surplus has not gone on yet.
  private var withSurplus: [Int] = []
  private var out: [Int] = []
  private var exhausted: Rational
  private var outcome: RankedCount
  /// The least whole number that no more can have than there are seats.
  private let quota: Rational

  /// RankedPapers of one pile that lie with one choice: `weight` of them, each worth `value`.
  private struct Parcel {
    var pile: Int
    var weight: Rational
    var value: Rational
  }

  init(_ papers: RankedPapers, _ lot: Lot, seats: Int) {
    self.papers = papers
    self.lot = lot
    self.seats = seats
    hopeful = Set(papers.standing)
    exhausted = papers.blank
    outcome = RankedCount(.stv, seats: seats)
    quota = (papers.valid / Rational(seats + 1)).roundedDown + .one
    outcome.quota = quota
  }

  func count() -> RankedCount {
    var counting = self
    counting.run()
    return counting.outcome
  }

  private mutating func run() {
    for index in papers.piles.indices {
      pass(Parcel(pile: index, weight: papers.piles[index].weight, value: .one))
    }
    while true {
      var round = round()
      round.elected = elect(by: round.tally)
      if elected.count == seats || hopeful.isEmpty {
        outcome.rounds.append(round)
        break
      }
      let values = round.tally.merging(round.held) { own, _ in own }
      if !withSurplus.isEmpty {
        let largest = outcome.take(.most, of: withSurplus, by: values, for: .surplus, lot)
        outcome.rounds.append(round)
        passSurplus(of: largest, votes: values[largest] ?? .zero)
      } else {
        let last = outcome.take(
          .fewest, of: hopeful.sorted(), by: round.tally, for: .elimination, lot)
        round.eliminated = [last]
        outcome.rounds.append(round)
        eliminate(last)
      }
    }
    outcome.order = elected + rankingOfHopeful() + out.reversed()
  }

  /// What lies with everybody now.
  private func round() -> RankedCount.Round {
    RankedCount.Round(
      tally: Dictionary(uniqueKeysWithValues: hopeful.map { ($0, votes(of: $0)) }),
      held: Dictionary(uniqueKeysWithValues: elected.map { ($0, votes(of: $0)) }),
      exhausted: exhausted)
  }

  private func votes(of choice: Int) -> Rational {
    // RankedPapers are counted first and valued then: values are few, and long to add up.
    var weights: [Rational: Rational] = [:]
    for parcel in held[choice] ?? [] { weights[parcel.value, default: .zero] += parcel.weight }
    return weights.map { $0 * $1 }.sum()
  }

  /// Elects who has the quota, and everybody who is left when there are seats for all of them.
  private mutating func elect(by tally: [Int: Rational]) -> [Int] {
    var found = hopeful.filter { (tally[$0] ?? .zero) >= quota }
    if hopeful.count - found.count <= seats - elected.count - found.count { found = hopeful }
    var order: [Int] = []
    while !found.isEmpty {
      let next = outcome.take(.most, of: found.sorted(), by: tally, for: .place, lot)
      found.remove(next)
      order.append(next)
      if (tally[next] ?? .zero) > quota { withSurplus.append(next) }
    }
    hopeful.subtract(order)
    elected += order
    return order
  }

  private mutating func passSurplus(of choice: Int, votes: Rational) {
    let share = (votes - quota) / votes
    withSurplus.removeAll { $0 == choice }
    for index in (held[choice] ?? []).indices {
      guard var parcel = held[choice]?[index] else { continue }
      held[choice]?[index].value = parcel.value * (.one - share)
      parcel.value = parcel.value * share
      pass(parcel)
    }
  }

  private mutating func eliminate(_ choice: Int) {
    hopeful.remove(choice)
    out.append(choice)
    for parcel in held.removeValue(forKey: choice) ?? [] { pass(parcel) }
  }

  /// Gives papers to their next choice; equal ones share them.
  private mutating func pass(_ parcel: Parcel) {
    let leaders = papers.piles[parcel.pile].leaders(among: hopeful)
    if leaders.isEmpty { exhausted += parcel.weight * parcel.value }
    for leader in leaders {
      var share = parcel
      share.weight = parcel.weight / Rational(leaders.count)
      held[leader, default: []].append(share)
    }
  }

  /// Who was neither elected nor went out when the last seat was filled.
  private func rankingOfHopeful() -> [Int] {
    var trial = outcome
    let tally = outcome.rounds.last?.tally ?? [:]
    var left = hopeful.sorted()
    var last: [Int] = []
    while !left.isEmpty {
      let next = trial.take(.fewest, of: left, by: tally, for: .elimination, lot)
      last.append(next)
      left.removeAll { $0 == next }
    }
    return last.reversed()
  }
}
