import SessionModel
import TerminalUI

/// What is done with a message, wherever it is shown.
public enum MessageDeed: Sendable {
  case readOut, answer, queue, ask, note, upvote, count, own, hide

  /// The keys for it; `message` is the one that is selected.
  static func bindings<Action>(
    for message: Message?, as action: (MessageDeed) -> Action
  ) -> [Binding<Action>] {
    let none = message == nil ? "No message is selected" : nil
    let hidden = none ?? (message?.isHidden == true ? "This message is hidden; x shows it" : nil)
    let group = "Messages"
    return [
      Binding(
        [.enter], "read out", group: group, priority: 60,
        whyNot: hidden ?? (message?.readOut == nil ? nil : "This message was read out"),
        action: action(.readOut)),
      Binding(
        ["a"], "answer", group: group, priority: 48, whyNot: hidden, action: action(.answer)),
      Binding(
        ["h"], "to the queue", group: group, priority: 46, whyNot: hidden,
        action: action(.queue)),
      Binding(
        ["Q"], "to the questions", group: group, priority: 20,
        whyNot: hidden ?? message?.question.map { "It is question \($0) already" },
        action: action(.ask)),
      Binding(
        ["N"], "to the notes", group: group, priority: 18,
        whyNot: hidden ?? message?.note.map { "It is note \($0) already" }, action: action(.note)),
      Binding(
        ["+"], "one upvote", group: group, priority: 30, whyNot: hidden, action: action(.upvote)),
      Binding(["#"], "count upvotes", group: group, whyNot: hidden, action: action(.count)),
      Binding(["f"], "who it is from", group: group, whyNot: hidden, action: action(.own)),
      Binding(
        ["x"], message?.isHidden == true ? "show again" : "hide", group: group, priority: 28,
        whyNot: none, action: action(.hide)),
    ]
  }

  func effect(on message: Message, in scene: Scene) -> Effect {
    let id = message.id
    switch self {
    case .readOut: return .ask(.inbox(.readOut(id)))
    case .answer: return .push(Fill.answer(to: message))
    case .queue:
      // Whoever is not known is looked for by the name that the message gives.
      return message.person == nil
        ? .push(PersonPicker(.queue(id), typed: message.name ?? ""))
        : .ask(.inbox(.queue(id, nil, kind: nil)))
    case .ask: return .ask(.inbox(.ask(id)))
    case .note: return .ask(.inbox(.note(id, nil)))
    case .upvote: return .ask(.inbox(.upvote(id)))
    case .count: return .push(Fill.upvotes(of: message))
    case .own: return .push(PersonPicker(.attribute(id), typed: message.name ?? ""))
    case .hide:
      return message.isHidden
        ? .ask(.inbox(.show(id, reason: nil))) : .push(Choose.reasonToHide(message))
    }
  }
}

extension Choose {
  /// Why a message is hidden; the reason stands in the log.
  static func reasonToHide(_ message: Message) -> Choose {
    let reasons: [(Character, String)] = [
      ("o", "off topic"), ("d", "said before"), ("a", "abusive"), ("p", "private matter"),
      ("s", "advertising"),
    ]
    return Choose(
      "Hide message \(message.id)",
      lines: ["It can be shown again. Who hid it, when and why is kept."],
      options: reasons.map { key, reason in
        Option(key, reason, effect: .ask(.inbox(.hide(message.id, reason: reason))))
      } + [
        Option(
          "r", "another reason",
          effect: .push(Palette(over: [], text: "inbox hide \(message.id) \"")))
      ])
  }

  /// What those online say to the sentence before the room; it counts at the key.
  ///
  /// Why somebody objects is asked afterwards: the objection stops the count at once.
  static func assentOnline(
    _ outcome: OutcomeSentence, _ asking: Asking, _ wording: Wording?
  ) -> Choose {
    let silent = outcome.open.last { $0.channel == .online && $0.text.isEmpty }
    let why = silent.map { objection in
      Option(
        "w", "why somebody objects",
        effect: .push(ObjectionEntry(objection)))
    }
    // Whoever is named has one answer, wherever it is given.
    let named =
      asking.way == .silence
      ? nil
      : Option(
        "n", "somebody by name", detail: "takes the place of what they said before",
        effect: .push(Palette(over: [], text: "outcome answer ")))
    return Choose(
      "Somebody online says",
      lines: [outcome.text, "It counts as an answer from online."]
        + (outcome.voided == nil ? [] : ["What was said of the earlier words is void."]),
      on: wording,
      options: zip("123456789", asking.way.levels).map { key, level in
        let answer = Effect.ask(.outcome(.answer(level, group: nil, channel: .online)))
        return Option(
          key, level.title,
          effect: level.isObjection ? .all([answer, .push(ObjectionEntry())]) : answer)
      } + [named, why].compactMap(\.self))
  }
}

extension Fill {
  /// What was answered; nothing where it was said aloud.
  static func answer(to message: Message) -> Fill {
    let id = message.id
    return Fill(
      "the answer", "answered", group: "Messages",
      FormDialog(
        "Answer to \(id)", note: message.text.onOneLine,
        fields: [
          .init(
            "text", "Answer", text: message.answer?.text ?? "",
            hint: "empty where it was answered aloud")
        ])
    ) { values in
      let text = values["text"] ?? ""
      return [.ask(.inbox(.answer(id, text: text.isEmpty ? nil : text)))]
    }
  }

  /// How many stand behind a message, as they were counted elsewhere.
  static func upvotes(of message: Message) -> Fill {
    let id = message.id
    return Fill(
      "the upvotes", "save", group: "Messages",
      FormDialog(
        "Upvotes of \(id)", note: message.text.onOneLine,
        fields: [.init("count", "How many", text: "\(message.votes)")])
    ) { values in
      let text = values["count"] ?? ""
      guard let count = Int(text), count >= 0 else {
        return [.say("'\(text)' is no number of people", .refusal)]
      }
      return [.ask(.inbox(.count(id, upvotes: count)))]
    }
  }

  /// A line to the other moderator.
  static func word(to seat: Seat) -> Fill {
    Fill(
      "the line", "tell", group: "Messages",
      FormDialog(
        "To the \(seat.noun)", note: "One line, for two minutes on the other screen.",
        fields: [.init("text", "Line", isRequired: true)])
    ) { values in
      [.ask(.inbox(.tell(values["text"] ?? "")))]
    }
  }

  /// How many are online.
  static func online(_ people: People) -> Fill {
    Fill(
      "the count", "save", group: "People",
      FormDialog(
        "Who is online", note: "Heads, each person once.",
        fields: [.init("count", "Online", text: "\(people.present(on: .online))")])
    ) { values in
      let text = values["count"] ?? ""
      guard let count = Int(text), count >= 0 else {
        return [.say("'\(text)' is no number of people", .refusal)]
      }
      return [.ask(.people(.countOnline(count)))]
    }
  }
}
