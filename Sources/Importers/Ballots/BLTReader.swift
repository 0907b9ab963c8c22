public import SessionModel

/// Reads ranked ballots in the BLT layout.
///
/// A header `candidates seats`; lines such as `-2` for who withdrew; one ballot a line, its weight,
/// places from first to last and `0`, with `2=3` for equal places and `-` for a place left out; a
/// line `0`; the names and perhaps a title, in quotes or a line each. `#` begins a comment.
/// A candidate whose name another has too is told apart by the number.
public struct BLTReader: Sendable {
  public init() {}

  public func read(_ file: ForeignFile) throws(BLTFailure) -> RankedElection {
    let text: String
    do throws(ImportFailure) {
      text = try file.text().text
    } catch {
      let reason: BLTFailure.Reason =
        switch error {
        case .empty: .empty
        case .tooLarge: .tooLarge
        default: .notText
        }
      throw BLTFailure(file: file.name, line: nil, reason: reason)
    }
    do throws(BLTFault) {
      var parser = try BLTParser(text)
      return try parser.election()
    } catch {
      throw BLTFailure(file: file.name, line: error.line, reason: error.reason)
    }
  }
}

/// What is wrong, and in which line.
struct BLTFault: Error {
  var line: Int?
  var reason: BLTFailure.Reason

  init(_ reason: BLTFailure.Reason, line: Int? = nil) {
    self.line = line
    self.reason = reason
  }
}

/// A line that says anything, comments and white space around it taken off.
struct BLTLine {
  var number: Int
  var text: String
  /// What stands in quotes in it, in order.
  var quoted: [String]
}

private struct BLTParser {
  private var lines: ArraySlice<BLTLine>
  private var candidates = 0

