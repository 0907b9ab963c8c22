import SessionModel
import TestSupport
import Testing

struct FloorRulesTests {
  private static func hand(_ person: PersonID, _ kind: FloorRequest.Kind = .comment) -> Intent {
    .floor(.raise(person, channel: nil, kind: kind))
  }

  private static func floor(to person: PersonID) -> Intent {
    .floor(.give(.person(person), seconds: nil))
  }

  @Test(arguments: [
    Refused(hand(nobody), .noSuchPerson(nobody), "Nobody on the roll is 'p9'"),
    Refused(after: [.agenda(.close)], hand(ana), .sessionClosed, "The session is closed"),
    Refused(
      after: [.agenda(.close)], .floor(.closeList), .sessionClosed, "The session is closed"),
    Refused(
      after: [.agenda(.close)], .note(.beginStretch(.offTheRecord)), .sessionClosed,
      "The session is closed"),
    Refused(
      after: [.floor(.closeList)], hand(ana), at: .ballot, .listClosed,
      "The list of speakers is closed; only points of order are taken"),
    Refused(
      after: [.floor(.closeList)], .floor(.closeList), .listClosed,
      "The list of speakers is closed; only points of order are taken"),
    Refused(
      .floor(.openList), .listAlreadyOpen, "The list of speakers is open already"),
    Refused(
      after: [hand(ana)], hand(ana, .question), .alreadyInQueue("Ana Neves"),
      "Ana Neves is in the queue already"),
    Refused(
      .floor(.give(.next, seconds: nil)), .queueEmpty, "Nobody is waiting for the floor"),
    Refused(
      .floor(.give(.request(.init(3)), seconds: nil)), .noSuchRequest(.init(3)),
      "Request 'r3' is not in the queue"),
    Refused(
      .floor(.give(.person(ana), seconds: 0)), .durationNotPositive,
      "A time must be longer than nothing"),
    Refused(
      open: false, floor(to: ana), .sessionNotOpen,
      "The session is not open yet; open it first"),
    Refused(
      after: [floor(to: ana)], floor(to: ana), .hasTheFloorAlready("Ana Neves"),
      "Ana Neves has the floor already"),
    Refused(
      after: [floor(to: ana)], .floor(.yield(to: .person(ana))), .hasTheFloorAlready("Ana Neves"),
      "Ana Neves has the floor already"),
    Refused(
      after: [.floor(.give(.person(ana), seconds: 1)), .floor(.closeList)],
      .floor(.yield(to: .person(bako))),
      .nothingLeftToYield, "No time is left to yield"),
    Refused(.floor(.yield(to: .next)), .nobodyHasTheFloor, "Nobody has the floor"),
    Refused(
      .floor(.count(.init(1), words: 12)), .noSuchTurn(.init(1)), "There is no turn 't1'"),
    Refused(
      after: [floor(to: ana)], .floor(.count(.init(1), words: -1)), .wordsNegative,
      "Fewer than no words cannot be said"),
    Refused(
      after: [floor(to: ana)], .floor(.count(.init(1), words: nil)), .nothingToChange("t1"),
      "Nothing about 't1' would change"),
    Refused(.floor(.end), .nobodyHasTheFloor, "Nobody has the floor"),
    Refused(
      after: [floor(to: ana), .floor(.pause)], .floor(.pause), .turnPaused("Ana Neves"),
      "The clock of Ana Neves stands still already"),
    Refused(
      after: [floor(to: ana)], .floor(.resume), .turnNotPaused("Ana Neves"),
      "The clock of Ana Neves is running"),
    Refused(
      .floor(.withdraw(.init(1))), .noSuchRequest(.init(1)), "Request 'r1' is not in the queue"),
    Refused(
      after: [hand(ana)], .floor(.move(.init(1), to: 2)), .placeOutOfRange(2, count: 1),
      "There is no place 2; the last is 1"),
    Refused(.floor(.readdLast), .nobodySpokeYet, "Nobody has spoken yet"),
    Refused(
      after: [floor(to: ana), .floor(.end), .floor(.readdLast)], .floor(.readdLast),
      .alreadyInQueue("Ana Neves"), "Ana Neves is in the queue already"),
    Refused(
      after: [floor(to: ana), .floor(.end), floor(to: ana)], .floor(.readdLast),
      .hasTheFloorAlready("Ana Neves"), "Ana Neves has the floor already"),
    Refused(
      .floor(.allow(.reply, seconds: 0)), .durationNotPositive,
      "A time must be longer than nothing"),
    Refused(
      .floor(.allowFraming(seconds: -5)), .durationNotPositive,
      "A time must be longer than nothing"),
    Refused(hand(ana, .answer), .answersNothing, "An answer needs the request that it answers"),
    Refused(
      .floor(.bringBack(.init(4))), .notPassedOver(.init(4)), "Request 'r4' was not passed over"),
    Refused(
      .floor(.set(.order(to: FloorOrder(.classFirst)))), .nobodyFavoured,
      "This order needs to be told whom it puts first"),
    Refused(
      .floor(.set(.announced(to: 10))), .announcedOutOfRange(10),
      "None to 9 can be announced, not 10"),
    Refused(
      .floor(.set(.order(to: .asked))), .floorRunSoAlready, "The floor is run so already"),
  ])
  func `what the floor refuses is said why`(refused: Refused) throws {
    try refused.expect()
  }

