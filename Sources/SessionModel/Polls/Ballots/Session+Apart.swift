extension Session {
  /// A table for each trait that a closed poll may be counted apart by; mostly none.
  ///
  /// Its rows are those of the whole count, in their order.
  func tablesApart(of poll: Poll, counted whole: Tally) -> [Tally.Table] {
    VoterTrait.allCases.compactMap { table(of: poll, counted: whole, by: $0) }
  }

  private func table(
    of poll: Poll, counted whole: Tally, by trait: VoterTrait
  ) -> Tally.Table? {
    let cells = tallies(of: poll, by: trait)
    guard !cells.isEmpty else { return nil }
    let parts = parts(of: poll, by: trait)
    let figures = cells.map { cell in
      readings(of: cell.tally, in: parts[cell.cell] ?? [], like: whole)
    }
    var rows = whole.rows.indices.map { row in
      Tally.Table.Row(whole.rows[row].label, figures.map { Tally.Table.Cell($0[row]) })
    }
    rows.append(
      Tally.Table.Row("ballots", cells.map { Tally.Table.Cell("\($0.tally.turnout)", .quiet) }))
    let least = poll.least ?? Poll.leastTogether
    let remark =
      cells.contains { $0.cell == Traits.other } && poll.secrecy != .public
      ? "Fewer than \(least) people, or people of one mind, are never counted apart" : ""
    return Tally.Table(
      title: "By \(trait.title)", columns: cells.map { trait.title(of: $0.cell) }, rows: rows,
      remark: remark)
  }

  /// A cell's figure for each row of the whole count: its own count may order its rows otherwise,
  /// leave some out, or put numbers together in other steps.
  private func readings(
    of cell: Tally, in ballots: [BallotBox.Counted], like whole: Tally
  ) -> [String] {
    if case .spread(let spread) = whole.shape {
      return spread.counts(of: ballots).map(String.init)
    }
    let known = Dictionary(
      cell.rows.map { ($0.subject, $0.figure) }, uniquingKeysWith: { first, _ in first })
    return whole.rows.map { known[$0.subject] ?? "0" }
  }
}

extension Poll {
  /// Whether there were groups large enough to be counted apart when it opened, and none is.
  var couldBeApart: Bool {
    guard let counted, let cells, counted.turnout > 0 else { return false }
    return VoterTrait.allCases.contains { cells[$0].count > 1 }
      && (counted.parts ?? [:]).values.allSatisfy { $0.count < 2 }
  }
}
