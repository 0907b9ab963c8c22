import Sealing
public import SessionModel

/// The desk at which everyone asks and reads.
///
/// It changes what it shows only by reading the journal, its own entries included. Belongs to
/// one thread; another process has a desk of its own.
public final class SessionDesk {
  public let folder: SessionFolder
  private let calls: FileCalls
  private let now: () -> Moment
  private let journal: Journal
  private var session: Session
  private var position: Journal.Position
  private var boxes: BallotBoxes
  private var sheet: CodeSheet
  private var place: Place?
  /// The entries that this desk is about to read as its own; empty while it writes none.
  private var own = 0..<0
  /// The last entry that stands in a checkpoint, as far as this desk knows.
  private var checkpointed: Int
  /// Why the journal could not be read on, and how large it was then.
  private var stopped: (failure: StoreFailure, size: Int)?

  /// Opens a session and reads all of it, from its checkpoint where there is a good one.
  ///
  /// `now` is asked for the time of every entry. Throws where the journal is missing, damaged or
  /// newer than this program.
  public convenience init(
    _ folder: SessionFolder, now: @escaping () -> Moment
  ) throws(StoreFailure) {
    try self.init(folder, calls: .system, now: now)
  }

  package init(
    _ folder: SessionFolder, calls: FileCalls, formats: Formats = .known,
    now: @escaping () -> Moment
  ) throws(StoreFailure) {
    self.folder = folder
    self.calls = calls
    self.now = now
    journal = try Journal(folder.journalPath, calls: calls, formats: formats)
    boxes = BallotBoxes(in: folder.folder, calls: calls)
    sheet = CodeSheet(in: folder.folder, calls: calls)
    if let (session, position) = try Checkpoint.read(in: folder, of: journal, calls: calls) {
      self.session = session
      self.position = position
      checkpointed = session.entries
    } else {
      session = Session()
      position = Journal.Position()
      checkpointed = 0
    }
    try catchUp()
  }

  /// The session as everything committed so far has made it.
  ///
  /// Throws where the journal cannot be read on; what `session` shows is then what stood before.
  public func current() throws(StoreFailure) -> Session {
    try catchUp()
    return session
  }

  /// The session as it was read last; looks at no file.
  public var lastRead: Session { session }

  // MARK: Asking

  /// Asks for one thing; returns when it stands in the journal, on the disk.
  public func submit(_ intent: Intent, by seat: Seat) throws(DeskError) {
    let outcome: Outcome
    do throws(StoreFailure) {
      outcome = try submit([intent], by: seat)[0]
    } catch {
      throw .failed(error)
    }
    if case .failure(let refusal) = outcome { throw .refused(refusal) }
  }

  /// What became of one intent of many: its entry, or why there is none.
  public typealias Outcome = Result<Entry, Refusal>

  /// Asks for many things in a row, with one lock and one write; an outcome for each.
  ///
  /// Each is decided on what those before it made. When it throws, nothing is acknowledged; of a
  /// disk that became full, the first ones may stand in the journal nevertheless.
  public func submit(
    _ intents: [Intent], by seat: Seat
  ) throws(StoreFailure) -> [Outcome] {
    try submit(intents, by: seat, keys: [:])
  }

  /// The same, where a sealed poll that is to close can be opened.
  func submit(
    _ intents: [Intent], by seat: Seat, keys: [PollID: SecretSeal]
  ) throws(StoreFailure) -> [Outcome] {
    try journal.locked { () throws(StoreFailure) in
      try catchUp()
      if intents.contains(where: \.needsHistory) { try knowWholeHistory() }
      let answer = try decide(intents, by: seat, keys: keys)
      guard !answer.entries.isEmpty else { return answer.outcomes }
      try write(answer)
      own = session.entries + 1..<session.entries + 1 + answer.entries.count
      defer { own = 0..<0 }
      try catchUp()
      boxes.clean(keeping: session)
      return answer.outcomes
    }
  }

  /// Boxes first: one may know of a ballot that no entry counts, never the other way round.
  private func write(_ answer: Answer) throws(StoreFailure) {
    do throws(StoreFailure) {
      if let codes = answer.codes { try sheet.write(codes) }
      for (poll, box) in answer.filled { try boxes.fill(poll, with: box) }
      try journal.append(answer.entries, at: position)
    } catch {
      // Whoever was not thanked will vote again, and is to be counted once.
      for poll in answer.filled.keys { boxes.putBack(poll, to: session.boxes[poll]) }
      throw error
    }
  }

  private func decide(
    _ intents: [Intent], by seat: Seat, keys: [PollID: SecretSeal]
  ) throws(StoreFailure) -> Answer {
    var answer = Answer()
    var ahead = session
    for (poll, key) in keys {
      guard let box = ahead.boxes[poll] else { continue }
      guard let opened = box.unsealed(with: key) else { throw boxes.broken(poll) }
      ahead.boxes[poll] = opened
    }
    for (index, intent) in intents.enumerated() {
      // Nothing is decided on what the last one makes: it is read back from the journal.
      let isLast = index == intents.count - 1
      answer.decide(intent, by: seat, at: now(), in: &ahead, thenApply: !isLast)
    }
    return answer
  }

  // MARK: Reading

