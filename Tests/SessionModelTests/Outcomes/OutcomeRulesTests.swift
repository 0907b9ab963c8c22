import SessionModel
import TestSupport
import Testing

struct OutcomeRulesTests {
  private static let one = OutcomeID(1)
  private static let remedy = "Remedy must be within reach"

  private static func put(_ way: Asking.Way) -> Intent { .outcome(.put(one, way)) }
  private static let objecting = Intent.outcome(.object(text: "Whose?", group: nil, channel: nil))

  /// An open table with one outcome.
  private func table() throws -> Table {
    var table = try Table.open()
    try table.ask(.outcome(.add(text: Self.remedy)))
    return table
  }

  private func outcome(_ table: Table) throws -> OutcomeSentence {
    try #require(table.session.outcomes[Self.one])
  }

  private func statement(_ table: Table) throws -> AssentStatement? {
    table.session.outcomes.statement(of: try outcome(table))
  }

  private static func answer(_ level: Asking.Level, _ who: PersonID) -> Intent {
    .outcome(.answer(level, group: nil, channel: nil, voice: .person(who)))
  }

  @Test(
    arguments: [
      (.support, [.support, .standAside, .standAside], .furtherDiscussion),
      (.support, [.support, .standAside], .furtherDiscussion),
      (.support, [.support, .liveWith, .standAside], .broadAgreement),
      (.gradients, [.endorse, .moreDiscussion, .moreDiscussion], .furtherDiscussion),
      (.gradients, [.endorse, .reservations, .abstain], .broadAgreement),
    ] as [(Asking.Way, [Asking.Level], AssentStatement)])
  func `a room agrees broadly when more let it stand than hold back`(
    way: Asking.Way, levels: [Asking.Level], wanted: AssentStatement
  ) throws {
    var table = try table()
    try table.ask(Self.put(way))
    for (level, who) in zip(levels, [ana, bako, chen]) {
      try table.ask(Self.answer(level, who), by: .ballot)
    }
    try table.ask(.outcome(.end))
    #expect(try statement(table) == wanted)
  }

