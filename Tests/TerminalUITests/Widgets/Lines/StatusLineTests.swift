import TerminalUI
import TestSupport
import Testing

struct StatusLineTests {
  func shown(of status: StatusLine, columns: Int = 40, aside: String = "") -> Canvas {
    drawn(columns, 1) { canvas, rect in
      status.draw(on: &canvas, in: rect, look: look, aside: aside)
    }
  }

  @Test func `the last message stays`() {
    var status = StatusLine()
    status.say("Poll p1 is open", .good)
    status.say("2 announced")
    #expect(drawing(of: shown(of: status)) == "2 announced")
    #expect(status.log.map(\.text) == ["Poll p1 is open", "2 announced"])
  }

  @Test(arguments: [
    (StatusLine.Kind.info, "Saved", "status" as Role), (.good, "✓ Saved", "status.good"),
    (.refusal, "! Saved", "status.refusal"),
  ])
  func `a sign says what colour says`(_ kind: StatusLine.Kind, _ text: String, _ role: Role) {
    var status = StatusLine()
    status.say("Saved", kind)
    #expect(drawing(of: shown(of: status)) == text)
    #expect(shown(of: status).style(0, 0) == look[role])
  }

  @Test func `an aside stands at the right end`() {
    var status = StatusLine()
    status.say("Saved")
    #expect(
      drawing(of: shown(of: status, columns: 20, aside: "2 ballots")) == "Saved      2 ballots")
  }

  @Test func `a long message sends the aside away`() {
    var status = StatusLine()
    status.say("Poll 'p1' is not open; open it to take ballots", .refusal)
    #expect(
      drawing(of: shown(of: status, columns: 30, aside: "2 ballots"))
        == "! Poll 'p1' is not open; open…")
  }

  @Test func `the log keeps the latest`() {
    var status = StatusLine()
    for number in 1...300 { status.say("\(number)") }
    #expect(status.log.count == 200)
    #expect(status.message?.text == "300")
  }

  @Test(arguments: tortureCorpus)
  func `any message keeps the right border in place`(_ text: String) {
    var status = StatusLine()
    status.say(text, .refusal)
    for columns in [1, 3, 20] {
      expectBorderStands(around: Size(columns: columns, rows: 1)) { canvas, rect in
        status.draw(on: &canvas, in: rect, look: look, aside: text)
      }
    }
  }
}