  init(_ text: String) throws(BLTFault) {
    var lines: [BLTLine] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let read = try BLTLine(line, number: index + 1)
      if !read.text.isEmpty { lines.append(read) }
    }
    self.lines = lines[...]
  }

  mutating func election() throws(BLTFault) -> RankedElection {
    let seats = try header()
    let withdrawn = try withdrawals()
    let ballots = try ballots()
    var names = try names()
    let title = names.count > candidates ? names.removeLast() : nil
    var election = RankedElection(
      title: title, choices: Self.distinct(names), seats: seats, ballots: ballots)
    election.withdrawn = withdrawn
    guard !election.standing.isEmpty else { throw BLTFault(.allWithdrawn) }
    return election
  }

  /// How many candidates and seats there are.
  private mutating func header() throws(BLTFault) -> Int {
    guard let line = lines.popFirst() else { throw BLTFault(.empty) }
    let numbers = line.words.map { Int($0) ?? 0 }
    guard numbers.count == 2, numbers[0] > 0, numbers[1] > 0 else {
      throw BLTFault(.noHeader, line: line.number)
    }
    candidates = numbers[0]
    return numbers[1]
  }

  private mutating func withdrawals() throws(BLTFault) -> Set<Int> {
    var withdrawn: Set<Int> = []
    while let line = lines.first, line.isWithdrawal {
      lines.removeFirst()
      for word in line.words {
        withdrawn.insert(try candidate(word.hasPrefix("-") ? word.dropFirst() : "", in: line))
      }
    }
    return withdrawn
  }

  private mutating func ballots() throws(BLTFault) -> [RankedBallot] {
    var ballots: [RankedBallot] = []
    while let line = lines.popFirst() {
      if line.text == "0" { return ballots }
      guard line.quoted.isEmpty else { throw BLTFault(.namesTooEarly, line: line.number) }
      guard !line.isWithdrawal else { throw BLTFault(.withdrawnLate, line: line.number) }
      ballots.append(try ballot(line))
    }
    throw BLTFault(.ballotsNotEnded)
  }

  private func ballot(_ line: BLTLine) throws(BLTFault) -> RankedBallot {
    var words = line.words[...]
    // Some programs put an identifier of the ballot before its weight.
    if let first = words.first, first.hasPrefix("("), first.hasSuffix(")") { words.removeFirst() }
    let first = words.popFirst() ?? ""
    // A weight as long as a line would take as long to read.
    guard first.utf8.count <= 40, let weight = Rational(String(first)), weight > .zero else {
      throw BLTFault(.noWeight(String(first)), line: line.number)
    }
    var places: [[Int]] = []
    var named: Set<Int> = []
    while let word = words.popFirst() {
      if word == "0" {
        guard words.isEmpty else { throw BLTFault(.ballotGoesOn, line: line.number) }
        return RankedBallot(places, weight: weight)
      }
      if word == "-" { continue }
      var place: [Int] = []
      for part in word.split(separator: "=", omittingEmptySubsequences: false) {
        guard Int(part) != nil else { throw BLTFault(.noPlace(String(word)), line: line.number) }
        let choice = try candidate(part, in: line)
        guard named.insert(choice).inserted else {
          throw BLTFault(.rankedTwice(choice + 1), line: line.number)
        }
        place.append(choice)
      }
      places.append(place)
    }
    throw BLTFault(.ballotNotEnded, line: line.number)
  }

  /// A candidate's place, from 0, by the number in the file.
  private func candidate(_ word: Substring, in line: BLTLine) throws(BLTFault) -> Int {
    guard let number = Int(word), (1...candidates).contains(number) else {
      throw BLTFault(.noCandidate(String(word), of: candidates), line: line.number)
    }
    return number - 1
  }

  /// The names, and the title where there is one.
  private mutating func names() throws(BLTFault) -> [String] {
    let all = lines.flatMap { line in line.strings.map { (line.number, $0) } }
    // Some files have a name and a party on each line; else all strings count, however they stand.
    let areOneALine = all.count > candidates + 1 && lines.allSatisfy { !$0.quoted.isEmpty }
    let names = areOneALine ? lines.map { ($0.number, $0.strings[0]) } : all
    if names.count > candidates + 1 { throw BLTFault(.stray, line: names[candidates + 1].0) }
    guard names.count >= candidates else {
      throw BLTFault(.namesMissing(names.count, of: candidates))
    }
    if let empty = names.prefix(candidates).first(where: { $0.1.isEmpty }) {
      throw BLTFault(.nameMissing, line: empty.0)
    }
    return names.map(\.1)
  }

  /// Adds the number where a name occurs more than once.
  private static func distinct(_ names: [String]) -> [String] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return names.enumerated().map { index, name in
      counts[name] == 1 ? name : "\(name) (\(index + 1))"
    }
  }
}

extension BLTLine {
  /// Throws where a quote is not closed.
  fileprivate init(_ line: Substring, number: Int) throws(BLTFault) {
    self.number = number
    quoted = []
    var plain = ""
    var rest = line
    while let character = rest.popFirst() {
      if character == "#" { break }
      plain.append(character)
      guard character == "\"" else { continue }
      guard let string = Self.quotation(&rest) else {
        throw BLTFault(.quoteNotClosed, line: number)
      }
      quoted.append(string.trimmed)
      plain += string + "\""
    }
    text = plain.trimmed
  }

  /// Up to the closing quote, which is read too; `""` and `\"` are quotes inside.
  private static func quotation(_ rest: inout Substring) -> String? {
    var string = ""
    while let character = rest.popFirst() {
      if character == "\"" {
        guard rest.first == "\"" else { return string }
        rest.removeFirst()
      } else if character == "\\", rest.first == "\"" {
        rest.removeFirst()
        string.append("\"")
        continue
      }
      string.append(character)
    }
    return nil
  }

  /// What stands between white space; equal places are one word, however they are spaced.
  fileprivate var words: [Substring] {
    text.split(separator: "=", omittingEmptySubsequences: false)
      .map { String($0).trimmed }.joined(separator: "=")
      .split(whereSeparator: \.isWhitespace)
  }

  fileprivate var isWithdrawal: Bool {
    text.hasPrefix("-") && text.dropFirst().first?.isWholeNumber == true
  }

  /// Names in it: what is quoted, else the whole line.
  fileprivate var strings: [String] { text.hasPrefix("\"") ? quoted : [text] }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmed: String {
    var rest = self[...].unicodeScalars
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
