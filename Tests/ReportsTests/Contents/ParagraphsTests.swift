import Reports
import SessionModel
import TestSupport
import Testing

/// Notes of several paragraphs, in every form and format.
struct ParagraphsTests {
  private static let kinds = Note.Kind.allCases.filter { $0 != .link && $0 != .parkingLot }

  /// A note of each kind, of two paragraphs each.
  private func table() throws -> SessionFixture {
    var table = try SessionFixture.live()
    for (index, kind) in Self.kinds.enumerated() {
      try table.write(
        index + 1, kind, "First of \(kind.rawValue) ends.\n\nSecond of \(kind.rawValue) ends.")
    }
    return table
  }

  private static let forms = Form.embedded.map(\.name)

  @Test(arguments: forms)
  func `no paragraph runs on behind another one`(form: String) throws {
    let document = try filled(form, of: table().session)
    for text in [
      Markdown().text(of: document), PlainText().text(of: document), HTMLPage().text(of: document),
    ] {
      #expect(text.contains("Second of"))
      #expect(!text.contains(/First of [a-z_]+ ends\. *Second of/))
    }
  }

  @Test(arguments: forms)
  func `both paragraphs of each note are told or neither`(form: String) throws {
    let text = JSONDocument().text(of: try filled(form, of: table().session))
    for kind in Self.kinds {
      #expect(
        text.contains("First of \(kind.rawValue) ends")
          == text.contains("Second of \(kind.rawValue) ends"))
    }
  }

  @Test func `a cell keeps its line ends`() throws {
    let text = CommaSeparated().text(of: SessionTable.notes.table(of: try table().session))
    #expect(text.contains("\"First of quote ends.\n\nSecond of quote ends.\""))
  }

  @Test func `a paragraph in the rapporteur's own words tells its entry on wish`() throws {
    var table = try SessionFixture.live()
    let entry = table.session.entries + 1
    try table.happen(.note(.told(section: "report", text: "One.\nTwo.")), by: .rapporteur)
    let document = try filled("igf", of: table.session)
    #expect(Markdown(tellingSources: true).text(of: document).contains("One. *(e\(entry))*"))
    #expect(PlainText(tellingSources: true).text(of: document).contains("Two. (e\(entry))"))
    #expect(
      HTMLPage(tellingSources: true).text(of: document)
        .contains("data-entry=\"e\(entry)\">One. <span class=\"id\">e\(entry)</span>"))
    #expect(!Markdown().text(of: document).contains("e\(entry)"))
  }
}
