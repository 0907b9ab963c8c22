/// Which codes may vote, and what keeps the shared terminals shut.
public struct Access: Equatable, Sendable, Codable {
  /// The slips with codes, in the order they were made.
  public var codes: [Issued] = []
  /// What only the right PIN fits, as the room Sealing made it; `nil` where none is set.
  public var lock: String?

  public init() {}

  /// A slip, and the group whose slips it lay among.
  public struct Issued: Equatable, Sendable {
    /// What others may see of its code.
    public var pseudonym: String
    /// The whole code; only where an older journal shows it to everybody.
    public var code: VoteCode?
    public var group: StakeholderGroup?

    public init(_ pseudonym: String, of group: StakeholderGroup? = nil) {
      self.pseudonym = pseudonym
      self.group = group
    }

    init(_ code: VoteCode, of group: StakeholderGroup?) {
      self.init(code.pseudonym, of: group)
      self.code = code
    }
  }

  public var isEmpty: Bool { self == Access() }

  /// What is known of whoever holds some slips, by their pseudonyms.
  func traits(of slips: some Collection<String>) -> [String: Traits] {
    let wanted = Set(slips)
    let known = codes.filter { wanted.contains($0.pseudonym) }.map {
      ($0.pseudonym, Traits(of: $0))
    }
    return Dictionary(known) { first, _ in first }
  }

  /// Those of a group; all of them where none is named.
  public func codes(of group: StakeholderGroup?) -> [Issued] {
    group == nil ? codes : codes.filter { $0.group == group }
  }
}

/// What can be asked about codes and the terminals' lock.
public enum AccessIntent: Equatable, Sendable {
  /// Lets codes vote that nobody has had before.
  case issue([VoteCode], group: StakeholderGroup?)
  /// Takes all codes back.
  case revoke
  /// Keeps the ballot terminals shut to whoever does not know the PIN; `nil` until it was typed.
  case lock(String?)
  case unlock
}

extension Access.Issued: Codable {
  enum CodingKeys: String, CodingKey {
    case slip, code, group
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = try container.decodeIfPresent(VoteCode.self, forKey: .code)
    pseudonym =
      try code?.pseudonym ?? container.decode(String.self, forKey: .slip)
    group = try container.decodeIfPresent(StakeholderGroup.self, forKey: .group)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if let code {
      try container.encode(code, forKey: .code)
    } else {
      try container.encode(pseudonym, forKey: .slip)
    }
    try container.encodeIfPresent(group, forKey: .group)
  }
}

extension Session {
  /// The slip that a code stands on; `nil` where none has it.
  func slip(with code: VoteCode) -> Access.Issued? {
    access.codes.first {
      $0.pseudonym == code.pseudonym && ($0.code == code || codes.contains(code))
    }
  }

  /// The whole codes of a group's slips, to be printed; of all slips where none is named.
  public func codes(of group: StakeholderGroup?) -> [VoteCode] {
    let known = Dictionary(codes.map { ($0.pseudonym, $0) }) { first, _ in first }
    return access.codes(of: group).compactMap { $0.code ?? known[$0.pseudonym] }
  }
}

/// What happened to them.
public enum AccessEvent: Equatable, Sendable, Codable {
  /// Whole codes: older journals show them.
  case issued(codes: [VoteCode], group: StakeholderGroup?)
  /// Slips by what others may see of their codes; the store keeps the codes apart.
  case slipsIssued(slips: [String], group: StakeholderGroup?)
  case revoked
  case locked(lock: String)
  case unlocked
}
