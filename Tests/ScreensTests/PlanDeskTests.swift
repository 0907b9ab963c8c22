import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct PlanDeskTests {
  private func desk(_ table: SessionFixture) -> SeatedTerminal {
    SeatedTerminal(PlanDesk(), at: table, seat: .moderator, columns: 120, rows: 36)
  }

  private func type(_ text: String, at desk: inout SeatedTerminal) {
    for character in text { desk.press(Key(.character(character))) }
  }

  @Test func `a segment is added in a form`() throws {
    var desk = desk(try .live())
    desk.press("s")
    type("Open floor", at: &desk)
    desk.press(.tab)
    type("1h30m", at: &desk)
    desk.press(.enter)
    #expect(
      desk.asked == [
        .agenda(
          .add(title: "Open floor", kind: .discussion, seconds: 5400, details: SegmentDetails()))
      ])
  }

  @Test func `what is no length is said and asks for nothing`() throws {
    var desk = desk(try .live())
    desk.press("s")
    type("Open floor", at: &desk)
    desk.press(.tab)
    type("soon", at: &desk)
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
  }

  @Test func `a segment that is not changed is not asked about`() throws {
    var desk = desk(try .live())
    desk.press(.enter, .enter)
    #expect(desk.asked.isEmpty)
  }

  @Test func `a question is added, moved and taken out by keys`() throws {
    let table = try SessionFixture.live()
    let order = table.session.plan.questionOrder
    var desk = desk(table)
    desk.press("a")
    type("Who pays?", at: &desk)
    desk.press(.enter, .tab, "j", "K", "x")
    #expect(
      desk.asked == [
        .plan(.addQuestion(text: "Who pays?", short: nil)),
        .plan(.moveQuestion(order[1], to: 1)), .plan(.removeQuestion(order[1])),
      ])
  }

  @Test func `a day, a time and an offset make a slot`() throws {
    var desk = desk(try .live())
    desk.press("d")
    for word in ["2026-11-30", "15:00", "90", "CET", "+01:00"] {
      desk.press(.control("a"), .control("k"))
      type(word, at: &desk)
      desk.press(word == "+01:00" ? .enter : .tab)
    }
    let slot = Slot(
      start: try #require(Timestamp("2026-11-30T14:00:00Z")),
      end: try #require(Timestamp("2026-11-30T15:30:00Z")), zone: "CET", offsetMinutes: 60)
    #expect(desk.asked == [.plan(.set(.slot(to: slot)))])
  }
}
