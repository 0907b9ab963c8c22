import Glibc
import SessionModel

/// The whole state after an entry, readable, so that opening need not read every line.
///
/// Delete it, lose nothing. One that is broken, newer, or of another journal does not count.
struct Checkpoint: Codable, Sendable {
  var format = Checkpoint.current
  /// The last entry in it.
  var entries: Int
  /// Bytes of the journal in it, and what they amount to.
  var offset: Int
  var digest: String
  /// Lines of the journal in it, and the format of those that follow.
  var line: Int
  var journalFormat: Int
  var session: Session

  static let current = 1

  init(of session: Session, at position: Journal.Position) {
    entries = session.entries
    offset = position.offset
    digest = position.digest.text
    line = position.line
    journalFormat = position.format
    self.session = session
  }

  /// Reads what `bytes` writes, and any other JSON that says the same.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let rows = NoteRows(in: bytes) else {
      self = try JSONText.value(Checkpoint.self, from: Array(bytes)[...])
      return
    }
    let (rest, notes) = try Self.read(rows)
    guard let notes else {
      self = try JSONText.value(Checkpoint.self, from: Array(bytes)[...])
      return
    }
    self = rest
    session = session.with(Register(inOrder: notes))
  }

  /// Reads the notes of a long session while all else is read beside.
  private static func read(_ rows: NoteRows) throws -> (Checkpoint, [Note]?) {
    let bytes = rows.rest
    guard rows.areMany else {
      return (try JSONText.value(Checkpoint.self, from: bytes[...]), rows.notes())
    }
    let rest = Errand { Result { try JSONText.value(Checkpoint.self, from: bytes[...]) } }
    let notes = rows.notes()
    return (try rest.value().get(), notes)
  }

  /// As it stands in `session.json`: a line for each thing in the session's lists.
  var bytes: [UInt8] { JSONText.bytes(of: self, as: .indented(depth: 4)) }

  /// The state and where it leaves off; `nil` where it is not a checkpoint of that journal.
  static func read(
    in folder: SessionFolder, of journal: Journal, calls: FileCalls
  ) -> (Session, Journal.Position)? {
    guard let file = try? OpenFile(folder.checkpointPath, O_RDONLY, calls: calls),
      let checkpoint = try? file.peek(Checkpoint.init),
      checkpoint.format == current, checkpoint.entries == checkpoint.session.entries,
      let digest = try? journal.digest(to: checkpoint.offset), digest.text == checkpoint.digest
    else { return nil }
    var position = Journal.Position()
    position.offset = checkpoint.offset
    position.line = checkpoint.line
    position.format = checkpoint.journalFormat
    position.digest = digest
    return (checkpoint.session, position)
  }
}
