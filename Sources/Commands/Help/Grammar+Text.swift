import SessionModel

extension Grammar {
  /// The commands that begin with some words; all of them when there are none.
  public static func commands(beginningWith words: [String]) -> [Command] {
    let said = words.map { $0.lowercased() }
    return all.filter { command in
      zip(said, command.words).allSatisfy { $0 == $1 } && said.count <= command.words.count
    }
  }

  /// The whole grammar as a table: a heading for each area, a line for each command.
  ///
  /// Lines are at most `columns` wide as far as words allow; the last one ends without a newline.
  public static func table(of commands: [Command] = all, columns: Int = 100) -> String {
    let names = Set(commands.map(\.name))
    let tables = areas.compactMap { area -> String? in
      let listed = area.commands.filter { names.contains($0.name) }
      guard !listed.isEmpty else { return nil }
      let lines = listed.flatMap { $0.tableLines(columns: columns) }
      return ([area.title] + lines).joined(separator: "\n")
    }
    return tables.joined(separator: "\n\n")
  }
}

extension Command {
  /// All about one command: usage, what it does, what may stand where, who may say it, an example.
  public func explanation(columns: Int = 100) -> String {
    var lines = wrapped(usageWords, indent: 0, hanging: 4, columns: columns)
    lines += ["", summary.prefix(1).uppercased() + summary.dropFirst()]
    let explained = parameters.filter { $0.form != .switches }
    if !explained.isEmpty { lines.append("") }
    let width = explained.map { $0.heading.count }.max() ?? 0
    for parameter in explained {
      let text = wrapped(
        parameter.explanation.split(separator: " ").map(String.init), indent: width + 4,
        hanging: width + 4, columns: columns)
      guard let first = text.first else { continue }
      lines.append("  " + parameter.heading.filled(to: width + 2) + first.dropFirst(width + 4))
      lines += text.dropFirst()
    }
    lines += ["", "Seats:    \(seats.map(\.rawValue).joined(separator: ", "))"]
    lines.append("Example:  \(example)")
    return lines.joined(separator: "\n")
  }

  private var usageWords: [String] { words + parameters.map(\.usage) }

  fileprivate func tableLines(columns: Int) -> [String] {
    let left = 42
    if usage.count <= left - 2 {
      let right = wrapped(
        summary.split(separator: " ").map(String.init), indent: left + 2, hanging: left + 2,
        columns: columns)
      guard let first = right.first else { return [] }
      return ["  " + usage.filled(to: left) + first.dropFirst(left + 2)] + right.dropFirst()
    }
    return wrapped(usageWords, indent: 2, hanging: 6, columns: columns)
      + wrapped(
        summary.split(separator: " ").map(String.init), indent: left + 2, hanging: left + 2,
        columns: columns)
  }
}

extension Parameter {
  fileprivate var heading: String {
    switch form {
    case .word: name.uppercased()
    case .option: "--\(name)"
    case .switches: optionNames.map { "--\($0)" }.joined(separator: "|")
    }
  }

  fileprivate var explanation: String {
    kind.wanted + (isRepeated ? "; may be said several times" : "")
  }
}

/// Words in lines of at most so many columns; a word longer than that stands alone.
private func wrapped(
  _ words: [String], indent: Int, hanging: Int, columns: Int
) -> [String] {
  var lines: [String] = []
  var line = String(repeating: " ", count: indent)
  var isEmpty = true
  for word in words {
    if !isEmpty, line.count + 1 + word.count > columns {
      lines.append(line)
      line = String(repeating: " ", count: hanging)
      isEmpty = true
    }
    line += isEmpty ? word : " " + word
    isEmpty = false
  }
  return lines + [line]
}

extension String {
  fileprivate func filled(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
