/// One thing the rapporteur wrote down, bound to what was going on.
public struct Note: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "n"

  public let id: NoteID
  public var kind: Kind
  public var text: String
  public var author: Seat
  public var written: Moment
  public var binding: NoteBinding
  /// `nil` where nothing else is known.
  public var detail: NoteDetail?

  public init(
    id: NoteID, kind: Kind, text: String, author: Seat, written: Moment, binding: NoteBinding,
    detail: NoteDetail? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.author = author
    self.written = written
    self.binding = binding
    self.detail = detail
  }

  /// What a note is; the sign stands before it on the screen and begins a captured line.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case note, takeaway
    case callToAction = "call_to_action"
    case argument
    case agreement
    case partialAgreement = "partial_agreement"
    case disagreement, question, quote
    case unresolved, compromise
    /// A resolution, or something that somebody is to do.
    case actionItem = "action_item"
    case followUp = "follow_up"
    case thoughtProvoking = "thought_provoking"
    case commitment, link
    case parkingLot = "parking_lot"

    /// A word or two, for lists.
    public var title: String {
      switch self {
      case .partialAgreement: "partly agreed"
      case .followUp: "follow-up"
      case .thoughtProvoking: "food for thought"
      default: rawValue.spelledOut
      }
    }

    /// The character that chooses the kind when a line begins with it; `nil` for a free note.
    public var prefix: Character? {
      switch self {
      case .note: nil
      case .takeaway: "!"
      case .callToAction: ">"
      case .argument: "*"
      case .agreement: "+"
      case .partialAgreement: "%"
      case .disagreement: "-"
      case .question: "?"
      case .quote: "\""
      case .unresolved: "~"
      case .compromise: "&"
      case .actionItem: "["
      case .followUp: "/"
      case .thoughtProvoking: "$"
      case .commitment: "="
      case .link: "^"
      case .parkingLot: "_"
      }
    }

    /// What such a note says of itself beside its words, the most wanted first.
    public var fields: [Field] {
      switch self {
      case .callToAction: [.addressee, .deadline]
      case .argument: [.point, .explanation, .evidence]
      case .agreement, .disagreement: [.aspect, .explanation]
      case .partialAgreement, .compromise: [.explanation]
      case .actionItem: [.organisation, .deadline]
      case .followUp: [.asker, .reason]
      case .thoughtProvoking: [.reason, .impact]
      case .commitment: [.organisation, .deadline]
      case .question: [.asker]
      case .link: [.address]
      case .note, .takeaway, .quote, .unresolved, .parkingLot: []
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
