import Testing

@testable import Sealing

struct SealingTests {
  private let ballot = Array("{\"marks\":{\"A\":1}}".utf8)

  private func sealed(_ content: [UInt8], for secret: SecretSeal, length: Int = 64) throws
    -> [UInt8]
  {
    try PublicSeal(secret.publicBytes).seal(content, paddedTo: length)
  }

  @Test func `what was sealed is opened with the secret half`() throws {
    let secret = SecretSeal()
    #expect(try secret.open(sealed(ballot, for: secret)) == ballot)
  }

  @Test func `another secret half opens nothing`() throws {
    let bytes = try sealed(ballot, for: SecretSeal())
    #expect(throws: SealingFailure.damaged) { try SecretSeal().open(bytes) }
  }

  @Test func `a changed byte is noticed`() throws {
    let secret = SecretSeal()
    var bytes = try sealed(ballot, for: secret)
    bytes[40] ^= 1
    #expect(throws: SealingFailure.damaged) { try secret.open(bytes) }
  }

  @Test(arguments: [0, 1, 20, 62]) func `all contents come out equally long`(count: Int) throws {
    let bytes = try sealed([UInt8](repeating: 7, count: count), for: SecretSeal())
    #expect(bytes.count == 64 + 32 + 16)
  }

  @Test func `what does not fit is not sealed`() throws {
    #expect(throws: SealingFailure.tooLong(63, most: 62)) {
      try sealed([UInt8](repeating: 7, count: 63), for: SecretSeal())
    }
  }

  @Test func `one content sealed twice looks different`() throws {
    let secret = SecretSeal()
    #expect(try sealed(ballot, for: secret) != sealed(ballot, for: secret))
  }

  @Test func `the passphrase gives the secret half back`() throws {
    let secret = SecretSeal()
    let again = try SecretSeal(
      unwrapping: secret.wrapped(with: "ein Fluß"), with: "ein Fluß")
    #expect(again.publicBytes == secret.publicBytes)
  }

  @Test func `another passphrase does not`() throws {
    let wrapped = try SecretSeal().wrapped(with: "a river")
    #expect(throws: SealingFailure.wrongPassphrase) {
      try SecretSeal(unwrapping: wrapped, with: "a rivet")
    }
  }

  @Test func `what is cut off is not unwrapped`() throws {
    #expect(throws: SealingFailure.damaged) {
      try SecretSeal(unwrapping: [1, 2, 3], with: "a river")
    }
  }

  @Test(arguments: [("4711", true), ("4712", false), ("", false), ("47110", false)])
  func `a lock opens for its PIN alone`(pin: String, opens: Bool) throws {
    #expect(PINLock.opens(try PINLock.bytes(for: "4711"), with: pin) == opens)
  }

  @Test func `a lock does not show its PIN`() throws {
    let bytes = try PINLock.bytes(for: "4711")
    #expect(bytes != (try PINLock.bytes(for: "4711")))
    #expect(bytes.count == 48)
  }

  // Source: FIPS 180-2, appendix B.1.
  @Test func `a digest is what sha256sum writes`() {
    #expect(
      ContentDigest.text(of: "abc".utf8)
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
