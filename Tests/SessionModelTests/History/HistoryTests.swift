import SessionModel
import TestSupport
import Testing

struct HistoryTests {
  private static func hand(_ person: PersonID) -> Intent {
    .floor(.raise(person, channel: nil, kind: .comment))
  }

  private static func note(_ text: String) -> Intent { .note(.write(kind: .note, text: text)) }

  private static let renamed: PersonDetails = {
    var details = PersonDetails()
    details.name = "Someone Else"
    return details
  }()

  private static let someIntents: [Intent] = [
    .plan(.set(.title(to: "Remedy"))), .plan(.addQuestion(text: "Where?", short: nil)),
    .plan(.removeQuestion(.init(2))), .people(.add(name: "Dora", details: PersonDetails())),
    .people(.arrive(ana, .room)), .people(.remove(chen)), .people(.change(bako, renamed)),
    .people(.count(Headcount(room: 3, online: 1))), .agenda(.next),
    .agenda(.skip(.init(3), reason: "late")), .agenda(.ask(.init(1))),
    .agenda(.remove(.init(3))), .agenda(.move(.init(3), to: 1)),
    .agenda(.extend(nil, seconds: 60)), hand(bako), .floor(.give(.person(chen), seconds: nil)),
    .floor(.give(.next, seconds: 30)), .floor(.move(.init(1), to: 2)),
    .floor(.withdraw(.init(1))), .floor(.skip(.init(2), reason: .absent)), .floor(.pause),
    .floor(.end), .floor(.closeList), .floor(.allow(.reply, seconds: 45)),
    .floor(.yield(to: .next)), .floor(.readdLast), .poll(.open(.init(2))),
    .poll(.remove(.init(1))), note("Late"), .agenda(.close),
  ]

