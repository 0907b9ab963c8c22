import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct WatchTests {
  private let note = Intent.note(.write(kind: .note, text: "Hello"))

  /// Whether the descriptor can be read from now.
  private func isReady(_ watch: Watch) -> Bool {
    var wanted = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) == 1
  }

  @Test func `where nothing happens there is no news`() throws {
    let table = try DiskTable(where: [note])
    let watch = try Watch(table.folder)
    #expect(!isReady(watch))
    #expect(watch.drain() == [])
  }

  @Test func `an entry is news`() throws {
    let table = try DiskTable()
    let watch = try Watch(table.folder)
    try table.desk().submit(note, by: .rapporteur)
    #expect(isReady(watch))
    #expect(watch.drain() == .entries)
    #expect(!isReady(watch))
  }

  @Test func `a checkpoint is no news`() throws {
    let table = try DiskTable(where: [note])
    let watch = try Watch(table.folder)
    try table.desk().writeCheckpoint()
    #expect(watch.drain() == [])
  }

  @Test func `whoever comes is news`() throws {
    let table = try DiskTable()
    let watch = try Watch(table.folder)
    let desk = try table.desk()
    try desk.sit(at: .rapporteur)
    #expect(watch.drain() == .seats)
    try desk.leave()
    #expect(watch.drain() == .seats)
  }

  @Test func `looking who is there is no news`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    try desk.sit(at: .moderator)
    let watch = try Watch(table.folder)
    #expect(desk.attendance() == [.moderator: 1])
    #expect(watch.drain() == [])
  }

  @Test func `a folder that is not there cannot be watched`() throws {
    let error = #expect(throws: StoreFailure.self) { try Watch(SessionFolder("/nowhere/s")) }
    #expect(error?.sentence == "Could not watch '/nowhere/s': No such file or directory")
  }
}
