public typealias BreakoutID = Identifier<Breakout>

/// The groups that a session divides into for a while, and what they brought back.
public struct Breakouts: Equatable, Sendable, Codable {
  public var all = Register<Breakout>()
  /// Tells this division from every other: what a group brings back must know it.
  public var tag: String?
  /// What the groups were drawn by.
  public var seed: Int?
  /// How long every group has; 0 until they begin.
  public var seconds = 0
  public var began: Moment?
  /// When they were called back.
  public var recalled: Moment?
  /// What was called from the plenary to groups and from groups to the plenary, in order.
  public var signals: [BreakoutSignal] = []
  /// Groups of earlier divisions that were at work: what they bring back late is still theirs;
  /// `nil` where there are none.
  public var earlier: [Breakout]?

  public init() {}

  public subscript(id: BreakoutID) -> Breakout? { all[id] }

  public var isRunning: Bool { began != nil && recalled == nil }

  public var isEmpty: Bool { self == Breakouts() }

  /// What is left of a group's time; negative where it is over, `nil` while no group works.
  public func leftSeconds(of breakout: Breakout, at now: Moment) -> Int? {
    guard isRunning, let began else { return nil }
    return allSeconds(of: breakout) - now.seconds(since: began)
  }

  /// How long a group has in all.
  func allSeconds(of breakout: Breakout) -> Int { seconds + (breakout.extendedSeconds ?? 0) }

  /// Whether a group called for help and nothing was called back to it since.
  public func wantsHelp(_ id: BreakoutID) -> Bool {
    for signal in signals.reversed() {
      if signal.from == id { return signal.kind == .help }
      if signal.from == nil, signal.to == nil || signal.to == id { return false }
    }
    return false
  }

  /// Every group that brought something back, those of earlier divisions first.
  public var returned: [Breakout] { ((earlier ?? []) + all.all).filter { $0.returned != nil } }

  /// One of this division or of an earlier one.
  public func known(_ id: BreakoutID) -> Breakout? {
    all[id] ?? earlier?.first { $0.id == id }
  }

  /// The group somebody is in; `nil` where they are in none.
  public func group(of person: PersonID) -> Breakout? {
    all.first { $0.members.contains(person) }
  }
}

/// One of the groups.
public struct Breakout: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "b"

  public let id: BreakoutID
  public var title: String
  public var members: [PersonID]
  public var chair: PersonID?
  public var rapporteur: PersonID?
  /// What it talks about; `nil` where it is the question on the table.
  public var question: QuestionID?
  public var room: String?
  /// Time it was given beside what all have; may be negative.
  public var extendedSeconds: Int?
  /// What came back from it; `nil` until something did.
  public var returned: BreakoutReturn?
  /// The tag of its division, once that is an earlier one.
  public var tag: String?

  public init(id: BreakoutID, title: String, members: [PersonID]) {
    self.id = id
    self.title = title
    self.members = members
  }

  /// Who tells the others what came of it: the rapporteur, else the chair.
  public var reporter: PersonID? { rapporteur ?? chair }
}

/// Something called from the plenary to a group or to all, or from a group to the plenary.
public struct BreakoutSignal: Hashable, Sendable, Codable {
  public var kind: Kind
  /// How many minutes are left, where that is told.
  public var minutes: Int?
  public var text: String?
  /// The group it comes from; `nil` where it comes from the plenary.
  public var from: BreakoutID?
  /// The group it is for; `nil` where it is for all, or for the plenary.
  public var to: BreakoutID?
  /// When it was sent.
  public var sent: Timestamp?

  public init(
    _ kind: Kind, minutes: Int? = nil, text: String? = nil, from: BreakoutID? = nil,
    to: BreakoutID? = nil, sent: Timestamp? = nil
  ) {
    self.kind = kind
    self.minutes = minutes
    self.text = text
    self.from = from
    self.to = to
    self.sent = sent
  }

  /// What is called.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    /// So many minutes are left.
    case left
    case back, help, message