  private func catchUp() throws(StoreFailure) {
    let size = try journal.size()
    if let stopped, stopped.size == size { throw stopped.failure }
    do throws(StoreFailure) {
      if size != position.offset { try readOn() }
      stopped = nil
    } catch {
      stopped = (error, size)
      throw error
    }
    try boxes.read(into: &session)
    try sheet.read(into: &session)
  }

  /// Reads what is new; where that makes no sense, reads everything again before it says so.
  private func readOn() throws(StoreFailure) {
    do throws(StoreFailure) {
      try journal.read(from: &position) { entry, line throws(StoreFailure) in
        note(entry)
        try session.take(entry, line: line)
      }
    } catch .damaged {
      try readAll()
    }
  }

  private func readAll() throws(StoreFailure) {
    var whole = Session()
    whole.others = session.others
    var start = Journal.Position()
    try journal.read(from: &start) { entry, line throws(StoreFailure) in
      note(entry)
      whole.others = session.others
      try whole.take(entry, line: line)
    }
    whole.boxes = session.boxes
    whole.codes = session.codes
    session = whole
    position = start
  }

  /// Leaves it to another terminal at this desk's seat to take back what that one did.
  private func note(_ entry: Entry) {
    guard entry.by == session.others.seat, entry.n > session.entries, !own.contains(entry.n)
    else { return }
    session.others.insert(entry.n)
  }

  /// After a checkpoint nothing can be taken back before the whole journal was read.
  private func knowWholeHistory() throws(StoreFailure) {
    if !session.history.isWhole { try readAll() }
  }

  // MARK: The checkpoint

  /// How many entries may pass before it is worth writing a checkpoint.
  public static let entriesBetweenCheckpoints = 500

  /// Writes `session.json` beside the journal: the state as it was read last.
  public func writeCheckpoint() throws(StoreFailure) {
    let bytes = Checkpoint(of: session, at: position).bytes
    try journal.locked { () throws(StoreFailure) in
      try folder.folder.replace(
        SessionFolder.checkpointName, with: bytes, durably: false, calls: calls)
    }
    checkpointed = session.entries
  }

  /// Writes a checkpoint where many entries have passed since the last; best when nobody waits.
  public func writeCheckpointIfDue() throws(StoreFailure) {
    if session.entries - checkpointed >= Self.entriesBetweenCheckpoints { try writeCheckpoint() }
  }

  // MARK: The seats

  /// Takes a place at the table, which the others see until `leave`, or until this desk is gone.
  ///
  /// From then on undo takes back what was done at this desk, where the seat is one at which several
  /// write; what was done there before only where it was free.
  public func sit(at seat: Seat) throws(StoreFailure) {
    if seat.takesBackItsOwn {
      let isFree = attendance()[seat] == nil
      session.others = History.Others(at: seat, through: isFree ? 0 : session.entries)
    }
    place = try Place(at: seat, in: Folder(path: folder.seatsPath), calls: calls)
  }

  /// Gives the place back; the last one to leave writes a checkpoint.
  public func leave() throws(StoreFailure) {
    guard place != nil else { return }
    place = nil
    session.others = History.Others()
    if attendance().isEmpty, session.entries > checkpointed { try writeCheckpoint() }
  }

  /// How many terminals sit at each seat, this one included.
  public func attendance() -> [Seat: Int] {
    Attendance(folder: Folder(path: folder.seatsPath), calls: calls).count()
  }
}

/// What a session answers to intents in a row, before anything of it is written.
private struct Answer {
  private(set) var outcomes: [SessionDesk.Outcome] = []
  private(set) var entries: [Entry] = []
  /// Boxes as they are to be; of polls that closed since there is none.
  private(set) var filled: [PollID: BallotBox] = [:]
  /// The codes on slips as they are to be; `nil` where none were issued.
  private(set) var codes: Set<VoteCode>?

  mutating func decide(
    _ intent: Intent, by seat: Seat, at now: Moment, in session: inout Session,
    thenApply appliesIt: Bool
  ) {
    do throws(Refusal) {
      var decision = try session.decide(intent, by: seat, at: now)
      if case .seal(let id, let ballot, var box) = decision.deposit {
        guard let poll = session.polls[id] else { throw .noSuchPoll(id) }
        box.put(sealed: try poll.sealed(ballot))
        decision.deposit = .fill(id, box)
      }
      let entry = Entry(n: session.entries + 1, at: now, by: seat, event: decision.event)
      entries.append(entry)
      outcomes.append(.success(entry))
      switch decision.deposit {
      case .fill(let poll, let box): filled[poll] = box
      case .empty(let poll): filled[poll] = nil
      case .codes(let codes): self.codes = codes
      case .seal, nil: break
      }
      if appliesIt { apply(entry, decision.deposit, to: &session) }
    } catch {
      outcomes.append(.failure(error))
    }
  }

  private func apply(_ entry: Entry, _ deposit: Deposit?, to session: inout Session) {
    do throws(Damage) {
      try session.apply(entry)
    } catch {
      preconditionFailure("What was decided can be applied: \(error.sentence)")
    }
    switch deposit {
    case .fill(let poll, let box): session.boxes[poll] = box
    case .empty(let poll): session.boxes[poll] = nil
    case .codes(let codes): session.codes = codes
    case .seal, nil: break
    }
  }
}

extension Intent {
  fileprivate var needsHistory: Bool {
    switch self {
    case .undo, .undoBefore, .redo: true
    default: false
    }
  }
}
