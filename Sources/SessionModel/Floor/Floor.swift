/// The right to speak: who waits for it, who has it, who had it.
public struct Floor: Equatable, Sendable, Codable {
  /// Who waits, the next one first.
  public var queue: [FloorRequest] = []
  /// Whether hands are taken.
  public var isListOpen = true
  /// Every stretch of speech, in order; the last one may still run.
  public var turns = Register<Turn>()
  /// The running turn.
  public var current: TurnID?
  /// Seconds for each kind of request; where one is missing, the standard allowance holds.
  public var allowances: [FloorRequest.Kind: Int] = [:]
  /// Seconds for a framing speaker.
  public var framingAllowance = 180
  /// Requests that were passed over, with the reason.
  public var passedOver: [PassedOver] = []

  public init() {}

  public var currentTurn: Turn? { current.flatMap { turns[$0] } }

  /// Seconds that a request of a kind is given.
  public func allowance(for kind: FloorRequest.Kind) -> Int {
    allowances[kind] ?? kind.standardAllowance
  }

  public func request(of person: PersonID) -> FloorRequest? {
    queue.first { $0.person == person }
  }
}

/// A raised hand.
public struct FloorRequest: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "r"

  public let id: RequestID
  public var person: PersonID
  public var channel: Channel
  public var kind: Kind
  public var raised: Moment

  public init(
    id: RequestID, person: PersonID, channel: Channel, kind: Kind, raised: Moment
  ) {
    self.id = id
    self.person = person
    self.channel = channel
    self.kind = kind
    self.raised = raised
  }

  /// What somebody wants the floor for.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
    case comment, question, reply
    case pointOfOrder = "point_of_order"

    public var title: String { rawValue.spelledOut }

    /// Two minutes for an intervention from the floor; less for what should be short.
    public var standardAllowance: Int {
      switch self {
      case .comment, .question: 120
      case .reply, .pointOfOrder: 60
      }
    }
  }
}

/// A request that did not get the floor when it was its turn.
public struct PassedOver: Equatable, Sendable, Codable {
  public var request: FloorRequest
  public var reason: Reason
  public var at: Moment

  /// Why somebody was passed over.
  public enum Reason: String, Sendable, Codable, CaseIterable, Hashable {
    case absent
    case noAudio = "no_audio"
    case declined

    public var title: String {
      switch self {
      case .absent: "absent"
      case .noAudio: "no audio"
      case .declined: "declined for now"
      }
    }
  }
}

/// One stretch of speech.
public struct Turn: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "t"

  public let id: TurnID
  public var person: PersonID
  public var channel: Channel
  public var kind: FloorRequest.Kind
  public var segment: SegmentID?
  public var question: QuestionID?
  public var allowanceSeconds: Int
  public var started: Moment
  public var ended: Moment?
  /// Stretches in which the clock stood still; the last one may still run.
  public var pauses: [Pause] = []
  /// The hand that was raised for it; `nil` when the floor was given without one.
  public var request: FloorRequest?
  /// How many words were said in it, as a transcript has them; `nil` where nobody counted.
  public var words: Int?

  public init(
    id: TurnID, person: PersonID, channel: Channel, kind: FloorRequest.Kind,
    allowanceSeconds: Int, started: Moment
  ) {
    self.id = id
    self.person = person
    self.channel = channel
    self.kind = kind
    self.allowanceSeconds = allowanceSeconds
    self.started = started
  }

  /// A stretch in which a turn's clock stood still.
  public struct Pause: Equatable, Sendable, Codable {
    public var from: Moment
    public var to: Moment?
  }

  public var isPaused: Bool { ended == nil && pauses.last.map { $0.to == nil } ?? false }

  /// Milliseconds spoken so far, or in all; pauses do not count.
  public func spokenMilliseconds(at now: Moment) -> Int64 {
    let end = ended ?? now
    let still = pauses.reduce(Int64(0)) { $0 + ($1.to ?? end).milliseconds(since: $1.from) }
    return max(0, end.milliseconds(since: started) - still)
  }

  /// Whole seconds spoken so far, or in all.
  public func spokenSeconds(at now: Moment) -> Int { Int(spokenMilliseconds(at: now) / 1000) }
}
