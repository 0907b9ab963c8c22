public import SessionModel

/// Reads polls and ballots from comma-separated values, as `roundtable polls export` writes them.
///
/// With a column `voter` each row is a ballot of one poll; without it each row is a poll.
public struct PollSheet: Sendable {
  public init() {}

  public func read(_ file: ForeignFile) throws(PollSheetFailure) -> [PollFile] {
    let table: DelimitedTable
    do throws(ImportFailure) {
      let text = try file.text().text
      do throws(DelimitedTable.OpenQuote) {
        table = try DelimitedTable(text)
      } catch {
        throw ImportFailure.quoteNotClosed(row: error.row, file: file.name)
      }
    } catch {
      throw PollSheetFailure(sentence: error.sentence)
    }
    let titles = (table.rows.first?.cells ?? []).map { $0.lowercased() }
    guard let text = titles.firstIndex(of: "poll"), let method = titles.firstIndex(of: "method")
    else {
      throw PollSheetFailure(
        sentence: "No columns of '\(file.name)' are headed 'poll' and 'method' in its first row")
    }
    let columns = Columns(
      text: text, method: method, secrecy: titles.firstIndex(of: "secrecy"),
      voter: titles.firstIndex(of: "voter"), titles: table.rows.first?.cells ?? [])
    let rows = Array(table.rows.dropFirst())
    guard !rows.isEmpty else {
      throw PollSheetFailure(sentence: "'\(file.name)' lists no poll and no ballot")
    }
    do throws(RowFault) {
      return columns.voter == nil
        ? try rows.map { row throws(RowFault) in try columns.poll(row) }
        : [try columns.ballots(rows)]
    } catch {
      throw PollSheetFailure(
        sentence: "Row \(error.row) of '\(file.name)': \(error.what); nothing was imported")
    }
  }
}

/// Why nothing of a sheet is imported.
public struct PollSheetFailure: Error, Equatable, Sendable {
  public var sentence: String
}

private struct RowFault: Error {
  var row: Int
  var what: String
}

/// Which column says what.
private struct Columns {
  var text: Int
  var method: Int
  var secrecy: Int?
  var voter: Int?
  /// As they stand in the file.
  var titles: [String]

  /// Those of choices, words and the number.
  private let rest: [Int]

  init(text: Int, method: Int, secrecy: Int?, voter: Int?, titles: [String]) {
    self.text = text
    self.method = method
    self.secrecy = secrecy
    self.voter = voter
    self.titles = titles
    rest = titles.indices.filter { ![text, method, secrecy, voter].contains($0) }
  }

  private func cell(_ column: Int?, of row: DelimitedTable.Row) -> String {
    column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
  }

  /// A row that is a poll of its own.
  func poll(_ row: DelimitedTable.Row) throws(RowFault) -> PollFile {
    let choices = rest.prefix { $0 < row.cells.count }.map { row.cells[$0] }
      .filter { !$0.isEmpty }
    return try head(of: row, choices: choices)
  }

  private func head(
    of row: DelimitedTable.Row, choices: [String]
  ) throws(RowFault) -> PollFile {
    let code = cell(method, of: row)
    guard let method = PollMethod(code: code, choices: choices.count) else {
      throw RowFault(row: row.number, what: "'\(code)' is no way to vote")
    }
    let word = cell(secrecy, of: row)
    guard let secrecy = Poll.Secrecy(rawValue: word.isEmpty ? "anonymous" : word) else {
      throw RowFault(row: row.number, what: "'\(word)' is no kind of secrecy")
    }
    return PollFile(
      text: cell(text, of: row), method: method, choices: choices, secrecy: secrecy)
  }

  /// Rows that are the ballots of one poll.
  func ballots(_ rows: [DelimitedTable.Row]) throws(RowFault) -> PollFile {
    let words = rest.filter { isWord($0) }
    let number = rest.first { titles[$0].lowercased() == "number" }
    let marks = rest.filter { !isWord($0) && $0 != number }
    var names: [Choice.ID] = []
    var choices: [String] = []
    for column in marks {
      let parts = titles[column].split(separator: " ", maxSplits: 1).map(String.init)
      names.append(parts.first ?? "")
      if parts.count == 2 { choices.append(parts[1]) }
    }
    if names.contains(where: { $0.contains("/") }) {
      choices = Self.sides(of: names, titled: choices)
    }
    var poll = try head(of: rows[0], choices: choices)
    var papers: [PollFile.Paper] = []
    for row in rows {
      guard cell(text, of: row) == poll.text else {
        throw RowFault(row: row.number, what: "it is of another poll than the first row")
      }
      var ballot = Ballot()
      for (name, column) in zip(names, marks).prefix(while: { $1 < row.cells.count }) {
        try mark(cell(column, of: row), as: name, on: &ballot, row.number)
      }
      let said = words.prefix { $0 < row.cells.count }.map { row.cells[$0] }
        .filter { !$0.isEmpty }
      ballot.words = said.isEmpty ? nil : said
      let typed = cell(number, of: row)
      if !typed.isEmpty {
        guard let amount = Amount(typed) else {
          throw RowFault(row: row.number, what: "'\(typed)' is no number")
        }
        ballot.number = amount
      }
      papers.append(PollFile.Paper(voter: cell(voter, of: row), ballot: ballot))
    }
    poll.papers = papers
    return poll
  }

  private func isWord(_ column: Int) -> Bool { titles[column].lowercased().hasPrefix("word ") }

  /// The choices that pairs are made of; their letters where the titles do not tell them apart.
  private static func sides(of pairs: [Choice.ID], titled titles: [String]) -> [String] {
    var texts: [String: String] = [:]
    for (pair, title) in zip(pairs, titles) {
      let letters = pair.split(separator: "/").map(String.init)
      let sides = title.split(separator: " / ").map(String.init)
      guard letters.count == 2, sides.count == 2 else { continue }
      texts[letters[0]] = sides[0]
      texts[letters[1]] = sides[1]
    }
    let letters = Set(pairs.flatMap { $0.split(separator: "/").map(String.init) })
    return letters.sorted().map { texts[$0] ?? $0 }
  }

  private func mark(
    _ cell: String, as name: Choice.ID, on ballot: inout Ballot, _ row: Int
  ) throws(RowFault) {
    guard !cell.isEmpty else { return }
    let sides = cell.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count <= 2, let last = sides.last, let mark = last else {
      throw RowFault(row: row, what: "'\(cell)' is no mark beside '\(name)'")
    }
    ballot.marks[name] = mark
    guard sides.count == 2 else { return }
    guard let across = sides[0] else {
      throw RowFault(row: row, what: "'\(cell)' is no place for '\(name)'")
    }
    ballot.across = ballot.across ?? [:]
    ballot.across?[name] = across
  }
}
