public import SessionModel

extension Grammar {
  static let note: [Command] = [
    Command(
      "note write", .word("kind", .noteKind), .word("text", .text),
      summary: "write a note, bound to what is going on",
      example: "note write takeaway \"Remedy must be within reach\""
    ) {
      .note(.write(kind: $0, text: $1))
    } write: {
      if case .note(.write(let kind, let text)) = $0 { (kind, text) } else { nil }
    },
    Command(
      "note edit", .word("note", .note), .word("text", .text), .option("over", .text),
      summary: "change the words of a note; --over is how it must still read",
      example: "note edit n1 \"Remedy must be within everybody's reach\""
    ) {
      .note(.edit($0, text: $1, over: $2))
    } write: {
      if case .note(.edit(let note, let text, let over)) = $0 { (note, text, over) } else { nil }
    },
    Command(
      "note sort", .word("note", .note), .word("kind", .noteKind),
      summary: "make a note another kind", example: "note sort n1 quote"
    ) {
      .note(.sort($0, kind: $1))
    } write: {
      if case .note(.sort(let note, let kind)) = $0 { (note, kind) } else { nil }
    },
    Command(
      "note bind", .word("note", .note), .tie,
      summary: "bind a note to something else, or loose it with 'none'; one tie a line",
      example: "note bind n1 --speaker p2"
    ) {
      .note(.bind($0, $1))
    } write: {
      if case .note(.bind(let note, let tie)) = $0 { (note, tie) } else { nil }
    },
    Command(
      "note set", .word("note", .note), .word("field", .noteField), .word("text", .orNone(.text)),
      .option("over", .text),
      summary: "say to whom, by when or why; 'none' unsays it; --over is what it must still say",
      example: "note set n1 addressee \"Member States\""
    ) {
      .note(.fill($0, $1, text: $2, over: $3))
    } write: {
      guard case .note(.fill(let note, let field, let text, let over)) = $0 else { return nil }
      return (note, field, text, over)
    },
    Command(
      "note tag", .word("note", .note), .words("topic", .code),
      summary: "sort a note under these topics and no others", example: "note tag n1 remedy access"
    ) {
      .note(.tag($0, topics: $1))
    } write: {
      guard case .note(.tag(let note, let topics)) = $0, !topics.isEmpty else { return nil }
      return (note, topics)
    },
    Command(
      "note untag", .word("note", .note), summary: "sort a note under no topic",
      example: "note untag n1"
    ) {
      .note(.tag($0, topics: []))
    } write: {
      if case .note(.tag(let note, let topics)) = $0, topics.isEmpty { note } else { nil }
    },
    Command(
      "note link", .word("note", .note), .word("relation", .relation), .word("to", .linkTarget),
      summary: "say what a note has to do with another one, or with a person",
      example: "note link n3 agreed_with p2"
    ) {
      .note(.link($0, NoteLink($1, $2)))
    } write: {
      guard case .note(.link(let note, let link)) = $0 else { return nil }
      return (note, link.relation, link.target)
    },
    Command(
      "note unlink", .word("note", .note), .word("relation", .relation), .word("to", .linkTarget),
      summary: "take such a link away", example: "note unlink n3 agreed_with p2"
    ) {
      .note(.unlink($0, NoteLink($1, $2)))
    } write: {
      guard case .note(.unlink(let note, let link)) = $0 else { return nil }
      return (note, link.relation, link.target)
    },
    Command(
      "note merge", .word("note", .note), .word("into", .note),
      summary: "put the words of a note behind another's", example: "note merge n4 n2"
    ) {
      .note(.merge($0, into: $1))
    } write: {
      if case .note(.merge(let note, let other)) = $0 { (note, other) } else { nil }
    },
    Command(
      "note split", .word("note", .note), .option(required: "keep", .text),
      .option(required: "rest", .text), .option("over", .text),
      summary: "leave some words in a note, make another of the rest; --over as in 'note edit'",
      example: "note split n1 --keep \"Remedy first\" --rest \"Access for all\""
    ) {
      .note(.split($0, text: $1, rest: $2, over: $3))
    } write: {
      guard case .note(.split(let note, let text, let rest, let over)) = $0 else { return nil }
      return (note, text, rest, over)
    },
    Command(
      "note place", .word("note", .note), .word("before", .orNone(.note)),
      summary: "put a note before another one, or last with 'none'", example: "note place n3 n1"
    ) {
      .note(.place($0, before: $1))
    } write: {
      if case .note(.place(let note, let other)) = $0 { (note, other) } else { nil }
    },
    Command(
      "note promote", .word("note", .note), .word("kind", .noteKind),
      .word(optional: "text", .text),
      summary: "make a note of another kind that is based on this one",
      example: "note promote n1 takeaway"
    ) {
      .note(.promote($0, kind: $1, text: $2))
    } write: {
      if case .note(.promote(let note, let kind, let text)) = $0 { (note, kind, text) } else { nil }
    },
    Command(
      "note remove", .word("note", .note), summary: "strike a note", example: "note remove n1"
    ) {
      .note(.remove($0))
    } write: {
      if case .note(.remove(let note)) = $0 { note } else { nil }
    },
    Command(
      "note take", .word("group", .breakout), .word("place", .place),
      summary: "take over what a breakout group wrote down, by its place in what it brought back",
      example: "note take b1 1"
    ) {
      .note(.take($0, at: $1))
    } write: {
      if case .note(.take(let group, let place)) = $0 { (group, place) } else { nil }
    },
    Command(
      "note", .word("kind", .noteKind), .word("text", .text),
      summary: "the same as 'note write', shorter",
      example: "note quote \"Nobody asked the workers\""
    ) {
      .note(.write(kind: $0, text: $1))
    } write: { _ in
      nil
    },
  ]

