/// Values to JSON text and back.
///
/// A decoder and an encoder of our own, since a session of ten thousand entries is to be read
/// within the blink of an eye, and a program that starts without Foundation starts sooner.
public enum JSONText {
  /// How a text is laid out; keys are sorted either way.
  enum Layout {
    /// On one line, without a space.
    case line
    /// A line each for whatever lies that deep or less, for people to read.
    case indented(depth: Int)
  }

  /// A value as JSON for people and programs: keys sorted, one value a line.
  ///
  /// Traps where the value holds something JSON has no words for, such as an infinite number.
  public static func readable(_ value: some Encodable) -> String {
    String(decoding: bytes(of: value, as: .indented(depth: .max)), as: UTF8.self)
  }

  /// A value out of JSON that somebody else wrote; `nil` where it is not what the type wants.
  public static func read<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
    try? value(type, from: bytes[...])
  }

  static func bytes(of value: some Encodable, as layout: Layout = .line) -> [UInt8] {
    do {
      return try JSONTree(of: value).bytes(as: layout)
    } catch {
      preconditionFailure("What a session holds can be written as JSON: \(error)")
    }
  }

  /// Throws `JSONFailure` where the text is not what the type wants, else what the type throws.
  static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: ArraySlice<UInt8>
  ) throws -> Value {
    try Value(from: JSONReader(JSONDocument(bytes), 0))
  }
}

/// Why a text is not JSON, or not the JSON that was wanted.
enum JSONFailure: Error, Equatable {
  /// Not JSON; what is wrong, and at which byte, from 1.
  case malformed(String, byte: Int)
  /// JSON, but another kind of value than was wanted there.
  case unfit(String, byte: Int)
}
