import Testing

@testable import CursesDriver

struct DirectEntryTests {
  /// An entry with 15 numbers, the 14th of them `colors`, and 361 strings, none of them there.
  static func entry(colors: UInt8) -> [UInt8] {
    let header: [UInt8] = [0x1A, 0x01, 2, 0, 1, 0, 15, 0, 0x69, 0x01, 2, 0]
    var entry = header + [0x78, 0, 1, 0]
    for number: UInt8 in 0..<15 { entry += [number == 13 ? colors : number, 0] }
    entry += [UInt8](repeating: 0xFF, count: 2 * 361)
    return entry + [97, 0]
  }

  @Test func `colours become numbers of 24 bits`() throws {
    let granted = try #require(DirectEntry.grant(Self.entry(colors: 8)))
    #expect(granted[..<2] == [0x1E, 0x02])
    let numbers = 16
    #expect(granted[(numbers + 4 * 13)...].prefix(4) == [0, 0, 0, 1])
    #expect(granted[(numbers + 4 * 14)...].prefix(4) == [0xFF, 0x7F, 0, 0])
    let text = String(decoding: granted, as: UTF8.self)
    #expect(text.contains("38;2;%p1%{65536}%/%d;"))
    #expect(text.contains("48;2;%p1%{65536}%/%d;"))
    #expect(granted.suffix(4) == [0x52, 0x47, 0x42, 0])
  }

  @Test func `other numbers stay as they were`() throws {
    let granted = try #require(DirectEntry.grant(Self.entry(colors: 8)))
    let numbers = (0..<13).map { Int(granted[16 + 4 * $0]) }
    #expect(numbers == Array(0..<13))
  }

  @Test func `a terminal without colours is given none`() {
    #expect(DirectEntry.grant(Self.entry(colors: 0)) == nil)
    #expect(DirectEntry.grant(Array(Self.entry(colors: 8).prefix(100))) == nil)
    #expect(DirectEntry.grant([]) == nil)
  }
}
