/// Short words, merged where they are the same but for their looks.
struct Words: PollRules {
  /// How many words one voter may type.
  var max: Int

  /// The most characters a word may have.
  static let characters = 24

  var title: String { max == 1 ? "one word" : "up to \(max) words" }

  func form(for choices: [Choice]) -> BallotForm { .words(most: max, characters: Self.characters) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.isEmpty else { throw .noChoicesWanted }
    guard (1...9).contains(max) else { throw .wordsOutOfRange(max) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    try ballot.checkWords(most: max, characters: Self.characters)
  }

  func tally(_ papers: Papers) -> Tally { .ofWords(papers, shape: .words) }
}

extension Ballot {
  func checkWords(most: Int, characters: Int) throws(Refusal) {
    let words = words ?? []
    guard words.count <= most else { throw .tooManyWords(max: most) }
    guard words.allSatisfy({ !$0.foldedWord.isEmpty }) else { throw .textMissing(what: "a word") }
    if let long = words.first(where: { $0.count > characters }) {
      throw .wordTooLong(long, max: characters)
    }
  }
}

extension Tally {
  /// Counts on how many ballots each word stands, however it is written, the most first.
  static func ofWords(_ papers: Papers, shape: Shape) -> Tally {
    // By their bytes: letters composed otherwise are equal and do not look so to a file.
    var spellings: [String: [[UInt8]: Int]] = [:]
    var counts: [String: Int] = [:]
    for paper in papers.ballots {
      let words = paper.ballot.words ?? []
      // One who says a word twice has said it once.
      for folded in Set(words.map(\.foldedWord)) {
        counts[folded, default: 0] += paper.count
        let mine = Set(
          words.lazy.filter { $0.foldedWord == folded }.map { Array($0.trimmedText.utf8) })
        for word in mine { spellings[folded, default: [:]][word, default: 0] += paper.count }
      }
    }
    let (valid, blank) = papers.turnout
    let rows = counts.map { folded, count in
      Row(
        label: mostUsual(of: spellings[folded] ?? [:]), subject: folded, count: count, of: valid)
    }
    var tally = Tally(
      rows: rows.sorted { ($1.count, $0.label) < ($0.count, $1.label) }, valid: valid, blank: blank)
    tally.shape = shape
    return tally
  }

  /// The spelling used most; of equals the one that sorts first, so that no order shows.
  private static func mostUsual(of spellings: [[UInt8]: Int]) -> String {
    // Of letters composed otherwise, which count as one, the bytes that sort first are shown.
    let inOrder = spellings.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var counts: [String: (count: Int, text: String)] = [:]
    for (bytes, count) in inOrder {
      let text = String(decoding: bytes, as: UTF8.self)
      counts[text, default: (0, text)].count += count
    }
    let most = counts.values.min { ($1.count, $0.text) < ($0.count, $1.text) }
    return most?.text ?? ""
  }
}

extension String {
  /// The same for words that differ only in capitals, width, white space or punctuation around.
  ///
  /// Swift compares by canonical equivalence, so composed and decomposed letters are the same too.
  var foldedWord: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isUnseen { plain.append(scalar.narrowed) }
    // Through capitals, so that ß meets ss and a final sigma any other.
    let words = String(plain).uppercased().lowercased().split(whereSeparator: \.isWhitespace)
    var inner = words.joined(separator: " ")[...]
    while inner.first.map({ $0.isPunctuation }) == true { inner = inner.dropFirst() }
    while inner.last.map({ $0.isPunctuation }) == true { inner = inner.dropLast() }
    return String(inner)
  }
}

extension Unicode.Scalar {
  /// Joiners count: Persian and many emoji need them.
  fileprivate var isUnseen: Bool {
    value != 0x200C && value != 0x200D
      && (properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control)
      && !properties.isWhitespace
  }

  /// A full-width letter as the plain one, a curved apostrophe as the straight one.
  fileprivate var narrowed: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x2019: "'"
    default: self
    }
  }
}
