import SessionModel

/// Reads lists of people, and the lists of who came that Zoom, Webex and Teams save.
enum AttendanceList {
  static func read(_ file: ForeignFile, confidence: Double) throws(ImportFailure) -> Reading {
    var reading = Reading(.people, confidence: confidence)
    reading.isTable = true
    if try takePresence(of: file, into: &reading) { return reading }
    let list = try PeopleList(file)
    reading.warnings = list.warnings
    for person in list.people {
      reading.warnings += person.warnings.map { ImportWarning(line: person.line, $0) }
      reading.attendance.append(
        Found(
          ListedAttendance(name: person.name, details: person.details, minutes: nil),
          raw: person.name, line: person.line))
      for role in person.details.roles ?? [] {
        var holder = RoleHolder(role: role)
        holder.name = person.name
        holder.affiliation = person.details.affiliation
        holder.group = person.details.group
        holder.region = person.details.region
        holder.status = person.details.status
        reading.holders.append(Found(holder, raw: person.name, line: person.line))
      }
    }
    return reading
  }

  /// Whether the first lines are a table of people.
  static func isTable(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: bytes.wholeLines(within: 6000), as: UTF8.self)
    if presenceDelimiter(head) != nil { return true }
    guard let row = (try? DelimitedTable(head))?.rows.first, row.cells.count >= 2 else {
      return false
    }
    return PeopleColumns(row).hasNames && row.cells.allSatisfy { $0.utf8.count < 60 }
  }

  private struct Columns {
    var name: Int
    var minutes: Int?

    init?(_ cells: [String]) {
      guard cells.count >= 2 else { return nil }
      let keys = cells.map { $0.bareCell.withoutBrackets.wordKey }
      let names = [
        "name", "full name", "participant", "participant name", "attendee name", "user name",
        "display name",
      ]
      guard let name = keys.firstIndex(where: { names.contains($0) }) else { return nil }
      let came = [
        "join time", "first join", "first join time", "join", "leave time", "last leave",
        "duration", "in meeting duration", "attendance duration", "attendance duration minutes",
        "time in session", "total duration",
      ]
      guard keys.contains(where: { came.contains($0) }) else { return nil }
      self.name = name
      minutes = keys.firstIndex { $0.hasSuffix("duration") || $0 == "time in session" }
    }
  }

  /// What parts the cells of a list of who came; `nil` where it is none.
  ///
  /// Teams puts lines of a few cells above the list, so that a tab may part what the first line
  /// does not show.
  private static func presenceDelimiter(_ head: String) -> UInt8?? {
    for delimiter in [nil, UInt8(ascii: "\t"), UInt8(ascii: ",")] {
      guard let table = try? DelimitedTable(head, delimiter: delimiter) else { continue }
      if table.rows.prefix(20).contains(where: { Columns($0.cells) != nil }) {
        return .some(delimiter)
      }
    }
    return nil
  }

  /// Takes who came, each once however often they joined; answers whether it is such a list.
  private static func takePresence(
    of file: ForeignFile, into reading: inout Reading
  ) throws(ImportFailure) -> Bool {
    let text = try file.text().text
    let head = Array(text.utf8.prefix(6000))[...].wholeLines(within: 6000)
    guard let delimiter = presenceDelimiter(String(decoding: head, as: UTF8.self)),
      let rows = (try? DelimitedTable(text, delimiter: delimiter))?.rows,
      let start = rows.prefix(20).firstIndex(where: { Columns($0.cells) != nil }),
      let columns = Columns(rows[start].cells)
    else { return false }
    takeTitle(rows, above: start, into: &reading)
    var places: [String: Int] = [:]
    for row in rows[(start + 1)...] {
      guard row.cells.count > columns.name, row.cells.count > 1 else { continue }
      // Teams puts further tables behind the list.
      if Columns(row.cells) != nil { break }
      var name = row.cells[columns.name].bareCell.tidied
      if name.last == ")", let open = name.utf8.lastIndex(of: UInt8(ascii: "(")),
        open > name.startIndex
      {
        name = name[..<open].squeezed
      }
      guard !name.isEmpty else { continue }
      let minutes = columns.minutes.flatMap {
        $0 < row.cells.count ? Self.minutes(row.cells[$0].bareCell) : nil
      }
      if let place = places[name.personKey] {
        reading.attendance[place].value.minutes =
          (reading.attendance[place].value.minutes ?? 0) + (minutes ?? 0)
        continue
      }
      places[name.personKey] = reading.attendance.count
      var details = PersonDetails()
      details.channel = .online
      details.roles = [.participant]
      reading.attendance.append(
        Found(
          ListedAttendance(name: name, details: details, minutes: minutes), raw: name,
          line: row.line))
    }
    return true
  }

  /// What the meeting was called: beside a heading above the list, or below one, or in a column.
  private static func takeTitle(
    _ rows: [DelimitedTable.Row], above start: Int, into reading: inout Reading
  ) {
    let headings: Set<String> = ["meeting title", "topic", "meeting name"]
    for (index, row) in rows[...start].enumerated() {
      let keys = row.cells.map { $0.bareCell.wordKey }
      guard let column = keys.firstIndex(where: { headings.contains($0) }) else { continue }
      let isBeside = keys.count == 2 && column == 0 && index < start
      let next = index + 1
      let title =
        isBeside
        ? row.cells[1]
        : rows.indices.contains(next) && rows[next].cells.count > column
          ? rows[next].cells[column] : ""
      guard !title.bareCell.tidied.isEmpty else { continue }
      reading.title = Found(title.bareCell.tidied, raw: title, line: row.line)
      return
    }
  }

  /// `43`, `1h 2m 3s`, `43 mins`, `1:02:10`.
  private static func minutes(_ text: String) -> Int? {
    let words = text.tokens(limit: 8)
    guard let first = words.first?.number else { return nil }
    guard words.count > 1 else { return first }
    let numbers = words.compactMap(\.number)
    if words[1].isSign(":"), numbers.count >= 2, words.count == numbers.count * 2 - 1 {
      return numbers.count == 3 ? numbers[0] * 60 + numbers[1] : numbers[0]
    }
    var total = 0
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let value = number.number, let unit = unit.word else { continue }
      if unit.hasPrefix("h") { total += value * 60 } else if unit.hasPrefix("m") { total += value }
    }
    return total
  }
}

extension ArraySlice<UInt8> {
  /// As many whole lines as that many bytes hold, or all where one line is longer.
  fileprivate func wholeLines(within limit: Int) -> ArraySlice<UInt8> {
    let head = prefix(limit)
    guard head.count == limit, let end = head.lastIndex(of: 0x0A) else { return head }
    return head[...end]
  }
}

extension String {
  /// The words of a cell that is written as a formula, `="Jo Doe"`, as Webex has them.
  fileprivate var bareCell: String {
    guard hasPrefix("=\""), hasSuffix("\""), utf8.count > 3 else { return self }
    return String(dropFirst(2).dropLast())
  }
}
