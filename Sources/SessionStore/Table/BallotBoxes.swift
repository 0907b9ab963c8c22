import Glibc
import SessionModel

/// The ballot boxes of open polls that are not public: a file each beside the journal.
///
/// A box is replaced as a whole, so that no order of ballots ever stands on the disk.
struct BallotBoxes {
  private let folder: Folder
  private let calls: FileCalls
  /// What each box's file was when it was read last.
  private var seen: [PollID: FileVersion] = [:]

  init(in folder: Folder, calls: FileCalls) {
    self.folder = folder
    self.calls = calls
  }

  static func name(of poll: PollID) -> String { "box-\(poll).json" }

  /// Puts into the session what the boxes of its open polls hold now.
  mutating func read(into session: inout Session) throws(StoreFailure) {
    let open = Self.polls(of: session)
    for poll in seen.keys where !open.contains(poll) {
      seen[poll] = nil
      session.boxes[poll] = nil
    }
    for poll in open { session.boxes[poll] = try box(of: poll, known: session.boxes[poll]) }
  }

  /// Those polls that have a box now.
  private static func polls(of session: Session) -> [PollID] {
    session.polls.all.lazy.filter { $0.state == .open && $0.secrecy.isSecret }.map(\.id)
  }

  /// What a box holds; `nil` before the first ballot.
  private mutating func box(
    of poll: PollID, known: BallotBox?
  ) throws(StoreFailure) -> BallotBox? {
    let path = folder.path.appending(path: Self.name(of: poll))
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .system(.read, path: path, errno: errno) }
      seen[poll] = nil
      return nil
    }
    if let known, seen[poll] == FileVersion(status) { return known }
    let file = try OpenFile(path, O_RDONLY, calls: calls)
    let version = FileVersion(try file.status())
    guard let box = try? JSONText.value(BallotBox.self, from: file.contents()[...]) else {
      throw .brokenBox(path: path)
    }
    seen[poll] = version
    return box
  }

  /// Says that a box holds something that is no ballot of its poll.
  func broken(_ poll: PollID) -> StoreFailure {
    .brokenBox(path: folder.path.appending(path: Self.name(of: poll)))
  }

  /// Returns when the box on the disk holds those ballots.
  func fill(_ poll: PollID, with box: BallotBox) throws(StoreFailure) {
    try folder.replace(
      Self.name(of: poll), with: JSONText.bytes(of: box), durably: true, calls: calls)
  }

  /// Undoes `fill` as far as the disk allows.
  func putBack(_ poll: PollID, to box: BallotBox?) {
    if let box {
      try? fill(poll, with: box)
    } else {
      _ = calls.unlink(folder.path.appending(path: Self.name(of: poll)))
    }
  }

  /// Takes away the boxes of polls that take no ballots, and drafts of boxes.
  ///
  /// What cannot be taken away is left to the next writer. To be called inside the lock.
  func clean(keeping session: Session) {
    guard let names = try? folder.names() else { return }
    let kept = Self.polls(of: session).map(Self.name)
    for name in names where name.hasPrefix("box-") && !kept.contains(name) {
      _ = calls.unlink(folder.path.appending(path: name))
    }
  }
}
