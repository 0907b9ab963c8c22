/// A terminal's description with true colour added, for terminals that are known by an older name.
///
/// Few systems install the descriptions that have it; the terminals nearly all do.
enum DirectEntry {
  /// Colours are numbers of 24 bits, red first; the first eight stay the terminal's own.
  private static let foreground = color("3", "38")
  private static let background = color("4", "48")

  /// The places of what changes, as term(5) counts them.
  private enum Place {
    static let colors = 13
    static let pairs = 14
    static let setForeground = 359
    static let setBackground = 360
  }

  /// The entry with colours of 24 bits; `nil` where it is no compiled entry, knows no colours, or
  /// has those already.
  ///
  /// What it said beyond the standard's names is left out: curses needs none of it for drawing.
  static func grant(_ entry: [UInt8]) -> [UInt8]? {
    guard var parts = Parts(entry), parts.strings.count > Place.setBackground,
      parts.numbers.count > Place.pairs, (8..<1 << 24).contains(parts.numbers[Place.colors])
    else { return nil }
    parts.numbers[Place.colors] = 1 << 24
    parts.numbers[Place.pairs] = 0x7FFF
    parts.strings[Place.setForeground] = parts.texts.count
    parts.texts += Array(foreground.utf8) + [0]
    parts.strings[Place.setBackground] = parts.texts.count
    parts.texts += Array(background.utf8) + [0]
    return parts.compiled
  }

  private static func color(_ few: String, _ many: String) -> String {
    "\u{1B}[%?%p1%{8}%<%t\(few)%p1%d%e\(many);2;%p1%{65536}%/%d;"
      + "%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
  }

  /// What a compiled entry is made of, as term(5) lays it out.
  private struct Parts {
    var names: [UInt8]
    var flags: [UInt8]
    var numbers: [Int]
    /// Where each string begins in `texts`; 0xFFFF where there is none.
    var strings: [Int]
    var texts: [UInt8]

    init?(_ entry: [UInt8]) {
      guard entry.count >= 12 else { return nil }
      func short(at place: Int) -> Int { Int(entry[place]) | Int(entry[place + 1]) << 8 }
      let widths = [0o432: 2, 0o1036: 4]
      guard let width = widths[short(at: 0)] else { return nil }
      let flagsStart = 12 + short(at: 2)
      let flagsEnd = flagsStart + short(at: 4)
      let numbersStart = flagsEnd + flagsEnd % 2
      let stringsStart = numbersStart + short(at: 6) * width
      let textsStart = stringsStart + 2 * short(at: 8)
      let end = textsStart + short(at: 10)
      guard end <= entry.count else { return nil }
      names = Array(entry[12..<flagsStart])
      flags = Array(entry[flagsStart..<flagsEnd])
      numbers = stride(from: numbersStart, to: stringsStart, by: width).map { place in
        guard width == 4 else { return Int(Int16(truncatingIfNeeded: short(at: place))) }
        let bits = short(at: place) | short(at: place + 2) << 16
        return Int(Int32(truncatingIfNeeded: bits))
      }
      strings = stride(from: stringsStart, to: textsStart, by: 2).map { short(at: $0) }
      texts = Array(entry[textsStart..<end])
    }

    /// With numbers of four bytes, and one flag of its own name: `RGB`.
    var compiled: [UInt8] {
      var bytes = [0o1036, names.count, flags.count, numbers.count, strings.count, texts.count]
        .flatMap { Self.bytes(of: $0, 2) }
      bytes += names + flags
      if bytes.count % 2 == 1 { bytes.append(0) }
      bytes += numbers.flatMap { Self.bytes(of: $0, 4) }
      bytes += strings.flatMap { Self.bytes(of: $0, 2) } + texts
      if bytes.count % 2 == 1 { bytes.append(0) }
      let name = Array("RGB".utf8) + [0]
      // One flag, no number, no string; one name, and how long the names are.
      bytes += [1, 0, 0, 1, name.count].flatMap { Self.bytes(of: $0, 2) }
      bytes += [1, 0] + Self.bytes(of: 0, 2) + name
      return bytes
    }

    private static func bytes(of number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
  }
}
