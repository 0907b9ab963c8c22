import SessionModel
import TestSupport
import Testing

struct InboxRulesTests {
  private static let one = MessageID(1)
  private static let two = MessageID(2)

  private static func post(_ text: String, from name: String? = nil, id: String? = nil) -> Intent {
    var posting = Posting(text: text)
    posting.name = name
    posting.source = id
    return .inbox(.post(posting))
  }

  private static let asking = post("Who audits the auditors?", from: "ana neves")

  /// An open table with a question from Ana, m1.
  private func table() throws -> Table {
    var table = try Table.open()
    try table.ask(Self.asking, by: .online)
    return table
  }

  @Test func `a name of the roll before a colon is who has written it`() throws {
    var table = try Table.open()
    try table.ask(Self.post("Ana Neves: Who pays?"), by: .online)
    try table.ask(Self.post("Question: who pays?"), by: .online)
    try table.ask(Self.post("@Hub: No sound"), by: .online)
    let all = table.session.inbox.all.all
    #expect(all.map(\.text) == ["Who pays?", "Question: who pays?", "No sound"])
    #expect(all.map(\.person) == [PersonID(1), nil, nil])
    #expect(all.map(\.name) == ["Ana Neves", nil, "Hub"])
  }

  private func message(_ table: Table, _ id: MessageID = one) throws -> Message {
    try #require(table.session.inbox[id])
  }

  @Test(arguments: [
    Refused(post(" "), .textMissing(what: "a message"), "A message needs words"),
    Refused(
      post(String(repeating: "a", count: 2001)), .messageTooLong(2000),
      "A message has at most 2000 characters"),
    Refused(
      after: [post("Yes", id: "c7")], post("Something else", id: "c7"),
      .messageKnown("c7", .init(1)), "'c7' came before; it is message 'm1'"),
    Refused(
      .inbox(.readOut(.init(1))), .noSuchMessage(.init(1)), "There is no message 'm1'"),
    Refused(
      after: [asking, .inbox(.readOut(one))], .inbox(.readOut(one)), .messageReadOut(one),
      "Message 'm1' was read out already"),
    Refused(
      after: [asking, .inbox(.ask(one))], .inbox(.ask(one)), .messageTaken(one, "q3"),
      "'q3' was made of message 'm1' already"),
    Refused(
      after: [post("Hello")], .inbox(.queue(one, nil, kind: nil)), .messageOfNobody(one),
      "Nobody on the roll has written message 'm1'; say who it is"),
    Refused(
      after: [asking], .inbox(.hide(one, reason: "")), .textMissing(what: "a reason"),
      "A reason needs words"),
    Refused(
      after: [asking, .inbox(.hide(one, reason: "off topic"))], .inbox(.upvote(one)),
      .messageHidden(one), "Message 'm1' is hidden; show it first"),
    Refused(
      after: [asking], .inbox(.show(one, reason: nil)), .messageNotHidden(one),
      "Message 'm1' is not hidden"),
    Refused(
      after: [.note(.beginStretch(.offTheRecord))], asking, .offTheRecord,
      "This is off the record; nothing that is said is kept in a file"),
    Refused(after: [.agenda(.close)], asking, .sessionClosed, "The session is closed"),
    Refused(
      asking, at: .rapporteur, .notAtThisSeat(.rapporteur),
      "The rapporteur's terminal cannot do that"),
  ])
  func `what cannot be done with a message is refused`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `who is on the roll by just that name has written it`() throws {
    let table = try table()
    let message = try message(table)
    #expect(message.person == ana)
    #expect(message.name == "ana neves")
    #expect(message.channel == .online)
    #expect(message.kind == .question)
  }

  @Test func `of two who are called so nobody is guessed`() throws {
    var table = try Table.open()
    try table.ask(.people(.add(name: "Ana Neves", details: PersonDetails())))
    try table.ask(Self.asking, by: .online)
    #expect(try message(table).person == nil)
  }

  @Test(arguments: [
    ("Who pays?", Message.Kind.question), ("من يدفع؟", .question), ("誰が払うのか？", .question),
    ("See https://example.org/hrdd for more", .link), ("No sound here", .message),
    ("Really? I wonder", .message),
  ])
  func `the words tell what a message is`(text: String, kind: Message.Kind) {
    #expect(Message.Kind(of: text) == kind)
  }

