import SessionModel

/// How one value is read from a word and written as one.
struct Spelling<Value: Sendable>: Sendable {
  var kind: Parameter.Kind
  /// `nil` where the word is nothing of the kind.
  var read: @Sendable (String, Session?) throws(CommandError.Reason) -> Value?
  /// In quotes where that is needed.
  var write: @Sendable (Value) -> String
}

extension CommandError.Reason: Error {}

extension Spelling {
  /// `none` or what the other reads.
  static func orNone<Wrapped>(_ other: Spelling<Wrapped>) -> Spelling where Value == Wrapped? {
    Spelling(kind: .orNone(other.kind)) { word, session throws(CommandError.Reason) in
      if word.lowercased() == "none" { return .some(.none) }
      return try other.read(word, session).map { .some($0) }
    } write: {
      $0.map(other.write) ?? "none"
    }
  }

  /// The words of an enumeration; its titles are understood too.
  static func word(
    titled title: (@Sendable (Value) -> [String])? = nil
  ) -> Spelling
  where Value: CaseIterable & RawRepresentable & SendableMetatype, Value.RawValue == String {
    let words = Value.allCases.map { value in
      Parameter.Word(
        text: value.rawValue,
        detail: title?(value).first.flatMap { $0.isSameWord(as: value.rawValue) ? nil : $0 })
    }
    return Spelling(kind: .oneOf(words)) { word, _ in
      Value.allCases.first { value in
        value.rawValue.isSameWord(as: word)
          || (title?(value) ?? []).contains { $0.isSameWord(as: word) }
      }
    } write: {
      $0.rawValue
    }
  }

  /// Serial names: `s2`.
  static func name<Thing: SendableMetatype>(_ kind: Parameter.Kind) -> Spelling
  where Value == Identifier<Thing> {
    Spelling(kind: kind) { word, _ in
      Identifier(word)
    } write: {
      $0.description
    }
  }
}

extension String {
  /// Whether both are the same but for capitals and what joins their words.
  fileprivate func isSameWord(as other: String) -> Bool {
    func plain(_ text: String) -> String {
      String(text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    }
    return plain(self) == plain(other)
  }
}

extension Spelling<SegmentID> {
  static var segment: Self { .name(.segment) }
}
extension Spelling<QuestionID> {
  static var question: Self { .name(.question) }
}
extension Spelling<RequestID> {
  static var request: Self { .name(.request) }
}
extension Spelling<TurnID> {
  static var turn: Self { .name(.turn) }
}
extension Spelling<NoteID> {
  static var note: Self { .name(.note) }
}
extension Spelling<PollID> {
  static func poll(_ state: Poll.State? = nil) -> Self { .name(.poll(state)) }
}

extension Spelling<String> {
  /// Always written in quotes.
  static var text: Self {
    Spelling(kind: .text) { word, _ in
      word
    } write: {
      $0.quoted
    }
  }

  /// Written in quotes only where it is not one plain word.
  static var code: Self {
    Spelling(kind: .code) { word, _ in
      word
    } write: {
      $0.quotedWhereNeeded
    }
  }
}

extension Spelling<Int> {
  static var number: Self {
    Spelling(kind: .number) { word, _ in
      Int(word)
    } write: {
      "\($0)"
    }
  }
  static var place: Self {
    Spelling(kind: .place) { word, _ in
      Int(word)
    } write: {
      "\($0)"
    }
  }

  /// Seconds, as `2m`, `90s`, `1h`, `1h30m`, `1:30`; a bare number is minutes.
  static var length: Self {
    Spelling(kind: .length) { word, _ in
      Length.seconds(of: word)
    } write: {
      Length.text(of: $0)
    }
  }
}
