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
      "floor answer", .word("request", .request), .word("who", .person),
      .switches("channel", .channel),
      summary: "raise somebody's hand to answer a question or an intervention",
      example: "floor answer r3 p4"
    ) {
      .floor(.answer($1, to: $0, channel: $2))
    } write: {
      if case .floor(.answer(let who, let request, let channel)) = $0 {
        (request, who, channel)
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
    Command(
      "floor end all", .floor(.endAll),
      summary: "end the speech with the question that interrupts it"),
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
      "floor back", .word("request", .request),
      summary: "let a request that was passed over wait again", example: "floor back r3"
    ) {
      .floor(.bringBack($0))
    } write: {
      if case .floor(.bringBack(let request)) = $0 { request } else { nil }
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
    Command(
      "floor order", .word("rule", .floorRule),
      .options("favour", .code, empty: "no-favour"), .option("most", .number),
      summary: "choose by which rule those who wait stand; it can be changed at any time",
      example: "floor order balanced"
    ) {
      .floor(.set(.order(to: FloorOrder($0, favouring: $1 ?? [], most: $2))))
    } write: {
      if case .floor(.set(.order(let order))) = $0 {
        (order.rule, order.favoured, order.most)
      } else {
        nil
      }
    },
    Command(
      "floor round", .word("round", .round), .option("for", .length),
      summary: "let everybody speak in order, pass allowed; without a length the time left decides",
      example: "floor round table --for 30s"
    ) {
      .floor(.round($0, seconds: $1))
    } write: {
      if case .floor(.round(let round, let seconds)) = $0 { (round, seconds) } else { nil }
    },
    Command(
      "floor fishbowl", .words("who", .person), .option("chairs", .number),
      summary: "let an inner circle speak, with a free chair to come in by",
      example: "floor fishbowl p1 p2 p3 --chairs 4"
    ) {
      .floor(.fishbowl($0, chairs: $1))
    } write: {
      if case .floor(.fishbowl(let inner, let chairs)) = $0 { (inner, chairs) } else { nil }
    },
    Command(
      "floor sit", .word("who", .person),
      summary: "let somebody take the free chair of the circle", example: "floor sit p4"
    ) {
      .floor(.takeChair($0))
    } write: {
      if case .floor(.takeChair(let who)) = $0 { who } else { nil }
    },
    Command(
      "floor rise", .word("who", .person),
      summary: "let somebody leave the circle, so that a chair is free", example: "floor rise p2"
    ) {
      .floor(.leaveChair($0))
    } write: {
      if case .floor(.leaveChair(let who)) = $0 { who } else { nil }
    },
    Command(
      "floor stick", .word("who", .person),
      summary: "let a talking stick go round, which somebody holds first",
      example: "floor stick p1"
    ) {
      .floor(.stick($0))
    } write: {
      if case .floor(.stick(let who)) = $0 { who } else { nil }
    },
    Command(
      "floor pass", .word("who", .person),
      summary: "hand the talking stick, and the floor, to whom its holder names",
      example: "floor pass p2"
    ) {
      .floor(.pass(to: $0))
    } write: {
      if case .floor(.pass(let who)) = $0 { who } else { nil }
    },
    Command(
      "floor queue", .floor(.queueAgain),
      summary: "end the fishbowl or put the talking stick away; the queue says who speaks"),
    Command(
      "floor budget", .word("whose", .budgetHolder), .word("length", .orNone(.length)),
      .option("in", .segment),
      summary: "say how long a group or a person may speak in all, or in one segment",
      example: "floor budget government 10m"
    ) {
      .floor(.budget($0, seconds: $1, segment: $2))
    } write: {
      if case .floor(.budget(let holder, let seconds, let segment)) = $0 {
        (holder, seconds, segment)
      } else {
        nil
      }
    },
    Command(
      "floor add-time", .word("whose", .budgetHolder),
      summary: "give an overdrawn budget and all that are alike what it lacks",
      example: "floor add-time government"
    ) {
      .floor(.addTime($0))
    } write: {
      if case .floor(.addTime(let holder)) = $0 { holder } else { nil }
    },
    Command(
      "floor announce", .word("count", .number),
      summary: "say how many of those who wait are announced, so that no order overtakes them",
      example: "floor announce 2"
    ) {
      .floor(.set(.announced(to: $0)))
    } write: {
      if case .floor(.set(.announced(let count))) = $0 { count } else { nil }
    },
    Command(
      "floor count", .word("where", .floorScope),
      summary: "count earlier turns in the whole session, or in the running segment alone",
      example: "floor count segment"
    ) {
      .floor(.set(.counting(within: $0)))
    } write: {
      if case .floor(.set(.counting(let scope))) = $0 { scope } else { nil }
    },
    Command(
      "floor several", .word("whether", .onOff),
      summary: "let one person wait with several requests, or with one of a kind",
      example: "floor several on"
    ) {
      .floor(.set(.several(to: $0.isOn)))
    } write: {
      if case .floor(.set(.several(let isOn))) = $0 { OnOff(isOn) } else { nil }
    },
    Command(
      "floor points", .word("whether", .onOff),
      summary: "take points of order while the list is closed, or refuse them too",
      example: "floor points off"
    ) {
      .floor(.set(.points(to: $0.isOn)))
    } write: {
      if case .floor(.set(.points(let isOn))) = $0 { OnOff(isOn) } else { nil }
    },
    Command(
      "floor missing", .word("whether", .onOff),
      summary: "show on the stage who has not been heard, or no longer",
      example: "floor missing on"
    ) {
      .floor(.set(.missing(to: $0.isOn)))
    } write: {
      if case .floor(.set(.missing(let isOn))) = $0 { OnOff(isOn) } else { nil }
    },
  ]
}

extension Spelling<FloorOrder.Rule> {
  static var floorRule: Self { .word { [$0.explanation] } }
}

extension Spelling<Round> {
  static var round: Self { .word { [$0.title] } }
}

extension Spelling<Budget.Holder> {
  /// A stakeholder group's word, or a person.
  static var budgetHolder: Self {
    let group = Spelling<StakeholderGroup>.group
    return Spelling(kind: .holder) { word, session throws(CommandError.Reason) in
      if let group = try group.read(word, session) { return .group(of: group) }
      return try Spelling<PersonID>.person.read(word, session).map { .person(id: $0) }
    } write: {
      switch $0 {
      case .group(let holder): group.write(holder)
      case .person(let id): id.description
      }
    }
  }
}

extension Spelling<FloorSettings.Scope> {
  static var floorScope: Self { .word() }
}

/// Whether something is done.
enum OnOff: String, CaseIterable {
  case on, off

  init(_ isOn: Bool) {
    self = isOn ? .on : .off
  }

  var isOn: Bool { self == .on }
}

extension Spelling<OnOff> {
  static var onOff: Self { .word() }
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
