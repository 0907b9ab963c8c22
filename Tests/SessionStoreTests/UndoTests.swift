import SessionModel
import TestSupport
import Testing

@testable import SessionStore

/// What moderator and rapporteur did is taken back through the desk, as at a table.
struct UndoTests {
  /// Does things at random until 1,000 were granted; answers who did them.
  private func thousandThings(at desk: SessionDesk, seed: UInt64) throws -> [Seat] {
    var random = RandomIntents(seed: seed, names: 12)
    var doers: [Seat] = []
    while doers.count < 1000 {
      let intent = random.next()
      guard intent != .undo, intent != .redo else { continue }
      let seats = [Seat.moderator, .rapporteur].filter { intent.isAllowed(at: $0) }
      guard !seats.isEmpty else { continue }
      let seat = random.generator.one(of: seats)
      if case .success = try desk.submit([intent], by: seat)[0] { doers.append(seat) }
    }
    return doers
  }

  private func startedTable() throws -> DiskTable {
    let table = try DiskTable()
    try table.play(seed: 3, intents: 60)
    return table
  }

  @Test(arguments: [1, 2]) func `a thousand things taken back leave the state before them`(
    seed: UInt64
  ) throws {
    let table = try startedTable()
    let desk = try table.desk(calls: .hasty)
    let start = try desk.current()
    for seat in try thousandThings(at: desk, seed: seed).reversed() {
      try desk.submit(.undo, by: seat)
    }
    #expect(try desk.current() == start)
    #expect(try table.desk(calls: .hasty).current() == start)
  }

  @Test func `a thousand things are taken back after opening from a checkpoint`() throws {
    let table = try startedTable()
    let start = try table.desk(calls: .hasty).current()
    let doers = try thousandThings(at: table.desk(calls: .hasty), seed: 3)
    let end = try table.desk(calls: .hasty).current()
    try table.desk(calls: .hasty).writeCheckpoint()
    let desk = try table.desk(calls: .hasty)
    #expect(try !desk.current().history.isWhole)
    _ = try doers.reversed().flatMap { try desk.submit([.undo], by: $0) }.map { try $0.get() }
    #expect(try desk.current() == start)
    for seat in doers { try desk.submit(.redo, by: seat) }
    #expect(try desk.current() == end)
    #expect(try table.folder.session(at: .max) == end)
  }

  @Test func `many things are taken back in one go`() throws {
    let table = try startedTable()
    // Whatever rule was left to hold, from now on notes are kept.
    _ = try table.desk(calls: .hasty).submit([.note(.beginStretch(.attributed))], by: .moderator)
    let start = try table.desk(calls: .hasty).current()
    let notes = (1...300).map { Intent.note(.write(kind: .note, text: "Note \($0)")) }
    for outcome in try table.desk(calls: .hasty).submit(notes, by: .rapporteur) {
      _ = try outcome.get()
    }
    try table.desk(calls: .hasty).writeCheckpoint()
    let desk = try table.desk(calls: .hasty)
    let outcomes = try desk.submit(Array(repeating: .undo, count: 300), by: .rapporteur)
    for outcome in outcomes { _ = try outcome.get() }
    #expect(try desk.current() == start)
  }

  // MARK: Several at one seat

  private static func note(_ text: String) -> Intent { .note(.write(kind: .note, text: text)) }

  private func texts(_ desk: SessionDesk) throws -> [String] {
    try desk.current().notes.all.map(\.text)
  }

  /// Two rapporteurs who came one after the other.
  private func twoDesks(at table: DiskTable) throws -> (SessionDesk, SessionDesk) {
    let desks = (try table.desk(calls: .hasty), try table.desk(calls: .hasty))
    try desks.0.sit(at: .rapporteur)
    try desks.1.sit(at: .rapporteur)
    return desks
  }

  @Test func `each of two rapporteurs takes back what was written there`() throws {
    let table = try DiskTable()
    let (one, other) = try twoDesks(at: table)
    try one.submit(Self.note("One"), by: .rapporteur)
    try other.submit(Self.note("Two"), by: .rapporteur)
    try one.submit(.undo, by: .rapporteur)
    #expect(try texts(one) == ["Two"])
    try other.submit(.undo, by: .rapporteur)
    #expect(try texts(other) == [])
  }

  @Test func `each of two rapporteurs does again what was taken back there`() throws {
    let table = try DiskTable()
    let (one, other) = try twoDesks(at: table)
    try one.submit(Self.note("One"), by: .rapporteur)
    try one.submit(.undo, by: .rapporteur)
    try other.submit(Self.note("Two"), by: .rapporteur)
    #expect(throws: DeskError.refused(.nothingToRedo)) { try other.submit(.redo, by: .rapporteur) }
    try other.submit(.note(.edit(NoteID(1), text: "Three")), by: .rapporteur)
    try other.submit(.undo, by: .rapporteur)
    try other.submit(.redo, by: .rapporteur)
    #expect(try texts(other) == ["Three"])
  }

  @Test func `who comes to a seat that is taken takes back nothing of what stands there`() throws {
    let table = try DiskTable()
    let one = try table.desk(calls: .hasty)
    try one.sit(at: .rapporteur)
    try one.submit(Self.note("One"), by: .rapporteur)
    let other = try table.desk(calls: .hasty)
    try other.sit(at: .rapporteur)
    #expect(throws: DeskError.refused(.nothingToUndo)) { try other.submit(.undo, by: .rapporteur) }
  }

  @Test func `who comes back to a free seat goes on taking back`() throws {
    let table = try DiskTable()
    do {
      let gone = try table.desk(calls: .hasty)
      try gone.sit(at: .rapporteur)
      try gone.submit(Self.note("One"), by: .rapporteur)
      try gone.leave()
    }
    let desk = try table.desk(calls: .hasty)
    try desk.sit(at: .rapporteur)
    try desk.submit(.undo, by: .rapporteur)
    #expect(try texts(desk) == [])
  }

  @Test func `a line without a seat takes back the last thing of all`() throws {
    let table = try DiskTable()
    let (one, other) = try twoDesks(at: table)
    try one.submit(Self.note("One"), by: .rapporteur)
    try other.submit(Self.note("Two"), by: .rapporteur)
    try table.desk(calls: .hasty).submit(.undo, by: .rapporteur)
    #expect(try texts(one) == ["One"])
    #expect(throws: DeskError.refused(.nothingToUndo)) { try other.submit(.undo, by: .rapporteur) }
  }

  @Test func `each takes back its own after opening from a checkpoint`() throws {
    let table = try DiskTable()
    try table.desk(calls: .hasty).submit(Self.note("Zero"), by: .rapporteur)
    try table.desk(calls: .hasty).writeCheckpoint()
    let (one, other) = try twoDesks(at: table)
    try one.submit(Self.note("One"), by: .rapporteur)
    try other.submit(Self.note("Two"), by: .rapporteur)
    try one.submit(.undo, by: .rapporteur)
    #expect(try texts(one) == ["Zero", "Two"])
    #expect(try table.desk(calls: .hasty).current() == one.current())
  }
}
