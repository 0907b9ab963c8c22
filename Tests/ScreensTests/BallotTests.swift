import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct BallotTests {
  private func ballot(_ table: SessionFixture, _ columns: Int = 40, _ rows: Int = 12)
    -> SeatedTerminal
  {
    SeatedTerminal(BallotScreen(), at: table, seat: .ballot, columns: columns, rows: rows)
  }

  private func opened(
    _ secrecy: Poll.Secrecy = .anonymous, method: PollMethod = .oneChoice
  ) throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.openPoll(1, secrecy, method: method)
    return table
  }

  // MARK: Assent

  /// A sentence is before the room, to be supported or objected to.
  private func asked() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.ask(.outcome(.add(text: "Remedy first")), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), .support)), by: .moderator)
    return table
  }

  @Test func `whoever answers to an outcome says who they are, and has one answer`() throws {
    var ballot = ballot(try asked(), 80, 24)
    ballot.press(.enter)
    #expect(ballot.text.contains("Who answers? Each has one answer."))
    ballot.type("Participant 2")
    ballot.press(.enter, "1", .enter)
    let answer = OutcomeIntent.answer(
      .support, group: nil, channel: nil, voice: .person(PersonID(2)))
    #expect(ballot.asked == [.outcome(answer)])
    ballot.press(.enter, .enter)
    #expect(ballot.text.contains("has answered"))
    ballot.type("Participant 2")
    ballot.press(.enter, "2", .enter)
    let answers = ballot.table.session.outcomes.asked?.asking?.answers
    #expect(answers?.map(\.level) == [.liveWith])
  }

  @Test func `whoever answers to words that change is told so`() throws {
    var ballot = ballot(try asked(), 80, 24)
    ballot.press(.enter)
    ballot.type("Participant 2")
    ballot.press(.enter)
    try ballot.happen(.outcome(.reworded(outcome: OutcomeID(1), text: "Remedy now")))
    #expect(ballot.text.contains("Nothing was stored"))
    #expect(ballot.text.contains("The words of o1 have changed"))
  }

  // MARK: Drawings

  @Test func `the question, what it offers and the promise welcome whoever comes`() throws {
    expectScreen(
      ballot(try opened()),
      """
        WS #204  Stakeholder Roles for Due …
        Who should carry due diligence
        first?

        Companies · States · All jointly


        Anonymous: no name is kept; counted
        live. Confirmed, it stays.

        Enter begin     h ask for the floor
      """)
  }

  @Test func `the question is welcome in large letters where there is room`() throws {
    let drawn = ballot(try opened(), 80, 24).text
    #expect(drawn.contains("█▄▀▄█ █▀█ █  █"))
    #expect(drawn.contains("Who should carry"))
  }

  @Test func `a voter sees every choice under the promise`() throws {
    var ballot = ballot(try opened())
    ballot.press(.enter)
    expectScreen(
      ballot,
      """
        WS #204  Stakeholder Roles for Due …
        Who should carry due diligence
        first?
        Anonymous: no name is kept; counted
        live. Confirmed, it stays.

           1   Companies
           2   States
           3   All jointly
           0   I prefer not to say
        Enter confirm     Esc start again
        This terminal forgets you in 20 s.
      """)
  }

  @Test func `what was chosen is read back before it is stored`() throws {
    var ballot = ballot(try opened())
    ballot.press("2", .enter)
    expectScreen(
      ballot,
      """
        WS #204  Stakeholder Roles for Due …
        Who should carry due diligence
        first?
        You chose:
        ✓ States

        No name is kept with it, and it sta…
           Enter   confirms

           Esc   starts again

        This terminal forgets you in 20 s.
      """)
    #expect(ballot.asked.isEmpty)
  }

  @Test func `without a poll it tells what goes on`() throws {
    expectScreen(
      ballot(try SessionFixture.live()),
      """
        WS #204  Stakeholder Roles for Due …
        No poll is open now. It appears here
        when it opens.
        Now: Question 1

           h   ask for the floor
      """)
  }

  @Test(arguments: everySize) func `every page fits every size`(size: Size) throws {
    for keys: [Key] in [[], ["h"], [.enter], ["2"], ["2", .enter], ["2", .enter, .enter]] {
      var ballot = ballot(try opened(), size.columns, size.rows)
      for key in keys { ballot.press(key) }
      expectWhole(ballot.drawn)
    }
  }

  @Test func `rows are large enough for a finger`() throws {
    var ballot = ballot(try opened(), 80, 24)
    ballot.press(.enter)
    let rows = ballot.drawn.targets.filter { $0.name.hasPrefix("row:") }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.rect.rows >= 3 && $0.rect.columns >= 10 })
  }

  // MARK: Voting

  @Test func `a digit with Enter twice casts one ballot`() throws {
    var ballot = ballot(try opened())
    ballot.press("2", .enter, .enter)
    #expect(
      ballot.asked == [.poll(.cast(PollID(1), Ballot(choosing: ["B"]), voter: nil))])
    #expect(ballot.text.contains("Thank you. Your ballot is stored."))
  }

  @Test func `arrows choose as digits do`() throws {
    var ballot = ballot(try opened())
    ballot.press(.down, .down, .up, .enter, .enter)
    #expect(
      ballot.asked == [.poll(.cast(PollID(1), Ballot(choosing: ["A"]), voter: nil))])
  }

  @Test func `a click chooses`() throws {
    var ballot = ballot(try opened())
    try ballot.click("page")
    try ballot.click("row:2")
    try ballot.click("key:Enter")
    try ballot.click("key:Enter")
    #expect(
      ballot.asked == [.poll(.cast(PollID(1), Ballot(choosing: ["C"]), voter: nil))])
  }

  @Test func `0 casts a blank ballot`() throws {
    var ballot = ballot(try opened())
    ballot.press("0", .enter)
    #expect(ballot.text.contains("I prefer not to say"))
    ballot.press(.enter)
    #expect(ballot.asked == [.poll(.cast(PollID(1), Ballot(), voter: nil))])
  }

  @Test func `Enter without a choice asks nothing`() throws {
    var ballot = ballot(try opened())
    ballot.press(.enter, .enter)
    #expect(ballot.text.contains("! Choose first"))
    #expect(ballot.asked.isEmpty)
  }

  @Test func `Esc starts again`() throws {
    var ballot = ballot(try opened())
    let before = ballot.text
    ballot.press("2", .enter, .escape)
    #expect(ballot.text == before)
  }

  @Test func `one more than allowed is not chosen`() throws {
    var ballot = ballot(try opened(method: .severalChoices(min: 1, max: 2)))
    ballot.press("1", "2", "3")
    #expect(ballot.text.contains("! At most 2; take one back first"))
    ballot.press(.enter, .enter)
    #expect(
      ballot.asked == [.poll(.cast(PollID(1), Ballot(choosing: ["A", "B"]), voter: nil))])
  }

  @Test func `a second press takes one of several back`() throws {
    var ballot = ballot(try opened(method: .severalChoices(min: 1, max: 2)))
    ballot.press("1", "2", "1", .enter, .enter)
    #expect(
      ballot.asked == [.poll(.cast(PollID(1), Ballot(choosing: ["B"]), voter: nil))])
  }

  @Test func `fewer than wanted are not read back`() throws {
    var ballot = ballot(try opened(method: .severalChoices(min: 2, max: 3)))
    ballot.press("1", .enter)
    #expect(ballot.text.contains("! Choose 2"))
  }

  @Test func `a public poll asks for the name first`() throws {
    var ballot = ballot(try opened(.public))
    ballot.type("pant 6")
    ballot.press(.enter, "1", .enter)
    #expect(ballot.text.contains("Your name stands beside it: Parti"))
    ballot.press(.enter)
    #expect(
      ballot.asked
        == [.poll(.cast(PollID(1), Ballot(choosing: ["A"]), voter: PersonID(6)))])
  }

  @Test func `a poll that closes under the voter stores nothing`() throws {
    var ballot = ballot(try opened())
    ballot.press("2")
    try ballot.happen(.poll(.closed(poll: PollID(1), box: BallotBox())))
    #expect(ballot.text.contains("! Nothing was stored"))
    ballot.press(.enter)
    #expect(ballot.asked.isEmpty)
    #expect(ballot.text.contains("No poll is open now."))
  }

  @Test func `a refusal is told in its own words`() throws {
    var ballot = ballot(try opened())
    ballot.press("2", .enter)
    // The news that it closed has not reached this terminal yet.
    let open = ballot.table
    try ballot.table.happen(.poll(.closed(poll: PollID(1), box: BallotBox())))
    let closed = ballot.table
    ballot.table = open
    _ = ballot.screens.receive(.key(.enter), in: ballot.scene)
    ballot.table = closed
    ballot.screens.told(
      .refused(Refusal.pollNotOpen(PollID(1), isClosed: true).sentence), in: ballot.scene)
    #expect(ballot.text.contains("Poll 'v1' is closed; it takes no"))
  }

  // MARK: The next person

  @Test func `the thanks give way to the next person`() throws {
    var ballot = ballot(try opened())
    let fresh = ballot.text
    ballot.press("2", .enter, .enter)
    ballot.wait(6)
    #expect(ballot.text == fresh)
  }

  @Test func `it forgets whoever stops for twenty seconds`() throws {
    var ballot = ballot(try opened())
    let fresh = ballot.text
    ballot.press("2")
    ballot.wait(19)
    #expect(ballot.text.contains("This terminal forgets you in 1 s."))
    ballot.wait(1)
    #expect(ballot.text == fresh)
  }

  @Test func `it moves only while something is half done`() throws {
    var ballot = ballot(try opened())
    #expect(ballot.tick == nil)
    ballot.press("2")
    #expect(ballot.tick == .second)
  }

  // MARK: The floor

  @Test func `a hand goes up`() throws {
    var ballot = ballot(try SessionFixture.live(), 80, 24)
    ballot.press("h")
    ballot.type("6")
    ballot.press(.enter, "2", .enter)
    #expect(ballot.asked == [.floor(.raise(PersonID(6), channel: nil, kind: .question))])
    #expect(ballot.text.contains("You are number 1 in the queue."))
  }

  @Test func `a hand that is up can be taken down`() throws {
    var table = try SessionFixture.live()
    try table.raise(6, request: 1)
    var ballot = ballot(table)
    ballot.press("h")
    ballot.type("6")
    ballot.press(.enter, "1", .enter)
    #expect(ballot.asked == [.floor(.withdraw(RequestID(1)))])
  }

  @Test func `a name typed into the filter is no command`() throws {
    var ballot = ballot(try SessionFixture.live())
    ballot.press("h")
    ballot.type("h0q")
    #expect(ballot.text.contains("Nobody of that name"))
  }

  // MARK: Leaving

  @Test(arguments: [Key("q"), .escape, .control("c"), ":", .function(10)])
  func `no single key leaves`(key: Key) throws {
    var ballot = ballot(try opened())
    ballot.press(key)
    #expect(!ballot.screens.isEmpty)
  }

  @Test func `^C twice leaves`() throws {
    var ballot = ballot(try opened())
    ballot.press(.control("c"))
    #expect(ballot.text.contains("Press ^C again to leave"))
    ballot.press(.control("c"))
    #expect(ballot.screens.isEmpty)
  }
}
