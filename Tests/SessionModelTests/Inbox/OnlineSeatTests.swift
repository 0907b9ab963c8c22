import SessionModel
import TestSupport
import Testing

/// What the online moderator may do, and when the floor comes to somebody online.
struct OnlineSeatTests {
  private static func hand(_ person: PersonID, _ channel: Channel? = nil) -> Intent {
    .floor(.raise(person, channel: channel, kind: .comment))
  }

  @Test func `whoever is spoken of at this seat is online`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(bako), by: .online)
    #expect(table.session.floor.queue.first?.channel == .online)
    try table.ask(.people(.arrive(bako, nil)), by: .online)
    #expect(table.session.people[bako]?.channel == .online)
    try table.ask(.outcome(.add(text: "Remedy must be within reach")))
    try table.ask(.outcome(.put(.init(1), .support)))
    try table.ask(.outcome(.answer(.support, group: nil, channel: nil)), by: .online)
    #expect(table.session.outcomes.asked?.asking?.answers.first?.channel == .online)
  }

  @Test(arguments: [
    Refused(
      hand(bako, .room), at: .online, .notAtThisSeat(.online),
      "The online moderator's terminal cannot do that"),
    Refused(
      .agenda(.next), at: .online, .notAtThisSeat(.online),
      "The online moderator's terminal cannot do that"),
    Refused(
      .floor(.give(.next, seconds: nil)), at: .online, .notAtThisSeat(.online),
      "The online moderator's terminal cannot do that"),
    Refused(
      after: [hand(bako)], .floor(.withdraw(.init(1))), at: .online, .notOnline("Bako Diallo"),
      "Bako Diallo is not online; that is the moderator's"),
    Refused(
      after: [.people(.arrive(bako, .room))], .people(.leave(bako)), at: .online,
      .notOnline("Bako Diallo"), "Bako Diallo is not online; that is the moderator's"),
    Refused(
      .people(.countOnline(-1)), at: .online, .countNegative,
      "Fewer than nobody cannot be present"),
  ])
  func `the room is the moderator's`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `who is online is counted beside those in the room`() throws {
    var table = try Table.open()
    try table.ask(.people(.count(Headcount(room: 41, online: 3, womenInRoom: 20, womenOnline: 2))))
    try table.ask(.people(.countOnline(1)), by: .online)
    #expect(table.session.people.headcount == Headcount(room: 41, online: 1, womenInRoom: 20))
  }

  @Test func `the floor comes to somebody online after those before`() throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(chen), seconds: 180)))
    try table.ask(Self.hand(bako))
    try table.ask(Self.hand(ana), by: .online)
    table.wait(58)
    let turn = table.session.onlineTurn(at: table.now)
    #expect(turn.request == RequestID(2))
    #expect(turn.place == 2)
    // Two minutes are left of the turn that runs, and a comment has two.
    #expect(turn.seconds == 120 + 120)
    #expect(turn.roomTurns == 1)
    #expect(!turn.isDue)
  }

  @Test func `after two from the room one from online is due`() throws {
    var table = try Table.open()
    for person in [bako, chen] {
      try table.ask(.floor(.give(.person(person), seconds: nil)))
      try table.ask(.floor(.end))
    }
    #expect(!table.session.onlineTurn(at: table.now).isDue)
    try table.ask(Self.hand(bako))
    try table.ask(Self.hand(ana), by: .online)
    #expect(table.session.onlineTurn(at: table.now).isDue)
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    #expect(table.session.onlineTurn(at: table.now) == OnlineTurn(roomTurns: 0))
  }

  @Test func `whoever moderates takes nobody's turn`() throws {
    var table = try Table.open()
    try table.ask(.people(.giveRole(bako, .moderator)))
    for person in [bako, chen, bako] {
      try table.ask(.floor(.give(.person(person), seconds: nil)))
    }
    #expect(table.session.onlineTurn(at: table.now).roomTurns == 1)
  }
}
