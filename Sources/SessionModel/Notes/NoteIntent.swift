/// What can be asked about notes.
public enum NoteIntent: Equatable, Sendable {
  /// Bound to the segment, speaker, policy question and poll of the moment.
  /// `#topic` and `@name` in the text say what it is about and whom it speaks of.
  case write(kind: Note.Kind, text: String)
  /// New words; with `over` only where it still reads so, lest another's words be lost.
  case edit(NoteID, text: String, over: String? = nil)
  case sort(NoteID, kind: Note.Kind)
  case bind(NoteID, NoteTie)
  /// Says what a note of its kind says of itself; `nil` unsays it. With `over` only where it still
  /// says so, and where that is empty, only where it says nothing yet.
  case fill(NoteID, Note.Field, text: String?, over: String? = nil)
  /// Sorts a note under some words and no others.
  case tag(NoteID, topics: [String])
  case link(NoteID, NoteLink)
  case unlink(NoteID, NoteLink)
  /// Puts the words of a note behind another's; what was linked to the first is to the other.
  case merge(NoteID, into: NoteID)
  /// Leaves some words in a note and makes a second note of the rest; with `over` only where it
  /// still reads so.
  case split(NoteID, text: String, rest: String, over: String? = nil)
  /// Puts a note before another one, or behind all where there is none.
  case place(NoteID, before: NoteID?)
  /// Makes a note of another kind that is based on this one; its words, where none are given.
  case promote(NoteID, kind: Note.Kind, text: String?)
  /// Takes over what a breakout group wrote down, by its place among what it brought back.
  case take(BreakoutID, at: Int)
  case remove(NoteID)
  /// Another attribution rule holds from now on.
  case beginStretch(AttributionRule)
  /// The segment's or the session's rule holds again.
  case endStretch
  /// What the report says under a section's key; `nil` takes it out.
  case tell(section: String, text: String?)
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
  case written(
    note: NoteID, kind: Note.Kind, text: String, binding: NoteBinding, detail: NoteDetail? = nil)
  case edited(
    note: NoteID, text: String, topics: [String]? = nil, mentions: [PersonID]? = nil)
  case sorted(note: NoteID, kind: Note.Kind)
  case bound(note: NoteID, tie: NoteTie)
  case filled(note: NoteID, field: Note.Field, text: String?)
  case tagged(note: NoteID, topics: [String])
  case linked(note: NoteID, link: NoteLink)
  case unlinked(note: NoteID, link: NoteLink)
  /// The first note is gone, and the other reads as the text says.
  case merged(note: NoteID, into: NoteID, text: String)
  case split(note: NoteID, text: String, rest: NoteID, restText: String)
  case placed(note: NoteID, before: NoteID?)
  case removed(note: NoteID)
  case stretchBegun(rule: AttributionRule)
  case stretchEnded
  case told(section: String, text: String?)
}
