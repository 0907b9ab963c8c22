/// Answers in one's own words; to stand behind somebody else's is to say the same.
struct OpenAnswers: PollRules {
  /// How many answers one voter may give or stand behind.
  var max: Int

  /// The most characters an answer may have.
  static let characters = 140

  var title: String { "open answers" }

  func form(for choices: [Choice]) -> BallotForm {
    .answers(most: max, characters: Self.characters)
  }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.isEmpty else { throw .noChoicesWanted }
    guard (1...9).contains(max) else { throw .wordsOutOfRange(max) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    try ballot.checkWords(most: max, characters: Self.characters)
  }

  func tally(_ papers: Papers) -> Tally { .ofWords(papers, shape: .answers) }
}
