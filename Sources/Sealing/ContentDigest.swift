import Crypto
import FoundationEssentials

/// What tells bytes from all others: SHA-256, as `sha256sum` writes it.
public enum ContentDigest {
  /// 64 figures and small letters.
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    let figures = Array("0123456789abcdef".utf8)
    let digest = SHA256.hash(data: Array(bytes))
    return String(
      decoding: digest.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
  }
}
