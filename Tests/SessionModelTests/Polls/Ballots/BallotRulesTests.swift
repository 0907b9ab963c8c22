import SessionModel
import TestSupport
import Testing

struct BallotRulesTests {
  private static let poll = PollID(3)
  private static let seal = PollSeal(key: "a2V5", wrapped: "d3JhcHBlZA==")
  private static let codes = ["K7QM-3XPR", "9HTA-44WZ", "22AB-CDEF", "33AB-CDEF"]
    .compactMap(VoteCode.init)
  private static let issued = Intent.access(.issue(codes, group: nil))

  private static func draft(_ secrecy: Poll.Secrecy) -> Intent {
    .poll(
      .draft(
        text: "Where first?", method: .oneChoice, choices: ["Law", "Courts"], secrecy: secrecy)
    )
  }

  private static func entitle(_ entitled: Entitlement?) -> Intent {
    .poll(.entitle(poll, entitled))
  }

  private static func cast(_ choice: String, by voter: PersonID? = nil) -> Intent {
    .poll(.cast(poll, Ballot(choosing: [choice]), voter: voter))
  }

  private static func cast(_ choice: String, code: Int) -> Intent {
    .poll(.castByCode(poll, Ballot(choosing: [choice]), codes[code]))
  }

  /// The open table with a poll v3 of that secrecy, for those people.
  private func table(
    _ secrecy: Poll.Secrecy, for entitled: Entitlement? = nil, opened: Bool = true
  ) throws -> Table {
    var table = try Table.open()
    try table.ask(Self.issued)
    try table.ask(Self.draft(secrecy))
    if entitled != nil { try table.ask(Self.entitle(entitled)) }
    if opened {
      try table.ask(
        .poll(secrecy == .sealed ? .openSealed(Self.poll, Self.seal) : .open(Self.poll)))
    }
    return table
  }

  // MARK: What is refused

  @Test(arguments: [
    Refused(
      after: [draft(.coded)], .poll(.open(poll)), .noCodes,
      "There are no slips with codes yet; 'roundtable codes' prints some"),
    Refused(
      after: [draft(.sealed)], .poll(.open(poll)), .passphraseWanted(poll),
      "Poll 'v3' is sealed; its passphrase is needed"),
    Refused(
      after: [draft(.anonymous)], .poll(.openSealed(poll, seal)), .pollNotSealed(poll),
      "Poll 'v3' is not sealed; it needs no passphrase"),
    Refused(
      after: [draft(.public)], entitle(.codes(of: nil)), .namesNotCodes(poll),
      "Poll 'v3' is public: it asks for names, not for codes"),
    Refused(
      after: [draft(.coded)], entitle(.present), .codesNotNames(poll),
      "Poll 'v3' goes by code: it asks for slips, not for names"),
    Refused(
      after: [draft(.anonymous)], entitle(.people(ids: [])), .nobodyEntitled(poll),
      "Poll 'v3' would be for nobody; name some people"),
    Refused(
      after: [draft(.anonymous)], .poll(.together(poll, least: 1)), .tooFewTogether(1),
      "At least 2 must be counted together, not 1"),
    Refused(
      after: [draft(.anonymous), entitle(.group(of: .government)), .poll(.open(poll))],
      cast("A", by: ana), at: .ballot, .notEntitled("Ana Neves", poll),
      "Ana Neves is not among those who vote in poll 'v3'"),
    Refused(
      after: [draft(.anonymous), entitle(.present), .poll(.open(poll))], cast("A", by: ana),
      at: .ballot, .notEntitled("Ana Neves", poll),
      "Ana Neves is not among those who vote in poll 'v3'"),
    Refused(
      after: [draft(.anonymous), entitle(.present), .poll(.open(poll))], cast("A"), at: .ballot,
      .voterMissing(poll), "Poll 'v3' asks for names; say who votes"),
    Refused(
      after: [issued, draft(.coded), .poll(.open(poll))], cast("A", by: ana), at: .ballot,
      .codeMissing(poll), "Poll 'v3' asks for the code on a slip"),
    Refused(
      after: [issued, draft(.anonymous), .poll(.open(poll))], cast("A", code: 0), at: .ballot,
      .codeNotAsked(poll), "Poll 'v3' asks for no code"),
    Refused(
      after: [
        .access(.issue(Array(codes.dropFirst()), group: nil)), draft(.coded), .poll(.open(poll)),
      ],
      cast("A", code: 0), at: .ballot, .noSuchCode,
      "No slip has that code; compare it sign by sign"),
    Refused(
      after: [
        .access(.issue(Array(codes.dropFirst()), group: .government)),
        .access(.issue([codes[0]], group: nil)), draft(.coded),
        entitle(.codes(of: .government)), .poll(.open(poll)),
      ],
      cast("A", code: 0), at: .ballot, .codeOfOthers("K7QM", poll),
      "The slip K7QM is not for poll 'v3'"),
    Refused(
      .access(.issue([codes[0], codes[0]], group: nil)), .codeAlreadyIssued("K7QM"),
      "A slip that begins with K7QM is there already"),
    Refused(
      .access(.issue(Array(codes.prefix(2)), group: .government)), .tooFewCodes("Government", 2),
      "Government would have 2 slips; fewer than 3 would tell whose they are"),
    Refused(
      .access(.lock(nil)), .pinWanted,
      "The PIN is needed that the ballot terminals are to be left with"),
    Refused(.access(.unlock), .terminalsNotLocked, "The ballot terminals have no PIN"),
    Refused(
      after: [
        draft(.sealed), .poll(.openSealed(poll, seal)), cast("A"), .poll(.closeUncounted(poll)),
      ], .undo, .ballotsGivenUp(poll),
      "Ballots of poll 'v3' were given up at its close; nothing brings them back"),
    Refused(
      after: [
        draft(.sealed), .poll(.openSealed(poll, seal)), cast("A"), .poll(.closeUncounted(poll)),
      ], .poll(.reopen(poll)), .ballotsGivenUp(poll),
      "Ballots of poll 'v3' were given up at its close; nothing brings them back"),
    Refused(
      after: [
        .poll(
          .adopt(
            text: "Elsewhere?", method: .oneChoice, choices: ["Law", "Courts"],
            papers: [BallotBox.Counted(ballot: Ballot(choosing: ["A"]), count: 2)]))
      ], .poll(.reopen(poll)), .boxIsElsewhere(poll),
      "Poll 'v3' was taken elsewhere; ask it once more as a new round"),
    Refused(
      after: [draft(.anonymous), .poll(.open(poll))], .poll(.closeUncounted(poll)),
      .pollNotSealed(poll), "Poll 'v3' is not sealed; it needs no passphrase"),
  ])
  func `what the rules of ballots refuse is said why`(refused: Refused) throws {
    try refused.expect()
  }

