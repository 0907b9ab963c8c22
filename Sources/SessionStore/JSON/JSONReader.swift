/// Decodes the value of one node.
struct JSONReader: Decoder, SingleValueDecodingContainer {
  private let document: JSONDocument
  private let node: Int

  init(_ document: JSONDocument, _ node: Int) {
    self.document = document
    self.node = node
  }

  // Nobody looks at the path unless something is wrong, so nobody keeps it.
  var codingPath: [any CodingKey] { document.path(to: node) }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard document[node].kind == .object else { throw document.unfit(node, wanted: "an object") }
    return KeyedDecodingContainer(JSONObjectReader(document: document, object: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard document[node].kind == .array else { throw document.unfit(node, wanted: "an array") }
    return JSONArrayReader(document, node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { document.isNull(node) }
  func decode(_ type: Bool.Type) throws -> Bool { try document.bool(node) }
  func decode(_ type: String.Type) throws -> String { try document.text(node) }
  func decode(_ type: Double.Type) throws -> Double { try document.double(node) }
  func decode(_ type: Float.Type) throws -> Float { Float(try document.double(node)) }
  func decode(_ type: Int.Type) throws -> Int { try document.integer(node, as: type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(node, as: type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try document.integer(node, as: type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try document.integer(node, as: type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try document.integer(node, as: type) }
  func decode(_ type: UInt.Type) throws -> UInt { try document.integer(node, as: type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try document.integer(node, as: type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try document.integer(node, as: type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try document.integer(node, as: type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try document.integer(node, as: type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

/// Decodes the members of an object.
struct JSONObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let document: JSONDocument
  let object: Int

  var codingPath: [any CodingKey] { document.path(to: object) }

  var allKeys: [Key] {
    var keys: [Key] = []
    var node = object + 1
    while node < Int(document[object].end) {
      if let name = try? document.text(node), let key = Key(stringValue: name) { keys.append(key) }
      node = document.after(node + 1)
    }
    return keys
  }

  private func node(_ key: Key) throws -> Int {
    guard let node = document.value(of: key.stringValue, in: object) else {
      throw JSONFailure.unfit(
        "'\(key.stringValue)' is missing", byte: Int(document[object].start) + 1)
    }
    return node
  }

  /// The value for a key; `nil` where there is none, or null.
  private func present(_ key: Key) -> Int? {
    guard let node = document.value(of: key.stringValue, in: object), !document.isNull(node)
    else { return nil }
    return node
  }

  func contains(_ key: Key) -> Bool { document.value(of: key.stringValue, in: object) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { document.isNull(try node(key)) }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try document.bool(node(key))
  }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try document.text(node(key))
  }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try document.double(node(key))
  }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    Float(try document.double(node(key)))
  }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try document.integer(node(key), as: type)
  }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try document.integer(node(key), as: type)
  }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: JSONReader(document, node(key)))
  }

  // One look where the standard would take three.
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    guard let node = present(key) else { return nil }
    return try document.text(node)
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    guard let node = present(key) else { return nil }
    return try document.integer(node, as: type)
  }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    guard let node = present(key) else { return nil }
    return try document.integer(node, as: type)
  }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let node = present(key) else { return nil }
    return try Value(from: JSONReader(document, node))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try JSONReader(document, node(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try JSONReader(document, node(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { JSONReader(document, object) }
  func superDecoder(forKey key: Key) throws -> any Decoder { JSONReader(document, try node(key)) }
}

/// Decodes the elements of an array, one after the other.
struct JSONArrayReader: UnkeyedDecodingContainer {
  private let document: JSONDocument
  private let array: Int
  private var next: Int
  private(set) var currentIndex = 0

  init(_ document: JSONDocument, _ array: Int) {
    self.document = document
    self.array = array
    next = array + 1
  }

  var codingPath: [any CodingKey] { document.path(to: array) }
  var count: Int? { Int(document[array].hint) }
  var isAtEnd: Bool { next >= Int(document[array].end) }

  private mutating func take() throws -> Int {
    guard !isAtEnd else {
      throw JSONFailure.unfit(
        "an array has too few elements", byte: Int(document[array].start) + 1)
    }
    let node = next
    next = document.after(node)
    currentIndex += 1
    return node
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, document.isNull(next) else { return false }
    _ = try take()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try document.bool(take()) }
  mutating func decode(_ type: String.Type) throws -> String { try document.text(take()) }
  mutating func decode(_ type: Double.Type) throws -> Double { try document.double(take()) }
  mutating func decode(_ type: Float.Type) throws -> Float { Float(try document.double(take())) }
  mutating func decode(_ type: Int.Type) throws -> Int { try document.integer(take(), as: type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try document.integer(take(), as: type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: Int32.Type) throws -> Int32 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: Int64.Type) throws -> Int64 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try document.integer(take(), as: type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
    try document.integer(take(), as: type)
  }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
    try document.integer(take(), as: type)
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: JSONReader(document, take()))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try JSONReader(document, take()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try JSONReader(document, take()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { JSONReader(document, try take()) }
}
