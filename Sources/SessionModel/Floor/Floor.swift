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
  /// Requests that were passed over, with the reason; some may have come back since.
  public var passedOver: [PassedOver] = []
  /// The turn that stands still while an interposed question has the floor.
  public var interrupted: TurnID?
  /// How long groups or people may speak in all; `nil` where nobody said.
  public var budgets: [Budget]?
  /// How the floor is run; `nil` while it is run as usual.
  public var settings: FloorSettings?
  /// What takes the place of the queue; `nil` while the queue says who speaks.
  public var form: FloorForm?

  public init() {}

  public var currentTurn: Turn? { current.flatMap { turns[$0] } }

  /// Seconds that a request of a kind is given.
  public func allowance(for kind: FloorRequest.Kind) -> Int {
    allowances[kind] ?? kind.standardAllowance
  }

  public func request(of person: PersonID) -> FloorRequest? {
    queue.first { $0.person == person }
  }

  /// Requests that were passed over and may come back, the oldest first.
  public var parked: [PassedOver] { passedOver.filter { $0.returned == nil } }
}

/// A raised hand.
public struct FloorRequest: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "r"

  public let id: RequestID
  public var person: PersonID
  public var channel: Channel
  public var kind: Kind
  public var raised: Moment
  /// What it answers; `nil` unless it is an answer.
  public var answering: RequestID?
  /// Seconds that it is given; `nil` for what its kind is given.
  public var seconds: Int?
  /// The round that it is a turn of; `nil` where it is none.
  public var round: Round?
  /// True where the moderator put it, so that no order moves it; else `nil`.
  var placed: Bool?

  public init(
    id: RequestID, person: PersonID, channel: Channel, kind: Kind, raised: Moment
  ) {
    self.id = id
    self.person = person
    self.channel = channel
    self.kind = kind
    self.raised = raised
  }

  /// Whether the moderator put it where it stands.
  public var isPlaced: Bool { placed ?? false }

  /// What somebody wants the floor for.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
    case comment, question, reply
    case pointOfOrder = "point_of_order"
    /// A short remark on what is being said, before points of order.
    case intervention
    /// A question to whoever speaks, whose clock stands still meanwhile.
    case interposedQuestion = "interposed_question"
    /// What is said to a question or an intervention; it stands under it.
    case answer

    public var title: String { rawValue.spelledOut }

    /// Two minutes for an intervention from the floor; less for what should be short; no limit for
    /// an interposed question, whose clock counts up.
    public var standardAllowance: Int {
      switch self {
      case .comment, .question, .intervention: 120
      case .reply, .pointOfOrder, .answer: 60
      case .interposedQuestion: 0
      }
    }

    /// Whether it waits in the order of the floor; the others have their places by the rules.
    public var isOrdinary: Bool {
      switch self {
      case .comment, .question, .reply: true
      case .pointOfOrder, .intervention, .interposedQuestion, .answer: false
      }
    }

    /// Whether it can be answered.
    public var isAnswerable: Bool {
      switch self {
      case .question, .intervention, .interposedQuestion: true
      case .comment, .reply, .pointOfOrder, .answer: false
      }
    }

    /// What anybody may ask for without naming a request.
    public static let asked: [Kind] = allCases.filter { $0 != .answer }

    /// What a terminal offers to whoever asks for the floor.
    public static let usual: [Kind] = [.comment, .question, .reply, .pointOfOrder]
  }
}

/// A request that did not get the floor when it was its turn.
public struct PassedOver: Equatable, Sendable, Codable {
  public var request: FloorRequest
  public var reason: Reason
  public var at: Moment
  /// When it came back into the queue; `nil` while it is parked.
  public var returned: Moment?

  /// Why somebody was passed over.
  public enum Reason: String, Sendable, Codable, CaseIterable, Hashable {
    case absent
    case noAudio = "no_audio"
    case declined
    /// Let the others go on, in a round.
    case passed

    public var title: String {
      switch self {
      case .absent: "absent"
      case .noAudio: "no audio"
      case .declined: "declined for now"
      case .passed: "passed"
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
  /// How many who waited stood before it when it got the floor; `nil` when nobody did.
  public var passed: Int?

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

  /// What the room is told of a turn's time.
  public enum Signal: Int, Sendable, Comparable {
    case none
    /// The last minute has begun; of a turn of less than two minutes the last third.
    case soon
    case over

    public static func < (one: Signal, other: Signal) -> Bool { one.rawValue < other.rawValue }
  }

  /// Where the time stands; nothing is told of a turn without a limit.
  public func signal(at now: Moment) -> Signal {
    guard allowanceSeconds > 0 else { return .none }
    let left = allowanceSeconds - spokenSeconds(at: now)
    let soon = allowanceSeconds >= 120 ? 60 : allowanceSeconds / 3
    return left < 0 ? .over : left <= soon ? .soon : .none
  }
}
