/// Whether ballots counted apart leave it open what everybody chose.
///
/// In every cell two people at least must not say what others in it say: then one of them, who can
/// take their own ballot away, does not know theirs either; nor does anybody who asks why a cell
/// is not shown know that all in it are of one mind.
///
/// Counts by group, by region and by channel allow many ways in which the ballots may belong to
/// people. One of them is looked for. People who are alike in all that is counted apart may change
/// places in it; so where their ballots say different things, none is certain. Where all of them
/// say the same, another way is looked for in which one of them does not.
/// *Limitations*: where no way is found, nothing is said to be left open, though it might be.
struct Doubt {
  /// A code for each trait that is counted apart, of people who are alike in all of them.
  private var kinds: [[Int]] = []
  private var places: [[Int]: Int] = [:]
  /// How many there are of each kind.
  private var sizes: [Int] = []
  /// What each ballot that was cast says.
  private var sayings: [Set<Saying>] = []
  /// How many of each ballot are counted: by trait, code and ballot.
  private var wanted: [[[Int]]] = []
  /// How many of a kind cast which ballot, in the way that was found.
  private var table: [[Int]] = []

  init(about count: CountApart, in cells: Cells) {
    let traits = VoterTrait.allCases.filter { !cells[$0].isEmpty }
    var ballots: [Ballot: Int] = [:]
    for trait in traits {
      let codes = cells[trait] + [Traits.other]
      var counts = codes.map { _ in [Int: Int]() }
      for (code, counted) in count.parts[trait] ?? [:] {
        let place = codes.firstIndex(of: code) ?? codes.count - 1
        for each in counted {
          let ballot = ballots[each.ballot, default: ballots.count]
          ballots[each.ballot] = ballot
          counts[place][ballot, default: 0] += each.count
        }
      }
      wanted.append(counts.map { row in (0..<ballots.count).map { row[$0] ?? 0 } })
    }
    // A ballot that only a later trait knows is no ballot of an earlier one.
    for trait in wanted.indices {
      for code in wanted[trait].indices {
        let missing = ballots.count - wanted[trait][code].count
        wanted[trait][code] += [Int](repeating: 0, count: missing)
      }
    }
    sayings = ballots.sorted { $0.value < $1.value }.map(\.key.sayings)
    for person in count.people {
      let kind = traits.map { trait in
        cells[trait].firstIndex(of: person[trait]) ?? cells[trait].count
      }
      if let place = places[kind] {
        sizes[place] += 1
      } else {
        places[kind] = kinds.count
        kinds.append(kind)
        sizes.append(1)
      }
    }
    table = kinds.map { _ in [Int](repeating: 0, count: sayings.count) }
  }

  /// Whether nothing of anybody's ballot is certain; true where nothing is counted apart.
  var isLeft: Bool {
    guard !wanted.isEmpty else { return true }
    guard wanted.allSatisfy({ $0.allSatisfy(isOfSeveralMinds) }), isOpen else { return false }
    // Of one trait alone that is all; where traits cross, each voter has to be asked.
    guard wanted.count > 1 else { return true }
    guard kinds.count * sayings.count <= 500 else { return false }
    return kinds.indices.allSatisfy { kind in
      sayings.indices.allSatisfy { without(kind, ballot: $0)?.isOpen ?? true }
    }
  }

  /// Whether nothing of any ballot is certain to somebody who has cast none.
  private var isOpen: Bool {
    var way = self
    guard way.deal(), way.settle() else { return false }
    return way.kinds.indices.allSatisfy { kind in
      way.saidByAll(of: kind).allSatisfy { way.canBeOtherwise(kind, $0) }
    }
  }

  /// What somebody of a kind sees who has cast that ballot; `nil` where nobody of them has.
  private func without(_ kind: Int, ballot: Int) -> Self? {
    var others = self
    others.sizes[kind] -= 1
    for (trait, code) in kinds[kind].enumerated() {
      guard wanted[trait][code][ballot] > 0 else { return nil }
      others.wanted[trait][code][ballot] -= 1
    }
    return others
  }

  /// Whether two ballots of a cell at least are without whatever others have in them.
  private func isOfSeveralMinds(_ counts: [Int]) -> Bool {
    var said: [Saying: Int] = [:]
    for (ballot, count) in counts.enumerated() where count > 0 {
      for saying in sayings[ballot] { said[saying, default: 0] += count }
    }
    let all = counts.reduce(0, +)
    return said.values.allSatisfy { $0 <= all - 2 }
  }

  // MARK: One way

  /// Gives the ballots of each cell of the first trait to the people in it; `false` where they are
  /// not as many.
  private mutating func deal() -> Bool {
    for (code, counts) in wanted[0].enumerated() {
      let members = kinds.indices.filter { kinds[$0][0] == code }
      var left = members.map { sizes[$0] }
      guard left.reduce(0, +) == counts.reduce(0, +) else { return false }
      var next = 0
      for (ballot, count) in counts.enumerated() {
        for _ in 0..<count {
          while left[next] == 0 { next = (next + 1) % members.count }
          table[members[next]][ballot] += 1
          left[next] -= 1
          next = (next + 1) % members.count
        }
      }
    }
    return true
  }

