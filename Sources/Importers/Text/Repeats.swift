/// Lines that a page says twice, one after the other.
enum Repeats {
  /// The lines without those that say again what the one before says.
  ///
  /// Somebody who holds two roles below each other stands there twice; where a third of all lines
  /// repeat the one before, that is how the page was copied.
  static func dropped(from lines: [Line]) -> [Line] {
    guard lines.count > 1 else { return lines }
    let repeats = zip(lines, lines.dropFirst()).count { $0.text == $1.text }
    guard repeats > 0 else { return lines }
    let isCopied = repeats * 3 >= lines.count
    var result: [Line] = []
    for line in lines {
      let isRepeated = result.last?.text == line.text
      if isRepeated, isCopied || (!line.isApart && HolderShape(complete: line.text) == nil) {
        continue
      }
      result.append(line)
    }
    return result
  }

  /// Bytes in which such lines are empty, so that all others keep their numbers.
  ///
  /// Speech says short things twice; only long lines count where the whole is not copied so.
  static func emptied(in bytes: [UInt8]) -> [UInt8] {
    var lines = 0
    var repeated: [Range<Int>] = []
    var before = 0..<0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = start..<end
      start = end + 1
      guard line.count > 1 else { continue }
      lines += 1
      if line.count == before.count, bytes[line].elementsEqual(bytes[before]) {
        repeated.append(line)
      }
      before = line
    }
    guard !repeated.isEmpty else { return bytes }
    let isCopied = repeated.count * 3 >= lines
    var result = bytes
    for line in repeated where isCopied || line.count >= 60 {
      for index in line { result[index] = 0x20 }
    }
    return result
  }
}
