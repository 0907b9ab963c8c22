import SessionModel
import TestSupport
import Testing

/// How long things last, whatever becomes of the clock on the wall.
struct ElapsedTimeTests {
  /// What happens to the wall clock, in seconds, while three hours pass on the machine's own.
  private static let jumps = [0, 3600, -3600, 10_800, -10_800, -86_400]

  /// Lets milliseconds pass on both clocks.
  private func pass(_ milliseconds: Int64, at table: inout Table) {
    table.now.at.milliseconds += milliseconds
    table.now.monotonic = table.now.monotonic.map { $0 + milliseconds }
  }

  private func jump(_ seconds: Int, at table: inout Table) {
    table.now.at = table.now.at.advanced(by: seconds)
  }

  @Test(arguments: jumps)
  func `a speech of three hours is right to a tenth of a second`(seconds: Int) throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: 10_800)))
    // An hour and some odd time, a jump, a stop of five minutes with another jump, the rest.
    pass(3_600_250, at: &table)
    jump(seconds, at: &table)
    try table.ask(.floor(.pause))
    pass(300_000, at: &table)
    jump(-seconds, at: &table)
    try table.ask(.floor(.resume))
    pass(7_199_800, at: &table)
    jump(seconds, at: &table)
    try table.ask(.floor(.end))
    let turn = try #require(table.session.floor.turns.last)
    // A second passes with every entry of the table, but not while the clock stands still.
    let wanted: Int64 = 3_600_250 + 7_199_800 + 2000
    #expect(abs(turn.spokenMilliseconds(at: table.now) - wanted) <= 100)
    #expect(table.session.hearing(at: table.now).byPerson[ana] == wanted)
  }

  @Test(arguments: jumps)
  func `a machine that slept has gone on counting`(seconds: Int) throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: 600)))
    // The machine's clock counts what it slept through; the wall clock may wake up anywhere.
    pass(10_800_000, at: &table)
    jump(seconds, at: &table)
    let turn = try #require(table.session.floor.currentTurn)
    #expect(abs(turn.spokenMilliseconds(at: table.now) - 10_800_000) <= 100)
    #expect(turn.signal(at: table.now) == .over)
    let segment = try #require(table.session.agenda.currentSegment)
    #expect(segment.elapsedSeconds(at: table.now) == 10_801)
  }

  @Test(arguments: jumps)
  func `what is left of a session, poll or wait does not jump`(seconds: Int) throws {
    var table = try Table.open()
    try table.ask(.floor(.raise(ana, channel: nil, kind: .comment)))
    try table.ask(.poll(.open(PollID(1))))
    try table.ask(.poll(.extend(PollID(1), seconds: 600)))
    pass(60_000, at: &table)
    let before = try #require(table.session.forecast(at: table.now))
    let poll = try #require(table.session.polls[PollID(1)])
    let left = try #require(poll.secondsLeft(at: table.now))
    let online = table.session.onlineTurn(at: table.now)
    jump(seconds, at: &table)
    let after = try #require(table.session.forecast(at: table.now))
    #expect(after == before)
    #expect(poll.secondsLeft(at: table.now) == left)
    #expect(table.session.onlineTurn(at: table.now) == online)
    #expect(table.now.seconds(since: table.session.floor.queue[0].raised) == 62)
  }

  @Test func `another start of the machine counts by the wall`() throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: 600)))
    pass(90_000, at: &table)
    table.now.boot = "b"
    table.now.monotonic = 4000
    let turn = try #require(table.session.floor.currentTurn)
    #expect(turn.spokenMilliseconds(at: table.now) == 90_000)
  }
}
