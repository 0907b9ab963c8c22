import SessionModel
import TestSupport
import Testing

/// A session that simulated people play from the opening to the gavel.
struct RehearsalTests {
  /// Such a session with a segment for groups, one to tell of them, and one for assent.
  private func played(seed: UInt64) throws -> Table {
    var table = Table()
    let segments: [(String, Segment.Kind, Int)] = [
      ("Open floor", .openFloor, 420), ("Groups", .breakout, 300), ("Read-out", .readout, 300),
      ("Assent", .assent, 300), ("Closing", .closing, 30),
    ]
    for (title, kind, seconds) in segments {
      try table.ask(
        .agenda(.add(title: title, kind: kind, seconds: seconds, details: SegmentDetails())))
    }
    var rehearsal = Rehearsal(seed: seed, seats: [.moderator, .rapporteur, .ballot], guests: 20)
    for wish in rehearsal.arrivals(in: table.session) { try table.ask(wish.intent, by: wish.seat) }
    for _ in 0..<3000 where table.session.agenda.closed == nil {
      for wish in rehearsal.wishes(in: table.session, at: table.now) {
        _ = try? table.ask(wish.intent, by: wish.seat)
      }
      table.wait(1)
    }
    return table
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `groups are divided, work, come back and tell of it`(seed: UInt64) throws {
    let session = try played(seed: seed).session
    #expect(session.agenda.closed != nil)
    #expect(session.breakouts.all.count == 3)
    #expect(session.breakouts.recalled != nil)
    #expect(session.breakouts.returned.count == 3)
    #expect(session.breakouts.all.allSatisfy(session.hasReadOut))
    #expect(session.breakouts.signals.contains { $0.kind == .help })
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `outcomes are put to the room and declared`(seed: UInt64) throws {
    let session = try played(seed: seed).session
    #expect(!session.outcomes.all.isEmpty)
    #expect(session.outcomes.all.allSatisfy { $0.declared != nil })
    #expect(session.outcomes.all.flatMap { $0.asking?.answers ?? [] }.count > 5)
    #expect(session.outcomes.all.flatMap(\.open).isEmpty)
  }
}
