import SessionModel

/// Counts elections of three choices in the plainest way, by trying everything that could happen.
///
/// It knows no lot: where choices are equal it goes every way, so it finds all outcomes that some
/// rule for ties could lead to. It shares no code with the counts it checks.
struct NaiveCounter {
  /// A paper: places from first to last, equal choices in one.
  typealias Paper = [[Int]]
  /// The first of the order, as many as there are seats.
  typealias Outcomes = Set<[Int]>

  var papers: [Paper]
  let choices = [0, 1, 2]
  var seats: Int

  /// Values that differ do so by much more than that.
  private static let dust = 1e-9

  private func isEqual(_ one: Double, _ other: Double) -> Bool { abs(one - other) < Self.dust }

  func outcomes(by method: CountingMethod) -> Outcomes {
    switch method {
    case .plurality: plurality()
    case .borda: borda()
    case .irv: runoff()
    case .stv: transferableVote()
    case .schulze: schulze()
    }
  }

  // MARK: Orders by a score

  private func plurality() -> Outcomes {
    orders { choice in
      papers.reduce(0) { sum, paper in
        guard let first = paper.first, first.contains(choice) else { return sum }
        return sum + 1 / Double(first.count)
      }
    }
  }

  private func borda() -> Outcomes {
    orders { choice in
      papers.reduce(0) { sum, paper in
        guard let place = paper.firstIndex(where: { $0.contains(choice) }) else { return sum }
        let above = paper[..<place].joined().count
        let equal = paper[place].count - 1
        return sum + Double(choices.count - 1 - above) - Double(equal) / 2
      }
    }
  }

  private func orders(by score: (Int) -> Double) -> Outcomes {
    let scores = Dictionary(uniqueKeysWithValues: choices.map { ($0, score($0)) })
    return orders { (scores[$0] ?? 0) > (scores[$1] ?? 0) + Self.dust }
  }

  /// The beginnings of all orders in which nobody stands before somebody better.
  private func orders(where isBetter: (Int, Int) -> Bool) -> Outcomes {
    let fitting = Self.permutations.filter { order in
      order.indices.allSatisfy { place in
        order[place...].allSatisfy { !isBetter($0, order[place]) }
      }
    }
    return Set(fitting.map { Array($0.prefix(seats)) })
  }

  private static let permutations = [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
  ]

  // MARK: Pairs

  private func schulze() -> Outcomes {
    let better = choices.map { one in
      choices.filter { other in
        strongestWay(from: one, to: other, over: []) > strongestWay(from: other, to: one, over: [])
      }
    }
    return orders { better[$0].contains($1) }
  }

  /// Of all ways that visit nobody twice the one whose weakest step is strongest.
  private func strongestWay(from one: Int, to other: Int, over visited: [Int]) -> Int {
    var best = max(0, margin(of: one, over: other))
    for step in choices where step != one && step != other && !visited.contains(step) {
      let rest = strongestWay(from: step, to: other, over: visited + [one])
      best = max(best, min(margin(of: one, over: step), rest))
    }
    return best
  }

  private func margin(of one: Int, over other: Int) -> Int {
    papers.reduce(0) { sum, paper in
      let places = [one, other].map { choice in
        paper.firstIndex { $0.contains(choice) } ?? .max
      }
      return sum + (places[0] < places[1] ? 1 : places[0] > places[1] ? -1 : 0)
    }
  }

  // MARK: Run-off

  private func runoff() -> Outcomes {
    func orders(of remaining: [Int]) -> [[Int]] {
      guard remaining.count > 1 else { return [remaining] }
      let votes = remaining.map { choice in
        papers.reduce(0.0) { $0 + Self.share(of: choice, in: $1, among: remaining) }
      }
      let fewest = votes.min() ?? 0
      return remaining.indices.filter { isEqual(votes[$0], fewest) }.flatMap { place in
        orders(of: remaining.filter { $0 != remaining[place] }).map { $0 + [remaining[place]] }
      }
    }
    return Set(orders(of: choices).map { Array($0.prefix(seats)) })
  }

  /// What of a paper counts for a choice while those remain.
  private static func share(of choice: Int, in paper: Paper, among remaining: [Int]) -> Double {
    for place in paper {
      let left = place.filter(remaining.contains)
      if !left.isEmpty { return left.contains(choice) ? 1 / Double(left.count) : 0 }
    }
    return 0
  }

  // MARK: Single transferable vote

  private func transferableVote() -> Outcomes {
    let valid = papers.filter { !$0.isEmpty }
    let quota = Double(valid.count / (seats + 1) + 1)
    var start = Stage(hopeful: choices)
    for paper in valid { start.give(paper, worth: 1) }
    return Set(outcomes(of: start, quota: quota))
  }

  private struct Stage {
    var hopeful: [Int]
    var elected: [Int] = []
    var pending: [Int] = []
    var held: [(paper: Paper, worth: Double, by: Int)] = []

    func votes(_ choice: Int) -> Double {
      held.reduce(0) { $0 + ($1.by == choice ? $1.worth : 0) }
    }

    mutating func give(_ paper: Paper, worth: Double) {
      for choice in hopeful {
        let share = NaiveCounter.share(of: choice, in: paper, among: hopeful)
        if share > 0 { held.append((paper, worth * share, choice)) }
      }
    }

    /// Passes a part of all that a choice holds on, and keeps the rest.
    mutating func pass(_ part: Double, of choice: Int) {
      let moving = held.filter { $0.by == choice }
      held = held.map { ($0.paper, $0.by == choice ? $0.worth * (1 - part) : $0.worth, $0.by) }
      for paper in moving { give(paper.paper, worth: paper.worth * part) }
    }
  }

  private func outcomes(of stage: Stage, quota: Double) -> [[Int]] {
    if stage.elected.count == seats || stage.hopeful.isEmpty { return [stage.elected] }
    let free = seats - stage.elected.count
    let reaching = stage.hopeful.filter {
      stage.votes($0) > quota - Self.dust || stage.hopeful.count <= free
    }
    if !reaching.isEmpty {
      // The one with the most is elected first; the others follow when this is looked at again.
      let most = reaching.map(stage.votes).max() ?? 0
      return reaching.filter { isEqual(stage.votes($0), most) }.flatMap { choice in
        var next = stage
        next.hopeful.removeAll { $0 == choice }
        next.elected.append(choice)
        if stage.votes(choice) > quota + Self.dust { next.pending.append(choice) }
        return outcomes(of: next, quota: quota)
      }
    }
    if !stage.pending.isEmpty {
      let most = stage.pending.map(stage.votes).max() ?? 0
      return stage.pending.filter { isEqual(stage.votes($0), most) }.flatMap { choice in
        var next = stage
        next.pending.removeAll { $0 == choice }
        next.pass((most - quota) / most, of: choice)
        return outcomes(of: next, quota: quota)
      }
    }
    let fewest = stage.hopeful.map(stage.votes).min() ?? 0
    return stage.hopeful.filter { isEqual(stage.votes($0), fewest) }.flatMap { choice in
      var next = stage
      next.hopeful.removeAll { $0 == choice }
      next.pass(1, of: choice)
      return outcomes(of: next, quota: quota)
    }
  }
}
