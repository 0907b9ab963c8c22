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
    self = try Self.read(bytes) { _ in nil }.checkpoint
  }

  /// A checkpoint, and what the journal's bytes in it amount to; `digest` is asked for those.
  ///
  /// The notes of a long session are read while all else is read beside, and the digest made.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, digest: @escaping @Sendable (_ offset: Int) -> Digest?
  ) throws -> (checkpoint: Checkpoint, digest: Digest?) {
    guard let rows = NoteRows(in: bytes) else { return try read(Array(bytes), digest: digest) }
    let rest = rows.rest
    let reading: () throws -> (checkpoint: Checkpoint, digest: Digest?)
    if rows.areMany {
      let errand = Errand { Result { try read(rest, digest: digest) } }
      reading = { try errand.value().get() }
    } else {
      reading = { try read(rest, digest: digest) }
    }
    let notes = rows.notes()
    var all = try reading()
    guard let notes else { return try read(Array(bytes), digest: digest) }
    all.checkpoint.session = all.checkpoint.session.with(Register(inOrder: notes))
    return all
  }

  private static func read(
    _ bytes: [UInt8], digest: (_ offset: Int) -> Digest?
  ) throws -> (checkpoint: Checkpoint, digest: Digest?) {
    let checkpoint = try JSONText.value(Checkpoint.self, from: bytes[...])
    return (checkpoint, digest(checkpoint.offset))
  }

  /// As it stands in `session.json`: a line for each thing in the session's lists.
  var bytes: [UInt8] { JSONText.bytes(of: self, as: .indented(depth: 4)) }

  /// The state and where it leaves off; `nil` where it is not a checkpoint of that journal.
  ///
  /// Throws where the journal is shorter than it was: what is missing there was told somebody.
  static func read(
    in folder: SessionFolder, of journal: Journal, calls: FileCalls
  ) throws(StoreFailure) -> (Session, Journal.Position)? {
    let digest = journal.digest
    guard let file = try? OpenFile(folder.checkpointPath, O_RDONLY, calls: calls),
      let (checkpoint, digest) = try? file.peek({ try read($0, digest: digest) }),
      checkpoint.format == current, checkpoint.entries == checkpoint.session.entries
    else { return nil }
    guard let digest else { throw .cutShort(entries: checkpoint.entries) }
    guard digest.text == checkpoint.digest else { return nil }
    var position = Journal.Position()
    position.offset = checkpoint.offset
    position.line = checkpoint.line
    position.format = checkpoint.journalFormat
    position.digest = digest
    return (checkpoint.session, position)
  }
}
