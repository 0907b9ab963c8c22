/// Who may put a ballot into a poll.
///
/// A poll without one is for whoever is here.
public enum Entitlement: Hashable, Sendable, Codable {
  /// Everybody on the roll who is marked present.
  case present
  /// Everybody on the roll of one stakeholder group.
  case group(of: StakeholderGroup)
  /// Some people on the roll.
  case people(ids: [PersonID])
  /// Whoever drew a slip; only slips of one group where one is named.
  case codes(of: StakeholderGroup?)

  /// As a voter reads it: `whoever holds a slip`.
  public var title: String {
    switch self {
    case .present: "everybody present"
    case .group(let group): group.title
    case .people(let ids): ids.count == 1 ? "one person" : "\(ids.count) people"
    case .codes(nil): "whoever holds a slip"
    case .codes(.some(let group)): "whoever holds a slip of \(group.title)"
    }
  }
}

/// How a voter says who it is.
public enum Identification: Sendable, CaseIterable {
  /// Nobody is asked.
  case nothing
  case name
  /// The code on a slip.
  case code
}

extension Poll {
  /// How a terminal asks who votes.
  public var asks: Identification {
    if secrecy == .coded { return .code }
    switch entitled {
    case nil: return secrecy == .public ? .name : .nothing
    case .present, .group, .people: return .name
    case .codes: return .code
    }
  }
}

extension Session {
  /// Whether somebody on the roll may vote in a poll that asks for names.
  public func isEntitled(_ person: Person, to poll: Poll) -> Bool {
    switch poll.entitled {
    case nil: true
    case .present: person.isPresent
    case .group(let group): person.group == group
    case .people(let ids): ids.contains(person.id)
    case .codes: false
    }
  }

  /// How many may vote in a poll, or could when it closed; `nil` where it asks nobody who it is.
  public func entitledCount(in poll: Poll) -> Int? {
    if poll.state == .closed, let known = poll.entitledAtClose { return known }
    return switch poll.asks {
    case .nothing: nil
    case .name: people.roll.count { isEntitled($0, to: poll) }
    case .code: access.codes(of: poll.codeGroup).count
    }
  }

  /// Refuses a poll that cannot ask whom it is for.
  func check(_ entitled: Entitlement?, of poll: Poll) throws(Refusal) {
    switch (entitled, poll.secrecy) {
    case (.codes, .public): throw .namesNotCodes(poll.id)
    case (.present, .coded), (.group, .coded), (.people, .coded):
      throw .codesNotNames(poll.id)
    case (.people(let ids), _):
      for id in ids { _ = try person(id) }
      guard !ids.isEmpty else { throw .nobodyEntitled(poll.id) }
    default: break
    }
  }
}

extension Poll {
  /// Whose slips it takes; `nil` where it takes all.
  var codeGroup: StakeholderGroup? {
    if case .codes(let group) = entitled { group } else { nil }
  }
}
