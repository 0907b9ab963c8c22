import SessionModel

/// A journal played back: the session as it was, moment by moment.
struct Playback {
  private let entries: [Entry]
  private(set) var session = Session()
  /// The moment that is shown.
  private(set) var now: Moment
  private(set) var isPaused = false
  var speed: Double
  private var next = 0

  /// Starts just before the session was opened, or at its first entry where it never was.
  init(_ entries: [Entry], speed: Double) throws {
    self.entries = entries
    self.speed = speed
    let opening = entries.firstIndex { $0.event == .agenda(.opened) } ?? 0
    now = entries.isEmpty ? Moment(at: Timestamp(milliseconds: 0)) : entries[opening].at
    while next < opening { try step() }
    if next < entries.count { try step() }
  }

  var isOver: Bool { next >= entries.count }
  var position: (entry: Int, of: Int) { (next, entries.count) }

  /// Lets that many real milliseconds pass.
  mutating func pass(_ milliseconds: Int64) throws {
    guard !isPaused, !isOver else { return }
    move(by: Int64(Double(milliseconds) * speed))
    while next < entries.count, entries[next].at.milliseconds(since: now) == 0 { try step() }
  }

  /// Real milliseconds until something else happens; `nil` when nothing will.
  var untilNext: Int64? {
    guard !isPaused, next < entries.count else { return nil }
    return Int64(Double(entries[next].at.milliseconds(since: now)) / speed)
  }

  mutating func togglePause() { isPaused.toggle() }

  /// Goes to the next entry at once.
  mutating func skip() throws {
    guard next < entries.count else { return }
    now = entries[next].at
    try step()
  }

  private mutating func move(by milliseconds: Int64) {
    now.at.milliseconds += milliseconds
    now.monotonic = now.monotonic.map { $0 + milliseconds }
  }

  private mutating func step() throws {
    try session.apply(entries[next])
    next += 1
  }
}