  // MARK: Who votes how

  @Test(arguments: [
    (Poll.Secrecy.public, Entitlement?.none, Identification.name), (.coded, nil, .code),
    (.anonymous, nil, .nothing), (.sealed, nil, .nothing), (.anonymous, .present, .name),
    (.sealed, .group(of: .civilSociety), .name), (.anonymous, .people(ids: [ana]), .name),
    (.anonymous, .codes(of: nil), .code), (.public, .present, .name),
  ])
  func `a poll asks for what it needs`(
    secrecy: Poll.Secrecy, entitled: Entitlement?, asks: Identification
  ) throws {
    let table = try table(secrecy, for: entitled, opened: false)
    #expect(table.session.polls[Self.poll]?.asks == asks)
  }

  @Test func `the last vote of a code counts`() throws {
    var table = try table(.coded)
    for choice in ["A", "B"] { try table.ask(Self.cast(choice, code: 0), by: .ballot) }
    let poll = try #require(table.session.polls[Self.poll])
    #expect(poll.turnout == 1)
    #expect(poll.tally()?.rows.map(\.count) == [0, 1])
  }

  @Test func `no entry of a ballot shows more of a code than its first half`() throws {
    var table = try table(.coded)
    let event = try table.ask(Self.cast("A", code: 0), by: .ballot)
    #expect(
      event
        == .poll(
          .ballotCastByCode(
            poll: Self.poll, pseudonym: "K7QM", ballot: Ballot(choosing: ["A"]))))
  }

  @Test func `a public ballot may be changed`() throws {
    var table = try table(.public)
    for choice in ["A", "B"] { try table.ask(Self.cast(choice, by: ana), by: .ballot) }
    #expect(table.session.polls[Self.poll]?.tally()?.rows.map(\.count) == [0, 1])
  }

  @Test(arguments: [Poll.Secrecy.anonymous, .sealed])
  func `a code has one secret ballot`(secrecy: Poll.Secrecy) throws {
    var table = try table(secrecy, for: .codes(of: nil))
    try table.ask(Self.cast("A", code: 0), by: .ballot)
    #expect(table.refusal(of: Self.cast("B", code: 0), by: .ballot) == .codeHasVoted("K7QM"))
    #expect(
      Refusal.codeHasVoted("K7QM").sentence
        == "The slip K7QM has voted; a confirmed ballot stays")
  }

  @Test func `whoever is entitled is counted`() throws {
    #expect(try table(.anonymous).session.polls[Self.poll].map { $0.entitled } == .some(nil))
    var table = try table(.anonymous, for: .people(ids: [ana, bako]), opened: false)
    let poll = try #require(table.session.polls[Self.poll])
    #expect(table.session.entitledCount(in: poll) == 2)
    try table.ask(Self.entitle(.codes(of: nil)))
    #expect(try table.session.entitledCount(in: #require(table.session.polls[Self.poll])) == 4)
  }

  @Test func `whoever a poll is for stays on the roll`() throws {
    let table = try table(.anonymous, for: .people(ids: [chen]), opened: false)
    #expect(table.refusal(of: .people(.remove(chen))) == .stillUsed("Chen Li", by: "poll v3"))
  }

  // MARK: Sealed

  @Test func `a sealed poll tells its turnout and nothing else`() throws {
    var table = try table(.sealed)
    try table.ask(Self.cast("A"), by: .ballot)
    let poll = try #require(table.session.polls[Self.poll])
    #expect(poll.turnout == 1)
    #expect(poll.tally(box: table.session.boxes[Self.poll]) == nil)
    #expect(table.refusal(of: .poll(.close(Self.poll))) == .passphraseWanted(Self.poll))
  }

  @Test func `a sealed poll whose passphrase is lost closes without its ballots`() throws {
    var table = try table(.sealed)
    try table.ask(Self.cast("A"), by: .ballot)
    try table.ask(.poll(.closeUncounted(Self.poll)))
    let poll = try #require(table.session.polls[Self.poll])
    #expect(poll.state == .closed)
    #expect(poll.turnout == 1)
    #expect(poll.tally() == nil)
  }

  // MARK: Codes

  @Test(arguments: ["K7QM-3XPR", "k7qm3xpr", " k7 qm 3x pr"])
  func `a code is read however it is typed`(text: String) {
    #expect(VoteCode(text)?.description == "K7QM-3XPR")
  }

  @Test(arguments: ["", "K7QM-3XP", "K7QM-3XPR2", "K7QM-3XP0", "K7QM-3XPI"])
  func `what no slip can have is no code`(text: String) {
    #expect(VoteCode(text) == nil)
  }

  @Test func `codes that were taken back vote no more`() throws {
    var table = try table(.coded, opened: false)
    try table.ask(.access(.revoke))
    #expect(table.refusal(of: .poll(.open(Self.poll))) == .noCodes)
  }

  @Test func `issuing codes can be taken back`() throws {
    var table = try Table.open()
    try table.ask(Self.issued)
    try table.ask(.undo)
    #expect(table.session.access.isEmpty)
  }

  @Test func `codes that are taken back leave what was counted apart as it was`() throws {
    var table = try Table.open()
    for (start, group) in [(0, StakeholderGroup.government), (3, .civilSociety)] {
      try table.ask(.access(.issue(Array(Self.slips[start..<start + 3]), group: group)))
    }
    try table.ask(Self.draft(.coded))
    try table.ask(.poll(.open(Self.poll)))
    for code in Self.slips {
      try table.ask(.poll(.castByCode(Self.poll, Ballot(choosing: ["A"]), code)), by: .ballot)
    }
    try table.ask(.poll(.close(Self.poll)))
    func apart() throws -> [String] {
      let poll = try #require(table.session.polls[Self.poll])
      return table.session.tallies(of: poll, by: .group).map { "\($0.cell) \($0.tally.turnout)" }
    }
    let before = try apart()
    #expect(before == ["civil_society 3", "government 3"])
    try table.ask(.access(.revoke))
    #expect(try apart() == before)
  }

  private static let slips = [
    "K7QM-3XPR", "9HTA-44WZ", "22AB-CDEF", "33AB-CDEF", "44AB-CDEF", "55AB-CDEF",
  ].compactMap(VoteCode.init)
}
