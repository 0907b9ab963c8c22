/// Which codes may vote, and what keeps the shared terminals shut.
public struct Access: Equatable, Sendable, Codable {
  /// The codes on slips, in the order they were made.
  public var codes: [Issued] = []
  /// What only the right PIN fits, as the room Sealing made it; `nil` where none is set.
  public var lock: String?

  public init() {}

  /// A code, and the group whose slips it lay among.
  public struct Issued: Equatable, Sendable, Codable {
    public var code: VoteCode
    public var group: StakeholderGroup?

    public init(_ code: VoteCode, of group: StakeholderGroup? = nil) {
      self.code = code
      self.group = group
    }
  }

  public var isEmpty: Bool { self == Access() }

  public subscript(code: VoteCode) -> Issued? { codes.first { $0.code == code } }

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

/// What happened to them.
public enum AccessEvent: Equatable, Sendable, Codable {
  case issued(codes: [VoteCode], group: StakeholderGroup?)
  case revoked
  case locked(lock: String)
  case unlocked
}
