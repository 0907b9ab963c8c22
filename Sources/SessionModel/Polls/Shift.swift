/// What has shifted from one round of a poll to the next.
extension Session {
  /// The rounds of a poll up to that one, the first one first; alone where it was asked once.
  public func rounds(of poll: Poll) -> [Poll] {
    var rounds = [poll]
    while let first = rounds.first, let id = first.before, let earlier = polls[id] {
      rounds.insert(earlier, at: 0)
    }
    return rounds
  }

  /// Puts beside each row what it was in the round before, and the shift voter by voter where
  /// ballots have names.
  func compare(_ tally: inout Tally, of poll: Poll) {
    guard let earlier = poll.before.flatMap({ polls[$0] }), let before = plainTally(of: earlier)
    else { return }
    for (index, row) in tally.rows.enumerated() {
      let old = before.rows.first { $0.sign == row.sign && $0.label == row.label }
      tally.rows[index].before = Tally.Earlier(
        count: old?.count ?? 0, full: old?.full ?? 1, figure: old?.figure ?? "0")
    }
    guard poll.state == .closed else { return }
    if let matrix = Tally.Table(shiftFrom: earlier, to: poll)
      ?? .init(choicesFrom: earlier, to: poll)
    {
      tally.tables.append(matrix)
    } else {
      tally.remarks.append("before and after can be compared, but not voter by voter")
      if let margins = Tally.Table(marginsOf: tally) { tally.tables.append(margins) }
    }
  }
}

extension Tally.Table {
  /// Each choice with how many chose it both times, before alone, and after alone; `nil` where no
  /// ballot has a name, or where a ballot is more than choices.
  fileprivate init?(choicesFrom earlier: Poll, to poll: Poll) {
    guard case .pick = poll.form, let before = earlier.byVoter, let after = poll.byVoter else {
      return nil
    }
    let both = Set(before.keys).intersection(after.keys)
    let rows = poll.choices.map { choice in
      var counts = [0, 0, 0]
      for voter in both {
        switch (before[voter]?.marks[choice.id] != nil, after[voter]?.marks[choice.id] != nil) {
        case (true, true): counts[0] += 1
        case (true, false): counts[1] += 1
        case (false, true): counts[2] += 1
        case (false, false): break
        }
      }
      return Row(
        choice.id,
        zip(counts, [Tone.quiet, .strong, .strong]).map { Cell("\($0)", $0 == 0 ? .quiet : $1) })
    }
    self.init(
      title: "Who chose what both times", columns: ["both", "only before", "only after"],
      rows: rows, remark: "\(both.count) answered both times")
  }

  /// What each row was and is, and the difference; `nil` where rows are no shares.
  fileprivate init?(marginsOf tally: Tally) {
    guard !tally.rows.isEmpty, tally.rows.allSatisfy(\.isShare) else { return nil }
    let rows = tally.rows.map { row in
      let (before, after) = (row.before?.percent ?? 0, row.percent ?? 0)
      let shift = after > before ? "+\(after - before)" : "\(after - before)"
      return Row(
        row.sign.isEmpty ? row.label : row.sign,
        [
          Cell("\(before) %"), Cell("\(after) %"),
          Cell(shift, after == before ? .quiet : .strong),
        ])
    }
    self.init(title: "Before and after", columns: ["before", "after", "shift"], rows: rows)
  }
}

extension Tally.Table {
  /// From what each voter said before, in rows, to what the same one says after, in columns; `nil`
  /// where no ballot has a name, or where a ballot says more than one thing.
  fileprivate init?(shiftFrom earlier: Poll, to poll: Poll) {
    guard poll.form.saysOneThing, let before = earlier.byVoter, let after = poll.byVoter else {
      return nil
    }
    let form = poll.form
    let both = Set(before.keys).intersection(after.keys)
    let signs = form.signs(of: poll.choices)
    var counts = signs.map { _ in signs.map { _ in 0 } }
    for voter in both {
      guard let from = before[voter].map({ form.place(of: $0, among: poll.choices) }),
        let to = after[voter].map({ form.place(of: $0, among: poll.choices) })
      else { continue }
      counts[from][to] += 1
    }
    let rows = counts.enumerated().map { from, row in
      Row(
        signs[from],
        row.enumerated().map { to, count in
          Cell(String(count), count == 0 || from == to ? .quiet : .strong)
        })
    }
    let stayed = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    let parts = [
      "\(both.count) answered both times, \(both.count - stayed) of them differently",
      Self.told(before.count - both.count, "only before"),
      Self.told(after.count - both.count, "only after"),
    ].compactMap(\.self)
    self.init(
      title: "Before down, after across", columns: signs, rows: rows,
      remark: parts.joined(separator: "; "))
  }

  private static func told(_ count: Int, _ when: String) -> String? {
    count == 0 ? nil : "\(count) \(when)"
  }
}

extension Poll {
  /// What each voter said, by name or pseudonym; `nil` where no ballot has either.
  fileprivate var byVoter: [String: Ballot]? {
    switch secrecy {
    case .public:
      Dictionary(named.map { ($0.key.description, $0.value) }) { first, _ in first }
    case .coded: coded ?? [:]
    case .anonymous, .sealed: nil
    }
  }
}

extension BallotForm {
  /// Whether a ballot stands in one place among the choices, or is blank.
  fileprivate var saysOneThing: Bool {
    switch self {
    case .pick(_, 1), .scale, .rank: true
    default: false
    }
  }

  /// How the places are called: the choices, then blank.
  fileprivate func signs(of choices: [Choice]) -> [String] {
    if case .scale(let first) = self {
      return choices.indices.map { String($0 + first) } + ["none"]
    }
    return choices.map(\.id) + ["none"]
  }

  /// Where a ballot stands: the one chosen or ranked first, behind all when it is blank.
  fileprivate func place(of ballot: Ballot, among choices: [Choice]) -> Int {
    guard let first = ballot.inOrder.first else { return choices.count }
    return choices.firstIndex { $0.id == first } ?? choices.count
  }
}
