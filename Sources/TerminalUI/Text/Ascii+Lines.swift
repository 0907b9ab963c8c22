extension Ascii {
  /// Where the lines of printable ASCII stand in it, as `String.wrapped(to:)` breaks them.
  ///
  /// A text of nothing but ASCII is the common case, and its bytes are read ten times as fast as
  /// its graphemes.
  static func lines(of bytes: UnsafeBufferPointer<UInt8>, columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    repeat {
      guard bytes.count - start > columns else { return lines + [start..<bytes.count] }
      let limit = start + columns
      let next = lastBreak(in: bytes, from: start, notAfter: limit) ?? limit
      var end = next
      while end > start, bytes[end - 1] == space { end -= 1 }
      lines.append(start..<end)
      start = next
      while start < bytes.count, bytes[start] == space { start += 1 }
    } while start < bytes.count
    return lines
  }

  /// The last place up to `limit` where a line may end; `nil` when it would be an empty line.
  private static func lastBreak(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, notAfter limit: Int
  ) -> Int? {
    var found: Int?
    for end in stride(from: limit, to: start, by: -1) {
      if found == nil, canBreak(bytes, at: end, from: start) { found = end }
      if found != nil, bytes[end - 1] != space { return found }
    }
    return nil
  }

  private static func canBreak(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, from start: Int
  ) -> Bool {
    guard place < bytes.count else { return true }
    let (before, after) = (bytes[place - 1], bytes[place])
    if before == space || after == space { return true }
    return before == UInt8(ascii: "-") && isLetter(after) && place - 1 > start
      && isLetter(bytes[place - 2])
  }

  private static var space: UInt8 { UInt8(ascii: " ") }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
