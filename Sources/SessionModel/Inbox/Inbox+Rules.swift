extension Session {
  func decide(
    _ intent: InboxIntent, by seat: Seat, at now: Moment
  ) throws(Refusal) -> Decision {
    switch intent {
    case .post(let posting): return try post(posting)
    case .attribute(let id, let who):
      let message = try seen(id)
      if let who { _ = try person(who) }
      guard message.person != who else { throw .nothingToChange(id.description) }
      return happened(.attributed(message: id, person: who))
    case .sort(let id, let kind):
      guard try seen(id).kind != kind else { throw .nothingToChange(id.description) }
      return happened(.sorted(message: id, kind: kind))
    case .upvote(let id):
      return happened(.upvoted(message: id, upvotes: try seen(id).votes + 1))
    case .count(let id, let upvotes):
      guard upvotes >= 0 else { throw .countNegative }
      guard try seen(id).votes != upvotes else { throw .nothingToChange(id.description) }
      return happened(.upvoted(message: id, upvotes: upvotes))
    case .readOut(let id):
      guard try seen(id).readOut == nil else { throw .messageReadOut(id) }
      return happened(.readOut(message: id))
    case .answer(let id, let text):
      let message = try seen(id)
      if let text, text.isBlank { throw .textMissing(what: "an answer") }
      guard message.answer == nil || message.answer?.text != text else {
        throw .nothingToChange(id.description)
      }
      return happened(.answered(message: id, text: text))
    case .ask(let id):
      let message = try seen(id)
      if let question = message.question { throw .messageTaken(id, question.description) }
      return happened(.asked(message: id, question: serials.next(), text: message.text))
    case .note(let id, let kind): return try note(id, as: kind)
    case .queue(let id, let who, let kind): return try queue(id, who, kind, by: seat, at: now)
    case .hide(let id, let reason):
      let message = try message(id)
      guard !message.isHidden else { throw .messageHidden(id) }
      guard !reason.isBlank else { throw .textMissing(what: "a reason") }
      return happened(.hidden(message: id, reason: reason))
    case .show(let id, let reason):
      guard try message(id).isHidden else { throw .messageNotHidden(id) }
      return happened(.shown(message: id, reason: reason))
    case .tell(let text):
      guard !text.isBlank else { throw .textMissing(what: "a word to the other moderator") }
      return happened(.told(text: text))
    }
  }

  private func happened(_ event: InboxEvent) -> Decision { Decision(.inbox(event)) }

  private func message(_ id: MessageID) throws(Refusal) -> Message {
    guard let message = inbox[id] else { throw .noSuchMessage(id) }
    return message
  }

  /// Nothing is made of what is hidden.
  private func seen(_ id: MessageID) throws(Refusal) -> Message {
    let message = try message(id)
    guard !message.isHidden else { throw .messageHidden(id) }
    return message
  }

  private func post(_ posting: Posting) throws(Refusal) -> Decision {
    if let source = posting.source {
      guard !source.isBlank else { throw .textMissing(what: "the name of a message") }
      if let known = inbox.message(from: source) { throw .messageKnown(source, known.id) }
    }
    guard agenda.closed == nil else { throw .sessionClosed }
    guard !posting.text.isBlank else { throw .textMissing(what: "a message") }
    guard posting.text.count <= Message.longest else { throw .messageTooLong(Message.longest) }
    let rule = attribution
    guard rule != .offTheRecord else { throw .offTheRecord }
    var posting = posting
    if posting.name?.isBlank == true { posting.name = nil }
    // What was typed here may say itself who wrote it.
    if posting.source == nil, posting.name == nil, posting.person == nil {
      let line = Posting(line: posting.text, in: self)
      (posting.text, posting.name, posting.person) = (line.text, line.name, line.person)
    }
    if let id = posting.person {
      _ = try person(id)
    } else {
      posting.person = posting.name.flatMap(onlyOne(named:))
    }
    posting.kind = posting.kind ?? Message.Kind(of: posting.text)
    posting.channel = posting.channel ?? .online
    return happened(
      .posted(
        message: serials.next(), posting: posting, rule: rule == .attributed ? nil : rule))
  }

  /// Whoever on the roll is called just so, if nobody else is.
  public func onlyOne(named name: String) -> PersonID? {
    let wanted = name.lowercased()
    let found = people.roll.filter { $0.name.lowercased() == wanted }
    return found.count == 1 ? found[0].id : nil
  }

  private func note(_ id: MessageID, as kind: Note.Kind?) throws(Refusal) -> Decision {
    let message = try seen(id)
    if let note = message.note { throw .messageTaken(id, note.description) }
    let kind = kind ?? message.kind.note
    let decision = try decide(NoteIntent.write(kind: kind, text: message.text))
    guard
      case .note(.written(let note, let kind, let text, var binding, let detail)) =
        decision.event
    else { return decision }
    binding.speaker = message.person
    return happened(
      .noted(message: id, note: note, kind: kind, text: text, binding: binding, detail: detail))
  }

  private func queue(
    _ id: MessageID, _ who: PersonID?, _ kind: FloorRequest.Kind?, by seat: Seat, at now: Moment
  ) throws(Refusal) -> Decision {
    let message = try seen(id)
    guard let person = who ?? message.person else { throw .messageOfNobody(id) }
    let kind = kind ?? (message.kind == .question ? .question : .comment)
    let decision = try decide(
      FloorIntent.raise(person, channel: message.channel, kind: kind), by: seat, at: now)
    guard case .floor(.raised(let request, let asker, let channel, let kind)) = decision.event
    else { return decision }
    return happened(
      .queued(message: id, request: request, person: asker, channel: channel, kind: kind))
  }

  /// What an event of the inbox makes elsewhere.
  mutating func carryOver(_ event: InboxEvent, of entry: Entry) throws(Damage) {
    switch event {
    case .asked(_, let question, let text):
      try plan.apply(.questionAdded(question: question, text: text, short: nil))
    case .noted(_, let note, let kind, let text, let binding, let detail):
      try notes.apply(
        .written(note: note, kind: kind, text: text, binding: binding, detail: detail),
        at: entry.at, by: entry.by, in: entry.n)
    case .queued(_, let request, let person, let channel, let kind):
      try floor.apply(
        .raised(request: request, person: person, channel: channel, kind: kind), at: entry.at)
    case .posted, .attributed, .sorted, .upvoted, .readOut, .answered, .hidden, .shown, .told: break
    }
  }
}

