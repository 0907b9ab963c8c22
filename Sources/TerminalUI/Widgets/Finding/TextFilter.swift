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

  public func accepts(_ text: String) -> Bool {
    guard !words.isEmpty else { return true }
    var text = text
    // Nearly every text is plain, and ten thousand are looked through at every key.
    if let answer = text.withUTF8({ acceptsPlain($0) }) { return answer }
    let letters = Folding.fold(text)
    return words.allSatisfy { letters.holds($0.letters) }
  }

  /// The answer for a text of plain letters; `nil` for any other.
  private func acceptsPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    var all: UInt8 = 0
    for byte in text { all |= byte }
    guard all & 0x80 == 0 else { return nil }
    return words.allSatisfy { word in word.bytes.map { text.holds($0) } ?? false }
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
