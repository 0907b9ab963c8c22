import SessionModel

extension Grammar {
  static let question: [Command] = [
    Command(
      "question add", .word("text", .text), .option("short", .text),
      summary: "add a policy question; --short is what narrow screens show",
      example: "question add \"Who should provide remedy?\" --short \"Remedy\""
    ) {
      .plan(.addQuestion(text: $0, short: $1))
    } write: {
      if case .plan(.addQuestion(let text, let short)) = $0 { (text, short) } else { nil }
    },
    Command(
      "question change", .word("question", .question), .option("text", .text),
      .option("short", .text),
      summary: "change the words of a policy question",
      example: "question change q1 --short \"Access to remedy\""
    ) {
      .plan(.changeQuestion($0, text: $1, short: $2))
    } write: {
      if case .plan(.changeQuestion(let question, let text, let short)) = $0 {
        (question, text, short)
      } else {
        nil
      }
    },
    Command(
      "question part", .word("question", .question), .word("text", .text),
      summary: "add a part to a policy question",
      example: "question part q1 \"And who pays for it?\""
    ) {
      .plan(.addPart($0, text: $1))
    } write: {
      if case .plan(.addPart(let question, let text)) = $0 { (question, text) } else { nil }
    },
    Command(
      "question move", .word("question", .question), .word("place", .place),
      summary: "put a policy question at another place", example: "question move q1 2"
    ) {
      .plan(.moveQuestion($0, to: $1))
    } write: {
      if case .plan(.moveQuestion(let question, let place)) = $0 { (question, place) } else { nil }
    },
    Command(
      "question remove", .word("question", .question),
      summary: "strike a policy question that nothing speaks of", example: "question remove q1"
    ) {
      .plan(.removeQuestion($0))
    } write: {
      if case .plan(.removeQuestion(let question)) = $0 { question } else { nil }
    },
    Command(
      "question ask", .word("question", .question),
      summary: "put a policy question on the table", example: "question ask q1"
    ) {
      .agenda(.ask($0))
    } write: {
      if case .agenda(.ask(.some(let question))) = $0 { question } else { nil }
    },
    Command(
      "question clear", .agenda(.ask(nil)), summary: "take the policy question off the table"),
  ]

  static let plan: [Command] =
    planTexts + [
      Command(
        "plan set slot", .word("times", .slot), .option("zone", .code),
        .option("change", .time), .option("then", .code),
        summary: "set when the session is held; --zone is what the programme calls the zone, "
          + "--change when its clocks change meanwhile, --then what it is called from then on",
        example: "plan set slot 2021-12-07T17:30+01:00/2021-12-07T18:30+01:00 --zone CET"
      ) {
        .plan(
          .set(
            .slot(
              to: $0.slot(in: $1, changingAt: $2, to: $3))))
      } write: {
        guard case .plan(.set(.slot(.some(let slot)))) = $0 else { return nil }
        let written = WrittenSlot(
          start: slot.start, end: slot.end, offsetMinutes: slot.offsetMinutes,
          endOffsetMinutes: slot.change?.offsetMinutes ?? slot.offsetMinutes)
        return (
          written, slot.zone == written.plainZone ? nil : slot.zone, slot.change?.at,
          slot.change.flatMap { $0.zone == written.plainEndZone ? nil : $0.zone }
        )
      },
      Command(
        "plan set format", .word("kind", .text), .option("layout", .text),
        .option("minutes", .number),
        summary: "set the published format",
        example: "plan set format \"Round Table\" --layout \"Circle\" --minutes 60"
      ) {
        .plan(.set(.format(to: Format(kind: $0, layout: $1, minutes: $2))))
      } write: {
        guard case .plan(.set(.format(.some(let format)))) = $0 else { return nil }
        return (format.kind, format.layout, format.minutes)
      },
      Command(
        "plan set programme", .word("title", .text), .option(required: "part", .number),
        .option(required: "parts", .number),
        summary: "set the larger meeting that the session is a part of",
        example: "plan set programme \"Programme of Work\" --part 1 --parts 4"
      ) {
        .plan(.set(.programme(to: Programme(title: $0, part: $1, parts: $2))))
      } write: {
        guard case .plan(.set(.programme(.some(let programme)))) = $0 else { return nil }
        return (programme.title, programme.part, programme.parts)
      },
      Command(
        "plan set breakout", .word("group", .breakout), .option(required: "of", .text),
        .option(required: "tag", .code), .option("began", .moment), .option("for", .length),
        summary: "say of which session, and of which division, this is a breakout group, since "
          + "when and for how long it works",
        example: "plan set breakout b1 --of ws-204 --tag 12-kx0 --began 2021-12-07T17:00:00Z "
          + "--for 15m"
      ) {
        .plan(
          .set(
            .breakout(
              to: BreakoutOrigin(session: $1, tag: $2, group: $0, began: $3, seconds: $4))))
      } write: {
        guard case .plan(.set(.breakout(.some(let origin)))) = $0 else { return nil }
        return (origin.group, origin.session, origin.tag, origin.began, origin.seconds)
      },
      Command(
        "plan set attribution", .word("rule", .attribution),
        summary: "set whether what is said may be joined to who said it",
        example: "plan set attribution chatham_house"
      ) {
        .plan(.set(.attribution(to: $0)))
      } write: {
        if case .plan(.set(.attribution(let rule))) = $0 { rule } else { nil }
      },
      Command(
        "plan set languages", .words("language", .code),
        summary: "set the languages that are spoken", example: "plan set languages en fr"
      ) {
        .plan(.set(.languages(to: $0)))
      } write: {
        if case .plan(.set(.languages(let all))) = $0, !all.isEmpty { all } else { nil }
      },
      Command(
        "plan set interpretation", .words("language", .code),
        summary: "set the languages that are interpreted into",
        example: "plan set interpretation ar zh es"
      ) {
        .plan(.set(.interpretation(to: $0)))
      } write: {
        if case .plan(.set(.interpretation(let all))) = $0, !all.isEmpty { all } else { nil }
      },
      Command(
        "plan clear", .word("field", .clearable),
        summary: "take a published fact away", example: "plan clear room"
      ) {
        .plan(.set($0.cleared))
      } write: {
        guard case .plan(.set(let field)) = $0 else { return nil }
        return ClearableField.allCases.first { $0.cleared == field }
      },
      Command(
        "plan add outcome", .word("text", .text),
        summary: "add an expected outcome",
        example: "plan add outcome \"A list of remedies that work\""
      ) {
        .plan(.add(.outcome(text: $0)))
      } write: {
        if case .plan(.add(.outcome(let text))) = $0 { text } else { nil }
      },
      Command(
        "plan add goal", .word("code", .code), .word(optional: "reason", .text),
        summary: "add a Sustainable Development Goal or target, with the reason",
        example: "plan add goal 8.7 \"forced labour\""
      ) {
        .plan(.add(.goal(code: $0, reason: $1)))
      } write: {
        if case .plan(.add(.goal(let code, let reason))) = $0 { (code, reason) } else { nil }
      },
      Command(
        "plan add document", .word("title", .text), .option("link", .text),
        summary: "add a document that the discussion builds on",
        example: "plan add document \"Guiding Principles\" --link https://example.org/ungp"
      ) {
        .plan(.add(.document(title: $0, link: $1)))
      } write: {
        if case .plan(.add(.document(let title, let link))) = $0 { (title, link) } else { nil }
      },
      Command(
        "plan add deadline", .word("text", .text), .option("day", .text),
        summary: "add something that has to be handed in by a day",
        example: "plan add deadline \"Written contributions\" --day 2022-02-25"
      ) {
        .plan(.add(.deadline(text: $0, day: $1)))
      } write: {
        if case .plan(.add(.deadline(let text, let day))) = $0 { (text, day) } else { nil }
      },
      Command(
        "plan drop", .word("list", .planList), .word("place", .place),
        summary: "drop a line of a published list", example: "plan drop goal 1"
      ) {
        .plan(.drop($0, at: $1))
      } write: {
        if case .plan(.drop(let list, let place)) = $0 { (list, place) } else { nil }
      },
    ]

