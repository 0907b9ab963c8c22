/// A place between two characters of a text.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// Which line of the text, counted from 0.
  public var line: Int
  /// How many characters of the line stand before it.
  public var offset: Int

  public init(line: Int, offset: Int) {
    self.line = line
    self.offset = offset
  }

  /// The beginning of every text.
  public static let start = TextPosition(line: 0, offset: 0)

  public static func < (one: Self, other: Self) -> Bool {
    (one.line, one.offset) < (other.line, other.offset)
  }
}
