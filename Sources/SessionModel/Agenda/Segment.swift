/// A stretch of the session with one purpose.
public struct Segment: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "s"

  public let id: SegmentID
  public var title: String
  public var kind: Kind
  /// How long it was planned to last.
  public var plannedSeconds: Int
  /// How short it may become when the session is re-planned; `nil` where nobody said.
  public var minimumSeconds: Int?
  /// When it must end, however the rest goes; `nil` where it need not.
  public var endsAt: Timestamp?
  /// Given to it on the day; negative when shortened.
  public var extendedSeconds = 0
  /// When the published agenda has it begin; `nil` where it just follows the one before.
  public var startsAt: Timestamp?
  public var people: [PersonID] = []
  public var questions: [QuestionID] = []
  /// The rule for this stretch alone; `nil` where the session's own holds.
  public var attribution: AttributionRule?
  public var started: Moment?
  public var finished: Moment?
  /// Why it was left out; `nil` unless it was.
  public var skipped: String?

  public init(id: SegmentID, title: String, kind: Kind, plannedSeconds: Int) {
    self.id = id
    self.title = title
    self.kind = kind
    self.plannedSeconds = plannedSeconds
  }

  /// What a segment is for.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case opening, framing, discussion
    case openFloor = "open_floor"
    case poll, breakout, readout, assent, closing
    case pause = "break"

    public var title: String { rawValue.spelledOut }

    /// Whether everybody may take the floor in it: what counts as floor time in the plan.
    public var isOpenFloor: Bool {
      switch self {
      case .discussion, .openFloor, .poll, .breakout: true
      case .opening, .framing, .readout, .assent, .closing, .pause: false
      }
    }
  }

  /// Where it stands.
  public enum State: Equatable, Sendable {
    case pending, running, finished, skipped
  }

  public var state: State {
    if skipped != nil { return .skipped }
    if finished != nil { return .finished }
    return started == nil ? .pending : .running
  }

  /// What it may take, extensions included.
  public var allottedSeconds: Int { max(0, plannedSeconds + extendedSeconds) }

  /// How long it has lasted, or lasted; 0 before it starts.
  public func elapsedSeconds(at now: Moment) -> Int {
    guard let started else { return 0 }
    return (finished ?? now).seconds(since: started)
  }
}
