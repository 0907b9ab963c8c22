import SessionModel
import TestSupport
import Testing

struct AgendaRulesTests {
  private static let first = SegmentID(1)
  private static let second = SegmentID(2)

  private static func details(_ change: (inout SegmentDetails) -> Void) -> SegmentDetails {
    var details = SegmentDetails()
    change(&details)
    return details
  }

  @Test(arguments: [
    Refused(
      .agenda(.add(title: "", kind: .closing, seconds: 60, details: SegmentDetails())),
      .textMissing(what: "a title"), "A title needs words"),
    Refused(
      .agenda(.add(title: "End", kind: .closing, seconds: 0, details: SegmentDetails())),
      .durationNotPositive, "A time must be longer than nothing"),
    Refused(
      .agenda(
        .add(
          title: "End", kind: .closing, seconds: 60, details: details { $0.people = [nobody] })),
      .noSuchPerson(nobody), "Nobody on the roll is 'p9'"),
    Refused(
      .agenda(.change(first, details { $0.questions = [.init(9)] })), .noSuchQuestion(.init(9)),
      "The plan has no question 'q9'"),
    Refused(
      .agenda(.change(first, details { $0.seconds = -1 })), .durationNotPositive,
      "A time must be longer than nothing"),
    Refused(
      .agenda(.change(first, SegmentDetails())), .nothingToChange("s1"),
      "Nothing about 's1' would change"),
    Refused(
      .agenda(.move(first, to: 4)), .placeOutOfRange(4, count: 3),
      "There is no place 4; the last is 3"),
    Refused(
      .agenda(.start(.init(9))), .noSuchSegment(.init(9)), "The agenda has no segment 's9'"),
    Refused(.agenda(.remove(first)), .segmentRunning("Framing"), "'Framing' is running"),
    Refused(.agenda(.start(first)), .segmentRunning("Framing"), "'Framing' is running"),
    Refused(
      after: [.note(.write(kind: .note, text: "Late")), .agenda(.next)], .agenda(.remove(first)),
      .stillUsed("Framing", by: "note n1"), "'Framing' is still spoken of by note n1"),
    Refused(
      after: [.agenda(.next)], .agenda(.remove(first)), .segmentHeld("Framing"),
      "'Framing' has been held; it stays where it was"),
    Refused(
      after: [.agenda(.next)], .agenda(.move(first, to: 2)), .segmentHeld("Framing"),
      "'Framing' has been held; it stays where it was"),
    Refused(
      after: [.agenda(.close)],
      .agenda(.add(title: "More", kind: .closing, seconds: 60, details: SegmentDetails())),
      .sessionClosed, "The session is closed"),
    Refused(.agenda(.open), .sessionAlreadyOpen, "The session has been opened already"),
    Refused(
      open: false, .agenda(.next), .sessionNotOpen, "The session is not open yet; open it first"),
    Refused(
      open: false,
      after: [.agenda(.remove(.init(1))), .agenda(.remove(.init(2))), .agenda(.remove(.init(3)))],
      .agenda(.open), .agendaEmpty, "The agenda has no segment; add one first"),
    Refused(
      after: [.agenda(.close)], .agenda(.start(second)), .sessionClosed, "The session is closed"),
    Refused(
      after: [.agenda(.next), .agenda(.next)], .agenda(.next), .noSegmentLeft,
      "No segment is left; close the session"),
    Refused(
      after: [.agenda(.finish)], .agenda(.finish), .noSegmentRunning, "No segment is running"),
    Refused(
      open: false, .agenda(.extend(nil, seconds: 60)), .noSegmentRunning,
      "No segment is running"),
    Refused(
      .agenda(.skip(first, reason: "late")), .segmentNotPending("Framing"),
      "'Framing' is no longer to come"),
    Refused(
      after: [.agenda(.next)], .agenda(.extend(first, seconds: 60)), .segmentOver("Framing"),
      "'Framing' is over"),
    Refused(
      .agenda(.extend(first, seconds: -601)), .shorterThanNothing("Framing"),
      "'Framing' would be shorter than nothing"),
    Refused(
      .agenda(.extend(first, seconds: 0)), .durationNotPositive,
      "A time must be longer than nothing"),
    Refused(
      after: [.agenda(.ask(.init(1)))], .agenda(.ask(.init(1))),
      .questionAlreadyAsked(.init(1)), "Question 'q1' is on the table already"),
    Refused(.agenda(.ask(nil)), .noQuestionOnTable, "No policy question is on the table"),
    Refused(
      after: [.poll(.open(.init(1)))], .agenda(.close), .pollStillOpen(.init(1)),
      "Poll 'v1' is open; close it first"),
  ])
  func `what the agenda refuses is said why`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `opening the session starts its first segment`() throws {
    var table = try Table.laid()
    try table.ask(.agenda(.open))
    #expect(table.session.agenda.isLive)
    #expect(table.session.agenda.current == Self.first)
  }

  @Test func `the next segment starts where the running one ends`() throws {
    var table = try Table.open()
    table.wait(99)
    try table.ask(.agenda(.next))
    let agenda = table.session.agenda
    #expect(agenda.segments[Self.first]?.state == .finished)
    #expect(agenda.segments[Self.first]?.elapsedSeconds(at: table.now) == 100)
    #expect(agenda.current == Self.second)
  }

  @Test func `a segment left out is passed over`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.skip(Self.second, reason: "late")))
    try table.ask(.agenda(.next))
    #expect(table.session.agenda.current == SegmentID(3))
  }

  @Test func `a segment that was jumped over comes back at the end`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.start(.init(3))))
    try table.ask(.agenda(.next))
    #expect(table.session.agenda.current == Self.second)
  }

  @Test func `a segment left out can be started after all`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.skip(Self.second, reason: "late")))
    try table.ask(.agenda(.start(Self.second)))
    #expect(table.session.agenda.segments[Self.second]?.state == .running)
  }

  @Test func `a segment puts its own question on the table`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.change(Self.second, Self.details { $0.questions = [.init(2)] })))
    try table.ask(.agenda(.next))
    #expect(table.session.agenda.question == QuestionID(2))
  }

  @Test func `the running segment can be given time and relieved of it`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.extend(nil, seconds: 120)))
    try table.ask(.agenda(.extend(Self.first, seconds: -300)))
    #expect(table.session.agenda.currentSegment?.allottedSeconds == 420)
  }

  @Test func `what remains is the rest of the running segment with all that is to come`() throws {
    var table = try Table.open()
    table.wait(60)
    #expect(table.session.agenda.remainingSeconds(at: table.now) == 540 + 1800 + 300)
    try table.ask(.agenda(.skip(.init(3), reason: "late")))
    #expect(table.session.agenda.remainingSeconds(at: table.now) == 539 + 1800)
  }

  @Test func `a segment over its time needs nothing more`() throws {
    var table = try Table.open()
    table.wait(6000)
    #expect(table.session.agenda.remainingSeconds(at: table.now) == 1800 + 300)
  }

  @Test func `the gavel ends the segment that runs`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.close))
    #expect(table.session.agenda.current == nil)
    #expect(table.session.agenda.segments[Self.first]?.state == .finished)
    #expect(!table.session.agenda.isLive)
  }

  @Test func `the gavel ends the turn that runs`() throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.agenda(.close))
    #expect(table.session.floor.current == nil)
    #expect(table.session.floor.turns[.init(1)]?.ended == table.now)
  }
}
