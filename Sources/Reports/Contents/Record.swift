import SessionModel

/// A session as a report may speak of it: as of its last entry, under its attribution rules.
struct Record: Sendable {
  let session: Session
  /// When the last entry was made; what still runs is counted up to then.
  let now: Moment
  /// Words that may not stand where a rule hides who was there.
  let veil: Veil
  /// The notes that may be told of at all, in the order in which they are read.
  let keptNotes: [Note]
  /// Whether any rule hides anything.
  let hides: Bool

  init(of session: Session) {
    self.session = session
    now = session.lastEntryAt ?? Moment(at: Timestamp(milliseconds: 0))
    hides =
      session.plan.attribution != .attributed
      || session.agenda.segments.contains { $0.attribution ?? .attributed != .attributed }
      || session.notes.all.contains { $0.attribution != nil }
      || session.notes.stretches.contains { $0.rule != .attributed }
    // A group that met apart may have had a rule of its own.
    let isVeiled =
      hides || session.breakouts.returned.contains { $0.returned?.hasHidden == true }
      || session.inbox.all.contains { $0.attribution != nil }
    veil = isVeiled ? Veil(for: session) : Veil()
    keptNotes =
      hides
      ? session.notes.ordered.filter { session.attribution(of: $0) != .offTheRecord }
      : session.notes.ordered
  }

  /// A time on the clocks of the place, as the programme writes it.
  func calendar(_ time: Timestamp) -> CalendarTime {
    CalendarTime(time, offsetMinutes: session.plan.slot?.clock(at: time).offsetMinutes ?? 0)
  }
}

// MARK: Attribution

extension Record {
  /// How many people a figure must stand for before it hides each of them.
  static let crowd = 3

  /// The rule that holds in a segment; the session's own outside of any.
  func rule(in segment: SegmentID?) -> AttributionRule {
    let own = segment.flatMap { session.agenda.segments[$0]?.attribution }
    return max(own ?? .attributed, session.plan.attribution)
  }

  /// The rule that a note's words fall under.
  func rule(of note: Note) -> AttributionRule {
    hides ? session.attribution(of: note) : .attributed
  }

  /// The rule that a turn fell under.
  func rule(of turn: Turn) -> AttributionRule {
    hides ? session.attribution(of: turn) : .attributed
  }

  /// The turns that may be told of at all, in order.
  var keptTurns: [Turn] { session.floor.turns.filter { rule(of: $0) != .offTheRecord } }

  /// What a note says, without the names that its rule hides.
  func words(_ text: String, of note: Note) -> String {
    rule(of: note) == .attributed ? text : veil.over(text)
  }

  /// Whether the report may say who was there at all.
  ///
  /// Source: the Chatham House Rule, “nor that of any other participant”.
  var namesPeople: Bool { session.plan.attribution == .attributed }

  /// A person as the report names them: `Name, Affiliation`.
  func byline(_ id: PersonID) -> String? {
    session.people[id].map { person in
      [person.name, person.affiliation].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// What is said where people may not be named.
  var promise: String {
    "Who was there is not told: the session was "
      + (session.plan.attribution == .offTheRecord
        ? "off the record" : "held under the \(session.plan.attribution.title)")
  }
}
