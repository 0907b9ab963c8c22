import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct AttendanceTests {
  @Test func `at an empty table nobody sits`() throws {
    let table = try DiskTable()
    #expect(try table.desk().attendance().isEmpty)
  }

  @Test func `every terminal is counted at its seat`() throws {
    let table = try DiskTable()
    let desks = try [Seat.moderator, .ballot, .ballot].map { seat in
      let desk = try table.desk()
      try desk.sit(at: seat)
      return desk
    }
    #expect(
      desks.map { $0.attendance() } == Array(repeating: [.moderator: 1, .ballot: 2], count: 3))
  }

  @Test func `who leaves is no longer counted`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    try desk.sit(at: .rapporteur)
    try desk.leave()
    #expect(desk.attendance().isEmpty)
    #expect(table.place.names(in: "session/seats").isEmpty)
  }

  @Test func `who moves to another seat is counted there only`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    try desk.sit(at: .rapporteur)
    try desk.sit(at: .moderator)
    #expect(desk.attendance() == [.moderator: 1])
  }

  @Test func `a file that a dead terminal left is taken away`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    try desk.sit(at: .moderator)
    table.place.write("", to: "session/seats/ballot-1")
    #expect(desk.attendance() == [.moderator: 1])
    #expect(!table.place.names(in: "session/seats").contains("ballot-1"))
  }

  @Test func `a table that cannot be written to seats nobody`() throws {
    let table = try DiskTable()
    table.place.write("a file where the folder should be", to: "session/seats")
    let desk = try table.desk()
    #expect(throws: StoreFailure.self) { try desk.sit(at: .moderator) }
    #expect(desk.attendance().isEmpty)
  }
}
