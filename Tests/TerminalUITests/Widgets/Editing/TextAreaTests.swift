@testable import TerminalUI
import TestSupport
import Testing

struct TextAreaTests {
  let poem = "Remedy must be reachable for those most affected\n\nIt is a compass"

  func shown(_ area: TextArea, columns: Int = 20, rows: Int = 6) -> Canvas {
    drawn(columns, rows) { canvas, rect in area.draw(on: &canvas, in: rect, look: look) }
  }

  func area(_ text: String, columns: Int = 20, rows: Int = 6) -> TextArea {
    var area = TextArea(text)
    area.settle(Size(columns: columns, rows: rows))
    return area
  }

  @Test func `words wrap at the edge`() {
    let canvas = shown(area(poem))
    expectDrawing(
      canvas,
      """
      Remedy must be
      reachable for those
      most affected

      It is a compass
      """)
    #expect(canvas.cursor == Point(column: 15, row: 4))
    #expect(canvas.isCursorVisible)
  }

  @Test func `a word longer than a row is broken`() {
    expectDrawing(
      shown(area("a Donaudampfschifffahrtsgesellschaft b"), columns: 11),
      """
      a
      Donaudampf
      schifffahr
      tsgesellsc
      haft b
      """)
  }

  @Test func `wide characters wrap by their width`() {
    expectDrawing(shown(area("中文字符測試", columns: 8), columns: 8), "中文字\n符測試")
  }

  @Test func `spaces hang over the edge`() {
    let canvas = shown(area("abcd      ", columns: 7), columns: 7)
    expectDrawing(canvas, "abcd")
    #expect(canvas.cursor == Point(column: 6, row: 0))
  }

  @Test func `an area that was not told its size draws the same`() {
    #expect(shown(TextArea(poem)) == shown(area(poem)))
  }

  @Test(arguments: [
    ([Key.up], Point(column: 0, row: 3)), ([.up, .up], Point(column: 13, row: 2)),
    ([.home], Point(column: 0, row: 4)), ([.up, .up, .end], Point(column: 13, row: 2)),
    ([.up, .up, .up, .home], Point(column: 0, row: 1)),
    ([.up, .up, .up, .up, .end], Point(column: 14, row: 0)),
    ([.up, .up, .up, .up, .up], Point(column: 0, row: 0)),
    ([.up, .up, .down, .down], Point(column: 15, row: 4)),
    ([Key(.home, .control)], Point(column: 0, row: 0)),
    ([Key(.home, .control), Key(.right, .control)], Point(column: 6, row: 0)),
    ([Key(.home, .control), .control("e")], Point(column: 13, row: 2)),
  ])
  func `keys move the caret by what is seen`(_ keys: [Key], _ place: Point) {
    var area = area(poem)
    for key in keys { area.handle(key) }
    #expect(shown(area).cursor == place)
  }

  @Test func `Up and Down aim at the column they started from`() {
    var area = area("a long row\nb\nanother row")
    for key in [Key.up, .up] { area.handle(key) }
    #expect(shown(area).cursor == Point(column: 10, row: 0))
  }

  @Test func `Enter begins a line`() {
    var area = area("one two")
    for key in [Key(.left, .control), .enter] { area.handle(key) }
    #expect(area.text == "one \ntwo")
    expectDrawing(shown(area), "one\ntwo")
  }

  @Test func `an area scrolls to its caret`() {
    var area = area((1...9).map { "line \($0)" }.joined(separator: "\n"), rows: 3)
    expectDrawing(shown(area, rows: 3), "line 7\nline 8\nline 9")
    for _ in 0..<3 { area.handle(.up) }
    expectDrawing(shown(area, rows: 3), "line 6\nline 7\nline 8")
    area.handle(.pageUp)
    expectDrawing(shown(area, rows: 3), "line 4\nline 5\nline 6")
    area.handle(Key(.home, .control))
    expectDrawing(shown(area, rows: 3), "line 1\nline 2\nline 3")
  }

  @Test func `erased lines do not leave an empty view`() {
    var area = area((1...9).map { "line \($0)" }.joined(separator: "\n"), rows: 3)
    for _ in 0..<7 { area.handle(.backspace) }
    expectDrawing(shown(area, rows: 3), "line 6\nline 7\nline 8")
  }

  @Test func `the selected part looks selected, its line end too`() {
    var area = area("one\ntwo")
    for key in [Key(.up, .shift), Key(.left, .shift)] { area.handle(key) }
    let canvas = shown(area)
    let marked = (0..<5).map { canvas.style($0, 0) == look["input.selection"] }
    #expect(marked == [false, false, true, true, false])
    #expect(
      (0..<4).map { canvas.style($0, 1) == look["input.selection"] } == [true, true, true, false])
  }

  @Test func `a click puts the caret there`() {
    var area = area(poem)
    area.click(Point(column: 3, row: 1), in: Rect(Size(columns: 20, rows: 6)))
    area.handle("|")
    expectDrawing(shown(area, rows: 2), "Remedy must be\nrea|chable for")
  }

  @Test func `pasted text is kept byte by byte and undone at once`() {
    let pasted = String(repeating: "Documentation makes remedy possible 👩‍👩‍👧‍👦\n", count: 2_500)
    #expect(pasted.utf8.count > 100_000)
    var area = area("before ")
    area.paste(pasted)
    #expect(Array(area.text.utf8) == Array(("before " + pasted).utf8))
    area.handle(.control("_"))
    #expect(area.text == "before ")
  }

  @Test func `a change in a long paragraph wraps as if it had been written so`() {
    let words = (0..<400).map { "word\($0)" }.joined(separator: " ")
    var area = area(words, columns: 30, rows: 12)
    for _ in 0..<30 { area.handle(.up) }
    for key in keys("some new words ") + [.backspace, .alt("b"), .alt("d"), Key(.delete)] {
      area.handle(key)
    }
    var fresh = self.area(area.text, columns: 30, rows: 12)
    fresh.handle(Key(.home, .control))
    area.handle(Key(.home, .control))
    for _ in 0..<40 {
      #expect(shown(area, columns: 30, rows: 12) == shown(fresh, columns: 30, rows: 12))
      for _ in 0..<3 {
        area.handle(.down)
        fresh.handle(.down)
      }
    }
  }

  @Test func `only paragraphs that are seen are taken apart`() {
    var area = area((0..<10_000).map { "line \($0)" }.joined(separator: "\n"))
    for _ in 0..<50 { area.handle(.pageUp) }
    #expect(area.openParagraphs <= 12)
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    for size in [Size(columns: 1, rows: 1), Size(columns: 3, rows: 2), Size(columns: 20, rows: 4)] {
      var area = TextArea(text + "\n" + text + text)
      area.handle(.alt("a"))
      expectBorderStands(around: size) { canvas, rect in
        area.draw(on: &canvas, in: rect, look: look)
        #expect(canvas.cursor.map { rect.contains($0) } == true)
      }
    }
  }

  @Test(arguments: [Key.tab, .escape, .backTab, .function(1), .control("l"), Key(.up, .control)])
  func `other keys are left to the screen`(_ key: Key) {
    var area = TextArea("abc")
    let isHandled = area.handle(key)
    #expect(!isHandled)
  }
}
