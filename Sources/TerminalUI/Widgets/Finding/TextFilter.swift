/// Words that a text must have somewhere, whatever their case and accents.
public struct TextFilter: Sendable {
  private let words: [[Unicode.Scalar]]

  /// A filter of nothing accepts everything.
  public init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { Folding.fold(String($0)) }
  }

  public func accepts(_ text: String) -> Bool {
    guard !words.isEmpty else { return true }
    let letters = Folding.fold(text)
    return words.allSatisfy { letters.holds($0) }
  }
}

extension [Unicode.Scalar] {
  fileprivate func holds(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count <= count else { return false }
    return (0...count - word.count).contains { start in
      word.indices.allSatisfy { self[start + $0] == word[$0] }
    }
  }
}
