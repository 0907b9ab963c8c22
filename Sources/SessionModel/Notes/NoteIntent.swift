/// What can be asked about notes.
public enum NoteIntent: Equatable, Sendable {
  /// Bound to the segment, speaker, policy question and poll of the moment.
  case write(kind: Note.Kind, text: String)
  case edit(NoteID, text: String)
  case sort(NoteID, kind: Note.Kind)
  case bind(NoteID, NoteTie)
  case remove(NoteID)
}

/// One thing that a note is bound to, or loosed from with `nil`.
public enum NoteTie: Equatable, Sendable, Codable {
  case segment(to: SegmentID?)
  case speaker(to: PersonID?)
  case question(to: QuestionID?)
  case poll(to: PollID?)
}

/// What happened to a note.
public enum NoteEvent: Equatable, Sendable, Codable {
  case written(note: NoteID, kind: Note.Kind, text: String, binding: NoteBinding)
  case edited(note: NoteID, text: String)
  case sorted(note: NoteID, kind: Note.Kind)
  case bound(note: NoteID, tie: NoteTie)
  case removed(note: NoteID)
}
