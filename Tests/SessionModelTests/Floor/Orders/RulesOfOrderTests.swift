import SessionModel
import TestSupport
import Testing

/// Where points of order, interventions, interposed questions and answers stand.
struct RulesOfOrderTests {
  /// A table with eight people at which somebody may have the floor.
  private struct Room {
    var table = Table()

    init(speaking: Int? = nil) throws {
      for number in 1...8 {
        try table.happen(
          .people(
            .added(
              person: PersonID(number), name: "Participant \(number)", details: PersonDetails())))
      }
      try table.happen(
        .agenda(
          .added(
            segment: SegmentID(1), title: "Discussion", kind: .discussion, seconds: 600,
            details: SegmentDetails())))
      try table.happen(.agenda(.opened))
      if let speaking { try table.ask(.floor(.give(.person(PersonID(speaking)), seconds: nil))) }
    }

    mutating func raise(_ number: Int, _ kind: FloorRequest.Kind = .comment) throws {
      try table.ask(.floor(.raise(PersonID(number), channel: nil, kind: kind)))
    }

    mutating func give(_ number: Int) throws {
      try table.ask(.floor(.give(.person(PersonID(number)), seconds: nil)))
    }

    func request(of number: Int) throws -> RequestID {
      try #require(floor.request(of: PersonID(number))).id
    }

    var floor: Floor { table.session.floor }
    var queue: [Int] { floor.queue.map(\.person.number) }
  }

  @Test func `a point of order goes behind those that lead and before the first other`() throws {
    var room = try Room()
    try room.raise(2)
    try room.raise(3)
    try room.raise(1, .pointOfOrder)
    try room.raise(4, .pointOfOrder)
    try room.table.ask(.floor(.move(try room.request(of: 4), to: 4)))
    try room.raise(5, .pointOfOrder)
    #expect(room.queue == [1, 5, 2, 3, 4])
  }

  @Test func `with nobody but a speaker a point of order is first`() throws {
    var room = try Room(speaking: 1)
    try room.raise(2, .pointOfOrder)
    #expect(room.queue == [2])
  }

  @Test func `nobody waits twice alike`() throws {
    var room = try Room()
    try room.raise(1)
    try room.raise(1, .pointOfOrder)
    let again = Intent.floor(.raise(PersonID(1), channel: nil, kind: .question))
    #expect(room.table.refusal(of: again) == .alreadyInQueue("Participant 1"))
    let point = Intent.floor(.raise(PersonID(1), channel: nil, kind: .pointOfOrder))
    #expect(room.table.refusal(of: point) == .alreadyInQueue("Participant 1"))
  }

  @Test func `somebody waits twice alike where that is allowed`() throws {
    var room = try Room()
    try room.table.ask(.floor(.set(.several(to: true))))
    try room.raise(1)
    try room.raise(1)
    #expect(room.queue == [1, 1])
  }

