/// One round in which each paper gives points to places: first places only, or Borda's.
struct Scoring {
  private let papers: RankedPapers
  private let lot: Lot
  private let method: CountingMethod
  private let seats: Int

  init(_ papers: RankedPapers, _ lot: Lot, _ method: CountingMethod, seats: Int) {
    self.papers = papers
    self.lot = lot
    self.method = method
    self.seats = seats
  }

  func count() -> RankedCount {
    var tally = Dictionary(uniqueKeysWithValues: papers.standing.map { ($0, Rational.zero) })
    for pile in papers.piles {
      var above = 0
      for place in pile.places {
        // Equal choices share what their places together give.
        let share = (above..<above + place.count).map { Rational(points(forPlace: $0)) }.sum()
        guard !share.isZero else { break }
        for choice in place {
          tally[choice, default: .zero] += pile.weight * share / Rational(place.count)
        }
        above += place.count
      }
    }
    return RankedCount(method, seats: seats).ranking(by: tally, exhausted: papers.blank, lot)
  }

  /// What a place gives; the first is 0.
  private func points(forPlace place: Int) -> Int {
    method == .borda ? papers.standing.count - 1 - place : place == 0 ? 1 : 0
  }
}

extension RankedCount {
  /// The same with one round in it, the choices ranked by what counts for them.
  func ranking(by tally: [Int: Rational], exhausted: Rational, _ lot: Lot) -> RankedCount {
    var count = self
    var left = tally.keys.sorted()
    while !left.isEmpty {
      var trial = count
      let next = trial.take(.most, of: left, by: tally, for: .place, lot)
      // Who is equal behind the last seat does not matter.
      if count.order.count < seats { count.ties = trial.ties }
      count.order.append(next)
      left.removeAll { $0 == next }
    }
    count.rounds = [Round(tally: tally, exhausted: exhausted, elected: count.winners)]
    return count
  }
}
