import Reports
import SessionModel
import TestSupport
import Testing

struct FormTests {
  /// What is said of a form that cannot be used; `nil` where it can.
  private func problem(_ text: String) -> String? {
    do throws(FormProblem) {
      _ = try Form(parsing: text, file: "forms/mine.json")
      return nil
    } catch {
      return error.description
    }
  }

  private func form(_ section: String) throws -> Form {
    try Form(parsing: "{\"title\": \"Mine\", \"sections\": [\(section)]}", file: "mine.json")
  }

  @Test(arguments: Form.embedded.map(\.name))
  func `every form that comes along can be filled from an empty session`(name: String) throws {
    let form = try #require(try Form.embedded(named: name))
    let filled = FilledForm(form, of: Session())
    #expect(!filled.gaps.isEmpty)
    #expect(filled.document.title == "Title not recorded")
  }

  @Test func `a form is called as its file`() throws {
    #expect(try Form(parsing: "{\"title\": \"T\", \"sections\": []}", file: "a/b.json").name == "b")
  }

  @Test(
    arguments: [
      ("[]", "Line 1 of 'forms/mine.json' gives a form as a list; it is an object in braces"),
      ("{\"title\": \"T\"}", "Line 1 of 'forms/mine.json' begins a form without 'sections'"),
      (
        "{\"title\": \"T\",\n \"sections\": [{\"from\": \"polls\"}]}",
        "Line 2 of 'forms/mine.json' begins a section without 'title'"
      ),
      (
        "{\"title\": \"T\",\n \"sections\": [{\"title\": \"S\"}]}",
        "Line 2 of 'forms/mine.json' begins a section that has neither 'from' nor 'sections'"
      ),
      (
        "{\"title\": \"T\", \"sections\": [{\"title\": \"S\", \"from\": \"notes\"}]}",
        "Line 1 of 'forms/mine.json' takes from 'notes' without 'kinds'"
      ),
      (
        "{\"title\": \"T\", \"sections\": [{\"title\": \"S\", \"from\": \"polls\","
          + " \"limits\": {\"words\": 0}}]}",
        "Line 1 of 'forms/mine.json' gives 'words' as 0; it is a number above 0"
      ),
      (
        "{\"title\": \"T\", \"sections\": [{\"title\": \"S\", \"from\": \"holders\","
          + " \"roles\": [\"king\"]}]}",
        "Line 1 of 'forms/mine.json' has 'king' in 'roles'; there are organizer, speaker,"
          + " additional_speaker, moderator, online_moderator, rapporteur, chair, discussant,"
          + " facilitator, participant"
      ),
    ])
  func `a broken form says its first mistake`(text: String, sentence: String) {
    #expect(problem(text) == sentence)
  }

  @Test func `an unknown source is told with all that there are`() throws {
    let sentence = try #require(
      problem("{\"title\": \"T\", \"sections\": [{\"title\": \"S\", \"from\": \"dreams\"}]}"))
    #expect(sentence.hasPrefix("Line 1 of 'forms/mine.json' takes from 'dreams'; there are text,"))
  }

  @Test func `a section without anything in the record says so`() throws {
    let filled = FilledForm(try form("{\"title\": \"S\", \"from\": \"polls\"}"), of: Session())
    #expect(filled.document.sections == [Document.Section("S", [.paragraph("Not recorded.")])])
    #expect(filled.gaps == ["S"])
  }

  @Test func `the rapporteur's own words stand before what is found instead`() throws {
    let form = try form(
      "{\"title\": \"S\", \"from\": \"text\", \"key\": \"report\","
        + " \"else\": [{\"from\": \"notes\", \"kinds\": [\"quote\"]}]}")
    var table = try SessionFixture.live()
    try table.write(1, .quote, "Law is slow")
    #expect(
      FilledForm(form, of: table.session).document.sections.first?.blocks
        == [.list([Document.Item("Law is slow", source: "n1")])])
    try table.happen(.note(.told(section: "report", text: "One.\n\nTwo.")), by: .rapporteur)
    #expect(
      FilledForm(form, of: table.session).document.sections.first?.blocks
        == [.paragraph("One.", source: "e23"), .paragraph("Two.", source: "e23")])
  }

  @Test(
    arguments: [
      ("words", 4, true), ("words", 3, false), ("words_each", 3, true), ("words_each", 2, false),
      ("paragraphs", 2, true), ("paragraphs", 1, false), ("sentences_each", 2, true),
      ("sentences_each", 1, false),
    ])
  func `a limit is checked`(measure: String, most: Int, isKept: Bool) throws {
    var table = try SessionFixture.live()
    try table.write(1, .takeaway, "Trust pays.")
    try table.happen(.note(.edited(note: NoteID(1), text: "Trust. Pays well")), by: .rapporteur)
    try table.write(2, .takeaway, "Always")
    let form = try form(
      "{\"title\": \"S\", \"from\": \"notes\", \"kinds\": [\"takeaway\"],"
        + " \"limits\": {\"\(measure)\": \(most)}}")
    let filled = FilledForm(form, of: table.session)
    #expect(filled.checks.map(\.isKept) == [isKept])
    #expect(filled.document.sections.last?.heading == "Limits of this form")
  }

  @Test func `a limit that is not kept is a sentence`() throws {
    var table = try SessionFixture.live()
    try table.write(1, .takeaway, "Trust pays well")
    let form = try form(
      "{\"title\": \"Takeaways\", \"from\": \"notes\", \"kinds\": [\"takeaway\"],"
        + " \"limits\": {\"words\": 2}}")
    #expect(
      FilledForm(form, of: table.session).checks.map(\.sentence)
        == ["Takeaways has 3 words; the limit is 2"])
  }
}
