/// A point in time: milliseconds since 1970-01-01T00:00:00Z, as the wall clock told it.
///
/// Written as RFC 3339 in UTC. Whole milliseconds come back from disk exactly as they went.
public struct Timestamp: Hashable, Sendable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }

  /// The time that many seconds later.
  public func advanced(by seconds: Int) -> Timestamp {
    Timestamp(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  /// Whole seconds from the other to this one; negative when this one is earlier.
  public func seconds(since other: Timestamp) -> Int {
    Int((milliseconds - other.milliseconds).flooredQuotient(by: 1000))
  }
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC; fractions only where there are any: `2021-12-07T16:30:00Z`.
  public var description: String {
    let calendar = CalendarTime(self, offsetMinutes: 0)
    let rest = Int(milliseconds.flooredRemainder(by: 1000))
    guard (0...9999).contains(calendar.year) else {
      let fraction = rest == 0 ? "" : "." + padded(rest, to: 3)
      return "\(calendar.dateText)T\(calendar.timeText)\(fraction)Z"
    }
    // A checkpoint has thousands of times to write; putting strings together takes ten times as long.
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var writer = DigitWriter(bytes: bytes)
      writer.put(calendar.year, digits: 4, then: "-")
      writer.put(calendar.month, digits: 2, then: "-")
      writer.put(calendar.day, digits: 2, then: "T")
      writer.put(calendar.hour, digits: 2, then: ":")
      writer.put(calendar.minute, digits: 2, then: ":")
      writer.put(calendar.second, digits: 2, then: rest == 0 ? "Z" : ".")
      if rest != 0 { writer.put(rest, digits: 3, then: "Z") }
      return writer.count
    }
  }

  /// Reads RFC 3339: a date, `T` or a space, a time, and `Z` or an offset; `nil` when it is not.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let time = text.withUTF8({ Timestamp(utf8: $0[...]) }) else { return nil }
    self = time
  }

  /// Reads the first bytes where they stand as `description` writes them; `nil` otherwise.
  // A session has thousands of times to read, nearly all of them written so.
  init?(plain text: UnsafeBufferPointer<UInt8>, count: Int) {
    guard count == 20 || count == 24, text.count >= count,
      text[4] == 0x2D, text[7] == 0x2D, text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A,
      text[19] == (count == 20 ? 0x5A : 0x2E), text[count - 1] == 0x5A
    else { return nil }
    var isPlain = true
    func number(_ start: Int, _ digits: Int) -> Int {
      var value = 0
      for place in start..<(start + digits) {
        isPlain = isPlain && text[place] &- 0x30 < 10
        value = value * 10 + Int(text[place] &- 0x30)
      }
      return value
    }
    let year = number(0, 4)
    let month = number(5, 2)
    let day = number(8, 2)
    let time = (number(11, 2), number(14, 2), number(17, 2))
    let fraction = count == 24 ? number(20, 3) : 0
    guard isPlain, (1...12).contains(month), day >= 1, time.0 < 24, time.1 < 60, time.2 < 61,
      day <= CalendarTime.days(in: month, of: year)
    else { return nil }
    let days = Int64(CalendarTime.days(since1970: year, month, day))
    let seconds = days * 86400 + Int64(time.0 * 3600 + time.1 * 60 + time.2)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  /// Reads the bytes of such a text.
  init?(utf8: Slice<UnsafeBufferPointer<UInt8>>) {
    var reader = DigitReader(rest: utf8)
    guard let year = reader.number(digits: 4), reader.skip(0x2D),
      let month = reader.number(digits: 2), reader.skip(0x2D),
      let day = reader.number(digits: 2),
      reader.skip(0x54) || reader.skip(0x74) || reader.skip(0x20),
      let hour = reader.number(digits: 2), reader.skip(0x3A),
      let minute = reader.number(digits: 2),
      (1...12).contains(month), day >= 1, day <= CalendarTime.days(in: month, of: year),
      hour < 24, minute < 60
    else { return nil }
    var second = 0
    if reader.skip(0x3A) {
      guard let value = reader.number(digits: 2), value < 61 else { return nil }
      second = value
    }
    guard let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd else {
      return nil
    }
    let days = CalendarTime.days(since1970: year, month, day)
    let seconds = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second - offset * 60)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }
}

extension Timestamp: WrittenAsText {
  public static var wanted: String { "a time such as 2021-12-07T16:30:00Z" }
}

/// Writes figures and what stands between them.
private struct DigitWriter {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func put(_ number: Int, digits: Int, then separator: Unicode.Scalar) {
    var rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += digits
    bytes[count] = UInt8(ascii: separator)
    count += 1
  }
}

/// Reads figures off the front of a text.
private struct DigitReader {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let byte = rest.first, byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      rest.removeFirst()
    }
    return value
  }

  /// Milliseconds; 0 where no fraction stands.
  mutating func fraction() -> Int? {
    guard skip(0x2E) else { return 0 }
    var value = 0
    var weight = 100
    var count = 0
    while let byte = rest.first, byte >= 0x30, byte <= 0x39 {
      value += Int(byte - 0x30) * weight
      weight /= 10
      count += 1
      rest.removeFirst()
    }
    return count > 0 ? value : nil
  }

  /// Minutes east of UTC.
  mutating func offset() -> Int? {
    if skip(0x5A) || skip(0x7A) { return 0 }
    let sign = skip(0x2B) ? 1 : skip(0x2D) ? -1 : 0
    guard sign != 0, let hours = number(digits: 2), skip(0x3A), let minutes = number(digits: 2),
      hours < 24, minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

extension BinaryInteger {
  /// The quotient rounded down, also for what lies before 1970.
  func flooredQuotient(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  func flooredRemainder(by divisor: Self) -> Self {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

/// A number with leading zeros.
func padded(_ number: Int, to digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