  @Test func `what most stand behind waits first, else what came first`() throws {
    var table = try table()
    try table.ask(Self.post("No sound"), by: .online)
    try table.ask(Self.post("Who pays?"), by: .online)
    try table.ask(.inbox(.upvote(.init(3))), by: .online)
    #expect(table.session.inbox.waiting.map(\.id.number) == [3, 1, 2])
    try table.ask(.inbox(.count(Self.one, upvotes: 7)), by: .online)
    #expect(table.session.inbox.waiting.map(\.id.number) == [1, 3, 2])
    #expect(table.session.inbox.questions.map(\.id.number) == [1, 3])
  }

  @Test func `a message becomes a policy question behind those of the plan`() throws {
    var table = try table()
    try table.ask(.inbox(.ask(Self.one)), by: .online)
    #expect(table.session.plan.questionOrder.last == QuestionID(3))
    #expect(table.session.plan.questions[QuestionID(3)]?.text == "Who audits the auditors?")
    #expect(try message(table).question == QuestionID(3))
    #expect(table.session.inbox.waitingCount == 0)
  }

  @Test func `a message becomes a note that belongs to who has written it`() throws {
    var table = try table()
    try table.ask(.inbox(.note(Self.one, nil)))
    let note = try #require(table.session.notes[NoteID(1)])
    #expect(note.kind == .question)
    #expect(note.binding.speaker == ana)
    #expect(note.text == "Who audits the auditors?")
  }

  @Test func `a message raises the hand of who has written it, online`() throws {
    var table = try table()
    try table.ask(.inbox(.queue(Self.one, nil, kind: nil)), by: .online)
    let request = try #require(table.session.floor.queue.first)
    #expect(request.person == ana)
    #expect(request.channel == .online)
    #expect(request.kind == .question)
  }

  @Test func `the log tells who hid what, when, why, and who brought it back`() throws {
    var table = try table()
    try table.ask(.inbox(.hide(Self.one, reason: "off topic")), by: .online)
    #expect(table.session.inbox.waitingCount == 0)
    #expect(table.session.inbox.hidden.map(\.id) == [Self.one])
    try table.ask(.inbox(.show(Self.one, reason: "it was not")))
    let log = table.session.inbox.log
    #expect(log.map(\.step.isHidden) == [true, false])
    #expect(log.map(\.step.by) == [.online, .moderator])
    #expect(log.map(\.step.reason) == ["off topic", "it was not"])
    #expect(log[0].step.at.seconds(since: table.entries[table.entries.count - 2].at) == 0)
    #expect(table.session.inbox.waitingCount == 1)
  }

  @Test func `the same line of a source changes nothing, also after it was closed`() throws {
    var table = try Table.open()
    try table.ask(Self.post("Yes", id: "c7"), by: .online)
    let before = table.session
    #expect(table.refusal(of: Self.post("Yes", id: "c7")) == .messageKnown("c7", Self.one))
    #expect(table.session == before)
    try table.ask(.agenda(.close))
    #expect(table.refusal(of: Self.post("Yes", id: "c7")) == .messageKnown("c7", Self.one))
  }

  @Test func `what came from a source is not taken back, it would come again`() throws {
    var table = try table()
    try table.ask(Self.post("Yes", id: "c7"), by: .online)
    try table.ask(.undo, by: .online)
    #expect(table.session.inbox.all.map(\.id) == [Self.two])
    #expect(table.refusal(of: .undo, by: .online) == .nothingToUndo)
  }

  private static let deeds: [Intent] = [
    .inbox(.attribute(one, bako)), .inbox(.sort(one, .link)), .inbox(.upvote(one)),
    .inbox(.count(one, upvotes: 9)), .inbox(.readOut(one)),
    .inbox(.answer(one, text: "Nobody yet")), .inbox(.ask(one)), .inbox(.note(one, .quote)),
    .inbox(.queue(one, nil, kind: nil)), .inbox(.hide(one, reason: "off topic")),
    .inbox(.tell("No sound")), post("Another"),
  ]

  @Test(arguments: deeds)
  func `whatever is done with a message can be taken back and done again`(deed: Intent) throws {
    var table = try table()
    let before = table.session
    try table.ask(deed, by: .online)
    let after = table.session
    #expect(after != before)
    try table.ask(.undo, by: .online)
    #expect(table.session == before)
    try table.ask(.redo, by: .online)
    #expect(table.session == after)
  }

  @Test func `whoever has written a message stays on the roll`() throws {
    let table = try table()
    #expect(
      table.refusal(of: .people(.remove(ana))) == .stillUsed("Ana Neves", by: "message m1"))
  }
}
