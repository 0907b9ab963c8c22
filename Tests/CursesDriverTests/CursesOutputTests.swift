import Glibc
import TerminalUI
import Testing

@testable import CursesDriver

/// Curses draws into memory, so these need no terminal; each test starts it anew.
@MainActor
@Suite(.serialized)
struct CursesOutputTests {
  let size = Size(columns: 40, rows: 8)
  var output: CursesOutput

  init() throws {
    _ = try #require(setlocale(LC_ALL, "C.UTF-8"))
    output = try CursesOutput(
      entry: "xterm-256color", capabilities: Capabilities(), size: Size(columns: 40, rows: 8))
  }

  @Test mutating func `the first frame clears the screen`() {
    #expect(show(canvas("hello")).contains("\u{1B}[H\u{1B}[2J"))
  }

  @Test mutating func `the same canvas again sends nothing`() {
    _ = show(canvas("hello"))
    #expect(show(canvas("hello"), after: canvas("hello")) == "")
  }

  @Test mutating func `only what differs is sent`() {
    _ = show(canvas("hello there"))
    let bytes = show(canvas("hello where"), after: canvas("hello there"))
    #expect(bytes.contains("w"))
    #expect(!bytes.contains("hello"))
    #expect(!bytes.contains("\u{1B}[2J"))
  }

  @Test mutating func `a list that scrolls moves no rows of the terminal`() {
    let old = canvas("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta")
    let new = canvas("gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota")
    _ = show(old)
    let bytes = show(new, after: old)
    for final in ["r", "S", "T", "L", "M"] {
      #expect(!bytes.contains("\u{1B}[2\(final)"))
    }
    #expect(bytes.contains("epsilon"))
  }

  @Test mutating func `after a character in doubt the cursor is placed anew`() {
    // The fifth column holds what the fourth row would, were the sign as wide as some think.
    #expect(show(canvas("abकि|")).contains("\u{1B}[1;5H|"))
  }

  @Test mutating func `a row in doubt is drawn from nothing when it changes`() {
    let old = canvas("abकि|")
    _ = show(old)
    #expect(show(canvas("abक |"), after: old).contains("abक |"))
  }

  @Test mutating func `what the C library has no width for is replaced`() {
    // An emoji of Unicode 16, which no library here knows yet.
    var new = Canvas(size: size)
    new.set(Point(column: 0, row: 0), to: "\u{1FAE9}", width: 2, style: .plain)
    #expect(show(new).contains("[]"))
  }

  @Test mutating func `the cursor stands where the canvas says`() {
    var new = canvas("hello")
    new.cursor = Point(column: 30, row: 4)
    #expect(show(new, cursor: new.cursor).contains("\u{1B}[5;31H"))
  }

  @Test mutating func `a canvas too large is cut`() {
    var new = Canvas(size: Size(columns: 60, rows: 20))
    new.write(
      String(repeating: "漢", count: 30), at: Point(column: 1, row: 0), style: .plain)
    let bytes = show(new)
    // From column 1 on, nineteen fit; half of one more does not.
    #expect(bytes.count { $0 == "漢" } == 19)
  }

  @Test mutating func `without colours none are sent`() throws {
    output = try CursesOutput(
      entry: "xterm-256color", capabilities: Capabilities(depth: .none), size: size)
    var new = Canvas(size: size)
    new.write("red", at: Point(column: 0, row: 0), style: Style(foreground: .index(1)))
    #expect(!show(new).contains("\u{1B}[31m"))
  }

  @Test mutating func `in ASCII nothing else is sent`() throws {
    output = try CursesOutput(
      entry: "xterm-256color", capabilities: Capabilities(isASCII: true), size: size)
    let bytes = show(canvas("naïve 漢字 —"))
    #expect(bytes.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(bytes.contains("naive [][] -"))
  }

  private func canvas(_ lines: String...) -> Canvas {
    var canvas = Canvas(size: size)
    for (row, line) in lines.enumerated() {
      canvas.write(line, at: Point(column: 0, row: row), style: .plain)
    }
    return canvas
  }

  private mutating func show(
    _ canvas: Canvas, after old: Canvas? = nil, cursor: Point? = nil
  ) -> String {
    output.draw(canvas, after: old, size: size)
    return String(
      decoding: output.finish(cursor: cursor, isSeen: true), as: UTF8.self)
  }
}
