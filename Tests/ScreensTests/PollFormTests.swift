import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct PollFormTests {
  private func form(
    at table: SessionFixture? = nil, columns: Int = 80, rows: Int = 24
  ) throws -> SeatedTerminal {
    var terminal = SeatedTerminal(
      Console(), at: try table ?? .live(), seat: .moderator, columns: columns, rows: rows)
    terminal.press("V")
    return terminal
  }

  /// Goes to the type and on to the one that begins so.
  private func choose(_ letters: String, in form: inout SeatedTerminal) {
    form.press(.tab)
    form.type(letters)
  }

  @Test func `question, choices and Enter put a poll to the table`() throws {
    var form = try form()
    form.type("Where to begin?")
    form.press(.tab, .tab)
    form.type("Law")
    form.press(.enter)
    form.type("Courts")
    form.press(.enter, .enter)
    #expect(
      form.asked == [
        .poll(
          .ask(
            text: "Where to begin?", method: .oneChoice, choices: ["Law", "Courts"],
            secrecy: .anonymous))
      ])
    #expect(form.screens.top is Console)
  }

  /// Each type with what is typed into its own fields, one after another, and what comes of it.
  private static let types: [(PollMethod, [String], [String])] = [
    (.yesNoAbstain, [], []),
    (.severalChoices(min: 2, max: 3), ["2", "3"], ["Law", "Courts", "Codes"]),
    (.scale(first: 1), [], []),
    (.points(total: 10, most: 4), ["10", "4"], ["Law", "Courts"]),
    (PollMethod(.twoAxes, choices: 1), ["", "", "", ""], ["Law"]),
    (.words(max: 1), ["1"], []), (.openAnswers(max: 2), ["2"], []),
    (.quiz(right: ["B"]), ["b"], ["Law", "Courts"]), (.estimate(unit: "people"), ["people"], []),
    (.hum, [], []), (.pulse, [], []),
    (.ranking(min: nil, max: 2, seats: 1), ["", "2", "1"], ["Law", "Courts"]),
    (.scores(best: 3), ["3"], ["Law", "Courts"]), (.pairwise, [], ["Law", "Courts"]),
    (.statements, [], ["Pay those who advise you"]),
  ]

  @Test(arguments: types)
  func `a poll of every type is made`(
    method: PollMethod, typed: [String], choices: [String]
  ) throws {
    var form = try form(columns: 120, rows: 36)
    form.type("What of this?")
    form.press(.tab)
    let order = PollMethod.Name.allCases
    let steps = try #require(order.firstIndex(of: method.name))
    let start = try #require(order.firstIndex(of: .oneChoice))
    for _ in 0..<((steps - start + order.count) % order.count) { form.press(.right) }
    form.press(.tab)
    if method.name == .scale { form.press(.tab) }
    for text in typed {
      form.type(text)
      form.press(.tab)
    }
    for choice in choices {
      form.type(choice)
      form.press(.enter)
    }
    form.press(.enter)
    guard
      case .poll(.ask(let text, let asked, let offered, .anonymous, let terms))? = form.asked.last
    else {
      Issue.record("asked \(form.asked), drawn\n\(form.text)")
      return
    }
    #expect(text == "What of this?")
    #expect(asked == method)
    #expect(method.name == .scale ? offered == ScaleLabels.agreement.labels : offered == choices)
    #expect(terms == PollTerms())
    #expect(form.table.session.polls.open?.method == method)
  }

  @Test func `gradients of agreement are a scale to choose`() throws {
    var form = try form()
    form.type("How far?")
    choose("ss", in: &form)
    #expect(form.text.contains("‹ scale ›") || form.text.contains("scale"))
    form.press(.tab, .right, .enter)
    guard case .poll(.ask(_, .scale(first: 1), let labels, _, _))? = form.asked.last else {
      Issue.record("asked \(form.asked), drawn\n\(form.text)")
      return
    }
    #expect(labels == ScaleLabels.gradients.labels)
  }

  @Test func `lines that are pasted become choices`() throws {
    var form = try form()
    form.type("Where to begin?")
    form.press(.tab, .tab)
    form.receive(.paste("Law\nCourts\n\nCodes\n"))
    form.press(.enter)
    guard case .poll(.ask(_, .oneChoice, let choices, _, _))? = form.asked.last else {
      Issue.record("asked \(form.asked), drawn\n\(form.text)")
      return
    }
    #expect(choices == ["Law", "Courts", "Codes"])
  }

  @Test func `secrecy, voters and base go with it`() throws {
    var form = try form(columns: 120, rows: 36)
    form.type("Ready?")
    form.press(.tab)
    form.type("y")
    form.press(.tab)
    form.type("p")
    form.press(.tab)
    form.type("g")
    form.press(.tab)
    form.type("a")
    form.press(.tab, .left, .enter)
    #expect(
      form.asked == [
        .poll(
          .draft(
            text: "Ready?", method: .yesNoAbstain, choices: [], secrecy: .public,
            terms: PollTerms(entitled: .group(of: .government), base: .cast)))
      ])
    let poll = try #require(form.table.session.polls.all.all.last)
    #expect(poll.state == .draft && poll.entitled == .group(of: .government) && poll.base == .cast)
  }

  @Test func `people who may vote are named`() throws {
    let table = try SessionFixture.live()
    let name = try #require(table.session.people[PersonID(1)]).name
    var form = try form(at: table, columns: 120, rows: 36)
    form.type("Ready?")
    form.press(.tab)
    form.type("y")
    form.press(.tab, .tab)
    form.type("ss")
    form.press(.tab)
    form.type("\(name), Nobody Known")
    form.press(.enter)
    #expect(form.asked.isEmpty)
    #expect(form.text.contains("Nobody on the roll is called 'Nobody Known'"))
    for _ in 0..<14 { form.press(.backspace) }
    form.press(.enter)
    guard case .poll(.ask(_, _, _, _, let terms))? = form.asked.last else {
      Issue.record("asked \(form.asked), drawn\n\(form.text)")
      return
    }
    #expect(terms.entitled == .people(ids: [PersonID(1)]))
  }

  @Test func `a refusal stays in the form with all that was typed`() throws {
    var form = try form()
    form.type("Where to begin?")
    form.press(.tab, .tab)
    form.type("Law")
    form.press(.enter, .enter)
    #expect(form.asked.isEmpty)
    #expect(form.text.contains("A poll needs at least 2 choices; 1 given"))
    #expect(form.text.contains("Where to begin?"))
  }

  @Test func `a figure that is none is pointed at`() throws {
    var form = try form()
    form.type("Where to begin?")
    choose("p", in: &form)
    form.press(.tab)
    form.type("many")
    form.press(.tab, .tab, .tab, .enter)
    #expect(form.text.contains("'Points a person' wants a number, not 'many'"))
  }

  @Test func `voters' instruction is shown as it will be`() throws {
    var form = try form()
    choose("r", in: &form)
    form.press(.tab, .tab)
    form.type("2")
    #expect(form.text.contains("Put 1 to 2 in order, the best first"))
    #expect(form.text.contains("Anonymous: no name is kept"))
  }

  @Test func `a round after another asks that once more`() throws {
    var form = try form(at: .polled())
    form.press(.backTab, .backTab, .right)
    #expect(form.text.contains("the shift between"))
    form.press(.enter)
    #expect(form.asked == [.poll(.again(PollID(1)))])
  }

  @Test func `among the polls it prepares`() throws {
    var desk = SeatedTerminal(PollDesk(), at: try .live(), seat: .moderator)
    desk.press("n")
    desk.type("Ready?")
    desk.press(.tab)
    desk.type("y")
    desk.press(.enter)
    #expect(
      desk.asked == [
        .poll(
          .draft(text: "Ready?", method: .yesNoAbstain, choices: [], secrecy: .anonymous))
      ])
    #expect(desk.screens.top is PollDesk)
  }
}
