import SessionModel

/// A session as a report may speak of it: as of its last entry, under its attribution rules.
struct Record: Sendable {
  let session: Session
  /// When the last entry was made; what still runs is counted up to then.
  let now: Moment

  init(of session: Session) {
    self.session = session
    now = session.lastEntryAt ?? Moment(at: Timestamp(milliseconds: 0))
  }

  /// A time on the clocks of the place, as the programme writes it.
  func calendar(_ time: Timestamp) -> CalendarTime {
    CalendarTime(time, offsetMinutes: session.plan.slot?.offsetMinutes ?? 0)
  }
}

// MARK: Attribution

extension Record {
  /// The rule that holds in a segment; the session's own outside of any.
  func rule(in segment: SegmentID?) -> AttributionRule {
    segment.flatMap { session.agenda.segments[$0]?.attribution } ?? session.plan.attribution
  }

  /// The strictest rule a note stands under: where it is bound, and where it was written.
  ///
  /// So a note that is tied to another segment later still keeps the promise it was said under.
  func rule(for note: Note) -> AttributionRule {
    let running = session.agenda.segments.filter { segment in
      guard let started = segment.started, started.at <= note.written.at else { return false }
      return segment.finished.map { note.written.at < $0.at } ?? true
    }
    return running.map { rule(in: $0.id) }.reduce(rule(in: note.binding.segment)) { one, other in
      one.strictness >= other.strictness ? one : other
    }
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
}

extension AttributionRule {
  /// The more it forbids, the larger.
  fileprivate var strictness: Int {
    switch self {
    case .attributed: 0
    case .chathamHouse: 1
    case .offTheRecord: 2
    }
  }
}
