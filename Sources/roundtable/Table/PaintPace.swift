import TerminalUI

/// How often news is looked at and may move the screen; what somebody at the terminal did never
/// waits.
struct PaintPace {
  /// The shortest time between two looks at what others did: they may do much at the same moment,
  /// and no eye follows more than sixty pictures a second.
  private static let frame = Duration.milliseconds(16)

  /// The shortest time between two paintings that nobody at this terminal asked for.
  private let gap: Duration
  private var lastLook: ContinuousClock.Instant?
  private var lastPainting: ContinuousClock.Instant?
  /// When something that was put off is to be seen.
  private(set) var due: ContinuousClock.Instant?

  init(_ motion: Capabilities.Motion) {
    gap =
      switch motion {
      case .full: .zero
      case .reduced: .seconds(1)
      case .none: .seconds(5)
      }
  }

  /// Whether to look at what others did now; what is not urgent is put off until `due`.
  mutating func looks(atOnce isUrgent: Bool) -> Bool {
    isTime(after: \.lastLook, Self.frame, isUrgent)
  }

  /// Whether to paint what was found; what is not urgent is put off until `due`.
  mutating func paints(atOnce isUrgent: Bool) -> Bool {
    gap == .zero || isTime(after: \.lastPainting, gap, isUrgent)
  }

  private mutating func isTime(
    after last: WritableKeyPath<Self, ContinuousClock.Instant?>, _ gap: Duration, _ isUrgent: Bool
  ) -> Bool {
    let now = ContinuousClock.now
    if let before = self[keyPath: last], !isUrgent, now < before + gap {
      due = before + gap
      return false
    }
    self[keyPath: last] = now
    due = nil
    return true
  }
}
