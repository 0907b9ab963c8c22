/// Any JSON value, for what has no type of its own: an entry of a past format.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As it was written.
  case number(String)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value an object has for a key, to read or to set; `nil` where there is none.
  package subscript(key: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[key]
    }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }
}

extension JSONValue {
  init(_ bytes: ArraySlice<UInt8>) throws(JSONFailure) {
    self = try JSONDocument(bytes).tree(at: 0)
  }
}

extension JSONDocument {
  fileprivate func tree(at node: Int) throws(JSONFailure) -> JSONValue {
    switch self[node].kind {
    case .null: return .null
    case .yes: return .bool(true)
    case .no: return .bool(false)
    case .number: return .number(figures(node))
    case .plainText, .text, .escapedText: return .text(try text(node))
    case .array:
      var elements: [JSONValue] = []
      var next = node + 1
      while next < after(node) {
        elements.append(try tree(at: next))
        next = after(next)
      }
      return .array(elements)
    case .object:
      var members: [String: JSONValue] = [:]
      var next = node + 1
      while next < after(node) {
        members[try text(next)] = try tree(at: next + 1)
        next = after(next + 1)
      }
      return .object(members)
    }
  }
}

extension JSONValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let figures):
      if let whole = Int64(figures) {
        try container.encode(whole)
      } else {
        try container.encode(Double(figures) ?? .nan)
      }
    case .text(let value): try container.encode(value)
    case .array(let elements): try container.encode(elements)
    case .object(let members): try container.encode(members)
    }
  }
}
