/// An archive as word processors' files are, in its bytes.
struct ZipArchive {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Dates every file in it the first of January 1980, the earliest there is: whoever packs one
  /// takes the time of packing, and the same files would not make the same archive.
  ///
  /// Bytes that are no archive stay as they are.
  mutating func forgetDates() {
    guard let end = endOfDirectory else { return }
    var header = number(at: end + 16, bytes: 4)
    for _ in 0..<number(at: end + 10, bytes: 2) {
      guard isSigned(header, 1, 2), header + 46 <= bytes.count else { return }
      date(at: header + 12)
      let file = number(at: header + 42, bytes: 4)
      if isSigned(file, 3, 4), file + 30 <= bytes.count { date(at: file + 10) }
      let rest = [28, 30, 32].map { number(at: header + $0, bytes: 2) }
      header += 46 + rest.reduce(0, +)
    }
  }

  private var endOfDirectory: Int? {
    guard bytes.count >= 22 else { return nil }
    return (0...bytes.count - 22).reversed().first { isSigned($0, 5, 6) }
  }

  private func isSigned(_ place: Int, _ one: UInt8, _ other: UInt8) -> Bool {
    place >= 0 && place + 4 <= bytes.count
      && bytes[place..<place + 4].elementsEqual([0x50, 0x4B, one, other])
  }

  private func number(at place: Int, bytes count: Int) -> Int {
    guard place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// Midnight, and the first of the first month of year 0 of such dates.
  private mutating func date(at place: Int) {
    bytes.replaceSubrange(place..<place + 4, with: [0, 0, 0x21, 0])
  }
}
