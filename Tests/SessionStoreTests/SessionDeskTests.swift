import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct SessionDeskTests {
  @Test func `what one desk is asked for is read at the other`() throws {
    let table = try DiskTable()
    let other = try table.desk()
    try table.desk().submit(.note(.write(kind: .note, text: "Hello")), by: .rapporteur)
    #expect(try other.current().notes.all.map(\.text) == ["Hello"])
  }

  @Test func `a refusal writes nothing`() throws {
    let table = try DiskTable()
    let before = table.journal
    #expect(throws: DeskError.refused(.agendaEmpty)) {
      try table.desk().submit(.agenda(.open), by: .moderator)
    }
    #expect(table.journal == before)
  }

  @Test func `intents in a row are decided on what those before them made`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    let outcomes = try desk.submit(
      [
        .agenda(.add(title: "Framing", kind: .framing, seconds: 600, details: .init())),
        .agenda(.open), .agenda(.open),
      ], by: .moderator)
    #expect(outcomes.map { try? $0.get().n } == [1, 2, nil])
    #expect(try desk.current().agenda.isLive)
  }
}
