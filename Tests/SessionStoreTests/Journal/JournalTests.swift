import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct JournalTests {
  private let note = Intent.note(.write(kind: .note, text: "Hello"))

  @Test func `a line is an entry with its keys sorted`() throws {
    let table = try DiskTable()
    try table.desk().submit(note, by: .rapporteur)
    #expect(
      table.journal == """
        {"format":1,"program":"roundtable"}
        {"at":"2021-12-07T16:30:01Z","by":"rapporteur","event":{"note":{"written":\
        {"binding":{},"kind":"note","note":"n1","text":"Hello"}}},"n":1}

        """)
  }

  @Test func `readers ignore an interrupted write`() throws {
    let table = try DiskTable(where: [note])
    table.add("{\"at\":\"2021-12-0")
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `the next writer cuts an interrupted write off`() throws {
    let table = try DiskTable(where: [note])
    let before = table.journal
    table.add("{\"at\":\"2021-12-0")
    try table.desk().submit(note, by: .rapporteur)
    #expect(table.journal.hasPrefix(before + "{\"at\":\"2021-12-07T16:30:01Z\",\"by\""))
    #expect(try table.desk().current().entries == 2)
  }

  @Test func `a journal that is empty is a session in which nothing happened`() throws {
    let table = try DiskTable()
    table.place.write("", to: "session/journal.jsonl")
    try table.desk().submit(note, by: .rapporteur)
    #expect(table.journal.hasPrefix("{\"format\":1"))
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `a header that was interrupted is written again`() throws {
    let table = try DiskTable()
    table.place.write("{\"form", to: "session/journal.jsonl")
    try table.desk().submit(note, by: .rapporteur)
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `a line longer than any buffer is read`() throws {
    let text = String(repeating: "long ", count: 100_000)
    let table = try DiskTable(where: [.note(.write(kind: .note, text: text)), note])
    #expect(try table.desk().current().notes.all.first { _ in true }?.text == text)
  }

  @Test func `a text of several lines stays on one`() throws {
    let text = "one\ntwo\r\n\u{2028}"
    let table = try DiskTable(where: [.plan(.set(.description(to: text)))])
    #expect(table.journal.utf8.count { $0 == newline } == 2)
    #expect(try table.desk().current().plan.description == text)
  }

  // MARK: Damage

  @Test func `a missing journal is told by its path`() throws {
    let table = try DiskTable()
    table.place.delete("session/journal.jsonl")
    #expect(
      table.complaint()
        == "Could not open '\(table.folder.path)/journal.jsonl': No such file or directory")
  }

  @Test(
    arguments: [
      ("{\"at\":7", "is broken at byte 8: the text ends too early"),
      ("nonsense", "is broken at byte 2: a value is missing"),
      ("", "is broken at byte 1: the text ends too early"),
      ("[]", "is not an entry: an array stands where an object should, at byte 1"),
      ("{\"at\":\"2021-12-07T16:30:00Z\"}", "is not an entry: 'n' is missing, at byte 1"),
      (
        "{\"at\":\"yesterday\",\"by\":\"moderator\",\"event\":{},\"n\":2}",
        "is not an entry: a time or a name cannot be read"
      ),
      (
        "{\"at\":\"2021-12-07T16:30:00Z\",\"by\":\"moderator\",\"event\":{\"note\":{\"written\":"
          + "{}}},\"n\":2}",
        "is not an entry: 'note' is missing, at byte 74"
      ),
    ])
  func `a broken line is named with what is wrong`(line: String, complaint: String) throws {
    let table = try DiskTable(where: [note])
    table.add(line + "\n")
    table.add("{\"more\":1}\n")
    #expect(table.complaint() == "Line 3 of the journal \(complaint)")
  }

  @Test(
    arguments: [
      "{\"at\":\"2021-12-07T16:30:00Z\",\"by\":\"moderator\",\"event\":{\"song\":{}},\"n\":2}",
      "{\"at\":\"2021-12-07T16:30:00Z\",\"by\":\"moderator\",\"event\":{\"note\":{\"sung\":{}}},"
        + "\"n\":2}",
      "{\"at\":\"2021-12-07T16:30:00Z\",\"by\":\"choir\",\"event\":{\"agenda\":{\"opened\":{}}},"
        + "\"n\":2}",
      "{\"at\":\"2021-12-07T16:30:00Z\",\"by\":\"moderator\",\"event\":{\"note\":{\"sorted\":"
        + "{\"kind\":\"song\",\"note\":\"n1\"}}},\"n\":2}",
      "{\"format\":2,\"program\":\"roundtable\"}",
    ])
  func `a line of an unknown kind was written by a newer program`(line: String) throws {
    let table = try DiskTable(where: [note])
    table.add(line + "\n")
    #expect(
      table.complaint()
        == "Line 3 of the journal is of a newer roundtable; this one knows format 1")
  }

  @Test func `fields that were added since are left aside`() throws {
    let table = try DiskTable()
    table.add(
      """
      {"at":"2021-12-07T16:30:00Z","by":"moderator","event":{"agenda":{"asked":{"mood":"good"}}},\
      "n":1,"weather":{"sun":[1,2.5e3]}}

      """)
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `an entry that cannot follow is named`() throws {
    let table = try DiskTable(where: [note])
    table.add(
      """
      {"at":"2021-12-07T16:30:00Z","by":"moderator","event":{"note":{"removed":{"note":"n9"}}},\
      "n":2}

      """)
    #expect(
      table.complaint()
        == "Line 3 of the journal speaks of 'n9', which no earlier line made")
  }

  @Test func `a file that is no journal is told by its first line`() throws {
    let table = try DiskTable()
    table.place.write("Dear diary\n", to: "session/journal.jsonl")
    #expect(table.complaint() == "Line 1 of the journal does not say which format follows")
  }

  @Test func `damage met on the way leaves what was read before`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk()
    table.add("nonsense\n")
    for _ in 1...2 {
      #expect(
        throws: StoreFailure.damaged(line: 3, .notJSON("a value is missing", byte: 2))
      ) {
        try desk.current()
      }
    }
    #expect(desk.lastRead.entries == 1)
  }

  @Test func `nothing is written behind damage`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk()
    table.add("nonsense\n")
    let before = table.journal
    #expect(throws: DeskError.self) { try desk.submit(note, by: .rapporteur) }
    #expect(table.journal == before)
  }

  // MARK: Disks that will not

  @Test func `a journal that cannot be written can be read`() throws {
    let table = try DiskTable(where: [note])
    var calls = FileCalls.system
    calls.open = { path, flags, mode in
      guard flags & O_ACCMODE == O_RDONLY else {
        errno = EACCES
        return -1
      }
      return FileCalls.system.open(path, flags, mode)
    }
    let desk = try table.desk(calls: calls)
    #expect(try desk.current().entries == 1)
    let error = #expect(throws: DeskError.self) { try desk.submit(note, by: .rapporteur) }
    #expect(
      error?.sentence == "Could not write '\(table.folder.journalPath)': Permission denied")
  }

  @Test func `a folder that cannot be written to is told by its path`() throws {
    let library = Library(path: "/proc/roundtable", environment: [:], program: nil)
    let error = #expect(throws: StoreFailure.self) { try library.create(named: "s") }
    #expect(error?.sentence == "Could not create '/proc/roundtable': No such file or directory")
  }

  @Test(arguments: [0, 1, 40]) func `a full disk leaves nothing behind`(room: Int) throws {
    let table = try DiskTable(where: [note])
    let before = table.journal
    let error = #expect(throws: DeskError.self) {
      try table.desk(calls: .full(at: before.utf8.count + room)).submit(note, by: .rapporteur)
    }
    #expect(
      error?.sentence == "Could not write '\(table.folder.journalPath)': No space left on device")
    #expect(table.journal == before)
  }

  @Test func `on a full disk the entries that fit stay`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk(calls: .full(at: table.journal.utf8.count + 300))
    #expect(throws: StoreFailure.self) { try desk.submit([note, note, note], by: .rapporteur) }
    // Somebody may have read them already.
    #expect(try desk.current().entries == 3)
    #expect(table.journal.hasSuffix("}\n"))
  }

  @Test func `writing goes on when there is room again`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk(calls: .full(at: table.journal.utf8.count + 10))
    #expect(throws: DeskError.self) { try desk.submit(note, by: .rapporteur) }
    try table.desk().submit(note, by: .rapporteur)
    #expect(try desk.current().entries == 2)
  }

  @Test func `a disk that does not save is no success`() throws {
    let table = try DiskTable(where: [note])
    var calls = FileCalls.system
    calls.sync = { _ in
      errno = EIO
      return -1
    }
    let error = #expect(throws: DeskError.self) {
      try table.desk(calls: calls).submit(note, by: .rapporteur)
    }
    #expect(error?.sentence == "Could not save '\(table.folder.journalPath)': Input/output error")
  }

  @Test func `a write that comes in pieces comes whole`() throws {
    let table = try DiskTable()
    var calls = FileCalls.system
    calls.write = { descriptor, bytes in
      FileCalls.system.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(7)))
    }
    try table.desk(calls: calls).submit(note, by: .rapporteur)
    #expect(try table.desk().current().entries == 1)
  }

  @Test func `a journal that was taken away is missed`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk()
    table.place.delete("session/journal.jsonl")
    let error = #expect(throws: StoreFailure.self) { try desk.current() }
    #expect(
      error?.sentence
        == "Could not read '\(table.folder.journalPath)': No such file or directory")
  }

  @Test func `a journal that was put back to an earlier state is read again`() throws {
    let table = try DiskTable(where: [note, note])
    let earlier = table.journal
    let desk = try table.desk()
    try table.desk().submit(note, by: .rapporteur)
    #expect(try desk.current().entries == 3)
    table.place.write(earlier, to: "session/journal.jsonl")
    #expect(try desk.current().entries == 2)
  }
}
