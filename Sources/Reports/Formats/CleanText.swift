extension String {
  /// The text in lines of its own, without what a terminal or a reader would obey.
  var cleanLines: [String] {
    var lines: [String.UnicodeScalarView] = [.init()]
    for character in self {
      if character.isNewline {
        lines.append(.init())
        continue
      }
      for scalar in character.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control: if scalar == "\t" { lines[lines.count - 1].append(" ") }
        default: lines[lines.count - 1].append(scalar)
        }
      }
    }
    return lines.map { String($0) }
  }

  /// The same in one line.
  var cleanLine: String {
    cleanLines.map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
