import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct LobbyTests {
  private func choice(
    _ id: String, _ title: String, at start: String?, number: String? = nil, isSample: Bool = false,
    isOpen: Bool = false, isClosed: Bool = false
  ) throws -> SessionChoice {
    var table = try SessionFixture.planned()
    let slot = start.flatMap { Timestamp($0) }.map { Slot(start: $0, end: $0.advanced(by: 3600)) }
    try table.happen(
      .plan(.changed(field: .title(to: title))), .plan(.changed(field: .number(to: number))),
      .plan(.changed(field: .slot(to: slot))))
    if isOpen || isClosed { try table.happen(.agenda(.opened)) }
    if isClosed { try table.happen(.agenda(.closed)) }
    return SessionChoice(id: id, isSample: isSample, session: table.session)
  }

  private func everything() throws -> [SessionChoice] {
    [
      SessionChoice(id: "broken", isSample: false, problem: "Line 12 of the journal is no JSON"),
      try choice("sample", "A sample", at: "2023-10-08T09:00:00Z", isSample: true),
      try choice("old", "Long ago", at: "2021-03-08T09:00:00Z", isClosed: true),
      try choice("less-old", "Not so long ago", at: "2021-07-10T09:00:00Z", isClosed: true),
      try choice("tomorrow", "Tomorrow", at: "2021-12-08T09:00:00Z"),
      try choice("undated", "Some day", at: nil),
      try choice("late", "This evening", at: "2021-12-07T18:00:00Z"),
      try choice("soon", "Soon", at: "2021-12-07T16:30:00Z", number: "WS #204"),
      try choice("on", "Going on", at: "2021-12-07T16:00:00Z", isOpen: true),
    ]
  }

  private func lobby(
    _ choices: [SessionChoice], _ columns: Int = 60, _ rows: Int = 16
  ) -> SeatedTerminal {
    SeatedTerminal(
      Lobby(choices: choices), at: SessionFixture(), seat: .moderator, columns: columns, rows: rows)
  }

  private func selected(_ lobby: SeatedTerminal) throws -> String? {
    try #require(lobby.screens.top as? Lobby).selected(in: lobby.scene)?.id
  }

  // MARK: Drawings

  @Test func `sessions stand under their days`() throws {
    expectScreen(
      lobby(try everything()),
      """
       roundtable                      Tue 7 Dec 2021   16:22 UTC
        LIVE NOW
        16:00  Going on                                   ● live
               Ballroom A · until 17:00 UTC · 4 speakers · 2 qu…

        TODAY
        16:30  Soon                                     in 8 min
               Ballroom A · until 17:30 UTC · 4 speakers · 2 qu…
        18:00  This evening                          ! 1 warning
               Ballroom A · until 19:00 UTC · 4 speakers · 2 qu…
        ────────────────────────────────────────── 6 more below
        This session is live; you join it
          ! no online moderator, no rapporteur named
          ✓ 4 speakers named                            6 more

       Enter moderate  R rapporteur  B ballot  S stage  ? help
      """)
  }

  /// One session of a programme, on a day.
  private func part(
    _ number: Int, of programme: String?, at start: String?, isClosed: Bool = false
  ) throws -> SessionChoice {
    var choice = try choice("part-\(number)", "Part \(number)", at: start, isClosed: isClosed)
    choice.plan.programme = programme.map { Programme(title: $0, part: number, parts: 4) }
    return choice
  }

  @Test func `the next session of a programme follows a closed one`() throws {
    let first = try part(1, of: "Work", at: "2021-12-07T16:30:00Z", isClosed: true)
    let choices = [
      first, try part(2, of: "Work", at: "2021-12-07T17:30:00Z", isClosed: true),
      try part(4, of: "Work", at: "2021-12-08T09:00:00Z"),
      try part(3, of: "Work", at: "2021-12-07T18:30:00Z"),
      try part(2, of: "Another", at: "2021-12-07T17:00:00Z"),
      try part(1, of: "Work", at: "2021-12-06T09:00:00Z"),
    ]
    #expect(
      SessionChoice.next(after: first.plan, named: first.id, among: choices)?.id == "part-3")
    #expect(SessionChoice.next(after: first.plan, named: first.id, among: [first]) == nil)
  }

  @Test func `a sample is the next one only of its own programme`() throws {
    var first = try part(1, of: "Work", at: "2021-12-07T16:30:00Z", isClosed: true)
    var second = try part(2, of: "Work", at: "2021-12-07T17:30:00Z")
    second.isSample = true
    #expect(
      SessionChoice.next(after: first.plan, named: first.id, among: [first, second])?.id
        == "part-2")
    (first.plan.programme, first.plan.series) = (nil, nil)
    second.isSample = false
    #expect(
      SessionChoice.next(after: first.plan, named: first.id, among: [first, second]) == nil)
  }

  @Test func `what runs now and what is next is told with room and zone`() throws {
    var next = try choice("soon", "Soon", at: "2021-12-07T17:30:00Z", number: "WS #205")
    next.plan.slot = Slot(
      start: try #require(Timestamp("2021-12-07T17:30:00Z")),
      end: try #require(Timestamp("2021-12-07T18:30:00Z")), zone: "CET", offsetMinutes: 60)
    let on = try choice("on", "Going on", at: "2021-12-07T16:00:00Z", number: "WS #1", isOpen: true)
    let told = lobby([next, on], 100, 24).text.split(separator: "\n")[1]
    #expect(told.contains("NOW WS #1  until 17:00 UTC · Ballroom A"))
    #expect(told.contains("NEXT WS #205  18:30 CET, 17:30 UTC · Ballroom A"))
  }

  @Test func `what comes next stands first`() throws {
    let choices = try everything()
    let now = SessionFixture().now.at
    #expect(
      Lobby.Place.sorted(choices, at: now).map(\.choice.id) == [
        "on", "soon", "late", "tomorrow", "undated", "less-old", "old", "sample", "broken",
      ])
  }

  @Test func `a wide lobby tells all of the chosen session`() throws {
    let text = lobby(try everything(), 200, 60).text
    #expect(text.contains("POLICY QUESTIONS"))
    #expect(text.contains("How do policy makers connect"))
  }

  @Test func `an empty lobby says how to begin`() throws {
    #expect(lobby([]).text.contains("No session yet. n makes one."))
  }

  @Test(arguments: everySize) func `it fits every size`(size: Size) throws {
    expectWhole(lobby(try everything(), size.columns, size.rows).drawn)
  }

  @Test(arguments: tortureCorpus) func `any title keeps the columns`(title: String) throws {
    let plain = lobby([try choice("a", "Title", at: "2021-12-07T16:30:00Z")]).drawn
    let drawn = lobby([try choice("a", title, at: "2021-12-07T16:30:00Z")]).drawn
    expectWhole(drawn)
    let state = (46..<60).map { Point(column: $0, row: 2) }
    #expect(state.map { drawn[$0].text } == state.map { plain[$0].text })
  }

  // MARK: Opening

  @Test(arguments: [
    (Key.enter, Seat.moderator), ("R", .rapporteur), ("B", .ballot), ("S", .stage),
  ]) func `a key opens it at a seat`(key: Key, seat: Seat) throws {
    var lobby = lobby(try everything())
    lobby.press("j", key)
    guard case .open(let choice, let at)? = lobby.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(choice.id == "soon")
    #expect(at == seat)
  }

  @Test func `a second click opens it`() throws {
    var lobby = lobby(try everything())
    try lobby.click("row:1")
    #expect(lobby.effects.isEmpty)
    try lobby.click("row:1")
    #expect(lobby.effects.count == 1)
  }

  @Test func `a damaged session says what is wrong`() throws {
    var lobby = lobby(try everything())
    lobby.press("G", .enter)
    #expect(lobby.effects.isEmpty)
    #expect(lobby.text.contains("! Line 12 of the journal is no JSON"))
  }

  @Test func `without any session a key says how to make one`() throws {
    var lobby = lobby([])
    lobby.press(.enter)
    #expect(lobby.text.contains("There is no session yet; n makes one"))
  }

  // MARK: A new one

  @Test func `n asks for a title`() throws {
    var lobby = lobby(try everything(), 80, 24)
    lobby.press("n")
    lobby.type("Open forum")
    lobby.press(.enter)
    guard case .create(let title)? = lobby.effects.last else {
      Issue.record("nothing was made")
      return
    }
    #expect(title == "Open forum")
    #expect(lobby.screens.depth == 1)
  }

  @Test func `a session needs a title`() throws {
    var lobby = lobby(try everything(), 80, 24)
    lobby.press("n", .enter)
    #expect(lobby.effects.isEmpty)
    #expect(lobby.text.contains("! 'Title' is empty"))
  }

  @Test func `Esc makes none`() throws {
    var lobby = lobby(try everything(), 80, 24)
    lobby.press("n", "x", .escape)
    #expect(lobby.effects.isEmpty)
    #expect(lobby.screens.depth == 1)
  }

  // MARK: Finding

  @Test func `a filter leaves what has its words`() throws {
    var lobby = lobby(try everything())
    lobby.press("/")
    lobby.type("long ago")
    #expect(lobby.text.contains("2 of 9"))
    lobby.press(.enter, .enter)
    guard case .open(let choice, _)? = lobby.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(choice.id == "less-old")
  }

  @Test func `letters typed into the filter open nothing`() throws {
    var lobby = lobby(try everything())
    lobby.press("/")
    lobby.type("nRBSq")
    #expect(lobby.effects.isEmpty)
    #expect(lobby.screens.depth == 1)
  }

  @Test func `news leave the selection where it is`() throws {
    var lobby = lobby(try everything())
    lobby.press("j", "j")
    let before = try selected(lobby)
    let news = try everything() + [choice("new", "Now", at: "2021-12-07T16:10:00Z")]
    lobby.screens.changeRoot(Lobby.self) { $0.take(news) }
    #expect(try selected(lobby) == before)
  }
}
