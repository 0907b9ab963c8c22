/// Ranked papers counted by every plausible method, and what there is to say about that.
struct SeveralCounts {
  private let election: RankedElection
  private let choices: [Choice]
  private let counts: [RankedCount]
  /// The one that the rows follow: instant run-off for one, STV for more.
  private let lead: RankedCount
  private let seed: UInt64

  init(of election: RankedElection, seed: UInt64, choices: [Choice]) {
    let lead: CountingMethod = election.seats > 1 ? .stv : .irv
    let others: [CountingMethod] = [.plurality, .borda, .irv, .schulze].filter { $0 != lead }
    let first = election.count(by: lead, seed: seed)
    self.election = election
    self.choices = choices
    self.lead = first
    self.seed = seed
    counts = [first] + others.map { election.count(by: $0, seed: seed) }
  }

  private func count(by method: CountingMethod) -> RankedCount? {
    counts.first { $0.method == method }
  }

  /// A row a choice as the leading count orders them, as long as it has first places.
  func rows(of valid: Int, marksFound: Bool) -> [Tally.Row] {
    let first = count(by: .plurality)?.rounds.first?.tally ?? [:]
    let parts = parts(in: Array(first.values))
    return lead.order.map { choice in
      let votes = first[choice] ?? .zero
      var row = Tally.Row(
        choices[choice], count: (votes * Rational(parts)).roundedDown.wholeNumber ?? 0,
        of: valid * parts, figure: votes.description)
      row.parts = parts
      row.isMarked = marksFound && lead.winners.contains(choice)
      return row
    }
  }

  /// Into how many parts a ballot is cut so that first places that are shared are whole numbers.
  private func parts(in votes: [Rational]) -> Int {
    func areWhole(in parts: Int) -> Bool {
      votes.allSatisfy { ($0 * Rational(parts)).isWhole }
    }
    var parts = 1
    for sharers in 2...max(2, choices.count) where !areWhole(in: parts) {
      parts = parts / parts.commonDivisor(with: sharers) * sharers
    }
    for sharers in 2...max(2, choices.count) {
      while parts.isMultiple(of: sharers), areWhole(in: parts / sharers) { parts /= sharers }
    }
    return parts
  }

  // MARK: Remarks

  var remarks: [String] {
    var remarks = [
      "\(names(lead.winners)) \(come(lead)) first by \(lead.method.title); "
        + "shares are of first places"
    ]
    if let sentence = disagreement { remarks.append(sentence) }
    if election.seats == 1 {
      remarks.append(
        election.pairs.beatsAll.map { "\(election.choices[$0]) wins against each other choice" }
          ?? "no choice wins against each other one")
    }
    if !lead.ties.isEmpty {
      let ties = lead.ties.map { $0.sentence(names: election.choices) }
      remarks.append(contentsOf: ties.map { $0 + " (seed \(seed))" })
    }
    return remarks
  }

  /// Whom the methods put first, where they do not all put the same ones there.
  private var disagreement: String? {
    var finds: [(winners: [Int], methods: [String])] = []
    for count in counts {
      let winners = count.winners.sorted()
      if let index = finds.firstIndex(where: { $0.winners == winners }) {
        finds[index].methods.append(count.method.title)
      } else {
        finds.append((winners, [count.method.title]))
      }
    }
    guard finds.count > 1 else { return nil }
    let parts = finds.map { "\(names($0.winners)) by \($0.methods.listed)" }
    return "how it is counted matters: " + parts.joined(separator: "; ")
  }

  private func names(_ found: [Int]) -> String { found.map { election.choices[$0] }.listed }

  private func come(_ count: RankedCount) -> String { count.winners.count == 1 ? "comes" : "come" }

  // MARK: Tables

  var tables: [Tally.Table] { [overview, rounds, pairs] }

  private var overview: Tally.Table {
    let columns = counts.map(\.method.title)
    let rows = lead.order.map { choice in
      Tally.Table.Row(
        election.choices[choice],
        counts.map { count in
          let place = count.order.firstIndex(of: choice).map { $0 + 1 } ?? 0
          let isFound = count.winners.contains(choice)
          return Tally.Table.Cell(
            "\(place)\(score(of: choice, in: count))", isFound ? .strong : .plain)
        })
    }
    return Tally.Table(
      title: "Places by each way to count", columns: columns, rows: rows,
      remark: "in brackets first places, points, or how many others a choice wins against")
  }

  private func score(of choice: Int, in count: RankedCount) -> String {
    guard count.rounds.count == 1, count.method != .stv, count.method != .irv,
      let value = count.rounds[0].tally[choice]
    else { return "" }
    return " (\(value))"
  }

  private var rounds: Tally.Table {
    let table = CountTable(of: lead, names: election.choices)
    let rows = table.rows.enumerated().map { index, row in
      let isFound = lead.order.indices.contains(index) && lead.winners.contains(lead.order[index])
      let cells = row.cells.map { Tally.Table.Cell($0, isFound ? .strong : .plain) }
      return Tally.Table.Row(row.title, cells + [Tally.Table.Cell(row.remark, .quiet)])
    }
    return Tally.Table(
      title: "Rounds of \(lead.method.title)",
      columns: lead.rounds.indices.map { "\($0 + 1)" } + [""], rows: rows,
      remark: lead.method.rule.withoutFullStop)
  }

  private var pairs: Tally.Table {
    let pairs = election.pairs
    let rows = lead.order.map { one in
      Tally.Table.Row(
        "\(choices[one].id) \(election.choices[one])",
        lead.order.map { other in
          guard one != other else { return "" }
          let (mine, theirs) = (pairs[one, over: other], pairs[other, over: one])
          return Tally.Table.Cell("\(mine)", mine > theirs ? .good : mine < theirs ? .bad : .plain)
        })
    }
    return Tally.Table(
      title: "How many prefer the row to the column", columns: lead.order.map { choices[$0].id },
      rows: rows)
  }
}

extension [String] {
  /// Names in a sentence: `A, B and C`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Int {
  fileprivate func commonDivisor(with other: Int) -> Int {
    other == 0 ? self : other.commonDivisor(with: self % other)
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
