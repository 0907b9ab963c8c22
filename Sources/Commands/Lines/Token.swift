/// One word of a line, or several that quotes hold together.
struct Token: Equatable, Sendable {
  /// What it says, without quotes and with escapes resolved.
  var text: String
  var range: Range<String.Index>
  var isQuoted = false
  /// Whether its closing quote is missing.
  var isOpen = false

  /// The name behind `--`; `nil` when it is not an option.
  var option: String? {
    !isQuoted && text.hasPrefix("--") && text.count > 2 ? String(text.dropFirst(2)) : nil
  }
}

extension Token {
  /// The words of a line, split at white space; `"…"`, `“…”`, `„…“`, `«…»` and `‘…’` hold together.
  ///
  /// A quote counts only around a whole word: `24"` and `don’t` are plain. Inside quotes `\"`,
  /// `\\`, `\n`, `\r`, `\t` and `\u{2028}` stand for what they do in Swift.
  static func tokens(of line: some StringProtocol) -> [Token] {
    var tokens: [Token] = []
    // Scalars, not characters: an accent typed behind a quote must not hide the quote.
    var rest = Substring(line).unicodeScalars
    while let start = rest.firstIndex(where: { !$0.properties.isWhitespace }) {
      rest = rest[start...]
      let token = quoted(rest) ?? bare(rest)
      tokens.append(token)
      rest = rest[token.range.upperBound...]
    }
    return tokens
  }

  private static func bare(_ rest: Substring.UnicodeScalarView) -> Token {
    let end = rest.firstIndex { $0.properties.isWhitespace } ?? rest.endIndex
    return Token(text: String(rest[..<end]), range: rest.startIndex..<end)
  }

  private static func quoted(_ rest: Substring.UnicodeScalarView) -> Token? {
    guard let opening = rest.first, let closing = closingQuotes[opening] else { return nil }
    var text = String.UnicodeScalarView()
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex {
      let scalar = rest[index]
      let after = rest.index(after: index)
      if closing.contains(scalar), after == rest.endIndex || rest[after].properties.isWhitespace {
        return Token(text: String(text), range: rest.startIndex..<after, isQuoted: true)
      }
      // What goes on behind a plain quote was not quoted as a whole; ’ may be an apostrophe.
      if closing.contains(scalar), opening == "\"" { return nil }
      if scalar == "\\", let (escaped, next) = escape(rest[after...]) {
        text.append(escaped)
        index = next
      } else {
        text.append(scalar)
        index = after
      }
    }
    guard opening == "\"" else { return nil }
    return Token(
      text: String(text), range: rest.startIndex..<rest.endIndex, isQuoted: true, isOpen: true)
  }

  private static let closingQuotes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\""], "\u{201C}": ["\u{201D}"], "\u{201E}": ["\u{201C}", "\u{201D}"],
    "\u{AB}": ["\u{BB}"], "\u{2018}": ["\u{2019}"],
  ]

  /// What stands behind a backslash, and where the text goes on; `nil` when it is no escape.
  private static func escape(
    _ rest: Substring.UnicodeScalarView
  ) -> (Unicode.Scalar, String.Index)? {
    guard let letter = rest.first else { return nil }
    let next = rest.index(after: rest.startIndex)
    switch letter {
    case "\"", "\\": return (letter, next)
    case "n": return ("\n", next)
    case "r": return ("\r", next)
    case "t": return ("\t", next)
    case "u":
      guard next < rest.endIndex, rest[next] == "{",
        let end = rest.firstIndex(of: "}"),
        let number = UInt32(String(rest[rest.index(after: next)..<end]), radix: 16),
        let scalar = Unicode.Scalar(number)
      else { return nil }
      return (scalar, rest.index(after: end))
    default: return nil
    }
  }
}

extension String {
  /// The text in quotes, on one line; reading it gives the very same scalars back.
  var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": result.unicodeScalars.append(contentsOf: ["\\", scalar])
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.mustBeEscaped:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text as it is where it is one plain word, else in quotes.
  var quotedWhereNeeded: String {
    let isPlain =
      !isEmpty && !hasPrefix("--")
      && unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
      }
    return isPlain ? self : quoted
  }
}

extension Unicode.Scalar {
  /// Controls and everything that would break the line.
  fileprivate var mustBeEscaped: Bool {
    properties.generalCategory == .control || self == "\u{2028}" || self == "\u{2029}"
  }
}
