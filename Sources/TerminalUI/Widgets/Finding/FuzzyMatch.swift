/// How well a few typed letters stand for a longer text, and which of its letters they are.
public struct FuzzyMatch: Equatable, Sendable {
  /// Higher is better; comparable between texts for one pattern.
  public var score: Int
  /// Which characters of the text were meant, counted from 0, rising.
  public var positions: [Int]

  public init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }
}

extension FuzzyMatch {
  /// The best way to read a pattern into a text; `nil` when its letters do not stand there in order.
  ///
  /// Words of the pattern may match in any order, all of them must. Case and accents do not count,
  /// save that a capital in a word of the pattern asks for that word as typed. An empty pattern
  /// matches everything with score 0.
  ///
  /// Letters in a row score best, then letters that begin a word or a hump of camelCase; gaps cost
  /// a little. The weights are those of fzf.
  public init?(_ pattern: String, in text: String) {
    self.init(FuzzyPattern(pattern), in: FuzzyText(text))
  }

  /// The same with a pattern and a text that are matched many times.
  public init?(_ pattern: FuzzyPattern, in text: FuzzyText) {
    self.init(score: 0, positions: [])
    for word in pattern.words {
      guard let match = text.best(for: word) else { return nil }
      score += match.score
      positions += match.positions
    }
    if pattern.words.count > 1 { positions = Set(positions).sorted() }
  }
}

/// A typed pattern, taken apart once.
public struct FuzzyPattern: Sendable {
  struct Word: Sendable {
    var letters: [Unicode.Scalar]
    /// The letters as typed where case counts; `nil` where it does not.
    var exact: [Unicode.Scalar]?
  }

  let words: [Word]

  public init(_ pattern: String) {
    words = pattern.split(whereSeparator: \.isWhitespace).map { word in
      let hasCapital = word.contains(where: \.isUppercase)
      return Word(
        letters: Folding.fold(String(word)),
        exact: hasCapital ? word.compactMap(\.unicodeScalars.first) : nil)
    }
  }

  public var isEmpty: Bool { words.isEmpty }
}

/// A text taken apart once for matching, with what each of its letters is worth by its place.
public struct FuzzyText: Sendable {
  private static let match = 16
  private static let gapStart = -3
  private static let gapFurther = -1
  private static let boundary = 8
  private static let afterSpace = 10
  private static let camel = 7
  private static let consecutive = 4
  private static let firstLetterFactor = 2

  private let cased: [Unicode.Scalar]
  private let letters: [Unicode.Scalar]
  private let bonus: [Int]

  public init(_ text: String) {
    cased = Folding.letters(of: text) ?? text.map { $0.unicodeScalars.first ?? " " }
    letters = Folding.fold(text)
    var bonus: [Int] = []
    bonus.reserveCapacity(cased.count)
    var before = Kind.space
    for scalar in cased {
      let kind = Kind(scalar)
      bonus.append(Self.bonus(of: kind, after: before))
      before = kind
    }
    self.bonus = bonus
  }

  /// What a letter is, as far as its neighbours care.
  private enum Kind {
    case space, mark, lower, upper, number

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "a"..."z": self = .lower
      case "A"..."Z": self = .upper
      case "0"..."9": self = .number
      case " ": self = .space
      case _ where scalar.isASCII: self = .mark
      default:
        let properties = scalar.properties
        self =
          properties.isWhitespace
          ? .space
          : properties.isUppercase
            ? .upper
            : properties.isAlphabetic ? .lower : properties.numericType != nil ? .number : .mark
      }
    }
  }

  private static func bonus(of kind: Kind, after before: Kind) -> Int {
    switch (before, kind) {
    case (_, .space): 0
    case (_, .mark): boundary
    case (.space, _): afterSpace
    case (.mark, _): boundary
    case (.lower, .upper): camel
    case (.number, .number): 0
    case (_, .number): camel
    default: 0
    }
  }

  /// The best scoring place of one word, found by dynamic programming over word × text.
  fileprivate func best(for word: FuzzyPattern.Word) -> FuzzyMatch? {
    let height = word.letters.count
    let width = letters.count
    guard height <= width, let firsts = firstPlaces(of: word) else { return nil }
    var scores = [Int](repeating: 0, count: height * width)
    // How many letters in a row end in each place.
    var runs = [Int](repeating: 0, count: height * width)
    for row in 0..<height {
      var isInGap = false
      var left = 0
      for column in firsts[row]..<width {
        let cell = row * width + column
        let gap = left + (isInGap ? Self.gapFurther : Self.gapStart)
        var hit = (score: 0, run: 0)
        if isSame(word, row, column) {
          hit =
            row == 0
            ? (Self.match + bonus[column] * Self.firstLetterFactor, 1)
            : follow(scores[cell - width - 1], runs[cell - width - 1], at: column, gap: gap)
        }
        isInGap = hit.score < gap
        left = max(0, hit.score, gap)
        scores[cell] = left
        runs[cell] = isInGap ? 0 : hit.run
      }
    }
    return trace(word, firsts, scores, runs)
  }

  /// What a letter is worth that follows another one, and how long the run is that it ends.
  private func follow(
    _ score: Int, _ run: Int, at column: Int, gap: Int
  ) -> (score: Int, run: Int) {
    let score = score + Self.match
    var run = run + 1
    var extra = bonus[column]
    if run > 1 {
      let first = bonus[column - run + 1]
      if extra >= Self.boundary, extra > first {
        run = 1
      } else {
        extra = max(extra, Self.consecutive, first)
      }
    }
    return score + extra < gap ? (score + bonus[column], 0) : (score + extra, run)
  }

  private func isSame(_ word: FuzzyPattern.Word, _ row: Int, _ column: Int) -> Bool {
    if let exact = word.exact { return exact[row] == cased[column] }
    return word.letters[row] == letters[column]
  }

  /// Where each letter can stand at the earliest; `nil` when they do not stand there in order.
  private func firstPlaces(of word: FuzzyPattern.Word) -> [Int]? {
    var places: [Int] = []
    var column = 0
    for row in word.letters.indices {
      while column < letters.count, !isSame(word, row, column) { column += 1 }
      guard column < letters.count else { return nil }
      places.append(column)
      column += 1
    }
    return places
  }

  /// Walks back from the best end to where the letters stand.
  private func trace(
    _ word: FuzzyPattern.Word, _ firsts: [Int], _ scores: [Int], _ runs: [Int]
  ) -> FuzzyMatch? {
    let height = word.letters.count
    let width = letters.count
    let last = (height - 1) * width
    var end = firsts[height - 1]
    for column in end..<width where scores[last + column] > scores[last + end] { end = column }
    guard scores[last + end] > 0 else { return nil }
    var positions: [Int] = []
    var row = height - 1
    var column = end
    var prefersMatch = true
    while true {
      let here = row * width + column
      let score = scores[here]
      let diagonal = row > 0 && column >= firsts[row] && column > 0 ? scores[here - width - 1] : 0
      let left = column > firsts[row] ? scores[here - 1] : 0
      if score > diagonal, score > left || (score == left && prefersMatch) {
        positions.append(column)
        if row == 0 { break }
        row -= 1
      }
      prefersMatch =
        runs[here] > 1
        || (column + 1 < width && here + width + 1 < runs.count && runs[here + width + 1] > 0)
      guard column > 0 else { break }
      column -= 1
    }
    guard positions.count == height else { return nil }
    return FuzzyMatch(score: scores[last + end], positions: positions.reversed())
  }
}
