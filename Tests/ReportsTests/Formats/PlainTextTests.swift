import Reports
import Testing

struct PlainTextTests {
  private func text(_ blocks: Document.Block...) -> String {
    let document = Document(title: "T", sections: [Document.Section("S", blocks)])
    return String(PlainText().text(of: document).dropFirst("T\n=\n\nS\n-\n\n".count))
  }

  @Test func `figures stand on the right of a table`() {
    let table = Document.Table(
      [.text("Choice"), .figures("Ballots")], rows: [["Yes", "12"], ["参加者", "3"]])
    #expect(
      text(.table(table)) == """
        Choice  Ballots
        ------  -------
        Yes          12
        参加者        3

        """)
  }

  @Test func `a table too wide for a line breaks its longest cells`() {
    let long = "Center for Studies on Freedom of Expression and Access to Information, invented"
    let table = Document.Table([.text("Name"), .text("Affiliation")], rows: [["Ana", long]])
    #expect(
      text(.table(table)) == """
        Name  Affiliation
        ----  ------------------------------------------------------------------------
        Ana   Center for Studies on Freedom of Expression and Access to Information,
              invented

        """)
  }

  @Test func `a long item goes on below its first word`() {
    let words = Array(repeating: "word", count: 18).joined(separator: " ")
    #expect(
      text(.list([Document.Item(words, speaker: "n1")])) == """
        - word word word word word word word word word word word word word word word
          word word word (n1)

        """)
  }

  @Test func `facts stand below each other`() {
    let facts = [Document.Fact("Room", "Ballroom"), Document.Fact("Number", nil)]
    #expect(
      text(.facts(facts)) == """
        Room:    Ballroom
        Number:  not recorded

        """)
  }

  @Test func `no control character reaches a terminal`() {
    #expect(text(.paragraph("a\u{1B}[31mred\u{9B}2J\u{7}")) == "a[31mred2J\n")
  }
}
