import Testing

@testable import SessionStore

struct DigestTests {
  private func digest(_ bytes: [UInt8], inPiecesOf size: Int = .max) -> String {
    var digest = Digest()
    var rest = bytes[...]
    while !rest.isEmpty {
      rest.prefix(size).withUnsafeBytes { digest.update($0) }
      rest = rest.dropFirst(size)
    }
    return digest.text
  }

  /// Figures from the reference implementation, xxHash 0.8.
  @Test(
    arguments: [
      (0, "ef46db3751d8e999"), (1, "e934a84adb052768"), (3, "e5c7bb4533bc65dd"),
      (14, "5cda8b69bbfc1d45"), (31, "c346d2b59b4d8ee1"), (32, "cbf59c5116ff32b4"),
      (222, "88ff0dada4bfa877"),
    ])
  func `the digest is XXH64`(count: Int, text: String) {
    #expect(digest((0..<count).map { UInt8(truncatingIfNeeded: $0) }) == text)
  }

  @Test(arguments: 1...70) func `pieces amount to the same as the whole`(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(digest(bytes, inPiecesOf: size) == digest(bytes))
  }
}
