/// Some files in one, as `tar` writes and reads them.
///
/// Source: POSIX.1-2024, pax, “ustar Interchange Format”. The same files make the same bytes: no
/// owner, no rights of this machine, and one time for all.
struct TarArchive: Equatable, Sendable {
  var files: [File]

  struct File: Equatable, Sendable {
    /// With the folder it lies in: `ws-204/journal.jsonl`.
    var path: String
    var bytes: [UInt8]
  }

  /// Why bytes are no such archive.
  enum Flaw: Error, Equatable {
    /// They do not begin as one.
    case noArchive
    /// They end before the archive does.
    case torn
    /// What says which file follows was changed.
    case brokenHeader
    /// Something that is no plain file.
    case strange(String)
  }

  private static let block = 512

  // MARK: Writing

  /// The archive; `seconds` since 1970 is when all of its files say they were made.
  ///
  /// Traps where a path has more than 100 bytes behind its last slash, or 155 before it.
  func bytes(at seconds: Int64) -> [UInt8] {
    var all: [UInt8] = []
    for file in files {
      all += header(of: file, at: seconds)
      all += file.bytes
      let over = file.bytes.count % Self.block
      if over > 0 { all += [UInt8](repeating: 0, count: Self.block - over) }
    }
    // Two empty blocks end it.
    return all + [UInt8](repeating: 0, count: 2 * Self.block)
  }

  private func header(of file: File, at seconds: Int64) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: some Sequence<UInt8>, at place: Int, room: Int) {
      let bytes = Array(text)
      precondition(bytes.count <= room, "What stands in a header of tar fits it")
      header.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    put(file.path.lastPathPart.utf8, at: 0, room: 100)
    put("0000644\0".utf8, at: 100, room: 8)
    put("0000000\0".utf8, at: 108, room: 8)
    put("0000000\0".utf8, at: 116, room: 8)
    put(Self.octal(Int64(file.bytes.count)).utf8, at: 124, room: 12)
    put(Self.octal(max(0, seconds)).utf8, at: 136, room: 12)
    put("0".utf8, at: 156, room: 1)
    put("ustar\0".utf8, at: 257, room: 6)
    put("00".utf8, at: 263, room: 2)
    put(file.path.parentPath.utf8, at: 345, room: 155)
    put(Self.sumText(of: header), at: 148, room: 8)
    return header
  }

  /// Eleven figures and what ends them.
  private static func octal(_ number: Int64) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: max(0, 11 - digits.count)) + digits + "\0"
  }

  /// What a header adds up to, its own place counted as spaces.
  private static func sumText(of header: [UInt8]) -> [UInt8] {
    let sum = header.enumerated().reduce(0) { sum, byte in
      sum + ((148..<156).contains(byte.offset) ? 32 : Int(byte.element))
    }
    let digits = String(sum, radix: 8)
    return Array((String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "\0 ").utf8)
  }

  // MARK: Reading

  init(files: [File]) {
    self.files = files
  }

  /// Reads an archive of plain files.
  init(_ bytes: [UInt8]) throws(Flaw) {
    guard bytes.count >= 262, bytes[257..<262].elementsEqual("ustar".utf8) else {
      throw .noArchive
    }
    var files: [File] = []
    var place = 0
    while true {
      guard place + Self.block <= bytes.count else { throw .torn }
      let header = bytes[place..<place + Self.block]
      guard header.contains(where: { $0 != 0 }) else { break }
      let (path, size) = try Self.read(Array(header))
      place += Self.block
      guard size <= bytes.count - place else { throw .torn }
      files.append(File(path: path, bytes: Array(bytes[place..<place + size])))
      place += (size + Self.block - 1) / Self.block * Self.block
    }
    // Whoever packs it anew may end it with more empty blocks, and with nothing else.
    guard bytes[place...].allSatisfy({ $0 == 0 }) else { throw .brokenHeader }
    guard bytes.count - place >= 2 * Self.block else { throw .torn }
    self.files = files
  }

  private static func read(_ header: [UInt8]) throws(Flaw) -> (path: String, size: Int) {
    func text(_ place: Int, _ room: Int) -> String {
      String(decoding: header[place..<place + room].prefix { $0 != 0 }, as: UTF8.self)
    }
    func number(_ place: Int, _ room: Int) -> Int? {
      Int(text(place, room).filter { $0 != " " }, radix: 8)
    }
    let sum = header.enumerated().reduce(0) { sum, byte in
      sum + ((148..<156).contains(byte.offset) ? 32 : Int(byte.element))
    }
    guard number(148, 8) == sum, header[257..<262].elementsEqual("ustar".utf8),
      let size = number(124, 12), size >= 0
    else { throw .brokenHeader }
    let folder = text(345, 155)
    let path = folder.isEmpty ? text(0, 100) : "\(folder)/\(text(0, 100))"
    guard header[156] == UInt8(ascii: "0") || header[156] == 0 else { throw .strange(path) }
    return (path, size)
  }
}
