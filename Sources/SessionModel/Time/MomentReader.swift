/// Reads moments one after the other, most of which are of the same minute.
public struct MomentReader {
  /// A date, hour and minute as written, and when that minute began.
  private var minute: (text: (UInt64, UInt64), start: Int64)?

  public init() {}

  /// What `Moment(utf8:)` reads of the bytes, in less time.
  public mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> Moment? {
    guard let part = Self.seconds(in: text), let start = text.baseAddress else {
      return Moment(utf8: text)
    }
    let bytes = UnsafeRawPointer(start)
    let written = (
      bytes.loadUnaligned(as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    )
    if let minute, minute.text == written {
      let at = Timestamp(milliseconds: minute.start + part.milliseconds)
      return Moment(at: at, clock: text, from: part.end)
    }
    guard let moment = Moment(utf8: text) else { return nil }
    minute = (written, moment.at.milliseconds - part.milliseconds)
    return moment
  }

  /// Milliseconds behind the minute, and where they end; `nil` where they are not plainly written.
  private static func seconds(
    in text: UnsafeBufferPointer<UInt8>
  ) -> (milliseconds: Int64, end: Int)? {
    func figures(_ places: Range<Int>) -> Int64? {
      var number: Int64 = 0
      for place in places {
        let figure = text[place] &- 0x30
        guard figure < 10 else { return nil }
        number = number * 10 + Int64(figure)
      }
      return number
    }
    guard text.count >= 20, text[16] == UInt8(ascii: ":"), let seconds = figures(17..<19),
      seconds < 60
    else { return nil }
    if text[19] == UInt8(ascii: "Z") { return (seconds * 1000, 20) }
    guard text[19] == UInt8(ascii: "."), text.count >= 24, text[23] == UInt8(ascii: "Z"),
      let rest = figures(20..<23)
    else { return nil }
    return (seconds * 1000 + rest, 24)
  }
}
