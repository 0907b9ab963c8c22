import TerminalUI
import TestSupport
import Testing

struct FormDialogTests {
  let form = FormDialog(
    "New session", note: "Nothing is written until you confirm",
    fields: [
      .init("title", "Title", isRequired: true), .init("room", "Room", hint: "Ballroom A"),
      .init("layout", "Layout", choices: ["round table", "theatre"]),
    ])

  func shown(_ form: FormDialog, columns: Int = 44, rows: Int = 12) -> Canvas {
    drawn(columns, rows) { canvas, rect in form.draw(on: &canvas, in: rect, look: look) }
  }

  func typed(_ keys: [Key]) -> FormDialog {
    var form = form
    for key in keys { _ = form.handle(key) }
    return form
  }

  @Test func `fields stand below one another`() {
    let canvas = shown(form)
    expectDrawing(
      canvas,
      """
      ────────────────────────────────────────────
        New session

        Nothing is written until you confirm

        Title
        Room    Ballroom A
        Layout  round table


      ────────────────────────────────────────────
      """)
    #expect(canvas.cursor == Point(column: 10, row: 5))
  }

  @Test func `typing goes into the field with the focus`() {
    let form = typed(keys("HRDD") + [.tab] + keys("B2") + [.down, .right])
    #expect(form.values == ["title": "HRDD", "room": "B2", "layout": "theatre"])
    expectDrawing(
      shown(form, rows: 9),
      """
      ────────────────────────────────────────────
        New session

        Title   HRDD
        Room    B2
        Layout  ← theatre →


      ────────────────────────────────────────────
      """)
  }

  @Test func `Enter hands the values in`() {
    var form = typed(keys(" HRDD "))
    #expect(form.handle(.enter) == .done(["title": "HRDD", "room": "", "layout": "round table"]))
  }

  @Test func `a required field that is empty is asked for`() {
    let form = typed([.tab, .enter])
    #expect(form.focus == 0)
    #expect(form.problem == "'Title' is empty")
    #expect(drawing(of: shown(form)).contains("! 'Title' is empty"))
  }

  @Test func `the next key takes the problem away`() {
    #expect(typed([.enter, "x"]).problem == nil)
  }

  @Test func `Esc leaves`() {
    var form = form
    #expect(form.handle(.escape) == .cancelled)
  }

  @Test func `pasted text is one line`() {
    var form = form
    form.paste("two\nlines")
    #expect(form.values["title"] == "two lines")
  }

  @Test func `a click moves the focus`() {
    var form = form
    let target = shown(form).target(at: Point(column: 20, row: 6))?.name
    #expect(form.click(target ?? "") == .waiting)
    #expect(form.focus == 1)
  }

  @Test func `Tab takes a ghost before it moves on`() {
    var form = typed(keys("HR"))
    form.setGhost("DD")
    _ = form.handle(.tab)
    #expect(form.values["title"] == "HRDD")
    #expect(form.focus == 0)
  }

  @Test(arguments: tortureCorpus)
  func `any text keeps the right border in place`(_ text: String) {
    let form = FormDialog(
      text, note: text, fields: [.init("a", text, text: text), .init("b", text, choices: [text])])
    expectBorderStandsAroundFocus { canvas, rect in
      form.draw(on: &canvas, in: rect, look: look)
    }
  }

  // MARK: Paragraphs

  private func paragraphs(_ keys: [Key] = []) -> FormDialog {
    var form = FormDialog(
      "Note",
      fields: [.init("words", "Words", paragraphs: "One\nTwo", rows: 3), .init("topic", "Topic")])
    form.settle(in: Size(columns: 44, rows: 12))
    for key in keys { _ = form.handle(key) }
    return form
  }

  @Test func `paragraphs stand in several rows`() {
    expectDrawing(
      shown(paragraphs(), rows: 11),
      """
      ────────────────────────────────────────────
        Note

        Words  One
               Two

        Topic


      ────────────────────────────────────────────
      """)
  }

  @Test func `Alt-Enter begins a paragraph`() {
    let form = paragraphs([Key(.enter, .alt), "x"])
    #expect(form.values["words"] == "One\nTwo\nx")
  }

  @Test func `Up goes through the paragraphs before it leaves them`() {
    #expect(paragraphs([.up]).focus == 0)
    #expect(paragraphs([.up, .up, .up]).focus == 1)
    #expect(paragraphs([.down]).focus == 1)
  }
}
