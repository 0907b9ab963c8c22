/// What can be asked about messages.
public enum InboxIntent: Equatable, Sendable {
  case post(Posting)
  /// Says who on the roll wrote it; `nil` unsays it.
  case attribute(MessageID, PersonID?)
  case sort(MessageID, Message.Kind)
  /// One more stands behind it.
  case upvote(MessageID)
  /// So many stand behind it, as they were counted elsewhere.
  case count(MessageID, upvotes: Int)
  /// Says that it was read to the room.
  case readOut(MessageID)
  /// Says that it was answered, and in which words where they were written.
  case answer(MessageID, text: String?)
  /// Makes a policy question of it: one from the floor, behind those of the plan.
  case ask(MessageID)
  case note(MessageID, Note.Kind?)
  /// Raises the hand of who wrote it, or of somebody else.
  case queue(MessageID, PersonID?, kind: FloorRequest.Kind?)
  case hide(MessageID, reason: String)
  /// Lets a hidden one be seen again.
  case show(MessageID, reason: String?)
  /// Tells the other moderator something.
  case tell(String)
}

/// What happened to messages.
public enum InboxEvent: Equatable, Sendable, Codable {
  /// `rule` is the attribution rule that held; `nil` where it was on the record.
  case posted(message: MessageID, posting: Posting, rule: AttributionRule?)
  case attributed(message: MessageID, person: PersonID?)
  case sorted(message: MessageID, kind: Message.Kind)
  case upvoted(message: MessageID, upvotes: Int)
  case readOut(message: MessageID)
  case answered(message: MessageID, text: String?)
  case asked(message: MessageID, question: QuestionID, text: String)
  case noted(
    message: MessageID, note: NoteID, kind: Note.Kind, text: String, binding: NoteBinding,
    detail: NoteDetail?)
  case queued(
    message: MessageID, request: RequestID, person: PersonID, channel: Channel,
    kind: FloorRequest.Kind)
  case hidden(message: MessageID, reason: String)
  case shown(message: MessageID, reason: String?)
  case told(text: String)

  /// Which message it is about; `nil` for a word between moderators.
  var message: MessageID? {
    switch self {
    case .posted(let id, _, _), .attributed(let id, _), .sorted(let id, _), .upvoted(let id, _),
      .readOut(let id), .answered(let id, _), .asked(let id, _, _),
      .noted(let id, _, _, _, _, _), .queued(let id, _, _, _, _), .hidden(let id, _),
      .shown(let id, _):
      id
    case .told: nil
    }
  }
}
