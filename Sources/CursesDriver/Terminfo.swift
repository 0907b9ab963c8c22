import CNcurses
import TerminalUI

/// The few sequences written past curses, as the description of the terminal in use spells them.
@MainActor
enum Terminfo {
  /// Moves the cursor.
  static func place(row: Int32, column: Int32) -> [UInt8] {
    bytes(of: curses_string_with("cup", row, column))
  }

  /// Changes from any look to another; colours are the terminal's numbers, -1 for its own.
  static func look(
    _ attributes: Attributes, foreground: Int32, background: Int32
  ) -> [UInt8] {
    var names = ["sgr0"]
    if attributes.contains(.bold) { names.append("bold") }
    if attributes.contains(.dim) { names.append("dim") }
    if attributes.contains(.italic) { names.append("sitm") }
    if attributes.contains(.underline) { names.append("smul") }
    if attributes.contains(.reverse) { names.append("rev") }
    var look = names.flatMap { bytes(of: curses_string($0)) }
    if foreground >= 0 { look += bytes(of: curses_string_with("setaf", foreground, 0)) }
    if background >= 0 { look += bytes(of: curses_string_with("setab", background, 0)) }
    return look
  }

  /// Whether standing out is the same as being turned inside out, and ends without ending more.
  ///
  /// Curses leaves reverse video by resetting everything, colours too; standing out by `rmso`.
  static var standsOutInReverse: Bool {
    let reverse = bytes(of: curses_string("rev"))
    let end = bytes(of: curses_string("rmso"))
    let isKeptFromColors = tigetnum("ncv") > 0 && tigetnum("ncv") & 1 > 0
    return !reverse.isEmpty && reverse == bytes(of: curses_string("smso"))
      && end == Array("\u{1B}[27m".utf8) && !isKeptFromColors
  }

  /// Without the pauses that terminals of old asked for: `$<5>`.
  private static func bytes(of text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text else { return [] }
    var bytes = Array(String(cString: text).utf8)
    while let start = bytes.firstIndex(of: 0x24), bytes[start...].dropFirst().first == 0x3C,
      let end = bytes[start...].firstIndex(of: 0x3E)
    {
      bytes.removeSubrange(start...end)
    }
    return bytes
  }
}
