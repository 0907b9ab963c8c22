import SessionModel

/// The formats of a journal that this program can read, and the one it writes.
package struct Formats: Sendable {
  /// The first lifts format 1 to 2, the second 2 to 3, and so on.
  let upcasts: [any Upcast]

  /// The format that is written, and the newest that can be read.
  var current: Int { upcasts.count + 1 }

  static let known = Formats(upcasts: [])

  /// The line before the first entry of this format, with its newline.
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
      guard position.format < current else { return try JSONText.value(Entry.self, from: line) }
      return try JSONText.value(Entry.self, from: lifted(line, from: position.format)[...])
    } catch JSONFailure.malformed(let what, let byte) {
      throw .damaged(line: position.line, .notJSON(what, byte: byte))
    } catch JSONFailure.unfit(let what, let byte) {
      throw .damaged(line: position.line, .notAnEntry("\(what), at byte \(byte)"))
    } catch let error as DecodingError where error.isOfTheUnknown {
      throw .newer(line: position.line, known: current)
    } catch {
      throw .damaged(line: position.line, .notAnEntry("a time or a name cannot be read"))
    }
  }

  private func lifted(
    _ line: ArraySlice<UInt8>, from format: Int
  ) throws(JSONFailure) -> [UInt8] {
    let entry = try JSONValue(line)
    return JSONText.bytes(of: upcasts[(format - 1)...].reduce(entry) { $1.lift($0) })
  }
}

extension DecodingError {
  /// Whether an event or a seat is there whose code this program does not know.
  ///
  /// Our reader says of itself what is missing or misplaced; the model's types say the rest.
  fileprivate var isOfTheUnknown: Bool {
    let context =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: DecodingError.Context(codingPath: [], debugDescription: "")
      }
    return ["event", "by"].contains(context.codingPath.first?.stringValue)
  }
}
