/// One choice out of several.
struct OneChoice: PollRules {
  var title: String { "one choice" }

  func form(for choices: [Choice]) -> BallotForm { .pick(min: 1, max: 1) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count == 1 else { throw .wrongNumberOfMarks(min: 1, max: 1) }
  }

  func tally(_ papers: Papers) -> Tally { .ofMarks(papers) }
}
