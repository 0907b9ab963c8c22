public import SessionModel

/// What is printed of a count: the rule, the rounds as a table, who is first, and every tie.
public struct CountSummary {
  private let count: RankedCount
  private let election: RankedElection

  /// As wide as a line of plain text.
  private static let columns = 78
  /// The least that is left for names beside the figures.
  private static let leastForNames = 20

  public init(of count: RankedCount, in election: RankedElection) {
    self.count = count
    self.election = election
  }

  public var document: Document {
    var sections = [Document.Section("Outcome", outcome), Document.Section("Rounds", rounds)]
    if count.method == .schulze {
      sections.append(Document.Section("Preferred by how many ballots", [.table(pairs)]))
    }
    if !count.ties.isEmpty {
      let ties = count.ties.map { Document.Item($0.sentence(names: election.choices)) }
      sections.append(Document.Section("Ties", [.list(ties)]))
    }
    let title = election.title ?? ""
    return Document(title: title.isEmpty ? "Count of ranked ballots" : title, sections: sections)
  }

  private var outcome: [Document.Block] {
    let winners = count.winners.map { election.choices[$0] }
    let total = election.ballots.reduce(Rational.zero) { $0 + $1.weight }
    let blank = count.rounds.first?.exhausted ?? .zero
    var facts = [
      Document.Fact(
        count.seats == 1 ? "First" : "First \(count.seats)", winners.joined(separator: ", ")),
      Document.Fact("Method", count.method.title),
      Document.Fact("Ballots", "\(total), \(blank) of them blank"),
      Document.Fact("Choices", "\(count.order.count)" + withdrawn),
    ]
    if count.seats > count.order.count {
      facts.append(Document.Fact("Seats", "\(count.seats), more than there are choices"))
    } else if let quota = count.quota {
      facts.append(Document.Fact("Quota", "\(quota)"))
    }
    return [.facts(facts), .paragraph(count.method.rule)]
  }

  private var withdrawn: String {
    let names = election.withdrawn.sorted().map { election.choices[$0] }
    return names.isEmpty ? "" : "; withdrawn: " + names.joined(separator: ", ")
  }

  /// As many tables as the rounds need to stand side by side.
  private var rounds: [Document.Block] {
    let table = CountTable(of: count, names: election.choices)
    let widest = table.rows.flatMap(\.cells).map(\.count).max() ?? 1
    let remark = table.rows.map(\.remark.count).max() ?? 0
    let room = Self.columns - Self.leastForNames - remark - 4
    let width = max(1, room / (max(widest, 2) + 2))
    return stride(from: 0, to: count.rounds.count, by: width).map { start in
      let shown = start..<min(start + width, count.rounds.count)
      return .table(
        Document.Table(
          [.text("Choice")] + shown.map { .figures("\($0 + 1)") } + [.text("")],
          rows: table.rows.map { [$0.title] + $0.cells[shown] + [$0.remark] }))
    }
  }

  /// A row a choice, and how many ballots put it before the choice of each column.
  private var pairs: Document.Table {
    let pairs = election.pairs
    let order = count.order
    return Document.Table(
      [.text("Choice")] + order.indices.map { .figures("over \($0 + 1)") },
      rows: order.enumerated().map { place, one in
        ["\(place + 1) \(election.choices[one])"]
          + order.map { $0 == one ? "" : "\(pairs[one, over: $0])" }
      })
  }
}
