/// Everybody on the roll, and how many are there beside them.
public struct People: Equatable, Sendable, Codable {
  public var roll = Register<Person>()
  /// Heads counted by the moderator; `nil` until somebody counted.
  public var headcount: Headcount?
  /// Names and affiliations that people on the roll no longer have: a rule may hide them too.
  public var formerly: [String]?

  public init() {}

  public subscript(id: PersonID) -> Person? { roll[id] }

  /// Those who hold a role, in the order of the roll.
  public func holders(of role: Role) -> [Person] {
    roll.filter { $0.roles.contains(role) }
  }

  /// How many are here: as counted, else as marked present on the roll.
  public func present(on channel: Channel) -> Int {
    if let headcount { return channel == .room ? headcount.room : headcount.online }
    return roll.count { $0.isPresent && ($0.channel ?? .room) == channel }
  }

  /// How many are here, in the room and online.
  public var presentCount: Int { present(on: .room) + present(on: .online) }
}

/// Heads counted, each person once.
public struct Headcount: Hashable, Sendable, Codable {
  public var room: Int
  public var online: Int
  /// Women among those in the room; `nil` where nobody counted them.
  public var womenInRoom: Int?
  /// Women among those online; `nil` where nobody counted them.
  public var womenOnline: Int?

  public init(room: Int, online: Int, womenInRoom: Int? = nil, womenOnline: Int? = nil) {
    self.room = room
    self.online = online
    self.womenInRoom = womenInRoom
    self.womenOnline = womenOnline
  }
}
