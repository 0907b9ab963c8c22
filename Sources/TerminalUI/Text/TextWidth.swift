/// How many columns text takes, by a table of our own.
///
/// Terminals and the C library disagree about emoji, flags and marks. So text is drawn in a portable
/// form (`Portable`), and every width in the program is the width of that form.
public enum TextWidth {
  /// Columns of the portable form of a line; line ends count as the `^J` they would be drawn as.
  public static func columns(of text: some StringProtocol) -> Int {
    if let count = asciiCount(of: text) { return count }
    var sum = 0
    Piece.each(of: Substring(text)) { piece in
      sum += piece.columns
      return true
    }
    return sum
  }

  /// Columns of the portable form of one grapheme; 0 for what cannot be seen.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue, Ascii.isPrintable(ascii) { return 1 }
    return columns(of: String(character))
  }

  /// What the table says of one scalar: 0 for marks and joiners, 1 or 2 for what stands in a cell.
  ///
  /// `nil` when it is not drawn as it is: controls, invisible signs, what Unicode has not assigned.
  /// Ambiguous ones are narrow. Whoever draws through another library compares this with what that
  /// library thinks, and shows `substitute(columns:)` where they differ.
  public static func columns(of scalar: Unicode.Scalar) -> Int? {
    switch Form(of: scalar) {
    case .narrow: 1
    case .wide: 2
    case .mark: 0
    default: nil
    }
  }

  /// What is shown for something that cannot be: one replacement character, or `[]` in two cells.
  public static func substitute(columns: Int) -> [String] {
    columns == 2 ? ["[", "]"] : ["\u{FFFD}"]
  }

  /// The number of bytes when every one is printable ASCII, and so the width; `nil` otherwise.
  static func asciiCount(of text: some StringProtocol) -> Int? {
    let all = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      Ascii.arePrintable(bytes) ? bytes.count : nil
    }
    return all ?? nil
  }

  static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count / 2 && wideRanges[2 * low] <= value
  }
}

/// The bytes that are drawn as they are.
enum Ascii {
  static func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

  static func arePrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // No early exit, so that the compiler can look at many bytes at once.
    var isPlain = true
    for byte in bytes { isPlain = isPlain && isPrintable(byte) }
    return isPlain
  }

  /// One string for every byte, so that drawing makes none.
  static let strings: [String] = (UInt8(0)..<128).map { String(Unicode.Scalar($0)) }
}
