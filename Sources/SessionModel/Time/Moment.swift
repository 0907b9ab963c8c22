/// When something happened: the wall clock, and the machine's own clock beside it.
///
/// Between two moments of one boot the machine's clock counts, so that a wall clock put forward
/// or back changes no speaking time.
public struct Moment: Hashable, Sendable, Codable {
  public var at: Timestamp
  /// Milliseconds on the machine's monotonic clock; `nil` where it is not known.
  public var monotonic: Int64?
  /// Which start of which machine that clock belongs to.
  public var boot: String?

  public init(at: Timestamp, monotonic: Int64? = nil, boot: String? = nil) {
    self.at = at
    self.monotonic = monotonic
    self.boot = boot
  }

  enum CodingKeys: String, CodingKey {
    case at, boot
    case monotonic = "mono"
  }

  /// Milliseconds from the other moment to this one, never below 0.
  public func milliseconds(since other: Moment) -> Int64 {
    if let mine = monotonic, let theirs = other.monotonic, boot == other.boot {
      return max(0, mine - theirs)
    }
    return max(0, at.milliseconds - other.at.milliseconds)
  }

  /// Whole seconds from the other moment to this one, never below 0.
  public func seconds(since other: Moment) -> Int {
    Int(milliseconds(since: other) / 1000)
  }
}
