import TerminalUI
import Testing

struct CanvasTextTests {
  var canvas = Canvas(size: Size(columns: 10, rows: 2))

  func row(_ index: Int = 0) -> String {
    (0..<canvas.size.columns).map { canvas[Point(column: $0, row: index)].text }.joined()
  }

  @Test mutating func `a line is written where it is told`() {
    #expect(canvas.write("abc", at: Point(column: 2, row: 1), style: .plain) == 3)
    #expect(row(1) == "  abc     ")
    #expect(row(0) == "          ")
  }

  @Test mutating func `a line ends at the edge`() {
    #expect(canvas.write("abcdef", at: Point(column: 7, row: 0), style: .plain) == 3)
    #expect(row() == "       abc")
  }

  @Test mutating func `a line can begin left of its clip`() {
    let clip = Rect(column: 1, row: 0, columns: 3, rows: 1)
    #expect(canvas.write("abcdef", at: Point(column: -1, row: 0), style: .plain, clip: clip) == 5)
    #expect(row() == " cde      ")
  }

  @Test mutating func `a row outside is left out`() {
    #expect(canvas.write("abc", at: Point(column: 0, row: 2), style: .plain) == 0)
    #expect(canvas == Canvas(size: Size(columns: 10, rows: 2)))
  }

  @Test(arguments: [(8, "        中"), (9, "         ·")])
  mutating func `a wide character at the edge is whole or a space`(_ column: Int, _ want: String) {
    canvas.write("中", at: Point(column: column, row: 0), style: .plain)
    #expect(row() == want.replacing("·", with: " "))
  }

  @Test mutating func `the left half of a wide character is never cut off alone`() {
    let clip = Rect(column: 1, row: 0, columns: 4, rows: 1)
    canvas.write("中文", at: Point(column: 0, row: 0), style: .plain, clip: clip)
    #expect(row() == "  文      ")
  }

  @Test mutating func `ASCII over half a wide character leaves a space`() {
    canvas.write("中文字", at: Point(column: 0, row: 0), style: .plain)
    canvas.write("ab", at: Point(column: 1, row: 0), style: .plain)
    #expect(row() == " ab 字    ")
  }

  @Test mutating func `filling over half a wide character leaves spaces`() {
    canvas.write("中文", at: Point(column: 0, row: 0), style: .plain)
    canvas.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: .plain)
    #expect(row() == "          ")
    #expect(canvas.cells.allSatisfy { $0.width == 1 })
  }

  @Test(arguments: [
    (Alignment.left, "·Zoë 中···"), (.right, "···Zoë 中·"), (.center, "··Zoë 中··"),
  ])
  mutating func `a line stands left, right or in the middle`(_ align: Alignment, _ want: String) {
    let rect = Rect(column: 1, row: 0, columns: 8, rows: 1)
    #expect(canvas.write("Zoë 中", in: rect, style: .plain, align: align) == 6)
    #expect(row() == want.replacing("·", with: " "))
  }

  @Test mutating func `a line too long for its rectangle ends in an ellipsis`() {
    let rect = Rect(column: 1, row: 0, columns: 6, rows: 1)
    #expect(canvas.write("stakeholder", in: rect, style: .plain, align: .right) == 6)
    #expect(row() == " stake…   ")
  }

  @Test mutating func `runs stand beside each other in their styles`() {
    let bold = Style(attributes: .bold)
    let used = canvas.write(
      [Span("Q1 ", bold), Span("open", .plain)], in: canvas.bounds, align: .right)
    #expect(used == 7)
    #expect(row() == "   Q1 open")
    #expect(canvas[Point(column: 4, row: 0)].style == bold)
    #expect(canvas[Point(column: 6, row: 0)].style == .plain)
  }

  @Test(arguments: [
    (["policy ", "question"], "policy qu…"),
    (["policy que", "stion"], "policy qu…"),
    (["policy qu", "estion"], "policy qu…"),
    (["policy", " que"], "policy que"),
    (["a", "b", ""], "ab        "),
  ])
  mutating func `runs too long together end in one ellipsis`(_ runs: [String], want: String) {
    canvas.write(runs.map { Span($0, .plain) }, in: canvas.bounds)
    #expect(row() == want)
  }
}
