import Glibc
public import SessionModel

/// The time of a session that does not run by the machine's clock, for all who sit at it.
///
/// A rehearsal at another speed keeps it beside its journal; whoever joins takes it from there.
public struct SharedClock: Equatable, Sendable, Codable {
  /// A moment of the machine, and what time it was in the session then.
  public var real: Moment
  public var start: Moment
  /// Session seconds in one real second.
  public var speed: Double

  public init(real: Moment, start: Moment, speed: Double) {
    self.real = real
    self.start = start
    self.speed = speed
  }
}

extension SessionFolder {
  private static let clockName = "clock.json"

  /// The clock that was kept here; `nil` where the session runs by the machine's.
  public var sharedClock: SharedClock? {
    guard let file = try? OpenFile(path.appending(path: Self.clockName), O_RDONLY, calls: .system),
      let bytes = try? file.contents()
    else { return nil }
    return JSONText.read(SharedClock.self, from: bytes)
  }

  /// Keeps a clock for all who join later.
  public func keep(_ clock: SharedClock) throws(StoreFailure) {
    try folder.replace(
      Self.clockName, with: JSONText.bytes(of: clock), durably: false, calls: .system)
  }
}
