/// Instant run-off: the last goes out, one a round, and its papers go on to their next place.
///
/// For one seat it ends with more than half of the papers that still count; for more it goes on to
/// the last two, and who went out later comes before who went out earlier.
struct InstantRunoff {
  private let papers: RankedPapers
  private let lot: Lot
  private let seats: Int

  init(_ papers: RankedPapers, _ lot: Lot, seats: Int) {
    self.papers = papers
    self.lot = lot
    self.seats = seats
  }

  func count() -> RankedCount {
    var count = RankedCount(.irv, seats: seats)
    var remaining = Set(papers.standing)
    var out: [Int] = []
    while !remaining.isEmpty {
      var round = tally(among: remaining)
      if isDecided(round) {
        count.order = ranking(of: round, in: &count) + out.reversed()
        round.elected = count.winners
        count.rounds.append(round)
        break
      }
      let last = count.take(
        .fewest, of: remaining.sorted(), by: round.tally, for: .elimination, lot)
      remaining.remove(last)
      out.append(last)
      round.eliminated = [last]
      count.rounds.append(round)
    }
    return count
  }

  private func isDecided(_ round: RankedCount.Round) -> Bool {
    guard round.tally.count > 2 else { return true }
    let most = round.tally.values.max() ?? .zero
    return seats == 1 && most + most > round.tally.values.sum()
  }

  /// The ones of the last round from first to last.
  private func ranking(of round: RankedCount.Round, in count: inout RankedCount) -> [Int] {
    var left = round.tally.keys.sorted()
    var last: [Int] = []
    while !left.isEmpty {
      var trial = count
      let next = trial.take(.fewest, of: left, by: round.tally, for: .elimination, lot)
      // Behind somebody with more than half it does not matter who is equal.
      if round.tally.count <= 2 { count.ties = trial.ties }
      last.append(next)
      left.removeAll { $0 == next }
    }
    return last.reversed()
  }

  private func tally(among remaining: Set<Int>) -> RankedCount.Round {
    var tally = Dictionary(uniqueKeysWithValues: remaining.map { ($0, Rational.zero) })
    var exhausted = papers.blank
    for pile in papers.piles {
      let leaders = pile.leaders(among: remaining)
      if leaders.isEmpty { exhausted += pile.weight }
      for leader in leaders {
        tally[leader, default: .zero] += pile.weight / Rational(leaders.count)
      }
    }
    return RankedCount.Round(tally: tally, exhausted: exhausted)
  }
}
