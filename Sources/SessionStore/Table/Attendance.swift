import Glibc
import SessionModel

/// A place taken at the table, until nobody holds it any more.
///
/// A locked file says so to the others; the system unlocks it however this process ends.
final class Place {
  private let file: OpenFile
  private let calls: FileCalls

  /// Takes a place in the folder of seats, making the folder where it is missing.
  init(at seat: Seat, in folder: Folder, calls: FileCalls) throws(StoreFailure) {
    self.calls = calls
    try folder.create()
    let name = try Self.freeName("\(seat.rawValue)-\(getpid())", in: folder)
    let path = folder.path.appending(path: name)
    let draft = folder.path.appending(path: ".\(name)")
    // Others see the name only when the file is locked, so that nobody takes it for a left one.
    let file = try OpenFile(draft, O_RDWR | O_CREAT, toTry: .create, calls: calls)
    _ = try retried(.lock, draft) { flock(file.descriptor, LOCK_EX | LOCK_NB) }
    self.file = file
    self.path = path
    guard calls.rename(draft, path) == 0 else {
      throw .system(.create, path: path, errno: errno)
    }
  }

  private let path: String

  private static func freeName(_ name: String, in folder: Folder) throws(StoreFailure) -> String {
    var candidate = name
    var number = 2
    while access(folder.path.appending(path: candidate), F_OK) == 0 {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  deinit {
    _ = calls.unlink(path)
  }
}

/// Who is at the table now.
struct Attendance {
  let folder: Folder
  let calls: FileCalls

  /// How many terminals sit at each seat; takes away what dead ones left behind.
  func count() -> [Seat: Int] {
    var count: [Seat: Int] = [:]
    for name in (try? folder.names()) ?? [] {
      guard let dash = name.firstIndex(of: "-"), let seat = Seat(rawValue: String(name[..<dash]))
      else { continue }
      if isHeld(name) { count[seat, default: 0] += 1 }
    }
    return count
  }

  private func isHeld(_ name: String) -> Bool {
    let path = folder.path.appending(path: name)
    guard let file = try? OpenFile(path, O_RDONLY, calls: calls) else { return false }
    if flock(file.descriptor, LOCK_SH | LOCK_NB) != 0 { return errno == EWOULDBLOCK }
    _ = calls.unlink(path)
    return false
  }
}
