/// The whole state of one sitting, folded from the entries of its journal.
///
/// Two sessions are equal when their areas are; by which entries they came there does not count.
public struct Session: Sendable {
  public internal(set) var plan = Plan()
  public internal(set) var people = People()
  public internal(set) var agenda = Agenda()
  public internal(set) var floor = Floor()
  public internal(set) var polls = PollBook()
  public internal(set) var notes = Notebook()
  public internal(set) var outcomes = Outcomes()
  public internal(set) var inbox = Inbox()
  public internal(set) var breakouts = Breakouts()
  public internal(set) var access = Access()
  public internal(set) var serials = Serials()
  /// The number of the last entry applied; 0 before the first.
  public internal(set) var entries = 0
  /// When the last entry was made; `nil` before the first.
  public internal(set) var lastEntryAt: Moment?
  /// What can be taken back and done again; not kept in a checkpoint.
  public internal(set) var history = History()
  /// The boxes of open polls, as the store read them; no entry knows them.
  public var boxes: [PollID: BallotBox] = [:]
  /// The codes on slips, as the store read them; no entry knows them.
  public var codes: Set<VoteCode> = []
  /// What other terminals at this one's seat did, as the store knows it; no entry does.
  public var others: History.Others {
    get { history.others }
    set { history.others = newValue }
  }

  public init() {}

  /// The session with the notes that a checkpoint keeps apart from it.
  public func with(_ notes: Register<Note>) -> Session {
    var session = self
    session.notes.all = notes
    return session
  }

  /// Answers an intent: what happens, or why not.
  ///
  /// Reads everything and changes nothing. Throws the refusal that the seat is to be told.
  public func decide(_ intent: Intent, by seat: Seat, at now: Moment) throws(Refusal) -> Decision {
    guard intent.isAllowed(at: seat) else { throw .notAtThisSeat(seat) }
    let intent = intent.said(at: seat)
    if seat == .online { try refuseWhatIsInTheRoom(intent) }
    switch intent {
    case .plan(let intent): return try decide(intent)
    case .people(let intent): return try decide(intent)
    case .agenda(let intent): return try decide(intent, at: now)
    case .floor(let intent): return try decide(intent, by: seat, at: now)
    case .poll(let intent): return try decide(intent, at: now)
    case .note(let intent): return try decide(intent)
    case .outcome(let intent): return try decide(intent, by: seat, at: now)
    case .inbox(let intent): return try decide(intent, by: seat, at: now)
    case .breakout(let intent): return try decide(intent, by: seat, at: now)
    case .access(let intent): return try decide(intent)
    case .undo: return try decideUndo(by: seat)
    case .undoBefore(let entry): return try decideUndo(by: seat, before: entry)
    case .redo: return try decideRedo(by: seat)
    }
  }

  /// Takes one entry as a fact; throws `Damage` where it cannot have followed the ones before.
  public mutating func apply(_ entry: Entry) throws(Damage) {
    guard entry.n == entries + 1 else {
      throw .outOfOrder(expected: entries + 1, found: entry.n)
    }
    if case .history(let event) = entry.event {
      try apply(event, by: entry.by, in: entry.n)
    } else if entry.undoer.canUndo, entry.event.canBeTakenBack {
      let touched = touches(entry.event)
      let before = touched.map { value(of: $0, before: entry.event) }
      try applyToAreas(entry)
      let after = touched.map { value(of: $0) }
      history.remember(
        History.Record(
          entry: entry.n, event: entry.event, touched: touched, before: before, after: after),
        by: entry.undoer)
    } else {
      try applyToAreas(entry)
    }
    entries = entry.n
    lastEntryAt = entry.at
  }

