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
    var table = Tally.Table(
      title: "By \(trait.title)", columns: cells.map { trait.title(of: $0.cell) }, rows: rows,
      remark: remark)
    table.shortColumns = cells.map { trait.shortTitle(of: $0.cell) }
    return table
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
  /// Why a secret poll is not counted by all that is known of its voters, in a sentence; `nil`
  /// where it is, where nobody has voted, and where nobody says who it is.
  var whyNotApart: String? {
    guard let counted, counted.turnout > 0, opened != nil, asks != .nothing else { return nil }
    // A slip says no more of its voter than the group.
    let known = asks == .code ? [VoterTrait.group] : VoterTrait.allCases
    let hidden = known.filter { (counted.parts?[$0] ?? [:]).count < 2 }
    guard !hidden.isEmpty else { return nil }
    guard hidden.count < known.count else {
      return known.contains { cells?[$0].count ?? 0 > 1 }
        ? "not counted apart: that would tell what somebody chose"
        : "not counted apart: too few people of any \(known.titles(joinedBy: "or"))"
    }
    return "not counted by \(hidden.titles(joinedBy: "or by")): "
      + "that could tell what somebody chose"
  }
}

extension [VoterTrait] {
  /// As a sentence lists them: `stakeholder group or region`.
  fileprivate func titles(joinedBy word: String) -> String {
    guard let last, count > 1 else { return first?.title ?? "" }
    return dropLast().map(\.title).joined(separator: ", ") + " \(word) \(last.title)"
  }
}
