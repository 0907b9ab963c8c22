/// A hum for each side: nobody votes, the moderator listens and enters how strong each was.
struct Hum: PollRules {
  static let levels = ["none", "weak", "strong"]

  var title: String { "a hum" }
  var standardChoices: [String] { ["For", "Against"] }
  var entry: CountEntry? { .levels(Self.levels) }

  func form(for choices: [Choice]) -> BallotForm { .entered }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {}

  func tally(_ papers: Papers) -> Tally {
    let rows = papers.choices.map { choice in
      let level = papers.entered[choice.id]
      let name = level.flatMap { Self.levels.indices.contains($0) ? Self.levels[$0] : nil }
      var row = Tally.Row(
        choice, count: level ?? 0, of: Self.levels.count - 1, figure: name ?? "not yet heard")
      row.isShare = false
      return row
    }
    var tally = Tally(rows: rows, valid: 0, blank: 0)
    tally.shape = .levels
    tally.remarks = ["heard by the moderator, not counted"]
    return tally
  }
}
