/// Which of two matters more, for each pair of choices or for some of them.
struct Pairwise: PollRules {
  /// More than that make more pairs than anybody answers.
  static let mostChoices = 8

  var title: String { "pairs" }

  func form(for choices: [Choice]) -> BallotForm { .compare }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard choices.count <= Self.mostChoices else {
      throw .tooManyToCompare(choices.count, most: Self.mostChoices)
    }
  }

  func markable(of choices: [Choice]) -> [Choice.ID] { Choice.pairs(of: choices) }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.values.allSatisfy((1...2).contains) else { throw .sideOutOfRange }
  }

  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    let pairs = ComparedPairs(papers)
    let rows = pairs.order.map { place in
      Tally.Row(
        papers.choices[place], count: pairs.wins(of: place), of: pairs.meetings(of: place),
        figure: "\(pairs.wins(of: place)) of \(pairs.meetings(of: place))")
    }
    var tally = Tally(rows: rows, valid: valid, blank: blank)
    tally.isOfBallots = false
    guard valid > 0 else { return tally }
    if let first = pairs.beatsAll {
      let row = tally.rows.firstIndex { $0.sign == papers.choices[first].id } ?? 0
      tally.rows[row].isMarked = papers.isFinal
      tally.remarks = ["\(papers.choices[first].text) wins against each other choice"]
    } else {
      tally.remarks = ["no choice wins against each other one"]
    }
    tally.tables = [pairs.table]
    return tally
  }
}

/// How often each choice was put before each other one.
private struct ComparedPairs {
  private let choices: [Choice]
  private var before: [[Int]]

  init(_ papers: Papers) {
    choices = papers.choices
    before = papers.choices.map { _ in papers.choices.map { _ in 0 } }
    for one in choices.indices {
      for other in choices.indices where one < other {
        let pair = "\(choices[one].id)/\(choices[other].id)"
        before[one][other] = papers.sum { $0.marks[pair] == 1 ? 1 : 0 }
        before[other][one] = papers.sum { $0.marks[pair] == 2 ? 1 : 0 }
      }
    }
  }

  func wins(of place: Int) -> Int { before[place].reduce(0, +) }

  /// How often it was compared with anything.
  func meetings(of place: Int) -> Int {
    wins(of: place) + before.reduce(0) { $0 + $1[place] }
  }

  /// By the share of comparisons won, equal ones as the poll offers them.
  var order: [Int] {
    choices.indices.sorted { one, other in
      let mine = wins(of: one) * Swift.max(1, meetings(of: other))
      let theirs = wins(of: other) * Swift.max(1, meetings(of: one))
      return mine != theirs ? mine > theirs : one < other
    }
  }

  /// Whoever is before each other choice more often than behind it; `nil` where nobody is.
  var beatsAll: Int? {
    choices.indices.first { one in
      choices.indices.allSatisfy { $0 == one || before[one][$0] > before[$0][one] }
    }
  }

  var table: Tally.Table {
    let order = order
    let rows = order.map { one in
      Tally.Table.Row(
        "\(choices[one].id) \(choices[one].text)",
        order.map { other in
          guard one != other else { return "" }
          let (mine, theirs) = (before[one][other], before[other][one])
          return Tally.Table.Cell("\(mine)", mine > theirs ? .good : mine < theirs ? .bad : .plain)
        })
    }
    return Tally.Table(
      title: "How often the row was put before the column", columns: order.map { choices[$0].id },
      rows: rows)
  }
}
