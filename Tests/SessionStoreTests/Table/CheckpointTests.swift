import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct CheckpointTests {
  private let note = Intent.note(.write(kind: .note, text: "Hello"))

  /// A table where much has happened and a checkpoint was written.
  private func busyTable() throws -> DiskTable {
    let table = try DiskTable()
    try table.play(seed: 4, intents: 400)
    try table.desk().writeCheckpoint()
    return table
  }

  @Test func `a session comes back from its checkpoint as it was`() throws {
    let table = try busyTable()
    let session = try table.desk().current()
    #expect(!session.history.isWhole)
    #expect(try session == table.folder.session(at: .max))
    #expect(try session.lastEntryAt == table.folder.session(at: .max).lastEntryAt)
  }

  @Test func `entries behind the checkpoint are read from the journal`() throws {
    let table = try busyTable()
    let before = try table.desk().current()
    try table.desk().submit(note, by: .rapporteur)
    let after = try table.desk().current()
    #expect(!after.history.isWhole)
    #expect(after.notes.all.count == before.notes.all.count + 1)
  }

  @Test func `a checkpoint that was deleted takes nothing with it`() throws {
    let table = try busyTable()
    let before = try table.desk().current()
    table.place.delete("session/session.json")
    let after = try table.desk().current()
    #expect(after.history.isWhole)
    #expect(after == before)
  }

  @Test(arguments: ["", "{", "nonsense", "{\"format\":1}", "[]", "\u{0}\u{0}"])
  func `a checkpoint that is broken does not count`(text: String) throws {
    let table = try busyTable()
    let before = try table.desk().current()
    table.place.write(text, to: "session/session.json")
    #expect(try table.desk().current() == before)
  }

  @Test func `a checkpoint of a newer program does not count`() throws {
    let table = try busyTable()
    let text = try #require(table.place.text(of: "session/session.json"))
    table.place.write(
      text.replacing("\"format\": 1,", with: "\"format\": 2,"), to: "session/session.json")
    #expect(try table.desk().current().history.isWhole)
  }

  @Test func `a checkpoint of another journal does not count`() throws {
    let table = try busyTable()
    let other = try DiskTable(where: Array(repeating: note, count: 2_000))
    let checkpoint = try #require(table.place.text(of: "session/session.json"))
    other.place.write(checkpoint, to: "session/session.json")
    #expect(try other.desk().current().notes.all.count == 2_000)
  }

  @Test func `a journal shorter than its checkpoint is not opened`() throws {
    let table = try DiskTable(where: [note])
    let earlier = table.journal
    try table.desk().submit(note, by: .rapporteur)
    try table.desk().writeCheckpoint()
    table.place.write(earlier, to: "session/journal.jsonl")
    #expect(
      table.complaint()
        == "The journal was cut short: 'session.json' holds 2 entries; put the journal back, or "
        + "take 'session.json' away to go on with what is left")
    table.place.delete("session/session.json")
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `what was opened from a checkpoint can be taken back`() throws {
    let table = try DiskTable(where: [note])
    try table.desk().writeCheckpoint()
    let desk = try table.desk()
    try desk.submit(.undo, by: .moderator)
    #expect(try desk.current().notes.all.isEmpty)
  }

  @Test func `a desk that knows only a checkpoint follows another's undo`() throws {
    let table = try DiskTable(where: [note])
    try table.desk().writeCheckpoint()
    let reader = try table.desk()
    try table.desk().submit(.undo, by: .moderator)
    #expect(try reader.current().notes.all.isEmpty)
  }

  @Test func `a checkpoint is written when many entries have passed`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    let count = SessionDesk.entriesBetweenCheckpoints
    _ = try desk.submit(Array(repeating: note, count: count - 1), by: .rapporteur)
    try desk.writeCheckpointIfDue()
    #expect(table.place.text(of: "session/session.json") == nil)
    try desk.submit(note, by: .rapporteur)
    try desk.writeCheckpointIfDue()
    #expect(table.place.text(of: "session/session.json") != nil)
  }

  @Test func `the last one to leave the table writes a checkpoint`() throws {
    let table = try DiskTable(where: [note])
    let first = try table.desk()
    let last = try table.desk()
    try first.sit(at: .moderator)
    try last.sit(at: .rapporteur)
    try first.leave()
    #expect(table.place.text(of: "session/session.json") == nil)
    try last.leave()
    #expect(table.place.text(of: "session/session.json") != nil)
  }

  @Test func `a checkpoint that cannot be written leaves the old one`() throws {
    let table = try busyTable()
    let old = table.place.text(of: "session/session.json")
    try table.desk().submit(note, by: .rapporteur)
    #expect(throws: StoreFailure.self) {
      try table.desk(calls: .full(at: 1000)).writeCheckpoint()
    }
    #expect(table.place.text(of: "session/session.json") == old)
    let files = table.place.names(in: "session")
      .filter { !$0.hasPrefix("box-") && $0 != CodeSheet.name }
    #expect(files == ["journal.jsonl", "session.json"])
  }
}
