/// Yes, no or abstain.
struct YesNoAbstain: PollRules {
  var title: String { "yes, no or abstain" }
  var standardChoices: [String] { ["Yes", "No", "Abstain"] }

  func form(for choices: [Choice]) -> BallotForm { .pick(min: 1, max: 1) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count == 3 else { throw .yesNoAbstainHasItsOwnChoices }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count == 1 else { throw .wrongNumberOfMarks(min: 1, max: 1) }
  }

  func tally(_ papers: Papers) -> Tally { .ofMarks(papers) }
}
