public typealias OutcomeID = Identifier<OutcomeSentence>
public typealias ObjectionID = Identifier<Objection>

/// The outcome sentences of a session, and what the room made of them.
public struct Outcomes: Equatable, Sendable, Codable {
  public var all = Register<OutcomeSentence>()
  /// The one that is put to the room now.
  public var current: OutcomeID?
  /// How many must have been there for assent to count; `nil` where nobody said.
  public var quorum: Threshold?
  /// Who is to be invited to what comes next, as they are named.
  public var invited: [String]?

  public init() {}

  public subscript(id: OutcomeID) -> OutcomeSentence? { all[id] }

  /// The sentence that the room is asked about now.
  public var asked: OutcomeSentence? {
    current.flatMap { all[$0] }.flatMap { $0.asking?.ended == nil ? $0 : nil }
  }

  var isEmpty: Bool { self == Outcomes() }
}

/// One sentence put to the room.
public struct OutcomeSentence: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "o"

  public let id: OutcomeID
  public var text: String
  /// 1 at first; one more with every change of the wording.
  public var version = 1
  /// How the room was asked about this wording; `nil` until it is.
  public var asking: Asking?
  /// Everything that was objected, in order; it stays when the wording changes.
  public var objections: [Objection] = []
  /// What was declared of this wording.
  public var declared: Declaration?
  /// The wording whose assent a later change made void; `nil` where none was.
  public var voided: Int?
  /// Where it goes, and by when.
  public var destination: Destination?

  init(id: OutcomeID, text: String) {
    self.id = id
    self.text = text
  }

  /// Objections that nobody has answered.
  public var open: [Objection] { objections.filter { $0.state == .open } }

  /// Where an outcome goes.
  public struct Destination: Hashable, Sendable, Codable {
    public var workstream: String?
    public var document: String?
    /// By when, as it was said.
    public var by: String?

    public init(workstream: String? = nil, document: String? = nil, by: String? = nil) {
      self.workstream = workstream
      self.document = document
      self.by = by
    }
  }

  /// What the moderator declared, and over what.
  public struct Declaration: Equatable, Sendable, Codable {
    public var statement: AssentStatement
    public var at: Moment
    /// Why agreement was declared over an open objection; `nil` where none was open.
    public var override: String?
  }
}

/// How the room is asked about one wording, and what it answers.
public struct Asking: Equatable, Sendable, Codable {
  public var way: Way
  public var began: Moment
  /// When the slow count to six began; `nil` before.
  public var counting: Moment?
  /// When it was over.
  public var ended: Moment?
  /// How many were here when it ended.
  public var present: Int?
  public var answers: [Answer] = []

  /// How people answer.
  public enum Way: String, Sendable, Codable, CaseIterable, Hashable {
    /// Last call and a slow count to six; whoever says nothing assents.
    case silence
    /// Support, can live with, stand aside, object.
    case support
    /// The eight gradients of agreement.
    case gradients

    public var title: String {
      switch self {
      case .silence: "last call"
      case .support: "support or object"
      case .gradients: "gradients of agreement"
      }
    }

    /// What can be answered, from the most to the least agreeable.
    public var levels: [Level] {
      switch self {
      case .silence: [.object]
      case .support: [.support, .liveWith, .standAside, .object]
      case .gradients:
        [
          .endorse, .minorPoint, .reservations, .abstain, .moreDiscussion, .disagreeButSupport,
          .seriousDisagreement, .veto,
        ]
      }
    }
  }

  /// One answer.
  public enum Level: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
    case support
    case liveWith = "live_with"
    case standAside = "stand_aside"
    case object
    case endorse
    case minorPoint = "minor_point"
    case reservations, abstain
    case moreDiscussion = "more_discussion"
    case disagreeButSupport = "disagree_but_support"
    case seriousDisagreement = "serious_disagreement"
    case veto

    public var title: String {
      switch self {
      case .support: "I support it"
      case .liveWith: "I can live with it"
      case .standAside: "I stand aside"
      case .object: "I object"
      case .endorse: "I endorse it"
      case .minorPoint: "I agree but for a minor point"
      case .reservations: "I agree with reservations"
      case .abstain: "I abstain"
      case .moreDiscussion: "I want more discussion"
      case .disagreeButSupport: "I do not like it but will support it"
      case .seriousDisagreement: "I seriously disagree"
      case .veto: "I veto it"
      }
    }

    /// Whether it opens an objection.
    public var isObjection: Bool {
      switch self {
      case .object, .seriousDisagreement, .veto: true
      default: false
      }
    }
  }

  /// What one terminal or voice said.
  public struct Answer: Equatable, Sendable, Codable {
    public var level: Level
    public var group: StakeholderGroup?
    public var channel: Channel
    /// Whose answer it is; `nil` where nobody said.
    public var voice: Voice?
  }

  /// Whose answer something is, as the record keeps it.
  public enum Voice: Hashable, Sendable, Codable {
    case person(id: PersonID)
    /// The first half of a slip's code.
    case slip(half: String)
  }

  /// How many gave each answer, by group; those of no group under `nil`.
  public func count(_ level: Level, of group: StakeholderGroup?? = nil) -> Int {
    answers.count { answer in
      answer.level == level && (group.map { $0 == answer.group } ?? true)
    }
  }

  /// How long the slow count takes, in seconds.
  public static let countSeconds = 6

  /// What the slow count has come to: 0 to 6; `nil` before it begins.
  public func count(at now: Moment) -> Int? {
    counting.map { min(Self.countSeconds, now.seconds(since: $0)) }
  }
}

/// Something said against an outcome, and what became of it.
///
/// Source: RFC 7282, “On Consensus and Humming in the IETF”: every objection is addressed, not
/// necessarily accommodated.
public struct Objection: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "j"

  public let id: ObjectionID
  /// Empty until somebody says why.
  public var text: String
  public var group: StakeholderGroup?
  public var channel: Channel
  /// Who raised it; `nil` where nobody said.
  public var voice: Asking.Voice?
  public var raised: Moment
  /// The wording it was raised against.
  public var version: Int
  public var state = State.open
  /// What was answered, by whom and when it came to that state.
  public var steps: [Step] = []

  public enum State: String, Sendable, Codable, CaseIterable, Hashable {
    case open, addressed, accommodated, withdrawn
  }

  /// One change of the state.
  public struct Step: Equatable, Sendable, Codable {
    public var state: State
    public var by: Seat
    public var at: Moment
    /// How it was addressed; `nil` where nobody said.
    public var answer: String?
  }
}
