import Sealing
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct SealsTests {
  private let poll = PollID(1)
  private let passphrase = "correct horse battery"

  /// A session whose sealed poll v1 was opened with the passphrase.
  private func sealedTable() throws -> DiskTable {
    let table = try DiskTable(where: .polling(.sealed))
    try table.desk().submit(.poll(.open(poll)), with: passphrase, by: .moderator)
    return table
  }

  private func cast(_ choice: String, at table: DiskTable) throws {
    try table.desk().submit(
      .poll(.cast(poll, Ballot(choosing: [choice]), voter: nil)), by: .ballot)
  }

  @Test func `the passphrase of the opening counts the ballots at the close`() throws {
    let table = try sealedTable()
    for choice in ["A", "B", "A"] { try cast(choice, at: table) }
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    let closed = try #require(try table.desk().current().polls[poll])
    #expect(closed.tally()?.rows.map(\.count) == [2, 1, 0])
    #expect(closed.counted?.sealed == nil)
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
  }

  @Test func `what was counted is counted again with what came after a reopening`() throws {
    let table = try sealedTable()
    for choice in ["A", "B"] { try cast(choice, at: table) }
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    try table.desk().submit(.poll(.reopen(poll)), by: .moderator)
    let open = try table.desk().current()
    #expect(try open.tally(of: #require(open.polls[poll])) == nil)
    for choice in ["A", "A"] { try cast(choice, at: table) }
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    let closed = try #require(try table.desk().current().polls[poll])
    #expect(closed.tally()?.rows.map(\.count) == [3, 1, 0])
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
  }

  @Test func `without the passphrase a reopened poll keeps its first count`() throws {
    let table = try sealedTable()
    try cast("B", at: table)
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    try table.desk().submit(.poll(.reopen(poll)), by: .moderator)
    try cast("A", at: table)
    try table.desk().submit(.poll(.closeUncounted(poll)), by: .moderator)
    let closed = try #require(try table.desk().current().polls[poll])
    #expect(closed.tally()?.rows.map(\.count) == [0, 1, 0])
  }

  @Test func `the close of a sealed poll is taken back, and what was before it`() throws {
    let table = try DiskTable(where: .polling(.sealed))
    try table.desk().submit(.poll(.open(poll)), with: passphrase, by: .moderator)
    try table.desk().submit(.poll(.close(poll)), by: .moderator)
    for state in [Poll.State.open, .draft] {
      try table.desk().submit(.undo, by: .moderator)
      #expect(try table.desk().current().polls[poll]?.state == state)
    }
  }

  @Test func `a sealed poll whose close was taken back is closed again`() throws {
    let table = try sealedTable()
    for choice in ["A", "B", "A"] { try cast(choice, at: table) }
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    try table.desk().submit(.undo, by: .moderator)
    try cast("C", at: table)
    try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    let closed = try #require(try table.desk().current().polls[poll])
    #expect(closed.tally()?.rows.map(\.count) == [2, 1, 1])
  }

  @Test func `another passphrase counts nothing`() throws {
    let table = try sealedTable()
    try cast("A", at: table)
    let before = table.journal
    let error = #expect(throws: DeskError.self) {
      try table.desk().submit(.poll(.close(poll)), with: "correct horse batteri", by: .moderator)
    }
    #expect(error == .refused(.passphraseWrong(poll)))
    #expect(
      error?.sentence == "That is not the passphrase that poll 'v1' was opened with")
    #expect(table.journal == before)
  }

  @Test func `without a passphrase it does not close`() throws {
    let table = try sealedTable()
    try cast("A", at: table)
    #expect(throws: DeskError.refused(.passphraseWanted(poll))) {
      try table.desk().submit(.poll(.close(poll)), by: .moderator)
    }
  }

  @Test func `a short passphrase opens nothing`() throws {
    let table = try DiskTable(where: .polling(.sealed))
    #expect(throws: DeskError.refused(.passphraseTooShort)) {
      try table.desk().submit(.poll(.open(poll)), with: "river", by: .moderator)
    }
  }

  @Test func `no file shows the passphrase, or any choice`() throws {
    let table = try sealedTable()
    for choice in ["A", "B"] { try cast(choice, at: table) }
    try table.desk().writeCheckpoint()
    for name in table.place.names(in: "session") {
      let text = try #require(table.place.text(of: "session/\(name)"))
      #expect(!text.contains(passphrase))
      #expect(!text.contains("marks"))
    }
  }

  @Test func `nothing but the turnout is known before the close`() throws {
    let table = try sealedTable()
    for choice in ["A", "B"] { try cast(choice, at: table) }
    let session = try table.desk().current()
    let open = try #require(session.polls[poll])
    #expect(open.turnout == 2)
    #expect(session.tally(of: open) == nil)
  }

  @Test func `a sealed ballot that was tampered with stops the count`() throws {
    let table = try sealedTable()
    try cast("A", at: table)
    let box = try #require(table.place.text(of: "session/box-v1.json"))
    let start = try #require(box.firstRange(of: "\"sealed\":[\"")).upperBound
    var letters = Array(box)
    let place = box.distance(from: box.startIndex, to: start) + 60
    letters[place] = letters[place] == "A" ? "B" : "A"
    table.place.write(String(letters), to: "session/box-v1.json")
    let error = #expect(throws: DeskError.self) {
      try table.desk().submit(.poll(.close(poll)), with: passphrase, by: .moderator)
    }
    #expect(error?.sentence.hasPrefix("The ballot box '") == true)
  }

  @Test func `a seat that may not is refused before anything is tried`() throws {
    let table = try DiskTable()
    #expect(throws: DeskError.refused(.notAtThisSeat(.ballot))) {
      try table.desk().submit(.access(.lock(nil)), with: "4711", by: .ballot)
    }
  }

  @Test func `the PIN that was set opens, and no other`() throws {
    let table = try DiskTable()
    try table.desk().submit(.access(.lock(nil)), with: "4711", by: .moderator)
    let access = try table.desk().current().access
    #expect(access.opens(with: "4711"))
    #expect(!access.opens(with: "4712"))
    #expect(!table.journal.contains("4711"))
  }

  @Test(arguments: ["471", "47x1", "", "1234567890123"])
  func `what is no PIN is refused`(pin: String) throws {
    let table = try DiskTable()
    let error = #expect(throws: DeskError.self) {
      try table.desk().submit(.access(.lock(nil)), with: pin, by: .moderator)
    }
    #expect(error?.sentence == "A PIN is 4 to 12 digits")
  }
}

extension [Intent] {
  /// An open session of ten people, all present, and a draft poll v1 of three choices for them.
  static func polling(_ secrecy: Poll.Secrecy) -> [Intent] {
    let people = (1...10).flatMap { number -> [Intent] in
      [
        .people(.add(name: "Person \(number)", details: .init())),
        .people(.arrive(PersonID(number), .room)),
      ]
    }
    return people + [
      .agenda(.add(title: "Poll", kind: .poll, seconds: 600, details: .init())), .agenda(.open),
      .poll(
        .draft(
          text: "Should it?", method: .oneChoice, choices: ["Yes", "No", "Later"],
          secrecy: secrecy)),
    ]
  }
}
