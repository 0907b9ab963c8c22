import SessionModel
import TestSupport
import Testing

struct BudgetTests {
  private static let holders: [StakeholderGroup] = [.government, .civilSociety, .privateSector]

  /// Three people of three groups, each with a budget of its own; the first speaks.
  private func table(_ seconds: [Int], spoken: Int, kind: FloorRequest.Kind = .comment) throws
    -> Table
  {
    var table = Table()
    for (index, group) in Self.holders.enumerated() {
      var details = PersonDetails()
      details.group = group
      try table.happen(
        .people(.added(person: PersonID(index + 1), name: "P\(index + 1)", details: details)))
    }
    for number in 1...2 {
      try table.happen(
        .agenda(
          .added(
            segment: SegmentID(number), title: "Part \(number)", kind: .discussion, seconds: 3600,
            details: SegmentDetails())))
    }
    try table.happen(.agenda(.opened))
    for (group, length) in zip(Self.holders, seconds) {
      try table.ask(.floor(.budget(.group(of: group), seconds: length, segment: SegmentID(1))))
      try table.ask(.floor(.budget(.group(of: group), seconds: length, segment: SegmentID(2))))
    }
    try table.ask(.floor(.raise(PersonID(1), channel: nil, kind: kind)))
    try table.ask(.floor(.give(.next, seconds: nil)))
    table.wait(spoken - 1)
    return table
  }

  private func left(_ table: Table, segment: Int = 1) throws -> [Int] {
    let budgets = try #require(table.session.floor.budgets)
    return budgets.filter { $0.segment == SegmentID(segment) }
      .map { table.session.secondsLeft(of: $0, at: table.now) }
  }

  @Test func `time is added to all, so that the overdrawn one comes out even`() throws {
    var table = try table([100, 200, 200], spoken: 200)
    try table.ask(.floor(.end))
    try table.happen(
      .floor(
        .budgetSet(holder: .group(of: .privateSector), seconds: 200, segment: SegmentID(1))))
    var more = table.session.floor
    #expect(try left(table) == [-100, 200, 200])
    try table.ask(.floor(.addTime(.group(of: .government))))
    #expect(try left(table) == [0, 300, 300])
    more = table.session.floor
    #expect(more.budgets?.prefix(1).map(\.extraSeconds) == [100])
  }

  @Test func `time that was added before stays`() throws {
    var table = try table([100, 200, 200], spoken: 200)
    try table.ask(.floor(.end))
    // The third has had two hundred more before.
    try table.happen(
      .floor(.timeAdded(like: .person(id: PersonID(3)), seconds: 200, segment: SegmentID(1))))
    #expect(try left(table) == [-100, 200, 200])
    try table.ask(.floor(.addTime(.group(of: .government))))
    let extra = table.session.floor.budgets?.filter { $0.segment == SegmentID(1) }
      .map(\.extraSeconds)
    #expect(extra == [100, 100, 100])
  }

  @Test func `the budget of another segment stays as it was`() throws {
    var table = try table([100, 200, 200], spoken: 200)
    try table.ask(.floor(.end))
    try table.ask(.floor(.addTime(.group(of: .government))))
    #expect(try left(table, segment: 2) == [100, 200, 200])
  }

