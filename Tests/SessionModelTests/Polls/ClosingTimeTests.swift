import SessionModel
import TestSupport
import Testing

/// Polls that close by themselves.
struct ClosingTimeTests {
  /// An open anonymous poll with a ballot in it and a minute to go.
  private func minute() throws -> Asked {
    var asked = try Asked(.oneChoice, ["a", "b"])
    try asked.cast(Ballot(choosing: ["A"]))
    try asked.table.ask(.poll(.extend(asked.poll, seconds: 60)))
    return asked
  }

  @Test func `while there is time it does not close by itself`() throws {
    let asked = try minute()
    #expect(asked.table.session.overduePoll(at: asked.table.now) == nil)
    let refusal = asked.table.refusal(of: .poll(.expire(asked.poll)), by: .stage)
    #expect(refusal == .pollHasTime(asked.poll))
    #expect(refusal?.sentence == "The time of poll 'v3' is not up")
  }

  @Test(arguments: Seat.allCases)
  func `whoever sees first that its time is up closes it`(seat: Seat) throws {
    var asked = try minute()
    asked.table.wait(60)
    #expect(asked.table.session.overduePoll(at: asked.table.now) == asked.poll)
    try asked.table.ask(.poll(.expire(asked.poll)), by: seat)
    #expect(asked.table.session.polls[asked.poll]?.state == .closed)
    #expect(try asked.tally().rows.map(\.count) == [1, 0])
    #expect(
      asked.table.refusal(of: .poll(.expire(asked.poll)), by: seat)
        == .pollNotOpen(asked.poll, isClosed: true))
  }

  @Test func `after its time it takes no ballot, closed or not`() throws {
    var asked = try minute()
    asked.table.wait(60)
    #expect(
      asked.complaint(about: Ballot(choosing: ["B"]))
        == "The time of poll 'v3' is up; it takes no ballots")
    #expect(asked.table.session.polls.open(at: asked.table.now) == nil)
  }

  @Test func `a poll whose time is up may be given more`() throws {
    var asked = try minute()
    asked.table.wait(90)
    try asked.table.ask(.poll(.extend(asked.poll, seconds: 60)))
    try asked.cast(Ballot(choosing: ["B"]))
    #expect(asked.table.session.overduePoll(at: asked.table.now) == nil)
  }

  @Test func `the moderator takes back what the clock did`() throws {
    var asked = try minute()
    asked.table.wait(60)
    try asked.table.ask(.poll(.expire(asked.poll)), by: .stage)
    try asked.table.ask(.undo)
    let poll = try #require(asked.table.session.polls[asked.poll])
    #expect(poll.state == .open)
    #expect(poll.secondsLeft(at: asked.table.now) == nil)
    try asked.table.ask(.redo)
    #expect(asked.table.session.polls[asked.poll]?.state == .closed)
  }

  @Test func `sealed ballots wait for the passphrase`() throws {
    var table = try Table.open()
    let poll = PollID(3)
    try table.ask(
      .poll(.draft(text: "?", method: .oneChoice, choices: ["a", "b"], secrecy: .sealed)))
    try table.ask(.poll(.openSealed(poll, PollSeal(key: "a2V5", wrapped: "d3JhcHBlZA=="))))
    try table.ask(.poll(.cast(poll, Ballot(choosing: ["A"]), voter: nil)), by: .ballot)
    try table.ask(.poll(.extend(poll, seconds: 60)))
    table.wait(60)
    #expect(table.session.overduePoll(at: table.now) == nil)
    #expect(table.session.polls[poll]?.state == .open)
    #expect(table.session.polls.open(at: table.now) == nil)
  }
}
