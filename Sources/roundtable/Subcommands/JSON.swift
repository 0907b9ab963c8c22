import FoundationEssentials

extension Encodable {
  /// As JSON for people and programs: keys sorted, one value a line.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("what a session holds can be written as JSON")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
