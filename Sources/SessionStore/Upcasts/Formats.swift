import SessionModel

/// The formats of a journal that this program can read, and the one it writes.
package struct Formats: Sendable {
  /// The format that is written.
  var current: Int

  static let known = Formats(current: 1)

  /// The line before the first entry, with its newline.
  var header: [UInt8] {
    Array("{\"format\":\(current),\"program\":\"roundtable\"}\n".utf8)
  }

  /// The format that a header line tells; `nil` where the line is none.
  func header(_ line: ArraySlice<UInt8>, number: Int) throws(StoreFailure) -> Int? {
    guard line.starts(with: Self.headerStart) else {
      guard number > 1 else { throw .damaged(line: number, .noHeader) }
      return nil
    }
    guard let header = try? JSONText.value(Header.self, from: line), header.format >= 1 else {
      throw .damaged(line: number, .noHeader)
    }
    guard header.format <= current else { throw .newer(line: number, known: current) }
    return header.format
  }

  private static let headerStart = Array("{\"format\":".utf8)

  private struct Header: Decodable {
    var format: Int
  }

  /// The entry that stands in a line, lifted to the current format.
  func entry(
    _ line: ArraySlice<UInt8>, at position: Journal.Position
  ) throws(StoreFailure) -> Entry {
    do {
      return try JSONText.value(Entry.self, from: line)
    } catch {
      throw .damaged(line: position.line, .notAnEntry("\(error)"))
    }
  }
}
