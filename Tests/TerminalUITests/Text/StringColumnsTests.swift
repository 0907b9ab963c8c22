import Testing

@testable import TerminalUI

struct StringColumnsTests {
  @Test(arguments: [
    ("Ballroom A", 10, "Ballroom A"),
    ("Ballroom A", 9, "Ballroom…"),
    ("中文字", 6, "中文字"),
    ("中文字", 5, "中文…"),
    ("中文字", 4, "中…"),
    ("Zoë Çelik", 5, "Zoë …"),
    ("👩‍👩‍👧 family", 4, "👩‍👩‍👧 …"),
    ("abc", 1, "a"),
    ("abc", 0, ""),
    ("abc", -1, ""),
    ("中", 1, ""),
  ])
  func `a line is clipped between graphemes`(_ line: String, columns: Int, clipped: String) {
    #expect(line.clipped(to: columns) == clipped)
  }

  @Test func `the ellipsis can be ASCII`() {
    #expect("Ballroom A".clipped(to: 6, ellipsis: "~") == "Ballr~")
  }

  @Test func `a mark on the last column goes with its letter`() {
    #expect("caf\("e\u{301}")".head(columns: 4) == "cafe\u{301}")
    #expect("caf\("e\u{301}")".head(columns: 3) == "caf")
  }

  @Test(arguments: [
    ("How do policy makers connect", 12, ["How do", "policy", "makers", "connect"]),
    ("How do policy makers connect", 13, ["How do policy", "makers", "connect"]),
    ("one  two", 5, ["one", "two"]),
    ("one two ", 7, ["one two"]),
    ("", 5, [""]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("a\r\nb", 5, ["a", "b"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
    ("so incomprehensible", 8, ["so", "incompre", "hensible"]),
    ("multi-stakeholder", 12, ["multi-", "stakeholder"]),
    ("minus -3 degrees", 7, ["minus", "-3", "degrees"]),
    ("日本語の文章", 5, ["日本", "語の", "文章"]),
    ("見 hello 日本語", 8, ["見 hello", "日本語"]),
    ("中文", 1, ["中", "文"]),
    ("ab", 0, ["a", "b"]),
    ("    x", 3, ["", "x"]),
  ])
  func `a text wraps by width`(_ text: String, columns: Int, lines: [String]) {
    #expect(text.wrapped(to: columns).map(String.init) == lines)
  }

  @Test func `a long paragraph wraps in time that grows with its length`() {
    let text = String(repeating: "word ", count: 100_000)
    let lines = text.wrapped(to: 79)
    #expect(lines.count == 6_250)
  }

  @Test func `ASCII wraps byte by byte as any text wraps`() {
    let signs = Array("ab -1 .")
    // Every text of up to five of them.
    for length in 0...5 {
      for number in 0..<(0..<length).reduce(1, { count, _ in count * signs.count }) {
        var rest = number
        let text = String(
          (0..<length).map { _ in
            defer { rest /= signs.count }
            return signs[rest % signs.count]
          })
        for columns in 1...5 {
          let plain = text[...].wrappedASCII(to: columns)
          guard plain != text[...].wrappedLine(to: columns) else { continue }
          Issue.record("'\(text)' in \(columns) columns: \(plain ?? [])")
        }
      }
    }
  }
}
