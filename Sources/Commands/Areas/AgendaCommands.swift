import SessionModel

extension Grammar {
  static let session: [Command] = [
    Command(
      "session open", .agenda(.open), summary: "open the session and start its first segment"),
    Command("session close", .agenda(.close), summary: "let the gavel fall"),
  ]

  static let agenda: [Command] = [
    Command(
      "agenda add", .word("title", .text), .option("kind", .segmentKind, else: .discussion),
      .option(required: "for", .length), .moreSegmentDetails,
      summary: "add a segment at the end",
      example: "agenda add \"Opening remarks\" --kind framing --for 12m --person p1 --question q1"
    ) {
      .agenda(.add(title: $0, kind: $1, seconds: $2, details: $3))
    } write: {
      guard case .agenda(.add(let title, let kind, let seconds, let details)) = $0 else {
        return nil
      }
      // What the details say again is what the segment is made with.
      return (
        details.title ?? title, details.kind ?? kind, details.seconds ?? seconds, details
      )
    },
    Command(
      "agenda change", .word("segment", .segment), .segmentDetails,
      summary: "change what is known of a segment", example: "agenda change s2 --for 15m"
    ) {
      .agenda(.change($0, $1))
    } write: {
      if case .agenda(.change(let segment, let details)) = $0 { (segment, details) } else { nil }
    },
    Command(
      "agenda move", .word("segment", .segment), .word("place", .place),
      summary: "put a segment at another place", example: "agenda move s2 1"
    ) {
      .agenda(.move($0, to: $1))
    } write: {
      if case .agenda(.move(let segment, let place)) = $0 { (segment, place) } else { nil }
    },
    Command(
      "agenda remove", .word("segment", .segment),
      summary: "strike a segment that nothing speaks of", example: "agenda remove s2"
    ) {
      .agenda(.remove($0))
    } write: {
      if case .agenda(.remove(let segment)) = $0 { segment } else { nil }
    },
    Command(
      "agenda next", .agenda(.next),
      summary: "finish the running segment and start the one that follows"),
    Command(
      "agenda start", .word("segment", .segment),
      summary: "start a segment; the running one finishes", example: "agenda start s2"
    ) {
      .agenda(.start($0))
    } write: {
      if case .agenda(.start(let segment)) = $0 { segment } else { nil }
    },
    Command(
      "agenda skip", .word("segment", .segment), .word("reason", .text),
      summary: "leave a segment out, with the reason",
      example: "agenda skip s2 \"no time is left\""
    ) {
      .agenda(.skip($0, reason: $1))
    } write: {
      if case .agenda(.skip(let segment, let reason)) = $0 { (segment, reason) } else { nil }
    },
    Command(
      "agenda extend", .word(optional: "segment", .segment), .word("length", .length),
      summary: "give a segment more time, or less; the running one when none is named",
      example: "agenda extend s2 -2m"
    ) {
      .agenda(.extend($0, seconds: $1))
    } write: {
      if case .agenda(.extend(let segment, let seconds)) = $0 { (segment, seconds) } else { nil }
    },
    Command(
      "agenda replan", .word("way", .replanWay),
      summary: "make what is left fit the time that is left: shrink, drop, move or extend",
      example: "agenda replan shrink"
    ) {
      .agenda(.replan($0))
    } write: {
      if case .agenda(.replan(let way)) = $0 { way } else { nil }
    },
    Command("agenda finish", .agenda(.finish), summary: "finish the running segment"),
  ]
}

extension Part<SegmentDetails> {
  /// What is said about a segment beside title, kind and length.
  static var moreSegmentDetails: Self {
    .record(
      SegmentDetails(),
      Field(\.startsAt, .option("at", .time)),
      Field(\.minimum, .option("minimum", .length)),
      Field(\.endsAt, .option("ends", .time)),
      Field(\.people, .options("person", .person, empty: "no-people")),
      Field(\.questions, .options("question", .question, empty: "no-questions")),
      Field(\.attribution, .option("attribution", .attribution)))
  }

  static var segmentDetails: Self {
    .record(
      SegmentDetails(),
      Field(\.title, .option("title", .text)),
      Field(\.kind, .option("kind", .segmentKind)),
      Field(\.seconds, .option("for", .length)),
      Field(\.startsAt, .option("at", .time)),
      Field(\.minimum, .option("minimum", .length)),
      Field(\.endsAt, .option("ends", .time)),
      Field(\.people, .options("person", .person, empty: "no-people")),
      Field(\.questions, .options("question", .question, empty: "no-questions")),
      Field(\.attribution, .option("attribution", .attribution)))
  }
}

extension Spelling<Segment.Kind> {
  static var segmentKind: Self { .word { [$0.title] } }
}

extension Spelling<AttributionRule> {
  static var attribution: Self { .word { [$0.title] } }
}

extension Spelling<Replan.Way> {
  static var replanWay: Self { .word { [$0.title] } }
}
