import TerminalUI
import TestSupport
import Testing

struct TooSmallTests {
  let notice = TooSmall("the console", needs: Size(columns: 60, rows: 16))

  @Test func `it says what there is and what is needed`() {
    let canvas = drawn(30, 8) { canvas, _ in notice.draw(on: &canvas, look: look) }
    #expect(
      drawing(of: canvas) == """



          This terminal is 30x8; the
             console needs 60x16
        """)
  }

  @Test func `the sizes are left when the sentence does not fit`() {
    let canvas = drawn(11, 1) { canvas, _ in notice.draw(on: &canvas, look: look) }
    #expect(drawing(of: canvas) == "11x1<60x16")
  }

  @Test func `it is drawn at any size`() {
    for columns in 0...12 {
      for rows in 0...4 {
        let canvas = drawn(columns, rows) { canvas, _ in notice.draw(on: &canvas, look: look) }
        #expect(canvas.size == Size(columns: columns, rows: rows))
      }
    }
  }

  @Test(arguments: [(59, 16, true), (60, 15, true), (60, 16, false), (200, 60, false)])
  func `it applies below what is needed`(_ columns: Int, _ rows: Int, _ applies: Bool) {
    #expect(notice.applies(to: Size(columns: columns, rows: rows)) == applies)
  }
}
