/// Several choices, at least `min` and at most `max` of them.
struct SeveralChoices: PollRules {
  var min: Int
  var max: Int

  var title: String { "several choices, \(min) to \(max)" }

  func form(for choices: [Choice]) -> BallotForm { .pick(min: min, max: max) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard min >= 1, max >= min, max <= choices.count else {
      throw .boundsDoNotFit(min: min, max: max, choices: choices.count)
    }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count >= min, ballot.marks.count <= max else {
      throw .wrongNumberOfMarks(min: min, max: max)
    }
  }

  func tally(_ papers: Papers) -> Tally { .ofMarks(papers) }
}
