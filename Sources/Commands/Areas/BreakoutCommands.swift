import SessionModel

extension Grammar {
  static let breakout: [Command] = [
    Command(
      "breakout divide", .word(optional: "count", .number), .option("groups", .number),
      .option("size", .number), .option("seed", .number, else: 1),
      summary: "divide who is here into breakout groups that look alike, so many or of a size",
      example: "breakout divide 4"
    ) {
      .breakout(.divide(groups: $0 ?? $1, size: $2, seed: $3))
    } write: {
      if case .breakout(.divide(let groups, let size, let seed)) = $0 {
        (groups, nil, size, seed)
      } else {
        nil
      }
    },
    Command(
      "breakout move", .word("person", .person), .word("group", .orNone(.breakout)),
      summary: "put somebody into a group, or take them out of all",
      example: "breakout move p4 b2"
    ) {
      .breakout(.move($0, to: $1))
    } write: {
      if case .breakout(.move(let person, let group)) = $0 { (person, group) } else { nil }
    },
    Command(
      "breakout change", .word("group", .breakout), .breakoutDetails,
      summary: "say who chairs a group, who writes, what it talks about and where",
      example: "breakout change b1 --chair p4 --rapporteur p7 --question q2 --room \"Room 3\""
    ) {
      .breakout(.change($0, $1))
    } write: {
      if case .breakout(.change(let group, let details)) = $0 { (group, details) } else { nil }
    },
    Command(
      "breakout begin", .word("length", .length),
      summary: "send the groups to work; each gets a session of its own",
      example: "breakout begin 15m"
    ) {
      .breakout(.begin(seconds: $0))
    } write: {
      if case .breakout(.begin(let seconds)) = $0 { seconds } else { nil }
    },
    Command(
      "breakout extend", .word(optional: "group", .breakout), .word("length", .length),
      summary: "give a group more time, or less; all when none is named",
      example: "breakout extend b2 2m"
    ) {
      .breakout(.extend($0, seconds: $1))
    } write: {
      if case .breakout(.extend(let group, let seconds)) = $0 { (group, seconds) } else { nil }
    },
    Command("breakout recall", .breakout(.recall), summary: "call the groups back"),
    Command(
      "breakout signal", .word("kind", .signalKind), .option("group", .breakout),
      .option("minutes", .number), .option("text", .text),
      summary: "call something to a group, or to all; from a group to the plenary",
      example: "breakout signal left --minutes 5"
    ) {
      .breakout(.signal($0, minutes: $2, text: $3, to: $1))
    } write: {
      if case .breakout(.signal(let kind, let minutes, let text, let group)) = $0 {
        (kind, group, minutes, text)
      } else {
        nil
      }
    },
    Command(
      "breakout hear", .word("kind", .signalKind), .heardSignal,
      summary: "take what was called from the other side",
      example: "breakout hear help --from b2 --sent 2021-12-07T17:05:00Z"
    ) {
      var signal = $1
      signal.kind = $0
      return .breakout(.hear(signal))
    } write: {
      if case .breakout(.hear(let signal)) = $0 { (signal.kind, signal) } else { nil }
    },
    Command(
      "breakout readout", .word("group", .breakout), .option("for", .length),
      summary: "give the floor to whoever tells what came of a group",
      example: "breakout readout b1 --for 2m"
    ) {
      .breakout(.readOut($0, seconds: $1))
    } write: {
      if case .breakout(.readOut(let group, let seconds)) = $0 { (group, seconds) } else { nil }
    },
    Command(
      "breakout merge", .word("group", .breakout), .option(required: "tag", .code),
      .breakoutReturn,
      summary: "take what a group brings back; 'roundtable merge' reads it from its session",
      example: "breakout merge b1 --tag 12-kx0 --entries 40 --digest 9f86d0 "
        + #"--note "takeaway \"Remedy first\"""#
    ) {
      .breakout(.merge($0, tag: $1, $2))
    } write: {
      if case .breakout(.merge(let group, let tag, let returned)) = $0 {
        (group, tag, returned)
      } else {
        nil
      }
    },
    Command("breakout dissolve", .breakout(.dissolve), summary: "do away with the groups"),
  ]
}

extension Part<BreakoutDetails> {
  fileprivate static var breakoutDetails: Self {
    .record(
      BreakoutDetails(),
      Field(\.title, .option("title", .text)), Field(\.chair, .option("chair", .person)),
      Field(\.rapporteur, .option("rapporteur", .person)),
      Field(\.question, .option("question", .question)), Field(\.room, .option("room", .text)))
  }
}

