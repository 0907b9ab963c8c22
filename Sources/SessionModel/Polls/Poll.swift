/// A temperature check: something put to the table, and how the table answers.
public struct Poll: Equatable, Sendable, Codable, Identifiable, Named {
  // People already have the letter p, and a line must say whom it means.
  public static let letter: Character = "v"

  public let id: PollID
  public var text: String
  public var method: PollMethod
  public var choices: [Choice]
  public var secrecy: Secrecy
  public var state = State.draft
  public var opened: Moment?
  public var closed: Moment?
  /// Where it was opened: the segment and the policy question on the table.
  public var segment: SegmentID?
  public var question: QuestionID?
  /// How many ballots are in; for a poll that is not public all that is known while it is open.
  public var turnout = 0
  /// Who answered what; only of a public poll.
  public var named: [PersonID: Ballot] = [:]
  /// What was answered by whoever holds which slip, by pseudonym; only of a poll by code.
  public var coded: [String: Ballot]?
  /// What came out of the ballot box when the poll closed; only of a secret poll.
  public var counted: BallotBox?
  /// What had been counted before it was opened again; only of a secret poll.
  public var countedBefore: BallotBox?
  /// Who may vote; `nil` is whoever is here.
  public var entitled: Entitlement?
  /// Fewer people than that are never counted apart; `nil` is `leastTogether`.
  public var least: Int?
  /// Which groups are counted apart, as it was when the poll opened; only of a secret poll.
  public var cells: Cells?
  /// What its ballots are sealed with; only of a sealed poll that was opened.
  public var seal: PollSeal?
  /// What shares are of; `nil` is the valid ballots.
  public var base: ShareBase?
  /// How many were here when it closed.
  public var presentAtClose: Int?
  /// How many could vote when it closed; `nil` where it asks nobody who it is.
  public var entitledAtClose: Int?
  /// Where those who answered came from when it closed; only of a public poll.
  public var voters: [PersonID: Traits]?
  /// Among whose slips those lay that answered, when it closed; only of a poll by code.
  public var slips: [String: Traits]?
  /// Every mark that was made on a statement, those that were changed later too.
  public var everyMark: [Choice.ID: OpinionCounts]?
  /// The number of the statement that was added last.
  public var lastStatement: Int?
  /// Whether the stage shows how it came out.
  public var isShared = false
  /// When it was shared last.
  public var shared: Moment?
  /// Whether the speakers are asked what they make of it; only while it is shared.
  public var isReflectedOn: Bool?
  /// What the moderator entered for the room: hands, or how strong a hum was.
  public var entered: [Choice.ID: Int]?
  /// How long it is meant to be open, counted from its opening; `nil` without an end.
  public var seconds: Int?
  /// The round before this one, where it is asked again.
  public var before: PollID?
  /// Whether its words are shown as a cloud; `nil` is as bars.
  public var isCloud: Bool?

  public init(
    id: PollID, text: String, method: PollMethod, choices: [Choice], secrecy: Secrecy
  ) {
    self.id = id
    self.text = text
    self.method = method
    self.choices = choices
    self.secrecy = secrecy
  }

  public enum State: String, Sendable, Codable, CaseIterable, Hashable {
    case draft, open, closed
  }

  /// Who may learn what was chosen.
  public enum Secrecy: String, Sendable, Codable, CaseIterable, Hashable {
    /// The name stands beside the answer.
    case `public`
    /// A pseudonym stands beside it, and nobody knows who drew that slip.
    case coded
    /// Nobody can join voter and ballot.
    case anonymous
    /// Nor can anybody count before the poll closes.
    case sealed

    /// How it is told: `by code`.
    public var title: String { self == .coded ? "by code" : rawValue }

    /// What a voter is told before voting.
    public var promise: String {
      switch self {
      case .public:
        "Public: your name stands beside your answer. You may change it until the poll closes."
      case .coded:
        "By code: your code's first half stands beside your answer, not your name. "
          + "You may change it until the poll closes."
      case .anonymous: "Anonymous: no name is kept; counted live. Confirmed, it stays."
      case .sealed:
        "Sealed: nobody can learn what you chose, or count, before the poll closes. "
          + "Once confirmed it stays."
      }
    }

    /// Whether ballots go into a box, and no entry shows them.
    public var isSecret: Bool { self == .anonymous || self == .sealed }
  }

  /// Fewer people than this are never counted apart, unless a poll says otherwise.
  public static let leastTogether = 3

  /// Seconds until its time is up, negative when it is over; `nil` where it has no end.
  public func secondsLeft(at now: Moment) -> Int? {
    guard state == .open, let opened, let seconds else { return nil }
    return seconds - now.seconds(since: opened)
  }

  /// Whether its time is up: then it takes no ballots, though nobody may have closed it yet.
  public func isOver(at now: Moment) -> Bool { secondsLeft(at: now).map { $0 <= 0 } ?? false }

  public func choice(_ id: Choice.ID) -> Choice? { choices.first { $0.id == id } }
}

/// One thing that a poll offers.
public struct Choice: Hashable, Sendable, Codable, Identifiable {
  /// A capital letter: `A` is the first; a number where choices are statements.
  public var id: String
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  /// Letters given to texts in order.
  public static func lettered(_ texts: [String]) -> [Choice] {
    zip(letters, texts).map { Choice(id: $0, text: $1) }
  }

  /// As many as a poll can offer.
  public static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
}
