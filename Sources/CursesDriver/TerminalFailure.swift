import Glibc

/// What the terminal or the system refused, as a sentence.
public struct TerminalFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was tried: `open the terminal`.
  public var attempt: String
  /// The system's own number; 0 when it gave none.
  public var errno: Int32

  public init(_ attempt: String, errno: Int32 = 0) {
    self.attempt = attempt
    self.errno = errno
  }

  public var description: String {
    guard errno != 0, let reason = strerror(errno) else { return "Could not \(attempt)" }
    return "Could not \(attempt): \(String(cString: reason))"
  }
}