extension Part<BreakoutSignal> {
  fileprivate static var heardSignal: Self {
    .record(
      BreakoutSignal(.message),
      Field(\.from, .option("from", .breakout)), Field(\.to, .option("group", .breakout)),
      Field(\.minutes, .option("minutes", .number)), Field(\.text, .option("text", .text)),
      Field(\.sent, .option("sent", .time)))
  }
}

extension Part<BreakoutReturn> {
  fileprivate static var breakoutReturn: Self {
    .record(
      BreakoutReturn(entries: 0, digest: ""),
      Field(\.entries, .option(required: "entries", .number)),
      Field(\.digest, .option(required: "digest", .code)),
      Field(\.seconds, .option("held", .length)),
      Field(\.speakers, .option("speakers", .number)),
      Field(\.notes, .options("note", .returnedNote, empty: "no-notes")),
      Field(\.polls, .options("poll", .returnedPoll, empty: "no-polls")),
      Field(\.outcomes, .options("outcome", .returnedOutcome, empty: "no-outcomes")))
  }
}

extension Spelling<BreakoutID> {
  static var breakout: Self { .name(.breakout) }
}

extension Spelling<BreakoutSignal.Kind> {
  static var signalKind: Self { .word { [$0.title] } }
}

extension Spelling<ReturnedNote> {
  /// `takeaway "Remedy first" chatham_house #remedy`, all of it in quotes.
  static var returnedNote: Self {
    Spelling(kind: .returnedNote) { word, _ in
      let words = Token.tokens(of: word)
      guard words.count >= 2, let kind = Note.Kind(rawValue: words[0].text) else { return nil }
      var note = ReturnedNote(kind, words[1].text)
      for word in words.dropFirst(2) {
        if let rule = AttributionRule(rawValue: word.text), !word.isQuoted {
          note.rule = rule
        } else if word.isQuoted {
          note.topics = (note.topics ?? []) + [word.text]
        } else if word.text == "untopical" {
          note.topics = []
        } else {
          return nil
        }
      }
      return note
    } write: { note in
      var words = [note.kind.rawValue, note.text.quoted]
      if let rule = note.rule { words.append(rule.rawValue) }
      if let topics = note.topics {
        words += topics.isEmpty ? ["untopical"] : topics.map(\.quoted)
      }
      return words.joined(separator: " ").quoted
    }
  }
}

extension Spelling<ReturnedPoll> {
  /// `"Who pays?" "one choice" 12 "States" "7" "Companies" "5"`, all of it in quotes.
  static var returnedPoll: Self {
    Spelling(kind: .returnedPoll) { word, _ in
      let words = Token.tokens(of: word).map(\.text)
      guard words.count >= 3, words.count % 2 == 1, let turnout = Int(words[2]) else { return nil }
      let rows = stride(from: 3, to: words.count, by: 2).map {
        ReturnedPoll.Row(words[$0], words[$0 + 1])
      }
      return ReturnedPoll(words[0], method: words[1], turnout: turnout, rows: rows)
    } write: { poll in
      let rows = poll.rows.flatMap { [$0.label.quoted, $0.figure.quoted] }
      return ([poll.text.quoted, poll.method.quoted, "\(poll.turnout)"] + rows)
        .joined(separator: " ").quoted
    }
  }
}

extension Spelling<ReturnedOutcome> {
  /// `"Remedy first" "broad agreement" 1`, all of it in quotes; what is not so is `none`.
  static var returnedOutcome: Self {
    Spelling(kind: .returnedOutcome) { word, _ in
      let words = Token.tokens(of: word)
      guard words.count == 3 else { return nil }
      func isNone(_ word: Token) -> Bool { word.text == "none" && !word.isQuoted }
      var outcome = ReturnedOutcome(words[0].text)
      if !isNone(words[1]) { outcome.statement = words[1].text }
      if !isNone(words[2]) {
        guard let count = Int(words[2].text) else { return nil }
        outcome.objections = count
      }
      return outcome
    } write: { outcome in
      [
        outcome.text.quoted, outcome.statement?.quoted ?? "none",
        outcome.objections.map { "\($0)" } ?? "none",
      ].joined(separator: " ").quoted
    }
  }
}
