/// Encodes one value into its slot of a tree.
struct JSONWriter: Encoder, SingleValueEncodingContainer {
  let tree: JSONTree
  let slot: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONObjectWriter(tree: tree, members: tree.members(in: slot)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONArrayWriter(tree: tree, elements: tree.elements(in: slot))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { tree.fill(slot, with: tree.word("null")) }
  func encode(_ value: Bool) { tree.fill(slot, with: tree.bool(value)) }
  func encode(_ value: String) { tree.fill(slot, with: tree.text(value)) }
  func encode(_ value: Double) throws { try tree.fill(slot, with: tree.double(value)) }
  func encode(_ value: Float) throws { try tree.fill(slot, with: tree.double(Double(value))) }
  func encode(_ value: Int) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: Int8) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: Int16) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: Int32) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: Int64) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: UInt) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: UInt8) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: UInt16) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: UInt32) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: UInt64) { tree.fill(slot, with: tree.integer(value)) }
  func encode(_ value: some Encodable) throws { try tree.fill(slot, with: tree.piece(of: value)) }
}

/// Encodes the members of an object.
struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let tree: JSONTree
  let members: JSONTree.Members

  var codingPath: [any CodingKey] { [] }

  private func put(_ piece: JSONTree.Piece, _ key: Key) {
    members.all.append((key.stringValue, piece))
  }

  func encodeNil(forKey key: Key) { put(tree.word("null"), key) }
  func encode(_ value: Bool, forKey key: Key) { put(tree.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { put(tree.text(value), key) }
  func encode(_ value: Double, forKey key: Key) throws { try put(tree.double(value), key) }
  func encode(_ value: Float, forKey key: Key) throws { try put(tree.double(Double(value)), key) }
  func encode(_ value: Int, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: Int8, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: Int16, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: Int32, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: Int64, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: UInt, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: UInt8, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: UInt16, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: UInt32, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: UInt64, forKey key: Key) { put(tree.integer(value), key) }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try put(tree.piece(of: value), key)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let nested = JSONTree.Members()
    put(.object(nested), key)
    return KeyedEncodingContainer(JSONObjectWriter<Nested>(tree: tree, members: nested))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let nested = JSONTree.Elements()
    put(.array(nested), key)
    return JSONArrayWriter(tree: tree, elements: nested)
  }

  // Nothing that is stored here inherits.
  func superEncoder() -> any Encoder { preconditionFailure("No class is stored") }
  func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("No class is stored") }
}

/// Encodes the elements of an array.
struct JSONArrayWriter: UnkeyedEncodingContainer {
  let tree: JSONTree
  let elements: JSONTree.Elements

  var codingPath: [any CodingKey] { [] }
  var count: Int { elements.all.count }

  private func put(_ piece: JSONTree.Piece) {
    elements.all.append(piece)
  }

  func encodeNil() { put(tree.word("null")) }
  func encode(_ value: Bool) { put(tree.bool(value)) }
  func encode(_ value: String) { put(tree.text(value)) }
  func encode(_ value: Double) throws { try put(tree.double(value)) }
  func encode(_ value: Float) throws { try put(tree.double(Double(value))) }
  func encode(_ value: Int) { put(tree.integer(value)) }
  func encode(_ value: Int8) { put(tree.integer(value)) }
  func encode(_ value: Int16) { put(tree.integer(value)) }
  func encode(_ value: Int32) { put(tree.integer(value)) }
  func encode(_ value: Int64) { put(tree.integer(value)) }
  func encode(_ value: UInt) { put(tree.integer(value)) }
  func encode(_ value: UInt8) { put(tree.integer(value)) }
  func encode(_ value: UInt16) { put(tree.integer(value)) }
  func encode(_ value: UInt32) { put(tree.integer(value)) }
  func encode(_ value: UInt64) { put(tree.integer(value)) }
  func encode(_ value: some Encodable) throws { try put(tree.piece(of: value)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    let nested = JSONTree.Members()
    put(.object(nested))
    return KeyedEncodingContainer(JSONObjectWriter<Nested>(tree: tree, members: nested))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let nested = JSONTree.Elements()
    put(.array(nested))
    return JSONArrayWriter(tree: tree, elements: nested)
  }

  func superEncoder() -> any Encoder { preconditionFailure("No class is stored") }
}
