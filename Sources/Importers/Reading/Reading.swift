public import SessionModel

/// Something understood, with the words it was understood from.
public struct Found<Value: Equatable & Sendable>: Equatable, Sendable {
  public var value: Value
  /// As it stands in the source.
  public var raw: String
  /// Counted from 1.
  public var line: Int
  /// Whether a heading or label said what it is; else it is known from its place or shape alone.
  public var isHeaded: Bool

  public init(_ value: Value, raw: String, line: Int, isHeaded: Bool = true) {
    self.value = value
    self.raw = raw
    self.line = line
    self.isHeaded = isHeaded
  }
}

/// What a source says, before anything is asked of a session.
public struct Reading: Equatable, Sendable {
  public var kind: DocumentKind
  /// How sure the kind is, from 0 to 1.
  public var confidence: Double
  public var title: Found<String>?
  /// A code such as `workshop`, `open_forum`, `town_hall` or `lightning_talk`.
  public var type: Found<String>?
  public var number: Found<Int>?
  public var year: Found<Int>?
  public var start: Found<StatedTime>?
  public var end: Found<StatedTime>?
  public var room: Found<String>?
  public var format: Found<StatedFormat>?
  /// One entry a role; a person with two roles stands here twice.
  public var holders: [Found<RoleHolder>] = []
  public var questions: [Found<StatedQuestion>] = []
  /// Goals and targets as written: `9. Industry, Innovation and Infrastructure`, `9.c`.
  public var goals: [Found<String>] = []
  public var agenda: [Found<AgendaPoint>] = []
  public var description: [Found<String>] = []
  public var outcomes: [Found<String>] = []
  public var documents: [Found<StatedDocument>] = []
  public var interpretation: [Found<String>] = []
  public var deadlines: [Found<StatedDeadline>] = []
  /// The sessions of a programme, or of a page that holds several.
  public var sessions: [Reading] = []
  public var takeaways: [Found<String>] = []
  public var callsToAction: [Found<String>] = []
  public var turns: [SpokenTurn] = []
  /// What an analysis says of each speaker's speech, beside what is counted.
  public var statedFigures: [Found<StatedFigures>] = []
  /// What else a report writes down, in its order.
  public var remarks: [Found<Remark>] = []
  /// Messages of a chat.
  public var messages: [ChatMessage] = []
  /// People of a list, with when they came and went where it says so.
  public var attendance: [Found<ListedAttendance>] = []
  /// Whether it came as rows and columns.
  public var isTable = false
  public var warnings: [ImportWarning] = []

  init(_ kind: DocumentKind, confidence: Double = 1) {
    self.kind = kind
    self.confidence = confidence
  }
}

/// What a source is.
public enum DocumentKind: String, Sendable, CaseIterable {
  case proposal, agenda, report, transcript, captions, people, chat, calendar
}

/// A time as a source writes it.
public struct StatedTime: Equatable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// Minutes since midnight.
  public var minutes: Int
  /// Minutes east of UTC; `nil` where the source names no zone.
  public var offset: Int?
  /// As the source calls its zone.
  public var zone: String?
}

/// `Round Table - Circle - 60 Min`.
public struct StatedFormat: Equatable, Sendable {
  public var kind: String?
  public var layout: String?
  public var minutes: Int?
}

/// Somebody in a role.
public struct RoleHolder: Equatable, Sendable {
  public var role: Role
  /// `nil` where only the group was published.
  public var name: String?
  public var affiliation: String?
  public var group: StakeholderGroup?
  public var region: Region?
  public var status: Person.Status?
}

/// A policy question and the points it falls into.
public struct StatedQuestion: Equatable, Sendable {
  public var text: String
  public var parts: [String] = []
}

/// A document that the discussion builds on.
public struct StatedDocument: Equatable, Sendable {
  public var title: String
  public var link: String?

  public init(title: String, link: String? = nil) {
    self.title = title
    self.link = link
  }
}

/// Something that has to be handed in by a day.
public struct StatedDeadline: Equatable, Sendable {
  public var text: String
  /// `2022-02-25`; `nil` where its year is not known.
  public var day: String?

  public init(text: String, day: String? = nil) {
    self.text = text
    self.day = day
  }
}

/// One point of an agenda.
public struct AgendaPoint: Equatable, Sendable {
  public var start: StatedMoment?
  public var end: StatedMoment?
  public var title: String?
  public var kind: Segment.Kind
  public var people: [RoleHolder] = []
}

/// A time of day, on a day where one is known.
public struct StatedMoment: Equatable, Sendable {
  public var day: StatedTime?
  /// Minutes since midnight.
  public var minutes: Int
}

/// One stretch of speech.
public struct SpokenTurn: Equatable, Sendable {
  /// `nil` where nobody is named.
  public var speaker: String?
  /// Seconds since the beginning; `nil` where no time stands.
  public var start: Double?
  public var end: Double?
  public var words: Int
  public var text: String
  public var line: Int
}

/// `144 words per minute`, `1178 words`, `488 seconds`.
public struct StatedFigures: Equatable, Sendable {
  public var name: String
  public var wordsPerMinute: Int?
  public var words: Int?
  public var seconds: Int?
}

/// A line of a report that becomes a note.
public struct Remark: Equatable, Sendable {
  public var kind: Note.Kind
  public var text: String
  public var speaker: String?
  /// Who else is named with it.
  public var others: [String] = []
  /// What stands below it: explanation, evidence, topics.
  public var details: [Detail] = []

  public struct Detail: Equatable, Sendable {
    public var label: String
    public var text: String
  }
}

/// One message of a chat.
public struct ChatMessage: Equatable, Sendable {
  public var sender: String
  /// As it was sent: `16:32:05`.
  public var time: String?
  public var text: String
  public var line: Int
}

/// Somebody on a list of who came.
public struct ListedAttendance: Equatable, Sendable {
  public var name: String
  public var details: PersonDetails
  public var minutes: Int?
}

extension Reading {
  /// Everybody named in a role, on the agenda or in a session, once each, in that order.
  public var people: [String] {
    var seen: Set<String> = []
    var people: [String] = []
    func take(_ name: String?) {
      guard let name, seen.insert(name.personKey).inserted else { return }
      people.append(name)
    }
    for holder in holders { take(holder.value.name) }
    for point in agenda { point.value.people.forEach { take($0.name) } }
    for session in sessions { session.people.forEach(take) }
    for entry in attendance { take(entry.value.name) }
    return people
  }

  mutating func warn(_ line: Int, _ message: String) {
    warnings.append(ImportWarning(line: line, message))
  }
}
