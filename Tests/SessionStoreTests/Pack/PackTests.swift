import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

/// A session in one file: what travels, what stays, and what is noticed on the way.
struct PackTests {
  private let table: DiskTable
  private let elsewhere = TemporaryFolder()

  init() throws {
    table = try DiskTable(where: [
      .plan(.set(.title(to: "Remedy for all"))),
      .agenda(
        .add(title: "Opening", kind: .opening, seconds: 300, details: SegmentDetails())),
      .people(.add(name: "Participant 1", details: PersonDetails())),
    ])
  }

  private var library: Library { Library(path: elsewhere.path, environment: [:], program: nil) }

  /// The pack as a file, with some of its bytes changed.
  private func file(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> String {
    var bytes = try Pack(table.folder).bytes
    change(&bytes)
    let path = table.place.path(of: "it.roundtable.tar")
    let file = try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC, calls: .system)
    var written = 0
    try file.write(bytes, written: &written)
    return path
  }

  private func complaint(_ change: (inout [UInt8]) -> Void) throws -> String? {
    let path = try file(change)
    do throws(StoreFailure) {
      _ = try library.unpack(Pack(path: path))
      return nil
    } catch {
      return error.sentence.replacing(path, with: "FILE")
    }
  }

  /// Where a text begins in some bytes.
  private func place(of text: String, in bytes: [UInt8]) -> Int {
    let wanted = Array(text.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
  }

  @Test func `a packed session opens elsewhere as it was`() throws {
    let folder = try library.unpack(Pack(path: file()))
    #expect(folder.name == "session")
    #expect(elsewhere.text(of: "session/journal.jsonl") == table.journal)
    #expect(try folder.session(at: .max) == table.folder.session(at: .max))
  }

  @Test func `the same session makes the same file`() throws {
    #expect(try Pack(table.folder).bytes == Pack(table.folder).bytes)
  }

  @Test func `any tar reads a pack and sha256sum agrees with it`() throws {
    let path = try file()
    let command =
      "cd '\(elsewhere.path)' && tar xf '\(path)' && cd session && sha256sum --quiet -c SHA256SUMS"
    #expect(system(command) == 0)
    #expect(elsewhere.names(in: "session") == ["SHA256SUMS", "journal.jsonl", "session.json"])
  }

  @Test func `what another tar packed anew is read`() throws {
    let path = try file()
    let again = elsewhere.path(of: "again.tar")
    let command =
      "cd '\(elsewhere.path)' && tar xf '\(path)' && tar cf '\(again)' --format=ustar "
      + "session/SHA256SUMS session/journal.jsonl session/session.json && rm -r session"
    #expect(system(command) == 0)
    #expect(try library.unpack(Pack(path: again)).name == "session")
  }

  @Test func `an interrupted write does not travel`() throws {
    let whole = table.journal
    table.add("{\"at\":\"2021-12-07T")
    let folder = try library.unpack(Pack(path: file()))
    #expect(elsewhere.text(of: "\(folder.name)/journal.jsonl") == whole)
  }

  @Test func `neither codes nor seats nor boxes travel`() throws {
    table.place.write("[]", to: "session/codes.json")
    table.place.write("{}", to: "session/box-v9.json")
    let text = String(decoding: try Pack(table.folder).bytes, as: UTF8.self)
    #expect(!text.contains("codes.json") && !text.contains("box-"))
  }

  @Test func `a session whose open poll is secret is not packed`() throws {
    let desk = try table.desk()
    for outcome in try desk.submit(
      [
        .agenda(.open),
        .poll(
          .ask(
            text: "Who pays?", method: .oneChoice, choices: ["A", "B"], secrecy: .anonymous)),
      ], by: .moderator)
    { _ = try outcome.get() }
    do throws(StoreFailure) {
      _ = try Pack(table.folder)
      Issue.record("It was packed")
    } catch {
      #expect(
        error.sentence
          == "Poll 'v1' is open and its ballots are secret; close it before the session is packed")
    }
  }

  @Test func `a changed letter of the journal is noticed`() throws {
    let said = try complaint { bytes in bytes[place(of: "Remedy", in: bytes)] = UInt8(ascii: "D") }
    #expect(said == "'journal.jsonl' in 'FILE' was changed: its digest is another")
    #expect(elsewhere.names() == [])
  }

  @Test func `a torn pack is noticed`() throws {
    #expect(
      try complaint { $0.removeLast(1024) } == "'FILE' is torn: it ends before its end")
    #expect(
      try complaint { $0.removeLast($0.count - 700) } == "'FILE' is torn: it ends before its end")
    #expect(try complaint { $0 = [] } == "'FILE' is no packed session")
    #expect(elsewhere.names() == [])
  }

  @Test func `no byte of a pack can be changed unnoticed`() throws {
    let whole = try Pack(table.folder).bytes
    for place in stride(from: 0, to: whole.count - 1024, by: 37) {
      let said = try complaint { $0[place] ^= 0x41 }
      let isPadding = whole[place] == 0
      if said == nil, !isPadding { Issue.record("Byte \(place) was changed and nobody noticed") }
      if said == nil { elsewhere.delete("session/journal.jsonl") }
    }
  }

  @Test func `a pack that is there already is not unpacked twice`() throws {
    let pack = try Pack(path: file())
    let folder = try library.unpack(pack)
    let desk = try SessionDesk(folder) { Moment(at: Timestamp(milliseconds: 0)) }
    try desk.submit(.plan(.set(.room(to: "Room 1"))), by: .moderator)
    #expect(try library.unpack(pack) == folder)
    #expect(try folder.session(at: .max).plan.room == "Room 1")
  }

  @Test func `a pack takes no other session's place`() throws {
    _ = try library.create(named: "session")
    let path = try file()
    #expect(
      throws: StoreFailure.pack(path: "\(elsewhere.path)/session", .takenByAnother("session"))
    ) {
      try library.unpack(Pack(path: path))
    }
    #expect(try library.unpack(Pack(path: path), named: "other").name == "other")
  }

  @Test func `a file that leads out of its folder is refused`() throws {
    let archive = TarArchive(files: [.init(path: "../../evil", bytes: [])])
    #expect(
      try complaint { $0 = archive.bytes(at: 0) }
        == "'FILE' is no packed session")
  }

  @Test func `a sound session is verified`() throws {
    #expect(table.folder.verified() == Verification(entries: 3))
  }

  @Test func `a damaged line is told when a session is verified`() throws {
    table.add("{\"n\":9}\n")
    let found = table.folder.verified()
    #expect(found.entries == 3)
    #expect(found.faults.count == 1)
    #expect(found.faults.first?.hasPrefix("Line 5 of the journal") == true)
  }

  @Test func `an interrupted write is told and is no fault`() throws {
    table.add("{\"at\"")
    let found = table.folder.verified()
    #expect(found.isSound)
    #expect(
      found.remarks == [
        "The journal ends in an interrupted write of 5 bytes, which the next writer cuts off"
      ])
  }
}
