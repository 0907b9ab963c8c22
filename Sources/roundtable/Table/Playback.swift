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
  /// The session as it was every some hundred entries, to go back from.
  private var marks: [(next: Int, session: Session)] = []

  private static let entriesBetweenMarks = 500

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
  mutating func skip() throws { try go(toEntry: next + 1) }

  /// Goes to the entry before.
  mutating func stepBack() throws { try go(toEntry: next - 1) }

  // MARK: Going somewhere

  /// A place in a journal as somebody names it.
  enum Place: Equatable {
    /// Behind an entry, counted from 1.
    case entry(Int)
    /// Where a segment begins.
    case segment(SegmentID)
    /// A time on the session's clock, in seconds since midnight.
    case clock(Int)
    /// So many seconds after the session was opened.
    case since(Int)

    /// Reads `120`, `s3`, `16:42`, `16:42:30` or `+12m`.
    init?(_ text: String) {
      if let number = Int(text), number > 0 {
        self = .entry(number)
      } else if let id = SegmentID(text) {
        self = .segment(id)
      } else if text.hasPrefix("+"), let seconds = Self.length(text.dropFirst()) {
        self = .since(seconds)
      } else if let seconds = Self.clock(text) {
        self = .clock(seconds)
      } else {
        return nil
      }
    }

    private static func clock(_ text: String) -> Int? {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2 || parts.count == 3 else { return nil }
      let numbers = parts.compactMap(\.self)
      guard numbers.count == parts.count, numbers[0] >= 0, numbers[0] < 24,
        numbers.dropFirst().allSatisfy({ $0 >= 0 && $0 < 60 })
      else { return nil }
      return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    private static func length(_ text: Substring) -> Int? {
      let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
      guard let last = text.last, let unit = units[last], let number = Int(text.dropLast()),
        number >= 0
      else { return Int(text).map { $0 * 60 } }
      return number * unit
    }
  }

  /// Goes to a place; says why where there is none such.
  mutating func go(to place: Place) throws -> String? {
    switch place {
    case .entry(let number):
      guard number <= entries.count else { return "There are only \(entries.count) entries" }
      try go(toEntry: number)
    case .segment(let id):
      guard let number = try beginning(of: id) else { return "Segment '\(id)' never began" }
      try go(toEntry: number)
    case .clock(let seconds):
      guard let opened else { return "The session was never opened" }
      try go(toTime: time(at: seconds, after: opened.at))
    case .since(let seconds):
      guard let opened else { return "The session was never opened" }
      try go(toTime: opened.at.advanced(by: seconds))
    }
    return nil
  }

  /// Goes to where the next segment begins, or the one before; the session's close is one too.
  mutating func goToSegment(isNext: Bool) throws {
    let beginnings = entries.indices.filter { entries[$0].event.beginsSegment }.map { $0 + 1 }
    let target =
      isNext ? beginnings.first { $0 > next } : beginnings.last { $0 < next }
    if let target { try go(toEntry: target) }
  }

  private var opened: Moment? { entries.first { $0.event == .agenda(.opened) }?.at }

  /// The first time that the place's clock shows so, an hour or less before `start` at the soonest.
  private func time(at seconds: Int, after start: Timestamp) -> Timestamp {
    let offset = Int64(session.plan.slot?.offsetMinutes ?? 0) * 60_000
    let day: Int64 = 86_400_000
    let soonest = start.milliseconds - 3_600_000
    let local = soonest + offset
    let midnight = local - ((local % day) + day) % day
    var time = midnight + Int64(seconds) * 1000 - offset
    if time < soonest { time += day }
    return Timestamp(milliseconds: time)
  }

  private func beginning(of id: SegmentID) throws -> Int? {
    var session = Session()
    for (index, entry) in entries.enumerated() {
      try session.apply(entry)
      if entry.event.beginsSegment, session.agenda.current == id { return index + 1 }
    }
    return nil
  }

  private mutating func go(toTime time: Timestamp) throws {
    let number = entries.lastIndex { $0.at.at <= time }.map { $0 + 1 } ?? 1
    try go(toEntry: number)
    // Behind its last entry a session stands still.
    guard number < entries.count, time > now.at else { return }
    move(by: time.milliseconds - now.at.milliseconds)
  }

  private mutating func go(toEntry number: Int) throws {
    guard !entries.isEmpty else { return }
    let target = min(max(1, number), entries.count)
    if target < next {
      let mark = marks.last { $0.next <= target }
      (session, next) = (mark?.session ?? Session(), mark?.next ?? 0)
    }
    while next < target { try step() }
    now = entries[next - 1].at
  }

  private mutating func move(by milliseconds: Int64) {
    now.at.milliseconds += milliseconds
    now.monotonic = now.monotonic.map { $0 + milliseconds }
  }

  private mutating func step() throws {
    try session.apply(entries[next])
    next += 1
    if next % Self.entriesBetweenMarks == 0, (marks.last?.next ?? 0) < next {
      marks.append((next, session))
    }
  }
}

extension Event {
  /// Whether a segment begins with it, or the session ends.
  fileprivate var beginsSegment: Bool {
    switch self {
    case .agenda(.opened), .agenda(.started), .agenda(.closed): true
    default: false
    }
  }
}
