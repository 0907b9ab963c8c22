/// What else is known of a note, beside its words and what it is bound to.
public struct NoteDetail: Equatable, Sendable {
  /// What a note of its kind says of itself: to whom, by when, why.
  public var fields: [Note.Field: String] = [:]
  /// Words it is sorted under, without `#`, in the order they were given.
  public var topics: [String] = []
  /// What it has to do with other notes and with people, in the order it was said.
  public var links: [NoteLink] = []
  /// The rule under which it was written; `nil` where what is said may be joined to who said it.
  public var attribution: AttributionRule?
  /// How it read before, the oldest first.
  public var earlier: [NoteVersion] = []
  /// What of its other parts was changed since it was written, the oldest first.
  public var changes: [NoteChange] = []

  public init() {}

  public var isEmpty: Bool { self == NoteDetail() }
}

extension NoteDetail: Codable {
  enum CodingKeys: String, CodingKey {
    case fields, topics, links, attribution, earlier, changes
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    fields = try container.decodeIfPresent([Note.Field: String].self, forKey: .fields) ?? [:]
    topics = try container.decodeIfPresent([String].self, forKey: .topics) ?? []
    links = try container.decodeIfPresent([NoteLink].self, forKey: .links) ?? []
    attribution = try container.decodeIfPresent(AttributionRule.self, forKey: .attribution)
    earlier = try container.decodeIfPresent([NoteVersion].self, forKey: .earlier) ?? []
    changes = try container.decodeIfPresent([NoteChange].self, forKey: .changes) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if !fields.isEmpty { try container.encode(fields, forKey: .fields) }
    if !topics.isEmpty { try container.encode(topics, forKey: .topics) }
    if !links.isEmpty { try container.encode(links, forKey: .links) }
    try container.encodeIfPresent(attribution, forKey: .attribution)
    if !earlier.isEmpty { try container.encode(earlier, forKey: .earlier) }
    if !changes.isEmpty { try container.encode(changes, forKey: .changes) }
  }
}

extension Note {
  public var fields: [Field: String] { detail?.fields ?? [:] }
  public var topics: [String] { detail?.topics ?? [] }
  public var links: [NoteLink] { detail?.links ?? [] }
  public var attribution: AttributionRule? { detail?.attribution }
  public var earlier: [NoteVersion] { detail?.earlier ?? [] }

  /// Changes what else is known; nothing is kept of nothing.
  mutating func know(_ change: (inout NoteDetail) -> Void) {
    var known = detail ?? NoteDetail()
    change(&known)
    detail = known.isEmpty ? nil : known
  }

  /// Remembers how it reads now, before somebody changes it.
  mutating func remember(changedBy seat: Seat, at now: Moment) {
    let version = NoteVersion(text: text, kind: kind, until: now, changedBy: seat)
    know { $0.earlier.append(version) }
  }

  /// Something that notes of some kinds say of themselves.
  public enum Field: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
    /// Whom a call goes to.
    case addressee
    /// By when, in the words of the room.
    case deadline
    case explanation, evidence
    /// The major discussion point that an argument belongs to.
    case point
    /// Why a comment was thought-provoking, or why a question was asked.
    case reason
    case impact
    /// Who commits itself, or acts.
    case organisation
    /// Who asked, where it is nobody on the roll.
    case asker
    /// `similar` or `unexpected`, of an agreement or a disagreement.
    case aspect
    /// A link's address.
    case address

    public var title: String { rawValue }
  }
}

/// How a note read for a while.
public struct NoteVersion: Equatable, Sendable, Codable {
  public var text: String
  public var kind: Note.Kind
  /// When it was changed.
  public var until: Moment
  public var changedBy: Seat

  public init(text: String, kind: Note.Kind, until: Moment, changedBy: Seat) {
    self.text = text
    self.kind = kind
    self.until = until
    self.changedBy = changedBy
  }
}

/// What a note has to do with another one, or with a person.
public struct NoteLink: Hashable, Sendable, Codable {
  public var relation: Relation
  public var target: Target

  public init(_ relation: Relation, _ target: Target) {
    self.relation = relation
    self.target = target
  }

  /// In which way.
  public enum Relation: String, Sendable, Codable, CaseIterable, Hashable {
    case supports, contradicts, answers
    case agreedWith = "agreed_with"
    case disagreedWith = "disagreed_with"
    /// What a takeaway, an agreement or a call draws on.
    case basedOn = "based_on"
    case mentions

    public var title: String { rawValue.spelledOut }

    /// Whether such a link leads to a person; the others lead to notes.
    public var mayLeadToPerson: Bool {
      switch self {
      case .agreedWith, .disagreedWith, .answers, .mentions: true
      case .supports, .contradicts, .basedOn: false
      }
    }
  }

  /// Another note, or somebody on the roll; written as the name of either.
  public enum Target: Hashable, Sendable {
    case note(NoteID)
    case person(PersonID)
  }

  /// The note it leads to; `nil` when it leads to a person.
  public var note: NoteID? { if case .note(let id) = target { id } else { nil } }

  /// The person it leads to; `nil` when it leads to a note.
  public var person: PersonID? { if case .person(let id) = target { id } else { nil } }
}

extension NoteLink.Target: WrittenAsText {
  public init?(_ text: String) {
    if let id = NoteID(text) {
      self = .note(id)
    } else if let id = PersonID(text) {
      self = .person(id)
    } else {
      return nil
    }
  }

  public static var wanted: String { "a name such as 'n1' or 'p1'" }

  public var description: String {
    switch self {
    case .note(let id): id.description
    case .person(let id): id.description
    }
  }
}
