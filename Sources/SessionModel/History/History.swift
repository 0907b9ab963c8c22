/// What each seat can take back and do again, the newest last.
public struct History: Sendable {
  /// Whether every entry since the first was seen; after a checkpoint it was not.
  public internal(set) var isWhole = true
  /// What other terminals at the same seat did: it is theirs to take back and to do again.
  public var others = Others()
  private var undoable: [Seat: [Record]] = [:]
  private var redoable: [Seat: [Record]] = [:]
  /// The last thing that was done at each seat here, and not again.
  private var newest: [Seat: Int] = [:]

  init() {}

  /// What one entry did to what it touched.
  struct Record: Sendable {
    var entry: Int
    var event: Event
    var touched: [Element]
    var before: [ElementValue?]
    var after: [ElementValue?]
    /// The entry that took it back last; 0 before there was one.
    var undoneBy = 0
  }

  /// The entries of one seat that another terminal made.
  public struct Others: Equatable, Sendable {
    public let seat: Seat?
    /// All up to this one are others'.
    private let through: Int
    private var entries: Set<Int> = []

    /// Others' are the entries up to one, and those that are inserted.
    public init(at seat: Seat? = nil, through: Int = 0) {
      self.seat = seat
      self.through = through
    }

    public mutating func insert(_ entry: Int) { entries.insert(entry) }

    func made(_ entry: Int, at seat: Seat) -> Bool {
      seat == self.seat && (entry <= through || entries.contains(entry))
    }
  }

  /// What the seat would take back now.
  public func nextUndo(by seat: Seat) -> Event? { lastUndoable(by: seat)?.event }

  /// What the seat would do again now.
  public func nextRedo(by seat: Seat) -> Event? { lastRedoable(by: seat)?.event }

  /// What an entry said that can be taken back or done again; `nil` where it was not kept.
  public func event(ofEntry entry: Int) -> Event? {
    for records in [undoable.values, redoable.values].joined() {
      if let record = records.last(where: { $0.entry == entry }) { return record.event }
    }
    return nil
  }

  func lastUndoable(by seat: Seat, before entry: Int = .max) -> Record? {
    undoable[seat]?.last { $0.entry < entry && !others.made($0.entry, at: seat) }
  }

  /// What was taken back before something new was done is not done again.
  func lastRedoable(by seat: Seat) -> Record? {
    let newest = newest[seat] ?? 0
    for record in (redoable[seat] ?? []).reversed() {
      guard record.undoneBy > newest else { return nil }
      if !others.made(record.undoneBy, at: seat) { return record }
    }
    return nil
  }

  mutating func remember(_ record: Record, by seat: Seat) {
    undoable[seat, default: []].append(record)
    if !others.made(record.entry, at: seat) { newest[seat] = record.entry }
  }

  mutating func takeUndoable(_ entry: Int, by seat: Seat, in undo: Int) -> Record? {
    guard let place = undoable[seat]?.lastIndex(where: { $0.entry == entry }),
      var record = undoable[seat]?.remove(at: place)
    else { return nil }
    record.undoneBy = undo
    redoable[seat, default: []].append(record)
    return record
  }

  mutating func takeRedoable(_ entry: Int, by seat: Seat) -> Record? {
    guard let place = redoable[seat]?.lastIndex(where: { $0.entry == entry }),
      let record = redoable[seat]?.remove(at: place)
    else { return nil }
    undoable[seat, default: []].append(record)
    return record
  }
}

/// What happened to the past: an entry was taken back, or done again.
public enum HistoryEvent: Equatable, Sendable, Codable {
  case undone(entry: Int)
  case redone(entry: Int)
}
