/// An election as the methods see it: without who withdrew, equal papers on one pile.
struct RankedPapers {
  /// In the order of the paper.
  let standing: [Int]
  /// RankedPapers that name anybody who stands.
  let piles: [RankedBallot]
  /// How many papers name nobody who stands; they count for nothing.
  let blank: Rational

  init(of election: RankedElection) {
    let standing = Set(election.standing)
    var places: [[[Int]]: Int] = [:]
    var piles: [RankedBallot] = []
    var blank = Rational.zero
    for ballot in election.ballots {
      let named = ballot.places.map { $0.filter(standing.contains) }.filter { !$0.isEmpty }
      if named.isEmpty {
        blank += ballot.weight
      } else if let pile = places[named] {
        piles[pile].weight += ballot.weight
      } else {
        places[named] = piles.count
        piles.append(RankedBallot(named, weight: ballot.weight))
      }
    }
    self.standing = election.standing
    self.piles = piles
    self.blank = blank
  }

  /// How many papers name anybody who stands.
  var valid: Rational { piles.map(\.weight).sum() }
}

extension RankedBallot {
  /// Whom the paper stands for among some: the first place that holds any of them.
  func leaders(among remaining: Set<Int>) -> [Int] {
    for place in places {
      let found = place.filter(remaining.contains)
      if !found.isEmpty { return found }
    }
    return []
  }
}
