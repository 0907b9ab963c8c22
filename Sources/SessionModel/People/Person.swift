/// One person, or one organisation that holds a role; one record however many roles.
public struct Person: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "p"

  public let id: PersonID
  /// As the person writes it, in any script; never split, never guessed at.
  public var name: String
  public var affiliation: String?
  /// What they are there: `Director, Thematic Division`.
  public var position: String?
  public var group: StakeholderGroup?
  public var region: Region?
  /// Only ever self-declared, in the person's own word.
  public var gender: String?
  /// In the order they were given.
  public var roles: [Role]
  public var status: Status
  /// Where they take part; `nil` until it is known.
  public var channel: Channel?
  public var isPresent: Bool

  public init(id: PersonID, name: String) {
    self.id = id
    self.name = name
    roles = []
    status = .confirmed
    isPresent = false
  }

  public enum Status: String, Sendable, Codable, CaseIterable, Hashable {
    case confirmed
    /// To be confirmed.
    case tbc
    /// To be decided.
    case tbd
    case cancelled
  }
}

/// What somebody is asked to do in a session.
public enum Role: String, Sendable, Codable, CaseIterable, Hashable {
  case organizer, speaker
  case additionalSpeaker = "additional_speaker"
  case moderator
  case onlineModerator = "online_moderator"
  case rapporteur, chair, discussant, facilitator, participant

  public var title: String { rawValue.spelledOut }
}

/// Where somebody takes part from.
public enum Channel: String, Sendable, Codable, CaseIterable, Hashable {
  case room, online
}

/// The five stakeholder groups of the Internet Governance Forum.
public enum StakeholderGroup: String, Sendable, Codable, CaseIterable, Hashable,
  CodingKeyRepresentable
{
  case civilSociety = "civil_society"
  case government
  case intergovernmental = "intergovernmental_organization"
  case privateSector = "private_sector"
  case technicalCommunity = "technical_community"

  public var title: String {
    switch self {
    case .civilSociety: "Civil Society"
    case .government: "Government"
    case .intergovernmental: "Intergovernmental Organization"
    case .privateSector: "Private Sector"
    case .technicalCommunity: "Technical Community"
    }
  }

  /// For narrow screens.
  public var short: String {
    switch self {
    case .civilSociety: "CSO"
    case .government: "Gov"
    case .intergovernmental: "IGO"
    case .privateSector: "Private"
    case .technicalCommunity: "Tech"
    }
  }
}

/// The regional groups that the Internet Governance Forum balances by.
public enum Region: String, Sendable, Codable, CaseIterable, Hashable {
  case african
  case asiaPacific = "asia_pacific"
  case easternEuropean = "eastern_european"
  case grulac, weog
  case intergovernmental

  public var title: String {
    switch self {
    case .african: "African Group"
    case .asiaPacific: "Asia-Pacific Group"
    case .easternEuropean: "Eastern European Group"
    case .grulac: "Latin American and Caribbean Group"
    case .weog: "Western European and Others Group"
    case .intergovernmental: "Intergovernmental Organization"
    }
  }

  /// For narrow screens.
  public var short: String {
    switch self {
    case .african: "African"
    case .asiaPacific: "Asia-Pac"
    case .easternEuropean: "East Eur"
    case .grulac: "GRULAC"
    case .weog: "WEOG"
    case .intergovernmental: "IGO"
    }
  }
}
