/// Texts, numbers and words out of a document.
extension JSONDocument {
  private func slice(_ node: Node) -> ArraySlice<UInt8> {
    bytes[Int(node.start)..<Int(node.end)]
  }

  /// The failure of finding another kind of value than was wanted.
  func unfit(_ node: Int, wanted: String) -> JSONFailure {
    let kind = self[node].kind
    // A text is kept without its mark, an error points at it.
    let mark = kind == .plainText || kind == .text || kind == .escapedText ? 1 : 0
    return .unfit(
      "\(kind.name) stands where \(wanted) should", byte: Int(self[node].start) + 1 - mark)
  }

  /// A number as it was written.
  func figures(_ node: Int) -> String { String(decoding: slice(self[node]), as: UTF8.self) }

  func isNull(_ node: Int) -> Bool { self[node].kind == .null }

  func bool(_ node: Int) throws(JSONFailure) -> Bool {
    switch self[node].kind {
    case .yes: true
    case .no: false
    default: throw unfit(node, wanted: "true or false")
    }
  }

  func text(_ node: Int) throws(JSONFailure) -> String {
    let found = self[node]
    switch found.kind {
    case .plainText:
      return bytes.withUnsafeBufferPointer { bytes in
        let range = Int(found.start)..<Int(found.end)
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      }
    case .text:
      guard let text = String(validating: slice(found), as: UTF8.self) else {
        throw .malformed("a text is not UTF-8", byte: Int(found.start) + 1)
      }
      return text
    case .escapedText: return try unescaped(found)
    default: throw unfit(node, wanted: "a text")
    }
  }

  func unescaped(_ node: Node) throws(JSONFailure) -> String {
    var rest = slice(node)
    var plain: [UInt8] = []
    plain.reserveCapacity(rest.count)
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        plain.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): plain.append(0x08)
      case UInt8(ascii: "f"): plain.append(0x0C)
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "u"):
        guard let scalar = Self.scalar(&rest) else {
          throw .malformed("half a character stands alone", byte: Int(node.start) + 1)
        }
        plain.append(contentsOf: String(scalar).utf8)
      default: plain.append(escape)
      }
    }
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw .malformed("a text is not UTF-8", byte: Int(node.start) + 1)
    }
    return text
  }

  /// Reads the four digits behind `\u`, and the other half where they are one; RFC 8259, 7.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    let first = unit(&rest)
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    guard rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    rest.removeFirst(2)
    let second = unit(&rest)
    guard second & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return digits.reduce(0) { $0 << 4 + (hexValue(of: $1) ?? 0) }
  }

  /// A whole number that fits; one with a fraction or an exponent does not.
  func integer<Number: FixedWidthInteger>(
    _ node: Int, as type: Number.Type
  ) throws(JSONFailure) -> Number {
    let found = self[node]
    guard found.kind == .number else { throw unfit(node, wanted: "a whole number") }
    var place = Int(found.start)
    let isNegative = bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var value: Number = 0
    while place < Int(found.end) {
      let byte = bytes[place] &- 0x30
      guard byte < 10 else { throw unfit(node, wanted: "a whole number") }
      let digit = Number(truncatingIfNeeded: byte)
      place += 1
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeNow) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !isTooLarge, !isTooLargeNow else { throw unfit(node, wanted: "a smaller number") }
      value = sum
    }
    return value
  }

  func double(_ node: Int) throws(JSONFailure) -> Double {
    let found = self[node]
    guard found.kind == .number,
      let value = Double(String(decoding: slice(found), as: UTF8.self)), value.isFinite
    else { throw unfit(node, wanted: "a number") }
    return value
  }
}

extension JSONDocument.Kind {
  /// What it is, for sentences.
  fileprivate var name: String {
    switch self {
    case .null: "null"
    case .yes: "true"
    case .no: "false"
    case .number: "a number"
    case .plainText, .text, .escapedText: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
