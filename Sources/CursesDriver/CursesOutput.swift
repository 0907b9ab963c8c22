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
  private var looks: [Style: (attributes: attr_t, pair: Int32)] = [:]
  private var isCursorSeen: Bool?

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
    guard newterm(entry, file, file) != nil else {
      throw TerminalFailure("start the screen for terminal '\(entry)'")
    }
    curses_forget_skills()
    // Until the first endwin, curses flushes at every move of the cursor.
    endwin()
    var depth = capabilities.depth
    if depth > .none, start_color() == ERR || use_default_colors() == ERR { depth = .none }
    self.depth = depth
    colors = Int(tigetnum("colors"))
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
      for index in start..<(start + columns) {
        let cell = canvas.cells[index]
        if let old {
          if old.cells[index] == cell { continue }
        } else if cell == Self.blank {
          continue
        }
        guard cell.width > 0 else { continue }
        put(cell, row: row, column: index - start, isLast: index == start + columns - 1)
      }
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
    return take()
  }

  /// Gives the screen back; the bytes do it.
  mutating func end() -> [UInt8] {
    isCursorSeen = nil
    endwin()
    return take()
  }

  private mutating func put(_ cell: Cell, row: Int, column: Int, isLast: Bool) {
    let look = look(of: cell.style)
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 6) { text in
      var count = 0
      for scalar in cell.text.unicodeScalars where count < 5 {
        let code = wchar_t(scalar.value)
        guard count == 0 || wcwidth(code) == 0 else { continue }
        text[count] = code
        count += 1
      }
      // Curses believes the C library about widths, so nothing may be drawn that it sees otherwise.
      let wanted = isLast ? 1 : Int32(cell.width)
      if count == 0 || (isASCII && text[0] > 0x7E) || wcwidth(text[0]) != wanted {
        text[0] = isASCII ? 0x3F : 0xFFFD
        count = 1
        if cell.width == 2, !isLast {
          curses_put(Int32(row), Int32(column + 1), [0x20, 0], look.attributes, look.pair)
        }
      }
      text[count] = 0
      curses_put(Int32(row), Int32(column), text.baseAddress, look.attributes, look.pair)
    }
  }

  private mutating func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
    if let known = looks[style] { return known }
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= CURSES_BOLD }
    if style.attributes.contains(.dim) { attributes |= CURSES_DIM }
    if style.attributes.contains(.italic) { attributes |= CURSES_ITALIC }
    if style.attributes.contains(.underline) { attributes |= CURSES_UNDERLINE }
    if style.attributes.contains(.reverse) { attributes |= CURSES_REVERSE }
    var pair: Int32 = 0
    let foreground = number(of: style.foreground)
    let background = number(of: style.background)
    if depth > .none, foreground >= 0 || background >= 0 {
      pair = max(0, alloc_pair(foreground, background))
    }
    looks[style] = (attributes, pair)
    return (attributes, pair)
  }

  /// The terminal's number of a colour; -1 for its own, and for those it does not have.
  private func number(of color: Color) -> Int32 {
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
    return Array(unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(memory, buffer.baseAddress, length, 0))
    }
  }
}