  /// The published facts that are plain words.
  private static let planTexts: [Command] = [
    Command(
      "plan set title", .word("text", .text),
      summary: "set the title", example: "plan set title \"Human rights due diligence\""
    ) {
      .plan(.set(.title(to: $0)))
    } write: {
      if case .plan(.set(.title(let text))) = $0 { text } else { nil }
    },
    Command(
      "plan set number", .word("text", .text),
      summary: "set the number in the programme", example: "plan set number \"WS #204\""
    ) {
      .plan(.set(.number(to: $0)))
    } write: {
      if case .plan(.set(.number(.some(let text)))) = $0 { text } else { nil }
    },
    Command(
      "plan set series", .word("text", .text),
      summary: "set the event it belongs to", example: "plan set series \"IGF 2021\""
    ) {
      .plan(.set(.series(to: $0)))
    } write: {
      if case .plan(.set(.series(.some(let text)))) = $0 { text } else { nil }
    },
    Command(
      "plan set room", .word("text", .text),
      summary: "set the room", example: "plan set room \"Conference Room 1\""
    ) {
      .plan(.set(.room(to: $0)))
    } write: {
      if case .plan(.set(.room(.some(let text)))) = $0 { text } else { nil }
    },
    Command(
      "plan set description", .word("text", .text),
      summary: "set the description",
      example: "plan set description \"How companies keep harm from happening\""
    ) {
      .plan(.set(.description(to: $0)))
    } write: {
      if case .plan(.set(.description(.some(let text)))) = $0 { text } else { nil }
    },
  ]
}

/// The published facts that can be taken away.
enum ClearableField: String, CaseIterable {
  case number, series, programme, breakout, slot, room, format, description, languages,
    interpretation

  var cleared: PlanField {
    switch self {
    case .number: .number(to: nil)
    case .series: .series(to: nil)
    case .programme: .programme(to: nil)
    case .breakout: .breakout(to: nil)
    case .slot: .slot(to: nil)
    case .room: .room(to: nil)
    case .format: .format(to: nil)
    case .description: .description(to: nil)
    case .languages: .languages(to: [])
    case .interpretation: .interpretation(to: [])
    }
  }
}

extension Spelling<ClearableField> {
  static var clearable: Self { .word() }
}

extension Spelling<PlanList> {
  static var planList: Self { .word() }
}
