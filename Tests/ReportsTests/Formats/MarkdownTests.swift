import Reports
import Testing

struct MarkdownTests {
  private func text(_ blocks: Document.Block...) -> String {
    let document = Document(title: "T", sections: [Document.Section("S", blocks)])
    return String(Markdown().text(of: document).dropFirst("# T\n\n## S\n\n".count))
  }

  @Test func `sections inside sections have smaller headings`() {
    let inner = Document.Section("By channel", [.paragraph("Room first.")])
    let document = Document(
      title: "Remedy", sections: [Document.Section("Speaking time", sections: [inner])])
    #expect(
      Markdown().text(of: document) == """
        # Remedy

        ## Speaking time

        ### By channel

        Room first.

        """)
  }

  @Test func `figures stand on the right of a table`() {
    let table = Document.Table([.text("Choice"), .figures("Ballots")], rows: [["A|B", "12"]])
    #expect(
      text(.table(table)) == """
        | Choice | Ballots |
        | --- | ---: |
        | A\\|B | 12 |

        """)
  }

  @Test func `an item ends with who said it and its source`() {
    let items = [
      Document.Item("Trust pays", speaker: "Ana Neves, Nowhere Ltd", source: "n1"),
      Document.Item("Trust lasts", source: "n2"), Document.Item("Trust"),
    ]
    #expect(
      text(.list(items)) == """
        - Trust pays *(Ana Neves, Nowhere Ltd; n1)*
        - Trust lasts *(n2)*
        - Trust

        """)
  }

  @Test func `a fact that nobody wrote down says so`() {
    #expect(text(.facts([Document.Fact("Room", nil)])) == "- **Room:** not recorded\n")
  }

  @Test(
    arguments: [
      ("*not* emphasis", "\\*not\\* emphasis"), ("a <b> c", "a \\<b\\> c"),
      ("# no heading", "\\# no heading"), ("WS #204", "WS #204"), ("1. no list", "1\\. no list"),
      ("2021 was it", "2021 was it"), ("- no item", "\\- no item"),
      ("see https://example.org/a_b_c.", "see <https://example.org/a_b_c>."),
      ("AT&T ~ `x`", "AT\\&T \\~ \\`x\\`"), ("a\u{1B}[31mred\u{7}", "a\\[31mred"),
      ("two\nlines", "two\\\nlines"), ("two\r\n\r\nlines", "two\\\nlines"),
    ])
  func `what a text says is not taken for markup`(text: String, markdown: String) {
    #expect(self.text(.paragraph(text)) == markdown + "\n")
  }
}
