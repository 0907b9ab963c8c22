extension String {
  /// The text in lines of its own, without what a terminal or a reader would obey.
  var cleanLines: [String] {
    if isOneCleanLine { return [self] }
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
    if isOneCleanLine, hasSingleSpaces { return self }
    return cleanLines.map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether it breaks nowhere and holds no control character; no to some texts that would do.
  private var isOneCleanLine: Bool {
    // Behind C2 stand the controls beyond ASCII, behind E2 80 the separators of lines.
    var before: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || (before == 0xE2 && byte == 0x80) {
        return false
      }
      before = byte
    }
    return true
  }

  /// Whether words are set apart by one space each, with none at either end.
  private var hasSingleSpaces: Bool {
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      if byte == UInt8(ascii: " "), before == byte { return false }
      before = byte
    }
    return before != UInt8(ascii: " ") || isEmpty
  }

  /// Whether each character takes a byte and a column.
  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// Whether nothing stands in it but white space.
  var isBlankLine: Bool { allSatisfy(\.isWhitespace) }
}
