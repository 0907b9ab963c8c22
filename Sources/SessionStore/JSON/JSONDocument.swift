/// A JSON text taken apart: where each value in it begins and ends, and which lie in which.
///
/// Strict, as RFC 8259 has it. *Limitations*: values may lie 200 deep, in 4 GiB of text.
final class JSONDocument {
  let bytes: [UInt8]
  /// In the order of the text; an object's members are a key and a value each.
  // Looked at for every value: too often to check that nobody else does so at the same time.
  @exclusivity(unchecked) private var nodes: [Node]

  /// A value, or a key.
  struct Node {
    var kind: Kind
    /// Where its bytes begin, counted from the beginning of the text; a text's without the mark.
    var start: UInt32
    /// Where its bytes end; of an array or object, the number of the node behind it.
    var end: UInt32
    /// Of an array, how many elements it has; of an object, where to look for the next key.
    var hint: UInt32 = 0
  }

  enum Kind: UInt8 {
    case null, yes, no, number
    /// A text of ASCII without a backslash.
    case plainText
    case text
    /// A text with a backslash in it.
    case escapedText
    case array, object
  }

  init(_ bytes: ArraySlice<UInt8>) throws(JSONFailure) {
    self.bytes = Array(bytes)
    var failure: JSONFailure?
    nodes = bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      do throws(JSONFailure) {
        try scanner.scan()
      } catch {
        failure = error
      }
      return scanner.nodes
    }
    if let failure { throw failure }
  }

  subscript(node: Int) -> Node { nodes[node] }

  /// The node behind a value and all that lies in it.
  func after(_ node: Int) -> Int {
    let found = nodes[node]
    return found.kind == .array || found.kind == .object ? Int(found.end) : node + 1
  }

  /// The value that an object has for a key; `nil` where it has none.
  func value(of key: String, in object: Int) -> Int? {
    var key = key
    return key.withUTF8 { key in
      let end = Int(nodes[object].end)
      // Dictionaries are asked in the order of the text: the next key is where to look first.
      let hint = max(Int(nodes[object].hint), object + 1)
      return find(key, from: hint, to: end, in: object)
        ?? find(key, from: object + 1, to: hint, in: object)
    }
  }

  private func find(
    _ key: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, in object: Int
  ) -> Int? {
    var node = start
    while node < end {
      let value = nodes[node + 1]
      let next =
        value.kind == .array || value.kind == .object ? Int(value.end) : node + 2
      if isKey(nodes[node], key) {
        nodes[object].hint = UInt32(next)
        return node + 1
      }
      node = next
    }
    return nil
  }

  private func isKey(_ node: Node, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard node.kind != .escapedText else {
      return (try? unescaped(node)) == String(decoding: key, as: UTF8.self)
    }
    let start = Int(node.start)
    guard Int(node.end) - start == key.count else { return false }
    for index in 0..<key.count where bytes[start + index] != key[index] { return false }
    return true
  }

  /// The names of the values that lead to one, the outermost first.
  func path(to target: Int) -> [any CodingKey] {
    var path: [any CodingKey] = []
    var place = 0
    while place < target {
      guard let step = step(from: place, to: target) else { break }
      path.append(step.key)
      place = step.node
    }
    return path
  }

  private func step(from place: Int, to target: Int) -> (key: JSONKey, node: Int)? {
    var node = place + 1
    var index = 0
    let isObject = nodes[place].kind == .object
    while node < min(target + 1, Int(nodes[place].end)) {
      let value = isObject ? node + 1 : node
      let next = after(value)
      if target < next {
        let key = isObject ? JSONKey((try? text(node)) ?? "") : JSONKey(index)
        return (key, value)
      }
      node = next
      index += 1
    }
    return nil
  }
}

/// The place of a value in an object or an array.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) {
    stringValue = name
    intValue = nil
  }

  init(_ index: Int) {
    stringValue = String(index)
    intValue = index
  }

  init?(stringValue: String) {
    self.init(stringValue)
  }

  init?(intValue: Int) {
    self.init(intValue)
  }
}
