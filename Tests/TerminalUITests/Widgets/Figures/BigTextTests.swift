import Testing

@testable import TerminalUI

struct BigTextTests {
  private func drawing(_ text: String, _ columns: Int = 40, _ rows: Int = 9) throws -> String {
    let large = try #require(BigText(text, fitting: Size(columns: columns, rows: rows)))
    let canvas = drawn(columns, large.rows) { canvas, rect in
      large.draw(on: &canvas, in: rect, style: .plain)
    }
    return (0..<large.rows).map(canvas.row).joined(separator: "\n")
  }

  @Test func `letters are three rows high`() throws {
    #expect(
      try drawing("Yes?") == """
        █ █ █▀▀ ▄▀▀ ▀▀▄
         █  █▀   ▀▄  ▀
         ▀  ▀▀▀ ▀▀   ▀
        """)
  }

  @Test func `small letters, large ones, accents look the same`() throws {
    #expect(try drawing("Où") == drawing("OU"))
  }

  @Test func `a text longer than a line goes on below`() throws {
    #expect(BigText("one two three", fitting: Size(columns: 24, rows: 9))?.rows == 9)
  }

  @Test func `what does not fit is not shown so`() {
    #expect(BigText("one two three", fitting: Size(columns: 24, rows: 5)) == nil)
    #expect(BigText("unpronounceable", fitting: Size(columns: 24, rows: 9)) == nil)
  }

  @Test(arguments: ["会议", "Да", "", " "]) func `other scripts are not shown so`(text: String) {
    #expect(BigText(text, fitting: Size(columns: 80, rows: 9)) == nil)
  }
}
