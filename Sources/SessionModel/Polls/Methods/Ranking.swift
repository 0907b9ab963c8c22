/// Choices put in order, all of them or the first few; counted in several ways.
struct Ranking: PollRules {
  /// How many are ranked at least; one where nothing is said.
  var min: Int?
  /// How many at most; all where nothing is said.
  var max: Int?
  /// How many are to be found; more than one is counted by STV first.
  var seats: Int?

  var title: String {
    let places = max.map { "a ranking of the first \($0)" } ?? "a ranking"
    return places + (seats.map { ", \($0) to be found" } ?? "")
  }

  func form(for choices: [Choice]) -> BallotForm {
    .rank(min: min ?? 1, max: max ?? choices.count)
  }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    let (fewest, most) = (min ?? 1, max ?? choices.count)
    guard fewest >= 1, most >= fewest, most <= choices.count else {
      throw .boundsDoNotFit(min: fewest, max: most, choices: choices.count)
    }
    guard (1...choices.count).contains(seats ?? 1) else {
      throw .seatsDoNotFit(seats ?? 1, choices: choices.count)
    }
  }

  /// Choices may share a place; whether places are left out in between does not matter.
  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    let (fewest, most) = (min ?? 1, max ?? choices.count)
    guard (fewest...most).contains(ballot.marks.count) else {
      throw .wrongNumberOfPlaces(min: fewest, max: most)
    }
    guard ballot.marks.values.allSatisfy((1...choices.count).contains) else {
      throw .placeOutOfBallot(last: choices.count)
    }
  }

  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    guard valid > 0 else {
      let rows = papers.choices.map { Tally.Row($0, count: 0, of: 1) }
      return Tally(rows: rows, valid: 0, blank: blank)
    }
    let counts = SeveralCounts(
      of: papers.election(seats: seats ?? 1), seed: papers.seed, choices: papers.choices)
    var tally = Tally(
      rows: counts.rows(of: valid, marksFound: papers.isFinal), valid: valid, blank: blank)
    tally.remarks = counts.remarks
    tally.tables = counts.tables
    return tally
  }
}

extension Papers {
  /// The same as ranked papers; a mark is a place.
  func election(seats: Int) -> RankedElection {
    let places = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1.id, $0) })
    let ranked = ballots.map { paper in
      let byPlace = Dictionary(grouping: paper.ballot.marks, by: \.value)
      let order = byPlace.sorted { $0.key < $1.key }.map { _, marks in
        marks.compactMap { places[$0.key] }.sorted()
      }
      return RankedBallot(order, weight: Rational(paper.count))
    }
    return RankedElection(choices: choices.map(\.text), seats: seats, ballots: ranked)
  }
}