  private func queue(_ intents: [Intent]) throws -> [PersonID] {
    var table = try Table.open()
    for intent in intents { try table.ask(intent) }
    return table.session.floor.queue.map(\.person)
  }

  @Test func `hands wait in the order they were raised`() throws {
    #expect(try queue([Self.hand(chen), Self.hand(ana), Self.hand(bako)]) == [chen, ana, bako])
  }

  @Test func `points of order go before everything else, in their own order`() throws {
    #expect(
      try queue([
        Self.hand(chen), Self.hand(bako, .pointOfOrder), Self.hand(ana, .pointOfOrder),
      ]) == [bako, ana, chen])
  }

  @Test func `a closed list still takes points of order`() throws {
    #expect(try queue([.floor(.closeList), Self.hand(ana, .pointOfOrder)]) == [ana])
  }

  @Test func `whoever waits may still raise a point of order`() throws {
    #expect(try queue([Self.hand(ana), Self.hand(ana, .pointOfOrder)]) == [ana, ana])
  }

  @Test func `a request moves to the place that is named`() throws {
    #expect(
      try queue([Self.hand(ana), Self.hand(bako), Self.hand(chen), .floor(.move(.init(3), to: 1))])
        == [chen, ana, bako])
  }

  @Test func `whoever was passed over no longer waits`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    try table.ask(.floor(.skip(.init(1), reason: .noAudio)))
    #expect(table.session.floor.queue.isEmpty)
    #expect(table.session.floor.passedOver.map(\.reason) == [.noAudio])
  }

  @Test func `a hand is raised where its person takes part`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    try table.ask(Self.hand(bako))
    #expect(table.session.floor.queue.map(\.channel) == [.online, .room])
  }

  @Test func `the next one gets the floor from the head of the queue`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(bako, .question))
    try table.ask(Self.hand(ana))
    try table.ask(.floor(.give(.next, seconds: nil)))
    let turn = try #require(table.session.floor.currentTurn)
    #expect(turn.person == bako)
    #expect(turn.kind == .question)
    #expect(table.session.floor.queue.map(\.person) == [ana])
  }

  @Test func `whoever is given the floor by name leaves the queue`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(bako))
    try table.ask(Self.hand(ana, .reply))
    try table.ask(Self.floor(to: ana))
    #expect(table.session.floor.currentTurn?.kind == .reply)
    #expect(table.session.floor.queue.map(\.person) == [bako])
  }

  @Test func `a turn ends where another begins`() throws {
    var table = try Table.open()
    try table.ask(Self.floor(to: ana))
    table.wait(29)
    try table.ask(Self.floor(to: bako))
    let first = try #require(table.session.floor.turns[.init(1)])
    #expect(first.ended == table.now)
    #expect(first.spokenSeconds(at: table.now) == 30)
  }

  @Test func `a turn remembers segment and question`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.ask(.init(2))))
    try table.ask(Self.floor(to: ana))
    let turn = try #require(table.session.floor.currentTurn)
    #expect(turn.segment == SegmentID(1))
    #expect(turn.question == QuestionID(2))
  }

  @Test(arguments: [
    ([Intent](), 180), ([.floor(.allowFraming(seconds: 240))], 240), ([hand(ana)], 120),
    ([hand(ana, .reply)], 60), ([hand(ana), .floor(.allow(.comment, seconds: 90))], 90),
    ([.agenda(.next)], 120),
  ])
  func `an allowance follows from segment and kind`(earlier: [Intent], seconds: Int) throws {
    var table = try Table.open()
    for intent in earlier { try table.ask(intent) }
    try table.ask(Self.floor(to: ana))
    #expect(table.session.floor.currentTurn?.allowanceSeconds == seconds)
  }

  @Test func `a pause does not count as speaking`() throws {
    var table = try Table.open()
    try table.ask(Self.floor(to: ana))
    table.wait(9)
    try table.ask(.floor(.pause))
    table.wait(100)
    #expect(table.session.floor.currentTurn?.spokenSeconds(at: table.now) == 10)
    try table.ask(.floor(.resume))
    table.wait(4)
    try table.ask(.floor(.end))
    #expect(table.session.floor.turns[.init(1)]?.spokenSeconds(at: table.now) == 15)
  }

  @Test(
    arguments: [
      (180, 119, Turn.Signal.none), (180, 120, .soon), (180, 180, .soon), (180, 181, .over),
      (30, 19, .none), (30, 20, .soon), (30, 31, .over), (0, 500, .none),
    ])
  func `a turn's last minute and its end are told`(
    allowance: Int, spoken: Int, signal: Turn.Signal
  ) throws {
    var table = try SessionFixture.live()
    try table.give(1, seconds: allowance)
    table.wait(spoken)
    #expect(try #require(table.session.floor.currentTurn).signal(at: table.now) == signal)
  }

  @Test func `a turn that ends in a pause counts up to the pause`() throws {
    var table = try Table.open()
    try table.ask(Self.floor(to: ana))
    table.wait(9)
    try table.ask(.floor(.pause))
    table.wait(50)
    try table.ask(.floor(.end))
    #expect(table.session.floor.turns[.init(1)]?.spokenSeconds(at: table.now) == 10)
  }

  @Test func `whoever yields gives away what is left`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.next))
    try table.ask(.floor(.give(.person(ana), seconds: 100)))
    table.wait(40)
    try table.ask(.floor(.yield(to: .person(bako))))
    let turn = try #require(table.session.floor.currentTurn)
    #expect(turn.person == bako)
    #expect(turn.allowanceSeconds == 60 + 120)
  }

  @Test func `the last speaker comes back to the head of the queue`() throws {
    #expect(
      try queue([Self.hand(bako), Self.floor(to: ana), .floor(.end), .floor(.readdLast)]) == [
        ana, bako,
      ])
  }

  @Test func `a wall clock put back changes no speaking time`() throws {
    var table = try Table.open()
    try table.ask(Self.floor(to: ana))
    table.now.at = table.now.at.advanced(by: -3600)
    table.wait(60)
    #expect(table.session.floor.currentTurn?.spokenSeconds(at: table.now) == 60)
  }

  // MARK: Orders

  /// Ana, Bako and Chen wait as they asked, with nobody announced.
  private func three() throws -> Table {
    var table = try Table.open()
    try table.ask(.floor(.set(.announced(to: 0))))
    try table.ask(Self.floor(to: ana))
    try table.ask(.floor(.end))
    for person in [ana, bako, chen] { try table.ask(Self.hand(person)) }
    return table
  }

  private func names(_ table: Table) -> [PersonID] { table.session.floor.queue.map(\.person) }

  @Test func `an order that is chosen holds from that moment`() throws {
    var table = try three()
    try table.ask(.floor(.set(.order(to: FloorOrder(.leastTurns)))))
    #expect(names(table) == [bako, chen, ana])
  }

  @Test func `an order that is taken back leaves those who wait as they stood`() throws {
    var table = try three()
    try table.ask(.floor(.set(.order(to: FloorOrder(.leastTurns)))))
    try table.ask(.undo)
    #expect(names(table) == [ana, bako, chen])
    #expect(table.session.floor.order == .asked)
  }

  @Test func `nobody who is announced is overtaken`() throws {
    var table = try three()
    try table.ask(.floor(.set(.announced(to: 1))))
    try table.ask(.floor(.set(.order(to: FloorOrder(.leastTurns)))))
    #expect(names(table) == [ana, bako, chen])
  }

  @Test func `whom the moderator put somewhere no order moves`() throws {
    var table = try three()
    try table.ask(.floor(.move(.init(1), to: 2)))
    try table.ask(.floor(.set(.order(to: FloorOrder(.leastTurns)))))
    #expect(names(table) == [bako, ana, chen])
  }

  @Test func `room and online take turns`() throws {
    var table = try Table.open()
    try table.ask(.floor(.set(.announced(to: 0))))
    try table.ask(.floor(.set(.order(to: FloorOrder(.roomAndOnline)))))
    try table.ask(Self.floor(to: bako))
    try table.ask(Self.hand(chen))
    try table.ask(Self.hand(ana))
    #expect(names(table) == [ana, chen])
  }

  @Test func `only what people can be is favoured`() throws {
    let table = try Table.open()
    func refusal(_ word: String) -> Refusal? {
      table.refusal(of: .floor(.set(.order(to: FloorOrder(.classFirst, favouring: [word])))))
    }
    #expect(
      refusal("martians")?.sentence
        == "'martians' is no group, region, role or channel, and no gender that anybody declared")
    #expect(refusal("civil_society") == nil)
    #expect(refusal("Online") == nil)
  }

  @Test func `the favoured class goes first`() throws {
    var table = try three()
    let order = FloorOrder(.classFirst, favouring: ["first_timer"])
    try table.ask(.floor(.set(.order(to: order))))
    #expect(names(table) == [bako, chen, ana])
  }

  @Test func `whoever gets the floor out of turn is recorded so`() throws {
    var table = try three()
    try table.ask(.floor(.give(.request(.init(3)), seconds: nil)))
    #expect(table.session.floor.currentTurn?.passed == 2)
  }

  // MARK: Parking

  @Test func `whoever declines for now can come back behind those who are announced`() throws {
    var table = try Table.open()
    for person in [ana, bako, chen] { try table.ask(Self.hand(person)) }
    try table.ask(.floor(.skip(.init(1), reason: .declined)))
    #expect(table.session.floor.parked.map(\.request.person) == [ana])
    try table.ask(.floor(.bringBack(.init(1))))
    #expect(names(table) == [bako, chen, ana])
    #expect(table.session.floor.parked.isEmpty)
    #expect(table.session.floor.passedOver.count == 1)
  }

  @Test func `coming back can be taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    try table.ask(.floor(.skip(.init(1), reason: .declined)))
    try table.ask(.floor(.bringBack(.init(1))))
    try table.ask(.undo)
    #expect(names(table).isEmpty)
    #expect(table.session.floor.parked.map(\.request.person) == [ana])
  }

  // MARK: Reasons

  @Test(arguments: [
    (FloorOrder.asked, "2 who wait asked earlier"),
    (FloorOrder(.leastTurns), "Who has spoken less often goes first: has not spoken"),
    (FloorOrder(.leastTime), "Who has spoken less goes first: 0:00 so far"),
    (FloorOrder(.roomAndOnline), "Room and online take turns; this is the room by time of asking"),
    (FloorOrder(.byGroup), "The groups take turns, and this request gives no group"),
    (FloorOrder(.classFirst, favouring: ["online"]), "Behind the favoured, as they asked"),
    (
      FloorOrder(.balanced),
      "In balance: has not spoken; The room had 0 % of the time with 67 % of those who asked; "
        + "waits 0:01"
    ),
  ])
  func `the queue says why somebody stands where they do`(order: FloorOrder, why: String) throws {
    var table = try three()
    if order != .asked { try table.ask(.floor(.set(.order(to: order)))) }
    #expect(table.session.whyStands(.init(3), at: table.now) == why)
  }

  @Test func `whoever is announced is told so`() throws {
    var table = try three()
    try table.ask(.floor(.set(.order(to: FloorOrder(.balanced)))))
    try table.ask(.floor(.set(.announced(to: 2))))
    let first = try #require(table.session.floor.queue.first)
    #expect(
      table.session.whyStands(first.id, at: table.now)
        == "The next 2 are announced, so nobody goes before")
  }

  @Test func `whom the moderator put somewhere is told so`() throws {
    var table = try three()
    try table.ask(.floor(.move(.init(3), to: 1)))
    #expect(
      table.session.whyStands(.init(3), at: table.now)
        == "The moderator put this request here, by hand")
  }

  // MARK: Who is missing

  @Test func `nobody is missing whose group, channel and voice were heard`() throws {
    var table = try three()
    try table.ask(.people(.arrive(bako, .room)))
    try table.ask(.agenda(.ask(.init(1))))
    let missing = table.session.missing(after: table.session.hearing(at: table.now))
    #expect(
      missing.groups == [.government, .intergovernmental, .privateSector, .technicalCommunity])
    #expect(missing.channels == [.room])
    #expect(missing.people == [bako, chen])
    #expect(missing.unanswered == [.init(question: .init(1), groups: [.civilSociety])])
  }
}
