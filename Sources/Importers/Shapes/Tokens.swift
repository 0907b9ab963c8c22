/// A word, a number or a sign of a line.
struct Token: Equatable {
  enum Kind: Equatable {
    /// In small letters.
    case word(String)
    case number(Int, digits: Int)
    case sign(Unicode.Scalar)
  }

  var kind: Kind
  /// Whether a space stands before it.
  var isApart: Bool
  /// Where it ends, in bytes from the front.
  var end = 0

  var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }

  var number: Int? {
    if case .number(let number, _) = kind { number } else { nil }
  }

  var digits: Int {
    if case .number(_, let digits) = kind { digits } else { 0 }
  }

  func isSign(_ signs: String) -> Bool {
    if case .sign(let sign) = kind { signs.unicodeScalars.contains(sign) } else { false }
  }
}

extension StringProtocol {
  /// At most that many tokens from the front.
  func tokens(limit: Int = 60) -> [Token] {
    var tokens: [Token] = []
    var isApart = true
    var index = unicodeScalars.startIndex
    let end = unicodeScalars.endIndex
    while index < end, tokens.count < limit {
      let scalar = unicodeScalars[index]
      if scalar.properties.isWhitespace {
        isApart = true
        index = unicodeScalars.index(after: index)
        continue
      }
      let start = index
      if scalar.isFigure {
        var value = 0
        var digits = 0
        while index < end, unicodeScalars[index].isFigure, digits < 9 {
          value = value * 10 + Int(unicodeScalars[index].value - 48)
          digits += 1
          index = unicodeScalars.index(after: index)
        }
        tokens.append(Token(kind: .number(value, digits: digits), isApart: isApart))
      } else if scalar.properties.isAlphabetic {
        while index < end, unicodeScalars[index].properties.isAlphabetic {
          index = unicodeScalars.index(after: index)
        }
        tokens.append(
          Token(kind: .word(self[start..<index].lowercased()), isApart: isApart))
      } else {
        index = unicodeScalars.index(after: index)
        tokens.append(Token(kind: .sign(scalar), isApart: isApart))
      }
      tokens[tokens.count - 1].end = utf8.distance(from: utf8.startIndex, to: index)
      isApart = false
    }
    return tokens
  }
}

extension Unicode.Scalar {
  var isFigure: Bool { ("0"..."9").contains(self) }
}
