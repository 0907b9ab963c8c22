public import SessionModel

extension Event {
  /// What happened, as one sentence on one line, without a full stop.
  ///
  /// The session may be as it was before the event or after it. Before is better for what goes
  /// away: only then is its name known. `now` is when it happened; with it a turn that ends tells
  /// how long it was. An anonymous ballot is never told, only how many there are.
  public func sentence(in session: Session, at now: Moment? = nil) -> String {
    let telling = Telling(session: session, now: now)
    let sentence =
      switch self {
      case .plan(let event): telling.sentence(of: event)
      case .people(let event): telling.sentence(of: event)
      case .agenda(let event): telling.sentence(of: event)
      case .floor(let event): telling.sentence(of: event)
      case .poll(let event): telling.sentence(of: event)
      case .note(let event): telling.sentence(of: event)
      case .outcome(let event): telling.sentence(of: event)
      case .inbox(let event): telling.sentence(of: event)
      case .breakout(let event): telling.sentence(of: event)
      case .access(let event): telling.sentence(of: event)
      case .history(let event): telling.sentence(of: event)
      }
    return sentence.onOneLine
  }
}

extension Entry {
  /// What happened, as one sentence on one line; see `Event.sentence(in:at:)`.
  public func sentence(in session: Session) -> String { event.sentence(in: session, at: at) }
}

/// What events are told with: the names of things, and when it is.
struct Telling {
  var session: Session
  var now: Moment?

  func name(of id: PersonID) -> String { session.people[id]?.name ?? id.description }

  func title(of id: SegmentID) -> String {
    session.agenda.segments[id].map { "'\($0.title)'" } ?? "Segment \(id)"
  }

  func heading(of id: QuestionID) -> String {
    session.plan.questions[id].map { "\(id) \($0.heading)" } ?? id.description
  }

  func sentence(of event: HistoryEvent) -> String {
    switch event {
    case .undone(let entry): "Taken back, entry \(entry)" + told(entry)
    case .redone(let entry): "Done again, entry \(entry)" + told(entry)
    }
  }

  private func told(_ entry: Int) -> String {
    session.history.event(ofEntry: entry).map { ": " + $0.sentence(in: session, at: now) } ?? ""
  }
}

extension Int {
  /// Seconds as a clock shows them: `3:00`, `1:02:00`.
  var clock: String {
    let seconds = abs(self)
    let rest = [seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let hours = seconds / 3600
    let text = hours > 0 ? "\(hours):\(rest[0]):\(rest[1])" : "\(seconds / 60):\(rest[1])"
    return self < 0 ? "-" + text : text
  }

  /// `1 ballot`, `2 ballots`.
  func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension String {
  /// Line ends and controls become spaces.
  fileprivate var onOneLine: String {
    String(
      map { character in
        character.isNewline
          || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
          ? " " : character
      })
  }
}
