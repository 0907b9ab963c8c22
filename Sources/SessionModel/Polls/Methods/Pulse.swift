/// An instant show of hands: the moderator enters counts, and ballot terminals may add theirs.
struct Pulse: PollRules {
  var title: String { "a show of hands" }
  var standardChoices: [String] { ["Yes", "No"] }
  var entry: CountEntry? { .hands }

  func form(for choices: [Choice]) -> BallotForm { .pick(min: 1, max: 1) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count == 1 else { throw .wrongNumberOfMarks(min: 1, max: 1) }
  }

  func tally(_ papers: Papers) -> Tally {
    let (cast, blank) = papers.turnout
    let hands = papers.choices.reduce(0) { $0 + (papers.entered[$1.id] ?? 0) }
    let rows = papers.choices.map { choice in
      let ballots = papers.sum { $0.marks[choice.id] == nil ? 0 : 1 }
      return Tally.Row(
        choice, count: ballots + (papers.entered[choice.id] ?? 0), of: cast + hands)
    }
    var tally = Tally(rows: rows, valid: cast + hands, blank: blank)
    if hands > 0 {
      tally.remarks = [
        "\(hands) \(hands == 1 ? "hand" : "hands") counted by the moderator, "
          + "\(cast + blank) \(cast + blank == 1 ? "ballot" : "ballots")"
      ]
    }
    return tally
  }
}
