import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// The clocks of the host, UTC and the terminal, side by side.
struct HeaderClocksTests {
  /// The first row of a live session in Paris, so many seconds after it opened at 23:40 UTC.
  private func header(after seconds: Int, columns: Int = 160) throws -> String {
    var table = try SessionFixture.planned()
    let start = try #require(Timestamp("2026-10-24T23:40:00Z"))
    var slot = Slot(start: start, end: start.advanced(by: 7200), zone: "CEST", offsetMinutes: 120)
    slot.change = Slot.ClockChange(
      at: try #require(Timestamp("2026-10-25T01:00:00Z")), zone: "CET", offsetMinutes: 60)
    try table.ask(.plan(.set(.slot(to: slot))), by: .moderator)
    table.wait(start.seconds(since: table.now.at))
    try table.ask(.agenda(.open), by: .moderator)
    table.wait(seconds)
    var scene = Scene(
      session: table.session, now: table.now, look: Look(), seat: .moderator,
      size: Size(columns: columns, rows: 1))
    scene.local = Scene.ClockZone(name: "IST", offsetMinutes: 330)
    var canvas = Canvas(size: scene.size, style: .plain)
    HeaderLine(scene).draw(on: &canvas, in: canvas.bounds)
    return drawing(of: canvas)
  }

  @Test func `host, UTC and the terminal's zone stand side by side`() throws {
    #expect(try header(after: 0).contains("01:40 CEST   23:40 UTC   05:10 IST"))
  }

  @Test func `midnight passes on one clock and not on the others`() throws {
    #expect(try header(after: 1260).contains("02:01 CEST   00:01 UTC   05:31 IST"))
  }

  @Test func `the host's clock goes back when summer ends, and time goes on`() throws {
    let header = try header(after: 5400)
    #expect(header.contains("02:10 CET   01:10 UTC   06:40 IST"))
    #expect(header.contains("30 min left"))
  }
}
