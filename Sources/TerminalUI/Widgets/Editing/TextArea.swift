/// Several lines to write in, wrapped at words.
///
/// It knows how large it was drawn last; tell it with `settle`, so that Up, Down and Page keys go by
/// the rows that are seen. Only paragraphs that are seen or edited are ever taken apart, so a key
/// costs the same in a note of a megabyte.
public struct TextArea: Sendable {
  /// A wrapped row: of which line, and which one of it.
  private struct Row: Comparable, Sendable {
    var line = 0
    var index = 0

    static func < (one: Self, other: Self) -> Bool {
      (one.line, one.index) < (other.line, other.index)
    }
  }

  public private(set) var buffer: TextBuffer
  private var size = Size(columns: 80, rows: 24)
  private var top = Row()
  /// The column that Up and Down aim at.
  private var goal: Int?
  /// The lines that were looked at last, and so are open.
  private var seen = 0..<0

  /// An area with the caret at the end of a text.
  public init(_ text: String = "") {
    buffer = TextBuffer(text)
    scroll()
  }

  /// The text, lines joined by `\n`; setting it is one step to undo.
  public var text: String {
    get { buffer.text }
    set {
      buffer.setText(newValue)
      scroll()
    }
  }

  public var isEmpty: Bool { buffer.isEmpty }

  /// Whether the caret stands before all of the text, and nothing is selected.
  var isAtStart: Bool { buffer.caret == .start && buffer.selection == nil }

  /// Whether it stands behind all of it.
  var isAtEnd: Bool { buffer.halves.behind.isEmpty && buffer.selection == nil }

  /// Edits, or moves; `false` when the key means nothing in a text: Esc, Tab and commands.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    let isSelecting = key.modifiers.contains(.shift)
    switch key.symbol {
    case .up where key.modifiers.subtracting(.shift).isEmpty: moveRows(by: -1, isSelecting)
    case .down where key.modifiers.subtracting(.shift).isEmpty: moveRows(by: 1, isSelecting)
    case .pageUp: moveRows(by: -max(1, size.rows - 1), isSelecting)
    case .pageDown: moveRows(by: max(1, size.rows - 1), isSelecting)
    case .home where key.modifiers.subtracting(.shift).isEmpty: moveInRow(toEnd: false, isSelecting)
    case .end where key.modifiers.subtracting(.shift).isEmpty: moveInRow(toEnd: true, isSelecting)
    case .enter where key.modifiers.isEmpty:
      goal = nil
      buffer.type("\n")
    default:
      guard buffer.handle(key) else { return false }
      goal = nil
    }
    scroll()
    return true
  }

  /// Puts text in place of some characters before the caret; one step to undo.
  public mutating func replaceBefore(_ count: Int, with text: String) {
    goal = nil
    buffer.replaceBefore(count, with: text)
    scroll()
  }

  /// Takes pasted text as it is, in one step.
  public mutating func paste(_ text: String) {
    goal = nil
    buffer.insert(text)
    scroll()
  }

  /// Puts the caret where a click fell; `rect` is what it was drawn in.
  public mutating func click(_ point: Point, in rect: Rect) {
    settle(rect.size)
    var row = top
    for _ in 0..<max(0, point.row - rect.row) { row = self.row(after: row) ?? row }
    buffer.place(caret: place(in: row, column: point.column - rect.column))
    goal = nil
    scroll()
  }

  /// Moves by rows as they are wrapped, as a wheel does.
  public mutating func move(rows count: Int) {
    moveRows(by: count, false)
    scroll()
  }

  /// Wraps and scrolls for the size it is drawn in.
  public mutating func settle(_ size: Size) {
    guard size != self.size else { return }
    self.size = size
    goal = nil
    top = Row(line: min(top.line, buffer.lineCount - 1), index: 0)
    scroll()
  }

  /// How many paragraphs are taken apart just now.
  var openParagraphs: Int { buffer.lines.count(where: \.isOpen) }

  // MARK: Rows

  /// One column is kept for the caret behind a full row.
  private var wrapColumns: Int { max(1, size.columns - 1) }

  private mutating func row(of place: TextPosition) -> Row {
    Row(
      line: place.line,
      index: buffer.lines[place.line].row(of: place.offset, in: wrapColumns))
  }

  private mutating func row(after row: Row) -> Row? {
    if buffer.lines[row.line].row(row.index + 1, in: wrapColumns) != nil {
      return Row(line: row.line, index: row.index + 1)
    }
    return row.line + 1 < buffer.lineCount ? Row(line: row.line + 1) : nil
  }

  private mutating func row(before row: Row) -> Row? {
    if row.index > 0 { return Row(line: row.line, index: row.index - 1) }
    guard row.line > 0 else { return nil }
    let rows = buffer.lines[row.line - 1].rows(in: wrapColumns)
    return Row(line: row.line - 1, index: rows - 1)
  }

  /// The last place of a row where the caret is still drawn in it.
  private mutating func range(of row: Row) -> ClosedRange<Int> {
    guard let range = buffer.lines[row.line].row(row.index, in: wrapColumns) else { return 0...0 }
    let isLast = buffer.lines[row.line].row(row.index + 1, in: wrapColumns) == nil
    return range.lowerBound...max(range.lowerBound, range.upperBound - (isLast ? 0 : 1))
  }

  private mutating func place(in row: Row, column: Int) -> TextPosition {
    let range = range(of: row)
    var offset = range.lowerBound
    var end = 0
    while offset < range.upperBound {
      end += TextWidth.columns(of: buffer.lines[row.line].characters[offset])
      guard end <= column else { break }
      offset += 1
    }
    return TextPosition(line: row.line, offset: offset)
  }

  private mutating func caretColumn() -> Int {
    let caret = buffer.caret
    let start = range(of: row(of: caret)).lowerBound
    return buffer.lines[caret.line].characters[start..<caret.offset]
      .reduce(0) { $0 + TextWidth.columns(of: $1) }
  }

  private mutating func moveRows(by count: Int, _ isSelecting: Bool) {
    let goal = goal ?? caretColumn()
    var row = row(of: buffer.caret)
    for _ in 0..<abs(count) {
      let next = count < 0 ? self.row(before: row) : self.row(after: row)
      guard let next else {
        // Beyond the first row is the beginning, beyond the last the end.
        buffer.move(count < 0 ? .textStart : .textEnd, selecting: isSelecting)
        self.goal = nil
        return
      }
      row = next
    }
    buffer.place(caret: place(in: row, column: goal), selecting: isSelecting)
    self.goal = goal
  }

  private mutating func moveInRow(toEnd: Bool, _ isSelecting: Bool) {
    let range = range(of: row(of: buffer.caret))
    let offset = toEnd ? range.upperBound : range.lowerBound
    buffer.place(
      caret: TextPosition(line: buffer.caret.line, offset: offset), selecting: isSelecting)
    goal = nil
  }

  // MARK: Scrolling

  /// Scrolls no further than the caret needs, and closes paragraphs that went out of sight.
  private mutating func scroll() {
    let caret = row(of: buffer.caret)
    var lowest = caret
    for _ in 1..<max(2, size.rows) {
      guard size.rows > 1, let before = row(before: lowest) else { break }
      lowest = before
    }
    top = Row(line: min(top.line, buffer.lineCount - 1), index: top.index)
    if buffer.lines[top.line].row(top.index, in: wrapColumns) == nil { top.index = 0 }
    top = min(max(top, lowest), caret)
    var last = top
    var free = size.rows - 1
    while free > 0, let next = row(after: last) {
      last = next
      free -= 1
    }
    while free > 0, let before = row(before: top) {
      top = before
      free -= 1
    }
    let visible = min(top, lowest).line..<last.line + 1
    for line in seen
    where !visible.contains(line) && line < buffer.lineCount && line != buffer.caret.line {
      buffer.lines[line].close()
    }
    seen = visible
  }
}

