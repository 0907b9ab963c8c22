import SessionModel

extension Grammar {
  static let floor: [Command] = [
    Command(
      "floor raise", .word("who", .person), .switches("channel", .channel),
      .option("kind", .requestKind, else: .comment),
      summary: "raise somebody's hand", example: "floor raise p4 --online --kind question"
    ) {
      .floor(.raise($0, channel: $1, kind: $2))
    } write: {
      if case .floor(.raise(let who, let channel, let kind)) = $0 {
        (who, channel, kind)
      } else {
        nil
      }
    },
    Command(
      "floor give", .word("who", .target), .option("for", .length),
      summary: "give the floor to a request, a person or whoever is next; the running turn ends",
      example: "floor give next --for 2m"
    ) {
      .floor(.give($0, seconds: $1))
    } write: {
      if case .floor(.give(let who, let seconds)) = $0 { (who, seconds) } else { nil }
    },
    Command(
      "floor yield", .word("who", .target),
      summary: "end the turn and give what is left of its time to another",
      example: "floor yield next"
    ) {
      .floor(.yield(to: $0))
    } write: {
      if case .floor(.yield(let who)) = $0 { who } else { nil }
    },
    Command("floor end", .floor(.end), summary: "end the running turn"),
    Command("floor pause", .floor(.pause), summary: "stop the speaker's clock"),
    Command("floor resume", .floor(.resume), summary: "let the speaker's clock go on"),
    Command(
      "floor withdraw", .word("request", .request),
      summary: "take a hand down", example: "floor withdraw r3"
    ) {
      .floor(.withdraw($0))
    } write: {
      if case .floor(.withdraw(let request)) = $0 { request } else { nil }
    },
    Command(
      "floor skip", .word("request", .request), .word("reason", .passReason),
      summary: "pass somebody over, with the reason", example: "floor skip r3 no_audio"
    ) {
      .floor(.skip($0, reason: $1))
    } write: {
      if case .floor(.skip(let request, let reason)) = $0 { (request, reason) } else { nil }
    },
    Command(
      "floor move", .word("request", .request), .word("place", .place),
      summary: "put a request at another place in the queue", example: "floor move r3 1"
    ) {
      .floor(.move($0, to: $1))
    } write: {
      if case .floor(.move(let request, let place)) = $0 { (request, place) } else { nil }
    },
    Command(
      "floor readd", .floor(.readdLast),
      summary: "put the last speaker back at the head of the queue"),
    Command("floor open", .floor(.openList), summary: "open the list of speakers"),
    Command(
      "floor close", .floor(.closeList),
      summary: "close the list of speakers; points of order are still taken"),
    Command(
      "floor allow framing", .word("length", .length),
      summary: "set the time of a framing speaker", example: "floor allow framing 3m"
    ) {
      .floor(.allowFraming(seconds: $0))
    } write: {
      if case .floor(.allowFraming(let seconds)) = $0 { seconds } else { nil }
    },
    Command(
      "floor allow", .word("kind", .requestKind), .word("length", .length),
      summary: "set the time for a kind of request", example: "floor allow question 90s"
    ) {
      .floor(.allow($0, seconds: $1))
    } write: {
      if case .floor(.allow(let kind, let seconds)) = $0 { (kind, seconds) } else { nil }
    },
    Command(
      "floor words", .word("turn", .turn), .word("count", .orNone(.place)),
      summary: "how many words were said in a turn, as a transcript has them",
      example: "floor words t3 182"
    ) {
      .floor(.count($0, words: $1))
    } write: {
      if case .floor(.count(let turn, let words)) = $0 { (turn, words) } else { nil }
    },
  ]
}

extension Spelling<Channel> {
  static var channel: Self { .word() }
}

extension Spelling<FloorRequest.Kind> {
  static var requestKind: Self { .word { [$0.title] } }
}

extension Spelling<PassedOver.Reason> {
  static var passReason: Self { .word { [$0.title] } }
}
