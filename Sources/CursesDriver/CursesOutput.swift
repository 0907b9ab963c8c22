import CNcurses
import Glibc
import TerminalUI

/// The curses screen, which writes into memory instead of to a terminal.
///
/// Cells go in, and out come the bytes that make the terminal show them.
@MainActor
struct CursesOutput {
  private let memory: Int32
  private let depth: Capabilities.ColorDepth
  private let isASCII: Bool
  private let colors: Int
  /// What turns a cell inside out in the fewest bytes.
  private let reverse: attr_t
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var last: (style: Style, look: (attributes: attr_t, pair: Int32))?
  private var isCursorSeen: Bool?
  /// The rows that hold characters to which terminals give different widths.
  private var steppedRows: Set<Int> = []
  /// The rows of the frame being made that must be drawn in steps.
  private var pending: [(row: Int, cells: ArraySlice<Cell>)] = []

  /// Starts curses; only one can be started in a process.
  init(entry: String, capabilities: Capabilities, size: Size) throws(TerminalFailure) {
    memory = curses_memory("screen")
    guard memory >= 0, let file = fdopen(memory, "r+") else {
      throw TerminalFailure("make room for the screen", errno: errno)
    }
    isASCII = capabilities.isASCII
    // The window's size is asked of the kernel; what a shell has exported may be long past, and
    // for the Linux console curses needs leave to fall back to a size of its own.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    HeapRoom.prepare(for: size)
    let screen = TrimmedEntry.lend(entry, for: size, depth: capabilities.depth) {
      newterm(entry, file, file)
    }
    guard screen != nil else {
      throw TerminalFailure("start the screen for terminal '\(entry)'")
    }
    // Until the first endwin, curses flushes at every move of the cursor.
    endwin()
    var depth = capabilities.depth
    if depth > .none, start_color() == ERR || use_default_colors() == ERR { depth = .none }
    self.depth = depth
    colors = Int(tigetnum("colors"))
    reverse = Terminfo.standsOutInReverse ? CURSES_STANDOUT : CURSES_REVERSE
    // Otherwise a frame is left half done when keys are waiting.
    typeahead(-1)
    leaveok(curses_stdscr(), false)
    scrollok(curses_stdscr(), false)
    // Shifting cells sideways is where terminals disagree about wide characters.
    idcok(curses_stdscr(), false)
    idlok(curses_stdscr(), false)
    resizeterm(Int32(size.rows), Int32(size.columns))
    _ = take()
  }

