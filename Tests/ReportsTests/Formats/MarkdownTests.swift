import Reports
import Testing

struct MarkdownTests {
  private func text(_ blocks: Document.Block..., tellingSources: Bool = false) -> String {
    let document = Document(title: "T", sections: [Document.Section("S", blocks)])
    let text = Markdown(tellingSources: tellingSources).text(of: document)
    return String(text.dropFirst("# T\n\n## S\n\n".count))
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

  @Test func `an item ends with who said it`() {
    let item = Document.Item("Trust pays", speaker: "Ana Neves", source: "n1")
    #expect(text(.list([item])) == "- Trust pays *(Ana Neves)*\n")
  }

  @Test func `on wish an item ends with who said it and its source`() {
    let items = [
      Document.Item("Trust pays", speaker: "Ana Neves, Nowhere Ltd", source: "n1"),
      Document.Item("Trust lasts", source: "n2"), Document.Item("Trust"),
    ]
    #expect(
      text(.list(items), tellingSources: true) == """
        - Trust pays *(Ana Neves, Nowhere Ltd; n1)*
        - Trust lasts *(n2)*
        - Trust

        """)
  }

  @Test func `on wish a row of a table ends with its source`() {
    let table = Document.Table([.text("Choice")], rows: [["Yes"]], sources: ["v1"])
    #expect(
      text(.table(table), tellingSources: true) == """
        | Choice | Id |
        | --- | --- |
        | Yes | v1 |

        """)
  }

  @Test func `a chart stands in lines of a fixed-width face`() {
    let bars = [
      Document.Chart.Bar("Room", 90, of: 90, figure: "1:30"),
      Document.Chart.Bar("Online", 1, of: 90, figure: "0:01"),
    ]
    #expect(
      text(.chart(Document.Chart("Time", .bars(bars)))) == """
        **Time**

        ```text
        Room    ██████████████████████████████  1:30
        Online  █                               0:01
        ```

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
