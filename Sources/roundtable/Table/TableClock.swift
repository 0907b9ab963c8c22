import SessionModel
import SessionStore

/// The only clock of the program: the machine's, or one that runs faster or from another time.
struct TableClock {
  private let machine = MachineClock()
  /// Session seconds in one real second.
  var speed = 1.0
  private let realStart: Moment
  private let start: Moment

  /// The machine's own time.
  init() {
    let now = machine.now()
    realStart = now
    start = now
  }

  /// The time of a session: the machine's, unless another is kept beside its journal.
  init(of session: SessionFolder) {
    let shared = session.sharedClock
    let now = machine.now()
    realStart = shared?.real ?? now
    start = shared?.start ?? now
    speed = shared?.speed ?? 1
  }

  /// What others take this time from; `nil` where it is the machine's.
  var shared: SharedClock? {
    speed == 1 && start == realStart
      ? nil : SharedClock(real: realStart, start: start, speed: speed)
  }

  /// Time from another start, at another speed.
  init(from start: Timestamp?, speed: Double) {
    let now = machine.now()
    realStart = now
    self.start = start.map { Moment(at: $0, monotonic: 0, boot: "virtual") } ?? now
    self.speed = speed
  }

  func now() -> Moment {
    let real = machine.now()
    guard speed != 1 || start != realStart else { return real }
    let passed = Int64(Double(real.milliseconds(since: realStart)) * speed)
    return Moment(
      at: Timestamp(milliseconds: start.at.milliseconds + passed),
      monotonic: start.monotonic.map { $0 + passed }, boot: start.boot)
  }
}
