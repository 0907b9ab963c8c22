import SessionModel

extension Grammar {
  static let outcome: [Command] = [
    Command(
      "outcome add", .word("text", .text),
      summary: "write down a sentence that the room is to assent to",
      example: "outcome add \"Remedy must be within reach\""
    ) {
      .outcome(.add(text: $0))
    } write: {
      if case .outcome(.add(let text)) = $0 { text } else { nil }
    },
    Command(
      "outcome reword", .word("outcome", .outcome), .word("text", .text),
      summary: "change the wording; what the room said of the earlier one no longer counts",
      example: "outcome reword o1 \"Remedy must be within everybody's reach\""
    ) {
      .outcome(.reword($0, text: $1))
    } write: {
      if case .outcome(.reword(let outcome, let text)) = $0 { (outcome, text) } else { nil }
    },
    Command(
      "outcome remove", .word("outcome", .outcome),
      summary: "strike a sentence to which nobody objected", example: "outcome remove o1"
    ) {
      .outcome(.remove($0))
    } write: {
      if case .outcome(.remove(let outcome)) = $0 { outcome } else { nil }
    },
    Command(
      "outcome put", .word("outcome", .outcome), .option("way", .assentWay, else: .silence),
      summary: "put a sentence to the room: last call, support or object, or gradients",
      example: "outcome put o1 --way support"
    ) {
      .outcome(.put($0, $1))
    } write: {
      if case .outcome(.put(let outcome, let way)) = $0 { (outcome, way) } else { nil }
    },
    Command("outcome count", .outcome(.count), summary: "begin the slow count to six"),
    Command(
      "outcome answer", .word("level", .assentLevel), .option("group", .group),
      .switches("channel", .channel), .voter,
      summary: "answer to the sentence before the room; whoever is named has one answer, the last",
      example: "outcome answer live_with --group government --online"
    ) {
      .outcome(.answer($0, group: $1, channel: $2, voice: $3))
    } write: {
      if case .outcome(.answer(let level, let group, let channel, let voice)) = $0 {
        (level, group, channel, voice)
      } else {
        nil
      }
    },
    Command(
      "outcome object", .option("text", .text), .option("group", .group),
      .switches("channel", .channel), .voter,
      summary: "object to the sentence before the room; the count stops",
      example: "outcome object --text \"It names no remedy\" --group civil_society"
    ) {
      .outcome(.object(text: $0 ?? "", group: $1, channel: $2, voice: $3))
    } write: {
      if case .outcome(.object(let text, let group, let channel, let voice)) = $0 {
        (text.isEmpty ? nil : text, group, channel, voice)
      } else {
        nil
      }
    },
    Command(
      "outcome explain", .word("objection", .objection), .word("text", .text),
      .option("group", .group),
      summary: "write down why somebody objects",
      example: "outcome explain j1 \"It names no remedy\" --group government"
    ) {
      .outcome(.explain($0, text: $1, group: $2))
    } write: {
      if case .outcome(.explain(let objection, let text, let group)) = $0 {
        (objection, text, group)
      } else {
        nil
      }
    },
    Command(
      "outcome settle", .word("objection", .objection), .word("state", .objectionState),
      .option("answer", .text),
      summary: "say what became of an objection",
      example: "outcome settle j1 addressed --answer \"Remedy is in the next paragraph\""
    ) {
      .outcome(.settle($0, $1, answer: $2))
    } write: {
      if case .outcome(.settle(let objection, let state, let answer)) = $0 {
        (objection, state, answer)
      } else {
        nil
      }
    },
    Command("outcome end", .outcome(.end), summary: "take no more answers"),
    Command(
      "outcome declare", .word("outcome", .outcome), .option("over-objections", .text),
      summary: "declare how far the room agrees; over an open objection only with a reason",
      example: "outcome declare o1"
    ) {
      .outcome(.declare($0, override: $1))
    } write: {
      if case .outcome(.declare(let outcome, let reason)) = $0 { (outcome, reason) } else { nil }
    },
    Command(
      "outcome send", .word("outcome", .outcome), .outcomeDestination,
      summary: "say where an outcome goes, and by when",
      example: "outcome send o1 --workstream \"Policy Network\" --by \"June 2022\""
    ) {
      .outcome(.send($0, $1))
    } write: {
      if case .outcome(.send(let outcome, let destination)) = $0 {
        (outcome, destination)
      } else {
        nil
      }
    },
    Command(
      "outcome quorum", .word("fraction", .orNone(.threshold)),
      summary: "say how many of those who are here must answer for assent to count",
      example: "outcome quorum 1/3"
    ) {
      .outcome(.quorum($0))
    } write: {
      if case .outcome(.quorum(let threshold)) = $0 { .some(threshold) } else { nil }
    },
    Command(
      "outcome invite", .word("name", .text),
      summary: "put somebody on the list of those to be invited to what comes next",
      example: "outcome invite \"The national focal points\""
    ) {
      .outcome(.invite($0))
    } write: {
      if case .outcome(.invite(let name)) = $0 { name } else { nil }
    },
    Command(
      "outcome uninvite", .word("name", .text),
      summary: "take somebody off that list",
      example: "outcome uninvite \"The national focal points\""
    ) {
      .outcome(.uninvite($0))
    } write: {
      if case .outcome(.uninvite(let name)) = $0 { name } else { nil }
    },
  ]
}

extension Part<OutcomeSentence.Destination> {
  fileprivate static var outcomeDestination: Self {
    .record(
      OutcomeSentence.Destination(),
      Field(\.workstream, .option("workstream", .text)),
      Field(\.document, .option("document", .text)), Field(\.by, .option("by", .text)))
  }
}

extension Spelling<OutcomeID> {
  static var outcome: Self { .name(.outcome) }
}

extension Spelling<ObjectionID> {
  static var objection: Self { .name(.objection) }
}

extension Spelling<Asking.Way> {
  static var assentWay: Self { .word { [$0.title] } }
}

extension Spelling<Asking.Level> {
  static var assentLevel: Self { .word { [$0.title] } }
}

extension Spelling<Objection.State> {
  static var objectionState: Self { .word() }
}

extension Spelling<Threshold> {
  /// `1/3`, or `>1/2` where more than that is wanted.
  static var threshold: Self {
    Spelling(kind: .fraction) { word, _ in
      Threshold(word)
    } write: {
      $0.description.quotedWhereNeeded
    }
  }
}
