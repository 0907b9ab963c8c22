import Glibc
public import SessionModel

/// The folder that a session lives in: its journal, and what may be deleted beside it.
public struct SessionFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// What the session is called on the command line.
  public var name: String { path.lastPathPart }
  /// The truth.
  public var journalPath: String { path.appending(path: "journal.jsonl") }
  /// The whole state, readable; made anew when it is missing.
  public var checkpointPath: String { path.appending(path: Self.checkpointName) }
  /// One locked file for each terminal at the table.
  public var seatsPath: String { path.appending(path: "seats") }

  static let checkpointName = "session.json"

  /// Whether a journal lies in it.
  public var holdsSession: Bool { access(journalPath, F_OK) == 0 }

  /// Whether a session was here whose journal is gone.
  var hasLostJournal: Bool {
    guard !holdsSession else { return false }
    let traces = [checkpointPath, seatsPath]
    return traces.contains { access($0, F_OK) == 0 }
  }

  var folder: Folder { Folder(path: path) }

  /// Every committed entry, in order.
  public func entries() throws(StoreFailure) -> [Entry] {
    var entries: [Entry] = []
    var position = Journal.Position()
    try Journal(journalPath).read(from: &position) { entry, _ throws(StoreFailure) in
      entries.append(entry)
    }
    return entries
  }

  /// Hands over every committed entry with the session as it was before it; answers how it is now.
  public func follow(
    _ body: (_ entry: Entry, _ before: Session) -> Void
  ) throws(StoreFailure) -> Session {
    var session = Session()
    var position = Journal.Position()
    try Journal(journalPath).read(from: &position) { entry, line throws(StoreFailure) in
      // The session as it was is lent, not kept: a copy kept aside would cost one of all its notes.
      body(entry, session)
      try session.take(entry, line: line)
    }
    return session
  }

  /// The session as it was after entry `number`; after the last one where there are fewer.
  public func session(at number: Int) throws(StoreFailure) -> Session {
    try state(at: number).0
  }

  /// What `session.json` would hold after entry `number`: the whole state, as JSON to read.
  public func readableState(at number: Int = .max) throws(StoreFailure) -> String {
    let (session, position) = try state(at: number)
    return String(decoding: Checkpoint(of: session, at: position).bytes, as: UTF8.self)
  }

  private func state(
    at number: Int
  ) throws(StoreFailure) -> (Session, Journal.Position) {
    var session = Session()
    var position = Journal.Position()
    try Journal(journalPath).read(from: &position, upTo: number) {
      entry, line throws(StoreFailure) in
      try session.take(entry, line: line)
    }
    return (session, position)
  }
}

extension Session {
  /// Applies an entry that stands in a line of the journal.
  mutating func take(_ entry: Entry, line: Int) throws(StoreFailure) {
    do throws(Damage) {
      try apply(entry)
    } catch {
      throw .damaged(line: line, .doesNotFollow(error.sentence))
    }
  }
}
