import SessionModel

extension Grammar {
  static let ballot: [Command] = [
    Command(
      "poll entitle", .word("poll", .poll(.draft)), .entitlement,
      summary: "say who may vote; with nothing behind it whoever is here",
      example: "poll entitle v1 --group government"
    ) {
      .poll(.entitle($0, $1))
    } write: {
      if case .poll(.entitle(let poll, let entitled)) = $0 { (poll, entitled) } else { nil }
    },
    Command(
      "poll together", .word("poll", .poll(.draft)), .word(optional: "people", .number),
      summary: "never count fewer people apart than that; 3 where it is not said",
      example: "poll together v1 5"
    ) {
      .poll(.together($0, least: $1))
    } write: {
      if case .poll(.together(let poll, let least)) = $0 { (poll, least) } else { nil }
    },
    Command(
      "poll seal", .word("poll", .poll(.draft)), .word("key", .seal),
      summary: "open a sealed poll with a key; 'poll open' makes one and asks for a passphrase",
      example: "poll seal v1 a2V5.d3JhcHBlZA=="
    ) {
      .poll(.openSealed($0, $1))
    } write: {
      if case .poll(.openSealed(let poll, let seal)) = $0 { (poll, seal) } else { nil }
    },
    Command(
      "poll lose", .word("poll", .poll(.open)),
      summary: "close a sealed poll whose passphrase is lost, without the ballots not counted yet",
      example: "poll lose v1"
    ) {
      .poll(.closeUncounted($0))
    } write: {
      if case .poll(.closeUncounted(let poll)) = $0 { poll } else { nil }
    },
    Command(
      "ballot issue", .words("codes", .voteCode), .option("group", .group),
      summary: "let codes vote; 'roundtable codes' makes and prints them",
      example: "ballot issue K7QM-3XPR 9HTA-44WZ"
    ) {
      .access(.issue($0, group: $1))
    } write: {
      if case .access(.issue(let codes, let group)) = $0 { (codes, group) } else { nil }
    },
    Command(
      "ballot revoke", .access(.revoke),
      summary: "take all codes back"),
    Command(
      "ballot lock", .word(optional: "lock", .code),
      summary: "let the ballot terminals be left with a PIN alone, which is asked for",
      example: "ballot lock"
    ) {
      .access(.lock($0))
    } write: {
      if case .access(.lock(let lock)) = $0 { lock } else { nil }
    },
    Command(
      "ballot unlock", .access(.unlock),
      summary: "let the ballot terminals be left without a PIN"),
  ]
}

extension Spelling<VoteCode> {
  static var voteCode: Self {
    Spelling(kind: .voteCode) { word, _ in
      VoteCode(word)
    } write: {
      $0.description
    }
  }
}

extension Spelling<PollSeal> {
  /// Both halves in Base64, with a point between them.
  static var seal: Self {
    Spelling(kind: .code) { word, _ in
      let halves = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard halves.count == 2, !halves.contains("") else { return nil }
      return PollSeal(key: halves[0], wrapped: halves[1])
    } write: {
      "\($0.key).\($0.wrapped)".quotedWhereNeeded
    }
  }
}

extension Part<Voter?> {
  /// Who votes: somebody on the roll, or whoever holds a slip.
  static var voter: Self {
    let person = Part<PersonID?>.option("voter", .person)
    let code = Part<VoteCode?>.option("code", .voteCode)
    return Part(parameters: person.parameters + code.parameters) {
      arguments throws(CommandError) in
      _ = try arguments.onlyOne(of: ["voter", "code"])
      if let person = try person.read(&arguments) { return .person(person) }
      return try code.read(&arguments).map(Voter.code)
    } write: {
      switch $0 {
      case .person(let id): person.write(id)
      case .code(let signs): code.write(signs)
      case nil: []
      }
    }
  }
}

extension Part<Entitlement?> {
  /// `--present`, `--codes`, `--group GROUP`, or `--person PERSON` for each.
  static var entitlement: Self {
    let wide = Part<Width?>.switches("width", .word())
    let group = Part<StakeholderGroup?>.option("group", .group)
    let people = Part<[PersonID]?>.options("person", .person, empty: "nobody")
    return Part(
      parameters: wide.parameters + group.parameters + people.parameters
    ) { arguments throws(CommandError) in
      _ = try arguments.onlyOne(of: ["present", "person", "group"])
      _ = try arguments.onlyOne(of: ["codes", "person"])
      let named = try group.read(&arguments)
      switch try wide.read(&arguments) {
      case .present: return .present
      case .codes: return .codes(of: named)
      case nil: break
      }
      if let ids = try people.read(&arguments) { return .people(ids: ids) }
      return named.map { .group(of: $0) }
    } write: {
      switch $0 {
      case nil: []
      case .present: wide.write(.present)
      case .group(let named): group.write(named)
      case .people(let ids): people.write(ids)
      case .codes(let named): wide.write(.codes) + group.write(named)
      }
    }
  }
}

private enum Width: String, CaseIterable, Sendable {
  case present, codes
}
