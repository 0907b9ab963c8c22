import SessionModel
import TestSupport
import Testing

/// A fishbowl and a talking stick, in which no queue says who speaks.
struct FloorFormTests {
  private static func give(_ person: PersonID) -> Intent {
    .floor(.give(.person(person), seconds: nil))
  }

  private static let circle = Intent.floor(.fishbowl([ana, bako], chairs: nil))
  private static let stick = Intent.floor(.stick(ana))

  @Test(arguments: [
    Refused(.floor(.takeChair(ana)), .noCircle, "There is no inner circle"),
    Refused(.floor(.fishbowl([], chairs: 3)), .nobodyForRound, "There is nobody to go round"),
    Refused(
      .floor(.fishbowl([ana, ana], chairs: 3)), .inCircleAlready("Ana Neves"),
      "Ana Neves sits in the circle already"),
    Refused(
      .floor(.fishbowl([ana, bako], chairs: 2)), .noChairLeftFree(2),
      "With 2 chairs none would be free"),
    Refused(
      after: [circle], give(chen), .notInCircle("Chen Li"),
      "Chen Li does not sit in the circle; take the free chair first"),
    Refused(
      after: [circle, .floor(.takeChair(chen))], .floor(.takeChair(ana)),
      .inCircleAlready("Ana Neves"), "Ana Neves sits in the circle already"),
    Refused(
      after: [
        circle, .floor(.takeChair(chen)), .people(.add(name: "Dora", details: PersonDetails())),
      ],
      .floor(.takeChair(.init(4))), .noChairFree,
      "No chair is free; somebody in the circle leaves first"),
    Refused(
      after: [circle, give(ana)], .floor(.leaveChair(ana)), .speaksInCircle("Ana Neves"),
      "Ana Neves has the floor; end the turn first"),
    Refused(
      after: [circle, .floor(.raise(chen, channel: nil, kind: .comment))],
      .floor(.give(.next, seconds: nil)), .nobodyInCircleWaits,
      "Nobody in the circle is waiting for the floor"),
    Refused(.floor(.pass(to: ana)), .noStick, "No talking stick goes round"),
    Refused(
      after: [stick], give(bako), .stickIsHeld(by: "Ana Neves"),
      "Ana Neves holds the talking stick, and hands it on by name"),
    Refused(
      after: [stick], .floor(.stick(ana)), .holdsStickAlready("Ana Neves"),
      "Ana Neves holds the talking stick already"),
    Refused(
      after: [stick], .people(.remove(ana)), .stillUsed("Ana Neves", by: "the talking stick"),
      "'Ana Neves' is still spoken of by the talking stick"),
    Refused(.floor(.queueAgain), .queueSaysAlready, "The queue says who speaks already"),
    Refused(
      circle, at: .ballot, .notAtThisSeat(.ballot), "A ballot terminal cannot do that"),
  ])
  func `what the form of the floor does not let happen is refused`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `one takes the free chair when another has left`() throws {
    var table = try Table.open()
    try table.ask(Self.circle)
    #expect(table.session.floor.form?.freeChairs == 1)
    try table.ask(.floor(.takeChair(chen)))
    #expect(table.session.floor.form?.freeChairs == 0)
    try table.ask(.floor(.leaveChair(ana)))
    #expect(table.session.floor.form == .fishbowl(inner: [bako, chen], chairs: 3))
    try table.ask(Self.give(chen))
    #expect(table.session.floor.currentTurn?.person == chen)
  }

  @Test func `of those who wait the first in the circle is next`() throws {
    var table = try Table.open()
    try table.ask(Self.circle)
    for person in [chen, bako, ana] {
      try table.ask(.floor(.raise(person, channel: nil, kind: .comment)))
    }
    try table.ask(.floor(.give(.next, seconds: nil)))
    #expect(table.session.floor.currentTurn?.person == bako)
    #expect(table.session.floor.queue.map(\.person) == [chen, ana])
  }

  @Test func `the stick takes the floor along to whom its holder names`() throws {
    var table = try Table.open()
    try table.ask(Self.stick)
    try table.ask(.floor(.raise(bako, channel: nil, kind: .comment)))
    try table.ask(.floor(.give(.next, seconds: nil)))
    #expect(table.session.floor.currentTurn?.person == ana)
    try table.ask(.floor(.pass(to: chen)))
    #expect(table.session.floor.currentTurn?.person == chen)
    #expect(table.session.floor.form == .stick(holder: chen))
    #expect(table.session.floor.turns.all.map { $0.ended == nil } == [false, true])
    #expect(table.session.floor.queue.map(\.person) == [bako])
  }

  @Test func `while the stick goes round not even a point of order is given the floor`() throws {
    var table = try Table.open()
    try table.ask(Self.stick)
    try table.ask(.floor(.raise(bako, channel: nil, kind: .pointOfOrder)))
    #expect(
      table.refusal(of: .floor(.give(.request(.init(1)), seconds: nil)))
        == .stickIsHeld(by: "Ana Neves"))
  }

  @Test func `when it is put away the queue says who speaks`() throws {
    var table = try Table.open()
    try table.ask(Self.stick)
    try table.ask(.floor(.raise(bako, channel: nil, kind: .comment)))
    try table.ask(.floor(.queueAgain))
    try table.ask(.floor(.give(.next, seconds: nil)))
    #expect(table.session.floor.currentTurn?.person == bako)
  }

  private static let steps: [Intent] = [
    circle, .floor(.takeChair(chen)), .floor(.leaveChair(ana)), give(bako), .floor(.queueAgain),
    stick, .floor(.pass(to: chen)),
  ]

  @Test func `every step can be taken back and done again`() throws {
    var table = try Table.open()
    var states = [table.session]
    for step in Self.steps {
      try table.ask(step)
      states.append(table.session)
    }
    for state in states.dropLast().reversed() {
      try table.ask(.undo)
      #expect(table.session == state)
    }
    for state in states.dropFirst() {
      try table.ask(.redo)
      #expect(table.session == state)
    }
  }
}
