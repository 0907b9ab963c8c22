/// What was published before the session: the proposal and its policy questions.
public struct Plan: Equatable, Sendable, Codable {
  public var title = ""
  /// As the programme numbers it: `WS #204`.
  public var number: String?
  /// Which event it belongs to: `IGF 2021`.
  public var series: String?
  /// The larger meeting it is one session of, and its place there.
  public var programme: Programme?
  /// The session that it is a breakout group of; `nil` where it is none.
  public var breakout: BreakoutOrigin?
  public var slot: Slot?
  public var room: String?
  public var format: Format?
  public var description: String?
  public var attribution: AttributionRule = .attributed
  public var expectedOutcomes: [String] = []
  public var goals: [DevelopmentGoal] = []
  public var documents: [Document] = []
  /// What has to be handed in by when; `nil` where nothing has.
  public var deadlines: [Deadline]?
  /// BCP 47 codes or names, as published.
  public var languages: [String] = []
  public var interpretation: [String] = []
  /// Policy questions in the order they are put.
  public var questionOrder: [QuestionID] = []
  public var questions = Register<Question>()

  public init() {}

  /// The policy questions in the order they are put.
  public var orderedQuestions: [Question] { questionOrder.compactMap { questions[$0] } }

  /// The place of a question in that order, from 1.
  public func number(of question: QuestionID) -> Int? {
    questionOrder.firstIndex(of: question).map { $0 + 1 }
  }

  /// How long the session is planned to last, in seconds: its slot's length, else its format's.
  public var plannedSeconds: Int? {
    if let slot { return slot.end.seconds(since: slot.start) }
    return format.flatMap(\.minutes).map { $0 * 60 }
  }

  /// Something that has to be handed in by a day.
  public struct Deadline: Hashable, Sendable, Codable {
    /// As published: `Written contributions: by 25 February 2022`.
    public var text: String
    /// In the calendar of the place, `2022-02-25`; `nil` where no day is named.
    public var day: String?

    public init(text: String, day: String? = nil) {
      self.text = text
      self.day = day
    }
  }

  /// A published document that the discussion builds on.
  public struct Document: Hashable, Sendable, Codable {
    public var title: String
    public var link: String?

    public init(title: String, link: String? = nil) {
      self.title = title
      self.link = link
    }
  }
}

/// From when to when, as the published programme's zone writes it.
public struct Slot: Hashable, Sendable, Codable {
  public var start: Timestamp
  public var end: Timestamp
  /// What the programme calls its zone: `UTC`, `CET`.
  public var zone: String
  /// Minutes east of UTC in that zone on that day.
  public var offsetMinutes: Int
  /// When the clocks of that zone change while the session lasts; `nil` where they do not.
  public var change: ClockChange?

  public init(start: Timestamp, end: Timestamp, zone: String = "UTC", offsetMinutes: Int = 0) {
    self.start = start
    self.end = end
    self.zone = zone
    self.offsetMinutes = offsetMinutes
  }

  /// What the zone is called at a time, and how many minutes it is east of UTC then.
  public func clock(at time: Timestamp) -> (zone: String, offsetMinutes: Int) {
    guard let change, time >= change.at else { return (zone, offsetMinutes) }
    return (change.zone, change.offsetMinutes)
  }

  /// What a zone's clocks show from some time on.
  public struct ClockChange: Hashable, Sendable, Codable {
    public var at: Timestamp
    public var zone: String
    /// Minutes east of UTC.
    public var offsetMinutes: Int

    public init(at: Timestamp, zone: String, offsetMinutes: Int) {
      self.at = at
      self.zone = zone
      self.offsetMinutes = offsetMinutes
    }
  }
}

/// `Round Table - Circle - 60 Min`.
public struct Format: Hashable, Sendable, Codable {
  public var kind: String
  public var layout: String?
  public var minutes: Int?

  public init(kind: String, layout: String? = nil, minutes: Int? = nil) {
    self.kind = kind
    self.layout = layout
    self.minutes = minutes
  }
}

/// The larger meeting that a session is a part of.
public struct Programme: Hashable, Sendable, Codable {
  public var title: String
  /// Counted from 1.
  public var part: Int
  public var parts: Int

  public init(title: String, part: Int, parts: Int) {
    self.title = title
    self.part = part
    self.parts = parts
  }
}

/// A Sustainable Development Goal or target: `8.2`, `16`.
public struct DevelopmentGoal: Hashable, Sendable, Codable {
  public var code: String
  /// Why it is named, in the organizers' words; `nil` when only the code was published.
  public var reason: String?

  public init(code: String, reason: String? = nil) {
    self.code = code
    self.reason = reason
  }
}

/// Whether what is said may be joined to who said it.
public enum AttributionRule: String, Sendable, Codable, CaseIterable, Hashable {
  case attributed
  /// What is said may be used; neither identity nor affiliation may be revealed.
  case chathamHouse = "chatham_house"
  case offTheRecord = "off_the_record"

  public var title: String {
    switch self {
    case .attributed: "attributed"
    case .chathamHouse: "Chatham House Rule"
    case .offTheRecord: "off the record"
    }
  }

  /// What is said of a session while it holds: `under the Chatham House Rule`.
  public var holding: String {
    switch self {
    case .attributed: "on the record, attributed"
    case .chathamHouse: "under the Chatham House Rule"
    case .offTheRecord: "off the record"
    }
  }
}

/// A policy question on the agenda.
public struct Question: Equatable, Sendable, Codable, Identifiable, Named {
  public static let letter: Character = "q"

  public let id: QuestionID
  public var text: String
  /// A few words for narrow screens; `nil` when the text itself is short enough.
  public var short: String?
  public var parts: [String]

  public init(id: QuestionID, text: String, short: String? = nil, parts: [String] = []) {
    self.id = id
    self.text = text
    self.short = short
    self.parts = parts
  }

  /// The few words, else the text.
  public var heading: String { short ?? text }
}
