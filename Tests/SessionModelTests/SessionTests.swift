import Foundation
import SessionModel
import TestSupport
import Testing

struct SessionTests {
  private func damage(of event: Event, n: Int? = nil) throws -> Damage? {
    let table = try Table.open()
    var session = table.session
    do throws(Damage) {
      try session.apply(
        Entry(n: n ?? session.entries + 1, at: table.now, by: .moderator, event: event))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (Event.people(.left(person: nobody)), "p9"), (.agenda(.started(segment: .init(9))), "s9"),
    (.plan(.questionRemoved(question: .init(9))), "q9"),
    (.floor(.withdrawn(request: .init(9))), "r9"),
    (.floor(.ended(turn: .init(9))), "t9"), (.poll(.shared(poll: .init(9))), "v9"),
    (.note(.removed(note: .init(9))), "n9"), (.plan(.dropped(list: .goal, at: 2)), "goal 2"),
  ])
  func `an entry that speaks of nothing known is damage`(event: Event, name: String) throws {
    let damage = try damage(of: event)
    #expect(damage == .unknown(name))
    #expect(damage?.sentence == "speaks of '\(name)', which no earlier line made")
  }

  @Test func `an entry out of order is damage`() throws {
    let damage = try damage(of: .agenda(.finished(segment: .init(1))), n: 99)
    #expect(damage == .outOfOrder(expected: 12, found: 99))
    #expect(damage?.sentence == "has number 99, where 12 follows")
  }

  @Test func `an undo of an entry that was not kept is damage`() throws {
    let damage = try damage(of: .history(.undone(entry: 99)))
    #expect(damage == .historyMissing(entry: 99))
    #expect(damage?.sentence == "takes back entry 99, which is not known")
  }

  @Test(arguments: UInt64(1)...10)
  func `entries fold to the same session from JSON`(seed: UInt64) throws {
    var table = try Table.open()
    var intents = RandomIntents(seed: seed)
    for _ in 0..<400 {
      let intent = intents.next()
      let seat = intents.generator.any(Seat.self)
      if table.refusal(of: intent, by: seat) == nil { try table.ask(intent, by: seat) }
    }
    let entries = try JSONDecoder().decode([Entry].self, from: JSONEncoder().encode(table.entries))
    #expect(entries == table.entries)
    let session = try JSONDecoder().decode(
      Session.self, from: JSONEncoder().encode(table.session))
    #expect(session == table.session)
  }

  @Test func `deciding changes nothing`() throws {
    let table = try Table.open()
    let before = table.session
    _ = try table.session.decide(.agenda(.next), by: .moderator, at: table.now)
    #expect(table.session == before)
  }
}