  @Test func `no time is added while the group is speaking`() throws {
    let table = try table([100, 200, 200], spoken: 200)
    let intent = Intent.floor(.addTime(.group(of: .government)))
    #expect(table.refusal(of: intent) == .isSpeaking("Government"))
    #expect(
      Refusal.isSpeaking("Government").sentence
        == "Government is speaking; time is added afterwards")
  }

  @Test func `no time is added to a budget that is not used up`() throws {
    var table = try table([300, 200, 200], spoken: 200)
    try table.ask(.floor(.end))
    let intent = Intent.floor(.addTime(.group(of: .government)))
    #expect(table.refusal(of: intent) == .budgetNotOverdrawn("Government"))
    #expect(
      Refusal.budgetNotOverdrawn("Government").sentence == "Government has not used up the budget")
  }

  @Test func `time that the clock stood still costs nothing`() throws {
    var table = try table([300, 200, 200], spoken: 60)
    try table.ask(.floor(.pause))
    table.wait(100)
    try table.ask(.floor(.end))
    #expect(try left(table) == [300 - 60, 200, 200])
  }

  @Test(arguments: [FloorRequest.Kind.pointOfOrder, .intervention, .interposedQuestion])
  func `what interrupts leaves the budget alone`(kind: FloorRequest.Kind) throws {
    let table = try table([100, 200, 200], spoken: 60, kind: kind)
    #expect(try left(table) == [100, 200, 200])
  }

  @Test func `a person has a budget too`() throws {
    var table = try table([100, 200, 200], spoken: 60)
    try table.ask(.floor(.budget(.person(id: PersonID(1)), seconds: 90, segment: nil)))
    let budget = try #require(table.session.budget(of: .person(id: PersonID(1))))
    #expect(table.session.secondsLeft(of: budget, at: table.now) == 90 - 60)
  }

  // MARK: Rounds

  @Test func `a round gives everybody who is here as much as there is time for`() throws {
    var table = try Table.open()
    for person in [ana, bako, chen] { try table.ask(.people(.arrive(person, nil))) }
    // Ten minutes were planned for the segment.
    table.wait(450)
    try table.ask(.floor(.round(.table, seconds: nil)))
    #expect(table.session.floor.queue.map(\.person) == [ana, bako, chen])
    try table.ask(.floor(.give(.next, seconds: nil)))
    #expect(table.session.floor.currentTurn?.allowanceSeconds == 45)
  }

  @Test func `whoever passes in a round is written down so`() throws {
    var table = try Table.open()
    for person in [ana, bako, chen] { try table.ask(.people(.arrive(person, nil))) }
    try table.ask(.floor(.round(.table, seconds: 30)))
    try table.ask(.floor(.skip(.init(1), reason: .passed)))
    #expect(table.session.floor.queue.map(\.person) == [bako, chen])
    #expect(table.session.floor.passedOver.map(\.reason) == [.passed])
  }

  @Test func `a round can be taken back`() throws {
    var table = try Table.open()
    try table.ask(.people(.arrive(chen, nil)))
    try table.ask(.floor(.raise(bako, channel: nil, kind: .comment)))
    let before = table.session
    try table.ask(.floor(.round(.waiting, seconds: 30)))
    try table.ask(.undo)
    #expect(table.session == before)
  }

  @Test func `a round overtakes nobody who was announced`() throws {
    var table = try Table.open()
    for person in [ana, bako, chen] { try table.ask(.people(.arrive(person, nil))) }
    try table.ask(.floor(.raise(chen, channel: nil, kind: .comment)))
    try table.ask(.floor(.raise(bako, channel: nil, kind: .comment)))
    try table.ask(.floor(.round(.table, seconds: 30)))
    #expect(table.session.floor.queue.map(\.person) == [chen, bako, ana])
    #expect(table.session.floor.queue.map(\.seconds) == [30, 30, 30])
    #expect(
      table.session.whyStands(try #require(table.session.floor.queue.last?.id), at: table.now)
        == "It is a turn of the tour de table, in its order")
  }

  @Test func `a hand that is up keeps in a round what it was raised for, and when`() throws {
    var table = try Table.open()
    for person in [ana, bako, chen] { try table.ask(.people(.arrive(person, nil))) }
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.floor(.end))
    try table.ask(.floor(.set(.announced(to: 0))))
    try table.ask(.floor(.raise(bako, channel: .online, kind: .question)))
    let hand = try #require(table.session.floor.queue.first)
    try table.ask(.floor(.answer(chen, to: hand.id, channel: nil)))
    table.wait(60)
    try table.ask(.floor(.round(.table, seconds: 30)))
    let queue = table.session.floor.queue
    #expect(queue.map(\.person) == [ana, bako, chen, chen])
    #expect(queue[1].id == hand.id)
    #expect(queue[1].kind == .question)
    #expect(queue[1].channel == .online)
    #expect(queue[1].raised == hand.raised)
    #expect(queue[2].answering == hand.id)
  }

  @Test func `whoever was announced goes before a framing round that others are in`() throws {
    var table = try Table.open()
    var framers = SegmentDetails()
    framers.people = [ana]
    try table.ask(.agenda(.change(SegmentID(1), framers)))
    try table.ask(.floor(.raise(chen, channel: nil, kind: .comment)))
    try table.ask(.floor(.round(.framing, seconds: 180)))
    #expect(table.session.floor.queue.map(\.person) == [chen, ana])
    #expect(table.session.floor.queue.map(\.seconds) == [nil, 180])
  }

  @Test func `a round is under way until its last turn is over`() throws {
    var table = try Table.open()
    for person in [ana, bako] { try table.ask(.people(.arrive(person, nil))) }
    try table.ask(.floor(.round(.table, seconds: 30)))
    #expect(table.session.floor.roundUnderWay?.round == .table)
    #expect(table.session.floor.roundUnderWay?.toCome == 2)
    try table.ask(.floor(.give(.next, seconds: nil)))
    try table.ask(.floor(.give(.next, seconds: nil)))
    #expect(table.session.floor.roundUnderWay?.toCome == 0)
    try table.ask(.floor(.end))
    #expect(table.session.floor.roundUnderWay == nil)
  }

  @Test func `a round of an older journal stands as it stood`() throws {
    var table = try Table.open()
    try table.ask(.floor(.raise(chen, channel: nil, kind: .question)))
    let places = [ana, chen].enumerated().map { index, person in
      RoundPlace(request: RequestID(2 + index), person: person, channel: .room)
    }
    try table.happen(.floor(.roundBegun(round: .table, places: places, seconds: 30)))
    #expect(table.session.floor.queue.map(\.id) == [RequestID(2), RequestID(3)])
    #expect(table.session.floor.queue.map(\.kind) == [.comment, .comment])
  }

  // MARK: Clocks

  @Test(arguments: [3600, -3600, 7 * 3600])
  func `a wall clock that jumps changes no speaking time`(jump: Int) throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    table.wait(59)
    table.now.at = table.now.at.advanced(by: jump)
    try table.ask(.floor(.pause))
    table.wait(3 * 3600)
    try table.ask(.floor(.resume))
    table.now.at = table.now.at.advanced(by: -jump)
    table.wait(29)
    try table.ask(.floor(.end))
    let turn = try #require(table.session.floor.turns.all.first)
    #expect(abs(turn.spokenMilliseconds(at: table.now) - 90_000) <= 100)
  }
}