  /// The open table with a queue, a speaker and somebody who has spoken.
  private func busyTable() throws -> Table {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(bako), seconds: nil)))
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(Self.hand(chen), by: .ballot)
    try table.ask(Self.hand(ana), by: .ballot)
    return table
  }

  @Test(arguments: someIntents)
  func `whatever was done can be taken back`(intent: Intent) throws {
    var table = try busyTable()
    let start = table.session
    if table.refusal(of: intent) == .stillUsed("Chen Li", by: "request r1") { return }
    try table.ask(intent)
    #expect(table.session != start)
    try table.ask(.undo)
    #expect(table.session == start)
  }

  @Test(arguments: someIntents)
  func `whatever was taken back can be done again`(intent: Intent) throws {
    var table = try busyTable()
    if table.refusal(of: intent) == .stillUsed("Chen Li", by: "request r1") { return }
    try table.ask(intent)
    let end = table.session
    try table.ask(.undo)
    try table.ask(.redo)
    #expect(table.session == end)
  }

  @Test(arguments: UInt64(1)...5)
  func `a thousand commands taken back give the start`(seed: UInt64) throws {
    var table = try busyTable()
    let start = table.session
    var intents = RandomIntents(seed: seed)
    var done = 0
    while done < 1000 {
      let intent = intents.next()
      guard intent != .undo, intent != .redo, intent != .agenda(.close) else { continue }
      table.wait(intents.generator.number(0...20))
      guard table.refusal(of: intent) == nil else { continue }
      try table.ask(intent)
      done += 1
    }
    let end = table.session
    for _ in 0..<1000 { try table.ask(.undo) }
    #expect(table.session == start)
    for _ in 0..<1000 { try table.ask(.redo) }
    #expect(table.session == end)
  }

  @Test(arguments: UInt64(1)...5)
  func `two seats that take back in turn give the start`(seed: UInt64) throws {
    var table = try busyTable()
    let start = table.session
    var intents = RandomIntents(seed: seed)
    var seats: [Seat] = []
    while seats.count < 300 {
      let intent = intents.next()
      guard intent != .undo, intent != .redo, intent != .agenda(.close) else { continue }
      let seat: Seat = intents.generator.flips() ? .moderator : .rapporteur
      guard table.refusal(of: intent, by: seat) == nil else { continue }
      try table.ask(intent, by: seat)
      seats.append(seat)
    }
    for seat in seats.reversed() { try table.ask(.undo, by: seat) }
    #expect(table.session == start)
  }

  @Test(arguments: UInt64(1)...20)
  func `a table with everybody at it folds to the same session`(seed: UInt64) throws {
    var table = try busyTable()
    var intents = RandomIntents(seed: seed)
    for _ in 0..<1500 {
      let intent = intents.next()
      let seat = intents.generator.any(Seat.self)
      if table.refusal(of: intent, by: seat) == nil { try table.ask(intent, by: seat) }
      let waiting = table.session.floor.queue.map(\.id)
      #expect(Set(waiting).count == waiting.count)
    }
    var replayed = Session()
    for entry in table.entries { try replayed.apply(entry) }
    #expect(replayed == table.session)
  }

  @Test(arguments: [
    Refused(.undo, at: .rapporteur, .nothingToUndo, "There is nothing to take back"),
    Refused(.redo, .nothingToRedo, "There is nothing to do again"),
    Refused(
      after: [note("Late"), .undo, note("Later")], .redo, .nothingToRedo,
      "There is nothing to do again"),
  ])
  func `where there is nothing to take back that is said`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `a seat takes back only what it did itself`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.next))
    try table.ask(Self.note("Late"), by: .rapporteur)
    try table.ask(.undo)
    #expect(table.session.agenda.current == SegmentID(1))
    #expect(table.session.notes[.init(1)]?.text == "Late")
  }

  @Test func `what somebody else has changed since is not taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.note("Late"), by: .rapporteur)
    let entry = table.session.entries
    try table.ask(.note(.edit(.init(1), text: "Early")))
    #expect(
      table.refusal(of: .undo, by: .rapporteur)
        == .notTakenBack(entry, why: "note 'n1' has changed since"))
    #expect(
      table.refusal(of: .undo, by: .rapporteur)?.sentence
        == "Entry \(entry) cannot be taken back: note 'n1' has changed since;"
        + " 'undo before \(entry)' takes back what came before it")
  }

  @Test func `a speech that was interrupted goes back to no question`() throws {
    var table = try Table.open()
    let start = table.session
    let intents: [Intent] = [
      .floor(.give(.person(ana), seconds: nil)),
      .floor(.raise(bako, channel: nil, kind: .interposedQuestion)),
      .floor(.give(.next, seconds: nil)), .agenda(.ask(QuestionID(1))), .floor(.end),
      .agenda(.extend(nil, seconds: 60)),
    ]
    for intent in intents { try table.ask(intent) }
    #expect(table.session.floor.currentTurn?.question == QuestionID(1))
    for _ in intents { try table.ask(.undo) }
    #expect(table.session == start)
  }

  @Test func `a poll with ballots in it is not taken back`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(.init(1))))
    let entry = table.session.entries
    try table.ask(.poll(.cast(.init(1), Ballot(choosing: ["A"]), voter: ana)), by: .ballot)
    #expect(table.refusal(of: .undo) == .notTakenBack(entry, why: "poll 'v1' has changed since"))
  }

  @Test func `what came before an entry that stays can be taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    try table.ask(.poll(.open(.init(1))))
    let entry = table.session.entries
    try table.ask(.poll(.cast(.init(1), Ballot(choosing: ["A"]), voter: ana)), by: .ballot)
    try table.ask(.undoBefore(entry))
    #expect(table.session.floor.queue.isEmpty)
    #expect(table.session.polls.open?.turnout == 1)
    #expect(table.refusal(of: .undoBefore(1)) == .nothingToUndo)
    try table.ask(.redo)
    #expect(table.session.floor.queue.map(\.person) == [ana])
  }

  @Test func `a poll that opens again has its ballots in the box`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(.init(2))))
    try table.ask(.poll(.cast(.init(2), Ballot(choosing: ["B"]), voter: ana)), by: .ballot)
    try table.ask(.poll(.close(.init(2))))
    try table.ask(.undo)
    #expect(table.session.polls[.init(2)]?.state == .open)
    #expect(table.session.polls[.init(2)]?.counted == nil)
    #expect(table.session.boxes[.init(2)]?.turnout == 1)
    #expect(
      table.refusal(
        of: .poll(.cast(.init(2), Ballot(choosing: ["A"]), voter: ana)), by: .ballot)
        == .hasVoted("Ana Neves"))
  }

  @Test func `hands raised in between stay when an earlier one is taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    try table.ask(Self.hand(bako), by: .ballot)
    try table.ask(.undo)
    #expect(table.session.floor.queue.map(\.person) == [bako])
  }

  @Test func `hands raised in between stay behind one that comes back`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana), by: .ballot)
    try table.ask(.floor(.give(.next, seconds: nil)))
    try table.ask(Self.hand(bako), by: .ballot)
    try table.ask(.undo)
    #expect(table.session.floor.queue.map(\.person) == [ana, bako])
    #expect(table.session.floor.current == nil)
  }

  @Test func `hands raised in between stay behind a queue put back in order`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana), by: .ballot)
    try table.ask(Self.hand(bako), by: .ballot)
    try table.ask(.floor(.move(.init(2), to: 1)))
    try table.ask(Self.hand(chen), by: .ballot)
    try table.ask(.undo)
    #expect(table.session.floor.queue.map(\.person) == [ana, bako, chen])
  }

  @Test func `a hand taken down in between cannot be taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    let entry = table.session.entries
    try table.ask(.floor(.withdraw(.init(1))), by: .ballot)
    #expect(
      table.refusal(of: .undo) == .notTakenBack(entry, why: "the queue has changed since"))
  }

  @Test func `a hand does not come back beside a newer one of the same person`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana), by: .ballot)
    try table.ask(.floor(.withdraw(.init(1))))
    try table.ask(Self.hand(ana), by: .ballot)
    #expect(table.refusal(of: .undo) == .alreadyInQueue("Ana Neves"))
  }

  @Test func `a hand does not come back under a name that was given again`() throws {
    var table = try Table.open()
    try table.ask(Self.hand(ana))
    let entry = table.session.entries
    try table.ask(.undo)
    try table.ask(Self.hand(bako), by: .ballot)
    #expect(table.session.floor.queue.map(\.id) == [.init(1)])
    #expect(table.refusal(of: .redo) == .changedSince(entry, what: "the queue has"))
  }

  @Test func `somebody whose hand is up stays on the roll`() throws {
    var table = try Table.open()
    try table.ask(.people(.add(name: "Dora", details: PersonDetails())))
    try table.ask(Self.hand(.init(4)), by: .ballot)
    let entry = table.session.entries - 1
    let why = "'p4' is still spoken of by request r1"
    #expect(table.refusal(of: .undo) == .notTakenBack(entry, why: why))
    #expect(
      table.refusal(of: .undo)?.sentence == "Entry \(entry) cannot be taken back: \(why);"
        + " 'undo before \(entry)' takes back what came before it")
  }

  @Test func `a note does not come back to a question that is gone`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.ask(.init(2))))
    try table.ask(Self.note("Late"), by: .rapporteur)
    try table.ask(.note(.remove(.init(1))), by: .rapporteur)
    let entry = table.session.entries
    try table.ask(.agenda(.ask(.init(1))))
    try table.ask(.plan(.removeQuestion(.init(2))))
    #expect(
      table.refusal(of: .undo, by: .rapporteur)
        == .notTakenBack(entry, why: "'q2' is still spoken of by what would come back"))
  }

  @Test func `an entry can be told by its number`() throws {
    var table = try Table.open()
    let event = try table.ask(Self.note("Late"))
    let entry = table.session.entries
    try table.ask(.undo)
    #expect(table.session.history.event(ofEntry: entry) == event)
    #expect(table.session.history.nextRedo(by: .moderator) == event)
    #expect(table.session.history.event(ofEntry: 999) == nil)
  }
}
