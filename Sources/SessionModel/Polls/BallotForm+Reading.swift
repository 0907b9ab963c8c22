extension BallotForm {
  /// How an answer is typed in one line, for a terminal without a full screen.
  public var typing: String {
    switch self {
    case .pick(1, 1), .scale: "type its number"
    case .pick: "type the numbers with spaces between"
    case .rank: "type the numbers in your order"
    case .grade(let grades):
      "type for each in turn a grade, or - for none: "
        + grades.map { "\($0.number) \($0.title)" }.joined(separator: ", ")
    case .spend: "type for each in turn how many points it gets"
    case .place: "type for each in turn how far across and up, as 3:7"
    case .compare: "type for each pair in turn 1 or 2"
    case .words, .answers: "type them with commas between"
    case .number: "type it"
    case .statements: "type for each in turn + - or 0"
    case .entered: "nothing to type"
    }
  }

  /// Reads what was typed in one line; `nil` where it is no answer to this form.
  ///
  /// Nothing is a blank ballot; so is `-`, and `0` where it means nothing else. Whether the ballot
  /// stands the poll says.
  public func ballot(typed line: String, among choices: [Choice]) -> Ballot? {
    let words = line.split(separator: " ").map(String.init)
    switch self {
    case .words, .answers:
      let said = line.split(separator: ",").map { $0.trimmedText }.filter { !$0.isEmpty }
      return Ballot(words: said)
    case .number:
      return words.isEmpty ? Ballot() : Amount(line.trimmedText).map(Ballot.init(number:))
    default: break
    }
    let parts = line.split { $0 == " " || $0 == "," }.map(String.init)
    guard !parts.isEmpty, parts != ["-"], parts != ["0"] || meansZero else { return Ballot() }
    switch self {
    case .pick: return picked(parts, among: choices, from: 1).map(Ballot.init(choosing:))
    case .scale(let first):
      return picked(parts, among: choices, from: first).map(Ballot.init(choosing:))
    case .rank: return picked(parts, among: choices, from: 1).map(Ballot.init(ranking:))
    case .grade, .spend: return marked(parts, choices.map(\.id)) { Int($0) }
    case .compare: return marked(parts, Choice.pairs(of: choices)) { Int($0) }
    case .statements:
      return marked(parts, choices.map(\.id)) { ["+": 1, "-": -1, "0": 0][$0] ?? nil }
    case .place: return placed(parts, among: choices)
    case .words, .answers, .number, .entered: return nil
    }
  }

  private var isStatements: Bool { self == .statements }

  /// Whether `0` alone is an answer.
  private var meansZero: Bool { isStatements || self == .scale(first: 0) }

  private func picked(_ parts: [String], among choices: [Choice], from first: Int) -> [Choice.ID]? {
    var ids: [Choice.ID] = []
    for part in parts {
      guard let number = Int(part), choices.indices.contains(number - first) else { return nil }
      ids.append(choices[number - first].id)
    }
    return ids
  }

  private func marked(
    _ parts: [String], _ ids: [Choice.ID], _ number: (String) -> Int?
  ) -> Ballot? {
    guard parts.count <= ids.count else { return nil }
    var ballot = Ballot()
    for (id, part) in zip(ids, parts) where part != "-" || isStatements {
      guard let mark = number(part) else { return nil }
      if case .spend = self, mark == 0 { continue }
      ballot.marks[id] = mark
    }
    return ballot
  }

  private func placed(_ parts: [String], among choices: [Choice]) -> Ballot? {
    guard parts.count <= choices.count else { return nil }
    var ballot = Ballot()
    for (choice, part) in zip(choices, parts) where part != "-" {
      let sides = part.split(separator: ":").map { Int($0) }
      guard sides.count == 2, let across = sides[0], let up = sides[1] else { return nil }
      ballot.marks[choice.id] = up
      ballot.across = (ballot.across ?? [:]).merging([choice.id: across]) { $1 }
    }
    return ballot
  }
}

extension Choice {
  /// The names of all pairs, `A/B` first.
  public static func pairs(of choices: [Choice]) -> [ID] {
    choices.indices.flatMap { first in
      choices[(first + 1)...].map { "\(choices[first].id)/\($0.id)" }
    }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmedText: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
