import SessionModel
import TestSupport
import Testing

struct PlanRulesTests {
  @Test(arguments: [
    Refused(.plan(.set(.title(to: " "))), .textMissing(what: "a title"), "A title needs words"),
    Refused(
      .plan(.add(.outcome(text: "\n"))), .textMissing(what: "an outcome"),
      "An outcome needs words"),
    Refused(
      .plan(.add(.deadline(text: " ", day: nil))), .textMissing(what: "a deadline"),
      "A deadline needs words"),
    Refused(
      .plan(.addQuestion(text: "", short: nil)), .textMissing(what: "a question"),
      "A question needs words"),
    Refused(
      .plan(.changeQuestion(.init(1), text: " ", short: nil)), .textMissing(what: "a question"),
      "A question needs words"),
    Refused(
      .plan(.addPart(.init(1), text: " ")), .textMissing(what: "a part of a question"),
      "A part of a question needs words"),
    Refused(
      .plan(
        .set(
          .slot(
            to: Slot(
              start: Timestamp(milliseconds: 60_000), end: Timestamp(milliseconds: 60_000))))),
      .slotEndsBeforeItStarts, "The slot ends before it starts"),
    Refused(
      .plan(.set(.format(to: Format(kind: "Round Table", minutes: 0)))), .minutesNotPositive(0),
      "A session of 0 minutes cannot be held"),
    Refused(
      .plan(.set(.programme(to: Programme(title: "Work", part: 5, parts: 4)))),
      .placeOutOfRange(5, count: 4), "There is no place 5; the last is 4"),
    Refused(
      .plan(.drop(.goal, at: 1)), .placeOutOfRange(1, count: 0), "There is nothing on that list"),
    Refused(
      .plan(.moveQuestion(.init(1), to: 3)), .placeOutOfRange(3, count: 2),
      "There is no place 3; the last is 2"),
    Refused(
      .plan(.removeQuestion(.init(9))), .noSuchQuestion(.init(9)),
      "The plan has no question 'q9'"),
    Refused(
      after: [.agenda(.ask(.init(1)))], .plan(.removeQuestion(.init(1))),
      .stillUsed("q1", by: "the table"), "'q1' is still spoken of by the table"),
  ])
  func `what the plan refuses is said why`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `what is set to nothing is taken away`() throws {
    var table = try Table(where: [.plan(.changed(field: .room(to: "Room 1")))])
    try table.ask(.plan(.set(.room(to: nil))))
    #expect(table.session.plan.room == nil)
  }

  @Test func `an item is dropped from its place`() throws {
    var table = try Table(where: [
      .plan(.added(item: .goal(code: "8.7", reason: nil))),
      .plan(.added(item: .goal(code: "16", reason: "peace"))),
    ])
    try table.ask(.plan(.drop(.goal, at: 1)))
    #expect(table.session.plan.goals == [DevelopmentGoal(code: "16", reason: "peace")])
  }

  @Test func `the last deadline that is dropped leaves none`() throws {
    var table = try Table(where: [
      .plan(.added(item: .deadline(text: "Written contributions", day: "2022-02-25")))
    ])
    #expect(
      table.session.plan.deadlines
        == [Plan.Deadline(text: "Written contributions", day: "2022-02-25")])
    try table.ask(.plan(.drop(.deadline, at: 1)))
    #expect(table.session.plan.deadlines == nil)
  }

  @Test func `a question moves to the place that is named`() throws {
    var table = try Table.laid()
    try table.ask(.plan(.moveQuestion(.init(1), to: 2)))
    #expect(table.session.plan.questionOrder == [.init(2), .init(1)])
    #expect(table.session.plan.number(of: .init(1)) == 2)
  }

  @Test func `a change of words leaves the rest of a question alone`() throws {
    var table = try Table.laid()
    try table.ask(.plan(.changeQuestion(.init(1), text: "Who provides remedy?", short: nil)))
    let question = try #require(table.session.plan.questions[.init(1)])
    #expect(question.text == "Who provides remedy?")
    #expect(question.short == "Remedy")
  }

  @Test func `the slot says how long the session is planned to last`() throws {
    let start = Timestamp(milliseconds: 1_638_894_600_000)
    let table = try Table(where: [
      .plan(.changed(field: .format(to: Format(kind: "Round Table", minutes: 60)))),
      .plan(.changed(field: .slot(to: Slot(start: start, end: start.advanced(by: 2700))))),
    ])
    #expect(table.session.plan.plannedSeconds == 2700)
  }
}
