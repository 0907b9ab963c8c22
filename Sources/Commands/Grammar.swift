import SessionModel

/// Everything that can be said, in one table: reading, writing, completion and help come from it.
public enum Grammar {
  /// The commands, grouped by what they are about, in the order that help lists them.
  public static let areas = [
    Area(title: "session", commands: session), Area(title: "agenda", commands: agenda),
    Area(title: "floor", commands: floor), Area(title: "questions", commands: question),
    Area(title: "polls", commands: poll), Area(title: "ballots", commands: ballot),
    Area(title: "notes", commands: note), Area(title: "outcomes", commands: outcome),
    Area(title: "messages", commands: inbox), Area(title: "breakout groups", commands: breakout),
    Area(title: "record", commands: report),
    Area(title: "people", commands: person), Area(title: "plan", commands: plan),
    Area(title: "history", commands: history),
  ]

  /// Every command.
  public static let all = areas.flatMap(\.commands)

  /// Commands that are about the same thing.
  public struct Area: Sendable {
    public let title: String
    public let commands: [Command]
  }

  /// Who may say what, by the command's name; worked out once from the examples.
  static let seats: [String: [Seat]] = Dictionary(
    uniqueKeysWithValues: all.map { command in
      let intent = try? Intent(line: command.example)
      return (
        command.name, Seat.allCases.filter { intent?.isAllowed(at: $0) ?? false }
      )
    })

  /// The command that a line's first words name; the longest one where several fit.
  static func command(of tokens: [Token], in line: String) throws(CommandError) -> Command {
    guard let first = tokens.first else { throw CommandError(.nothingSaid, column: 1) }
    let said = tokens.prefix { !$0.isQuoted && $0.option == nil }.map { $0.text.lowercased() }
    let fitting = all.filter { said.starts(with: $0.words) }
    if let longest = fitting.max(by: { $0.words.count < $1.words.count }) { return longest }
    // Not a whole command: as far as the words go, they may still begin one.
    let depth = said.indices.map { $0 + 1 }.last { depth in
      all.contains { $0.words.starts(with: said.prefix(depth)) }
    }
    guard let depth else {
      throw CommandError(
        .unknownCommand(first.text, meant: first.text.nearest(in: nextWords(behind: []))),
        column: line.column(of: first.range.lowerBound))
    }
    let known = said.prefix(depth).joined(separator: " ")
    let next = nextWords(behind: said.prefix(depth))
    guard tokens.count > depth else {
      throw CommandError(.incomplete(known, next: next), column: line.count + 1)
    }
    let stray = tokens[depth]
    throw CommandError(
      .unknownWord(stray.text, after: known, meant: stray.text.nearest(in: next), next: next),
      column: line.column(of: stray.range.lowerBound))
  }

  /// The words that may follow the first ones, each once, in the order of the table.
  static func nextWords(behind words: some Collection<String>) -> [String] {
    var next: [String] = []
    for command in all where command.words.starts(with: words) {
      guard let word = command.words.dropFirst(words.count).first else { continue }
      if !next.contains(word) { next.append(word) }
    }
    return next
  }
}
