/// One line of the journal: something happened, numbered and dated.
public struct Entry: Equatable, Sendable {
  /// 1 for the first; without gaps.
  public var n: Int
  public var at: Moment
  public var by: Seat
  public var event: Event

  public init(n: Int, at: Moment, by: Seat, event: Event) {
    self.n = n
    self.at = at
    self.by = by
    self.event = event
  }
}

extension Entry: Codable {
  enum CodingKeys: String, CodingKey {
    case n, at, by, event, mono, boot
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    n = try container.decode(Int.self, forKey: .n)
    at = Moment(
      at: try container.decode(Timestamp.self, forKey: .at),
      monotonic: try container.decodeIfPresent(Int64.self, forKey: .mono),
      boot: try container.decodeIfPresent(String.self, forKey: .boot))
    by = try container.decode(Seat.self, forKey: .by)
    event = try container.decode(Event.self, forKey: .event)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(n, forKey: .n)
    try container.encode(at.at, forKey: .at)
    try container.encodeIfPresent(at.monotonic, forKey: .mono)
    try container.encodeIfPresent(at.boot, forKey: .boot)
    try container.encode(by, forKey: .by)
    try container.encode(event, forKey: .event)
  }
}

/// What is wrong with an entry that cannot be applied; the reader names the line and stops.
public enum Damage: Error, Equatable, Sendable {
  /// It speaks of something that no earlier entry made.
  case unknown(String)
  /// Its number does not follow the one before.
  case outOfOrder(expected: Int, found: Int)
  /// It takes back an entry whose earlier state was not kept, as after a checkpoint.
  case historyMissing(entry: Int)

  /// What is wrong, to stand behind “Line 12 of the journal”.
  public var sentence: String {
    switch self {
    case .unknown(let name): "speaks of '\(name)', which no earlier line made"
    case .outOfOrder(let expected, let found): "has number \(found), where \(expected) follows"
    case .historyMissing(let entry): "takes back entry \(entry), which is not known"
    }
  }
}
