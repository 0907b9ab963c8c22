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
    plainTokens(limit: limit) ?? otherTokens(limit: limit)
  }

  /// The same for text in ASCII, which most lines are; `nil` where other text stands in the way.
  private func plainTokens(limit: Int) -> [Token]? {
    var tokens: [Token] = []
    var isApart = true
    var word: [UInt8] = []
    var (value, digits) = (0, 0)
    var place = 0
    func end() {
      if !word.isEmpty {
        tokens.append(
          Token(
            kind: .word(String(decoding: word, as: UTF8.self)), isApart: isApart, end: place))
        word.removeAll(keepingCapacity: true)
        isApart = false
      } else if digits > 0 {
        tokens.append(Token(kind: .number(value, digits: digits), isApart: isApart, end: place))
        (value, digits) = (0, 0)
        isApart = false
      }
    }
    for byte in utf8 {
      switch byte {
      case 0x30...0x39:
        if digits == 9 || !word.isEmpty { end() }
        guard tokens.count < limit else { return tokens }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      case 0x41...0x5A, 0x61...0x7A:
        if digits > 0 { end() }
        guard tokens.count < limit else { return tokens }
        word.append(byte | 0x20)
      case 0x80...: return nil
      default:
        end()
        guard tokens.count < limit else { return tokens }
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isApart = true
        } else {
          tokens.append(
            Token(kind: .sign(Unicode.Scalar(byte)), isApart: isApart, end: place + 1))
          isApart = false
        }
      }
      place += 1
    }
    end()
    return tokens
  }

  private func otherTokens(limit: Int) -> [Token] {
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
