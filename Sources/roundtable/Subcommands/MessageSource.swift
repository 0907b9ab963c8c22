import Glibc
import Importers

/// The lines of a file, a named pipe or standard input, as they come.
///
/// A file is read on from where it was read to; one that was put in its place, or was cut, is read
/// from its beginning. A pipe outlives its writers: when the last one has closed it, the next one
/// is waited for, and what stood behind the last line end is a line of its own.
final class MessageSource {
  private enum Kind {
    case file, pipe, input
  }

  /// Some whole lines without their ends.
  struct Lines {
    var lines: [[UInt8]]
    /// Whether the first is the first of a file that was put in the place of another.
    var beginsAnew = false
  }

  private let path: String
  private let kind: Kind
  private var descriptor: Int32
  private let news: Int32
  /// What stands behind the last line end.
  private(set) var rest: [UInt8] = []
  private var offset = 0
  private var hasRead = false
  private var beginsAnew = false
  /// Whether the rest of a line that is too long is passed by.
  private var isSkipping = false

  /// Opens it; `-` is standard input.
  init(_ path: String) throws {
    self.path = path
    guard path != "-" else {
      (kind, descriptor, news) = (.input, STDIN_FILENO, -1)
      return
    }
    descriptor = try Self.open(path)
    var status = stat()
    fstat(descriptor, &status)
    switch status.st_mode & S_IFMT {
    case S_IFIFO: (kind, news) = (.pipe, -1)
    case S_IFREG:
      kind = .file
      news = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
      // A file that is put in its place is news of the folder, not of the file.
      inotify_add_watch(
        news, Self.folder(of: path), UInt32(IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_CLOSE_WRITE))
    default: throw Complaint("'\(path)' is neither a file nor a named pipe; it cannot be watched")
    }
  }

  deinit {
    if news >= 0 { close(news) }
    if kind != .input { close(descriptor) }
  }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Complaint("Could not open '\(path)': \(String(cString: strerror(errno)))")
    }
    return descriptor
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The next lines; `nil` when there are no more and none are waited for.
  func next(waits: Bool) throws -> Lines? {
    // A pipe that nobody has opened yet reads as one that everybody has left.
    if kind == .pipe, !hasRead { waitFor(descriptor) }
    while true {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        hasRead = true
        offset += count
        let lines = split(buffer[..<count])
        if !lines.isEmpty { return told(lines) }
      } else if count < 0, errno == EAGAIN {
        waitFor(descriptor)
      } else if count < 0, errno != EINTR {
        throw Complaint("Could not read '\(path)': \(String(cString: strerror(errno)))")
      } else if count == 0 {
        guard waits, kind != .input else { return nil }
        if let lines = try goOn() { return lines }
      }
    }
  }

  /// Waits for more behind the end; hands over what the end has made a line.
  private func goOn() throws -> Lines? {
    guard kind == .pipe else {
      if try !startAnew() {
        waitFor(news, milliseconds: 2000)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(news, &buffer, buffer.count) > 0 {}
      }
      return nil
    }
    // There is always somebody who reads, so that no writer is ever told that nobody does.
    let fresh = try Self.open(path)
    close(descriptor)
    descriptor = fresh
    defer { rest = [] }
    if !rest.isEmpty {
      hasRead = false
      return told([rest])
    }
    waitFor(descriptor)
    return nil
  }

  /// Goes to the beginning of a file that was cut, or of another one in its place.
  private func startAnew() throws -> Bool {
    var (mine, named) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, stat(path, &named) == 0 else { return false }
    let isSame = mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
    guard !isSame || Int(mine.st_size) < offset else { return false }
    if isSame {
      lseek(descriptor, 0, SEEK_SET)
    } else {
      let fresh = try Self.open(path)
      close(descriptor)
      descriptor = fresh
    }
    (rest, offset, beginsAnew, isSkipping) = ([], 0, true, false)
    return true
  }

  private func told(_ lines: [[UInt8]]) -> Lines {
    defer { beginsAnew = false }
    return Lines(lines: lines, beginsAnew: beginsAnew)
  }

  private func split(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let last = pieces.popLast() ?? []
    for piece in pieces {
      if !isSkipping { lines.append(rest + piece) }
      (rest, isSkipping) = ([], false)
    }
    guard !isSkipping else { return lines }
    rest += last
    if rest.count > MessageLine.longest {
      lines.append(rest)
      (rest, isSkipping) = ([], true)
    }
    return lines
  }

  private func waitFor(_ descriptor: Int32, milliseconds: Int32 = -1) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&entry, 1, milliseconds)
  }
}
