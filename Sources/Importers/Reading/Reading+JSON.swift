import SessionModel

extension Reading {
  /// One JSON object, its keys in a fixed order; a key without a value is null or empty.
  public var json: String {
    var writer = ReadingWriter()
    writer.put(self, isWhole: true)
    writer.raw("\n")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes a reading as JSON, in one pass.
private struct ReadingWriter {
  var bytes: [UInt8] = []
  /// What stands between the keys of a reading.
  private var parting = ", "

  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// The whole has a line for each key, what stands within it none.
  mutating func put(_ reading: Reading, isWhole: Bool) {
    parting = isWhole ? ",\n " : ", "
    raw("{")
    key("kind", first: true)
    text(reading.kind.rawValue)
    key("confidence")
    let hundredths = Int((reading.confidence * 100).rounded())
    raw(hundredths >= 100 ? "1.0" : "0.\(hundredths.padded(2))")
    key("title")
    text(reading.title?.value)
    key("type")
    text(reading.type?.value)
    key("number")
    number(reading.number?.value)
    key("year")
    number(reading.year?.value)
    key("start")
    text(reading.start?.value.text)
    key("end")
    text(reading.end?.value.text)
    key("room")
    text(reading.room?.value)
    putFormat(reading.format?.value)
    putRoles(reading)
    key("people")
    number(reading.people.count)
    key("policyQuestions")
    list(reading.questions) { $0.text($1.value.text) }
    key("sdgs")
    list(reading.goals) { $0.text($1.value) }
    key("agenda")
    list(reading.agenda) { $0.put($1.value) }
    key("sessions")
    list(reading.sessions) { $0.put($1, isWhole: false) }
    parting = isWhole ? ",\n " : ", "
    key("takeaways")
    list(reading.takeaways) { $0.text($1.value) }
    key("callsToAction")
    list(reading.callsToAction) { $0.text($1.value) }
    key("turns")
    list(reading.turns + reading.messages.map(\.turn)) { $0.put($1) }
    key("speakersSpoken")
    list(reading.spoken) { writer, spoken in
      writer.raw("{\"name\": ")
      writer.text(spoken.name)
      writer.raw(", \"turns\": \(spoken.turns), \"words\": \(spoken.words)}")
    }
    key("warnings")
    list(reading.warnings) { writer, warning in
      writer.raw("{\"line\": \(warning.line), \"message\": ")
      writer.text(warning.message)
      writer.raw("}")
    }
    raw("}")
  }

  private mutating func putFormat(_ format: StatedFormat?) {
    key("format")
    raw("{\"kind\": ")
    text(format?.kind)
    raw(", \"layout\": ")
    text(format?.layout)
    raw(", \"minutes\": ")
    number(format?.minutes)
    raw("}")
  }

  private mutating func putRoles(_ reading: Reading) {
    let roles: [(String, [Role])] = [
      ("organizers", [.organizer]), ("speakers", [.speaker, .additionalSpeaker, .discussant]),
      ("moderators", [.moderator, .chair, .facilitator]), ("onlineModerators", [.onlineModerator]),
      ("rapporteurs", [.rapporteur]),
    ]
    for (name, roles) in roles {
      key(name)
      list(reading.holders.filter { roles.contains($0.value.role) }) {
        $0.put($1.value, isSpeaker: name == "speakers")
      }
    }
  }

  private mutating func put(_ holder: RoleHolder, isSpeaker: Bool) {
    raw("{\"name\": ")
    text(holder.name)
    raw(", \"affiliation\": ")
    text(holder.affiliation)
    raw(", \"stakeholderGroup\": ")
    text(holder.group?.rawValue)
    raw(", \"region\": ")
    text(holder.region?.rawValue)
    if isSpeaker {
      raw(", \"additional\": \(holder.role == .additionalSpeaker), \"status\": ")
      text(holder.status?.rawValue)
    }
    raw("}")
  }

  private mutating func put(_ point: AgendaPoint) {
    raw("{\"start\": ")
    text(point.start.map { $0.time?.text ?? $0.text })
    raw(", \"end\": ")
    text(point.end.map { $0.time?.text ?? $0.text })
    raw(", \"title\": ")
    text(point.title)
    raw(", \"kind\": ")
    text(point.kind.rawValue)
    raw(", \"people\": ")
    list(point.people) { $0.put($1, isSpeaker: false) }
    raw("}")
  }

  private mutating func put(_ turn: SpokenTurn) {
    raw("{\"speaker\": ")
    text(turn.speaker)
    raw(", \"start\": ")
    if let start = turn.start {
      let thousandths = Int((start * 1000).rounded())
      let rest = thousandths % 1000
      raw("\(thousandths / 1000)\(rest == 0 ? "" : "." + rest.padded(3))")
    } else {
      raw("null")
    }
    raw(", \"words\": \(turn.words), \"text\": ")
    text(turn.text)
    raw("}")
  }

  // MARK: JSON

  private mutating func key(_ name: String, first: Bool = false) {
    raw(first ? "\"" : parting + "\"")
    raw(name)
    raw("\": ")
  }

  private mutating func number(_ value: Int?) {
    raw(value.map(String.init) ?? "null")
  }

  private mutating func list<Element>(
    _ elements: [Element], _ put: (inout ReadingWriter, Element) -> Void
  ) {
    raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(", ") }
      put(&self, element)
    }
    raw("]")
  }

  private mutating func text(_ value: String?) {
    guard var value else { return raw("null") }
    bytes.append(0x22)
    value.withUTF8 { source in
      var start = 0
      for (index, byte) in source.enumerated()
      where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        bytes.append(contentsOf: source[start..<index])
        start = index + 1
        if byte == 0x22 || byte == 0x5C {
          bytes.append(0x5C)
          bytes.append(byte)
        } else {
          bytes += "\\u00".utf8
          bytes.append(Self.figures[Int(byte >> 4)])
          bytes.append(Self.figures[Int(byte & 15)])
        }
      }
      bytes.append(contentsOf: source[start...])
    }
    bytes.append(0x22)
  }

  private static let figures = Array("0123456789abcdef".utf8)
}

extension ChatMessage {
  /// The message as speech, to show it beside speech.
  fileprivate var turn: SpokenTurn {
    SpokenTurn(
      speaker: sender, start: nil, end: nil, words: text.split(separator: " ").count, text: text,
      line: line)
  }
}

extension Reading {
  /// Who spoke, in the order of their first turns; turns of nobody are left out.
  public var spoken: [(name: String, turns: Int, words: Int)] {
    var places: [String: Int] = [:]
    var keys: [String: String] = [:]
    var spoken: [(name: String, turns: Int, words: Int)] = []
    for turn in turns {
      guard let speaker = turn.speaker else { continue }
      let key = keys[speaker] ?? speaker.personKey
      keys[speaker] = key
      let place = places[key] ?? spoken.count
      if place == spoken.count {
        places[key] = place
        spoken.append((speaker, 0, 0))
      }
      spoken[place].turns += 1
      spoken[place].words += turn.words
    }
    return spoken
  }
}
