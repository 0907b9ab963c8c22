import TerminalUI
import Testing

@testable import CursesDriver

struct TrimmedEntryTests {
  /// A compiled entry with two names' bytes, one flag, one number and four strings.
  ///
  /// The first strings of every entry are `cbt`, `bel`, `cr`, `csr`.
  static func entry(magic: [UInt8], number: [UInt8]) -> [UInt8] {
    let header: [UInt8] = magic + [2, 0, 1, 0, 1, 0, 4, 0, 8, 0]
    let places: [UInt8] = [0, 0, 2, 0, 4, 0, 6, 0]
    // After three bytes of names and flags one is left out, so that numbers start evenly.
    return header + [0x78, 0, 1, 0] + number + places + [97, 0, 98, 0, 99, 0, 100, 0]
  }

  @Test(
    arguments: [
      ([0x1A, 0x01], [80, 0]), ([0x1E, 0x02], [80, 0, 0, 0]),
    ] as [([UInt8], [UInt8])])
  func `harmful strings are absent afterwards`(_ magic: [UInt8], _ number: [UInt8]) throws {
    let entry = Self.entry(magic: magic, number: number)
    let trimmed = try #require(TrimmedEntry.trim(entry, for: Size(columns: 132, rows: 43)))
    let start = 16 + number.count
    #expect(trimmed[start..<start + 8] == [0xFF, 0xFF, 2, 0, 4, 0, 0xFF, 0xFF])
    #expect(trimmed[..<16] == entry[..<16])
    #expect(trimmed[16] == 132 && trimmed[17..<start].allSatisfy { $0 == 0 })
    #expect(trimmed[(start + 8)...] == entry[(start + 8)...])
  }

  @Test(arguments: [[], [0x1A, 0x01], Array(repeating: 7, count: 40)] as [[UInt8]])
  func `what is no entry is left alone`(_ bytes: [UInt8]) {
    #expect(TrimmedEntry.trim(bytes, for: Size(columns: 80, rows: 24)) == nil)
  }

  @Test func `an entry cut short is left alone`() {
    let entry = Self.entry(magic: [0x1A, 0x01], number: [80, 0])
    #expect(TrimmedEntry.trim(Array(entry.prefix(20)), for: Size(columns: 80, rows: 24)) == nil)
  }
}
