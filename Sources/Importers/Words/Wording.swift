/// Spellings of a few things in many languages, found without case, accents or signs.
struct Wording<Meaning: Equatable & Sendable>: Sendable {
  private var meanings: [String: Meaning] = [:]

  /// Each meaning with its spellings, which `|` parts.
  ///
  /// Traps when one spelling has two meanings.
  init(_ spellings: [(Meaning, String)]) {
    for (meaning, list) in spellings {
      for spelling in list.split(separator: "|") {
        let other = meanings.updateValue(meaning, forKey: spelling.wordKey)
        precondition(other == nil || other == meaning, "'\(spelling)' has one meaning")
      }
    }
  }

  /// What a text means; `nil` when it is not known.
  ///
  /// What stands in brackets is left aside where the whole is not known.
  subscript(text: String) -> Meaning? {
    let key = text.wordKey
    return key.isEmpty ? nil : meanings[key] ?? meanings[text.withoutBrackets.wordKey]
  }
}

extension StringProtocol {
  /// Its letters and figures in words, without case and accents: `Société civile` is
  /// `societe civile`.
  var wordKey: String { plainWordKey ?? foldedWordKey }

  /// The same for text in ASCII, which most lines are; `nil` for other text.
  private var plainWordKey: String? {
    var key: [UInt8] = []
    key.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: key.append(byte)
      case 0x41...0x5A: key.append(byte | 0x20)
      case 0x80...: return nil
      default: if let last = key.last, last != 0x20 { key.append(0x20) }
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  private var foldedWordKey: String {
    // Bytes, since a view of scalars is copied whenever something is added to it.
    var key: [UInt8] = []
    key.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber:
        for folded in scalar.folded { key.append(contentsOf: UTF8.encode(folded) ?? .init()) }
      case .nonspacingMark, .format: continue
      default: if let last = key.last, last != 0x20 { key.append(0x20) }
      }
    }
    if key.last == 0x20 { key.removeLast() }
    return String(decoding: key, as: UTF8.self)
  }

  /// The text without what stands in brackets.
  var withoutBrackets: String {
    guard utf8.contains(where: { $0 == 0x28 || $0 == 0x5B || $0 == 0xEF }) else {
      return String(self)
    }
    var depth = 0
    return String(
      filter { character in
        if "([（".contains(character) { depth += 1 }
        defer { if ")]）".contains(character) { depth = Swift.max(0, depth - 1) } }
        return depth == 0
      })
  }

  /// The words with one space between them, and nothing that a terminal would obey.
  var tidied: String {
    let plain = String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// In lower case, without an accent.
  fileprivate var folded: String.UnicodeScalarView {
    guard !isASCII else {
      let isCapital = ("A"..."Z").contains(self)
      return .init([isCapital ? Unicode.Scalar(UInt8(value) + 32) : self])
    }
    let lower = properties.lowercaseMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return .init(lower.map(\.withoutAccent))
  }

  /// The letter that its name says it is made of: `LATIN SMALL LETTER E WITH ACUTE`.
  private var withoutAccent: Unicode.Scalar {
    let words = (properties.name ?? "").split(separator: " ")
    guard words.count > 4, words[0...2] == ["LATIN", "SMALL", "LETTER"], words[4] == "WITH",
      words[3].count == 1, let letter = words[3].lowercased().unicodeScalars.first
    else { return self }
    return letter
  }
}
