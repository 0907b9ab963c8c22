import SessionModel
import TestSupport
import Testing

@testable import SessionStore

/// How journals of past formats are read, shown with steps that never were.
struct UpcastTests {
  /// Format 2 calls a note's text `words`; format 1 said `text`.
  private struct TextToWords: Upcast {
    func lift(_ entry: JSONValue) -> JSONValue {
      var entry = entry
      guard let text = entry["event"]?["note"]?["written"]?["text"] else { return entry }
      entry["event"]?["note"]?["written"]?["text"] = nil
      entry["event"]?["note"]?["written"]?["words"] = text
      return entry
    }
  }

  /// Format 3 says `text` again, and louder.
  private struct WordsToText: Upcast {
    func lift(_ entry: JSONValue) -> JSONValue {
      var entry = entry
      guard case .text(let words) = entry["event"]?["note"]?["written"]?["words"] else {
        return entry
      }
      entry["event"]?["note"]?["written"]?["words"] = nil
      entry["event"]?["note"]?["written"]?["text"] = .text(words + "!")
      return entry
    }
  }

  private let formats = Formats(upcasts: [TextToWords(), WordsToText()])
  private let note = Intent.note(.write(kind: .note, text: "Hello"))

  @Test func `a journal of a past format is lifted step by step`() throws {
    let table = try DiskTable(where: [note])
    #expect(try table.desk(formats: formats).current().notes.all.map(\.text) == ["Hello!"])
  }

  @Test func `what is lifted stays on the disk as it was written`() throws {
    let table = try DiskTable(where: [note])
    let before = table.journal
    try table.desk(formats: formats).submit(note, by: .rapporteur)
    #expect(table.journal.hasPrefix(before))
  }

  @Test func `a newer program tells from which line on its format follows`() throws {
    let table = try DiskTable(where: [note])
    let desk = try table.desk(formats: formats)
    try desk.submit(note, by: .rapporteur)
    try desk.submit(note, by: .rapporteur)
    let lines = table.journal.split(separator: "\n")
    #expect(lines.map { $0.prefix(11) == "{\"format\":3" } == [false, false, true, false, false])
    #expect(
      try table.desk(formats: formats).current().notes.all.map(\.text)
        == ["Hello!", "Hello", "Hello"])
  }

  @Test func `an older program stops where the newer format begins`() throws {
    let table = try DiskTable(where: [note])
    try table.desk(formats: formats).submit(note, by: .rapporteur)
    #expect(
      table.complaint()
        == "Line 3 of the journal is of a newer roundtable; this one knows format 1")
  }

  @Test func `a checkpoint remembers which format follows`() throws {
    let table = try DiskTable(where: [note])
    try table.desk(formats: formats).writeCheckpoint()
    try table.desk().submit(note, by: .rapporteur)
    #expect(
      try table.desk(formats: formats).current().notes.all.map(\.text) == ["Hello!", "Hello!"])
  }
}
