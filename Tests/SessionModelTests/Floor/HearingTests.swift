import SessionModel
import TestSupport
import Testing

struct HearingTests {
  private func questioning() throws -> Table {
    var table = try Table.open()
    if table.session.plan.questionOrder.isEmpty {
      try table.ask(.plan(.addQuestion(text: "What for?", short: nil)))
      try table.ask(.plan(.addQuestion(text: "For whom?", short: nil)))
    }
    return table
  }

  @Test func `who speaks when a question is put speaks to it`() throws {
    var table = try questioning()
    if table.session.agenda.question != nil { try table.ask(.agenda(.ask(nil))) }
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    let before = table.session
    try table.ask(.agenda(.ask(QuestionID(1))))
    table.wait(30)
    #expect(table.session.floor.currentTurn?.question == QuestionID(1))
    #expect(table.session.hearing(at: table.now).byQuestion[QuestionID(1)] != nil)
    try table.ask(.undo)
    #expect(table.session == before)
  }

  @Test func `a turn that answers one question is not counted for the next`() throws {
    var table = try questioning()
    try table.ask(.agenda(.ask(QuestionID(1))))
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.agenda(.ask(QuestionID(2))))
    #expect(table.session.floor.currentTurn?.question == QuestionID(1))
  }
}
