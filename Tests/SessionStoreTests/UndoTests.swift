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
}
