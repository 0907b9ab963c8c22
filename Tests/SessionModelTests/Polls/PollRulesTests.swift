import SessionModel
import TestSupport
import Testing

struct PollRulesTests {
  private static let open = PollID(1)
  private static let secret = PollID(2)

  private static func draft(_ method: PollMethod, _ choices: [String]) -> Intent {
    .poll(.draft(text: "Where first?", method: method, choices: choices, secrecy: .anonymous))
  }

  private static func ballot(_ poll: PollID, _ ids: [String], from voter: PersonID? = nil) -> Intent
  {
    .poll(.cast(poll, Ballot(choosing: ids), voter: voter))
  }

  @Test(arguments: [
    Refused(
      .poll(.draft(text: " ", method: .oneChoice, choices: ["a", "b"], secrecy: .public)),
      .textMissing(what: "a poll"), "A poll needs words"),
    Refused(
      draft(.oneChoice, ["a", ""]), .textMissing(what: "a choice"), "A choice needs words"),
    Refused(
      draft(.oneChoice, ["a"]), .tooFewChoices(1), "A poll needs at least 2 choices; 1 given"),
    Refused(
      draft(.oneChoice, ["a", "b", "a"]), .choiceTwice("a"),
      "A poll has each choice once; 'a' is given twice"),
    Refused(
      draft(.oneChoice, []), .tooFewChoices(0), "A poll needs at least 2 choices; 0 given"),
    Refused(
      draft(.oneChoice, (1...27).map(String.init)), .tooManyChoices(27),
      "A poll offers at most 26 choices; 27 given"),
    Refused(
      draft(.yesNoAbstain, ["a", "b"]), .yesNoAbstainHasItsOwnChoices,
      "Yes, no or abstain offers three choices, no others"),
    Refused(
      draft(.severalChoices(min: 1, max: 3), ["a", "b"]),
      .boundsDoNotFit(min: 1, max: 3, choices: 2), "Choosing 1 to 3 does not fit 2 choices"),
    Refused(
      draft(.severalChoices(min: 2, max: 1), ["a", "b"]),
      .boundsDoNotFit(min: 2, max: 1, choices: 2), "Choosing 2 to 1 does not fit 2 choices"),
    Refused(.poll(.open(.init(9))), .noSuchPoll(.init(9)), "There is no poll 'v9'"),
    Refused(
      open: false, .poll(.open(open)), .sessionNotOpen,
      "The session is not open yet; open it first"),
    Refused(
      after: [.poll(.open(open))], .poll(.open(secret)), .pollStillOpen(open),
      "Poll 'v1' is open; close it first"),
    Refused(
      after: [.poll(.open(open))], .poll(.open(open)), .pollNotDraft(open),
      "Poll 'v1' has been opened already and is no draft any more"),
    Refused(
      after: [.poll(.open(open))], .poll(.remove(open)), .pollNotDraft(open),
      "Poll 'v1' has been opened already and is no draft any more"),
    Refused(
      .poll(.change(open, text: nil, choices: nil, secrecy: nil)), .nothingToChange("v1"),
      "Nothing about 'v1' would change"),
    Refused(
      .poll(.close(open)), .pollNotOpen(open, isClosed: false),
      "Poll 'v1' is not open; open it to take ballots"),
    Refused(
      .poll(.share(open)), .pollNotClosed(open), "Poll 'v1' is not closed; close it first"),
    Refused(
      after: [.poll(.open(open)), .poll(.close(open)), .poll(.share(open))], .poll(.share(open)),
      .pollAlreadyShared(open), "Poll 'v1' is on the stage already"),
    Refused(
      after: [.poll(.open(open)), .poll(.close(open))], .poll(.hide(open)), .pollNotShared(open),
      "Poll 'v1' is not on the stage"),
    Refused(
      ballot(open, ["A"], from: ana), at: .ballot, .pollNotOpen(open, isClosed: false),
      "Poll 'v1' is not open; open it to take ballots"),
    Refused(
      after: [.poll(.open(open)), .poll(.close(open))], ballot(open, ["A"], from: ana),
      at: .ballot, .pollNotOpen(open, isClosed: true), "Poll 'v1' is closed; it takes no ballots"),
    Refused(
      after: [.poll(.open(open))], ballot(open, ["A"]), at: .ballot, .voterMissing(open),
      "Poll 'v1' asks for names; say who votes"),
    Refused(
      after: [.poll(.open(open))], ballot(open, ["D"], from: ana), at: .ballot,
      .noSuchChoice("D", in: open), "Poll 'v1' does not offer 'D'"),
    Refused(
      after: [.poll(.open(open))],
      .poll(.cast(open, Ballot(words: ["Law"]), voter: ana)), at: .ballot, .wrongBallot(open),
      "Such a ballot does not fit poll 'v1'"),
    Refused(
      after: [.poll(.open(open))], ballot(open, ["A", "B"], from: ana), at: .ballot,
      .wrongNumberOfMarks(min: 1, max: 1), "Choose one"),
    Refused(
      after: [.poll(.open(open))], ballot(open, ["A"], from: nobody), at: .ballot,
      .noSuchPerson(nobody), "Nobody on the roll is 'p9'"),
    Refused(
      after: [.poll(.open(secret)), ballot(secret, ["A"], from: ana)],
      ballot(secret, ["B"], from: ana), at: .ballot, .hasVoted("Ana Neves"),
      "Ana Neves has voted; a confirmed ballot stays"),
    Refused(
      after: [draft(.severalChoices(min: 2, max: 2), ["a", "b", "c"]), .poll(.open(.init(3)))],
      ballot(.init(3), ["A"]), at: .ballot, .wrongNumberOfMarks(min: 2, max: 2), "Choose 2"),
    Refused(
      after: [draft(.severalChoices(min: 1, max: 2), ["a", "b", "c"]), .poll(.open(.init(3)))],
      ballot(.init(3), ["A", "B", "C"]), at: .ballot, .wrongNumberOfMarks(min: 1, max: 2),
      "Choose 1 to 2"),
  ])
  func `what a poll refuses is said why`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `a poll that notes speak of was opened, so it stays`() throws {
    try Refused(
      after: [.poll(.open(Self.open)), .note(.write(kind: .note, text: "Split"))],
      .poll(.remove(Self.open)), .pollNotDraft(Self.open),
      "Poll 'v1' has been opened already and is no draft any more"
    ).expect()
  }

