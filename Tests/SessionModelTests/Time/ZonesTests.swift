import SessionModel
import TestSupport
import Testing

/// Sessions over midnight, and in zones whose clocks change meanwhile.
struct ZonesTests {
  /// 25 October 2026, when clocks in Central Europe go back from 3:00 to 2:00, at 1:00 UTC.
  private static func slot() throws -> Slot {
    let start = try #require(Timestamp("2026-10-24T23:30:00Z"))
    var slot = Slot(
      start: start, end: start.advanced(by: 10_800), zone: "CEST", offsetMinutes: 120)
    slot.change = Slot.ClockChange(
      at: try #require(Timestamp("2026-10-25T01:00:00Z")), zone: "CET", offsetMinutes: 60)
    return slot
  }

  private func text(_ slot: Slot, _ time: String) throws -> String {
    let time = try #require(Timestamp(time))
    let clock = slot.clock(at: time)
    return CalendarTime(time, offsetMinutes: clock.offsetMinutes).clockText + " " + clock.zone
  }

  @Test func `clocks show an hour twice when summer ends`() throws {
    let slot = try Self.slot()
    #expect(try text(slot, "2026-10-25T00:30:00Z") == "02:30 CEST")
    #expect(try text(slot, "2026-10-25T00:59:59Z") == "02:59 CEST")
    #expect(try text(slot, "2026-10-25T01:00:00Z") == "02:00 CET")
    #expect(try text(slot, "2026-10-25T01:30:00Z") == "02:30 CET")
  }

  @Test func `a session lasts as long though clocks change`() throws {
    var table = try Table.laid()
    let slot = try Self.slot()
    try table.ask(.plan(.set(.slot(to: slot))))
    #expect(table.session.plan.plannedSeconds == 10_800)
    table.now.at = slot.start
    try table.ask(.agenda(.open))
    table.wait(2 * 3600)
    let forecast = try #require(table.session.forecast(at: table.now))
    #expect(forecast.plannedEnd == slot.end)
    #expect(forecast.leftSeconds == 3600 - 1)
  }

  @Test func `a session goes on over midnight`() throws {
    var table = try Table.laid()
    let start = try #require(Timestamp("2021-12-31T23:40:00Z"))
    let slot = Slot(start: start, end: start.advanced(by: 2700))
    try table.ask(.plan(.set(.slot(to: slot))))
    table.now.at = start
    try table.ask(.agenda(.open))
    try table.ask(.floor(.give(.person(ana), seconds: 3000)))
    table.wait(1800)
    let forecast = try #require(table.session.forecast(at: table.now))
    #expect(table.now.at.description.hasPrefix("2022-01-01T00:10"))
    #expect(forecast.leftSeconds == 2700 - 1802)
    #expect(table.session.floor.currentTurn?.spokenSeconds(at: table.now) == 1800)
    let end = CalendarTime(forecast.plannedEnd, offsetMinutes: 0)
    #expect("\(end.dateText) \(end.clockText)" == "2022-01-01 00:25")
  }
}
