import TerminalUI
import Testing

struct TextBufferTests {
  /// The text with `|` at the caret and `[` at the other end of the selection.
  func shown(_ buffer: TextBuffer) -> String {
    var copy = buffer
    let (caret, anchor) = (buffer.caret, buffer.anchor)
    var marks = [(caret, "|")]
    if let anchor { marks.append((anchor, "[")) }
    for (place, mark) in marks.sorted(by: { $0.0 > $1.0 }) {
      copy.place(caret: place)
      copy.insert(mark)
    }
    return copy.text
  }

  func buffer(_ drawing: String) -> TextBuffer {
    let parts = drawing.split(separator: "|", omittingEmptySubsequences: false)
    let before = TextBuffer(String(parts[0]))
    var buffer = TextBuffer(parts.joined())
    buffer.place(caret: before.caret)
    return buffer
  }

  @Test(arguments: [
    ("ab|c", [Key.left], "a|bc"),
    ("abc|", [.home], "|abc"),
    ("|abc", [.control("e")], "abc|"),
    ("one two|", [Key(.left, .control)], "one |two"),
    ("one two|", [.alt("b"), .alt("b")], "|one two"),
    ("|one two", [.alt("f")], "one| two"),
    ("|one\ntwo", [Key(.right, .control), Key(.right, .control)], "one\n|two"),
    ("one\n|two", [.left], "one|\ntwo"),
    ("one|\ntwo", [.right], "one\n|two"),
    ("a|bc", [Key(.right, .shift)], "a[b|c"),
    ("ab|c", [Key(.left, .shift), Key(.left, .shift)], "|ab[c"),
    ("a|bc", [Key(.right, .shift), .left], "a|bc"),
    ("a|bc", [Key(.end, .shift)], "a[bc|"),
    ("a|b\nc", [Key(.end, [.shift, .control])], "a[b\nc|"),
    ("ab|", [.alt("a")], "[ab|"),
  ])
  func `motion keys move the caret`(_ before: String, _ keys: [Key], _ after: String) {
    var buffer = buffer(before)
    for key in keys { buffer.handle(key) }
    #expect(shown(buffer) == after)
  }

  @Test(arguments: [
    ("ab|c", [Key("x")], "abx|c"),
    ("ab|c", [.backspace], "a|c"),
    ("ab|c", [.delete], "ab|"),
    ("one\n|two", [.backspace], "one|two"),
    ("one|\ntwo", [.delete], "one|two"),
    ("one two|", [.control("w")], "one |"),
    ("one two |", [.control("w")], "one |"),
    ("one-two|", [.control("w")], "|"),
    ("one-two|", [Key(.backspace, .alt)], "one-|"),
    ("|one two", [.alt("d")], "| two"),
    ("one |two\nthree", [.control("k")], "one |\nthree"),
    ("one|\nthree", [.control("k")], "one|three"),
    ("one |two", [.control("u")], "|two"),
    ("one |two", [.control("k"), .home, .control("y")], "two|one "),
    ("a|bc", [Key(.right, .shift), "x"], "ax|c"),
    ("a|bc", [Key(.right, .shift), .backspace], "a|c"),
    ("|", [.backspace, .delete, .control("k"), .control("w")], "|"),
  ])
  func `editing keys change the text`(_ before: String, _ keys: [Key], _ after: String) {
    var buffer = buffer(before)
    for key in keys { buffer.handle(key) }
    #expect(shown(buffer) == after)
  }

  @Test(arguments: [
    "é", "e\u{301}", "👨‍👩‍👧‍👦", "🇰🇪", "👍🏽", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्षि", "한", "z\u{301}\u{302}\u{303}\u{304}\u{305}",
  ])
  func `one Backspace takes a whole grapheme`(_ grapheme: String) {
    var buffer = TextBuffer("a" + grapheme)
    buffer.handle(.backspace)
    #expect(buffer.text == "a")
  }

