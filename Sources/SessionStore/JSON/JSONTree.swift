/// A JSON text being put together.
///
/// Members are kept until all are there, since they are written in the order of their keys.
final class JSONTree {
  // What follows is looked at for every value: too often to check that nobody else does so too.

  /// The bytes of all texts, numbers and words.
  @exclusivity(unchecked) private var scalars: [UInt8] = []
  /// What the values being encoded have become so far, the outermost first.
  @exclusivity(unchecked) private var slots: [Piece?] = []
  private var root = Piece.scalar(0..<0)

  /// A value that was encoded.
  enum Piece {
    case scalar(Range<Int>)
    case object(Members)
    case array(Elements)
  }

  final class Members {
    @exclusivity(unchecked) var all: [(key: String, value: Piece)] = []
  }

  final class Elements {
    @exclusivity(unchecked) var all: [Piece] = []
  }

  init(of value: some Encodable) throws {
    root = try piece(of: value)
  }

  /// Encodes a value; an empty object where it does not encode anything.
  func piece(of value: some Encodable) throws -> Piece {
    slots.append(nil)
    try value.encode(to: JSONWriter(tree: self, slot: slots.count - 1))
    return (slots.popLast() ?? nil) ?? .object(Members())
  }

  // MARK: What a value becomes

  func fill(_ slot: Int, with piece: Piece) {
    precondition(slot < slots.count, "An encoder is not kept after the value was encoded")
    slots[slot] = piece
  }

  func members(in slot: Int) -> Members {
    if case .object(let members)? = slots[slot] { return members }
    let members = Members()
    fill(slot, with: .object(members))
    return members
  }

  func elements(in slot: Int) -> Elements {
    if case .array(let elements)? = slots[slot] { return elements }
    let elements = Elements()
    fill(slot, with: .array(elements))
    return elements
  }

  // MARK: Texts, numbers and words

  func word(_ word: StaticString) -> Piece {
    let start = scalars.count
    scalars.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    return .scalar(start..<scalars.count)
  }

  func bool(_ value: Bool) -> Piece { word(value ? "true" : "false") }

  func integer(_ value: some FixedWidthInteger) -> Piece {
    let start = scalars.count
    scalars.append(contentsOf: String(value).utf8)
    return .scalar(start..<scalars.count)
  }

  /// Shortest figures that read back as the same number; throws for what JSON has no figures for.
  func double(_ value: Double) throws -> Piece {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "JSON has no figures for it"))
    }
    let start = scalars.count
    scalars.append(contentsOf: value.description.utf8)
    return .scalar(start..<scalars.count)
  }

  func text(_ value: String) -> Piece {
    let start = scalars.count
    scalars.append(quoted: value)
    return .scalar(start..<scalars.count)
  }

  // MARK: Writing it out

  func bytes(as layout: JSONText.Layout) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(scalars.count * 2)
    let depth =
      switch layout {
      case .line: 0
      case .indented(let depth): depth
      }
    write(root, indented: depth, level: 0, to: &output)
    if depth > 0 { output.append(newline) }
    return output
  }

  /// `indented` tells how many levels of what follows get lines of their own.
  private func write(_ piece: Piece, indented: Int, level: Int, to output: inout [UInt8]) {
    switch piece {
    case .scalar(let range): output.append(contentsOf: scalars[range])
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      var separator: UInt8?
      for element in elements.all {
        separate(&separator, indented: indented, level: level + 1, &output)
        write(element, indented: indented - 1, level: level + 1, to: &output)
      }
      close(UInt8(ascii: "]"), separator != nil && indented > 0, level: level, &output)
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      var separator: UInt8?
      for member in members.all.sorted(by: { $0.key < $1.key }) {
        separate(&separator, indented: indented, level: level + 1, &output)
        output.append(quoted: member.key)
        output.append(UInt8(ascii: ":"))
        if indented > 0 { output.append(UInt8(ascii: " ")) }
        write(member.value, indented: indented - 1, level: level + 1, to: &output)
      }
      close(UInt8(ascii: "}"), separator != nil && indented > 0, level: level, &output)
    }
  }

  private func separate(
    _ separator: inout UInt8?, indented: Int, level: Int, _ output: inout [UInt8]
  ) {
    if let separator { output.append(separator) }
    separator = UInt8(ascii: ",")
    if indented > 0 { breakLine(level: level, &output) }
  }

  private func close(_ mark: UInt8, _ breaks: Bool, level: Int, _ output: inout [UInt8]) {
    if breaks { breakLine(level: level, &output) }
    output.append(mark)
  }

  private func breakLine(level: Int, _ output: inout [UInt8]) {
    output.append(newline)
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
  }
}

extension [UInt8] {
  /// Adds a JSON text; RFC 8259, 7.
  fileprivate mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      for (place, byte) in bytes.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(contentsOf: bytes[done..<place])
        append(escaped: byte)
        done = place + 1
      }
      append(contentsOf: bytes[done...])
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    default:
      append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
