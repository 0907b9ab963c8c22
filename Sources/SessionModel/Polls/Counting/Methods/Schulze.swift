/// Schulze's method on margins.
///
/// Its one round counts for each choice how many others it comes before.
/// Source: Schulze, “The Schulze Method of Voting”, 2018, 2.3, with margins as strengths.
struct Schulze {
  private let papers: RankedPapers
  private let lot: Lot
  private let seats: Int

  init(_ papers: RankedPapers, _ lot: Lot, seats: Int) {
    self.papers = papers
    self.lot = lot
    self.seats = seats
  }

  func count() -> RankedCount {
    let choices = papers.standing
    let paths = Self.strongestPaths(of: PairwiseMatrix(of: papers).margins)
    func isBefore(_ one: Int, _ other: Int) -> Bool { paths[one][other] > paths[other][one] }
    var count = RankedCount(.schulze, seats: seats)
    var left = Array(choices.indices)
    while !left.isEmpty {
      // Nobody left comes before any of these; among them chance decides.
      let first = left.filter { one in !left.contains { isBefore($0, one) } }
      let equal = Dictionary(
        uniqueKeysWithValues: first.map { (choices[$0], Rational.one) })
      var trial = count
      let next = trial.take(.most, of: first.map { choices[$0] }, by: equal, for: .place, lot)
      if count.order.count < seats { count.ties = trial.ties }
      count.order.append(next)
      left.removeAll { choices[$0] == next }
    }
    let tally = choices.indices.map { one in
      (choices[one], Rational(choices.indices.count { isBefore(one, $0) }))
    }
    count.rounds = [
      RankedCount.Round(
        tally: Dictionary(uniqueKeysWithValues: tally), exhausted: papers.blank,
        elected: count.winners)
    ]
    return count
  }

  /// The strength of the weakest link of the strongest way from each to each.
  private static func strongestPaths(of margins: [[Rational]]) -> [[Rational]] {
    var paths = margins.map { row in row.map { max($0, .zero) } }
    for middle in paths.indices {
      for start in paths.indices where start != middle {
        for end in paths.indices where end != middle && end != start {
          let detour = min(paths[start][middle], paths[middle][end])
          if paths[start][end] < detour { paths[start][end] = detour }
        }
      }
    }
    return paths
  }
}