    public var title: String {
      switch self {
      case .left: "minutes left"
      case .back: "come back"
      case .help: "needs help"
      case .message: "says"
      }
    }
  }

  /// What it says: `5 minutes left`.
  public var words: String {
    let text = text.map { ": \($0)" } ?? ""
    switch kind {
    case .left: return minutes == 1 ? "1 minute left\(text)" : "\(minutes ?? 5) minutes left\(text)"
    case .back: return "come back\(text)"
    case .help: return "needs help\(text)"
    case .message: return self.text ?? ""
    }
  }
}

/// Where a group's own session comes from.
public struct BreakoutOrigin: Hashable, Sendable, Codable {
  /// What the plenary is called where it lies: the name of its folder.
  public var session: String
  /// Of which division it is a group.
  public var tag: String
  public var group: BreakoutID
  /// When the plenary sent its groups to work; `nil` where nobody said.
  public var began: Moment?
  /// How long the plenary gives the group from then on; `nil` where nobody said.
  public var seconds: Int?

  public init(
    session: String, tag: String, group: BreakoutID, began: Moment? = nil, seconds: Int? = nil
  ) {
    self.session = session
    self.tag = tag
    self.group = group
    self.began = began
    self.seconds = seconds
  }

  /// What is left of the group's time, as the plenary counts it; negative where it is over.
  func leftSeconds(at now: Moment) -> Int? {
    guard let began, let seconds else { return nil }
    return seconds - now.seconds(since: began)
  }
}

/// What one group's session came to.
public struct BreakoutReturn: Hashable, Sendable, Codable {
  /// How many entries its journal had, and what they amount to.
  public var entries: Int
  public var digest: String
  /// How long it was open.
  public var seconds: Int?
  /// How many spoke.
  public var speakers: Int?
  public var notes: [ReturnedNote]?
  public var polls: [ReturnedPoll]?
  public var outcomes: [ReturnedOutcome]?

  public init(entries: Int, digest: String) {
    self.entries = entries
    self.digest = digest
  }

  /// Whether it is a later state than another of the same group: the longer journal is; of two
  /// that are as long, either one, as long as it is the same one everywhere.
  public func isLater(than other: Self) -> Bool {
    (entries, digest) > (other.entries, other.digest)
  }
}

/// A note that a group wrote.
public struct ReturnedNote: Hashable, Sendable, Codable {
  public var kind: Note.Kind
  public var text: String
  /// The rule it was written under, where what is said may not be joined to who said it.
  public var rule: AttributionRule?
  public var topics: [String]?

  public init(
    _ kind: Note.Kind, _ text: String, rule: AttributionRule? = nil, topics: [String]? = nil
  ) {
    self.kind = kind
    self.text = text
    self.rule = rule
    self.topics = topics
  }
}

/// A sentence that a group came to.
public struct ReturnedOutcome: Hashable, Sendable, Codable {
  public var text: String
  /// What it was declared to be: `broad agreement`; `nil` where nothing was declared.
  public var statement: String?
  /// How many objections were open; `nil` where none was.
  public var objections: Int?

  public init(_ text: String, statement: String? = nil, objections: Int? = nil) {
    self.text = text
    self.statement = statement
    self.objections = objections
  }

  /// What it came to in the group, in words.
  public var standing: String {
    let open = objections.map { "\($0) objection\($0 == 1 ? "" : "s") open" }
    return [statement ?? "not declared", open].compactMap(\.self).joined(separator: ", ")
  }
}

/// A poll that a group held.
public struct ReturnedPoll: Hashable, Sendable, Codable {
  public var text: String
  /// What kind of poll, in words: `one choice`.
  public var method: String
  public var turnout: Int
  public var rows: [Row]

  public struct Row: Hashable, Sendable, Codable {
    public var label: String
    public var figure: String

    public init(_ label: String, _ figure: String) {
      self.label = label
      self.figure = figure
    }
  }

  public init(_ text: String, method: String, turnout: Int, rows: [Row]) {
    self.text = text
    self.method = method
    self.turnout = turnout
    self.rows = rows
  }
}