  static let report: [Command] = [
    Command(
      "report text", .word("section", .code), .word("text", .orNone(.text)),
      summary: "say what the report has under a section's key; 'none' takes it out",
      example: "report text purpose \"To hear whom remedy does not reach\""
    ) {
      .note(.tell(section: $0, text: $1))
    } write: {
      if case .note(.tell(let section, let text)) = $0 { (section, text) } else { nil }
    },
    Command(
      "record begin", .word("rule", .attribution),
      summary: "let another attribution rule hold from now on",
      example: "record begin chatham_house"
    ) {
      .note(.beginStretch($0))
    } write: {
      if case .note(.beginStretch(let rule)) = $0 { rule } else { nil }
    },
    Command(
      "record end", .note(.endStretch),
      summary: "let the rule of the segment or the session hold again"),
  ]

  static let history: [Command] = [
    Command("undo", .undo, summary: "take back the last thing done at this seat"),
    Command(
      "undo before", .word("entry", .number),
      summary: "take back what this seat did last before an entry that cannot be taken back",
      example: "undo before 41"
    ) {
      .undoBefore($0)
    } write: {
      if case .undoBefore(let entry) = $0 { entry } else { nil }
    },
    Command("redo", .redo, summary: "do again what was taken back last"),
  ]
}

extension NoteIntent {
  /// The note that a captured line makes: its first character chooses the kind.
  ///
  /// `! Remedy must be within reach` is a takeaway; a line that no kind's sign begins is a free
  /// note.
  public static func captured(_ line: String) -> NoteIntent {
    let text = line.trimmed
    guard let sign = text.first,
      let kind = Note.Kind.allCases.first(where: { $0.prefix == sign })
    else { return .write(kind: .note, text: text) }
    return .write(kind: kind, text: String(text.dropFirst()).trimmed)
  }
}

extension Part<NoteTie> {
  /// Exactly one thing that a note is bound to.
  static var tie: Self {
    let segment = Part<SegmentID??>.option("segment", .orNone(.segment))
    let speaker = Part<PersonID??>.option("speaker", .orNone(.person))
    let question = Part<QuestionID??>.option("question", .orNone(.question))
    let poll = Part<PollID??>.option("poll", .orNone(.poll()))
    return Part(
      parameters: segment.parameters + speaker.parameters + question.parameters + poll.parameters
    ) { arguments throws(CommandError) in
      _ = try arguments.onlyOne(of: ["segment", "speaker", "question", "poll"])
      if let id = try segment.read(&arguments) { return .segment(to: id) }
      if let id = try speaker.read(&arguments) { return .speaker(to: id) }
      if let id = try question.read(&arguments) { return .question(to: id) }
      if let id = try poll.read(&arguments) { return .poll(to: id) }
      throw arguments.missing("--segment, --speaker, --question or --poll")
    } write: {
      switch $0 {
      case .segment(let id): segment.write(.some(id))
      case .speaker(let id): speaker.write(.some(id))
      case .question(let id): question.write(.some(id))
      case .poll(let id): poll.write(.some(id))
      }
    }
  }
}

extension Spelling<Note.Field> {
  static var noteField: Self { .word() }
}

extension Spelling<NoteLink.Relation> {
  static var relation: Self { .word { [$0.title] } }
}

extension Spelling<NoteLink.Target> {
  /// A note, or a person by name or number.
  static var linkTarget: Self {
    Spelling(kind: .linkTarget) { word, session throws(CommandError.Reason) in
      if let note = NoteID(word) { return .note(note) }
      return try Spelling<PersonID>.person.read(word, session).map { .person($0) }
    } write: {
      $0.description
    }
  }
}

extension Spelling<Note.Kind> {
  /// The kind's name, or its sign.
  static var noteKind: Self {
    let words = Self.word { [$0.title] }
    return Spelling(kind: words.kind) { word, session throws(CommandError.Reason) in
      try words.read(word, session)
        ?? Note.Kind.allCases.first { $0.prefix.map(String.init) == word }
    } write: {
      $0.rawValue
    }
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? endIndex
    return String(self[start..<max(start, end)])
  }
}
