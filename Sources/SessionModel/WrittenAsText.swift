/// What is kept on disk as the text that describes it.
///
/// Whoever adopts it says how the text is read; both ways to and from JSON follow from that.
public protocol WrittenAsText: Codable, CustomStringConvertible {
  /// Reads what `description` writes; `nil` when it is something else.
  init?(_ text: String)

  /// What such a text is, to complain that another is not: `a name such as 'p1'`.
  static var wanted: String { get }
}

extension WrittenAsText {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not \(Self.wanted)")
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
