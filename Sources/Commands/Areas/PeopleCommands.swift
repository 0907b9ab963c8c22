import SessionModel

extension Grammar {
  static let person: [Command] = [
    Command(
      "person add", .word("name", .text), .morePersonDetails,
      summary: "add somebody to the roll",
      example:
        "person add \"Inamullah Khan\" --group civil_society --region asia_pacific --role speaker"
    ) {
      .people(.add(name: $0, details: $1))
    } write: {
      guard case .people(.add(let name, let details)) = $0 else { return nil }
      // What the details say again is what the person is called.
      return (details.name ?? name, details)
    },
    Command(
      "person change", .word("who", .person), .personDetails,
      summary: "change what is known of somebody",
      example: "person change p2 --status tbc --clear gender"
    ) {
      .people(.change($0, $1))
    } write: {
      if case .people(.change(let who, let details)) = $0 { (who, details) } else { nil }
    },
    Command(
      "person role", .word("who", .person), .word("role", .role),
      summary: "give somebody a role", example: "person role p2 speaker"
    ) {
      .people(.giveRole($0, $1))
    } write: {
      if case .people(.giveRole(let who, let role)) = $0 { (who, role) } else { nil }
    },
    Command(
      "person unrole", .word("who", .person), .word("role", .role),
      summary: "take a role away", example: "person unrole p2 speaker"
    ) {
      .people(.takeRole($0, $1))
    } write: {
      if case .people(.takeRole(let who, let role)) = $0 { (who, role) } else { nil }
    },
    Command(
      "person arrive", .word("who", .person), .switches("channel", .channel),
      summary: "mark somebody present", example: "person arrive p2 --online"
    ) {
      .people(.arrive($0, $1))
    } write: {
      if case .people(.arrive(let who, let channel)) = $0 { (who, channel) } else { nil }
    },
    Command(
      "person leave", .word("who", .person),
      summary: "mark somebody as gone", example: "person leave p2"
    ) {
      .people(.leave($0))
    } write: {
      if case .people(.leave(let who)) = $0 { who } else { nil }
    },
    Command(
      "person remove", .word("who", .person),
      summary: "strike somebody from the roll whom nothing speaks of",
      example: "person remove p2"
    ) {
      .people(.remove($0))
    } write: {
      if case .people(.remove(let who)) = $0 { who } else { nil }
    },
    Command(
      "people count", .word("room", .number), .option("online", .number, else: 0),
      .option("women-room", .number), .option("women-online", .number),
      summary: "note how many are in the room and online, and how many of them are women",
      example: "people count 41 --online 18"
    ) {
      .people(.count(Headcount(room: $0, online: $1, womenInRoom: $2, womenOnline: $3)))
    } write: {
      guard case .people(.count(let heads)) = $0 else { return nil }
      return (heads.room, heads.online, heads.womenInRoom, heads.womenOnline)
    },
    Command(
      "people online", .word("count", .number),
      summary: "note how many are online; those in the room stay as counted",
      example: "people online 18"
    ) {
      .people(.countOnline($0))
    } write: {
      if case .people(.countOnline(let count)) = $0 { count } else { nil }
    },
  ]
}

extension Part<PersonDetails> {
  /// What is said about a person beside the name.
  static var morePersonDetails: Self {
    .record(
      PersonDetails(),
      Field(\.affiliation, .option("affiliation", .text)),
      Field(\.position, .option("position", .text)),
      Field(\.group, .option("group", .group)),
      Field(\.region, .option("region", .region)),
      Field(\.gender, .option("gender", .text)),
      Field(\.roles, .options("role", .role, empty: "no-roles")),
      Field(\.status, .option("status", .status)),
      Field(\.channel, .switches("channel", .channel)),
      Field(\.clear, .options("clear", .personField, empty: "clear-nothing")))
  }

  static var personDetails: Self {
    let more = Self.morePersonDetails
    let name = Part<String?>.option("name", .text)
    return Part(parameters: name.parameters + more.parameters) { arguments throws(CommandError) in
      let said = try name.read(&arguments)
      var details = try more.read(&arguments)
      details.name = said
      return details
    } write: {
      name.write($0.name) + more.write($0)
    }
  }
}

extension Spelling<StakeholderGroup> {
  static var group: Self { .word { [$0.title, $0.short] } }
}

extension Spelling<Region> {
  static var region: Self { .word { [$0.title, $0.short] + $0.abbreviations } }
}

extension Region {
  /// How the field writes it in short.
  fileprivate var abbreviations: [String] {
    switch self {
    case .african: ["AFR", "AG", "Africa"]
    case .asiaPacific: ["APAC", "APG", "AP", "Asia-Pacific"]
    case .easternEuropean: ["EEG", "EE"]
    case .grulac: ["LAC", "GRULAC"]
    case .weog: ["WEOG"]
    case .intergovernmental: ["IGO"]
    }
  }
}

extension Spelling<Role> {
  static var role: Self { .word { [$0.title] } }
}

extension Spelling<Person.Status> {
  static var status: Self { .word() }
}

extension Spelling<PersonField> {
  static var personField: Self { .word() }
}
