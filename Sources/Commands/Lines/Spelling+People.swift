public import SessionModel

extension Spelling<PersonID> {
  /// `p4`, or where the session is known what only one name on the roll contains.
  static var person: Self {
    Spelling(kind: .person) { word, session throws(CommandError.Reason) in
      if let id = PersonID(word) { return id }
      guard let session, !word.isAnyName else { return nil }
      return try session.people.person(called: word)
    } write: {
      $0.description
    }
  }
}

extension Spelling<FloorTarget> {
  static var target: Self {
    Spelling(kind: .target) { word, session throws(CommandError.Reason) in
      if word.lowercased() == "next" { return .next }
      if let id = RequestID(word) { return .request(id) }
      return try Spelling<PersonID>.person.read(word, session).map { .person($0) }
    } write: {
      switch $0 {
      case .next: "next"
      case .request(let id): id.description
      case .person(let id): id.description
      }
    }
  }
}

extension Session {
  /// The person on the roll that a serial name or a part of one name means.
  ///
  /// Throws a `CommandError` that quotes the name where it means nobody, or several.
  public func person(named name: String) throws(CommandError) -> PersonID {
    do throws(CommandError.Reason) {
      if let id = try Spelling<PersonID>.person.read(name, self) { return id }
      throw .nobodyCalled(name, meant: nil)
    } catch {
      throw CommandError(error, column: 1)
    }
  }
}

extension People {
  /// The one person whose name is this, or else begins a word with it, or else contains it.
  fileprivate func person(called text: String) throws(CommandError.Reason) -> PersonID {
    let wanted = text.lowercased()
    let names = roll.map { (id: $0.id, name: $0.name, lower: $0.name.lowercased()) }
    let tests: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) || $0.contains(" \(wanted)") },
      { $0.contains(wanted) },
    ]
    for test in tests {
      let fits = names.filter { test($0.lower) }
      if let only = fits.first, fits.count == 1 { return only.id }
      if fits.count > 1 {
        throw .ambiguous(text, fits: fits.map { "\($0.id) \($0.name)" })
      }
    }
    let parts = names.flatMap { [$0.name] + $0.name.split(separator: " ").map(String.init) }
    throw .nobodyCalled(text, meant: text.nearest(in: parts))
  }
}

extension String {
  /// Whether it is a serial name of whatever kind.
  var isAnyName: Bool { namedThing != nil }

  /// What a serial name of any kind names, in words: `a question`; `nil` when it is none.
  var namedThing: String? {
    if PersonID(self) != nil { return "a person" }
    if RequestID(self) != nil { return "a request" }
    if SegmentID(self) != nil { return "a segment" }
    if QuestionID(self) != nil { return "a question" }
    if PollID(self) != nil { return "a poll" }
    if NoteID(self) != nil { return "a note" }
    if TurnID(self) != nil { return "a turn" }
    return nil
  }
}
