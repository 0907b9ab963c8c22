/// What came of a key in something that waits for an answer.
public enum Reply<Value: Sendable>: Sendable {
  /// The key means nothing here.
  case ignored
  /// The key was taken; the answer is still open.
  case waiting
  case done(Value)
  /// What was chosen cannot be done now, and why.
  case refused(String)
  case cancelled
}

extension Reply: Equatable where Value: Equatable {}
