/// What those who take part from afar have written, and what became of it.
public struct Inbox: Equatable, Sendable, Codable {
  /// Every message, hidden ones too, as they came.
  public var all = Register<Message>()
  /// What one moderator last told the other.
  public var word: Word?

  public init() {}

  public subscript(id: MessageID) -> Message? { all[id] }

  var isEmpty: Bool { self == Inbox() }

  /// How many wait for somebody to look at them.
  public var waitingCount: Int { all.all.count(where: \.isWaiting) }

  /// Those that wait: what most stand behind first, else as they came.
  public var waiting: [Message] { all.filter(\.isWaiting).byUpvotes }

  /// The questions that may be seen: what most stand behind first, else as they came.
  public var questions: [Message] {
    all.filter { $0.kind == .question && !$0.isHidden }.byUpvotes
  }

  /// What something was made of or said to, the latest first.
  public var done: [Message] { all.all.reversed().filter { $0.isDone && !$0.isHidden } }

  /// Those that are hidden, the latest first; each can be brought back.
  public var hidden: [Message] { all.all.reversed().filter(\.isHidden) }

  /// Everything that was hidden and shown again, in the order of time.
  public var log: [(message: Message, step: Message.Moderation)] {
    let steps = all.flatMap { message in (message.moderation ?? []).map { (message, $0) } }
    return steps.enumerated().sorted { one, other in
      one.element.1.at.at != other.element.1.at.at
        ? one.element.1.at.at < other.element.1.at.at : one.offset < other.offset
    }.map { (message: $0.element.0, step: $0.element.1) }
  }

  /// The message that its source calls so.
  func message(from source: String) -> Message? { all.all.first { $0.source == source } }

  /// One line from a moderator to the other.
  public struct Word: Equatable, Sendable, Codable {
    public var text: String
    public var by: Seat
    public var at: Moment
  }
}

extension [Message] {
  fileprivate var byUpvotes: [Message] {
    sorted { $0.votes != $1.votes ? $0.votes > $1.votes : $0.id < $1.id }
  }
}

extension Message {
  var references: [Reference] { person.map { [.person($0)] } ?? [] }
}
