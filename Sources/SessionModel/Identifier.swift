/// What can be named by a serial name: `p2` is the second person, `s7` the seventh segment.
public protocol Named {
  /// The letter its names begin with.
  static var letter: Character { get }
}

/// A serial name, typed by what it names; written `p2`.
public struct Identifier<Thing: Named>: Hashable, Sendable, Comparable {
  /// Counted from 1 within one session.
  public let number: Int

  public init(_ number: Int) {
    self.number = number
  }

  /// Reads `p2`; `nil` when it is not such a name.
  public init?(_ text: some StringProtocol) {
    guard let number = serialNumber(in: String(text).utf8, after: Thing.letter) else { return nil }
    self.init(number)
  }

  /// Reads the bytes of such a name.
  public init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard let number = serialNumber(in: text, after: Thing.letter) else { return nil }
    self.init(number)
  }

  public static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}

/// The number in `p2`, large or small; `nil` when it is no name with that letter.
///
/// Not generic over what is named, since a checkpoint has tens of thousands of them to read.
private func serialNumber(in text: some Sequence<UInt8>, after letter: Character) -> Int? {
  var bytes = text.makeIterator()
  guard let first = bytes.next(), first | 0x20 == letter.utf8.first else { return nil }
  var number = 0
  while let byte = bytes.next() {
    guard byte &- 0x30 < 10 else { return nil }
    let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
    let (sum, isTooLargeNow) = tens.addingReportingOverflow(Int(byte - 0x30))
    guard !isTooLarge, !isTooLargeNow else { return nil }
    number = sum
  }
  return number > 0 ? number : nil
}

extension Identifier: CustomStringConvertible {
  public var description: String { "\(Thing.letter)\(number)" }
}

extension Identifier: WrittenAsText {
  public static var wanted: String { "a name such as '\(Thing.letter)1'" }
}

extension Identifier: CodingKeyRepresentable {
  public var codingKey: any CodingKey { NameKey(stringValue: description) }

  public init?(codingKey: some CodingKey) {
    self.init(codingKey.stringValue)
  }
}

/// A name where JSON wants a key.
struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}

public typealias PersonID = Identifier<Person>
public typealias SegmentID = Identifier<Segment>
public typealias QuestionID = Identifier<Question>
public typealias RequestID = Identifier<FloorRequest>
public typealias TurnID = Identifier<Turn>
public typealias PollID = Identifier<Poll>
public typealias NoteID = Identifier<Note>
