/// Points or dots: so many a person, and at most so many on one choice.
struct Points: PollRules {
  var total: Int
  /// The most that one choice may get; `nil` leaves it to the voter.
  var most: Int?

  var title: String {
    "\(total) points a person" + (most.map { ", at most \($0) on each" } ?? "")
  }

  func form(for choices: [Choice]) -> BallotForm { .spend(points: total, most: most ?? total) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard (1...1000).contains(total), (1...total).contains(most ?? total) else {
      throw .pointsDoNotFit(total, most: most)
    }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    let most = most ?? total
    guard ballot.marks.values.allSatisfy({ (1...most).contains($0) }) else {
      throw .pointsOutOfRange(most: most)
    }
    let spent = ballot.marks.values.reduce(0, +)
    guard spent <= total else { throw .pointsOverspent(spent, of: total) }
  }

  func tally(_ papers: Papers) -> Tally {
    let sums = papers.choices.map { choice in papers.sum { $0.marks[choice.id] ?? 0 } }
    let all = sums.reduce(0, +)
    let (valid, blank) = papers.turnout
    let rows = zip(papers.choices, sums).map { Tally.Row($0, count: $1, of: all) }
    var tally = Tally(rows: rows, valid: valid, blank: blank)
    tally.isOfBallots = false
    if valid > 0 { tally.remarks = ["\(all) of \(valid * total) points spent"] }
    return tally
  }
}
