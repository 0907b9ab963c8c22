/// One thing the rapporteur wrote down, bound to what was going on.
public struct Note: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "n"

  public let id: NoteID
  public var kind: Kind
  public var text: String
  public var author: Seat
  public var written: Moment
  public var binding: NoteBinding

  public init(
    id: NoteID, kind: Kind, text: String, author: Seat, written: Moment, binding: NoteBinding
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.author = author
    self.written = written
    self.binding = binding
  }

  /// What a note is; the sign stands before it on the screen and begins a captured line.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case note, takeaway
    case callToAction = "call_to_action"
    case agreement, disagreement, question, quote
    case unresolved, commitment, link
    case parkingLot = "parking_lot"

    public var title: String { rawValue.spelledOut }

    /// The character that chooses the kind when a line begins with it; `nil` for a free note.
    public var prefix: Character? {
      switch self {
      case .note: nil
      case .takeaway: "!"
      case .callToAction: ">"
      case .agreement: "+"
      case .disagreement: "-"
      case .question: "?"
      case .quote: "\""
      case .unresolved: "~"
      case .commitment: "="
      case .link: "^"
      case .parkingLot: "_"
      }
    }
  }
}

/// What a note belongs to.
public struct NoteBinding: Equatable, Sendable, Codable {
  public var segment: SegmentID?
  /// Who was speaking.
  public var speaker: PersonID?
  public var question: QuestionID?
  public var poll: PollID?

  public init(
    segment: SegmentID? = nil, speaker: PersonID? = nil, question: QuestionID? = nil,
    poll: PollID? = nil
  ) {
    self.segment = segment
    self.speaker = speaker
    self.question = question
    self.poll = poll
  }
}

/// Everything the rapporteur wrote down.
public struct Notebook: Equatable, Sendable, Codable {
  public var all = Register<Note>()

  public init() {}

  public subscript(id: NoteID) -> Note? { all[id] }
}
