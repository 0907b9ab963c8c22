/// A JSON value that knows the line it stands on, so that a mistake in it can be found.
///
/// Decoders forget lines; what a host writes is small, so this reads it itself. Numbers are whole
/// ones.
public struct LinedJSON: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    case object([Member])
    case array([LinedJSON])
    case string(String)
    case number(Int)
    case bool(Bool)
    case null
  }

  public struct Member: Equatable, Sendable {
    public var key: String
    public var line: Int
    public var value: LinedJSON

    /// Its text; throws where it is something else.
    public func text() throws(Fault) -> String {
      guard case .string(let text) = value.value else {
        throw Fault(line: value.line, fault: "gives '\(key)' as \(value.kind); it is a text")
      }
      return text
    }
  }

  /// The first mistake in a file.
  public struct Fault: Error, Equatable, Sendable {
    /// Counted from 1.
    public var line: Int
    /// What is so, to stand after the line and the file: `has no ':' after 'title'`.
    public var fault: String

    public init(line: Int, fault: String) {
      self.line = line
      self.fault = fault
    }
  }

  /// Counted from 1.
  public var line: Int
  public var value: Value

  init(line: Int, value: Value) {
    self.line = line
    self.value = value
  }

  /// Reads a text that is one value; throws the first mistake, with its line.
  public init(parsing text: String) throws(Fault) {
    var reader = Reader(text)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.peek == nil else { throw reader.fault("goes on after the end of the JSON value") }
  }

  /// What it is, in the words of a message.
  public var kind: String {
    switch value {
    case .object: "an object"
    case .array: "a list"
    case .string(let text): "'\(text)'"
    case .number(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .null: "null"
    }
  }

  /// The members of an object, all of them known ones where `known` is given.
  public func members(
    in place: String, known: [String]? = nil
  ) throws(Fault) -> [Member] {
    guard case .object(let members) = value else {
      throw Fault(line: line, fault: "gives \(place) as \(kind); it is an object in braces")
    }
    if let known, let other = members.first(where: { !known.contains($0.key) }) {
      throw Fault(
        line: other.line,
        fault: "gives \(place) the key '\(other.key)'; it can have \(known.joined(separator: ", "))"
      )
    }
    return members
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0
    var line = 1

    init(_ text: String) {
      bytes = Array(text.utf8)
    }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func fault(_ words: String) -> Fault { Fault(line: line, fault: words) }

    mutating func skipSpace() {
      while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        if byte == 0x0A { line += 1 }
        position += 1
      }
    }

    /// Takes a byte when it is the next one.
    mutating func take(_ byte: Unicode.Scalar) -> Bool {
      skipSpace()
      guard peek == UInt8(ascii: byte) else { return false }
      position += 1
      return true
    }

    mutating func value(depth: Int) throws(Fault) -> LinedJSON {
      guard depth < 20 else { throw fault("has objects in one another that go too deep") }
      skipSpace()
      let start = line
      guard let first = peek else { throw fault("ends where a value is wanted") }
      let value: Value
      switch first {
      case UInt8(ascii: "{"): value = .object(try object(depth: depth))
      case UInt8(ascii: "["): value = .array(try array(depth: depth))
      case UInt8(ascii: "\""): value = .string(try string())
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
      default: value = try word()
      }
      return LinedJSON(line: start, value: value)
    }

    mutating func object(depth: Int) throws(Fault) -> [Member] {
      position += 1
      var members: [Member] = []
      if take("}") { return members }
      repeat {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else {
          throw fault("has no key in quotes where one is due")
        }
        let start = line
        let key = try string()
        guard take(":") else { throw fault("has no ':' after '\(key)'") }
        guard !members.contains(where: { $0.key == key }) else {
          throw Fault(line: start, fault: "says '\(key)' a second time")
        }
        members.append(Member(key: key, line: start, value: try value(depth: depth + 1)))
      } while take(",")
      guard take("}") else { throw fault("has no ',' or '}' where one is due") }
      return members
    }

    mutating func array(depth: Int) throws(Fault) -> [LinedJSON] {
      position += 1
      var items: [LinedJSON] = []
      if take("]") { return items }
      repeat { items.append(try value(depth: depth + 1)) } while take(",")
      guard take("]") else { throw fault("has no ',' or ']' where one is due") }
      return items
    }

    mutating func string() throws(Fault) -> String {
      position += 1
      var content: [UInt8] = []
      while let byte = peek, byte != UInt8(ascii: "\"") {
        guard byte >= 0x20 else { throw fault("has a text without its closing quote") }
        position += 1
        guard byte == UInt8(ascii: "\\") else {
          content.append(byte)
          continue
        }
        content.append(contentsOf: try escaped().utf8)
      }
      guard peek != nil else { throw fault("has a text without its closing quote") }
      position += 1
      return String(decoding: content, as: UTF8.self)
    }

    /// What stands after a backslash.
    mutating func escaped() throws(Fault) -> String {
      let letter = peek
      position += 1
      switch letter {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
        return String(Unicode.Scalar(letter ?? 0))
      case UInt8(ascii: "u"):
        let digits = bytes[min(position, bytes.count)...].prefix(4)
        guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          digits.count == 4, let scalar = Unicode.Scalar(code)
        else { throw fault("has a '\\u' without the four digits of a character") }
        position += 4
        return String(scalar)
      default: throw fault("has a '\\' before something that needs none")
      }
    }

    mutating func number() throws(Fault) -> Int {
      let start = position
      while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
      let digits = String(decoding: bytes[start..<position], as: UTF8.self)
      guard let number = Int(digits) else {
        throw fault("has \(digits) where a whole number is due")
      }
      return number
    }

    mutating func word() throws(Fault) -> Value {
      let start = position
      while let byte = peek, byte > 0x20, !"{}[],:\"".utf8.contains(byte) { position += 1 }
      switch String(decoding: bytes[start..<position], as: UTF8.self) {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      case "": throw fault("has no value where one is due")
      case let other: throw fault("has '\(other)', which is no JSON value; texts stand in quotes")
      }
    }
  }
}