extension Inbox {
  mutating func apply(_ event: InboxEvent, by seat: Seat, at now: Moment) throws(Damage) {
    switch event {
    case .posted(let id, let posting, let rule):
      all[id] = Message(id, posting, under: rule, at: now)
    case .attributed(let id, let person): try all.change(id) { $0.person = person }
    case .sorted(let id, let kind): try all.change(id) { $0.kind = kind }
    case .upvoted(let id, let upvotes): try all.change(id) { $0.upvotes = upvotes }
    case .readOut(let id): try all.change(id) { $0.readOut = now }
    case .answered(let id, let text):
      try all.change(id) { $0.answer = .init(text: text, by: seat, at: now) }
    case .asked(let id, let question, _): try all.change(id) { $0.question = question }
    case .noted(let id, let note, _, _, _, _): try all.change(id) { $0.note = note }
    case .queued(let id, let request, let person, _, _):
      try all.change(id) { message in
        message.request = request
        message.person = message.person ?? person
      }
    case .hidden(let id, let reason):
      try all.change(id) { $0.log(.init(isHidden: true, by: seat, at: now, reason: reason)) }
    case .shown(let id, let reason):
      try all.change(id) { $0.log(.init(isHidden: false, by: seat, at: now, reason: reason)) }
    case .told(let text): word = Word(text: text, by: seat, at: now)
    }
  }
}

extension Message {
  fileprivate mutating func log(_ step: Moderation) {
    moderation = (moderation ?? []) + [step]
  }
}

extension Message.Kind {
  /// What kind of note it becomes where nobody says.
  fileprivate var note: Note.Kind {
    switch self {
    case .message: .note
    case .question: .question
    case .link: .link
    }
  }
}