  private struct Exchange {
    var one: Int
    var other: Int
    var given: Int
    var taken: Int
  }

  /// Lets people of one cell of the first trait exchange ballots until all other counts are right;
  /// `false` where that was not found out soon.
  private mutating func settle() -> Bool {
    for round in 0..<500 {
      let surplus = surplus
      guard surplus.contains(where: { $0.contains { $0.contains { $0 != 0 } } }) else {
        return true
      }
      var best = Int.max
      var found: [Exchange] = []
      for exchange in exchanges(for: surplus) {
        let cost = cost(of: exchange, with: surplus)
        if cost < best { found = [] }
        best = min(best, cost)
        if cost == best { found.append(exchange) }
      }
      guard best <= 0, !found.isEmpty else { return false }
      let chosen = found[best < 0 ? 0 : round % found.count]
      table[chosen.one][chosen.given] -= 1
      table[chosen.other][chosen.given] += 1
      table[chosen.other][chosen.taken] -= 1
      table[chosen.one][chosen.taken] += 1
    }
    return false
  }

  /// How many more than wanted there are: by trait, code and ballot.
  private var surplus: [[[Int]]] {
    var surplus = wanted.map { $0.map { $0.map { -$0 } } }
    for (kind, row) in zip(kinds, table) {
      for (trait, code) in kind.enumerated() {
        for (ballot, count) in row.enumerated() { surplus[trait][code][ballot] += count }
      }
    }
    return surplus
  }

  /// Those that take a ballot from where there are too many of it to where there are too few.
  private func exchanges(for surplus: [[[Int]]]) -> [Exchange] {
    var found: [Exchange] = []
    for one in kinds.indices {
      for other in kinds.indices where other != one && kinds[other][0] == kinds[one][0] {
        for given in sayings.indices where table[one][given] > 0 {
          let isWanted = surplus.indices.dropFirst().contains { trait in
            surplus[trait][kinds[one][trait]][given] > 0
              && surplus[trait][kinds[other][trait]][given] < 0
          }
          guard isWanted else { continue }
          for taken in sayings.indices where taken != given && table[other][taken] > 0 {
            found.append(Exchange(one: one, other: other, given: given, taken: taken))
          }
        }
      }
    }
    return found
  }

  /// By how much counts are further from what is wanted after an exchange.
  private func cost(of exchange: Exchange, with surplus: [[[Int]]]) -> Int {
    var cost = 0
    for trait in surplus.indices {
      let one = kinds[exchange.one][trait]
      let other = kinds[exchange.other][trait]
      guard one != other else { continue }
      for (code, ballot, step) in [
        (one, exchange.given, -1), (other, exchange.given, 1), (other, exchange.taken, -1),
        (one, exchange.taken, 1),
      ] {
        let before = surplus[trait][code][ballot]
        cost += abs(before + step) - abs(before)
      }
    }
    return cost
  }

  // MARK: Another way

  /// What all ballots of a kind have in them.
  private func saidByAll(of kind: Int) -> Set<Saying> {
    var said: Set<Saying>?
    for ballot in sayings.indices where table[kind][ballot] > 0 {
      said = said?.intersection(sayings[ballot]) ?? sayings[ballot]
    }
    return said ?? []
  }

  /// Whether somebody of a kind may as well have cast a ballot without that in it.
  ///
  /// Two people with one ballot and two with another may have cast each other's, where the two
  /// pairs have the same codes between them.
  private func canBeOtherwise(_ kind: Int, _ saying: Saying) -> Bool {
    for given in sayings.indices where table[kind][given] > 0 {
      for second in kinds.indices where second != kind && table[second][given] > 0 {
        for (one, other) in crossings(of: kind, second) {
          let isOpen = sayings.indices.contains { taken in
            table[one][taken] > 0 && table[other][taken] > 0 && !sayings[taken].contains(saying)
          }
          if isOpen { return true }
        }
      }
    }
    return false
  }

  /// The pairs of kinds that have the same codes between them as two others.
  private func crossings(of first: Int, _ second: Int) -> [(Int, Int)] {
    (1..<(1 << wanted.count) - 1).compactMap { traits in
      var (one, other) = (kinds[first], kinds[second])
      for trait in wanted.indices where traits >> trait & 1 == 1 {
        (one[trait], other[trait]) = (other[trait], one[trait])
      }
      guard let one = places[one], let other = places[other], one != first, one != second else {
        return nil
      }
      return (one, other)
    }
  }
}

/// One thing that a ballot says.
private enum Saying: Hashable {
  case nothing
  case mark(Choice.ID, Int)
  case across(Choice.ID, Int)
  case word(String)
  case number(Amount)
}

extension Ballot {
  fileprivate var sayings: Set<Saying> {
    guard !isBlank else { return [.nothing] }
    var sayings = Set(marks.map { Saying.mark($0.key, $0.value) })
    for (id, step) in across ?? [:] { sayings.insert(.across(id, step)) }
    for word in words ?? [] { sayings.insert(.word(word.lowercased())) }
    if let number { sayings.insert(.number(number)) }
    return sayings
  }
}
