extension Encodable {
  /// The value as JSON for people and programs: keys sorted, one value a line.
  public var json: String {
    String(decoding: JSONText.bytes(of: self, as: .indented(depth: .max)), as: UTF8.self)
  }
}
