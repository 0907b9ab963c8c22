/// When something happened: the wall clock, and the machine's own clock beside it.
///
/// Between two moments of one boot the machine's clock counts, so that a wall clock put forward
/// or back changes no speaking time.
public struct Moment: Hashable, Sendable {
  public var at: Timestamp
  /// Milliseconds on the machine's monotonic clock; `nil` where it is not known.
  public var monotonic: Int64?
  /// Which start of which machine that clock belongs to.
  public var boot: String?

  public init(at: Timestamp, monotonic: Int64? = nil, boot: String? = nil) {
    self.at = at
    self.monotonic = monotonic
    self.boot = boot
  }

  /// Milliseconds from the other moment to this one, never below 0.
  public func milliseconds(since other: Moment) -> Int64 {
    if let mine = monotonic, let theirs = other.monotonic, boot == other.boot {
      return max(0, mine - theirs)
    }
    return max(0, at.milliseconds - other.at.milliseconds)
  }

  /// Whole seconds from the other moment to this one, never below 0.
  public func seconds(since other: Moment) -> Int {
    Int(milliseconds(since: other) / 1000)
  }
}

extension Moment: CustomStringConvertible {
  /// The time in UTC, then the boot and its milliseconds where they are known.
  ///
  /// `2021-12-07T16:30:00.250Z 3f1c9a2e:5221942`
  public var description: String {
    guard let monotonic else { return at.description }
    return at.description + " " + (boot ?? "") + ":" + String(monotonic)
  }

  /// Reads what `description` writes; `nil` when it is something else.
  public init?(_ text: String) {
    var text = text
    guard let moment = text.withUTF8({ Moment(utf8: $0) }) else { return nil }
    self = moment
  }

  /// Reads the bytes of such a text.
  public init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var space = 0
    while space < text.count, text[space] != UInt8(ascii: " ") { space += 1 }
    guard let at = Timestamp(plain: text, count: space) ?? Timestamp(utf8: text[..<space]) else {
      return nil
    }
    self.init(at: at, clock: text, from: space)
  }

  /// A time, and what the bytes from there on say of the machine's clock: nothing, or a space and so on.
  init?(at: Timestamp, clock text: UnsafeBufferPointer<UInt8>, from space: Int) {
    self.init(at: at)
    guard space < text.count else { return }
    guard text[space] == UInt8(ascii: " ") else { return nil }
    var colon = text.count - 1
    while colon > space, text[colon] != UInt8(ascii: ":") { colon -= 1 }
    guard colon > space, let monotonic = Self.number(text, from: colon + 1) else { return nil }
    self.monotonic = monotonic
    if colon > space + 1 {
      boot = String(
        decoding: UnsafeBufferPointer(rebasing: text[(space + 1)..<colon]), as: UTF8.self)
    }
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int64? {
    var number: Int64 = 0
    for place in start..<text.count {
      let figure = text[place] &- 0x30
      guard figure < 10, place - start < 18 else {
        return Int64(String(decoding: text[start...], as: UTF8.self))
      }
      number = number * 10 + Int64(figure)
    }
    return start < text.count ? number : nil
  }
}

extension Moment: WrittenAsText {
  public static var wanted: String { "a time such as 2021-12-07T16:30:00Z" }
}
