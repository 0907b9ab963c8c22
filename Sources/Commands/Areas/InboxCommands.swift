import SessionModel

extension Grammar {
  static let inbox: [Command] = [
    Command(
      "inbox post", .word("text", .text), .posting,
      summary: "take a message from somebody who takes part from afar; 'Ana Neves: words', or "
        + "'@anybody: words', says who it is",
      example: "inbox post \"Who audits the auditors?\" --from \"Ana Neves\""
    ) {
      var posting = $1
      posting.text = $0
      return .inbox(.post(posting))
    } write: {
      if case .inbox(.post(let posting)) = $0 { (posting.text, posting) } else { nil }
    },
    Command(
      "inbox from", .word("message", .message), .word("who", .orNone(.person)),
      summary: "say who on the roll has written a message", example: "inbox from m1 p4"
    ) {
      .inbox(.attribute($0, $1))
    } write: {
      if case .inbox(.attribute(let message, let who)) = $0 { (message, who) } else { nil }
    },
    Command(
      "inbox sort", .word("message", .message), .word("kind", .messageKind),
      summary: "say what a message is", example: "inbox sort m1 question"
    ) {
      .inbox(.sort($0, $1))
    } write: {
      if case .inbox(.sort(let message, let kind)) = $0 { (message, kind) } else { nil }
    },
    Command(
      "inbox upvote", .word("message", .message),
      summary: "count one more who stands behind a message", example: "inbox upvote m1"
    ) {
      .inbox(.upvote($0))
    } write: {
      if case .inbox(.upvote(let message)) = $0 { message } else { nil }
    },
    Command(
      "inbox upvotes", .word("message", .message), .word("count", .number),
      summary: "say how many stand behind a message, as they were counted elsewhere",
      example: "inbox upvotes m1 12"
    ) {
      .inbox(.count($0, upvotes: $1))
    } write: {
      if case .inbox(.count(let message, let upvotes)) = $0 { (message, upvotes) } else { nil }
    },
    Command(
      "inbox read", .word("message", .message),
      summary: "say that a message was read to the room", example: "inbox read m1"
    ) {
      .inbox(.readOut($0))
    } write: {
      if case .inbox(.readOut(let message)) = $0 { message } else { nil }
    },
    Command(
      "inbox answer", .word("message", .message), .option("text", .text),
      summary: "say that a message was answered, and in which words where they were written",
      example: "inbox answer m1 --text \"The recording is published tonight\""
    ) {
      .inbox(.answer($0, text: $1))
    } write: {
      if case .inbox(.answer(let message, let text)) = $0 { (message, text) } else { nil }
    },
    Command(
      "inbox ask", .word("message", .message),
      summary: "make a policy question of a message, behind those of the plan",
      example: "inbox ask m1"
    ) {
      .inbox(.ask($0))
    } write: {
      if case .inbox(.ask(let message)) = $0 { message } else { nil }
    },
    Command(
      "inbox note", .word("message", .message), .option("kind", .noteKind),
      summary: "make a note of a message", example: "inbox note m1 --kind quote"
    ) {
      .inbox(.note($0, $1))
    } write: {
      if case .inbox(.note(let message, let kind)) = $0 { (message, kind) } else { nil }
    },
    Command(
      "inbox queue", .word("message", .message), .option("who", .person),
      .option("kind", .requestKind),
      summary: "raise the hand of who has written a message, on the channel it came by",
      example: "inbox queue m1 --kind question"
    ) {
      .inbox(.queue($0, $1, kind: $2))
    } write: {
      if case .inbox(.queue(let message, let who, let kind)) = $0 {
        (message, who, kind)
      } else {
        nil
      }
    },
    Command(
      "inbox hide", .word("message", .message), .word("reason", .text),
      summary: "hide a message; who did it, when and why is kept, and it can be shown again",
      example: "inbox hide m1 \"off topic\""
    ) {
      .inbox(.hide($0, reason: $1))
    } write: {
      if case .inbox(.hide(let message, let reason)) = $0 { (message, reason) } else { nil }
    },
    Command(
      "inbox show", .word("message", .message), .option("reason", .text),
      summary: "show a hidden message again", example: "inbox show m1"
    ) {
      .inbox(.show($0, reason: $1))
    } write: {
      if case .inbox(.show(let message, let reason)) = $0 { (message, reason) } else { nil }
    },
    Command(
      "inbox tell", .word("text", .text),
      summary: "tell the other moderator something in one line",
      example: "inbox tell \"The hub in Nairobi has no sound\""
    ) {
      .inbox(.tell($0))
    } write: {
      if case .inbox(.tell(let text)) = $0 { text } else { nil }
    },
  ]
}

extension Part<Posting> {
  /// What is known of a message beside its words.
  fileprivate static var posting: Self {
    .record(
      Posting(text: ""),
      Field(\.name, .option("from", .text)), Field(\.person, .option("who", .person)),
      Field(\.kind, .option("kind", .messageKind)),
      Field(\.channel, .switches("channel", .channel)),
      Field(\.written, .option("at", .time)), Field(\.source, .option("id", .text)))
  }
}

extension Spelling<MessageID> {
  static var message: Self { .name(.message) }
}

extension Spelling<Message.Kind> {
  static var messageKind: Self { .word() }
}
