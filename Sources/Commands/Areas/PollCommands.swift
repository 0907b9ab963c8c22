import SessionModel

extension Grammar {
  static let poll: [Command] = [
    Command(
      "poll draft", .word("text", .text), .offer, .switches("secrecy", .secrecy, else: .anonymous),
      .terms,
      summary: "prepare a poll; one choice of those named, else yes, no or abstain",
      example: "poll draft \"Where to act first?\" --choice \"Law\" --choice \"Courts\" --public"
    ) {
      .poll(.draft(text: $0, method: $1.method, choices: $1.choices, secrecy: $2, terms: $3))
    } write: {
      guard case .poll(.draft(let text, let method, let choices, let secrecy, let terms)) = $0
      else {
        return nil
      }
      return (text, Offer(method: method, choices: choices), secrecy, terms)
    },
    Command(
      "poll ask", .word("text", .text), .offer, .switches("secrecy", .secrecy, else: .anonymous),
      .terms,
      summary: "ask a poll at once: draft it and open it",
      example: "poll ask \"Are we ready to move on?\" --scale fist_of_five"
    ) {
      .poll(.ask(text: $0, method: $1.method, choices: $1.choices, secrecy: $2, terms: $3))
    } write: {
      guard case .poll(.ask(let text, let method, let choices, let secrecy, let terms)) = $0 else {
        return nil
      }
      return (text, Offer(method: method, choices: choices), secrecy, terms)
    },
    Command(
      "poll quick", .word("template", .template),
      summary: "ask one of the polls that rooms often need", example: "poll quick clear"
    ) {
      .poll($0.intent)
    } write: { _ in
      nil
    },
    Command(
      "poll again", .word("poll", .poll(.closed)),
      summary: "draft a closed poll once more, as its next round", example: "poll again v1"
    ) {
      .poll(.again($0))
    } write: {
      if case .poll(.again(let poll)) = $0 { poll } else { nil }
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
      "poll extend", .word("poll", .poll(.open)), .word("length", .length),
      summary: "keep a poll open for so long from now; then it closes by itself",
      example: "poll extend v1 1m"
    ) {
      .poll(.extend($0, seconds: $1))
    } write: {
      if case .poll(.extend(let poll, let seconds)) = $0 { (poll, seconds) } else { nil }
    },
    Command(
      "poll enter", .word("poll", .poll(.open)), .word("counts", .counts),
      summary: "enter hands counted, or how strong a hum was: 0 none, 1 weak, 2 strong",
      example: "poll enter v1 A=12,B=3"
    ) {
      .poll(.enter($0, $1))
    } write: {
      if case .poll(.enter(let poll, let counts)) = $0 { (poll, counts) } else { nil }
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
      "poll expire", .word("poll", .poll(.open)),
      summary: "close a poll whose time is up, as every terminal does by itself",
      example: "poll expire v1"
    ) {
      .poll(.expire($0))
    } write: {
      if case .poll(.expire(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll reopen", .word("poll", .poll(.closed)),
      summary: "let a closed poll take ballots again", example: "poll reopen v1"
    ) {
      .poll(.reopen($0))
    } write: {
      if case .poll(.reopen(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "poll reflect", .word("poll", .poll(.closed)),
      summary: "ask the speakers what they make of a poll",
      example: "poll reflect v1"
    ) {
      .poll(.reflect($0))
    } write: {
      if case .poll(.reflect(let poll)) = $0 { poll } else { nil }
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
      "poll cast", .word("poll", .poll(.open)), .ballot, .voter,
      summary: "put a ballot in: letters, or 'blank' for one who prefers not to say",
      example: "poll cast v1 A,C --voter p3"
    ) {
      switch $2 {
      case .person(let person): .poll(.cast($0, $1, voter: person))
      case .code(let code): .poll(.castByCode($0, $1, code))
      case nil: .poll(.cast($0, $1, voter: nil))
      }
    } write: {
      switch $0 {
      case .poll(.cast(let poll, let ballot, let voter)):
        (poll, ballot, voter.map(Voter.person))
      case .poll(.castByCode(let poll, let ballot, let code)): (poll, ballot, .code(code))
      default: nil
      }
    },
    Command(
      "poll adopt", .word("text", .text), .offer, .options("paper", .paper, empty: "no-papers"),
      summary: "take in a poll that was taken elsewhere, with so many of each ballot",
      example: "poll adopt \"Where first?\" --choice Law --choice Courts --paper \"12 A\""
    ) {
      .poll(.adopt(text: $0, method: $1.method, choices: $1.choices, papers: $2 ?? []))
    } write: {
      guard case .poll(.adopt(let text, let method, let choices, let papers)) = $0 else {
        return nil
      }
      return (text, Offer(method: method, choices: choices), papers.isEmpty ? nil : papers)
    },
    Command(
      "poll base", .word("poll", .poll(nil)), .word("base", .word()),
      summary: "say what shares are of: 100 % is all ballots cast, valid, ...",
      example: "poll base v1 present"
    ) {
      .poll(.measure($0, $1))
    } write: {
      if case .poll(.measure(let poll, let base)) = $0 { (poll, base) } else { nil }
    },
    Command(
      "poll cloud", .word("poll", .poll(nil)),
      summary: "show the words of a poll as a cloud", example: "poll cloud v1"
    ) {
      .poll(.draw($0, asCloud: true))
    } write: {
      if case .poll(.draw(let poll, asCloud: true)) = $0 { poll } else { nil }
    },
    Command(
      "poll bars", .word("poll", .poll(nil)),
      summary: "show the words of a poll as bars, the most frequent first",
      example: "poll bars v1"
    ) {
      .poll(.draw($0, asCloud: false))
    } write: {
      if case .poll(.draw(let poll, asCloud: false)) = $0 { poll } else { nil }
    },
    Command(
      "poll submit", .word("poll", .poll(nil)), .word("text", .text),
      summary: "put a statement to a poll of statements",
      example: "poll submit v1 \"Publish one focal point for each state\""
    ) {
      .poll(.submit($0, text: $1))
    } write: {
      if case .poll(.submit(let poll, let text)) = $0 { (poll, text) } else { nil }
    },
    Command(
      "poll strike", .word("poll", .poll(nil)), .word("statement", .statement),
      summary: "take a statement out, with all that was said to it",
      example: "poll strike v1 12"
    ) {
      .poll(.strike($0, statement: $1))
    } write: {
      if case .poll(.strike(let poll, let statement)) = $0 { (poll, statement) } else { nil }
    },
    Command(
      "poll mark", .word("poll", .poll(.open)), .word("statement", .statement),
      .word("opinion", .opinion), .voter,
      summary: "agree or disagree with a statement, or pass; the last word counts",
      example: "poll mark v1 12 agree --voter p3"
    ) {
      .poll(.mark($0, statement: $1, $2, voter: $3))
    } write: {
      if case .poll(.mark(let poll, let statement, let opinion, let voter)) = $0 {
        (poll, statement, opinion, voter)
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
    let scale = Part<ScaleLabels?>.option("scale", .word())
    let settings = Part<MethodSettings>.methodSettings
    return Part(
      parameters: choice.parameters.dropLast() + named.parameters + scale.parameters
        + settings.parameters
    ) { arguments throws(CommandError) in
      var choices = try choice.read(&arguments) ?? []
      var said = try settings.read(&arguments)
      if let labels = try scale.read(&arguments) {
        guard choices.isEmpty else { throw arguments.conflict("choice", "scale") }
        guard said.first == nil else { throw arguments.conflict("first", "scale") }
        choices = labels.labels
        said.first = labels.first
      }
      let name = try named.read(&arguments) ?? .meant(by: said, choices: choices)
      let method = PollMethod(name, said, choices: choices.count)
      if let stray = said.names.first(where: { !name.settings.contains($0) }) {
        throw arguments.unsettable(stray, of: name.rawValue, known: name.settings)
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

extension Part<PollTerms> {
  /// Who may vote, and `--base BASE`.
  static var terms: Self {
    let entitled = Part<Entitlement?>.entitlement
    let base = Part<ShareBase?>.option("base", .word())
    return Part(parameters: entitled.parameters + base.parameters) {
      arguments throws(CommandError) in
      PollTerms(entitled: try entitled.read(&arguments), base: try base.read(&arguments))
    } write: {
      entitled.write($0.entitled) + base.write($0.base)
    }
  }
}

extension PollMethod.Name {
  /// What is meant where nobody names a method.
  fileprivate static func meant(by said: MethodSettings, choices: [String]) -> Self {
    let names = Set(said.names)
    let telling: [(String, Self)] = [
      ("first", .scale), ("points", .points), ("most", .points), ("answer", .quiz),
      ("unit", .estimate), ("left", .twoAxes), ("right", .twoAxes), ("bottom", .twoAxes),
      ("top", .twoAxes), ("seats", .ranking), ("best", .scores), ("min", .severalChoices),
      ("max", .severalChoices),
    ]
    if let (_, name) = telling.first(where: { names.contains($0.0) }) { return name }
    return choices.isEmpty ? .yesNoAbstain : .oneChoice
  }
}

extension Part<MethodSettings> {
  /// What can be set of methods, an option each.
  fileprivate static var methodSettings: Self {
    .record(
      MethodSettings(),
      Field(\.min, .option("min", .number)), Field(\.max, .option("max", .number)),
      Field(\.first, .option("first", .number)), Field(\.points, .option("points", .number)),
      Field(\.most, .option("most", .number)), Field(\.left, .option("left", .text)),
      Field(\.right, .option("right", .text)), Field(\.bottom, .option("bottom", .text)),
      Field(\.top, .option("top", .text)), Field(\.answer, .option("answer", .letters)),
      Field(\.unit, .option("unit", .text)), Field(\.seats, .option("seats", .number)),
      Field(\.best, .option("best", .number)))
  }
}

extension Spelling<Poll.Secrecy> {
  static var secrecy: Self { .word() }
}

extension Spelling<BallotBox.Counted> {
  /// How many, and what they say: `12 A>B`; behind it `#4.5` and words with bars between.
  static var paper: Self {
    Spelling(kind: .paper) { word, session throws(CommandError.Reason) in
      var parts = word.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count >= 2, let count = Int(parts.removeFirst()), count > 0,
        var ballot = try Spelling<Ballot>.ballot.read(parts.removeFirst(), session)
      else { return nil }
      guard let rest = parts.first else { return BallotBox.Counted(ballot: ballot, count: count) }
      if rest.hasPrefix("#") {
        guard let number = Amount(rest.dropFirst()) else { return nil }
        ballot.number = number
      } else {
        ballot.words = rest.split(separator: "|").map(String.init)
      }
      return BallotBox.Counted(ballot: ballot, count: count)
    } write: {
      let marks = $0.ballot.marks.isEmpty ? "blank" : $0.ballot.marksText
      let rest = $0.ballot.number.map { " #\($0)" } ?? ""
      let words = $0.ballot.words.map { " " + $0.joined(separator: "|") } ?? ""
      return "\($0.count) \(marks)\(rest)\(words)".quoted
    }
  }
}

extension Spelling<Opinion> {
  /// `agree`, `disagree` or `pass`.
  static var opinion: Self {
    let words = Opinion.allCases.map { Parameter.Word(text: $0.title, detail: nil) }
    return Spelling(kind: .oneOf(words)) { word, _ in
      let said = word.lowercased()
      return Opinion.allCases.first { $0.title == said }
    } write: {
      $0.title
    }
  }
}

extension Spelling<Choice.ID> {
  /// The number of a statement.
  static var statement: Self {
    Spelling(kind: .number) { word, _ in
      Int(word).flatMap { $0 > 0 ? String($0) : nil }
    } write: {
      $0
    }
  }
}

extension Spelling<PollTemplate> {
  static var template: Self { .word { [$0.title] } }
}

extension Spelling<[Choice.ID]> {
  /// Letters with commas between: `A,C`.
  static var letters: Self {
    Spelling(kind: .letters) { word, _ in
      let letters = word.uppercased().split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      return letters.allSatisfy(Choice.letters.contains) ? letters : nil
    } write: {
      $0.joined(separator: ",")
    }
  }
}

extension Spelling<[Choice.ID: Int]> {
  /// `A=12,B=3`, or `none`.
  static var counts: Self {
    Spelling(kind: .counts) { word, session throws(CommandError.Reason) in
      if word.lowercased() == "none" { return [:] }
      guard !word.contains(">"), let ballot = try Spelling<Ballot>.ballot.read(word, session),
        ballot.across == nil
      else { return nil }
      return ballot.marks.isEmpty ? nil : ballot.marks
    } write: {
      $0.isEmpty ? "none" : Ballot(marks: $0).marksText
    }
  }
}
