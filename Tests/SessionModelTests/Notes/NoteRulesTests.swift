import SessionModel
import TestSupport
import Testing

struct NoteRulesTests {
  private static let note = Intent.note(.write(kind: .note, text: "Late"))
  private static let call = Intent.note(.write(kind: .callToAction, text: "Publish"))
  private static let first = NoteID(1)
  private static let second = NoteID(2)

  /// A table with a takeaway for each text.
  private func noted(_ texts: String...) throws -> Table {
    var table = try Table.open()
    for text in texts { try table.ask(.note(.write(kind: .takeaway, text: text))) }
    return table
  }

  @Test(arguments: [
    Refused(
      .note(.write(kind: .quote, text: "\t")), .textMissing(what: "a note"), "A note needs words"),
    Refused(
      .note(.edit(.init(9), text: "x")), .noSuchNote(.init(9)), "There is no note 'n9'"),
    Refused(
      after: [note], .note(.edit(first, text: " ")), .textMissing(what: "a note"),
      "A note needs words"),
    Refused(
      after: [note], .note(.edit(first, text: "Late")), .nothingToChange("n1"),
      "Nothing about 'n1' would change"),
    Refused(
      after: [note], .note(.sort(first, kind: .note)), .nothingToChange("n1"),
      "Nothing about 'n1' would change"),
    Refused(
      after: [note], .note(.bind(first, .segment(to: .init(9)))), .noSuchSegment(.init(9)),
      "The agenda has no segment 's9'"),
    Refused(
      after: [note], .note(.bind(first, .speaker(to: nobody))), .noSuchPerson(nobody),
      "Nobody on the roll is 'p9'"),
    Refused(
      after: [note], .note(.bind(first, .question(to: .init(9)))), .noSuchQuestion(.init(9)),
      "The plan has no question 'q9'"),
    Refused(
      after: [note], .note(.bind(first, .poll(to: .init(9)))), .noSuchPoll(.init(9)),
      "There is no poll 'v9'"),
    Refused(
      after: [note], .note(.edit(first, text: "Later", over: "Early")),
      .noteChangedMeanwhile(first), "Somebody has changed note 'n1' meanwhile"),
    Refused(
      after: [note], .note(.fill(first, .addressee, text: "States")),
      .fieldNotOfKind(.addressee, .note), "A note has no addressee, only words"),
    Refused(
      after: [call], .note(.fill(first, .impact, text: "Much")),
      .fieldNotOfKind(.impact, .callToAction),
      "A call to action has no impact; it has addressee, deadline"),
    Refused(
      after: [call], .note(.fill(first, .addressee, text: " ")),
      .textMissing(what: "addressee"), "Addressee needs words"),
    Refused(
      after: [.note(.write(kind: .agreement, text: "Yes"))],
      .note(.fill(first, .aspect, text: "odd")), .noSuchAspect("odd"),
      "'odd' is no aspect; say similar or unexpected"),
    Refused(
      after: [note], .note(.link(first, NoteLink(.supports, .note(first)))), .noteIsItself(first),
      "Note 'n1' is the same note"),
    Refused(
      after: [note], .note(.link(first, NoteLink(.supports, .person(ana)))),
      .linkLeadsElsewhere(.supports),
      "A link that says 'supports' leads to a note, not to a person"),
    Refused(
      after: [note], .note(.unlink(first, NoteLink(.answers, .person(ana)))),
      .notLinked(first, .person(ana)), "Note 'n1' has no such link to 'p1'"),
    Refused(
      after: [note], .note(.merge(first, into: first)), .noteIsItself(first),
      "Note 'n1' is the same note"),
    Refused(
      after: [note], .note(.split(first, text: "La", rest: " ")),
      .textMissing(what: "each part of a note"), "Each part of a note needs words"),
    Refused(
      after: [.note(.beginStretch(.offTheRecord))], note, .offTheRecord,
      "This is off the record; nothing that is said is kept in a file"),
    Refused(
      .note(.beginStretch(.attributed)), .ruleHoldsAlready(.attributed),
      "It is on the record, attributed already"),
    Refused(
      .note(.endStretch), .noStretchRuns, "No stretch with a rule of its own is running"),
    Refused(
      .note(.tell(section: "purpose", text: "")), .textMissing(what: "a section"),
      "A section needs words"),
  ])
  func `what is refused about notes is said why`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `a note is bound to what is going on`() throws {
    var table = try Table.open()
    try table.ask(.agenda(.ask(.init(2))))
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.poll(.open(.init(1))))
    try table.ask(.note(.write(kind: .takeaway, text: "Remedy")), by: .rapporteur)
    let note = try #require(table.session.notes[Self.first])
    #expect(note.author == .rapporteur)
    #expect(
      note.binding
        == NoteBinding(segment: .init(1), speaker: ana, question: .init(2), poll: .init(1)))
  }

  @Test func `a note written before the session opens is bound to nothing`() throws {
    var table = try Table.laid()
    try table.ask(Self.note, by: .rapporteur)
    #expect(table.session.notes[Self.first]?.binding == NoteBinding())
  }

  @Test func `one tie is loosed without the others`() throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(Self.note)
    try table.ask(.note(.bind(Self.first, .speaker(to: nil))))
    #expect(table.session.notes[Self.first]?.binding == NoteBinding(segment: .init(1)))
  }

  @Test func `each sign belongs to one kind`() {
    let signs = Note.Kind.allCases.compactMap(\.prefix)
    #expect(Set(signs).count == signs.count)
    #expect(signs.count == Note.Kind.allCases.count - 1)
  }

  // MARK: What a text says in passing

  @Test(arguments: [
    ("The #privacy debate", "The privacy debate", ["privacy"]),
    ("Remedy first #remedy #access", "Remedy first", ["remedy", "access"]),
    ("WS #204 and C# stay", "WS #204 and C# stay", []), ("#remedy", "remedy", ["remedy"]),
    ("Twice #a and #a.", "Twice a and a.", ["a"]),
  ])
  func `a word behind a sign is a topic`(
    typed: String, text: String, topics: [String]
  ) throws {
    let note = try #require(try noted(typed).session.notes[Self.first])
    #expect(note.text == text)
    #expect(note.topics == topics)
  }

  @Test func `a name behind a sign is a mention`() throws {
    let name = try #require(try Table.open().session.people[ana]?.name)
    let note = try #require(
      try noted("As @\(name) said to x@example.org").session.notes[Self.first])
    #expect(note.text == "As \(name) said to x@example.org")
    #expect(note.links == [NoteLink(.mentions, .person(ana))])
  }

  // MARK: Work on the material

  @Test func `an edit over the words one has seen goes through`() throws {
    var table = try noted("Remedy")
    try table.ask(.note(.edit(Self.first, text: "Remedy now", over: "Remedy")))
    let note = try #require(table.session.notes[Self.first])
    #expect(note.text == "Remedy now")
    #expect(note.earlier.map(\.text) == ["Remedy"])
  }

  @Test func `what was linked to a merged note is linked to the one it went into`() throws {
    var table = try noted("One", "Two", "Three")
    try table.ask(.note(.link(NoteID(3), NoteLink(.supports, .note(Self.second)))))
    try table.ask(.note(.merge(Self.second, into: Self.first)))
    #expect(table.session.notes[Self.first]?.text == "One Two")
    #expect(table.session.notes[Self.second] == nil)
    #expect(
      table.session.notes[NoteID(3)]?.links == [NoteLink(.supports, .note(Self.first))])
  }

  @Test func `a merge taken back leaves everything as it was`() throws {
    var table = try noted("One", "Two", "Three")
    try table.ask(.note(.link(NoteID(3), NoteLink(.supports, .note(Self.second)))))
    let before = table.session
    try table.ask(.note(.merge(Self.second, into: Self.first)))
    try table.ask(.undo)
    #expect(table.session == before)
  }

  @Test func `a note that is split keeps its binding in both parts`() throws {
    var table = try noted("One and two")
    try table.ask(.note(.split(Self.first, text: "One", rest: "Two")))
    let parts = [Self.first, Self.second].compactMap { table.session.notes[$0] }
    #expect(parts.map(\.text) == ["One", "Two"])
    #expect(parts.first?.binding == parts.last?.binding)
  }

  @Test func `a promoted note is based on the one it came from`() throws {
    var table = try noted("Remedy #access")
    try table.ask(.note(.promote(Self.first, kind: .agreement, text: nil)))
    let note = try #require(table.session.notes[Self.second])
    #expect(note.kind == .agreement)
    #expect(note.text == "Remedy")
    #expect(note.topics == ["access"])
    #expect(note.links == [NoteLink(.basedOn, .note(Self.first))])
  }

  @Test func `links to a note that is struck are struck with it`() throws {
    var table = try noted("One", "Two")
    try table.ask(.note(.link(Self.second, NoteLink(.answers, .note(Self.first)))))
    try table.ask(.note(.remove(Self.first)))
    #expect(table.session.notes[Self.second]?.links == [])
  }

  @Test func `a note that another speaks of is not taken back`() throws {
    var table = try noted("One")
    try table.ask(.note(.write(kind: .note, text: "Two")), by: .rapporteur)
    try table.ask(.note(.link(Self.first, NoteLink(.answers, .note(Self.second)))))
    let entry = table.session.entries - 1
    #expect(
      table.refusal(of: .undo, by: .rapporteur)
        == .notTakenBack(entry, why: "'n2' is still spoken of by note n1"))
  }

  @Test func `notes stand in the order that is made by hand`() throws {
    var table = try noted("One", "Two", "Three")
    func texts() -> [String] { table.session.notes.ordered.map(\.text) }
    try table.ask(.note(.place(NoteID(3), before: Self.first)))
    #expect(texts() == ["Three", "One", "Two"])
    try table.ask(.note(.write(kind: .note, text: "Four")))
    #expect(texts() == ["Three", "One", "Two", "Four"])
    try table.ask(.note(.place(Self.first, before: nil)))
    #expect(texts() == ["Three", "Two", "Four", "One"])
    try table.ask(.note(.remove(Self.second)))
    #expect(texts() == ["Three", "Four", "One"])
    #expect(
      table.refusal(of: .note(.place(NoteID(3), before: NoteID(4)))) == .nothingToChange("n3"))
    #expect(
      table.refusal(of: .note(.place(NoteID(3), before: NoteID(3)))) == .noteIsItself(NoteID(3)))
  }

  @Test func `a note that was moved goes back to where it stood`() throws {
    var table = try noted("One", "Two", "Three")
    let before = table.session
    try table.ask(.note(.place(NoteID(3), before: Self.first)))
    try table.ask(.undo)
    #expect(table.session == before)
  }

  // MARK: Attribution

  @Test func `a note falls under the strictest rule that was said of it`() throws {
    var table = try noted("Before")
    try table.ask(.note(.beginStretch(.chathamHouse)))
    try table.ask(.note(.write(kind: .note, text: "During")))
    try table.ask(.note(.endStretch))
    try table.ask(.note(.write(kind: .note, text: "After")))
    let session = table.session
    #expect(
      session.notes.all.map(session.attribution(of:)) == [.attributed, .chathamHouse, .attributed])
  }

  @Test func `a turn falls under the rule of a stretch it reached into`() throws {
    var table = try Table.open()
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.note(.beginStretch(.chathamHouse)))
    try table.ask(.floor(.end))
    try table.ask(.note(.endStretch))
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    let session = table.session
    #expect(session.floor.turns.map(session.attribution(of:)) == [.chathamHouse, .attributed])
  }

  @Test func `no stretch is looser than what people came on`() throws {
    var table = try Table.open()
    try table.ask(.plan(.set(.attribution(to: .chathamHouse))))
    #expect(
      table.refusal(of: .note(.beginStretch(.attributed)))?.sentence
        == "People came under the Chatham House Rule; a stretch can only be stricter")
    try table.ask(.note(.beginStretch(.offTheRecord)))
    #expect(table.session.attribution == .offTheRecord)
    try table.ask(.note(.beginStretch(.chathamHouse)))
    #expect(table.session.attribution == .chathamHouse)
  }

  @Test func `what happens at the moment a stretch begins falls under it`() throws {
    var table = try Table.open()
    try table.ask(.note(.beginStretch(.offTheRecord)))
    try table.ask(.floor(.give(.person(ana), seconds: nil)))
    try table.ask(.floor(.end))
    table.wait(5)
    try table.ask(.note(.endStretch))
    let session = table.session
    #expect(session.floor.turns.map(session.attribution(of:)) == [.offTheRecord])
  }

  @Test func `a journal keeps nothing of a stretch off the record but that it was`() throws {
    var table = try Table.open()
    try table.ask(.note(.beginStretch(.offTheRecord)), by: .rapporteur)
    #expect(
      table.refusal(of: .note(.promote(Self.first, kind: .quote, text: "x")))
        == .noSuchNote(Self.first))
    #expect(table.refusal(of: Self.note, by: .rapporteur) == .offTheRecord)
    try table.ask(.note(.endStretch), by: .rapporteur)
    #expect(table.session.notes.stretches.map(\.rule) == [.offTheRecord])
  }

  @Test(arguments: [
    NoteIntent.edit(first, text: "more", over: nil), .fill(first, .evidence, text: "said now"),
    .tag(first, topics: ["now"]), .split(first, text: "a", rest: "b"),
    .tell(section: "report", text: "x"),
    .promote(first, kind: .quote, text: nil),
  ])
  func `off the record no words come into an earlier note`(_ intent: NoteIntent) throws {
    var table = try Table.open()
    try table.ask(.note(.write(kind: .argument, text: "Said before")), by: .rapporteur)
    try table.ask(.note(.beginStretch(.offTheRecord)), by: .rapporteur)
    #expect(table.refusal(of: .note(intent), by: .rapporteur) == .offTheRecord)
    #expect(table.refusal(of: .outcome(.add(text: "x")), by: .rapporteur) == .offTheRecord)
    try table.ask(.note(.endStretch), by: .rapporteur)
    #expect(table.refusal(of: .note(intent), by: .rapporteur) == nil)
  }

  @Test func `a note is split only where it still reads so`() throws {
    var table = try noted("One and two")
    #expect(
      table.refusal(of: .note(.split(Self.first, text: "One", rest: "Two", over: "Another")))
        == .noteChangedMeanwhile(Self.first))
    try table.ask(.note(.split(Self.first, text: "One", rest: "Two", over: "One and two")))
    #expect(table.session.notes.all.count == 2)
  }

  @Test func `a field is filled only where it still says so`() throws {
    var table = try Table.open()
    try table.ask(Self.call)
    try table.ask(.note(.fill(Self.first, .addressee, text: "States", over: "")))
    #expect(
      table.refusal(of: .note(.fill(Self.first, .addressee, text: "The EU", over: "")))
        == .noteChangedMeanwhile(Self.first))
  }

  @Test func `a note is not told as alike with what was made of it`() throws {
    var table = try noted("Remedy must be within reach of everybody")
    try table.ask(.note(.promote(Self.first, kind: .agreement, text: nil)))
    try table.ask(.note(.promote(Self.second, kind: .callToAction, text: nil)))
    #expect(table.session.notes.alike().isEmpty)
  }

  // MARK: Paragraphs

  @Test(arguments: [
    ("One\nTwo", "One\nTwo"), ("One \r\n\r\n\r\nTwo\u{2028}Three", "One\n\nTwo\nThree"),
    ("\nOne\n\n", "One"), ("One\n#topic", "One"),
  ])
  func `a note keeps its paragraphs`(typed: String, text: String) throws {
    #expect(try noted(typed).session.notes[Self.first]?.text == text)
  }

  @Test func `paragraphs that are merged stay paragraphs`() throws {
    var table = try noted("One\nTwo", "Three")
    try table.ask(.note(.merge(Self.second, into: Self.first)))
    #expect(table.session.notes[Self.first]?.text == "One\nTwo\nThree")
  }

  // MARK: What was changed

  private func changes(
    _ intents: NoteIntent..., by seat: Seat = .rapporteur
  ) throws -> [NoteChange.What] {
    var table = try noted("One", "Two")
    for intent in intents { try table.ask(.note(intent), by: seat) }
    let note = try #require(table.session.notes[Self.first])
    #expect(note.changes.allSatisfy { $0.by == seat })
    #expect(note.history.count == note.earlier.count + note.changes.count)
    return note.changes.map(\.what)
  }

  @Test func `a change of a field is remembered with what it said`() throws {
    #expect(
      try changes(
        .sort(Self.first, kind: .callToAction), .fill(Self.first, .addressee, text: "States"),
        .fill(Self.first, .addressee, text: nil))
        == [.field(name: .addressee, was: nil), .field(name: .addressee, was: "States")])
  }

  @Test func `a change of topics is remembered, typed or tagged`() throws {
    #expect(
      try changes(.tag(Self.first, topics: ["a"]), .edit(Self.first, text: "One #b"))
        == [.topics(was: []), .topics(was: ["a"])])
  }

  @Test func `a change of what it is bound to is remembered`() throws {
    #expect(
      try changes(.bind(Self.first, .speaker(to: ana)), .bind(Self.first, .speaker(to: nil)))
        == [.tie(was: .speaker(to: nil)), .tie(was: .speaker(to: ana))])
  }

  @Test func `a link is remembered as it comes and as it goes`() throws {
    let link = NoteLink(.supports, .note(Self.second))
    #expect(
      try changes(.link(Self.first, link), .unlink(Self.first, link))
        == [.linked(to: link), .unlinked(from: link)])
    #expect(
      try changes(.link(Self.first, link), .remove(Self.second))
        == [.linked(to: link), .unlinked(from: link)])
  }

  @Test func `what was merged into it and split off from it is remembered`() throws {
    #expect(
      try changes(
        .merge(Self.second, into: Self.first), .split(Self.first, text: "One", rest: "Two"))
        == [.merged(note: Self.second), .splitOff(rest: NoteID(3))])
  }

  @Test func `what was done to a note stands in the order in which it was done`() throws {
    var table = try noted("One")
    for (seconds, intent) in [
      (1, NoteIntent.tag(Self.first, topics: ["a"])), (2, .edit(Self.first, text: "Two")),
      (3, .tag(Self.first, topics: [])),
    ] {
      table.wait(seconds)
      try table.ask(.note(intent), by: .rapporteur)
    }
    let history = try #require(table.session.notes[Self.first]).history
    #expect(
      history.map { deed in if case .read(let version) = deed { version.text } else { nil } }
        == [nil, "One", nil])
  }
}