  @Test func `no reason stands in for a quorum`() throws {
    var table = try table()
    try table.ask(.people(.count(Headcount(room: 40, online: 0))))
    try table.ask(.outcome(.quorum(Threshold(1, of: 2))))
    try table.ask(Self.put(.support))
    try table.ask(Self.answer(.support, ana), by: .ballot)
    try table.ask(Self.answer(.object, bako), by: .rapporteur)
    try table.ask(.outcome(.end))
    #expect(
      table.refusal(of: .outcome(.declare(Self.one, override: "It must go on")))
        == .noQuorum(Self.one))
  }

  @Test func `whoever is known has one answer, the last`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    for level in [Asking.Level.support, .standAside, .liveWith] {
      try table.ask(Self.answer(level, ana), by: .ballot)
    }
    try table.ask(Self.answer(.support, bako), by: .ballot)
    let answers = try #require(try outcome(table).asking?.answers)
    #expect(answers.map(\.level) == [.liveWith, .support])
    #expect(answers[0].voice == .person(id: ana))
    #expect(answers[0].group == .civilSociety)
    #expect(answers[0].channel == .online)
  }

  @Test func `whoever has a slip has one answer, and its group`() throws {
    var table = try table()
    let codes = ["K7QM-3XPR", "A2BC-4DEF", "B2BC-4DEF"].compactMap { VoteCode($0) }
    try table.ask(.access(.issue(codes, group: .government)))
    try table.ask(Self.put(.support))
    for level in [Asking.Level.support, .standAside] {
      try table.ask(
        .outcome(.answer(level, group: nil, channel: nil, voice: .code(codes[0]))), by: .ballot)
    }
    let answers = try #require(try outcome(table).asking?.answers)
    #expect(answers.map(\.level) == [.standAside])
    #expect(answers[0].voice == .slip(half: "K7QM"))
    #expect(answers[0].group == .government)
    let unknown = try #require(VoteCode("ZZZZ-ZZZZ"))
    #expect(
      table.refusal(
        of: .outcome(.answer(.support, group: nil, channel: nil, voice: .code(unknown))))
        == .noSuchCode)
  }

  @Test func `an objection knows who raised it, and stands until it is settled`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    try table.ask(Self.answer(.support, ana), by: .ballot)
    try table.ask(
      .outcome(.object(text: "Whose?", group: nil, channel: nil, voice: .person(ana))),
      by: .ballot)
    let objection = try #require(try outcome(table).objections.first)
    #expect(objection.voice == .person(id: ana))
    #expect(objection.group == .civilSociety)
    #expect(objection.channel == .online)
    #expect(try outcome(table).asking?.answers.map(\.level) == [.object])
    let refusal = table.refusal(of: Self.answer(.support, ana), by: .ballot)
    #expect(refusal == .objectsAlready("Ana Neves", ObjectionID(1)))
    #expect(refusal?.sentence == "Ana Neves objects as 'j1'; settle that first")
    try table.ask(.outcome(.settle(ObjectionID(1), .withdrawn, answer: nil)))
    try table.ask(Self.answer(.liveWith, ana), by: .ballot)
    #expect(try outcome(table).asking?.answers.map(\.level) == [.liveWith])
  }

  @Test func `answers of nobody named are as many as were given`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    for _ in 1...2 {
      try table.ask(.outcome(.answer(.support, group: nil, channel: nil)), by: .ballot)
    }
    #expect(try outcome(table).asking?.answers.count == 2)
  }

  @Test func `whoever answered stays on the roll`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    try table.ask(Self.answer(.support, chen), by: .ballot)
    #expect(
      table.refusal(of: .people(.remove(chen))) == .stillUsed("Chen Li", by: "outcome o1"))
  }

  private static let adding = Intent.outcome(.add(text: remedy))

  @Test(arguments: [
    Refused(.outcome(.add(text: " ")), .textMissing(what: "an outcome"), "An outcome needs words"),
    Refused(put(.silence), .noSuchOutcome(one), "There is no outcome 'o1'"),
    Refused(
      open: false, after: [adding], put(.silence), .sessionNotOpen,
      "The session is not open yet; open it first"),
    Refused(
      after: [adding, put(.silence)], put(.support), .outcomeBeforeTheRoom(one),
      "Outcome 'o1' is before the room; end that first"),
    Refused(.outcome(.count), .nothingBeforeTheRoom, "No outcome is before the room"),
    Refused(
      after: [adding, put(.support)], .outcome(.count), .noLastCall(one),
      "Outcome 'o1' is answered, not assented to by silence"),
    Refused(
      after: [adding, put(.silence)], .outcome(.end), .notCounted,
      "Silence was not counted yet; begin the slow count"),
    Refused(
      after: [adding, put(.silence), .outcome(.count)], .outcome(.end), .stillCounting(6),
      "The slow count takes 6 seconds more"),
    Refused(
      after: [adding, put(.support)],
      .outcome(.answer(.veto, group: nil, channel: nil)), .answerNotOffered("I veto it"),
      "'I veto it' is not among the answers"),
    Refused(
      after: [adding], .outcome(.declare(one, override: nil)), .roomNotAsked(one),
      "The room has not answered to outcome 'o1'; put it and end"),
    Refused(
      after: [adding, put(.support)], put(.silence), at: .ballot, .notAtThisSeat(.ballot),
      "A ballot terminal cannot do that"),
    Refused(
      .outcome(.settle(.init(1), .addressed, answer: nil)), .noSuchObjection(.init(1)),
      "There is no objection 'j1'"),
    Refused(
      after: [
        adding, put(.support), .outcome(.answer(.support, group: nil, channel: nil)),
        .outcome(.end),
      ],
      .outcome(.declare(one, override: "It is late")), .nothingToOverride(one),
      "No objection to outcome 'o1' is open"),
  ])
  func `what is refused of outcomes is said why`(refused: Refused) throws {
    try refused.expect()
  }

  // MARK: Silence

  @Test func `silence through the slow count is broad agreement`() throws {
    var table = try table()
    try table.ask(Self.put(.silence))
    try table.ask(.outcome(.count))
    table.wait(6)
    try table.ask(.outcome(.end))
    #expect(try statement(table) == .broadAgreement)
  }

  @Test func `an objection from any terminal stops the count`() throws {
    var table = try table()
    try table.ask(Self.put(.silence))
    try table.ask(.outcome(.count))
    table.wait(3)
    try table.ask(.outcome(.object(text: "", group: nil, channel: nil)), by: .ballot)
    #expect(try outcome(table).asking?.counting == nil)
    #expect(try outcome(table).open.count == 1)
  }

  // MARK: The statement

  /// The room was asked whether it supports it, with these objections; the last call is over.
  private func asked(objecting groups: [StakeholderGroup?]) throws -> Table {
    var table = try table()
    try table.ask(Self.put(.support))
    try table.ask(.outcome(.answer(.support, group: .government, channel: nil)), by: .ballot)
    for group in groups {
      try table.ask(.outcome(.object(text: "No", group: group, channel: .online)), by: .ballot)
    }
    try table.ask(.outcome(.end))
    return table
  }

  @Test func `one objection among however many calls for further discussion`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    for _ in 1...99 { try table.ask(.outcome(.answer(.support, group: nil, channel: nil))) }
    try table.ask(Self.objecting)
    try table.ask(.outcome(.end))
    #expect(try statement(table) == .furtherDiscussion)
  }

  @Test func `objections of two groups are a divergence`() throws {
    let table = try asked(objecting: [.privateSector, .civilSociety])
    #expect(try statement(table) == .divergence)
  }

  @Test func `objections that are addressed make it a rough consensus`() throws {
    var table = try asked(objecting: [.privateSector, .civilSociety])
    try table.ask(.outcome(.settle(.init(1), .addressed, answer: "In the next line")))
    try table.ask(.outcome(.settle(.init(2), .addressed, answer: nil)), by: .rapporteur)
    #expect(try statement(table) == .roughConsensus(addressed: 2))
    #expect(
      try outcome(table).objections.map { $0.steps.map(\.by) } == [[.moderator], [.rapporteur]])
    #expect(
      AssentStatement.roughConsensus(addressed: 2).title
        == "rough consensus with 2 objections addressed")
  }

  @Test(arguments: [Objection.State.accommodated, .withdrawn])
  func `objections that nobody holds any more leave broad agreement`(state: Objection.State) throws
  {
    var table = try asked(objecting: [nil])
    try table.ask(.outcome(.settle(.init(1), state, answer: nil)))
    #expect(try statement(table) == .broadAgreement)
  }

  @Test func `a room that stands aside has not agreed`() throws {
    var table = try table()
    try table.ask(Self.put(.support))
    try table.ask(.outcome(.answer(.standAside, group: nil, channel: nil)))
    try table.ask(.outcome(.end))
    #expect(try statement(table) == .furtherDiscussion)
  }

  @Test func `without its quorum a room has not agreed`() throws {
    var table = try table()
    try table.ask(.people(.count(Headcount(room: 4, online: 0))))
    try table.ask(.outcome(.quorum(Threshold(1, of: 2))))
    try table.ask(Self.put(.support))
    try table.ask(.outcome(.answer(.support, group: nil, channel: nil)))
    try table.ask(.outcome(.end))
    #expect(try statement(table) == .furtherDiscussion)
  }

  @Test func `a veto is an objection`() throws {
    var table = try table()
    try table.ask(Self.put(.gradients))
    try table.ask(.outcome(.answer(.veto, group: .government, channel: nil)), by: .ballot)
    #expect(try outcome(table).open.map(\.group) == [.government])
  }

  @Test func `answers are counted by group`() throws {
    let table = try asked(objecting: [.privateSector])
    let asking = try #require(try outcome(table).asking)
    #expect(asking.count(.support, of: .some(.government)) == 1)
    #expect(asking.count(.support, of: .some(.privateSector)) == 0)
    #expect(asking.count(.object) == 1)
  }

  // MARK: Declaring

  @Test func `agreement over an open objection is recorded with its reason`() throws {
    var table = try asked(objecting: [.privateSector])
    try table.ask(.outcome(.declare(Self.one, override: "It was answered at length")))
    let declared = try #require(try outcome(table).declared)
    #expect(declared.statement == .roughConsensus(addressed: 0))
    #expect(declared.override == "It was answered at length")
  }

  @Test func `without a reason no agreement is declared over an objection`() throws {
    var table = try asked(objecting: [.privateSector])
    try table.ask(.outcome(.declare(Self.one, override: nil)))
    #expect(try outcome(table).declared?.statement == .furtherDiscussion)
  }

  @Test func `a changed wording makes earlier assent void`() throws {
    var table = try asked(objecting: [])
    try table.ask(.outcome(.declare(Self.one, override: nil)))
    try table.ask(.outcome(.reword(Self.one, text: "Remedy must be within everybody's reach")))
    let outcome = try outcome(table)
    #expect(outcome.declared == nil)
    #expect(outcome.voided == 1)
    #expect(outcome.version == 2)
    #expect(try statement(table) == nil)
  }

  @Test func `objections outlive the wording they were raised against`() throws {
    var table = try asked(objecting: [.privateSector])
    try table.ask(.outcome(.reword(Self.one, text: "Remedy must be near")))
    #expect(try outcome(table).open.map(\.version) == [1])
  }

  @Test func `a declaration can be taken back`() throws {
    var table = try asked(objecting: [])
    let before = table.session
    try table.ask(.outcome(.declare(Self.one, override: nil)))
    try table.ask(.undo)
    #expect(table.session == before)
  }

  @Test func `outcomes go somewhere, and somebody is invited`() throws {
    var table = try table()
    let destination = OutcomeSentence.Destination(workstream: "Policy Network", by: "June")
    try table.ask(.outcome(.send(Self.one, destination)), by: .rapporteur)
    try table.ask(.outcome(.invite("National focal points")), by: .rapporteur)
    #expect(try outcome(table).destination == destination)
    #expect(table.session.outcomes.invited == ["National focal points"])
  }
}
