/// How what is left of a session is made to fit the time that is left.
public struct Replan: Equatable, Sendable {
  public var way: Way
  /// What is still to come, in the order it is run, the running segment first.
  public var steps: [Step]
  /// When the session ends then.
  public var end: Timestamp

  /// One way to do it.
  public enum Way: String, Sendable, Codable, CaseIterable, Hashable {
    /// Everything in proportion, never below its minimum.
    case shrink
    /// Leave out what comes last, but for the closing, until the rest fits.
    case drop
    /// Hold over the longest segment to another time.
    case move
    /// End later.
    case extend

    public var title: String {
      switch self {
      case .shrink: "shrink in proportion"
      case .drop: "drop what comes last"
      case .move: "move the longest to another time"
      case .extend: "end later"
      }
    }
  }

  /// What becomes of one segment.
  public struct Step: Equatable, Sendable {
    public var segment: SegmentID
    /// Seconds that it still has now.
    public var left: Int
    /// Seconds that it has then; `nil` where it is left out.
    public var seconds: Int?
  }

  /// Seconds that all has then, together.
  public var seconds: Int { steps.reduce(0) { $0 + ($1.seconds ?? 0) } }
}

extension Session {
  /// What a way to re-plan comes to now.
  ///
  /// The steps add up to the time that is left, and none stands below its minimum. A segment with a
  /// fixed end ends then. Throws `sessionNotOpen`, `sessionClosed`, or `doesNotFit` where the
  /// minimums alone take longer.
  public func replanned(_ way: Replan.Way, at now: Moment) throws(Refusal) -> Replan {
    try requireLive()
    guard let forecast = forecast(at: now), let opened = agenda.opened else {
      throw .sessionNotOpen
    }
    var parts = agenda.ordered.compactMap { Part($0, at: now) }
    guard !parts.isEmpty else { throw .noSegmentLeft }
    let clock = opened.at.advanced(by: now.seconds(since: opened))
    if way == .extend {
      let steps = parts.map { Replan.Step(segment: $0.id, left: $0.left, seconds: $0.left) }
      let length = parts.reduce(0) { $0 + $1.left }
      return Replan(way: way, steps: steps, end: clock.advanced(by: length))
    }
    let time = max(0, forecast.leftSeconds)
    switch way {
    case .shrink, .extend: break
    case .drop:
      while parts.needed > time || parts.isOver(time),
        let last = parts.lastIndex(where: { $0.canGo && !$0.isOut })
      {
        parts[last].isOut = true
      }
    case .move:
      let longest = parts.indices.filter { parts[$0].canGo }.max {
        parts[$0].left != parts[$1].left ? parts[$0].left < parts[$1].left : $0 > $1
      }
      guard let longest else { throw .nothingToLeaveOut }
      parts[longest].isOut = true
    }
    try parts.fit(time, from: clock)
    let steps = parts.map { part in
      Replan.Step(segment: part.id, left: part.left, seconds: part.isOut ? nil : part.seconds)
    }
    return Replan(way: way, steps: steps, end: clock.advanced(by: time))
  }
}

/// What is still to come of one segment.
private struct Part {
  let id: SegmentID
  /// Seconds that it still has as planned.
  let left: Int
  /// Seconds below which it must not come.
  let least: Int
  let fixedEnd: Timestamp?
  let canGo: Bool
  var isOut = false
  var seconds = 0

  init?(_ segment: Segment, at now: Moment) {
    let elapsed = segment.elapsedSeconds(at: now)
    let minimum = segment.minimumSeconds ?? 0
    switch segment.state {
    case .running:
      left = max(0, segment.allottedSeconds - elapsed)
      least = max(0, minimum - elapsed)
      canGo = false
    case .pending:
      left = segment.allottedSeconds
      least = minimum
      canGo = segment.kind != .closing && segment.kind != .assent && segment.endsAt == nil
    case .finished, .skipped: return nil
    }
    id = segment.id
    fixedEnd = segment.endsAt
  }
}

extension [Part] {
  /// Seconds that all that stays needs at the least.
  fileprivate var needed: Int { reduce(0) { $0 + ($1.isOut ? 0 : $1.least) } }

  /// Whether what stays takes longer than that as planned.
  fileprivate func isOver(_ time: Int) -> Bool {
    reduce(0) { $0 + ($1.isOut ? 0 : $1.left) } > time
  }

  /// Gives every part that stays its seconds; those up to a fixed end fill the time until then.
  fileprivate mutating func fit(_ time: Int, from start: Timestamp) throws(Refusal) {
    var first = 0
    var used = 0
    for index in indices {
      guard let end = self[index].fixedEnd, !self[index].isOut else { continue }
      let length = end.seconds(since: start) - used
      guard length >= 0, used + length <= time else { continue }
      try fit(length, in: first...index)
      used += length
      first = index + 1
    }
    guard first < count else {
      // Nothing follows the last fixed end: what is left over goes to nobody.
      guard used == time else { throw .doesNotFit(time - used) }
      return
    }
    try fit(time - used, in: first...(count - 1))
  }

  /// Shares seconds out in proportion; whoever would fall below the minimum gets that.
  private mutating func fit(_ time: Int, in range: ClosedRange<Int>) throws(Refusal) {
    let stays = range.filter { !self[$0].isOut }
    let least = stays.reduce(0) { $0 + self[$1].least }
    guard least <= time, !stays.isEmpty else { throw .doesNotFit(time - least) }
    var free = stays
    var rest = time
    while true {
      let weight = free.reduce(0) { $0 + self[$1].left }
      let short = free.filter { weight == 0 || self[$0].left * rest < self[$0].least * weight }
      guard !short.isEmpty, weight > 0 else { break }
      for index in short {
        self[index].seconds = self[index].least
        rest -= self[index].least
      }
      free.removeAll(where: short.contains)
      if free.isEmpty { break }
    }
    share(rest, among: free.isEmpty ? Swift.Array(stays.suffix(1)) : free, isMore: free.isEmpty)
  }

  /// Whole seconds in proportion to what was planned; what is left over goes to the first ones.
  private mutating func share(_ time: Int, among indices: [Int], isMore: Bool) {
    guard !isMore else { return self[indices[0]].seconds += time }
    let weight = indices.reduce(0) { $0 + self[$1].left }
    for index in indices {
      self[index].seconds =
        weight > 0 ? self[index].left * time / weight : time / indices.count
    }
    var over = time - indices.reduce(0) { $0 + self[$1].seconds }
    for index in indices where over > 0 {
      self[index].seconds += 1
      over -= 1
    }
  }
}
