/// Rows of cells with a delimiter between them, as spreadsheets save them.
///
/// Source: RFC 4180, read leniently: lines may end in LF, CRLF or CR, and a quote inside an
/// unquoted cell is part of it.
struct DelimitedTable {
  /// Rows that hold anything, in order.
  private(set) var rows: [Row] = []

  struct Row: Equatable {
    /// As a spreadsheet counts them, empty ones included; from 1.
    var number: Int
    /// The line of the file that it begins in; from 1.
    var line: Int
    /// As they stand in the file, quotes taken off.
    var cells: [String]
  }

  /// Throws the number of the row whose quote is never closed.
  ///
  /// `delimiter` is for tables below lines that have none.
  init(_ text: String, delimiter: UInt8? = nil) throws(OpenQuote) {
    let bytes = Array(text.utf8)
    var reader = CellReader(bytes: bytes, delimiter: delimiter ?? Self.delimiter(of: bytes))
    var number = 0
    while !reader.isAtEnd {
      number += 1
      let line = reader.line
      guard let cells = reader.row() else { throw OpenQuote(row: number) }
      guard cells.contains(where: { $0.contains { !$0.isWhitespace } }) else { continue }
      rows.append(Row(number: number, line: line, cells: cells))
    }
  }

  struct OpenQuote: Error {
    var row: Int
  }

  /// What stands most often between the words of the first line; `nil` for one column.
  private static func delimiter(of bytes: [UInt8]) -> UInt8? {
    let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    var hasWords = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if hasWords, byte == 0x0A || byte == 0x0D { break }
      hasWords = hasWords || byte > 0x20
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { candidates[$0] }
  }
}

/// Reads cells off the front of a table.
private struct CellReader {
  let bytes: [UInt8]
  let delimiter: UInt8?
  var line = 1
  private var index = 0

  init(bytes: [UInt8], delimiter: UInt8?) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The next row, its line break read too; `nil` when a quote in it is never closed.
  mutating func row() -> [String]? {
    var cells: [String] = []
    while true {
      guard let cell = cell() else { return nil }
      cells.append(cell)
      guard index < bytes.count else { return cells }
      let byte = bytes[index]
      readOver()
      guard byte == delimiter else { return cells }
      // A delimiter at the very end opens one more cell.
      if isAtEnd { return cells + [""] }
    }
  }

  /// Up to the next delimiter or line break, neither of which is read.
  private mutating func cell() -> String? {
    var content: [UInt8] = []
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      guard readQuoted(into: &content) else { return nil }
    }
    while index < bytes.count, bytes[index] != delimiter, !isLineBreak(bytes[index]) {
      content.append(bytes[index])
      index += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func readQuoted(into content: inout [UInt8]) -> Bool {
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return true }
      }
      content.append(bytes[index])
      readOver()
    }
    return false
  }

  /// Reads a byte, and the line feed that belongs to a carriage return.
  private mutating func readOver() {
    let byte = bytes[index]
    index += 1
    if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    if isLineBreak(byte) { line += 1 }
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
