/// What each seat can take back and do again, the newest last.
public struct History: Sendable {
  /// Whether every entry since the first was seen; after a checkpoint it was not.
  public internal(set) var isWhole = true
  private var undoable: [Seat: [Record]] = [:]
  private var redoable: [Seat: [Record]] = [:]

  init() {}

  /// What one entry did to what it touched.
  struct Record: Sendable {
    var entry: Int
    var event: Event
    var touched: [Element]
    var before: [ElementValue?]
    var after: [ElementValue?]
  }

  /// What the seat would take back now.
  public func nextUndo(by seat: Seat) -> Event? { undoable[seat]?.last?.event }

  /// What the seat would do again now.
  public func nextRedo(by seat: Seat) -> Event? { redoable[seat]?.last?.event }

  /// What an entry said that can be taken back or done again; `nil` where it was not kept.
  public func event(ofEntry entry: Int) -> Event? {
    for records in [undoable.values, redoable.values].joined() {
      if let record = records.last(where: { $0.entry == entry }) { return record.event }
    }
    return nil
  }

  func lastUndoable(by seat: Seat) -> Record? { undoable[seat]?.last }

  func lastRedoable(by seat: Seat) -> Record? { redoable[seat]?.last }

  mutating func remember(_ record: Record, by seat: Seat) {
    undoable[seat, default: []].append(record)
    redoable[seat] = nil
  }

  mutating func takeUndoable(_ entry: Int, by seat: Seat) -> Record? {
    guard undoable[seat]?.last?.entry == entry, let record = undoable[seat]?.popLast() else {
      return nil
    }
    redoable[seat, default: []].append(record)
    return record
  }

  mutating func takeRedoable(_ entry: Int, by seat: Seat) -> Record? {
    guard redoable[seat]?.last?.entry == entry, let record = redoable[seat]?.popLast() else {
      return nil
    }
    undoable[seat, default: []].append(record)
    return record
  }
}

/// What happened to the past: an entry was taken back, or done again.
public enum HistoryEvent: Equatable, Sendable, Codable {
  case undone(entry: Int)
  case redone(entry: Int)
}
