import SessionModel
import TestSupport
import Testing

/// Speaking queues whose order other systems have shown, line by line.
struct KnownOrdersTests {
  /// A table at which seven may ask for the floor, in an order that nothing announced holds up.
  private struct Room {
    var table = Table()
    private var speeches = 0

    init(_ order: FloorOrder, announced: Int = 0, genders: [Int: String] = [:]) throws {
      for number in 1...7 {
        var details = PersonDetails()
        details.gender = genders[number]
        try table.happen(
          .people(
            .added(person: PersonID(number), name: "Participant \(number)", details: details)))
      }
      for number in 1...2 {
        try table.happen(
          .agenda(
            .added(
              segment: SegmentID(number), title: "Part \(number)", kind: .discussion,
              seconds: 600, details: SegmentDetails())))
      }
      try table.happen(.agenda(.opened))
      try table.happen(.floor(.set(setting: .announced(to: announced))))
      try table.happen(.floor(.set(setting: .order(to: order))))
    }

    /// Somebody speaks, without having waited.
    mutating func speak(_ numbers: Int...) throws {
      for number in numbers {
        try table.ask(.floor(.give(.person(PersonID(number)), seconds: nil)))
        table.wait(30)
        try table.ask(.floor(.end))
      }
    }

    mutating func join(_ numbers: Int...) throws {
      for number in numbers {
        try table.ask(.floor(.raise(PersonID(number), channel: nil, kind: .comment)))
      }
    }

    mutating func leave(_ number: Int) throws {
      let request = try #require(table.session.floor.request(of: PersonID(number)))
      try table.ask(.floor(.withdraw(request.id)))
    }

    mutating func declare(_ number: Int, _ gender: String) throws {
      var details = PersonDetails()
      details.gender = gender
      try table.ask(.people(.change(PersonID(number), details)))
    }

    var queue: [Int] { table.session.floor.queue.map(\.person.number) }
  }

  // MARK: Fewer earlier speeches first

  @Test func `while nobody has spoken all wait as they asked`() throws {
    var room = try Room(FloorOrder(.leastTurns))
    try room.join(1, 2, 3)
    #expect(room.queue == [1, 2, 3])
  }

  @Test func `whoever has spoken stands behind those who have not`() throws {
    var room = try Room(FloorOrder(.leastTurns))
    try room.speak(2)
    try room.join(1, 2, 3)
    #expect(room.queue == [1, 3, 2])
  }

  @Test func `with one announced the others are put in order again when that one leaves`() throws {
    var room = try Room(FloorOrder(.leastTurns), announced: 1)
    try room.speak(2)
    try room.join(1, 2, 3)
    #expect(room.queue == [1, 3, 2])
    try room.leave(1)
    #expect(room.queue == [3, 2])
  }

  @Test func `whoever is announced stays, and the third passes the second`() throws {
    var room = try Room(FloorOrder(.leastTurns), announced: 1)
    try room.speak(2, 1, 1)
    try room.join(1)
    try room.join(2)
    try room.join(3)
    #expect(room.queue == [1, 3, 2])
  }

  @Test func `turns beyond the most are not counted`() throws {
    var room = try Room(FloorOrder(.leastTurns, most: 1))
    try room.speak(1, 1, 2)
    try room.join(1, 2, 3)
    #expect(room.queue == [3, 1, 2])
  }

  // MARK: Gender and earlier speeches

  private static let tags = [1: "f", 2: "m", 3: "m", 4: "nb", 5: "m", 6: "invalid"]
  private static let inTurn = FloorOrder(.byGender, favouring: ["f", "nb"])

  private func seven(announced: Int = 0, tags: [Int: String] = Self.tags) throws -> Room {
    var room = try Room(Self.inTurn, announced: announced, genders: tags)
    try room.join(1, 2, 3, 4, 5, 6, 7)
    return room
  }

  @Test func `while nobody has spoken no favoured one waits behind two others`() throws {
    #expect(try seven().queue == [1, 2, 4, 3, 5, 6, 7])
  }

  @Test func `those who have spoken stand last though they are favoured`() throws {
    var room = try seven()
    try room.speak(2, 3)
    #expect(try fresh(spoken: [1, 4]).queue == [2, 3, 5, 6, 7, 1, 4])
  }

  /// Seven join after some have spoken.
  private func fresh(spoken: [Int]) throws -> Room {
    var room = try Room(Self.inTurn, genders: Self.tags)
    for number in spoken { try room.speak(number) }
    try room.join(1, 2, 3, 4, 5, 6, 7)
    return room
  }

  @Test func `whoever declares a favoured gender moves up`() throws {
    var room = try seven()
    try room.declare(6, "f")
    #expect(room.queue == [1, 2, 4, 3, 6, 5, 7])
  }

  @Test func `whoever stands well stays`() throws {
    var room = try seven()
    try room.declare(3, "f")
    #expect(room.queue == [1, 2, 4, 3, 5, 6, 7])
    try room.declare(7, "f")
    #expect(room.queue == [1, 2, 4, 3, 5, 7, 6])
  }

  @Test func `the count of speeches weighs more than gender`() throws {
    #expect(try fresh(spoken: [4]).queue == [1, 2, 3, 5, 6, 7, 4])
  }

  @Test func `behind three announced without a gender the favoured one stays fourth`() throws {
    var room = try seven(announced: 3, tags: [3: "m", 4: "nb", 5: "m", 6: "invalid"])
    try room.declare(5, "m ")
    #expect(room.queue == [1, 2, 3, 4, 5, 6, 7])
  }

  /// 1 is speaking and 2 is announced; both have spoken before.
  private func speaking(tagOfSecond: String) throws -> Room {
    var tags = Self.tags
    tags[2] = tagOfSecond
    var room = try Room(Self.inTurn, announced: 1, genders: tags)
    try room.speak(1, 2)
    try room.join(2)
    try room.table.ask(.floor(.give(.person(PersonID(1)), seconds: nil)))
    try room.join(3, 4, 5, 6, 7)
    return room
  }

  @Test func `the favoured one goes right behind an announced other`() throws {
    #expect(try speaking(tagOfSecond: "m").queue == [2, 4, 3, 5, 6, 7])
  }

  @Test func `behind an announced favoured one another comes first`() throws {
    #expect(try speaking(tagOfSecond: "f").queue == [2, 3, 4, 5, 6, 7])
  }

  @Test func `turns of another segment do not count where only this one's do`() throws {
    var room = try Room(FloorOrder(.leastTurns))
    try room.table.ask(.floor(.set(.counting(within: .segment))))
    try room.speak(1)
    try room.table.ask(.agenda(.next))
    try room.speak(2)
    try room.join(1, 2, 3)
    #expect(room.queue == [1, 3, 2])
  }
}
