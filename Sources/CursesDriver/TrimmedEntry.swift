import CNcurses
import Glibc
import TerminalUI

/// A terminal's description without the skills that do harm here.
enum TrimmedEntry {
  /// What it cannot be trusted with.
  ///
  /// Scrolling moves rows that curses cannot see as the terminal drew them; repeating is unknown
  /// to many who claim to be xterm; tabs stop where someone else has set them; and the palette is
  /// the user's, who may have changed it: this program never does, and so resets nothing. Setting
  /// all attributes at once names those that stay as well, in every change of look.
  private static let harmful: [StaticString] = [
    "csr", "ind", "ri", "indn", "rin", "il", "il1", "dl", "dl1", "rep", "ht", "cbt", "oc",
    "sgr",
  ]

  /// Lets `use` find the trimmed description under the entry's name, or the whole one where its
  /// file cannot be read.
  ///
  /// It gives the window's size as the terminal's own, so that curses makes its windows once; and
  /// true colour where that is wanted, whether the entry has it or not.
  static func lend<Value>(
    _ name: String, for size: Size, depth: Capabilities.ColorDepth, to use: () -> Value
  ) -> Value {
    guard let entry = file(of: name) else { return use() }
    let colored = depth == .direct ? DirectEntry.grant(entry) ?? entry : entry
    guard let trimmed = trim(colored, for: size) else { return use() }
    let before = Environment["TERMINFO"]
    // Curses reads an entry from the variable itself when it is spelled out in it.
    setenv("TERMINFO", "hex:" + hexadecimal(trimmed), 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return use()
  }

  /// Marks the harmful strings of a compiled entry as absent, as term(5) lays it out.
  ///
  /// Six short numbers, names, flags, numbers of two or four bytes, then the places of the strings.
  static func trim(_ entry: [UInt8], for size: Size) -> [UInt8]? {
    guard entry.count >= 12 else { return nil }
    func short(_ index: Int) -> Int { Int(entry[2 * index]) | Int(entry[2 * index + 1]) << 8 }
    let widths = [0o432: 2, 0o1036: 4]
    guard let width = widths[short(0)] else { return nil }
    let flagsEnd = 12 + short(1) + short(2)
    let numbers = flagsEnd + flagsEnd % 2
    let places = numbers + short(3) * width
    let count = short(4)
    guard entry.count >= places + 2 * count else { return nil }
    var trimmed = entry
    // Columns are the first number of an entry, lines the third.
    for (index, number) in [(0, size.columns), (2, size.rows)] where index < short(3) {
      for byte in 0..<width {
        trimmed[numbers + index * width + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte))
      }
    }
    for index in 0..<count {
      guard let name = curses_string_name(Int32(index)) else { break }
      if Self.name(name, is: "sgr0") {
        dropCharacterSet(&trimmed, at: places + 2 * index, places + 2 * count)
      }
      guard harmful.contains(where: { Self.name(name, is: $0) }) else { continue }
      trimmed[places + 2 * index] = 0xFF
      trimmed[places + 2 * index + 1] = 0xFF
    }
    return trimmed
  }

  private static func name(_ name: UnsafePointer<CChar>, is other: StaticString) -> Bool {
    other.utf8Start.withMemoryRebound(to: CChar.self, capacity: other.utf8CodeUnitCount + 1) {
      $0.pointee == name.pointee && strcmp($0, name) == 0
    }
  }

  /// Lets the reset of all attributes leave the character set alone: no line is drawn from another.
  private static func dropCharacterSet(_ entry: inout [UInt8], at place: Int, _ table: Int) {
    let start = table + Int(entry[place]) + Int(entry[place + 1]) << 8
    let reset = Array("\u{1B}(B\u{1B}".utf8)
    guard start + reset.count <= entry.count, Array(entry[start..<start + reset.count]) == reset
    else { return }
    let moved = start + 3 - table
    entry[place] = UInt8(moved & 0xFF)
    entry[place + 1] = UInt8(moved >> 8)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (place, byte) in bytes.enumerated() {
        text[2 * place] = digits[Int(byte >> 4)]
        text[2 * place + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// The compiled entry, from the first of the places where curses would look.
  private static func file(of name: String) -> [UInt8]? {
    guard let first = name.first, !name.contains("/") else { return nil }
    var folders = [Environment["TERMINFO"], Environment["HOME"].map { $0 + "/.terminfo" }]
    folders += (Environment["TERMINFO_DIRS"] ?? "").split(separator: ":").map(String.init)
    folders += ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    for case let folder? in folders {
      if let bytes = contents(of: "\(folder)/\(first)/\(name)") { return bytes }
    }
    return nil
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // No entry is longer.
    var bytes = [UInt8](repeating: 0, count: 32_768)
    let length = read(descriptor, &bytes, bytes.count)
    return length > 0 && length < bytes.count ? Array(bytes.prefix(length)) : nil
  }
}
