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
  /// Whether the source says what it is; else it is known from its place or shape alone.
  public var isSure: Bool
  /// Whether other words may be put in its place.
  public var isChangeable: Bool

  /// What stands before whoever speaks in a transcript.
  public static let speakerLabel = "speaks"
}

extension Reading {
  /// Everything that was understood, in the order of the source's parts.
  ///
  /// The title stands there even where the source has none, to be filled in.
  public var fields: [ReadingField] {
    var fields = [
      ReadingField(
        id: "title", label: "title", text: title?.value ?? "", line: title?.line,
        isSure: title?.isHeaded ?? false, isChangeable: true)
    ]
    func add<Value>(
      _ id: String, _ label: String, _ found: Found<Value>?, isChangeable: Bool = false,
      _ text: (Value) -> String
    ) {
      guard let found else { return }
      fields.append(
        ReadingField(
          id: id, label: label, text: text(found.value), line: found.line,
          isSure: found.isHeaded, isChangeable: isChangeable))
    }
    add("number", "number", number) { "\($0)" }
    add("year", "year", year) { "\($0)" }
    add("start", "start", start, isChangeable: true) { $0.text }
    add("end", "end", end, isChangeable: true) { $0.text }
    add("room", "room", room, isChangeable: true) { $0 }
    add("format", "format", format, isChangeable: true, \.text)
    for (index, found) in holders.enumerated() {
      add("holder \(index)", found.value.role.title, found, isChangeable: true, \.text)
    }
    for (index, found) in questions.enumerated() {
      add("question \(index)", "question", found, isChangeable: true, \.text)
    }
    for (index, found) in goals.enumerated() { add("goal \(index)", "goal", found) { $0 } }
    for (index, found) in agenda.enumerated() {
      add("point \(index)", "agenda", found, \.text)
    }
    for (index, found) in takeaways.enumerated() {
      add("takeaway \(index)", "takeaway", found, isChangeable: true) { $0 }
    }
    for (index, found) in callsToAction.enumerated() {
      add("call \(index)", "call to action", found, isChangeable: true) { $0 }
    }
    for (index, found) in attendance.enumerated() {
      add("person \(index)", "person", found, \.name)
    }
    for label in labels {
      let turns = turns.filter { $0.speaker == label }
      fields.append(
        ReadingField(
          id: "label \(label)", label: ReadingField.speakerLabel, text: label,
          line: turns.first?.line,
          isSure: true, isChangeable: true))
    }
    return fields
  }

  /// Takes over what somebody made of a field: other words, or `nil` to drop it.
  ///
  /// Answers whether the words were understood; where they were not, all stays as it was.
  @discardableResult
  public mutating func settle(_ id: String, as text: String?) -> Bool {
    let words = id.split(separator: " ", maxSplits: 1).map(String.init)
    let index = words.count > 1 ? Int(words[1]) ?? -1 : -1
    switch words[0] {
    case "title": return settle(\.title, text, label: "title") { $0 }
    case "number": return settle(\.number, text, label: "number", Int.init)
    case "year": return settle(\.year, text, label: "year", Int.init)
    case "start": return settle(\.start, text, label: "start") { StatedTime(rfc: $0) }
    case "end": return settle(\.end, text, label: "end") { StatedTime(rfc: $0) }
    case "room": return settle(\.room, text, label: "room") { $0 }
    case "format":
      return settle(\.format, text, label: "format") { text in
        FormatShape(text)?.format ?? StatedFormat(kind: text)
      }
    case "holder": return settle(holder: index, as: text)
    case "question": return settle(&questions, index, text) { StatedQuestion(text: $0) }
    case "goal": return settle(&goals, index, text) { $0 }
    case "point": return settle(&agenda, index, text) { _ in nil }
    case "takeaway": return settle(&takeaways, index, text) { $0 }
    case "call": return settle(&callsToAction, index, text) { $0 }
    case "person": return settle(&attendance, index, text) { _ in nil }
    case "label":
      for index in turns.indices where turns[index].speaker == words.last {
        turns[index].speaker = text
      }
      return true
    default: return false
    }
  }

  /// Drops what was dropped, last first, so that places stay what they were.
  public mutating func drop(_ ids: [String]) {
    func place(_ id: String) -> Int { id.split(separator: " ").last.flatMap { Int($0) } ?? 0 }
    for id in ids.sorted(by: { place($0) > place($1) }) { settle(id, as: nil) }
  }

  private mutating func settle<Value>(
    _ field: WritableKeyPath<Reading, Found<Value>?>, _ text: String?, label: String,
    _ read: (String) -> Value?
  ) -> Bool {
    guard let text else {
      self[keyPath: field] = nil
      return true
    }
    guard let value = read(text) else { return false }
    let line = self[keyPath: field]?.line ?? 1
    self[keyPath: field] = Found(value, raw: text, line: line)
    return true
  }

  private func settle<Value>(
    _ list: inout [Found<Value>], _ index: Int, _ text: String?, _ read: (String) -> Value?
  ) -> Bool {
    guard list.indices.contains(index) else { return false }
    guard let text else {
      list.remove(at: index)
      return true
    }
    guard let value = read(text) else { return false }
    list[index].value = value
    list[index].isHeaded = true
    return true
  }

  private mutating func settle(holder index: Int, as text: String?) -> Bool {
    guard let text else { return settle(&holders, index, nil) { _ in nil } }
    guard holders.indices.contains(index) else { return false }
    let shape = HolderShape(labelled: text)
    guard shape.name != nil else { return false }
    holders[index].value.name = shape.name
    holders[index].value.affiliation = shape.affiliation
    holders[index].value.group = shape.group
    holders[index].value.region = shape.region
    holders[index].isHeaded = true
    return true
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

extension AgendaPoint {
  /// `10:00 - 10:15 Opening`.
  fileprivate var text: String {
    let times = [start?.text, end?.text].compactMap(\.self).joined(separator: " - ")
    return [times, title ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension StatedTime {
  /// Reads what `text` writes.
  fileprivate init?(rfc text: String) {
    guard Timestamp(text) != nil else { return nil }
    let tokens = text.tokens(limit: 20)
    let numbers = tokens.compactMap(\.number)
    guard numbers.count >= 5 else { return nil }
    self.init(
      year: numbers[0], month: numbers[1], day: numbers[2], minutes: numbers[3] * 60 + numbers[4])
    if text.hasSuffix("Z") || text.hasSuffix("z") {
      offset = 0
    } else if numbers.count >= 7, !text.hasSuffix("-00:00") {
      let east = numbers[numbers.count - 2] * 60 + numbers[numbers.count - 1]
      offset = text.dropLast(5).hasSuffix("-") ? -east : east
    }
  }
}
