import TerminalUI
import TestSupport
import Testing

struct TextFieldTests {
  func shown(
    of field: TextField, columns: Int = 12, prompt: String = "", placeholder: String = ""
  ) -> Canvas {
    drawn(columns, 1) { canvas, rect in
      field.draw(on: &canvas, in: rect, look: look, prompt: prompt, placeholder: placeholder)
    }
  }

  @Test func `the cursor is behind the text`() {
    let canvas = shown(of: TextField("René"), prompt: "› ")
    #expect(drawing(of: canvas) == "› René")
    #expect(canvas.cursor == Point(column: 6, row: 0))
    #expect(canvas.isCursorVisible)
  }

  @Test func `an empty field shows what belongs there`() {
    let canvas = shown(of: TextField(), placeholder: "a name")
    #expect(drawing(of: canvas) == "a name")
    #expect(canvas.cursor == Point(column: 0, row: 0))
  }

  @Test func `a field without focus leaves the cursor alone`() {
    let canvas = drawn(10, 1) { canvas, rect in
      TextField("a").draw(on: &canvas, in: rect, look: look, hasFocus: false)
    }
    #expect(canvas.cursor == nil)
  }

  @Test func `a long text scrolls by half its place`() {
    let field = TextField("abcdefghijklmnopqrst")
    #expect(drawing(of: shown(of: field)) == "…nopqrst")
    #expect(shown(of: field).cursor == Point(column: 8, row: 0))
  }

  @Test func `a scrolled text stands still while the caret moves in it`() {
    var field = TextField("abcdefghijklmnopqrst")
    for _ in 0..<3 { field.handle(.left) }
    #expect(drawing(of: shown(of: field)) == "…nopqrst")
    #expect(shown(of: field).cursor == Point(column: 5, row: 0))
  }

  @Test func `a text that goes on is marked at both ends`() {
    var field = TextField("abcdefghijklmnopqrstuvwxyz")
    for _ in 0..<10 { field.handle(.left) }
    #expect(drawing(of: shown(of: field)) == "…hijklmnopq…")
  }

  @Test func `wide characters scroll by their width`() {
    let field = TextField("中文字符很宽很宽")
    let canvas = shown(of: field)
    #expect(drawing(of: canvas) == "… 很宽很宽")
    #expect(canvas.cursor == Point(column: 10, row: 0))
  }

  @Test func `the selected part looks selected`() {
    var field = TextField("abc")
    field.handle(Key(.left, .shift))
    let canvas = shown(of: field)
    #expect(canvas.style(2, 0) == look["input.selection"])
    #expect(canvas.style(1, 0) == look["input"])
  }

  @Test func `a ghost stands behind the text`() {
    var field = TextField("poll o")
    field.ghost = "pen"
    let canvas = shown(of: field)
    #expect(drawing(of: canvas) == "poll open")
    #expect(canvas.cursor == Point(column: 6, row: 0))
  }

  @Test(arguments: [Key.right, .end, .control("e")])
  func `at the end a motion takes the ghost`(_ key: Key) {
    var field = TextField("poll o")
    field.ghost = "pen"
    let isHandled = field.handle(key)
    #expect(isHandled)
    #expect(field.text == "poll open")
    #expect(field.ghost.isEmpty)
  }

  @Test func `typing sends the ghost away`() {
    var field = TextField("poll o")
    field.ghost = "pen"
    field.handle("x")
    #expect(field.text == "poll ox")
    #expect(field.ghost.isEmpty)
  }

  @Test func `pasted lines become one line in one step`() {
    var field = TextField("a ")
    field.paste("b\nc")
    #expect(field.text == "a b c")
    field.handle(.control("_"))
    #expect(field.text == "a ")
  }

  @Test func `a click puts the caret there`() {
    var field = TextField("a中文b")
    field.click(Point(column: 5, row: 0), in: Rect(Size(columns: 12, rows: 1)), prompt: "› ")
    field.handle("x")
    #expect(field.text == "a中x文b")
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    for columns in [1, 2, 5, 20] {
      expectBorderStands(around: Size(columns: columns, rows: 1)) { canvas, rect in
        TextField(text).draw(on: &canvas, in: rect, look: look, prompt: ": ")
      }
    }
  }

  @Test(arguments: 0...6)
  func `the cursor stays inside however narrow the field is`(_ columns: Int) {
    let canvas = shown(of: TextField("a text longer than that"), columns: columns, prompt: ": ")
    #expect(canvas.cursor.map { canvas.bounds.contains($0) } ?? (columns == 0))
  }
}
