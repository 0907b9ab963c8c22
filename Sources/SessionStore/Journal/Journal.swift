import Glibc
public import SessionModel

/// One file's promises: what was committed is never lost, changed or reordered.
///
/// A header line says which format follows; after it stands one entry a line. An entry is
/// committed when its newline is on disk; bytes after the last newline are an interrupted write,
/// which readers ignore and the next writer cuts off. Readers never lock.
public final class Journal {
  public let path: String
  private let calls: FileCalls
  private let formats: Formats
  fileprivate let reading: OpenFile
  /// Opened when somebody first writes, so that a read-only journal can be read.
  private var writing: OpenFile?

  /// Opens a journal for reading; throws where there is none.
  public convenience init(_ path: String) throws(StoreFailure) {
    try self.init(path, calls: .system)
  }

  package init(
    _ path: String, calls: FileCalls, formats: Formats = .known
  ) throws(StoreFailure) {
    self.path = path
    self.calls = calls
    self.formats = formats
    reading = try OpenFile(path, O_RDONLY, calls: calls)
  }

  /// Where a reader stands: behind a whole line.
  public struct Position: Equatable, Sendable {
    /// Bytes read.
    public internal(set) var offset = 0
    /// Lines read, headers included.
    public internal(set) var line = 0
    /// The format of the lines that follow; 0 before the first header.
    public internal(set) var format = 0
    /// What the bytes before it amount to.
    var digest = Digest()

    public init() {}
  }

  /// How many bytes the file has, an interrupted write included.
  public func size() throws(StoreFailure) -> Int {
    let status = try reading.status()
    guard status.st_nlink > 0 else { throw .system(.read, path: path, errno: ENOENT) }
    return Int(status.st_size)
  }

  /// Hands over every committed entry from a position on, and moves the position behind it.
  ///
  /// Goes no further than entry `last`. Throws where a line is damaged or newer than this
  /// program, or where `body` throws; the position then stands before that line.
  public func read(
    from position: inout Position, upTo last: Int = .max,
    _ body: (_ entry: Entry, _ line: Int) throws(StoreFailure) -> Void
  ) throws(StoreFailure) {
    var room = 1 << 18
    let size = try size()
    guard size >= position.offset else { throw .damaged(line: position.line, .gone) }
    while position.offset < size {
      let bytes = try reading.contents(
        from: position.offset, count: min(room, size - position.offset))
      guard let end = bytes.lastIndex(of: newline) else {
        // Either the line is longer than the room, or it is an interrupted write.
        guard bytes.count == room else { return }
        room *= 2
        continue
      }
      guard try Self.take(bytes[...end], from: &position, upTo: last, formats, body) else {
        return
      }
    }
  }

  /// The same for the bytes of a journal that lies in no folder yet.
  static func read(
    _ bytes: [UInt8], from position: inout Position, upTo last: Int = .max,
    _ body: (_ entry: Entry, _ line: Int) throws(StoreFailure) -> Void
  ) throws(StoreFailure) {
    guard let end = bytes.lastIndex(of: newline) else { return }
    _ = try take(bytes[...end], from: &position, upTo: last, .known, body)
  }

  /// Answers whether more may follow.
  private static func take(
    _ lines: ArraySlice<UInt8>, from position: inout Position, upTo last: Int,
    _ formats: Formats, _ body: (_ entry: Entry, _ line: Int) throws(StoreFailure) -> Void
  ) throws(StoreFailure) -> Bool {
    var start = lines.startIndex
    // What stands behind the last one wanted need not make sense.
    var isEnough = false
    while !isEnough, let end = lines[start...].firstIndex(of: newline) {
      var next = position
      next.line += 1
      next.offset += end + 1 - start
      let line = lines[start..<end]
      if let format = try formats.header(line, number: next.line) {
        next.format = format
      } else {
        let entry = try formats.entry(line, at: next)
        guard entry.n <= last else { return false }
        try body(entry, next.line)
        isEnough = entry.n == last
      }
      lines[start...end].withUnsafeBytes { next.digest.update($0) }
      position = next
      start = end + 1
    }
    return !isEnough
  }

