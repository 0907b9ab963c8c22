import SessionModel
import TestSupport
import Testing

struct NoteRulesTests {
  private static let note = Intent.note(.write(kind: .note, text: "Late"))
  private static let first = NoteID(1)

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
}
