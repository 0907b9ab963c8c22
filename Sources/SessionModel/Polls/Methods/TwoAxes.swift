/// Each choice placed on two axes, as on a sheet with four quarters.
struct TwoAxes: PollRules {
  var across: Axis
  var up: Axis

  var title: String {
    "two axes, \(across.low) to \(across.high) and \(up.low) to \(up.high)"
  }

  func form(for choices: [Choice]) -> BallotForm { .place(across: across, up: up) }

  func check(choices: [Choice]) throws(Refusal) {
    guard !choices.isEmpty else { throw .tooFewChoices(0) }
    guard [across.low, across.high, up.low, up.high].allSatisfy({ !$0.isBlank }) else {
      throw .textMissing(what: "the end of an axis")
    }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    let across = ballot.across ?? [:]
    let steps = 1...Axis.steps
    guard Set(across.keys) == Set(ballot.marks.keys),
      across.values.allSatisfy(steps.contains), ballot.marks.values.allSatisfy(steps.contains)
    else { throw .placeOffTheAxes }
  }

  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    var plane = Tally.Plane(across: across, up: up, dots: [], means: [])
    var rows: [Tally.Row] = []
    for choice in papers.choices {
      let dots = dots(of: choice, in: papers)
      plane.dots += dots
      let count = dots.reduce(0) { $0 + $1.count }
      guard count > 0 else {
        rows.append(row(choice, 0, of: valid, at: "not placed"))
        continue
      }
      let mean = Tally.Plane.Mean(
        sign: choice.id, across: Ratio(dots.reduce(0) { $0 + $1.across * $1.count }, count),
        up: Ratio(dots.reduce(0) { $0 + $1.up * $1.count }, count))
      plane.means.append(mean)
      rows.append(
        row(choice, count, of: valid, at: "\(mean.across.text()) across, \(mean.up.text()) up"))
    }
    var tally = Tally(rows: rows, valid: valid, blank: blank)
    tally.shape = .plane(plane)
    if valid > 0 {
      tally.remarks = [
        "across 1 is '\(across.low)' and \(Axis.steps) '\(across.high)'",
        "up 1 is '\(up.low)' and \(Axis.steps) '\(up.high)'",
      ]
    }
    return tally
  }

  private func row(_ choice: Choice, _ count: Int, of valid: Int, at place: String) -> Tally.Row {
    var row = Tally.Row(choice, count: count, of: valid, figure: place)
    row.isShare = false
    return row
  }

  /// Where a choice was placed, from the lower left on, each place once.
  private func dots(of choice: Choice, in papers: Papers) -> [Tally.Plane.Dot] {
    var dots: [Tally.Plane.Dot] = []
    for paper in papers.ballots {
      guard let up = paper.ballot.marks[choice.id], let across = paper.ballot.across?[choice.id]
      else { continue }
      if let index = dots.firstIndex(where: { $0.across == across && $0.up == up }) {
        dots[index].count += paper.count
      } else {
        dots.append(
          Tally.Plane.Dot(sign: choice.id, across: across, up: up, count: paper.count))
      }
    }
    return dots.sorted { ($0.up, $0.across) < ($1.up, $1.across) }
  }
}