  private mutating func applyToAreas(_ entry: Entry) throws(Damage) {
    switch entry.event {
    case .plan(let event): try plan.apply(event)
    case .people(let event): try people.apply(event)
    case .agenda(let event):
      try agenda.apply(event, at: entry.at)
      if event == .opened, let began = plan.breakout?.began { try agenda.backdate(to: began) }
      if event == .closed { try floor.endAll(at: entry.at) }
      if let question = agenda.question { try floor.putQuestion(question) }
    case .floor(let event): try floor.apply(event, at: entry.at)
    case .poll(let event):
      try polls.apply(event, at: entry.at)
      switch event {
      case .closed(let poll, _), .timedOut(let poll, _):
        let entitled = polls[poll].flatMap { poll in
          var asked = poll
          asked.entitledAtClose = nil
          return entitledCount(in: asked)
        }
        try polls.note(
          present: people.presentCount, entitled: entitled, among: people, with: access,
          atCloseOf: poll)
      default: break
      }
    case .note(let event): try notes.apply(event, at: entry.at, by: entry.by, in: entry.n)
    case .outcome(let event): try outcomes.apply(event, by: entry.by, at: entry.at)
    case .inbox(let event):
      try inbox.apply(event, by: entry.by, at: entry.at)
      try carryOver(event, of: entry)
    case .breakout(let event): try breakouts.apply(event, at: entry.at)
    case .access(let event): access.apply(event)
    case .history: break
    }
    if let made = entry.event.made { serials.use(made) }
    if entry.event.mayMoveQueue(in: self) { arrangeQueue(at: entry.at) }
  }
}

extension Session: Equatable {
  public static func == (one: Session, other: Session) -> Bool {
    one.plan == other.plan && one.people == other.people && one.agenda == other.agenda
      && one.floor == other.floor && one.polls == other.polls && one.notes == other.notes
      && one.outcomes == other.outcomes && one.inbox == other.inbox
      && one.breakouts == other.breakouts && one.access == other.access
      && one.serials == other.serials
  }
}

extension Session: Codable {
  enum CodingKeys: String, CodingKey {
    case plan, people, agenda, floor, polls, notes, outcomes, inbox, breakouts, access, serials
    case entries, lastEntryAt
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    plan = try container.decode(Plan.self, forKey: .plan)
    people = try container.decode(People.self, forKey: .people)
    agenda = try container.decode(Agenda.self, forKey: .agenda)
    floor = try container.decode(Floor.self, forKey: .floor)
    polls = try container.decode(PollBook.self, forKey: .polls)
    notes = try container.decode(Notebook.self, forKey: .notes)
    outcomes = try container.decodeIfPresent(Outcomes.self, forKey: .outcomes) ?? Outcomes()
    inbox = try container.decodeIfPresent(Inbox.self, forKey: .inbox) ?? Inbox()
    breakouts = try container.decodeIfPresent(Breakouts.self, forKey: .breakouts) ?? Breakouts()
    access = try container.decodeIfPresent(Access.self, forKey: .access) ?? Access()
    serials = try container.decode(Serials.self, forKey: .serials)
    entries = try container.decode(Int.self, forKey: .entries)
    lastEntryAt = try container.decodeIfPresent(Moment.self, forKey: .lastEntryAt)
    history.isWhole = entries == 0
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(plan, forKey: .plan)
    try container.encode(people, forKey: .people)
    try container.encode(agenda, forKey: .agenda)
    try container.encode(floor, forKey: .floor)
    try container.encode(polls, forKey: .polls)
    try container.encode(notes, forKey: .notes)
    if !outcomes.isEmpty { try container.encode(outcomes, forKey: .outcomes) }
    if !inbox.isEmpty { try container.encode(inbox, forKey: .inbox) }
    if !breakouts.isEmpty { try container.encode(breakouts, forKey: .breakouts) }
    if !access.isEmpty { try container.encode(access, forKey: .access) }
    try container.encode(serials, forKey: .serials)
    try container.encode(entries, forKey: .entries)
    try container.encodeIfPresent(lastEntryAt, forKey: .lastEntryAt)
  }
}
