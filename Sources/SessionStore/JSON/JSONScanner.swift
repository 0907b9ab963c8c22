/// Takes a JSON text apart into the nodes of a `JSONDocument`.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private(set) var nodes: [JSONDocument.Node] = []

  private static let deepest = 200

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    nodes.reserveCapacity(16 + bytes.count / 12)
  }

  mutating func scan() throws(JSONFailure) {
    guard bytes.count < Int(UInt32.max) else {
      throw .malformed("more than can be read", byte: bytes.count)
    }
    try value(depth: 0)
    skipSpace()
    guard place == bytes.count else { throw failure("something follows the value") }
  }

  private func failure(_ what: String) -> JSONFailure {
    place < bytes.count
      ? .malformed(what, byte: place + 1) : .malformed("the text ends too early", byte: place + 1)
  }

  /// The byte that stands here; 0 at the end, where no text has one.
  private var here: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFailure) {
    skipSpace()
    switch here {
    case UInt8(ascii: "\""): try text()
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw failure("a value is missing")
    }
  }

  private mutating func open(_ kind: JSONDocument.Kind, depth: Int) throws(JSONFailure) -> Int {
    guard depth < Self.deepest else { throw failure("values lie too deep in each other") }
    nodes.append(.init(kind: kind, start: UInt32(place), end: 0))
    place += 1
    skipSpace()
    return nodes.count - 1
  }

  private mutating func object(depth: Int) throws(JSONFailure) {
    let node = try open(.object, depth: depth)
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard here == UInt8(ascii: "\"") else { throw failure("a key is missing") }
        try text()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
        try value(depth: depth + 1)
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw failure("a comma or '}' is missing") }
    }
    nodes[node].end = UInt32(nodes.count)
  }

  private mutating func array(depth: Int) throws(JSONFailure) {
    let node = try open(.array, depth: depth)
    var count: UInt32 = 0
    if !take(UInt8(ascii: "]")) {
      repeat {
        try value(depth: depth + 1)
        count += 1
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw failure("a comma or ']' is missing") }
    }
    nodes[node].hint = count
    nodes[node].end = UInt32(nodes.count)
  }

  private mutating func word(
    _ word: StaticString, _ kind: JSONDocument.Kind
  ) throws(JSONFailure) {
    let start = place
    for index in 0..<word.utf8CodeUnitCount where !take(word.utf8Start[index]) {
      throw failure("a value is missing")
    }
    nodes.append(.init(kind: kind, start: UInt32(start), end: UInt32(place)))
  }

  // MARK: Texts

  private mutating func text() throws(JSONFailure) {
    place += 1
    let start = place
    var hasEscapes = false
    while true {
      let isASCII = skipPlain()
      switch here {
      case UInt8(ascii: "\""):
        let kind: JSONDocument.Kind = hasEscapes ? .escapedText : isASCII ? .plainText : .text
        nodes.append(.init(kind: kind, start: UInt32(start), end: UInt32(place)))
        place += 1
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      default:
        throw failure(
          place < bytes.count ? "a text holds a control character" : "a text has no end")
      }
    }
  }

  /// Skips what stands in a text for itself; answers whether it is all ASCII.
  private mutating func skipPlain() -> Bool {
    // Nine bytes in ten of a session are read here, so it is kept to a few steps a byte.
    var next = place
    var seen: UInt8 = 0
    while next < bytes.count {
      let byte = bytes[next]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
      seen |= byte
      next += 1
    }
    place = next
    return seen < 0x80
  }

  private mutating func escape() throws(JSONFailure) {
    place += 1
    switch here {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 1
    case UInt8(ascii: "u"):
      place += 1
      for _ in 0..<4 {
        guard hexValue(of: here) != nil else { throw failure("\\u wants four hex digits") }
        place += 1
      }
    default: throw failure("a backslash stands before the wrong character")
    }
  }

  // MARK: Numbers

  private mutating func number() throws(JSONFailure) {
    let start = place
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    nodes.append(.init(kind: .number, start: UInt32(start), end: UInt32(place)))
  }

  private mutating func digits() throws(JSONFailure) {
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 < 10 { place += 1 }
    guard place > start else { throw failure("a digit is missing") }
  }
}

/// What a hexadecimal digit stands for.
func hexValue(of byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
