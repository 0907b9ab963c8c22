import SessionModel

/// One thing that was understood, for somebody to accept, change or drop.
public struct ReadingField: Equatable, Sendable, Identifiable {
  /// Which part of the reading it is.
  public var id: String
  /// What it is: `speaker`.
  public var label: String
  /// As it would be taken over.
  public var text: String
  /// The line that it was understood from, counted from 1; `nil` for what the source lacks.
  public var line: Int?
  /// What the source says there, where that is known.
  public var raw: String?
  /// Why somebody should look at it; `nil` where the source says what it is.
  public var doubt: String?
  /// Whether other words may be put in its place.
  public var isChangeable = true
  /// Which session of a programme it belongs to, counted from 1; `nil` where there is one.
  public var part: Int?

  /// What stands before whoever speaks in a transcript.
  public static let speakerLabel = "speaks"

  /// Whether it is the title of a session, without which the session is not made.
  public var isTitle: Bool { id == "title" || id.hasSuffix("/title") }
}

extension Reading {
  /// Everything that was understood, in the order of the source's parts.
  ///
  /// Titles stand there even where the source has none, to be filled in; of a page that holds
  /// several sessions every session has its own, behind what is said of all of them.
  public var fields: [ReadingField] {
    var fields = ownFields
    if !sessions.isEmpty {
      if title == nil { fields.removeAll { $0.id == "title" } }
      for index in fields.indices where fields[index].id == "title" {
        fields[index].id = "programme"
        fields[index].label = "programme"
        fields[index].doubt = nil
      }
      for (index, session) in sessions.enumerated() {
        fields += session.ownFields.map { field in
          var field = field
          field.part = index + 1
          field.id = "\(index + 1)/\(field.id)"
          if field.isTitle { field.label = "session \(index + 1)" }
          return field
        }
      }
    }
    return fields.with(warnings)
  }

  private var ownFields: [ReadingField] {
    var list = FieldList()
    list.fields.append(
      ReadingField(
        id: "title", label: "title", text: title?.value ?? "", line: title?.line,
        doubt: title == nil
          ? "the file has no title"
          : title?.isHeaded == false ? "nothing says it is the title" : nil
      ))
    list.add("number", number) { "\($0)" }
    list.add("year", year) { "\($0)" }
    list.add("start", start, \.text)
    list.add("end", end, \.text)
    list.add("room", room) { $0 }
    list.add("format", format, \.text)
    if !isTable { list.add("holder", holders, label: \.role.title, \.text) }
    list.add("question", questions) { ([$0.text] + $0.parts).joined(separator: " · ") }
    list.add("goal", goals) { $0 }
    list.add("description", description) { $0 }
    list.add("outcome", outcomes) { $0 }
    list.add("document", documents) {
      [$0.title, $0.link].compactMap(\.self).joined(separator: " ")
    }
    list.add("deadline", deadlines, \.text)
    list.add("language", interpretation) { $0 }
    list.add("agenda", agenda, \.text)
    list.add("takeaway", takeaways) { $0 }
    list.add("call", callsToAction, label: { _ in "call to action" }) { $0 }
    list.add("figure", statedFigures, label: { _ in "stated" }, isChangeable: false, \.sentence)
    list.add("remark", remarks, label: \.kind.title, \.text)
    list.add("person", attendance, \.text)
    for (index, message) in messages.enumerated() {
      list.fields.append(
        ReadingField(
          id: "message \(index)", label: "message", text: "\(message.sender): \(message.text)",
          line: message.line))
    }
    var seen: Set<String> = []
    for turn in turns {
      guard let label = turn.speaker, seen.insert(label).inserted else { continue }
      list.fields.append(
        ReadingField(
          id: "label \(label)", label: ReadingField.speakerLabel, text: label, line: turn.line))
    }
    return list.fields
  }
}

/// Fields as they are gathered.
private struct FieldList {
  var fields: [ReadingField] = []

  private func doubt<Value>(_ found: Found<Value>) -> String? {
    found.isHeaded ? nil : "no heading says so; known from its place"
  }

  mutating func add<Value>(_ id: String, _ found: Found<Value>?, _ text: (Value) -> String) {
    guard let found else { return }
    fields.append(
      ReadingField(
        id: id, label: id, text: text(found.value), line: found.line, raw: found.raw,
        doubt: doubt(found)))
  }

  mutating func add<Value>(
    _ id: String, _ list: [Found<Value>], label: ((Value) -> String)? = nil,
    isChangeable: Bool = true, _ text: (Value) -> String
  ) {
    for (index, found) in list.enumerated() {
      fields.append(
        ReadingField(
          id: "\(id) \(index)", label: label?(found.value) ?? id, text: text(found.value),
          line: found.line, raw: found.raw, doubt: doubt(found), isChangeable: isChangeable))
    }
  }
}

extension [ReadingField] {
  /// With what was warned about: beside the person of that line, else in a place of its own.
  public func with(_ warnings: [ImportWarning]) -> [ReadingField] {
    var fields = self
    var people: [Int: Int] = [:]
    var last: [Int: Int] = [:]
    for (place, field) in fields.enumerated() {
      guard let line = field.line else { continue }
      if field.id.hasPrefix("person ") { people[line] = place }
      last[line] = place
    }
    var added: [Int: [ReadingField]] = [:]
    for (index, warning) in warnings.enumerated() {
      if let place = people[warning.line] {
        fields[place].doubt = [fields[place].doubt, warning.message].compactMap(\.self)
          .joined(separator: "; ")
        continue
      }
      let place = last[warning.line] ?? fields.count - 1
      added[place, default: []].append(
        ReadingField(
          id: "warning \(count) \(index)", label: "warning", text: warning.message,
          line: warning.line, doubt: "accept it once you have seen it", isChangeable: false,
          part: place >= 0 ? fields[place].part : nil))
    }
    return fields.indices.flatMap { [fields[$0]] + (added[$0] ?? []) } + (added[-1] ?? [])
  }
}

extension StatedFormat {
  /// `Round Table - Circle - 60 Min`.
  fileprivate var text: String {
    [kind, layout, minutes.map { "\($0) Min" }].compactMap(\.self).joined(separator: " - ")
  }
}

extension RoleHolder {
  /// `Ada Finch, Harbour Trust, Civil Society, African Group`.
  fileprivate var text: String {
    [name, affiliation, group?.title, region?.title].compactMap(\.self).joined(separator: ", ")
  }
}

extension ListedAttendance {
  /// `Ada Finch, Harbour Trust, Civil Society, African Group`.
  fileprivate var text: String {
    [name, details.affiliation, details.group?.title, details.region?.title]
      .compactMap(\.self).joined(separator: ", ")
  }
}

extension AgendaPoint {
  /// `10:00 - 10:15 Opening`.
  fileprivate var text: String {
    let times = [start?.text, end?.text].compactMap(\.self).joined(separator: " - ")
    return [times, title ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
