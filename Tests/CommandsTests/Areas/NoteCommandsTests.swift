import Commands
import SessionModel
import Testing

struct NoteCommandsTests {
  @Test(arguments: [
    ("Remedy first", Note.Kind.note, "Remedy first"),
    ("! Remedy first ", .takeaway, "Remedy first"),
    (">Act now", .callToAction, "Act now"), ("\"Nobody asked us\"", .quote, "Nobody asked us\""),
    ("  ?Who pays", .question, "Who pays"), ("!", .takeaway, ""), ("", .note, ""),
    ("-- not agreed", .disagreement, "- not agreed"),
  ])
  func `the first character of a captured line chooses the kind`(
    line: String, kind: Note.Kind, text: String
  ) {
    #expect(NoteIntent.captured(line) == .write(kind: kind, text: text))
  }
}
