import SessionModel

/// A note whose words are being changed, and how they read elsewhere meanwhile.
struct NoteEdit: Equatable, Sendable {
  let note: NoteID
  /// How it read when the edit began.
  private var base: String
  /// How it reads now, where somebody else has changed it since.
  private(set) var theirs: String?

  init(of note: Note) {
    self.note = note.id
    base = note.text
  }

  /// The words that whoever edits has had before the eyes: those the edit began with, or those of
  /// somebody else that were shown beside it.
  var seen: String { theirs ?? base }

  /// This edit, knowing how the note reads now.
  func seeing(_ text: String) -> NoteEdit {
    var edit = self
    edit.theirs = text == base ? nil : text
    return edit
  }

  /// Goes on from the other's words; `nil` where there are none.
  mutating func takeTheirs() -> String? {
    guard let text = theirs else { return nil }
    base = text
    theirs = nil
    return text
  }
}
