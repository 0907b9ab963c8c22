/// A running XXH64 of bytes: tells whether two rows of bytes are the same.
///
/// Source: the xxHash specification, 64 bits, seed 0. Not a signature: whoever wants to can forge it.
struct Digest: Equatable, Sendable {
  private var lanes: SIMD4<UInt64> = Digest.start
  /// What came after the last whole stripe of 32 bytes.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5
  private static let start = SIMD4(prime1 &+ prime2, prime2, 0, 0 &- prime1)

  init() {
    rest.reserveCapacity(32)
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += UInt64(bytes.count)
    var next = 0
    if !rest.isEmpty {
      next = min(32 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<next])
      guard rest.count == 32 else { return }
      let whole = lanes
      lanes = rest.withUnsafeBytes { Self.mixed(whole, $0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    var lanes = lanes
    while next + 32 <= bytes.count {
      lanes = Self.mixed(lanes, bytes, at: next)
      next += 32
    }
    self.lanes = lanes
    rest.append(contentsOf: bytes[next...])
  }

  private static func mixed(
    _ lanes: SIMD4<UInt64>, _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) -> SIMD4<UInt64> {
    var lanes = lanes
    for lane in 0..<4 {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset + lane * 8, as: UInt64.self))
      lanes[lane] = round(lanes[lane], word)
    }
    return lanes
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    (lane &+ word &* prime2).rotated(by: 31) &* prime1
  }

  var value: UInt64 {
    var hash =
      count < 32
      ? Self.prime5
      : lanes[0].rotated(by: 1) &+ lanes[1].rotated(by: 7) &+ lanes[2].rotated(by: 12)
        &+ lanes[3].rotated(by: 18)
    if count >= 32 {
      for lane in 0..<4 {
        hash = (hash ^ Self.round(0, lanes[lane])) &* Self.prime1 &+ Self.prime4
      }
    }
    hash &+= count
    return Self.avalanche(of: rest.withUnsafeBytes { Self.tail($0, into: hash) })
  }

  private static func tail(_ bytes: UnsafeRawBufferPointer, into start: UInt64) -> UInt64 {
    var hash = start
    var next = 0
    while next + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      hash = (hash ^ round(0, word)).rotated(by: 27) &* prime1 &+ prime4
      next += 8
    }
    if next + 4 <= bytes.count {
      let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt32.self))
      hash = (hash ^ UInt64(word) &* prime1).rotated(by: 23) &* prime2 &+ prime3
      next += 4
    }
    for byte in bytes[next...] {
      hash = (hash ^ UInt64(byte) &* prime5).rotated(by: 11) &* prime1
    }
    return hash
  }

  private static func avalanche(of hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  /// Sixteen figures and small letters.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
