import Reports
import Testing

struct CommaSeparatedTests {
  private func row(_ cell: String) -> String {
    let table = Document.Table([.text("a")], rows: [[cell]])
    return String(CommaSeparated().text(of: table).dropFirst("a\n".count))
  }

  @Test(
    arguments: [
      ("plain", "plain\n"), ("a, b", "\"a, b\"\n"), ("say \"x\"", "\"say \"\"x\"\"\"\n"),
      ("two\nlines", "\"two\nlines\"\n"), (" led", "\" led\"\n"), ("a\u{1B}b", "ab\n"), ("", "\n"),
    ])
  func `a cell is quoted where it has to be`(cell: String, expected: String) {
    #expect(row(cell) == expected)
  }

  @Test(
    arguments: [
      ("=HYPERLINK(1)", "'=HYPERLINK(1)\n"), ("@cmd", "'@cmd\n"), ("+A1", "'+A1\n"),
      ("-5", "-5\n"), ("+ agreed", "+ agreed\n"), ("- 5 of them", "- 5 of them\n"),
    ])
  func `no cell is a formula`(cell: String, expected: String) {
    #expect(row(cell) == expected)
  }

  @Test func `the first row names the columns`() {
    let table = Document.Table([.text("a"), .figures("b")], rows: [["x", "1"]])
    #expect(CommaSeparated().text(of: table) == "a,b\nx,1\n")
  }
}
