/// When a session ends as planned, and as things go.
public struct Forecast: Equatable, Sendable {
  /// When it must end.
  public var plannedEnd: Timestamp
  /// When it will end if every segment to come takes its time.
  public var expectedEnd: Timestamp
  /// Until the planned end; negative when that has passed.
  public var leftSeconds: Int
  /// When it will end if what is to come takes as much longer or less as what was held did.
  public var pacedEnd: Timestamp
  /// Positive when late, negative when early.
  public var lateSeconds: Int { expectedEnd.seconds(since: plannedEnd) }
}

extension Session {
  /// How far a session may open from its published slot and still be held to the slot's end.
  private static let slotToleranceSeconds = 1800

  /// How the time of a live session goes; `nil` before it opens and after the gavel.
  public func forecast(at now: Moment) -> Forecast? {
    guard agenda.isLive, let opened = agenda.opened else { return nil }
    let length = plan.plannedSeconds ?? agenda.plannedSeconds
    var end = opened.at.advanced(by: length)
    if let slot = plan.slot,
      abs(opened.at.seconds(since: slot.start)) <= Self.slotToleranceSeconds
    {
      end = slot.end
    }
    // The machine's clock tells how long the session has lasted, whatever the wall clock did.
    let clock = opened.at.advanced(by: now.seconds(since: opened))
    // A group has the time that the plenary gives it.
    if let left = plan.breakout?.leftSeconds(at: now) { end = clock.advanced(by: left) }
    if let until = agenda.until { end = until }
    return Forecast(
      plannedEnd: end, expectedEnd: clock.advanced(by: agenda.remainingSeconds(at: now)),
      leftSeconds: end.seconds(since: clock),
      pacedEnd: clock.advanced(by: pacedSeconds(at: now)))
  }

  /// Seconds still needed if what is to come takes longer, or less, as what was held did.
  ///
  /// A segment that took more than twice or less than half its time says little about the others.
  private func pacedSeconds(at now: Moment) -> Int {
    var planned = 0
    var taken = 0
    for segment in agenda.ordered where segment.state == .finished {
      planned += segment.allottedSeconds
      taken += segment.elapsedSeconds(at: now)
    }
    let remaining = agenda.remainingSeconds(at: now)
    guard planned > 0 else { return remaining }
    return remaining * min(max(taken, planned / 2), planned * 2) / planned
  }

  /// Where a session stands in its life.
  public enum Stage: Equatable, Sendable {
    case planned, live, closed
  }

  public var stage: Stage {
    if agenda.closed != nil { return .closed }
    return agenda.opened == nil ? .planned : .live
  }
}