  @Test func `a mark that is typed joins the letter before it`() {
    var buffer = TextBuffer("e")
    buffer.handle("\u{301}")
    #expect(buffer.caret.offset == 1)
    buffer.handle(.backspace)
    #expect(buffer.isEmpty)
  }

  @Test func `what is undone after letters joined is the text as it was`() {
    var buffer = TextBuffer("🇰🇪🇫🇷")
    buffer.place(caret: .start)
    buffer.insert("🇬")
    #expect(buffer.text == "🇬🇰🇪🇫🇷")
    buffer.undo()
    #expect(buffer.text == "🇰🇪🇫🇷")
    buffer.redo()
    #expect(buffer.text == "🇬🇰🇪🇫🇷")
  }

  @Test func `typing is undone word by word`() {
    var buffer = TextBuffer()
    for key in keys("one two") { buffer.handle(key) }
    buffer.handle(.control("_"))
    #expect(shown(buffer) == "one |")
    buffer.handle(.alt("u"))
    #expect(shown(buffer) == "|")
  }

  @Test func `redo takes an undone step again`() {
    var buffer = buffer("one |two")
    buffer.handle(.control("k"))
    buffer.undo()
    #expect(shown(buffer) == "one |two")
    buffer.handle(.alt("e"))
    #expect(shown(buffer) == "one |")
  }

  @Test func `a change makes an undone step unreachable`() {
    var buffer = TextBuffer("a")
    buffer.insert("b")
    buffer.undo()
    buffer.insert("c")
    #expect(!buffer.canRedo)
    #expect(buffer.text == "ac")
  }

  @Test func `moving the caret ends a run of typing`() {
    var buffer = TextBuffer()
    for key in [Key("a"), "b", .left, "c"] { buffer.handle(key) }
    buffer.undo()
    #expect(buffer.text == "ab")
  }

  @Test func `a thousand steps are undone to the start`() {
    var buffer = TextBuffer("start")
    for step in 0..<1_000 {
      if step % 3 == 0 { buffer.insert("\n") } else { buffer.insert("step \(step)") }
    }
    var steps = 0
    while buffer.undo() { steps += 1 }
    #expect(steps == 1_000)
    #expect(buffer.text == "start")
    while buffer.redo() { steps -= 1 }
    #expect(steps == 0)
  }

  @Test func `pasted text is one step`() {
    let pasted = (0..<2_000).map { "line \($0) with words" }.joined(separator: "\n")
    var buffer = buffer("be|fore")
    buffer.insert(pasted)
    #expect(buffer.text == "be" + pasted + "fore")
    #expect(buffer.caret == TextPosition(line: 1_999, offset: "line 1999 with words".count))
    buffer.undo()
    #expect(shown(buffer) == "be|fore")
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb"), ("a\r\r\nb", "a\n\nb"),
  ])
  func `line ends of any kind are one kind`(_ pasted: String, _ kept: String) {
    #expect(TextBuffer(pasted).text == kept)
  }

  @Test func `a line of text takes line ends as spaces`() {
    var buffer = TextBuffer("a", isOneLine: true)
    buffer.insert("b\nc\r\nd")
    #expect(buffer.text == "ab c d")
  }

  @Test func `selected text can be taken out`() {
    var buffer = buffer("on|e\ntwo\nthree")
    buffer.place(caret: TextPosition(line: 2, offset: 2), selecting: true)
    #expect(buffer.selectedText == "e\ntwo\nth")
    buffer.handle(.delete)
    #expect(shown(buffer) == "on|ree")
  }

  @Test(arguments: [Key.enter, .tab, .up, .down, .escape, .function(1), .control("l"), .alt("x")])
  func `other keys are left to others`(_ key: Key) {
    var buffer = TextBuffer("abc")
    let isHandled = buffer.handle(key)
    #expect(!isHandled)
    #expect(buffer.text == "abc")
  }
}
