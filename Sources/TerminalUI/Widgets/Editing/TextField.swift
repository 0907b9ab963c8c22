/// One line to type into.
///
/// A text wider than its place scrolls by half of it, so that the caret stands still while it can.
/// Enter, Tab, Up, Down and Esc are left to whoever holds the field.
public struct TextField: Sendable {
  public private(set) var buffer: TextBuffer
  /// What would complete the text, shown behind it; Right, End and ^E at the end take it.
  public var ghost = ""

  public init(_ text: String = "") {
    buffer = TextBuffer(text, isOneLine: true)
  }

  /// The text; setting it is one step to undo.
  public var text: String {
    get { buffer.text }
    set { buffer.setText(newValue) }
  }

  public var isEmpty: Bool { buffer.isEmpty }

  /// Edits, or moves; `false` when the key means nothing in a line of text.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    let isEnd = buffer.caret.offset == characters.count && buffer.selection == nil
    if isEnd, !ghost.isEmpty, key == .right || key == .end || key == .control("e") {
      takeGhost()
      return true
    }
    let before = text
    guard buffer.handle(key) else { return false }
    if text != before { ghost = "" }
    return true
  }

  /// Takes pasted text in one step; line ends become spaces.
  public mutating func paste(_ text: String) {
    ghost = ""
    buffer.insert(text)
  }

  /// Makes the ghost part of the text; `false` when there is none.
  @discardableResult
  public mutating func takeGhost() -> Bool {
    guard !ghost.isEmpty else { return false }
    buffer.move(.textEnd)
    buffer.insert(ghost)
    ghost = ""
    return true
  }

  /// Puts the caret where a click fell; `rect` and `prompt` are those it was drawn with.
  public mutating func click(_ point: Point, in rect: Rect, prompt: String = "") {
    let area = place(in: rect, prompt: prompt)
    var column = area.column - scroll(in: area.columns)
    var offset = 0
    for character in characters {
      column += TextWidth.columns(of: character)
      guard column <= point.column else { break }
      offset += 1
    }
    buffer.place(caret: TextPosition(line: 0, offset: offset))
  }

  var characters: [Character] { buffer.lines[0].characters }
}

// MARK: Drawing

extension TextField {
  /// Draws it into the first row of a rectangle, the prompt before it.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, prompt: String = "",
    placeholder: String = "", hasFocus: Bool = true
  ) {
    let row = rect.line(0)
    guard !row.isEmpty else { return }
    canvas.fill(row, style: look["input"])
    canvas.write(
      prompt, at: Point(column: row.column, row: row.row), style: look["input.prompt"], clip: row)
    let area = place(in: row, prompt: prompt)
    let scroll = scroll(in: area.columns)
    var column = area.column - scroll
    if isEmpty, !placeholder.isEmpty, ghost.isEmpty {
      canvas.write(
        placeholder, in: area, style: look["input.ghost"], ellipsis: look.glyphs.ellipsis)
    }
    column = write(on: &canvas, in: area, from: column, look: look)
    let end = column
    if !ghost.isEmpty, end < area.endColumn {
      canvas.write(
        ghost, at: Point(column: end, row: area.row), style: look["input.ghost"], clip: area)
    }
    drawEdges(on: &canvas, in: area, isCutLeft: scroll > 0, isCutRight: end > area.endColumn, look)
    guard hasFocus else { return }
    let caret = area.column + caretColumn - scroll
    canvas.cursor = Point(column: min(caret, row.endColumn - 1), row: row.row)
    canvas.isCursorVisible = true
  }

  private func place(in rect: Rect, prompt: String) -> Rect {
    let columns = TextWidth.columns(of: prompt)
    // A prompt that leaves no room to type gives way.
    return rect.line(0).split(left: columns < rect.columns ? columns : 0).rest
  }

  private var caretColumn: Int {
    characters[..<buffer.caret.offset].reduce(0) { $0 + TextWidth.columns(of: $1) }
  }

  /// How many columns of the text are left of its place.
  private func scroll(in columns: Int) -> Int {
    let margin = columns >= 5 ? 1 : 0
    let beyond = caretColumn - (columns - 1 - margin)
    guard beyond > 0 else { return 0 }
    let step = max(1, columns / 2)
    return (beyond + step - 1) / step * step
  }

  /// Writes the text, the selected part in its own style; returns the column behind it.
  private func write(
    on canvas: inout Canvas, in area: Rect, from start: Int, look: Look
  ) -> Int {
    let selected = buffer.selection.map { $0.lowerBound.offset..<$0.upperBound.offset }
    return canvas.write(
      characters[...], at: Point(column: start, row: area.row), style: look["input"],
      marked: selected ?? 0..<0, markedStyle: look["input.selection"], clip: area)
  }

  private func drawEdges(
    on canvas: inout Canvas, in area: Rect, isCutLeft: Bool, isCutRight: Bool, _ look: Look
  ) {
    guard area.columns >= 5 else { return }
    let style = look["input.ghost"]
    if isCutLeft {
      canvas.write(
        look.glyphs.ellipsis, at: Point(column: area.column, row: area.row), style: style)
    }
    if isCutRight {
      canvas.write(
        look.glyphs.ellipsis, at: Point(column: area.endColumn - 1, row: area.row), style: style)
    }
  }
}

extension Canvas {
  /// Writes characters, those in `marked` in another style; returns the column behind the last.
  ///
  /// What lies right of the clip is measured, not drawn.
  mutating func write(
    _ characters: ArraySlice<Character>, at point: Point, style: Style, marked: Range<Int>,
    markedStyle: Style, clip: Rect
  ) -> Int {
    var column = point.column
    var run = ""
    var runColumn = column
    var isRunMarked = false
    func flush(_ canvas: inout Canvas) {
      guard !run.isEmpty else { return }
      canvas.write(
        run, at: Point(column: runColumn, row: point.row),
        style: isRunMarked ? markedStyle : style, clip: clip)
      run = ""
    }
    for index in characters.indices {
      let character = characters[index]
      let end = column + TextWidth.columns(of: character)
      if end > clip.column, column < clip.endColumn {
        if marked.contains(index) != isRunMarked || run.isEmpty {
          flush(&self)
          isRunMarked = marked.contains(index)
          runColumn = column
        }
        run.append(character)
      }
      column = end
    }
    flush(&self)
    return column
  }
}
