import TerminalUI
import TestSupport
import Testing

struct DrawingTests {
  var canvas = Canvas(size: Size(columns: 8, rows: 3))

  @Test mutating func `a drawing has no spaces at its edges`() {
    canvas.write("中 Q1", at: Point(column: 1, row: 1), style: .plain)
    #expect(drawing(of: canvas) == "\n 中 Q1")
    expectDrawing(canvas, "\n 中 Q1   \n")
  }

  @Test mutating func `styles are letters with a legend`() {
    let live = Style(foreground: .index(203), attributes: .bold)
    canvas.write("live", at: Point(column: 0, row: 0), style: live)
    canvas.fill(
      Rect(column: 6, row: 0, columns: 2, rows: 2),
      style: Style(background: .rgb(1, 2, 3), attributes: [.underline, .reverse]))
    canvas.cursor = Point(column: 4, row: 0)
    #expect(
      golden(of: canvas) == """
        live

        aaaa..bb
        ......bb
        ........
        a 203 on terminal bold
        b terminal on 1/2/3 underline reverse

        cursor 4,0 hidden

        """)
  }

  @Test mutating func `a wrong drawing shows both`() {
    canvas.write("open", at: Point(column: 0, row: 0), style: .plain)
    withKnownIssue {
      expectDrawing(canvas, "shut")
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("+ open\n- shut") }
    }
  }
}
