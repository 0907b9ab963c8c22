/// A score beside each choice, counted by STAR: score, then automatic run-off.
///
/// Source: starvoting.org, “STAR voting ballot and tabulation”.
struct Scores: PollRules {
  /// The best score; the worst is 0, and so is none.
  var best: Int

  var title: String { "scores from 0 to \(best)" }

  func form(for choices: [Choice]) -> BallotForm {
    .grade((0...Swift.max(0, best)).map { BallotForm.Grade($0, "\($0)") })
  }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard (1...10).contains(best) else { throw .bestScoreOutOfRange(best) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.values.allSatisfy((0...best).contains) else {
      throw .scoreOutOfRange(best: best)
    }
  }

  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    let count = STARCount(papers)
    let rows = count.order.map { place in
      var row = Tally.Row(papers.choices[place], count: count.sums[place], of: valid * best)
      row.isMarked = papers.isFinal && valid > 0 && count.order.first == place
      return row
    }
    var tally = Tally(rows: rows, valid: valid, blank: blank)
    tally.isOfBallots = false
    guard valid > 0 else { return tally }
    tally.remarks = count.remarks
    tally.tables = [distribution(of: papers, in: count.order)]
    return tally
  }

  /// How often each choice got each score; no mark is apart from a 0.
  private func distribution(of papers: Papers, in order: [Int]) -> Tally.Table {
    let rows = order.map { place in
      let id = papers.choices[place].id
      let counts = (0...best).reversed().map { score in
        papers.sum { $0.marks[id] == score ? 1 : 0 }
      }
      let none = papers.sum { !$0.isBlank && $0.marks[id] == nil ? 1 : 0 }
      return Tally.Table.Row(
        papers.choices[place].text,
        (counts + [none]).map { Tally.Table.Cell("\($0)", $0 == 0 ? .quiet : .plain) })
    }
    return Tally.Table(
      title: "How often each score was given",
      columns: (0...best).reversed().map(String.init) + ["none"], rows: rows,
      remark: "none counts as 0")
  }
}
