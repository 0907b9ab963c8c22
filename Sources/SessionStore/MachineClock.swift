import Glibc
public import SessionModel

/// The machine's two clocks: the one on the wall, and the one that nobody can put forward or back.
public struct MachineClock: Sendable {
  /// Eight figures of this boot's id; `nil` where the system does not tell.
  public let boot: String?

  public init() {
    boot = Self.bootID()
  }

  public func now() -> Moment {
    let wall = Timestamp(milliseconds: Self.milliseconds(CLOCK_REALTIME))
    guard let boot else { return Moment(at: wall) }
    return Moment(at: wall, monotonic: Self.milliseconds(CLOCK_BOOTTIME), boot: boot)
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func bootID() -> String? {
    let path = "/proc/sys/kernel/random/boot_id"
    guard let file = try? OpenFile(path, O_RDONLY, calls: .system),
      let bytes = try? file.contents(from: 0, count: 8), bytes.count == 8
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
