import SessionModel
import TestSupport

@testable import SessionStore

/// A live session on the disk, for one test.
struct Table: ~Copyable {
  let place = TemporaryFolder()
  let folder: SessionFolder

  init() throws {
    folder = try Library(path: place.path, environment: [:], program: nil)
      .create(named: "session")
  }

  /// Another desk at this table; its clock moves on a second an entry.
  func desk(calls: FileCalls = .system, formats: Formats = .known) throws -> SessionDesk {
    var seconds = 0
    return try SessionDesk(folder, calls: calls, formats: formats) {
      seconds += 1
      return Moment(at: Timestamp(milliseconds: 1_638_894_600_000).advanced(by: seconds))
    }
  }

  var journal: String? { place.text(of: "session/journal.jsonl") }
}
