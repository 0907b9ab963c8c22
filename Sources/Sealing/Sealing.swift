import Crypto
import CryptoExtras
import FoundationEssentials

/// Why something sealed cannot be opened.
public enum SealingFailure: Error, Equatable, Sendable {
  /// The passphrase is not the one that it was wrapped with, or what is there was changed.
  case wrongPassphrase
  /// What should be sealed bytes is nothing of the kind.
  case damaged
  /// What is to be sealed is longer than all of its kind may be.
  case tooLong(Int, most: Int)
}

/// How a passphrase becomes a key: scrypt, about a tenth of a second and 32 MiB of memory.
enum Stretching {
  static let saltCount = 16

  static func key(of passphrase: String, salt: [UInt8]) throws(SealingFailure) -> SymmetricKey {
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: 1 << 15,
        blockSize: 8, parallelism: 1)
    } catch {
      throw .damaged
    }
  }

  static func freshSalt() -> [UInt8] {
    SymmetricKey(size: .bits128).withUnsafeBytes(Array.init)
  }
}

/// The public half of a poll's key: whoever has it can seal, and nobody can open with it.
public struct PublicSeal: Sendable {
  private let key: Curve25519.KeyAgreement.PublicKey

  /// Throws `damaged` where those are not the bytes of a key.
  public init(_ bytes: [UInt8]) throws(SealingFailure) {
    do {
      key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
    } catch {
      throw .damaged
    }
  }

  /// Seals bytes, padded to `length` before: what comes out is as long for all of one length.
  public func seal(_ content: [UInt8], paddedTo length: Int) throws(SealingFailure) -> [UInt8] {
    guard content.count + 2 <= length else { throw .tooLong(content.count, most: length - 2) }
    let padded =
      [UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
      + [UInt8](repeating: 0, count: length - content.count - 2)
    do {
      var sender = try HPKE.Sender(
        recipientKey: key, ciphersuite: Seal.suite, info: Data(Seal.purpose))
      return Array(sender.encapsulatedKey) + Array(try sender.seal(padded))
    } catch {
      throw .damaged
    }
  }
}

enum Seal {
  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  static let purpose = Array("roundtable ballot".utf8)
  static let encapsulatedCount = 32
}

/// The secret half: opens what was sealed.
public struct SecretSeal: Sendable {
  private let key: Curve25519.KeyAgreement.PrivateKey

  private init(_ key: Curve25519.KeyAgreement.PrivateKey) {
    self.key = key
  }

  /// A new pair of halves.
  public init() {
    key = Curve25519.KeyAgreement.PrivateKey()
  }

  /// The bytes of the public half.
  public var publicBytes: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// The secret half as only the passphrase gives it back; salted, so different every time.
  public func wrapped(with passphrase: String) throws(SealingFailure) -> [UInt8] {
    let salt = Stretching.freshSalt()
    let wrapping = try Stretching.key(of: passphrase, salt: salt)
    do {
      let box = try ChaChaPoly.seal(key.rawRepresentation, using: wrapping)
      return salt + Array(box.combined)
    } catch {
      throw .damaged
    }
  }

  /// Unwraps the secret half; throws `wrongPassphrase` where that is not how it was wrapped.
  public init(unwrapping bytes: [UInt8], with passphrase: String) throws(SealingFailure) {
    guard bytes.count > Stretching.saltCount else { throw .damaged }
    let salt = Array(bytes.prefix(Stretching.saltCount))
    let wrapping = try Stretching.key(of: passphrase, salt: salt)
    do {
      let box = try ChaChaPoly.SealedBox(combined: bytes.dropFirst(Stretching.saltCount))
      key = try Curve25519.KeyAgreement.PrivateKey(
        rawRepresentation: try ChaChaPoly.open(box, using: wrapping))
    } catch {
      throw .wrongPassphrase
    }
  }

  /// What was sealed to the public half, without its padding.
  public func open(_ sealed: [UInt8]) throws(SealingFailure) -> [UInt8] {
    do {
      var recipient = try HPKE.Recipient(
        privateKey: key, ciphersuite: Seal.suite, info: Data(Seal.purpose),
        encapsulatedKey: Data(sealed.prefix(Seal.encapsulatedCount)))
      let padded = try recipient.open(sealed.dropFirst(Seal.encapsulatedCount))
      let bytes = Array(padded)
      guard bytes.count >= 2 else { throw SealingFailure.damaged }
      let count = Int(bytes[0]) << 8 | Int(bytes[1])
      guard count + 2 <= bytes.count else { throw SealingFailure.damaged }
      return Array(bytes[2..<count + 2])
    } catch {
      throw .damaged
    }
  }
}

/// A PIN as only itself matches it: salted and stretched like a passphrase.
public enum PINLock {
  public static func bytes(for pin: String) throws(SealingFailure) -> [UInt8] {
    let salt = Stretching.freshSalt()
    return salt + (try Stretching.key(of: pin, salt: salt)).withUnsafeBytes(Array.init)
  }

  /// Whether the PIN is the one that the bytes were made of.
  public static func opens(_ bytes: [UInt8], with pin: String) -> Bool {
    let salt = Array(bytes.prefix(Stretching.saltCount))
    guard let key = try? Stretching.key(of: pin, salt: salt) else { return false }
    let wanted = bytes.dropFirst(Stretching.saltCount)
    // Compared in constant time, as keys are.
    return SymmetricKey(data: Array(wanted)) == key
  }
}
