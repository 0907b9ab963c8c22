/// One voter's paper: numbers beside choices, or what was typed.
///
/// Which of them a poll wants is what its form says. Without any it is blank: the voter preferred
/// not to say.
public struct Ballot: Hashable, Sendable, Codable {
  /// A number beside each choice that was marked.
  public var marks: [Choice.ID: Int]
  /// On two axes how far across each choice stands; `marks` says how far up.
  ///
  /// Never empty.
  public var across: [Choice.ID: Int]?
  /// What was typed, in the order it was typed.
  ///
  /// Never empty.
  public var words: [String]?
  /// The number that was typed.
  public var number: Amount?

  public init(marks: [Choice.ID: Int] = [:]) {
    self.marks = marks
  }

  /// A ballot with a 1 beside each choice.
  public init(choosing ids: [Choice.ID]) {
    self.init(marks: Dictionary(ids.map { ($0, 1) }) { first, _ in first })
  }

  /// A ballot with the place of each choice beside it: 1 beside the first.
  public init(ranking ids: [Choice.ID]) {
    self.init(
      marks: Dictionary(zip(ids, 1...).map { ($0, $1) }) { first, _ in first })
  }

  public init(words: [String]) {
    self.init()
    self.words = words.isEmpty ? nil : words
  }

  public init(number: Amount) {
    self.init()
    self.number = number
  }

  public var isBlank: Bool {
    marks.isEmpty && (across ?? [:]).isEmpty && (words ?? []).isEmpty && number == nil
  }

  /// What it is made of; empty when it is blank.
  var parts: Set<BallotPart> {
    var parts: Set<BallotPart> = []
    if !marks.isEmpty { parts.insert(.marks) }
    if across != nil { parts.insert(.across) }
    if words != nil { parts.insert(.words) }
    if number != nil { parts.insert(.number) }
    return parts
  }

  /// What was marked, in the order of the names.
  public var chosen: [Choice.ID] { marks.keys.sorted() }

  /// What was marked, the smallest number first: a ranking as it was meant.
  public var inOrder: [Choice.ID] {
    marks.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }

  /// One spelling for one content: `A,C`, `A=2,B=-1`, `A=3:7` across and up, `blank`; then `#4.5`
  /// and words in quotes.
  public var text: String {
    guard !isBlank else { return "blank" }
    let sum = [marksText].filter { !$0.isEmpty } + (number.map { ["#\($0)"] } ?? [])
    return (sum + (words ?? []).map { "\"\($0)\"" }).joined(separator: " ")
  }

  /// The numbers beside choices as one word; empty without any.
  public var marksText: String {
    let ids = Set(marks.keys).union((across ?? [:]).keys).sorted()
    return ids.map { id in
      let up = marks[id].map(String.init) ?? ""
      if let across = across?[id] { return "\(id)=\(across):\(up)" }
      return marks[id] == 1 ? id : "\(id)=\(up)"
    }.joined(separator: ",")
  }
}

/// One of the things that a ballot can be made of.
enum BallotPart: Hashable {
  case marks, across, words, number
}

/// A number as somebody said it: exact, with at most three decimals.
public struct Amount: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let thousandths: Int

  /// The largest that can be said, in either direction.
  public static let limit = 1_000_000_000_000

  public init(thousandths: Int) {
    self.thousandths = thousandths
  }

  public init(_ whole: Int) {
    thousandths = whole * 1000
  }

  /// Reads `40`, `-2.5` and `3,75`; `nil` for anything else, and beyond the limit.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard (1...2).contains(parts.count), let whole = Self.number(parts[0]),
      whole <= Self.limit
    else { return nil }
    var part = 0
    if parts.count == 2 {
      guard parts[1].count <= 3, let decimals = Self.number(parts[1]) else { return nil }
      part = [0, 100, 10, 1][parts[1].count] * decimals
    }
    let sum = whole * 1000 + part
    thousandths = isNegative ? -sum : sum
  }

  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(digits)
  }

  public static func < (one: Self, other: Self) -> Bool { one.thousandths < other.thousandths }

  /// Without what it does not need: `40`, `-2.5`.
  public var description: String { Ratio(thousandths, 1000).text(decimals: 3, isTrimmed: true) }
}

extension Amount: WrittenAsText {
  public static var wanted: String { "a number such as 2.5" }
}
