/// One line of a text as written, and where it turns when it is wrapped.
///
/// It is kept as a string until somebody edits or draws it. An open one is an array of characters,
/// so that no key finds the characters of a line twice; its turns are found as far as asked.
struct Paragraph: Sendable {
  private var stored: String
  /// Empty while it is closed.
  private(set) var characters: [Character] = []
  private(set) var isOpen = false
  /// Where each wrapped row but the first begins, as far as found.
  private var turns: [Int] = []
  private var hasAllTurns = false
  private var columns = 0

  init(_ text: String) {
    stored = text
  }

  var text: String { isOpen ? String(characters) : stored }
  var isEmpty: Bool { isOpen ? characters.isEmpty : stored.isEmpty }

  mutating func open() {
    guard !isOpen else { return }
    characters = Array(stored)
    stored = ""
    isOpen = true
  }

  mutating func close() {
    guard isOpen else { return }
    stored = String(characters)
    characters = []
    isOpen = false
    forgetTurns(from: 0)
  }

  /// How many characters it has; opens it.
  var length: Int {
    mutating get {
      open()
      return characters.count
    }
  }

  /// Replaces characters; opens it.
  mutating func replace(_ range: Range<Int>, with new: some Collection<Character>) {
    open()
    characters.replaceSubrange(range, with: new)
    forgetTurns(from: range.lowerBound)
  }

  // MARK: Rows

  /// How many rows it takes in so many columns; always at least one.
  mutating func rows(in columns: Int) -> Int {
    findTurns(in: columns) { _ in false }
    return turns.count + 1
  }

  /// The characters of one wrapped row; `nil` when it has fewer rows.
  mutating func row(_ index: Int, in columns: Int) -> Range<Int>? {
    findTurns(in: columns) { $0.count > index }
    return knownRow(index, in: columns)
  }

  /// The wrapped row a character stands in.
  mutating func row(of offset: Int, in columns: Int) -> Int {
    findTurns(in: columns) { $0.last.map { $0 > offset } ?? false }
    return turns.count(upTo: offset)
  }

  /// A row without looking for it; `nil` when it has not been found yet or does not exist.
  func knownRow(_ index: Int, in columns: Int) -> Range<Int>? {
    guard columns == self.columns, index <= turns.count else { return nil }
    let start = index == 0 ? 0 : turns[index - 1]
    if index < turns.count { return start..<turns[index] }
    return hasAllTurns ? start..<characters.count : nil
  }

  /// A change moves words of its own row and of the one before, never of an earlier one.
  private mutating func forgetTurns(from offset: Int) {
    turns.removeSubrange(max(0, turns.count(upTo: offset) - 1)...)
    hasAllTurns = false
  }

  private mutating func findTurns(in columns: Int, until isEnough: ([Int]) -> Bool) {
    open()
    if columns != self.columns {
      self.columns = columns
      turns = []
      hasAllTurns = false
    }
    while !hasAllTurns, !isEnough(turns) {
      if let next = nextStart(after: turns.last ?? 0) {
        turns.append(next)
      } else {
        hasAllTurns = true
      }
    }
  }

  /// Where the row after the one that begins at `start` begins; `nil` when all the rest fits.
  private func nextStart(after start: Int) -> Int? {
    var width = 0
    var turn: Int?
    for index in start..<characters.count {
      let character = characters[index]
      let columns = TextWidth.columns(of: character)
      if character.isWhitespace {
        // Spaces hang over the edge rather than begin a row.
        width += columns
        turn = index + 1
        continue
      }
      if columns == 2, index > start { turn = index }
      if width + columns > self.columns { return turn ?? max(index, start + 1) }
      width += columns
      if columns == 2 || character == "-" { turn = index + 1 }
    }
    return nil
  }
}

extension [Int] {
  /// How many elements of a rising array are no greater than `limit`.
  func count(upTo limit: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
