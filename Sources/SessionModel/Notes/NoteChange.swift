/// One change to what is known of a note beside its words and kind, and how that was before.
public struct NoteChange: Equatable, Sendable, Codable {
  public var what: What
  public var at: Moment
  public var by: Seat

  public init(_ what: What, at: Moment, by: Seat) {
    self.what = what
    self.at = at
    self.by = by
  }

  public enum What: Equatable, Sendable, Codable {
    /// What a field said; `nil` where it said nothing.
    case field(name: Note.Field, was: String?)
    case topics(was: [String])
    /// What it was bound to of one sort; that may be nothing.
    case tie(was: NoteTie)
    case linked(to: NoteLink)
    case unlinked(from: NoteLink)
    /// Another note's words went into it; that note is gone.
    case merged(note: NoteID)
    /// What it said behind its words became another note.
    case splitOff(rest: NoteID)
    /// It was split off from another note.
    case splitFrom(note: NoteID)
  }
}

extension Note {
  /// What of its other parts was changed, the oldest first.
  public var changes: [NoteChange] { detail?.changes ?? [] }

  /// Remembers some changes beside its words, as they are made.
  mutating func remember(_ changes: NoteChange.What..., at now: Moment, by seat: Seat) {
    remember(changes, at: now, by: seat)
  }

  mutating func remember(_ changes: [NoteChange.What], at now: Moment, by seat: Seat) {
    guard !changes.isEmpty else { return }
    know { $0.changes += changes.map { NoteChange($0, at: now, by: seat) } }
  }

  /// Everything that was done to it since it was written, the oldest first.
  public var history: [Deed] {
    let deeds = earlier.map(Deed.read) + changes.map(Deed.changed)
    // Sorting keeps the order of what was done at the same time.
    return deeds.enumerated().sorted {
      $0.element.at.at != $1.element.at.at
        ? $0.element.at.at < $1.element.at.at : $0.offset < $1.offset
    }.map(\.element)
  }

  /// One thing that was done to a note.
  public enum Deed: Equatable, Sendable {
    /// It got other words or another kind; this is how it read before.
    case read(NoteVersion)
    case changed(NoteChange)

    public var at: Moment {
      switch self {
      case .read(let version): version.until
      case .changed(let change): change.at
      }
    }

    public var by: Seat {
      switch self {
      case .read(let version): version.changedBy
      case .changed(let change): change.by
      }
    }
  }
}
