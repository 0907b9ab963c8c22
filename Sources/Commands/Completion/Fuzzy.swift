/// Finds texts by a few of their letters.
public enum Fuzzy {
  /// How well letters fit a text in which they stand in this order; `nil` when they do not.
  ///
  /// Letters at the beginning, at the beginning of words, and next to each other count more.
  /// Capitals do not matter. No letters fit everything, with 0.
  public static func score(_ letters: String, in text: String) -> Int? {
    Letters(text).score(of: Letters(letters))
  }

  /// The same for several words, each of which must fit.
  public static func score(words: String, in text: String) -> Int? {
    Letters(text).score(ofAll: Letters.words(of: words))
  }
}

/// A text made ready for finding letters in it, so that many can be looked for.
struct Letters {
  // Bytes of small letters are enough: they only have to stand in the right order.
  private let bytes: [UInt8]

  init(_ text: some StringProtocol) {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    bytes =
      isASCII
      ? text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      : Array(text.lowercased().utf8)
  }

  static func words(of text: String) -> [Letters] {
    text.split(whereSeparator: \.isWhitespace).map { Letters($0) }
  }

  /// See `Fuzzy.score(_:in:)`.
  func score(of wanted: Letters) -> Int? {
    guard let first = wanted.bytes.first else { return 0 }
    var best: Int?
    for start in bytes.indices where bytes[start] == first {
      guard let score = score(of: wanted, from: start) else { break }
      best = max(best ?? score, score)
    }
    return best
  }

  /// See `Fuzzy.score(words:in:)`.
  func score(ofAll words: [Letters]) -> Int? {
    var sum = 0
    for word in words {
      guard let score = score(of: word) else { return nil }
      sum += score
    }
    return sum
  }

  /// `nil` where the letters do not all follow; then they follow from no later place either.
  private func score(of wanted: Letters, from start: Int) -> Int? {
    var score = 0
    var next = start
    var last = -2
    for letter in wanted.bytes {
      var place = next
      while place < bytes.count, bytes[place] != letter { place += 1 }
      guard place < bytes.count else { return nil }
      if place == 0 {
        score += 12
      } else if !bytes[place - 1].isPartOfWord {
        score += 8
      } else if place == last + 1 {
        score += 6
      } else {
        score -= min(3, place - next)
      }
      score += 1
      last = place
      next = place + 1
    }
    return score
  }
}

extension UInt8 {
  fileprivate var isPartOfWord: Bool {
    self >= 0x80 || (0x61...0x7A).contains(self) || (0x30...0x39).contains(self)
  }
}
