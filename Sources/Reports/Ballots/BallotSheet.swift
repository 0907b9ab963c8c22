public import SessionModel

/// Polls and ballots as comma-separated values, as spreadsheets read them.
///
/// Source: RFC 4180, with line feeds alone.
public struct BallotSheet {
  public init() {}

  /// A row a ballot: whose it is where that may be told, a column a choice, what was typed.
  public func text(of poll: PollFile) -> String {
    let names = poll.choiceNames
    let papers = poll.papers ?? []
    let words = papers.map { $0.ballot.words?.count ?? 0 }.max() ?? 0
    let hasNumbers = papers.contains { $0.ballot.number != nil }
    let pairs = poll.method == .pairwise
    let columns = pairs ? poll.pairNames : names
    var rows = [
      ["poll", "method", "secrecy", "voter"]
        + (pairs ? poll.pairTitles : zip(names, poll.choices).map { "\($0) \($1)" })
        + (0..<words).map { "word \($0 + 1)" } + (hasNumbers ? ["number"] : [])
    ]
    let head = [poll.text, poll.method.code, poll.secrecy.rawValue]
    for paper in papers {
      let said = paper.ballot.words ?? []
      rows.append(
        head + [paper.voter ?? ""] + columns.map { cell(of: $0, on: paper.ballot) }
          + (0..<words).map { $0 < said.count ? said[$0] : "" }
          + (hasNumbers ? [paper.ballot.number?.description ?? ""] : []))
    }
    return Self.text(of: rows)
  }

  /// A mark, on two axes as `3:7`.
  private func cell(of name: Choice.ID, on ballot: Ballot) -> String {
    guard let mark = ballot.marks[name] else { return "" }
    return (ballot.across?[name]).map { "\($0):\(mark)" } ?? "\(mark)"
  }

  /// A row a poll, without ballots: what it asks, how, and a column a choice.
  public func text(of polls: [PollFile]) -> String {
    let most = polls.map(\.choices.count).max() ?? 0
    let head = ["poll", "method", "secrecy"] + (0..<most).map { "choice \($0 + 1)" }
    let rows = polls.map { poll in
      [poll.text, poll.method.code, poll.secrecy.rawValue] + poll.choices
        + [String](repeating: "", count: most - poll.choices.count)
    }
    return Self.text(of: [head] + rows)
  }

  private static func text(of rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let marks: Set<Character> = [",", "\"", "\n", "\r", "\r\n", ";", "\t", "|"]
    guard cell.contains(where: marks.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension PollFile {
  /// The letters of the choices, or the numbers of statements.
  fileprivate var choiceNames: [Choice.ID] {
    choices.indices.map { method == .statements ? "\($0 + 1)" : Choice.letters[$0 % 26] }
  }

  /// Pairs with their choices: `A/B Sea / Sky`.
  fileprivate var pairTitles: [String] {
    let texts = Dictionary(zip(choiceNames, choices)) { first, _ in first }
    return pairNames.map { pair in
      pair + " "
        + pair.split(separator: "/").map { texts[String($0)] ?? String($0) }
        .joined(separator: " / ")
    }
  }

  fileprivate var pairNames: [Choice.ID] {
    Choice.pairs(of: zip(choiceNames, choices).map { Choice(id: $0, text: $1) })
  }
}
