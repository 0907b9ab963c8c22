import SessionModel

extension Reading {
  /// Takes over what somebody made of a field: other words, or `nil` to drop it.
  ///
  /// Answers whether the words were understood; where they were not, all stays as it was.
  @discardableResult
  public mutating func settle(_ id: String, as text: String?) -> Bool {
    if let (part, rest) = id.part {
      guard sessions.indices.contains(part - 1) else { return false }
      return sessions[part - 1].settle(rest, as: text)
    }
    let words = id.split(separator: " ", maxSplits: 1).map(String.init)
    let index = words.count > 1 ? Int(words[1]) ?? -1 : -1
    switch words[0] {
    case "title", "programme": return settle(\.title, text) { $0 }
    case "number": return settle(\.number, text, Int.init)
    case "year": return settle(\.year, text, Int.init)
    case "start": return settle(\.start, text) { StatedTime(rfc: $0) }
    case "end": return settle(\.end, text) { StatedTime(rfc: $0) }
    case "room": return settle(\.room, text) { $0 }
    case "format":
      return settle(\.format, text) { text in
        FormatShape(text)?.format ?? StatedFormat(kind: text)
      }
    case "holder": return settle(holder: index, as: text)
    case "question": return settle(&questions, index, text) { StatedQuestion(reviewed: $0) }
    case "goal": return settle(&goals, index, text) { GoalShape(line: $0)?.raw }
    case "description": return settle(&description, index, text) { $0 }
    case "outcome": return settle(&outcomes, index, text) { $0 }
    case "document": return settle(&documents, index, text) { StatedDocument(reviewed: $0) }
    case "deadline":
      return settle(&deadlines, index, text) { StatedDeadline(text: $0, day: $1.day) }
    case "language": return settle(&interpretation, index, text) { $0 }
    case "agenda": return settle(&agenda, index, text) { AgendaPoint(reviewed: $0, of: $1) }
    case "takeaway": return settle(&takeaways, index, text) { $0 }
    case "call": return settle(&callsToAction, index, text) { $0 }
    case "figure": return settle(&statedFigures, index, text) { _ in nil }
    case "remark":
      return settle(&remarks, index, text) { text, old in
        var remark = old
        remark.text = text
        return remark
      }
    case "person":
      return settle(&attendance, index, text) { ListedAttendance(reviewed: $0, of: $1) }
    case "message": return settle(message: index, as: text)
    case "label":
      for index in turns.indices where turns[index].speaker == words.last {
        turns[index].speaker = text
      }
      return true
    case "warning": return true
    default: return false
    }
  }

  /// Drops what was dropped, last first, so that places stay what they were; a session whose title
  /// is dropped goes as a whole.
  public mutating func drop(_ ids: [String]) {
    func place(_ id: String) -> Int { id.split(separator: " ").last.flatMap { Int($0) } ?? 0 }
    var parts: [Int: [String]] = [:]
    var own: [String] = []
    for id in ids {
      if let (part, rest) = id.part {
        parts[part, default: []].append(rest)
      } else {
        own.append(id)
      }
    }
    for id in own.sorted(by: { place($0) > place($1) }) { settle(id, as: nil) }
    for (part, ids) in parts.sorted(by: { $0.key > $1.key })
    where sessions.indices.contains(part - 1) {
      if ids.contains("title") {
        sessions.remove(at: part - 1)
      } else {
        sessions[part - 1].drop(ids)
      }
    }
  }

  private mutating func settle<Value>(
    _ field: WritableKeyPath<Reading, Found<Value>?>, _ text: String?, _ read: (String) -> Value?
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
    settle(&list, index, text) { text, _ in read(text) }
  }

  private func settle<Value>(
    _ list: inout [Found<Value>], _ index: Int, _ text: String?,
    _ read: (String, _ old: Value) -> Value?
  ) -> Bool {
    guard list.indices.contains(index) else { return false }
    guard let text else {
      list.remove(at: index)
      return true
    }
    guard let value = read(text, list[index].value) else { return false }
    list[index].value = value
    list[index].isHeaded = true
    return true
  }

  private mutating func settle(holder index: Int, as text: String?) -> Bool {
    settle(&holders, index, text) { text, old in
      let shape = HolderShape(labelled: text)
      guard let name = shape.name else { return nil }
      var holder = old
      holder.name = name
      holder.affiliation = shape.affiliation
      holder.group = shape.group
      holder.region = shape.region
      return holder
    }
  }

  /// `Ada Finch: hello`.
  private mutating func settle(message index: Int, as text: String?) -> Bool {
    guard messages.indices.contains(index) else { return false }
    guard let text else {
      messages.remove(at: index)
      return true
    }
    let sides = text.split(separator: ":", maxSplits: 1).map(\.squeezed)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return false }
    messages[index].sender = sides[0]
    messages[index].text = sides[1]
    return true
  }
}

extension String {
  /// The session of a programme that a field belongs to, and which field of it it is.
  fileprivate var part: (Int, String)? {
    guard let slash = firstIndex(of: "/"), let part = Int(self[..<slash]) else { return nil }
    return (part, String(self[index(after: slash)...]))
  }
}

extension StatedQuestion {
  /// A question with its parts behind dots, as a field shows it.
  fileprivate init?(reviewed text: String) {
    let pieces = text.separated(by: [" · "]).filter { !$0.isEmpty }
    guard let first = pieces.first else { return nil }
    self.init(text: first, parts: Array(pieces.dropFirst()))
  }
}

extension StatedDocument {
  fileprivate init?(reviewed text: String) {
    self.init(Line(number: 1, text: text))
  }
}

extension ListedAttendance {
  /// The same person by other words; role and presence stay.
  fileprivate init?(reviewed text: String, of old: ListedAttendance) {
    let shape = HolderShape(labelled: text)
    guard let name = shape.name else { return nil }
    self = old
    self.name = name
    details.affiliation = shape.affiliation
    details.group = shape.group
    details.region = shape.region
  }
}

extension AgendaPoint {
  /// The same point with other times or words: `10:00 - 10:15 Opening`.
  fileprivate init?(reviewed text: String, of old: AgendaPoint) {
    self = old
    let dates = DatesInLine(text.prefix(60), limit: 14)
    var title = text
    if let first = dates.clocks.first, first.place == 0, first.after > 0 {
      title = String(
        decoding: text.utf8.dropFirst(dates.tokens[first.after - 1].end), as: UTF8.self)
      start = StatedMoment(day: old.start?.day, minutes: first.clock.start)
      end = first.clock.end.map { StatedMoment(day: old.end?.day ?? old.start?.day, minutes: $0) }
    }
    title = title.trimmedMarks
    guard !title.isEmpty else { return nil }
    self.title = title
    kind = .of(title: title)
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
