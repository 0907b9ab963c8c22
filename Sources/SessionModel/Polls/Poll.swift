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
  /// What came out of the ballot box when the poll closed; only of an anonymous poll.
  public var counted: BallotBox?
  /// Whether the stage shows how it came out.
  public var isShared = false
  /// Whether the speakers are asked what they make of it; only while it is shared.
  public var isReflectedOn: Bool?
  /// What the moderator entered for the room: hands, or how strong a hum was.
  public var entered: [Choice.ID: Int]?
  /// How long it is meant to be open, counted from its opening; `nil` without an end.
  public var seconds: Int?
  /// The round before this one, where it is asked again.
  public var before: PollID?

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
    /// Nobody can join voter and ballot.
    case anonymous

    /// What a voter is told before voting.
    public var promise: String {
      switch self {
      case .public:
        "Public: your name stands beside your answer. You may change it until the poll closes."
      case .anonymous: "Anonymous: nobody can learn what you chose. Once confirmed it stays."
      }
    }
  }

  /// Seconds until its time is up, negative when it is over; `nil` where it has no end.
  ///
  /// It stays open until somebody closes it.
  public func secondsLeft(at now: Moment) -> Int? {
    guard state == .open, let opened, let seconds else { return nil }
    return seconds - now.seconds(since: opened)
  }

  public func choice(_ id: Choice.ID) -> Choice? { choices.first { $0.id == id } }
}

/// One thing that a poll offers.
public struct Choice: Hashable, Sendable, Codable, Identifiable {
  /// A capital letter: `A` is the first.
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

/// What is in the box of a poll that is not public.
///
/// The roll is sorted and the ballots are a multiset, so that no order joins a voter to a ballot.
public struct BallotBox: Equatable, Sendable, Codable {
  /// Who has voted, as far as they said who they are.
  public private(set) var roll: [PersonID] = []
  public private(set) var ballots: [Counted] = []

  public init() {}

  /// A ballot, and how many like it there are.
  public struct Counted: Equatable, Sendable, Codable {
    public var ballot: Ballot
    public var count: Int
  }

  public var turnout: Int { ballots.reduce(0) { $0 + $1.count } }

  public func hasVoted(_ person: PersonID) -> Bool { roll.contains(person) }

  public mutating func put(_ ballot: Ballot, from voter: PersonID?) {
    if let voter {
      roll.append(voter)
      roll.sort()
    }
    if let index = ballots.firstIndex(where: { $0.ballot == ballot }) {
      ballots[index].count += 1
    } else {
      ballots.append(Counted(ballot: ballot, count: 1))
      ballots.sort { $0.ballot.text < $1.ballot.text }
    }
  }
}
