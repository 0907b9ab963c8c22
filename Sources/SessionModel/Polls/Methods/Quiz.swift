/// One choice, of which some are right; which is shown when the poll closes.
struct Quiz: PollRules {
  var right: [Choice.ID]

  var title: String { "a quiz" }

  func form(for choices: [Choice]) -> BallotForm { .pick(min: 1, max: 1) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard !right.isEmpty else { throw .rightAnswerMissing }
    if let stray = right.first(where: { id in !choices.contains { $0.id == id } }) {
      throw .rightAnswerNotOffered(stray)
    }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count == 1 else { throw .wrongNumberOfMarks(min: 1, max: 1) }
  }

  func tally(_ papers: Papers) -> Tally {
    var tally = Tally.ofMarks(papers)
    guard papers.isFinal else { return tally }
    for index in tally.rows.indices {
      tally.rows[index].isMarked = right.contains(tally.rows[index].sign)
    }
    let found = tally.rows.reduce(0) { $0 + ($1.isMarked ? $1.count : 0) }
    tally.remarks = [
      "right: \(right.joined(separator: " or ")), found by \(found) of \(tally.valid)"
    ]
    return tally
  }
}
