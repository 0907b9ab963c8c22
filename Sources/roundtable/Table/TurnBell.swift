import SessionModel

/// Rings once when a turn's last minute begins and once when its time is over.
struct TurnBell {
  private var last: (turn: TurnID, signal: Turn.Signal)?

  /// Whether to ring now; never for what had come before the turn was first looked at.
  mutating func rings(for turn: Turn?, at now: Moment) -> Bool {
    guard let turn else {
      last = nil
      return false
    }
    let signal = turn.signal(at: now)
    let before = last?.turn == turn.id ? last?.signal : nil
    last = (turn.id, signal)
    return before.map { $0 < signal } ?? false
  }
}
