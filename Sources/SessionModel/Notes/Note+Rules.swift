extension Session {
  /// What a note written now would be bound to.
  public var presentBinding: NoteBinding {
    NoteBinding(
      segment: agenda.current, speaker: floor.currentTurn?.person, question: agenda.question,
      poll: polls.open?.id)
  }

  func decide(_ intent: NoteIntent) throws(Refusal) -> Decision {
    switch intent {
    case .write(let kind, let text):
      guard !text.isBlank else { throw .textMissing(what: "a note") }
      return happened(
        .written(note: serials.next(), kind: kind, text: text, binding: presentBinding))
    case .edit(let id, let text):
      let note = try note(id)
      guard !text.isBlank else { throw .textMissing(what: "a note") }
      guard note.text != text else { throw .nothingToChange(id.description) }
      return happened(.edited(note: id, text: text))
    case .sort(let id, let kind):
      let note = try note(id)
      guard note.kind != kind else { throw .nothingToChange(id.description) }
      return happened(.sorted(note: id, kind: kind))
    case .bind(let id, let tie):
      _ = try note(id)
      try check(tie)
      return happened(.bound(note: id, tie: tie))
    case .remove(let id): return happened(.removed(note: try note(id).id))
    }
  }

  private func happened(_ event: NoteEvent) -> Decision { Decision(.note(event)) }

  private func note(_ id: NoteID) throws(Refusal) -> Note {
    guard let note = notes[id] else { throw .noSuchNote(id) }
    return note
  }

  private func check(_ tie: NoteTie) throws(Refusal) {
    switch tie {
    case .segment(.some(let id)): _ = try segment(id)
    case .speaker(.some(let id)): _ = try person(id)
    case .question(.some(let id)): _ = try question(id)
    case .poll(.some(let id)): guard polls[id] != nil else { throw .noSuchPoll(id) }
    case .segment(.none), .speaker(.none), .question(.none), .poll(.none): break
    }
  }
}

extension Notebook {
  mutating func apply(_ event: NoteEvent, at now: Moment, by seat: Seat) throws(Damage) {
    switch event {
    case .written(let id, let kind, let text, let binding):
      all[id] = Note(
        id: id, kind: kind, text: text, author: seat, written: now, binding: binding)
    case .edited(let id, let text): try all.change(id) { $0.text = text }
    case .sorted(let id, let kind): try all.change(id) { $0.kind = kind }
    case .bound(let id, let tie): try all.change(id) { $0.binding.set(tie) }
    case .removed(let id):
      guard all[id] != nil else { throw .unknown(id.description) }
      all[id] = nil
    }
  }
}

extension NoteBinding {
  fileprivate mutating func set(_ tie: NoteTie) {
    switch tie {
    case .segment(let id): segment = id
    case .speaker(let id): speaker = id
    case .question(let id): question = id
    case .poll(let id): poll = id
    }
  }
}
