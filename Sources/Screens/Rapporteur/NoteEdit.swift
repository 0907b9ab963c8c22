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

  /// The places of the other's words that are not as they were; empty where some were only taken
  /// out.
  var changedWords: Range<Int> {
    let old = base.split(whereSeparator: \.isWhitespace)
    let new = (theirs ?? base).split(whereSeparator: \.isWhitespace)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let rest = (old.dropFirst(head), new.dropFirst(head))
    let tail = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    return head..<new.count - tail
  }

  /// Goes on from the other's words; `nil` where there are none.
  mutating func takeTheirs() -> String? {
    guard let text = theirs else { return nil }
    base = text
    theirs = nil
    return text
  }
}