// MARK: Drawing

extension TextArea {
  /// Draws the rows that fit; `placeholder` stands where nothing is written yet.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, placeholder: String = "",
    hasFocus: Bool = true
  ) {
    guard !rect.isEmpty else { return }
    guard rect.size == size else {
      var settled = self
      settled.settle(rect.size)
      return settled.draw(
        on: &canvas, in: rect, look: look, placeholder: placeholder, hasFocus: hasFocus)
    }
    canvas.fill(rect, style: look["input"])
    if isEmpty {
      canvas.write(
        placeholder, in: rect, style: look["input.ghost"], ellipsis: look.glyphs.ellipsis)
    }
    var row = top
    var line = rect.row
    while line < rect.endRow, row.line < buffer.lineCount {
      let paragraph = buffer.lines[row.line]
      guard let range = paragraph.knownRow(row.index, in: wrapColumns) else {
        row = Row(line: row.line + 1)
        continue
      }
      let isLast = range.upperBound == paragraph.characters.count
      let area = Rect(column: rect.column, row: line, columns: rect.columns, rows: 1)
      draw(range, of: row.line, isLast: isLast, on: &canvas, in: area, look)
      let caret = buffer.caret
      let holdsCaret =
        caret.line == row.line && caret.offset >= range.lowerBound
        && (caret.offset < range.upperBound || (isLast && caret.offset == range.upperBound))
      if hasFocus, holdsCaret {
        let column = paragraph.characters[range.lowerBound..<caret.offset]
          .reduce(0) { $0 + TextWidth.columns(of: $1) }
        canvas.cursor = Point(
          column: min(rect.column + column, rect.endColumn - 1), row: line)
        canvas.isCursorVisible = true
      }
      line += 1
      row.index += 1
    }
  }

  private func draw(
    _ range: Range<Int>, of line: Int, isLast: Bool, on canvas: inout Canvas, in area: Rect,
    _ look: Look
  ) {
    let end = canvas.write(
      buffer.lines[line].characters[range], at: Point(column: area.column, row: area.row),
      style: look["input"], marked: selected(in: line), markedStyle: look["input.selection"],
      clip: area)
    guard isLast, let selection = buffer.selection, selection.upperBound.line > line,
      selection.lowerBound.line <= line
    else { return }
    // A selected line end is one cell wide.
    canvas.write(
      " ", at: Point(column: end, row: area.row), style: look["input.selection"], clip: area)
  }

  private func selected(in line: Int) -> Range<Int> {
    guard let selection = buffer.selection, selection.lowerBound.line <= line,
      selection.upperBound.line >= line
    else { return 0..<0 }
    let start = selection.lowerBound.line == line ? selection.lowerBound.offset : 0
    let end =
      selection.upperBound.line == line
      ? selection.upperBound.offset : buffer.lines[line].characters.count
    return start..<max(start, end)
  }
}
