import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct RapporteurTests {
  private func desk(_ table: SessionFixture, _ columns: Int = 60, _ rows: Int = 16)
    -> SeatedTerminal
  {
    SeatedTerminal(
      RapporteurDesk(), at: table, seat: .rapporteur, columns: columns, rows: rows)
  }

  /// Somebody speaks, and three notes are written.
  private func noted() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.give(1)
    table.wait(102)
    try table.write(1, .takeaway, "Remedy must be in reach")
    try table.write(2, .quote, "It is a compass")
    try table.write(3, .callToAction, "Publish one focal point")
    return table
  }

  // MARK: Drawings

  @Test func `the desk shows the notes under who speaks`() throws {
    expectScreen(
      desk(try noted()),
      """
       ● LIVE  WS #2…   rapporteur   16:43   47 left   5:00 early
       NOW  Participant 1  Government · WEOG · 1:42 of 3:00
      ────────────────────────────────────────────────────────────
       OUTLINE by question  kind  speaker  topic  newest  3 notes
        “ It is a compass                           Participant 1

       2  What is the role of each …  nobody has spoken to it yet

       OUTCOMES
        → Publish one focal point                        to whom?
       still missing: question 2 · +3 more: F8
      ────────────────────────────────────────────────────────────
       · note  on question 1 · Participant 1 · 16:43:42
       › Write what is said; a sign first says what it is, see F3

       Tab kind  ↑ notes  ^O outline  ^F find  F1 help
      """)
  }

  @Test func `the rapporteur of a group calls the plenary`() throws {
    var table = try SessionFixture.live()
    let origin = BreakoutOrigin(session: "plenary", tag: "12-kx0", group: BreakoutID(2))
    try table.ask(.plan(.set(.breakout(to: origin))), by: .moderator)
    var desk = desk(table)
    desk.press(.control("b"), "h")
    #expect(desk.asked == [.breakout(.signal(.help, minutes: nil, text: nil, to: nil))])
  }

  @Test func `what groups wrote is taken into the notebook with two keys`() throws {
    var table = try SessionFixture.live()
    for number in 1...6 {
      try table.ask(.people(.arrive(PersonID(number), nil)), by: .moderator)
    }
    try table.ask(.breakout(.divide(groups: 2, size: nil, seed: 1)), by: .moderator)
    try table.ask(.breakout(.begin(seconds: 300)), by: .moderator)
    var back = BreakoutReturn(entries: 4, digest: "d")
    back.notes = [ReturnedNote(.takeaway, "Remedy first"), ReturnedNote(.quote, "A compass")]
    let tag = try #require(table.session.breakouts.tag)
    try table.ask(.breakout(.merge(BreakoutID(1), tag: tag, back)), by: .moderator)
    var desk = desk(table)
    desk.press(.control("b"), "1")
    #expect(
      desk.asked == [.note(.take(BreakoutID(1), at: 1)), .note(.take(BreakoutID(1), at: 2))])
    #expect(desk.table.session.notes.all.count == 2)
  }

  @Test func `the outline can be sorted by kind`() throws {
    var desk = desk(try noted())
    desk.press(.control("o"))
    expectScreen(
      desk,
      """
       ● LIVE  WS #2…   rapporteur   16:43   47 left   5:00 early
       NOW  Participant 1  Government · WEOG · 1:42 of 3:00
      ────────────────────────────────────────────────────────────
       OUTLINE by question  kind  speaker  topic  newest  3 notes
       TAKEAWAY
        ★ Remedy must be in reach                   Participant 1

       CALL TO ACTION
        → Publish one focal point                        to whom?
                                                                 ↓
       still missing: question 2 · +3 more: F8
      ────────────────────────────────────────────────────────────
       · note  on question 1 · Participant 1 · 16:43:42
       › Write what is said; a sign first says what it is, see F3

       Tab kind  ↑ notes  ^O outline  ^F find  F1 help
      """)
  }

  @Test func `a wide desk shows the report as it would be`() throws {
    let text = desk(try noted(), 120, 36).text
    #expect(text.contains("REPORT  live preview"))
    #expect(text.contains("1  Remedy must be in reach"))
    #expect(text.contains("question 2 · CSO, IGO, Private, Tech"))
  }

  @Test(arguments: everySize) func `it fits every size`(size: Size) throws {
    var desk = desk(try noted(), size.columns, size.rows)
    expectWhole(desk.drawn)
    desk.press(.up, .delete)
    expectWhole(desk.drawn)
  }

  @Test(arguments: tortureCorpus) func `any text keeps the columns`(text: String) throws {
    var table = try noted()
    try table.write(4, .agreement, text)
    var desk = desk(table, 120, 36)
    desk.press(.up)
    expectWhole(desk.drawn)
  }

  // MARK: Writing

  @Test func `a sign before the text says what it is`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("+Both are needed")
    #expect(desk.text.contains("+ agreement  on question 1"))
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .agreement, text: "Both are needed"))])
  }

  @Test(arguments: Note.Kind.allCases) func `every kind has its sign`(kind: Note.Kind) throws {
    var desk = desk(try SessionFixture.live())
    desk.type("\(kind.prefix.map(String.init) ?? "")words")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: kind, text: "words"))])
  }

  @Test(arguments: Note.Kind.allCases) func `every kind has its key`(kind: Note.Kind) throws {
    var desk = desk(try SessionFixture.live())
    desk.type("words")
    desk.press(.alt(kind.letter), .enter)
    #expect(desk.asked == [.note(.write(kind: kind, text: "words"))])
  }

  @Test func `a sign typed twice is written once`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("--5 percent")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .disagreement, text: "-5 percent"))])
  }

  @Test func `a quote loses its second mark`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("\"A compass\"")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .quote, text: "A compass"))])
  }

  @Test func `Tab goes from kind to kind`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("words")
    desk.press(.tab, .tab, .backTab, .enter)
    #expect(desk.asked == [.note(.write(kind: .takeaway, text: "words"))])
  }

  @Test func `no letter is a command`() throws {
    var desk = desk(try noted())
    desk.type("qnzmM:?/jkuh")
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("› qnzmM:?/jkuh"))
  }

  @Test func `a saved line is free for the next note`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("!One")
    desk.press(.enter)
    desk.type("two")
    desk.press(.enter)
    #expect(desk.asked.last == .note(.write(kind: .note, text: "two")))
  }

  @Test func `Alt-Enter begins a paragraph`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("!One")
    desk.press(Key(.enter, .alt))
    desk.type("two")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .takeaway, text: "One\ntwo"))])
    #expect(desk.text.contains(" One two "))
  }

  @Test func `pasted lines become one note of the kind that was typed`() throws {
    var desk = desk(try SessionFixture.live())
    desk.receive(.paste("> States:\npublish"))
    desk.press(.enter)
    desk.type("!")
    desk.receive(.paste("- 5 percent"))
    desk.press(.enter)
    #expect(
      desk.asked == [
        .note(.write(kind: .note, text: "> States:\npublish")),
        .note(.write(kind: .takeaway, text: "- 5 percent")),
      ])
  }

  @Test(arguments: ["- 5 percent of firms", "\\ and on"])
  func `a stroke before a sign keeps it in the text`(text: String) throws {
    var desk = desk(try SessionFixture.live())
    desk.type("\\" + text)
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .note, text: text))])
  }

  @Test func `what was refused stands in the line again`() throws {
    var desk = desk(try SessionFixture.live())
    desk.type("!Words")
    _ = desk.screens.receive(.key(.enter), in: desk.scene)
    desk.screens.told(.refused("The disk is full"), in: desk.scene)
    #expect(desk.text.contains("★ takeaway"))
    #expect(desk.text.contains("› Words"))
  }

  @Test func `an empty line saves nothing`() throws {
    var desk = desk(try SessionFixture.live())
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("Write something first"))
  }

  // MARK: Notes that are there

  @Test func `Up on an empty line goes to the newest note`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    desk.type(" by May")
    desk.press(.enter)
    #expect(
      desk.asked == [
        .note(
          .edit(
            NoteID(3), text: "Publish one focal point by May", over: "Publish one focal point"))
      ])
  }

  @Test func `Esc leaves an edited note as it was`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    desk.type("x")
    desk.press(.escape)
    #expect(desk.asked.isEmpty)
    #expect(!desk.text.contains("editing"))
  }

  @Test func `Shift with an arrow moves a note under its heading`() throws {
    var table = try noted()
    try table.write(4, .commitment, "A course for staff")
    var desk = desk(table)
    desk.press(.up, Key(.up, .shift))
    #expect(desk.asked == [.note(.place(NoteID(4), before: NoteID(3)))])
    #expect(desk.table.session.notes.ordered.map(\.id.number) == [1, 2, 4, 3])
    desk.press(Key(.up, .shift))
    #expect(desk.screens.status.message?.text == "It is the first under its heading")
    desk.press(Key(.down, .shift))
    #expect(desk.table.session.notes.ordered.map(\.id.number) == [1, 2, 3, 4])
  }

  @Test func `Delete asks before it removes`() throws {
    var desk = desk(try noted())
    desk.press(.up, .delete)
    #expect(desk.text.contains("Remove 'Publish one foc"))
    #expect(desk.asked.isEmpty)
    desk.press(.enter)
    #expect(desk.asked == [.note(.remove(NoteID(3)))])
  }

  @Test func `any other answer keeps the note`() throws {
    var desk = desk(try noted())
    desk.press(.up, .delete, .escape, .enter)
    #expect(desk.asked.isEmpty)
  }

  @Test func `a kind key sorts the note in hand`() throws {
    var desk = desk(try noted())
    desk.press(.up, .alt("m"))
    #expect(desk.asked == [.note(.sort(NoteID(3), kind: .commitment))])
  }

  @Test func `Alt with an arrow walks through notes while something is typed`() throws {
    var desk = desk(try noted())
    desk.type("half")
    desk.press(Key(.up, .alt))
    #expect(desk.text.contains("› half"))
    let selected = try #require(desk.screens.top as? RapporteurDesk).selected
    #expect(selected == NoteID(3))
  }

  @Test func `a click chooses a note`() throws {
    var desk = desk(try noted())
    try desk.click("note:2")
    try desk.click("note:2")
    #expect(desk.text.contains("editing  “ quote"))
  }

  @Test func `a note that is written elsewhere comes into sight`() throws {
    var table = try noted()
    for number in 4...20 { try table.write(number, .agreement, "Note \(number)") }
    var desk = desk(table)
    try desk.happen(
      .note(
        .written(
          note: NoteID(21), kind: .agreement, text: "The newest",
          binding: table.session.presentBinding)))
    #expect(desk.text.contains("The newest"))
  }

  // MARK: Taking back

  @Test func `Alt-z takes back what the rapporteur did`() throws {
    var desk = desk(try noted())
    desk.press(.alt("z"))
    #expect(desk.asked == [.undo])
    #expect(desk.table.session.notes[NoteID(3)] == nil)
  }

  @Test func `with nothing to take back it says so`() throws {
    var desk = desk(try SessionFixture.live())
    desk.press(.alt("z"))
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("There is nothing to take back"))
  }

  // MARK: Keys

  @Test func `the cursor stays in the line`() throws {
    var desk = desk(try noted())
    for key: Key in ["a", .tab, .backspace, .up, .delete, .escape, .control("o"), .up, .enter] {
      desk.press(key)
      #expect(desk.drawn.isCursorVisible)
      #expect(desk.drawn.cursor?.row == 13)
    }
  }

  @Test func `no hint names a letter that would be typed`() throws {
    let desk = desk(try noted())
    let keys = desk.screens.hints(in: desk.scene).flatMap(\.keys)
    #expect(keys.allSatisfy { $0.typed == nil })
  }

  @Test func `^X leaves`() throws {
    var desk = desk(try noted())
    desk.press(.control("x"))
    #expect(desk.screens.isEmpty)
  }

  // MARK: Finding

  @Test func `what is typed behind Ctrl-f leaves the notes that have it`() throws {
    var desk = desk(try noted())
    desk.press(.control("f"))
    desk.type("compass")
    #expect(desk.text.contains("FIND › compass"))
    #expect(desk.text.contains("1 note"))
    #expect(!desk.text.contains("Publish"))
  }

  @Test(arguments: ["participant publish", "member", "focal #remedy"])
  func `a note is found by its fields and by who spoke`(words: String) throws {
    var table = try noted()
    try table.happen(
      .note(.filled(note: NoteID(3), field: .addressee, text: "Member States")),
      .note(.tagged(note: NoteID(3), topics: ["remedy"])))
    var desk = desk(table)
    desk.press(.control("f"))
    desk.type(words)
    #expect(desk.text.contains("1 note"))
    #expect(desk.text.contains("Publish"))
  }

  @Test func `Esc shows all notes again`() throws {
    var desk = desk(try noted())
    desk.press(.control("f"))
    desk.type("compass")
    desk.press(.enter, .escape)
    #expect(desk.text.contains("3 notes"))
  }

  // MARK: Completing

  @Test func `Tab completes a name behind its sign`() throws {
    var desk = desk(try noted())
    desk.type("as @par")
    #expect(desk.text.contains("Tab @Participant 1"))
    desk.press(.tab)
    desk.type("said")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .note, text: "as @Participant 1 said"))])
  }

  @Test func `Tab completes a topic that is in use`() throws {
    var table = try noted()
    try table.happen(.note(.tagged(note: NoteID(1), topics: ["remedy"])), by: .rapporteur)
    var desk = desk(table)
    desk.type("Courts #r")
    desk.press(.tab, .enter)
    #expect(desk.asked == [.note(.write(kind: .note, text: "Courts #remedy"))])
  }

  // MARK: Two who write

  @Test func `who edits what another has changed sees both and decides`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    desk.type(" soon")
    try desk.happen(.note(.edited(note: NoteID(3), text: "Publish two")))
    #expect(desk.text.contains("changed meanwhile"))
    #expect(desk.text.contains("\n Publish two"))
    desk.press(.enter)
    #expect(
      desk.asked == [
        .note(.edit(NoteID(3), text: "Publish one focal point soon", over: "Publish two"))
      ])
  }

  @Test func `Esc takes what the other one wrote`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    try desk.happen(.note(.edited(note: NoteID(3), text: "Publish two")))
    desk.press(.escape)
    desk.type("!")
    desk.press(.enter)
    #expect(desk.asked == [.note(.edit(NoteID(3), text: "Publish two!", over: "Publish two"))])
  }

  @Test func `a change at the end of a long note is seen with what the keys do`() throws {
    var table = try noted()
    let words = (1...30).map { "word\($0)" }
    try table.write(4, .callToAction, words.joined(separator: " "))
    var desk = desk(table, 100, 30)
    desk.press(.up, .enter)
    try desk.happen(
      .note(.edited(note: NoteID(4), text: (words + ["AT", "LAST"]).joined(separator: " "))))
    #expect(desk.text.contains("word30 AT LAST"))
    #expect(desk.text.contains("Enter keeps yours, Esc theirs"))
  }

  @Test func `what another says of the note is shown before the second Enter replaces it`() throws {
    var desk = desk(try noted(), 80, 24)
    desk.press(.up, .right, "e", .tab)
    desk.type("States")
    try desk.happen(.note(.filled(note: NoteID(3), field: .addressee, text: "The EU")))
    #expect(desk.text.contains("Addressee now: The EU"))
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
    desk.press(.enter)
    #expect(
      desk.asked == [.note(.fill(NoteID(3), .addressee, text: "States", over: "The EU"))])
    #expect(!desk.text.contains("Addressee"))
  }

  @Test func `what another writes where nothing was typed comes in`() throws {
    var desk = desk(try noted(), 80, 24)
    desk.press(.up, .right, "e", .tab)
    desk.type("States")
    try desk.happen(.note(.edited(note: NoteID(3), text: "Publish two")))
    desk.press(.enter)
    #expect(desk.asked == [.note(.fill(NoteID(3), .addressee, text: "States", over: ""))])
    #expect(desk.table.session.notes[NoteID(3)]?.text == "Publish two")
  }

  @Test func `what a form was refused stays in it`() throws {
    var desk = desk(try noted(), 80, 24)
    desk.press(.up, .right, "e", .tab)
    desk.type("States")
    // At the other desk a moment before, and not read here yet.
    var late = desk.table
    try late.happen(.note(.filled(note: NoteID(3), field: .addressee, text: "The EU")))
    let before = desk.scene
    _ = desk.screens.receive(.key(.enter), in: before)
    desk.table = late
    desk.screens.told(.refused("Somebody has changed it"), in: desk.scene)
    desk.screens.settle(in: desk.scene)
    #expect(desk.text.contains("States"))
    #expect(desk.text.contains("Addressee now: The EU"))
  }

  @Test func `a note is split as it reads now`() throws {
    var desk = desk(try noted(), 80, 24)
    desk.press(.up, .right, "s")
    try desk.happen(.note(.edited(note: NoteID(3), text: "Publish two points")))
    #expect(desk.text.contains("this is how it reads now"))
    desk.press(.space, .enter)
    #expect(
      desk.asked == [
        .note(
          .split(
            NoteID(3), text: "Publish", rest: "two points", over: "Publish two points"))
      ])
  }

  // MARK: The line above

  @Test(arguments: [60, 80, 100, 120])
  func `the clock stays whole beside the longest names`(columns: Int) throws {
    var table = try SessionFixture.live()
    var office = PersonDetails()
    office.group = .intergovernmental
    office.region = .intergovernmental
    try table.happen(
      .people(
        .added(
          person: PersonID(31), name: "Peggy Hicks of the High Commissioner", details: office)),
      .people(
        .added(
          person: PersonID(32), name: "Lavina Ramkissoon the Second of Her Name",
          details: PersonDetails())))
    try table.give(31)
    table.wait(7)
    try table.raise(32, request: 1)
    try table.raise(2, request: 2)
    let text = desk(table, columns, 24).text
    #expect(text.contains("0:07 of 3:00"))
    #expect(text.contains("next Lavina"))
    #expect(text.contains("+1"))
  }

  // MARK: What is missing

  @Test func `F8 tells all that the line has no room for`() throws {
    var desk = desk(try noted(), 80, 24)
    #expect(desk.text.contains("more: F8"))
    desk.press(.function(8))
    #expect(desk.text.contains("n1 is based on no note"))
    #expect(desk.text.contains("n3 does not say whom it addresses"))
    #expect(desk.text.contains("Nobody was heard from: Technical Community"))
  }

  @Test func `what a form wants is told before the report was ever opened`() throws {
    var desk = desk(try noted(), 120, 36)
    desk.composer = Self.composer
    desk.press("x", .backspace)
    #expect(desk.text.contains("'Outputs'"))
    desk.press(.control("r"))
    #expect(desk.text.contains("question 2"))
  }

  // MARK: Who said it

  @Test func `the last of a long roll can be said to have said it`() throws {
    var table = try noted()
    for number in 41...100 {
      try table.happen(
        .people(
          .added(
            person: PersonID(number), name: "Guest \(number)", details: PersonDetails())))
    }
    var desk = desk(table, 80, 24)
    desk.press(.up, .right, "b", "p")
    desk.type("guest 100")
    desk.press(.enter)
    #expect(desk.asked == [.note(.bind(NoteID(3), .speaker(to: PersonID(100))))])
  }

  @Test func `the tenth link can be taken away`() throws {
    var table = try noted()
    for number in 11...20 {
      try table.write(number, .note, "Number \(number)")
      try table.happen(
        .note(
          .linked(note: NoteID(3), link: NoteLink(.basedOn, .note(NoteID(number))))))
    }
    var desk = desk(table, 80, 24)
    desk.press(.control("f"))
    desk.type("focal")
    desk.press(.enter, .up, .right, "u")
    desk.type("number 20")
    desk.press(.enter)
    #expect(
      desk.asked == [.note(.unlink(NoteID(3), NoteLink(.basedOn, .note(NoteID(20)))))])
  }

  // MARK: Off the record

  // MARK: Leaving

  @Test func `a half-written line is not left without a question`() throws {
    var desk = desk(try noted())
    desk.type("Half a thou")
    desk.press(.control("x"))
    #expect(desk.text.contains("What you write is not stored yet"))
    desk.press("n")
    #expect(desk.text.contains("Half a thou"))
    desk.press(.control("x"), "y")
    #expect(desk.screens.isEmpty)
  }

  @Test func `an edit that changed nothing is left without a question`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter, .control("x"))
    #expect(desk.screens.isEmpty)
  }

  @Test func `a half-written line is stored when the terminal goes`() throws {
    var desk = desk(try noted())
    #expect(desk.screens.lastWords(in: desk.scene) == [])
    desk.type("!Half a thou")
    #expect(
      desk.screens.lastWords(in: desk.scene)
        == [.note(.write(kind: .takeaway, text: "Half a thou"))])
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    #expect(desk.screens.lastWords(in: desk.scene) == [])
  }

  @Test func `an edit of what somebody else has changed is stored beside it`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    desk.type("!")
    let edits = desk.screens.lastWords(in: desk.scene)
    guard case .note(.edit(let note, let text, _)) = edits.first else {
      Issue.record("no edit but \(edits)")
      return
    }
    try desk.happen(.note(.edited(note: note, text: "Theirs")))
    let kind = try #require(desk.table.session.notes[note]).kind
    #expect(desk.screens.lastWords(in: desk.scene) == [.note(.write(kind: kind, text: text))])
  }

  // MARK: Signs that are words

  @Test(
    arguments: [
      ("-5 % growth", .note, "-5 % growth"), ("$100 million", .note, "$100 million"),
      ("!3 groups agree", .takeaway, "3 groups agree"),
      ("- 5 of them say no", .disagreement, "5 of them say no"),
      ("[inaudible] he left", .note, "[inaudible] he left"),
      ("[the secretariat writes", .actionItem, "the secretariat writes"),
      ("\"It is a compass\"", .quote, "It is a compass"),
      ("\"We agree\" said one, \"at last\"", .quote, "\"We agree\" said one, \"at last\""),
      ("+agreed", .agreement, "agreed"),
    ] as [(String, Note.Kind, String)])
  func `a sign that belongs to the words stays there`(
    typed: String, kind: Note.Kind, text: String
  ) throws {
    var desk = desk(try noted())
    desk.type(typed)
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: kind, text: text))])
  }

  // MARK: Off the record

  @Test func `an edit in hand goes on after a stretch off the record`() throws {
    var desk = desk(try noted())
    desk.press(.up, .enter)
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    desk.type(" said in confidence")
    try desk.happen(.note(.stretchEnded))
    desk.type("!")
    desk.press(.enter)
    guard case .note(.edit(_, let text, _)) = desk.asked.last else {
      Issue.record("no edit but \(desk.asked)")
      return
    }
    #expect(!text.contains("confidence"))
  }

  @Test func `a stretch that another seat begins or ends is told`() throws {
    var desk = desk(try noted())
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    #expect(desk.text.contains("From now on off the record"))
    try desk.happen(.note(.stretchEnded))
    #expect(desk.text.contains("On the record again"))
  }

  @Test func `what is written off the record stays in this terminal`() throws {
    var desk = desk(try noted())
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    desk.type("A secret")
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("A secret"))
    #expect(desk.text.contains("OFF THE RECORD"))
  }

  @Test func `what was off the record is gone when the stretch ends`() throws {
    var desk = desk(try noted())
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    desk.type("A secret")
    desk.press(.enter)
    try desk.happen(.note(.stretchEnded))
    #expect(!desk.text.contains("A secret"))
    #expect(!desk.text.contains("OFF THE RECORD"))
  }

  @Test func `what is half written off the record goes with it`() throws {
    var desk = desk(try noted())
    desk.type("Before it")
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    desk.type(" a secret")
    #expect(desk.text.contains("Before it a secret"))
    try desk.happen(.note(.stretchEnded))
    #expect(!desk.text.contains("secret"))
    #expect(desk.text.contains("Before it"))
  }

  private func secret(_ texts: String...) throws -> SeatedTerminal {
    var desk = desk(try noted())
    try desk.happen(.note(.stretchBegun(rule: .offTheRecord)))
    for text in texts {
      desk.type(text)
      desk.press(.enter)
    }
    return desk
  }

  @Test func `words off the record can be changed where they are`() throws {
    var desk = try secret("A secret", "Another")
    desk.press(.up, .up, .enter)
    desk.type(" told")
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("A secret told"))
    #expect(desk.text.contains("Another"))
  }

  @Test func `words off the record can be of another kind`() throws {
    var desk = try secret("A secret")
    desk.press(.up, .alt("o"))
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("“ A secret"))
  }

  @Test func `words off the record can be removed`() throws {
    var desk = try secret("A secret")
    desk.press(.up, .delete)
    #expect(desk.text.contains("Remove 'A secret'?"))
    desk.press(.enter)
    #expect(desk.asked.isEmpty)
    #expect(!desk.text.contains("A secret"))
  }

  @Test func `an edit of words off the record goes with the stretch`() throws {
    var desk = try secret("A secret")
    desk.press(.up, .enter)
    desk.type(" told")
    try desk.happen(.note(.stretchEnded))
    #expect(!desk.text.contains("secret"))
    desk.type("On")
    desk.press(.enter)
    #expect(desk.asked == [.note(.write(kind: .note, text: "On"))])
  }

  // MARK: Written twice

  private func twice() throws -> SeatedTerminal {
    var table = try noted()
    try table.write(4, .argument, "Remedy must be in reach for all")
    try table.happen(
      .note(.tagged(note: NoteID(4), topics: ["remedy"])), by: .rapporteur)
    var desk = desk(table, 80, 24)
    desk.press(.control("g"))
    return desk
  }

  @Test func `notes are merged only when it was seen what they become`() throws {
    var desk = try twice()
    desk.press("m")
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("Merge n4 into n1?"))
    #expect(desk.text.contains("Remedy must be in reach Remedy must be in reach for all"))
    #expect(desk.text.contains("With it go #remedy."))
    desk.press(.enter)
    #expect(desk.asked == [.note(.merge(NoteID(4), into: NoteID(1)))])
  }

  @Test func `notes can be merged the other way round`() throws {
    var desk = try twice()
    desk.press("m", "x", .enter)
    #expect(desk.asked == [.note(.merge(NoteID(1), into: NoteID(4)))])
  }

  @Test func `Esc keeps both of two alike notes`() throws {
    var desk = try twice()
    desk.press("m", .escape)
    #expect(desk.asked.isEmpty)
    #expect(desk.text.contains("Written twice?"))
  }

  // MARK: All about a note

  @Test func `a note's card tells every change, by whom and when`() throws {
    var table = try noted()
    try table.ask(.note(.fill(NoteID(3), .addressee, text: "States")), by: .rapporteur)
    try table.ask(.note(.bind(NoteID(3), .question(to: nil))), by: .moderator)
    try table.ask(.note(.tag(NoteID(3), topics: ["focal"])), by: .rapporteur)
    var desk = desk(table, 100, 30)
    desk.press(.up, .right)
    #expect(desk.text.contains("addressee: nothing (by the rapporteur's terminal)"))
    #expect(desk.text.contains("policy question: question 1 (by the moderator's terminal)"))
    #expect(desk.text.contains("topics: none (by the rapporteur's terminal)"))
  }

  @Test func `Right opens all there is to know of a note`() throws {
    var table = try noted()
    let link = NoteLink(.basedOn, .note(NoteID(2)))
    try table.happen(.note(.linked(note: NoteID(1), link: link)), by: .rapporteur)
    try table.happen(
      .note(.edited(note: NoteID(1), text: "Remedy first")), by: .rapporteur)
    var desk = desk(table, 100, 30)
    desk.press(.up, .up, .up, .right)
    #expect(desk.text.contains("based on    n2 It is a compass"))
    #expect(desk.text.contains("takeaway: Remedy must be in reach"))
  }

  @Test func `a link is made with three keys and Enter`() throws {
    var desk = desk(try noted())
    desk.press(.up, .control("l"), "6")
    desk.type("compass")
    desk.press(.enter)
    #expect(
      desk.asked == [.note(.link(NoteID(3), NoteLink(.basedOn, .note(NoteID(2)))))])
  }

  // MARK: The report

  @Test func `Ctrl-r shows what the form would say in place of the notes`() throws {
    var desk = desk(try noted())
    desk.composer = Self.composer
    desk.press(.control("r"))
    #expect(desk.text.contains("REPORT  First form"))
    #expect(desk.text.contains("•  Remedy must be in reach"))
    #expect(desk.text.contains("wants  question 2"))
  }

  @Test func `what the chosen form wants is told while the report is not read, too`() throws {
    var desk = desk(try noted(), 120, 36)
    desk.composer = Self.composer
    desk.press(.control("r"), .control("r"))
    #expect(desk.text.contains("live preview"))
    #expect(desk.text.contains("'Outputs'"))
  }

  @Test func `F5 goes from form to form`() throws {
    var desk = desk(try noted(), 120, 36)
    desk.composer = Self.composer
    desk.press(.control("r"), .function(5))
    #expect(desk.text.contains("REPORT  Second form"))
    #expect(desk.text.contains("OUTLINE"))
  }

  @Test func `the report follows a new note`() throws {
    var desk = desk(try noted())
    desk.composer = Self.composer
    desk.press(.control("r"))
    for number in 4...20 {
      try desk.happen(
        .note(
          .written(
            note: NoteID(number), kind: .takeaway, text: "Takeaway \(number)",
            binding: NoteBinding())))
    }
    #expect(desk.text.contains("•  Takeaway 20"))
  }

  /// Two forms that list the takeaways.
  private static let composer = ReportComposer {
    ["first", "second"]
  } preview: { form, session in
    ReportPreview(
      title: "\(form.prefix(1).uppercased() + form.dropFirst()) form",
      lines: [.init(.heading, "Key Takeaways")]
        + session.notes.all.filter { $0.kind == .takeaway }.map { .init(.item, $0.text) },
      gaps: ["Outputs"], overruns: [], words: 5)
  }
}
