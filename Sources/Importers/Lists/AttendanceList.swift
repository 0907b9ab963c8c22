import SessionModel

/// Reads lists of people, and the lists of who came that Zoom, Webex and Teams save.
enum AttendanceList {
  static func read(_ file: ForeignFile, confidence: Double) throws(ImportFailure) -> Reading {
    var reading = Reading(.people, confidence: confidence)
    reading.isTable = true
    if let came = try presence(in: file) {
      reading.attendance = came
      return reading
    }
    let imported = try PeopleTable().read(file, for: Session())
    reading.warnings = imported.warnings
    for (index, intent) in imported.intents.enumerated() {
      guard case .people(.add(let name, let details)) = intent else { continue }
      let line = index + 2
      reading.attendance.append(
        Found(ListedAttendance(name: name, details: details, minutes: nil), raw: name, line: line))
      for role in details.roles ?? [] {
        var holder = RoleHolder(role: role)
        holder.name = name
        holder.affiliation = details.affiliation
        holder.group = details.group
        holder.region = details.region
        holder.status = details.status
        reading.holders.append(Found(holder, raw: name, line: line))
      }
    }
    return reading
  }

  /// Whether the first lines are a table of people.
  static func isTable(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = String(decoding: bytes.prefix(6000), as: UTF8.self)
    guard let table = try? DelimitedTable(head) else { return false }
    for row in table.rows.prefix(20) where row.cells.count >= 2 {
      if Columns(row.cells) != nil { return true }
      if row.number == table.rows.first?.number, PeopleColumns(row).hasNames,
        row.cells.allSatisfy({ $0.utf8.count < 60 })
      {
        return true
      }
    }
    return false
  }

  private struct Columns {
    var name: Int
    var minutes: Int?

    init?(_ cells: [String]) {
      let keys = cells.map { $0.withoutBrackets.wordKey }
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

  private static func presence(in file: ForeignFile) throws(ImportFailure) -> [Found<
    ListedAttendance
  >]? {
    let text = try file.text()
    guard let table = try? DelimitedTable(text.text),
      let start = table.rows.prefix(20).firstIndex(where: { Columns($0.cells) != nil }),
      let columns = Columns(table.rows[start].cells)
    else { return nil }
    var found: [Found<ListedAttendance>] = []
    var places: [String: Int] = [:]
    for row in table.rows[(start + 1)...] {
      guard row.cells.count > columns.name, row.cells.count > 1 else { continue }
      // Teams puts further tables behind the list.
      if Columns(row.cells) != nil { break }
      var name = row.cells[columns.name].tidied
      if name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex {
        name = name[..<open].squeezed
      }
      guard !name.isEmpty else { continue }
      let minutes = columns.minutes.flatMap {
        $0 < row.cells.count ? Self.minutes(row.cells[$0]) : nil
      }
      if let place = places[name.personKey] {
        found[place].value.minutes = (found[place].value.minutes ?? 0) + (minutes ?? 0)
        continue
      }
      places[name.personKey] = found.count
      var details = PersonDetails()
      details.channel = .online
      details.roles = [.participant]
      found.append(
        Found(
          ListedAttendance(name: name, details: details, minutes: minutes), raw: name,
          line: row.line))
    }
    return found
  }

  /// `43`, `1h 2m 3s`, `43 mins`.
  private static func minutes(_ text: String) -> Int? {
    let words = text.tokens(limit: 8)
    guard let first = words.first?.number else { return nil }
    guard words.count > 1 else { return first }
    var total = 0
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let value = number.number, let unit = unit.word else { continue }
      if unit.hasPrefix("h") { total += value * 60 } else if unit.hasPrefix("m") { total += value }
    }
    return total
  }
}
