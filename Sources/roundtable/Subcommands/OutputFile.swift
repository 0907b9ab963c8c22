import Glibc
import SessionStore

/// A file that somebody asked for by its path.
struct OutputFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Puts bytes in place of what the file held, whole or not at all; a device just takes them.
  func replace(with bytes: [UInt8]) throws {
    // Whoever points elsewhere with a link wants the file there to change.
    let target = Self.resolved(path)
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR {
      throw Complaint("'\(path)' is a folder; give the name of a file")
    }
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      return try write(bytes, to: target, flags: O_WRONLY, mode: 0)
    }
    let draft = "\(target).\(getpid()).draft"
    // A file keeps who may read it.
    let mode = isThere ? status.st_mode & 0o7777 : 0o666
    do throws(StoreFailure) {
      try write(bytes, to: draft, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode)
      guard rename(draft, target) == 0 else {
        throw .system(.replace, path: path, errno: errno)
      }
    } catch {
      unlink(draft)
      throw error
    }
  }

  func replace(with text: String) throws { try replace(with: Array(text.utf8)) }

  private func write(
    _ bytes: [UInt8], to name: String, flags: Int32, mode: mode_t
  ) throws(StoreFailure) {
    let file = open(name, flags | O_CLOEXEC, mode)
    guard file >= 0 else { throw .system(.open, path: path, errno: errno) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = errno
        close(file)
        throw .system(.write, path: path, errno: reason)
      }
    }
    // What was not on the disk may still be refused, and a device has nothing to be saved.
    let isSaved = fsync(file) == 0 || errno == EINVAL || errno == EROFS
    let reason = errno
    guard close(file) == 0, isSaved else {
      throw .system(.write, path: path, errno: isSaved ? errno : reason)
    }
  }

  /// Where a link leads; the path itself where nothing is there yet.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