  @Test func `yes, no or abstain brings its own choices`() throws {
    var table = try Table.laid()
    try table.ask(Self.draft(.yesNoAbstain, []))
    #expect(table.session.polls[.init(3)]?.choices.map(\.text) == ["Yes", "No", "Abstain"])
  }

  @Test func `a poll remembers where it was opened`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.ask(.init(2))))
    try table.ask(.poll(.open(Self.open)))
    let poll = try #require(table.session.polls.open)
    #expect(poll.segment == SegmentID(1))
    #expect(poll.question == QuestionID(2))
  }

  @Test func `a public ballot may be changed until the poll closes`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(Self.open)))
    try table.ask(Self.ballot(Self.open, ["A"], from: ana), by: .ballot)
    try table.ask(Self.ballot(Self.open, ["B"], from: ana), by: .ballot)
    let poll = try #require(table.session.polls[Self.open])
    #expect(poll.turnout == 1)
    #expect(poll.tally()?.rows.map(\.count) == [0, 1, 0])
  }

  @Test func `an anonymous ballot leaves only its number behind`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(Self.secret)))
    let event = try table.ask(Self.ballot(Self.secret, ["C"], from: ana), by: .ballot)
    #expect(event == .poll(.ballotCounted(poll: Self.secret, turnout: 1)))
    #expect(table.session.polls[Self.secret]?.named.isEmpty == true)
    #expect(table.session.polls[Self.secret]?.tally() == nil)
  }

  @Test func `the box goes into the entry when an anonymous poll closes`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(Self.secret)))
    try table.ask(Self.ballot(Self.secret, ["C"], from: chen), by: .ballot)
    try table.ask(Self.ballot(Self.secret, ["A"], from: ana), by: .ballot)
    try table.ask(Self.ballot(Self.secret, []), by: .ballot)
    try table.ask(.poll(.close(Self.secret)))
    let poll = try #require(table.session.polls[Self.secret])
    #expect(poll.counted?.roll == [ana, chen])
    #expect(poll.turnout == 3)
    #expect(poll.tally()?.rows.map(\.count) == [1, 0, 1])
    #expect(poll.tally()?.blank == 1)
    #expect(table.session.boxes.isEmpty)
  }

  @Test func `the order of ballots leaves no trace in the box`() {
    var one = BallotBox()
    one.put(Ballot(choosing: ["A"]), from: ana)
    one.put(Ballot(choosing: ["B"]), from: bako)
    one.put(Ballot(), from: chen)
    var other = BallotBox()
    other.put(Ballot(), from: chen)
    other.put(Ballot(choosing: ["B"]), from: ana)
    other.put(Ballot(choosing: ["A"]), from: bako)
    #expect(one == other)
  }

  @Test func `the stage shows the open poll before a shared one`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(Self.open)))
    try table.ask(.poll(.close(Self.open)))
    try table.ask(.poll(.share(Self.open)))
    #expect(table.session.polls.onStage?.id == Self.open)
    try table.ask(.poll(.open(Self.secret)))
    #expect(table.session.polls.onStage?.id == Self.secret)
  }

  @Test func `the stage shows what was shared last, an earlier one too`() throws {
    var table = try Table.open()
    let polls = [Self.open, Self.secret]
    for poll in polls {
      try table.ask(.poll(.open(poll)))
      try table.ask(.poll(.close(poll)))
      table.wait(1)
      try table.ask(.poll(.share(poll)))
    }
    #expect(table.session.polls.onStage?.id == Self.secret)
    table.wait(1)
    try table.ask(.poll(.share(Self.open)))
    #expect(table.session.polls.onStage?.id == Self.open)
    #expect(table.refusal(of: .poll(.share(Self.open))) == .pollAlreadyShared(Self.open))
    try table.ask(.poll(.hide(Self.open)))
    #expect(table.session.polls.onStage?.id == Self.secret)
  }
}
