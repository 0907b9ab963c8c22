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
      "note edit", .word("note", .note), .word("text", .text),
      summary: "change the words of a note",
      example: "note edit n1 \"Remedy must be within everybody's reach\""
    ) {
      .note(.edit($0, text: $1))
    } write: {
      if case .note(.edit(let note, let text)) = $0 { (note, text) } else { nil }
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
      "note remove", .word("note", .note), summary: "strike a note", example: "note remove n1"
    ) {
      .note(.remove($0))
    } write: {
      if case .note(.remove(let note)) = $0 { note } else { nil }
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

  static let history: [Command] = [
    Command("undo", .undo, summary: "take back the last thing done at this seat"),
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
