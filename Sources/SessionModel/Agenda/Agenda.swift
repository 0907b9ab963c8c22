/// The run of show, and how far it has come.
public struct Agenda: Equatable, Sendable, Codable {
  public var order: [SegmentID] = []
  public var segments = Register<Segment>()
  /// When the session was opened; `nil` before.
  public var opened: Moment?
  /// When the gavel fell; `nil` before.
  public var closed: Moment?
  public var current: SegmentID?
  /// The end that the session was given on the day; `nil` while the published one holds.
  public var until: Timestamp?
  /// The policy question on the table.
  public var question: QuestionID?

  public init() {}

  public var isLive: Bool { opened != nil && closed == nil }

  /// The segments in the order they are run.
  public var ordered: [Segment] { order.compactMap { segments[$0] } }

  public var currentSegment: Segment? { current.flatMap { segments[$0] } }

  /// The one that follows the running one, or the first still to come.
  public var next: Segment? {
    let start = current.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let after = order[min(start, order.count)...].lazy.compactMap { segments[$0] }
    return after.first { $0.state == .pending } ?? ordered.first { $0.state == .pending }
  }

  /// What all segments that are not left out add up to, in seconds, as planned.
  public var plannedSeconds: Int { ordered.reduce(0) { $0 + $1.plannedSeconds } }

  /// How much of the plan everybody may speak in, in seconds.
  public var plannedFloorSeconds: Int {
    ordered.reduce(0) { $0 + ($1.kind.isOpenFloor ? $1.plannedSeconds : 0) }
  }

  /// Seconds still needed as planned: the rest of the running segment and all that are to come.
  public func remainingSeconds(at now: Moment) -> Int {
    ordered.reduce(0) { sum, segment in
      switch segment.state {
      case .pending: sum + segment.allottedSeconds
      case .running: sum + max(0, segment.allottedSeconds - segment.elapsedSeconds(at: now))
      case .finished, .skipped: sum
      }
    }
  }
}
