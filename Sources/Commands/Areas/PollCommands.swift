import SessionModel

extension Grammar {
  static let poll: [Command] = [
    Command(
      "poll draft", .word("text", .text), .offer, .switches("secrecy", .secrecy, else: .anonymous),
      summary: "prepare a poll; one choice of those named, else yes, no or abstain",
      example: "poll draft \"Where to act first?\" --choice \"Law\" --choice \"Courts\" --public"
    ) {
      .poll(.draft(text: $0, method: $1.method, choices: $1.choices, secrecy: $2))
    } write: {
      guard case .poll(.draft(let text, let method, let choices, let secrecy)) = $0 else {
        return nil
      }
      return (text, Offer(method: method, choices: choices), secrecy)
    },
    Command(
      "poll change", .word("poll", .poll(.draft)), .option("text", .text),
      .options("choice", .text, empty: "no-choices"), .switches("secrecy", .secrecy),
      summary: "change a poll that has not been opened",
      example: "poll change v1 --text \"Where should we act first?\" --anonymous"
    ) {
      .poll(.change($0, text: $1, choices: $2, secrecy: $3))
    } write: {
      guard case .poll(.change(let poll, let text, let choices, let secrecy)) = $0 else {
        return nil
      }
      return (poll, text, choices, secrecy)
    },
    Command(
      "poll remove", .word("poll", .poll(.draft)),
      summary: "strike a poll that has not been opened", example: "poll remove v1"
    ) {
      .poll(.remove($0))
    } write: {
      if case .poll(.remove(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll open", .word("poll", .poll(.draft)),
      summary: "put a poll to the table", example: "poll open v1"
    ) {
      .poll(.open($0))
    } write: {
      if case .poll(.open(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll close", .word("poll", .poll(.open)),
      summary: "close a poll; it takes no more ballots", example: "poll close v1"
    ) {
      .poll(.close($0))
    } write: {
      if case .poll(.close(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll share", .word("poll", .poll(.closed)),
      summary: "show on the stage how a poll came out", example: "poll share v1"
    ) {
      .poll(.share($0))
    } write: {
      if case .poll(.share(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll hide", .word("poll", .poll(.closed)),
      summary: "take a poll off the stage", example: "poll hide v1"
    ) {
      .poll(.hide($0))
    } write: {
      if case .poll(.hide(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll cast", .word("poll", .poll(.open)), .ballot, .option("voter", .person),
      summary: "put a ballot in: letters, or 'blank' for one who prefers not to say",
      example: "poll cast v1 A,C --voter p3"
    ) {
      .poll(.cast($0, $1, voter: $2))
    } write: {
      if case .poll(.cast(let poll, let ballot, let voter)) = $0 {
        (poll, ballot, voter)
      } else {
        nil
      }
    },
  ]
}

/// What a poll offers, and how it is answered.
struct Offer: Sendable {
  var method: PollMethod
  var choices: [String]
}

extension Part<Offer> {
  /// The choices, and a method that follows from them unless it is said.
  static var offer: Self {
    let choice = Part<[String]?>.options("choice", .text, empty: "no-choices")
    let named = Part<PollMethod.Name?>.option("method", .word())
    let settings = Part<MethodSettings>.methodSettings
    return Part(
      parameters: choice.parameters.dropLast() + named.parameters + settings.parameters
    ) { arguments throws(CommandError) in
      let choices = try choice.read(&arguments) ?? []
      let said = try settings.read(&arguments)
      let name = try named.read(&arguments) ?? .meant(by: said, choices: choices)
      let method = PollMethod(name, said, choices: choices.count)
      let known = method.settings.names
      if let stray = said.names.first(where: { !known.contains($0) }) {
        throw arguments.conflict("method", stray)
      }
      return Offer(method: method, choices: choices)
    } write: { offer in
      let name = offer.method.name
      let settings = offer.method.settings
      let isPlain = settings.names.isEmpty && name == .meant(by: settings, choices: offer.choices)
      return choice.write(offer.choices.isEmpty ? nil : offer.choices)
        + named.write(isPlain ? nil : name)
        + Part<MethodSettings>.methodSettings.write(settings)
    }
  }
}

extension PollMethod.Name {
  /// What is meant where nobody names a method.
  fileprivate static func meant(by said: MethodSettings, choices: [String]) -> Self {
    if said.min != nil || said.max != nil { return .severalChoices }
    return choices.isEmpty ? .yesNoAbstain : .oneChoice
  }
}

extension Part<MethodSettings> {
  /// What can be set of methods, an option each.
  fileprivate static var methodSettings: Self {
    .record(
      MethodSettings(),
      Field(\.min, .option("min", .number)), Field(\.max, .option("max", .number)))
  }
}

extension Spelling<Poll.Secrecy> {
  static var secrecy: Self { .word() }
}
