import Glibc
import SessionModel

/// The codes on slips: a file beside the journal that only its owner may read.
///
/// Whoever reads the journal, or a copy of it, cannot vote with them. Without the file the slips
/// that were printed are void.
struct CodeSheet {
  private let folder: Folder
  private let calls: FileCalls
  /// What the file was when it was read last.
  private var seen: FileVersion?

  static let name = "codes.json"

  init(in folder: Folder, calls: FileCalls) {
    self.folder = folder
    self.calls = calls
  }

  private var path: String { folder.path.appending(path: Self.name) }

  /// Puts into the session what the file holds now.
  mutating func read(into session: inout Session) throws(StoreFailure) {
    // Codes of older journals stand there; then there may be no file.
    guard session.access.codes.last.map({ $0.code == nil }) ?? false else { return }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .system(.read, path: path, errno: errno) }
      seen = nil
      session.codes = []
      return
    }
    guard seen != FileVersion(status) else { return }
    let file = try OpenFile(path, O_RDONLY, calls: calls)
    let version = FileVersion(try file.status())
    // A session goes on without its codes: then no slip is known, and new ones can be printed.
    session.codes = Set(
      (try? JSONText.value([VoteCode].self, from: file.contents()[...])) ?? [])
    seen = version
  }

  /// Returns when the file on the disk holds those codes, in an order that says nothing.
  func write(_ codes: Set<VoteCode>) throws(StoreFailure) {
    try folder.replace(
      Self.name, with: JSONText.bytes(of: codes.sorted { $0.signs < $1.signs }), durably: true,
      isPrivate: true, calls: calls)
  }
}
