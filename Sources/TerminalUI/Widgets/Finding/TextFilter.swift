/// Words that a text must have somewhere, whatever their case and accents.
public struct TextFilter: Sendable {
  private let words: [Word]

  /// One of them, in the letters that it is looked for with.
  private struct Word: Sendable {
    var letters: [Unicode.Scalar]
    /// The same as bytes where each letter is one; `nil` for a word that plain texts cannot have.
    var bytes: [UInt8]?

    init(_ text: Substring) {
      letters = Folding.fold(String(text))
      bytes = letters.allSatisfy(\.isASCII) ? letters.map { UInt8($0.value) } : nil
    }
  }

  /// A filter of nothing accepts everything.
  public init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map(Word.init)
  }

  public func accepts(_ text: String) -> Bool { words.isEmpty || found(in: text) == all }

  /// Some of its words, so that what stands in several texts can be put together.
  public struct Found: OptionSet, Sendable {
    public let rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }
  }

  /// All of its words; from the sixty-fourth on they are not told apart.
  public var all: Found { Found(rawValue: words.count < 64 ? 1 << UInt64(words.count) - 1 : .max) }

  /// Which of its words a text has; `but` are known already and not looked for again.
  public func found(in text: String, but known: Found = []) -> Found {
    var text = text
    // Nearly every text is plain, and ten thousand are looked through at every key.
    if let answer = text.withUTF8({ foundInPlain($0, but: known) }) { return answer }
    let letters = Folding.fold(text)
    return found(but: known) { letters.holds($0.letters) }
  }

  /// Which of its words are the text, and not only a part of it.
  public func found(as text: String) -> Found {
    let letters = Folding.fold(text)
    return found(but: []) { $0.letters == letters }
  }

  /// The answer for a text of plain letters; `nil` for any other.
  private func foundInPlain(_ text: UnsafeBufferPointer<UInt8>, but known: Found) -> Found? {
    var all: UInt8 = 0
    for byte in text { all |= byte }
    guard all & 0x80 == 0 else { return nil }
    return found(but: known) { word in word.bytes.map { text.holds($0) } ?? false }
  }

  private func found(but known: Found, _ holds: (Word) -> Bool) -> Found {
    var found = known
    for (place, word) in words.enumerated() {
      let mark = Found(rawValue: 1 << UInt64(min(place, 63)))
      if !found.contains(mark), holds(word) { found.insert(mark) }
    }
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes in small letters stand there in a row, large or small.
  fileprivate func holds(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard word.count <= count else { return false }
    for start in 0...count - word.count where self[start].inSmallLetters == first {
      var place = 1
      while place < word.count, self[start + place].inSmallLetters == word[place] { place += 1 }
      if place == word.count { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var inSmallLetters: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

extension [Unicode.Scalar] {
  fileprivate func holds(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count <= count else { return false }
    return (0...count - word.count).contains { start in
      word.indices.allSatisfy { self[start + $0] == word[$0] }
    }
  }
}