  mutating func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
    werase(curses_stdscr())
    curses_forget_screen()
  }

  /// Makes the next frame clear the screen and draw all of it.
  func forgetScreen() {
    curses_forget_screen()
  }

  /// Puts what differs between two canvases into cells; with no old one, everything.
  mutating func draw(_ canvas: Canvas, after old: Canvas?, size: Size) {
    let old = old?.size == canvas.size ? old : nil
    if old == nil { werase(curses_stdscr()) }
    let columns = min(canvas.size.columns, size.columns)
    for row in 0..<min(canvas.size.rows, size.rows) {
      let start = row * canvas.size.columns
      let places = start..<start + columns
      if let old, Self.isSame(places, in: canvas.cells, and: old.cells) { continue }
      draw(canvas.cells, places, after: old?.cells, row: row)
    }
  }

  /// Whether cells are alike; they hold nothing but numbers, so their bytes tell.
  private static func isSame(_ places: Range<Int>, in one: [Cell], and other: [Cell]) -> Bool {
    let stride = MemoryLayout<Cell>.stride
    return one.withUnsafeBytes { one in
      other.withUnsafeBytes { other in
        guard let one = one.baseAddress, let other = other.baseAddress else { return true }
        let start = places.lowerBound * stride
        return memcmp(one + start, other + start, places.count * stride) == 0
      }
    }
  }

  // Loops and no closures: in one, each cell would be asked on which thread it is looked at.
  private mutating func draw(
    _ cells: [Cell], _ places: Range<Int>, after old: [Cell]?, row: Int
  ) {
    var isStepped = false
    for index in places where WidthDoubt.exists(about: cells[index]) {
      isStepped = true
      break
    }
    let wasStepped =
      isStepped ? steppedRows.insert(row).inserted == false : steppedRows.remove(row) != nil
    // Curses cannot know what this terminal made of such a row; the row starts from nothing.
    if wasStepped { wredrawln(curses_stdscr(), Int32(row), 1) }
    if isStepped { pending.append((row, cells[places])) }
    let old = old ?? []
    for index in places {
      let cell = cells[index]
      if old.isEmpty ? cell == Self.blank : old[index] == cell { continue }
      guard cell.width > 0 else { continue }
      let isCut = cell.width == 2 && index == places.upperBound - 1
      put(cell, row: row, column: index - places.lowerBound, isCut: isCut)
    }
  }

  private static let blank = Cell()

  /// Puts the cursor where it belongs and gives the bytes of the frame; empty when nothing changed.
  mutating func finish(cursor: Point?, isSeen: Bool) -> [UInt8] {
    if let cursor { wmove(curses_stdscr(), Int32(cursor.row), Int32(cursor.column)) }
    wnoutrefresh(curses_stdscr())
    doupdate()
    if isCursorSeen != isSeen {
      isCursorSeen = isSeen
      // Some terminals cannot hide it; then it is seen, in the right place all the same.
      curs_set(isSeen ? 1 : 0)
    }
    return take() + steps()
  }

  /// Gives the screen back; the bytes do it.
  mutating func end() -> [UInt8] {
    isCursorSeen = nil
    endwin()
    return take()
  }

  /// Puts one cell, by what of it curses can hold.
  private mutating func put(_ cell: Cell, row: Int, column: Int, isCut: Bool) {
    let look = look(of: cell.style)
    if !isCut, !cell.hasMarks, let scalar = cell.scalar, scalar.isASCII, scalar.value >= 0x20 {
      curses_put_one(Int32(row), Int32(column), wchar_t(scalar.value), look.attributes, look.pair)
      return
    }
    // What terminals disagree about comes in the second round; here it only holds its place.
    let parts =
      WidthDoubt.exists(about: cell) ? placeholder(of: cell) : holdable(cell, isCut: isCut)
    for (offset, text) in parts.enumerated() {
      curses_put(Int32(row), Int32(column + offset), text, look.attributes, look.pair)
    }
  }

  private func placeholder(of cell: Cell) -> [[wchar_t]] {
    Array(repeating: [0x3F, 0], count: Int(cell.width))
  }

  /// The cell's text for curses, or what stands in for it where curses would see another width.
  ///
  /// Curses asks the C library for widths, which knows an older Unicode than the canvas does.
  private func holdable(_ cell: Cell, isCut: Bool) -> [[wchar_t]] {
    var text: [wchar_t] = []
    text.reserveCapacity(6)
    for scalar in cell.scalars where text.count < 5 {
      let code = wchar_t(scalar.value)
      if text.isEmpty || wcwidth(code) == 0 { text.append(code) }
    }
    if let base = text.first, !isCut, !isASCII || base < 0x7F, wcwidth(base) == cell.width {
      text.append(0)
      return [text]
    }
    let columns = isCut ? 1 : Int(cell.width)
    let plain = cell.scalar?.plain.map { String($0) } ?? "?"
    let instead = columns == 1 && isASCII ? [plain] : TextWidth.substitute(columns: columns)
    return instead.map { $0.unicodeScalars.map { wchar_t($0.value) } + [0] }
  }

  /// The bytes that draw the rows in doubt once more, a step at a time.
  private mutating func steps() -> [UInt8] {
    guard !pending.isEmpty else { return [] }
    var bytes = pending.flatMap { draw(inSteps: $0.cells, row: $0.row) }
    pending = []
    // Curses must find the cursor where it left it.
    bytes += Terminfo.place(row: getcury(curses_stdscr()), column: getcurx(curses_stdscr()))
    return bytes
  }

  /// Draws a row from left to right, placing the cursor anew after each character in doubt.
  ///
  /// So the rest of the row stands where it should, however wide the terminal drew it.
  private func draw(inSteps cells: ArraySlice<Cell>, row: Int) -> [UInt8] {
    var bytes = Terminfo.place(row: Int32(row), column: 0)
    var current: Style?
    for (column, cell) in cells.enumerated() where cell.width > 0 {
      if cell.style != current {
        current = cell.style
        bytes += Terminfo.look(
          cell.style.attributes, foreground: number(of: cell.style.foreground),
          background: number(of: cell.style.background))
      }
      let isCut = cell.width == 2 && column == cells.count - 1
      let isInDoubt = WidthDoubt.exists(about: cell)
      if isInDoubt {
        // Empty cells first: where it takes fewer of them, nothing old must show beside it.
        bytes += Array(repeating: 0x20, count: isCut ? 1 : Int(cell.width))
        bytes += Terminfo.place(row: Int32(row), column: Int32(column))
      }
      for part in holdable(cell, isCut: isCut) {
        for code in part.dropLast() {
          guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
          bytes += Array(String(scalar).utf8)
        }
      }
      let next = column + Int(cell.width)
      if isInDoubt, next < cells.count {
        bytes += Terminfo.place(row: Int32(row), column: Int32(next))
      }
    }
    return bytes + Terminfo.look([], foreground: -1, background: -1)
  }

  private mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    // Most cells look like the one before.
    if let last, last.style == style { return last.look }
    let look = looks[style] ?? newLook(of: style)
    last = (style, look)
    return look
  }

  private mutating func newLook(of style: Style) -> (attributes: attr_t, pair: Int32) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= CURSES_BOLD }
    if style.attributes.contains(.dim) { attributes |= CURSES_DIM }
    if style.attributes.contains(.italic) { attributes |= CURSES_ITALIC }
    if style.attributes.contains(.underline) { attributes |= CURSES_UNDERLINE }
    if style.attributes.contains(.reverse) { attributes |= reverse }
    var pair: Int32 = 0
    let foreground = number(of: style.foreground)
    let background = number(of: style.background)
    if foreground >= 0 || background >= 0 {
      pair = max(0, alloc_pair(foreground, background))
    }
    looks[style] = (attributes, pair)
    return (attributes, pair)
  }

  /// The terminal's number of a colour; -1 for its own, and for those it does not have.
  private func number(of color: Color) -> Int32 {
    guard depth > .none else { return -1 }
    let isDirect = colors > 256
    switch color {
    case .terminal: return -1
    case .rgb(let red, let green, let blue):
      if isDirect { return Int32(red) << 16 | Int32(green) << 8 | Int32(blue) }
      return number(of: .index(Palette.nearest(red: red, green: green, blue: blue)))
    // Where numbers are colours themselves, only the first eight are still names.
    case .index(let index) where isDirect && index >= 8: return number(of: Palette.rgb(index))
    case .index(let index) where Int(index) < min(colors, depth.rawValue): return Int32(index)
    case .index(let index): return index < 16 && colors >= 8 ? Int32(index & 7) : -1
    }
  }

  /// Takes the bytes curses has written since the last call.
  private func take() -> [UInt8] {
    let length = lseek(memory, 0, SEEK_CUR)
    guard length > 0 else { return [] }
    defer { lseek(memory, 0, SEEK_SET) }
    return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(memory, buffer.baseAddress, length, 0))
    }
  }
}
