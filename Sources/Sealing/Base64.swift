import FoundationEssentials

/// Bytes in letters that stand in a line of text.
public enum Base64 {
  public static func text(of bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// `nil` where the text is nothing of the kind.
  public static func bytes(of text: String) -> [UInt8]? {
    Data(base64Encoded: text).map(Array.init)
  }
}
