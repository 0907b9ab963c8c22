import Reports
import Testing

struct HTMLPageTests {
  /// What stands between the heading of the only section and its end.
  private func html(_ blocks: Document.Block..., tellingSources: Bool = false) throws -> String {
    let document = Document(title: "T", sections: [Document.Section("S", blocks)])
    let page = HTMLPage(tellingSources: tellingSources).text(of: document)
    let heading = "<h2 id=\"s1\" dir=\"auto\">S</h2>\n"
    let start = try #require(page.ranges(of: heading).first?.upperBound)
    let end = try #require(page.ranges(of: "</section>").first?.lowerBound)
    return String(page[start..<end])
  }

  @Test(
    arguments: [
      ("a <b> & \"c\"", "a &lt;b&gt; &amp; &quot;c&quot;"), ("it's", "it&#39;s"),
      ("a\u{1B}[31mred\u{7}", "a[31mred"), ("two\nlines", "two<br>\nlines"),
      (
        "see https://example.org/?a=1&b=2.",
        "see <a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>."
      ),
      ("javascript:alert(1)", "javascript:alert(1)"),
      (
        "https://a\"onmouseover=x",
        "<a href=\"https://a&quot;onmouseover=x\">https://a&quot;onmouseover=x</a>"
      ),
    ])
  func `what a text says is not taken for markup`(text: String, expected: String) throws {
    #expect(try html(.paragraph(text)) == "<p dir=\"auto\">\(expected)</p>\n")
  }

  @Test func `a title is no markup either`() {
    let page = HTMLPage().text(of: Document(title: "</title><script>"))
    #expect(!page.contains("<script"))
  }

  @Test func `what nobody wrote down looks so`() throws {
    #expect(
      try html(.facts([Document.Fact("Room", nil)]))
        == "<dl>\n<dt>Room</dt><dd dir=\"auto\" class=\"none\">not recorded</dd>\n</dl>\n")
  }

  @Test func `a statement carries its entry for programs`() throws {
    let item = Document.Item("Trust pays", speaker: "Ana Neves", source: "n1")
    #expect(
      try html(.list([item])) == """
        <ul>
        <li dir="auto" data-entry="n1">Trust pays <span class="who">Ana Neves</span></li>
        </ul>

        """)
  }

  @Test func `on wish a statement shows its entry`() throws {
    let item = Document.Item("Trust pays", source: "n1")
    #expect(
      try html(.list([item]), tellingSources: true)
        .contains("Trust pays <span class=\"id\">n1</span></li>"))
  }

  @Test func `rows and columns of a table are named for whoever hears it`() throws {
    let table = Document.Table([.text("Group"), .figures("Turns")], rows: [["Government", "2"]])
    let html = try html(.table(table))
    #expect(html.contains("<th scope=\"col\">Group</th><th scope=\"col\" class=\"n\">Turns</th>"))
    #expect(html.contains("<th scope=\"row\" dir=\"auto\">Government</th>"))
    #expect(html.contains("<td dir=\"auto\" class=\"n\">2</td>"))
  }

  @Test func `a bar is as long as its share, and told in words`() throws {
    let bars = [Document.Chart.Bar("Room", 1, of: 3, figure: "0:01")]
    let html = try html(.chart(Document.Chart("Time", .bars(bars))))
    #expect(html.contains("<rect class=\"bar\" width=\"333\" height=\"10\"/>"))
    #expect(html.contains("<span class=\"label\" dir=\"auto\">Room</span>"))
    #expect(html.contains("<span class=\"figure\">0:01</span>"))
  }

  @Test func `a timeline is told in words`() throws {
    let span = Document.Chart.Timeline.Span(
      start: 500, length: 250, label: "Opening", figure: "14:00 to 14:05")
    let timeline = Document.Chart.Timeline(
      length: 1000, lanes: [.init("Segments", [span])], ticks: [.init(at: 100, label: "14:00")])
    let html = try html(.chart(Document.Chart("When", .timeline(timeline))))
    #expect(html.contains("aria-label=\"Segments: Opening 14:00 to 14:05\""))
    #expect(html.contains("x=\"500\" width=\"250\""))
    #expect(html.contains("<span style=\"left:10.0%\">14:00</span>"))
  }

  @Test func `headings go no deeper than six`() {
    var section = Document.Section("deep")
    for _ in 0..<6 { section = Document.Section("outer", sections: [section]) }
    let page = HTMLPage().text(of: Document(title: "T", sections: [section]))
    #expect(page.contains("<h6"))
    #expect(!page.contains("<h7"))
  }

  @Test(arguments: ["prefers-color-scheme: dark", "@media print", "max-width: 36rem"])
  func `the page knows the dark, paper and narrow screens`(wanted: String) {
    #expect(HTMLPage().text(of: Document(title: "T")).contains(wanted))
  }
}
