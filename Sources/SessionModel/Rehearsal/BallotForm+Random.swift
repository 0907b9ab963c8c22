extension BallotForm {
  /// A ballot as somebody at a table may fill it in; it always stands.
  func ballot(among choices: [Choice], using generator: inout SeededGenerator) -> Ballot {
    switch self {
    case .pick(let min, let max):
      return Ballot(choosing: some(min...Swift.max(min, max), of: choices, using: &generator))
    case .scale: return Ballot(choosing: some(1...1, of: choices, using: &generator))
    case .rank(let min, let max):
      return Ballot(ranking: some(min...Swift.max(min, max), of: choices, using: &generator))
    case .grade(let grades):
      return marked(choices.map(\.id)) {
        grades.isEmpty ? nil : grades[generator.below(grades.count)].number
      }
    case .spend(let points, let most): return spent(points, most, choices, using: &generator)
    case .place: return placed(choices, using: &generator)
    case .compare: return marked(Choice.pairs(of: choices)) { 1 + generator.leaning(2) }
    case .statements:
      return marked(choices.map(\.id)) { generator.once(in: 4) ? nil : generator.below(3) - 1 }
    case .words(let most, _):
      return Ballot(words: said(Self.words, generator.below(most) + 1, using: &generator))
    case .answers: return Ballot(words: said(Self.answers, 1, using: &generator))
    case .number: return Ballot(number: Amount(20 + generator.below(41) + generator.below(41)))
    case .entered: return Ballot()
    }
  }

  /// So many choices, those that stand first more often.
  private func some(
    _ count: ClosedRange<Int>, of choices: [Choice], using generator: inout SeededGenerator
  ) -> [Choice.ID] {
    let count = count.lowerBound + generator.below(count.count)
    var ids = choices.map(\.id)
    var chosen: [Choice.ID] = []
    while chosen.count < count, !ids.isEmpty {
      chosen.append(ids.remove(at: generator.leaning(ids.count)))
    }
    return chosen
  }

  private func marked(_ ids: [Choice.ID], _ mark: () -> Int?) -> Ballot {
    var ballot = Ballot()
    for id in ids { ballot.marks[id] = mark() }
    return ballot
  }

  private func spent(
    _ points: Int, _ most: Int, _ choices: [Choice], using generator: inout SeededGenerator
  ) -> Ballot {
    var ballot = Ballot()
    var left = points
    for id in some(1...Swift.max(1, choices.count), of: choices, using: &generator) where left > 0 {
      let spent = Swift.min(most, 1 + generator.below(left))
      ballot.marks[id] = spent
      left -= spent
    }
    return ballot
  }

  private func placed(_ choices: [Choice], using generator: inout SeededGenerator) -> Ballot {
    var ballot = Ballot()
    var across: [Choice.ID: Int] = [:]
    for (index, choice) in choices.enumerated() {
      // Round a place of its own, so that the dots of one choice lie together.
      let middle = 2 + index * 3 % 7
      across[choice.id] = Swift.min(Axis.steps, Swift.max(1, middle + generator.below(5) - 2))
      ballot.marks[choice.id] =
        Swift.min(Axis.steps, Swift.max(1, 8 - middle + generator.below(5) - 1))
    }
    ballot.across = across.isEmpty ? nil : across
    return ballot
  }

  private func said(
    _ stock: [String], _ count: Int, using generator: inout SeededGenerator
  ) -> [String] {
    var rest = stock
    return (0..<Swift.min(count, stock.count)).map { _ in
      rest.remove(at: generator.leaning(rest.count))
    }
  }

  private static var words: [String] {
    [
      "trust", "transparency", "remedy", "capacity", "cooperation", "Trust", "law", "courage",
      "time",
    ]
  }

  private static var answers: [String] {
    [
      "Publish what was promised and what was done", "Pay those who advise you",
      "Begin with the people who are affected", "One form for all countries",
      "Let small organizations work together",
    ]
  }
}

extension SeededGenerator {
  /// A whole number below the bound; small ones come more often.
  fileprivate mutating func leaning(_ bound: Int) -> Int { Swift.min(below(bound), below(bound)) }
}
