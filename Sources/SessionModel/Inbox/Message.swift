public typealias MessageID = Identifier<Message>

/// One thing that somebody who takes part from afar has written.
public struct Message: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "m"

  public let id: MessageID
  public var text: String
  public var kind: Kind
  /// Who wrote it, as it came; `nil` where nobody said.
  public var name: String?
  /// The same one on the roll; `nil` where that is not known.
  public var person: PersonID?
  public var channel: Channel
  /// When it came to the table.
  public var came: Moment
  /// When it was written, as its source has it.
  public var written: Timestamp?
  /// What its source calls it, by which it is known again; `nil` where it was typed here.
  public var source: String?
  /// The rule that held when it came; `nil` where it was on the record.
  public var attribution: AttributionRule?
  /// How many others stand behind it; `nil` where nobody counted.
  public var upvotes: Int?
  public var readOut: Moment?
  public var answer: Answer?
  /// What was made of it; they may have gone since.
  public var question: QuestionID?
  public var note: NoteID?
  public var request: RequestID?
  /// Who hid it and who let it be seen again, in order; `nil` where nobody did.
  public var moderation: [Moderation]?

  init(_ id: MessageID, _ posting: Posting, under rule: AttributionRule?, at came: Moment) {
    self.id = id
    self.came = came
    text = posting.text
    kind = posting.kind ?? Kind(of: posting.text)
    name = posting.name
    person = posting.person
    channel = posting.channel ?? .online
    written = posting.written
    source = posting.source
    attribution = rule
  }

  public var votes: Int { upvotes ?? 0 }

  public var isHidden: Bool { moderation?.last?.isHidden ?? false }

  /// Whether something was made of it, or said to it.
  public var isDone: Bool {
    readOut != nil || answer != nil || question != nil || note != nil || request != nil
  }

  /// Whether somebody still has to look at it.
  public var isWaiting: Bool { !isDone && !isHidden }

  /// What it is.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case message, question, link

    /// As far as the words tell: one that holds an address, or ends as questions end.
    public init(of text: String) {
      let words = text.split(whereSeparator: \.isWhitespace)
      if words.contains(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
        self = .link
      } else if let last = words.last?.last, ["?", "？", "؟", "՞"].contains(last) {
        self = .question
      } else {
        self = .message
      }
    }
  }

  /// What was answered to it.
  public struct Answer: Equatable, Sendable, Codable {
    /// `nil` where it was answered aloud.
    public var text: String?
    public var by: Seat
    public var at: Moment
  }

  /// One line of the moderation log.
  public struct Moderation: Equatable, Sendable, Codable {
    public var isHidden: Bool
    public var by: Seat
    public var at: Moment
    /// Why; `nil` where it was let be seen again without a word.
    public var reason: String?
  }

  /// How long a message may be.
  public static let longest = 2000
}

/// What is known of a message when it comes; what is left out is worked out or unknown.
public struct Posting: Equatable, Sendable, Codable {
  public var text: String
  /// As far as the words tell where nobody says.
  public var kind: Message.Kind?
  /// Who wrote it, as it came.
  public var name: String?
  public var person: PersonID?
  /// Online where nobody says.
  public var channel: Channel?
  public var written: Timestamp?
  /// What its source calls it: the second message of that name is not taken.
  public var source: String?

  public init(text: String) {
    self.text = text
  }
}
