extension Session {
  /// A table for each trait that a closed poll may be counted apart by; mostly none.
  func tablesApart(of poll: Poll) -> [Tally.Table] {
    VoterTrait.allCases.compactMap { table(of: poll, by: $0) }
  }

  private func table(of poll: Poll, by trait: VoterTrait) -> Tally.Table? {
    let cells = tallies(of: poll, by: trait)
    guard let first = cells.first else { return nil }
    var rows = first.tally.rows.indices.map { row in
      Tally.Table.Row(
        first.tally.rows[row].label,
        cells.map { cell in
          Tally.Table.Cell(
            cell.tally.rows.indices.contains(row) ? cell.tally.rows[row].figure : "")
        })
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
}

extension Poll {
  /// Whether there were groups large enough to be counted apart when it opened, and none is.
  var couldBeApart: Bool {
    guard let counted, let cells, counted.turnout > 0 else { return false }
    return VoterTrait.allCases.contains { cells[$0].count > 1 }
      && (counted.parts ?? [:]).values.allSatisfy { $0.count < 2 }
  }
}
