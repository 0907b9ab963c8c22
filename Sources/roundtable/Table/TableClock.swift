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