  @Test func `an interposed question goes behind earlier ones and before everything else`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1)
    try room.raise(2, .pointOfOrder)
    try room.raise(3, .intervention)
    try room.raise(4, .interposedQuestion)
    try room.raise(5, .interposedQuestion)
    #expect(room.queue == [4, 5, 3, 2, 1])
  }

  @Test func `an intervention goes behind questions and interventions`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1)
    try room.raise(2, .pointOfOrder)
    try room.raise(3, .interposedQuestion)
    try room.raise(4, .intervention)
    try room.raise(5, .intervention)
    #expect(room.queue == [3, 4, 5, 2, 1])
  }

  @Test func `an answer stands under its question, behind earlier answers`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .intervention)
    try room.raise(2)
    let question = try room.request(of: 1)
    for number in 3...4 {
      try room.table.ask(.floor(.answer(PersonID(number), to: question, channel: nil)))
    }
    #expect(room.queue == [1, 3, 4, 2])
  }

  @Test func `an answer to a question that is being put comes next`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .question)
    try room.raise(2)
    let question = try room.request(of: 1)
    try room.give(1)
    try room.table.ask(.floor(.answer(PersonID(3), to: question, channel: nil)))
    #expect(room.queue == [3, 2])
  }

  @Test func `only a question or an intervention is answered`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1)
    let comment = try room.request(of: 1)
    let answer = Intent.floor(.answer(PersonID(2), to: comment, channel: nil))
    #expect(room.table.refusal(of: answer) == .notAnswerable(comment))
    #expect(
      Refusal.notAnswerable(comment).sentence
        == "Request 'r1' is neither a question nor an intervention")
  }

  @Test func `nothing is answered before anybody has spoken`() throws {
    var room = try Room()
    try room.raise(1, .question)
    let answer = Intent.floor(.answer(PersonID(2), to: try room.request(of: 1), channel: nil))
    #expect(room.table.refusal(of: answer) == .nobodySpokeYet)
  }

  @Test func `a closed list takes from others than the moderator only points of order`() throws {
    var room = try Room()
    try room.table.ask(.floor(.closeList))
    let hand = Intent.floor(.raise(PersonID(1), channel: nil, kind: .comment))
    let point = Intent.floor(.raise(PersonID(1), channel: nil, kind: .pointOfOrder))
    #expect(room.table.refusal(of: hand, by: .ballot) == .listClosed)
    #expect(room.table.refusal(of: point, by: .ballot) == nil)
    #expect(room.table.refusal(of: hand, by: .moderator) == nil)
  }

  @Test func `a closed list refuses points of order where that is set`() throws {
    var room = try Room()
    try room.table.ask(.floor(.set(.points(to: false))))
    try room.table.ask(.floor(.closeList))
    let point = Intent.floor(.raise(PersonID(1), channel: nil, kind: .pointOfOrder))
    #expect(room.table.refusal(of: point, by: .ballot) == .listClosedToAll)
    #expect(
      Refusal.listClosedToAll.sentence == "The list of speakers is closed, to points of order too")
  }

  @Test func `an interposed question lets the speaker's clock stand still`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .interposedQuestion)
    room.table.wait(20)
    try room.give(1)
    room.table.wait(15)
    try room.table.ask(.floor(.end))
    let turn = try #require(room.floor.currentTurn)
    #expect(turn.person.number == 8)
    #expect(turn.isPaused)
    #expect(turn.spokenSeconds(at: room.table.now) == 22)
  }

  @Test func `anything but an interposed question ends the speech`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .pointOfOrder)
    try room.give(1)
    #expect(room.floor.currentTurn?.person.number == 1)
    #expect(room.floor.turns.all.first?.ended != nil)
  }

  @Test func `a speech that ends takes its interposed questions with it`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .interposedQuestion)
    try room.raise(2, .interposedQuestion)
    try room.raise(3)
    try room.give(1)
    try room.table.ask(.floor(.endAll))
    #expect(room.floor.currentTurn == nil)
    #expect(room.floor.turns.all.allSatisfy { $0.ended != nil })
    #expect(room.queue == [3])
  }

  @Test func `an interposed question can be taken back`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .interposedQuestion)
    try room.give(1)
    try room.table.ask(.undo)
    #expect(room.floor.currentTurn?.person.number == 8)
    #expect(room.floor.currentTurn?.isPaused == false)
    #expect(room.queue == [1])
  }

  @Test func `the clock of an interposed question counts up from nothing`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .interposedQuestion)
    try room.give(1)
    #expect(room.floor.currentTurn?.allowanceSeconds == 0)
  }

  @Test func `whoever spoke last can be put back before everything`() throws {
    var room = try Room(speaking: 8)
    try room.raise(1, .pointOfOrder)
    try room.table.ask(.floor(.end))
    try room.table.ask(.floor(.readdLast))
    #expect(room.queue == [8, 1])
    #expect(room.table.refusal(of: .floor(.readdLast)) == .alreadyInQueue("Participant 8"))
  }

  @Test func `whoever yields gives what is left, and is written down with what was used`() throws {
    var room = try Room(speaking: 8)
    room.table.wait(59)
    try room.raise(1)
    room.table.wait(19)
    try room.table.ask(.floor(.yield(to: .next)))
    #expect(room.floor.currentTurn?.allowanceSeconds == 120 + 120 - 79)
    #expect(room.floor.turns.all.first?.spokenSeconds(at: room.table.now) == 80)
  }
}
