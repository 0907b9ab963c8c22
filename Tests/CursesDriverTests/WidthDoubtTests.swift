import TerminalUI
import Testing

@testable import CursesDriver

struct WidthDoubtTests {
  @Test(arguments: ["👩", "⚡", "\u{93F}", "\u{17C2}", "a\u{20DD}", "त\u{947}", "\u{1F3F3}"])
  func `terminals disagree about it`(_ text: String) {
    let isWide = text == "👩" || text == "⚡"
    #expect(WidthDoubt.exists(about: Cell(text, width: isWide ? 2 : 1)))
  }

  @Test(arguments: ["a", " ", "ä", "e\u{301}", "─", "█", "●", "…", "ب", "ก", "漢"])
  func `terminals agree about it`(_ text: String) {
    #expect(!WidthDoubt.exists(about: Cell(text, width: text == "漢" ? 2 : 1)))
  }

  @Test func `the second half of a wide character is no doubt of its own`() {
    #expect(!WidthDoubt.exists(about: Cell("", width: 0)))
  }
}
