/// A file from elsewhere, as it was read.
public struct ForeignFile: Sendable {
  /// More bytes than that are refused.
  public static let largest = 50_000_000

  /// What messages call it: `speakers.csv`.
  public let name: String
  public let bytes: [UInt8]

  public init(named name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A file's text, and whether its encoding had to be guessed.
struct ForeignText {
  var text: String
  var isGuessed: Bool
}

extension ForeignFile {
  /// The text: UTF-8, UTF-16 behind a byte order mark, else Latin-1 as Windows has it.
  func text() throws(ImportFailure) -> ForeignText {
    guard bytes.count <= Self.largest else { throw .tooLarge(file: name) }
    let text = try decoded()
    guard text.text.contains(where: { !$0.isWhitespace }) else { throw .empty(file: name) }
    guard !text.text.utf8.contains(0) else { throw .notText(file: name) }
    return text
  }

  private func decoded() throws(ImportFailure) -> ForeignText {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(highByteFirst: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(highByteFirst: true) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) {
      return ForeignText(text: text, isGuessed: false)
    }
    // Bytes that no text in one byte a letter has are those of a picture or a program.
    guard !body.contains(where: { $0 < 0x09 || (0x0E...0x1A).contains($0) }) else {
      throw .notText(file: name)
    }
    var text = String.UnicodeScalarView()
    for byte in body { text.append(Self.latin(byte)) }
    return ForeignText(text: String(text), isGuessed: true)
  }

  private func utf16(highByteFirst: Bool) -> ForeignText {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return highByteFirst ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
    }
    return ForeignText(text: String(decoding: units, as: UTF16.self), isGuessed: false)
  }

  private static func latin(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? windows[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What Windows-1252 puts where Latin-1 has controls; its five gaps stay as they are.
  private static let windows = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
