import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// What the console says, small, and what changes with a key.
struct ModeratorDrawingTests {
  private func console(_ table: SessionFixture, columns: Int = 80, rows: Int = 18)
    -> SeatedTerminal
  {
    ModeratorKeysTests.console(table, columns: columns, rows: rows)
  }

  private func speaking(for seconds: Int) throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.give(1)
    table.wait(seconds)
    return table
  }

  @Test func `the floor stands beside the question and the poll`() throws {
    expectScreen(
      console(try .busy()),
      """
       ● LIVE  WS #204  Stakeholder Roles for Due Dil…   16:49   41 left   5:00 early

       Question 1   7:10 of 30                 ██▉·········  next: Next steps

       HAS THE FLOOR                                │ QUESTION 1
       Participant 1                   1:42 of 3:00 │ Global instruments, national
       Gov · WEOG · ◉ room        █████████▋······· │ contexts
                                                    │ ✓CSO ✓Gov ·IGO ·Private ·Tech
       QUEUE 4  in order of request         waiting │
       1 مشارك ٤         !  ◉ IGO · African    3:00 │ POLL  open 1:10 · anonymous
       2 参加者 3        ?  ◉ CSO · Asia-Pac   3:20 │ Who should carry due diligence
       3 Participant 6   ←  ◌ Tech · East Eur  2:20 │ first?
       4 Participant 5      ◉ CSO · GRULAC     2:20 │ A Companies   ██████████████  5
         not yet heard: IGO, Private, Tech          │ B States      █████▋········  2
                                                    │ C All jointly █████▋········  2
                                                    │ 9 of 59 here        p closes it

       Enter give floor  Space hand up  e end  n next  p close poll  z undo  ? help
      """)
  }

  @Test func `what is used of a budget stands beside whoever speaks`() throws {
    var table = try speaking(for: 62)
    let holders: [(Budget.Holder, Int)] = [
      (.person(id: PersonID(1)), 300), (.group(of: .government), 1200),
    ]
    for (holder, seconds) in holders {
      try table.ask(.floor(.budget(holder, seconds: seconds, segment: nil)), by: .moderator)
    }
    let small = console(table).text
    #expect(small.contains("own 1:02 of 5"))
    #expect(!small.contains("own 1:02 of 5 ·"))
    let wide = console(table, columns: 120, rows: 36).text
    #expect(wide.contains("own 1:02 of 5"))
    #expect(wide.contains("group 1:02 of 20"))
  }

  @Test func `a round is told beside the queue`() throws {
    var table = try SessionFixture.live()
    try table.ask(.people(.arrive(PersonID(1), nil)), by: .moderator)
    try table.ask(.floor(.round(.table, seconds: 30)), by: .moderator)
    #expect(console(table).text.contains("tour de table, 0:30 each"))
  }

  @Test func `a wide header tells the time of the host, of UTC and of the terminal`() throws {
    var table = try SessionFixture.live()
    let slot = try #require(table.session.plan.slot)
    try table.happen(
      .plan(
        .changed(
          field: .slot(to: Slot(start: slot.start, end: slot.end, zone: "CET", offsetMinutes: 60))))
    )
    func header(_ columns: Int, local: Scene.ClockZone?) -> String {
      let terminal = console(table, columns: columns, rows: 50)
      var scene = terminal.scene
      scene.local = local
      let text = drawing(of: terminal.screens.draw(in: scene))
      return String(text.prefix { $0 != "\n" })
    }
    let tokyo = Scene.ClockZone(name: "JST", offsetMinutes: 540)
    #expect(header(160, local: tokyo).contains("17:42 CET   16:42 UTC   01:42 JST"))
    let host = Scene.ClockZone(name: "CET", offsetMinutes: 60)
    #expect(header(160, local: host).contains("17:42 CET   16:42 UTC   48 min left"))
    #expect(header(120, local: tokyo).contains("17:42 CET   16:42 UTC   01:42 JST"))
    #expect(header(110, local: tokyo).contains("17:42 CET   48 min left"))
  }

  @Test func `giving the floor takes the first out of the queue`() throws {
    var console = console(try .busy())
    console.press(.enter)
    expectScreen(
      console,
      """
       ● LIVE  WS #204  Stakeholder Roles for Due Dil…   16:49   41 left   5:00 early

       Question 1   7:10 of 30                 ██▉·········  next: Next steps

       HAS THE FLOOR                                │ QUESTION 1
       مشارك ٤                         0:00 of 1:00 │ Global instruments, national
       IGO · African · ◉ room     ················· │ contexts
                                                    │ ✓CSO ✓Gov ✓IGO ·Private ·Tech
       QUEUE 3  in order of request         waiting │
       1 参加者 3        ?  ◉ CSO · Asia-Pac   3:20 │ POLL  open 1:10 · anonymous
       2 Participant 6   ←  ◌ Tech · East Eur  2:20 │ Who should carry due diligence
       3 Participant 5      ◉ CSO · GRULAC     2:20 │ first?
         not yet heard: IGO, Private, Tech          │ A Companies   ██████████████  5
                                                    │ B States      █████▋········  2
                                                    │ C All jointly █████▋········  2
                                                    │ 9 of 59 here        p closes it

       Enter give floor  Space hand up  e end  n next  p close poll  z undo  ? help
      """)
  }

  @Test func `Tab shows the run of show where there is no room for it else`() throws {
    var console = console(try .busy())
    console.press(.tab)
    expectScreen(
      console,
      """
       ● LIVE  WS #204  Stakeholder Roles for Due Dil…   16:49   41 left   5:00 early

       Question 1   7:10 of 30                 ██▉·········  next: Next steps

       HAS THE FLOOR                                │ RUN OF SHOW        plan    real
       Participant 1                   1:42 of 3:00 │ ✓ Opening              5   5:00
       Gov · WEOG · ◉ room        █████████▋······· │ ✓ Framing             12   7:00
                                                    │ ▶ Question 1          30   7:10
       QUEUE 4  in order of request         waiting │ · Next steps          13
       1 مشارك ٤         !  ◉ IGO · African    3:00 │
       2 参加者 3        ?  ◉ CSO · Asia-Pac   3:20 │
       3 Participant 6   ←  ◌ Tech · East Eur  2:20 │
       4 Participant 5      ◉ CSO · GRULAC     2:20 │
         not yet heard: IGO, Private, Tech          │
                                                    │ ends 17:25:00 as things go
                                                    │ planned 17:30

       Enter start segment  Space hand up  e end  n next  p close poll  ? help
      """)
  }

  // MARK: The first row

  @Test(
    arguments: [
      (SessionFixture.planned, "PLANNED"), (SessionFixture.live, "● LIVE"),
      (SessionFixture.closed, "CLOSED"),
    ] as [(@Sendable () throws -> SessionFixture, String)])
  func `the first row says how far the session is`(
    _ table: @Sendable () throws -> SessionFixture, word: String
  ) throws {
    #expect(head(try table()).hasPrefix(" \(word)  WS #204"))
  }

  @Test(arguments: [(0, "5:00 early"), (300, "on time"), (450, "▲ 2:30 late")])
  func `the first row says how its time goes`(_ seconds: Int, words: String) throws {
    var table = try SessionFixture.live()
    if seconds > 0 {
      try table.ask(.agenda(.extend(SegmentID(4), seconds: seconds)), by: .moderator)
    }
    #expect(head(table).hasSuffix(words))
  }

  @Test func `after its slot the session is over time`() throws {
    var table = try SessionFixture.live()
    table.wait(3600)
    #expect(head(table).contains("12:00 over"))
  }

  private func head(_ table: SessionFixture) -> String {
    let text = console(table, columns: 120, rows: 36).text
    return String(text.prefix { $0 != "\n" })
  }

  // MARK: The turn

  @Test(
    arguments: [
      (42, "0:42 of 3:00"), (150, "2:30 · 0:30 left"), (180, "3:00 · 0:00 left"),
      (251, "4:11 · over by 1:11"),
    ])
  func `a turn says in words how its time stands`(_ seconds: Int, words: String) throws {
    #expect(console(try speaking(for: seconds)).text.contains(words))
  }

  @Test func `a clock that stands says so`() throws {
    var table = try speaking(for: 60)
    try table.ask(.floor(.pause), by: .moderator)
    table.wait(300)
    #expect(console(table).text.contains("1:00 · clock stopped"))
  }

  @Test func `nobody on the floor says what Enter does`() throws {
    var table = try SessionFixture.live()
    #expect(console(table).text.contains("Enter gives it to somebody on the roll"))
    try table.raise(6, request: 1)
    #expect(console(table).text.contains("Enter gives it to Participant 6"))
  }

  @Test func `an hour on the floor leaves the name in sight`() throws {
    #expect(
      console(try speaking(for: 3700), columns: 120, rows: 36).text.contains("Participant 1"))
  }

  // MARK: Who was not heard

  @Test func `groups without a word are named`() throws {
    #expect(console(try .busy(), rows: 24).text.contains("not yet heard: IGO, Private, Tech"))
  }

  @Test func `before anybody spoke nobody is missed`() throws {
    #expect(!console(try .live(), rows: 24).text.contains("not yet heard"))
  }

  // MARK: Poll and attendance

  @Test func `a poll counts against who is here`() throws {
    #expect(console(try .busy(), rows: 24).text.contains("9 of 59 here"))
  }

  @Test func `a poll counts alone where heads were not counted`() throws {
    var table = try SessionFixture.live()
    try table.pollWithBallots()
    #expect(console(table, rows: 24).text.contains("9 ballots"))
  }

  @Test(
    arguments: [
      ([.moderator: 1], ""),
      ([.moderator: 1, .stage: 1], "at the table: stage"),
      ([.moderator: 2, .ballot: 3], "at the table: moderator, 3 ballots"),
    ] as [([Seat: Int], String)])
  func `who else sits at the table is told`(_ attendance: [Seat: Int], words: String) throws {
    var scene = console(try .live()).scene
    scene.attendance = attendance
    #expect(scene.attendanceText == words)
  }

  @Test func `a session without a plan can be drawn at every size`() {
    for size in everySize {
      let canvas = console(SessionFixture(), columns: size.columns, rows: size.rows).drawn
      expectWhole(canvas)
    }
  }
}
