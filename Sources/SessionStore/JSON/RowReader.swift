import Glibc
import SessionModel

/// Reads lines that hold a value each, word by word in the order in which they are written.
struct RowReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place: Int
  private var rowStart: Int

  /// At the place behind words that begin with a line's end; `nil` where they are not found.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, behind words: StaticString) {
    self.bytes = bytes
    place = 0
    rowStart = 0
    while !take(words) {
      guard goToLineEnd() else { return nil }
    }
    rowStart = place
  }

  func stands(_ words: StaticString, at start: Int) -> Bool {
    guard let here = bytes.baseAddress, start >= 0,
      start + words.utf8CodeUnitCount <= bytes.count
    else { return false }
    return memcmp(here + start, words.utf8Start, words.utf8CodeUnitCount) == 0
  }

  /// Where words that begin with a line's end stand next, the end of the line before included.
  func find(_ words: StaticString) -> Int? {
    var reader = self
    reader.place = max(0, place - 1)
    while !stands(words, at: reader.place) {
      guard reader.goToLineEnd() else { return nil }
    }
    return reader.place
  }

  /// Goes on to the next end of a line; answers whether there was one.
  private mutating func goToLineEnd() -> Bool {
    guard let here = bytes.baseAddress, place + 1 < bytes.count,
      let end = memchr(here + place + 1, Int32(UInt8(ascii: "\n")), bytes.count - place - 1)
    else { return false }
    place = UnsafeRawPointer(here).distance(to: end)
    return true
  }

  /// How many lines end before a place.
  func lineEnds(before end: Int) -> Int {
    var reader = self
    var count = 0
    while reader.goToLineEnd(), reader.place < end { count += 1 }
    return count
  }

  mutating func take(_ words: StaticString) -> Bool {
    guard stands(words, at: place) else { return false }
    place += words.utf8CodeUnitCount
    return true
  }

  /// The bytes up to the next quotation mark, which is passed; `nil` where one is escaped.
  mutating func quoted() -> UnsafeBufferPointer<UInt8>? {
    guard let here = bytes.baseAddress, place < bytes.count,
      let mark = memchr(here + place, Int32(UInt8(ascii: "\"")), bytes.count - place)
    else { return nil }
    let end = UnsafeRawPointer(here).distance(to: mark)
    let text = UnsafeBufferPointer(rebasing: bytes[place..<end])
    guard memchr(here + place, Int32(UInt8(ascii: "\\")), text.count) == nil else { return nil }
    place = end + 1
    return text
  }

  /// A value in quotation marks behind its key; `nil` where something else stands there.
  mutating func text(_ key: StaticString) -> String? {
    guard take(key), let bytes = quoted() else { return nil }
    var least = UInt8.max
    for byte in bytes { least = min(least, byte) }
    guard least >= 0x20 else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    // What is no UTF-8 was mended, and then they differ.
    let isWhole = text.withUTF8 { text in
      guard let mine = text.baseAddress, let theirs = bytes.baseAddress else { return true }
      return text.count == bytes.count && memcmp(mine, theirs, text.count) == 0
    }
    return isWhole ? text : nil
  }

  mutating func name<Thing>(_ key: StaticString) -> Identifier<Thing>? {
    guard take(key), let bytes = quoted() else { return nil }
    return Identifier(utf8: bytes)
  }

  /// The bytes from there to here.
  func passed(from start: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<place])
  }

  /// Passes the same bytes as those; answers whether they stand here.
  mutating func take(again bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let here = self.bytes.baseAddress, let there = bytes.baseAddress,
      place + bytes.count <= self.bytes.count, memcmp(here + place, there, bytes.count) == 0
    else { return false }
    place += bytes.count
    return true
  }

  /// A value whose text is one of a few.
  mutating func code<Code: RawRepresentable<String>>(_ key: StaticString) -> Code? {
    text(key).flatMap(Code.init(rawValue:))
  }

  /// The line as a decoder reads it, from its beginning; `nil` where it is no such value.
  mutating func decodedRow<Value: Decodable>(_ type: Value.Type) -> Value? {
    var end = rowStart
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    var last = end
    if last > rowStart, bytes[last - 1] == UInt8(ascii: ",") { last -= 1 }
    place = last
    return try? JSONText.value(type, from: Array(bytes[rowStart..<last])[...])
  }

  /// A value between braces, as a decoder reads it; `nil` where it is no such value.
  mutating func object<Value: Decodable>(_ type: Value.Type) -> Value? {
    var end = place
    var depth = 0
    var isQuoted = false
    repeat {
      guard end < bytes.count, bytes[end] != UInt8(ascii: "\n") else { return nil }
      switch bytes[end] {
      case UInt8(ascii: "\\") where isQuoted: end += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      end += 1
    } while depth > 0
    guard let value = try? JSONText.value(type, from: Array(bytes[place..<end])[...]) else {
      return nil
    }
    place = end
    return value
  }

  /// Goes on behind the end of the line; answers whether there was one.
  mutating func endsRow() -> Bool {
    _ = take(",")
    rowStart = place + 1
    return take("\n")
  }
}

/// What was read last and from which bytes, for when the same stand there again.
struct LastRead<Value> {
  private var last: (bytes: UnsafeBufferPointer<UInt8>, value: Value)?

  /// The value once more, and its bytes passed; `nil` where other bytes stand.
  func again(in reader: inout RowReader) -> Value? {
    guard let last, reader.take(again: last.bytes) else { return nil }
    return last.value
  }

  mutating func know(_ value: Value, from reader: RowReader, start: Int) {
    last = (reader.passed(from: start), value)
  }
}