  /// Does what is to be done while nobody else writes.
  ///
  /// Waits for the others; throws `held` when they take too long.
  func locked<Answer>(
    _ body: () throws(StoreFailure) -> Answer
  ) throws(StoreFailure) -> Answer {
    let file = try openedForWriting()
    try file.lock()
    defer { file.unlock() }
    return try body()
  }

  private func openedForWriting() throws(StoreFailure) -> OpenFile {
    if let writing { return writing }
    let file = try OpenFile(path, O_RDWR | O_APPEND, toTry: .write, calls: calls)
    writing = file
    return file
  }

  /// Writes entries behind where a reader has come to; returns when they are on the disk.
  ///
  /// To be called inside the lock, by a reader that has read all there is.
  /// An interrupted write that stands there is cut off. Where the disk is full, lines that came
  /// to stand whole stay, since somebody may have read them; the rest is cut off again.
  func append(_ entries: [Entry], at position: Position) throws(StoreFailure) {
    let file = try openedForWriting()
    if try file.status().st_size > position.offset { try file.truncate(to: position.offset) }
    var bytes: [UInt8] = []
    if position.format < formats.current { bytes += formats.header }
    for entry in entries {
      bytes += JSONText.bytes(of: entry)
      bytes.append(newline)
    }
    // Of many entries none is to stand where there is no room for all: who is told that nothing
    // was done will do it again. Some file systems cannot tell beforehand.
    if entries.count > 1 { try file.expectRoom(for: bytes.count) }
    var written = 0
    do throws(StoreFailure) {
      try file.write(bytes, written: &written)
    } catch {
      let whole = bytes[..<written].lastIndex(of: newline).map { $0 + 1 } ?? 0
      // Where even that fails, the next writer cuts it off.
      try? file.truncate(to: position.offset + whole)
      throw error
    }
    try file.sync()
  }

  /// Makes a journal that holds nothing but its header; throws where there is one already.
  static func create(_ path: String, calls: FileCalls) throws(StoreFailure) {
    let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, toTry: .create, calls: calls)
    var written = 0
    try file.write(Formats.known.header, written: &written)
    try file.sync()
  }
}

/// What ends a line.
let newline = UInt8(ascii: "\n")

extension OpenFile {
  /// Keeps others from writing until `unlock`.
  ///
  /// A lock that the system would wait for without end would freeze the screen with it.
  func lock() throws(StoreFailure) {
    var pause = Duration.microseconds(100)
    var waited = Duration.zero
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw .system(.lock, path: path, errno: errno) }
      guard waited < calls.patience else { throw .held(path: path) }
      var time = timespec(pause)
      nanosleep(&time, nil)
      waited += pause
      pause = min(pause * 2, .milliseconds(2))
    }
  }

  func unlock() {
    flock(descriptor, LOCK_UN)
  }
}

extension timespec {
  /// As long as a duration below a second.
  fileprivate init(_ duration: Duration) {
    self.init(tv_sec: 0, tv_nsec: Int(duration.components.attoseconds / 1_000_000_000))
  }
}

extension Journal {
  /// What the bytes up to an offset amount to; `nil` where there are fewer.
  ///
  /// Can be asked on another thread while the journal is held here.
  var digest: @Sendable (_ offset: Int) -> Digest? {
    let descriptor = reading.descriptor
    return { offset in
      guard offset > 0 else { return offset == 0 ? Digest() : nil }
      return OpenFile.peek(descriptor, count: offset) { bytes in
        guard bytes.count == offset else { return nil }
        var digest = Digest()
        digest.update(UnsafeRawBufferPointer(bytes))
        return digest
      } ?? nil
    }
  }
}
