import Glibc
import SessionModel
import TestSupport

@testable import SessionStore

/// A live session on the disk, for one test.
struct DiskTable {
  let place = TemporaryFolder()
  let folder: SessionFolder

  init() throws {
    folder = try Library(path: place.path, environment: [:], program: nil)
      .create(named: "session")
  }

  /// A session in which those intents of the moderator were granted.
  init(where intents: [Intent]) throws {
    try self.init()
    for outcome in try desk().submit(intents, by: .moderator) { _ = try outcome.get() }
  }

  /// Another desk at this table; its clock moves on a second an entry.
  func desk(calls: FileCalls = .system, formats: Formats = .known) throws -> SessionDesk {
    var seconds = 0
    return try SessionDesk(folder, calls: calls, formats: formats) {
      seconds += 1
      return Moment(at: Timestamp(milliseconds: 1_638_894_600_000).advanced(by: seconds))
    }
  }

  /// What opening it says when it fails.
  func complaint(formats: Formats = .known) -> String? {
    do {
      _ = try desk(formats: formats)
      return nil
    } catch {
      return (error as? StoreFailure)?.sentence
    }
  }

  var journal: String { place.text(of: "session/journal.jsonl") ?? "" }

  func add(_ text: String) {
    place.write(text, to: "session/journal.jsonl", appending: true)
  }
}

extension FileCalls {
  /// Calls that do not wait for the disk, where thousands of entries are written.
  static var hasty: FileCalls {
    var calls = FileCalls.system
    calls.sync = { _ in 0 }
    return calls
  }

  /// Calls on a disk where no file can grow beyond `size` bytes.
  static func full(at size: Int) -> FileCalls {
    var calls = FileCalls.system
    calls.write = { descriptor, bytes in
      let room = size - lseek(descriptor, 0, SEEK_END)
      guard room > 0 else {
        errno = ENOSPC
        return -1
      }
      return FileCalls.system.write(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(room)))
    }
    return calls
  }
}

extension DiskTable {
  /// Asks for that many things at random, by moderator, rapporteur and voters; answers how many
  /// were granted.
  @discardableResult
  func play(seed: UInt64, intents count: Int) throws -> Int {
    var random = RandomIntents(seed: seed)
    let desk = try desk(calls: .hasty)
    var granted = 0
    for _ in 1...count {
      let intent = random.next()
      let seats = Seat.allCases.filter { intent.isAllowed(at: $0) }
      guard !seats.isEmpty else { continue }
      let seat = random.generator.one(of: seats)
      if case .success = try desk.submit([intent], by: seat)[0] { granted += 1 }
    }
    return granted
  }
}
