/// How many papers prefer each choice to each other one.
public struct PairwiseMatrix: Equatable, Sendable {
  /// Everybody who stands, in the order of the paper.
  public let choices: [Int]
  /// By places in `choices`.
  private var preferring: [[Rational]]

  init(of papers: RankedPapers) {
    choices = papers.standing
    let none = [Rational](repeating: .zero, count: choices.count)
    preferring = [[Rational]](repeating: none, count: choices.count)
    let places = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1, $0) })
    for pile in papers.piles {
      var below = Set(choices.indices)
      for place in pile.places {
        let above = place.compactMap { places[$0] }
        below.subtract(above)
        for winner in above {
          for loser in below { preferring[winner][loser] += pile.weight }
        }
      }
    }
  }

  /// How many papers put the one before the other; zero for who does not stand.
  public subscript(one: Int, over other: Int) -> Rational {
    guard let winner = choices.firstIndex(of: one), let loser = choices.firstIndex(of: other)
    else { return .zero }
    return preferring[winner][loser]
  }

  /// By how much more than the other way round, by places in `choices`.
  var margins: [[Rational]] {
    choices.indices.map { one in
      choices.indices.map { preferring[one][$0] - preferring[$0][one] }
    }
  }

  /// The choice that wins against each other one; `nil` where there is none.
  public var beatsAll: Int? {
    let margins = margins
    let winner = choices.indices.first { one in
      choices.indices.allSatisfy { $0 == one || margins[one][$0] > .zero }
    }
    return winner.map { choices[$0] }
  }
}
