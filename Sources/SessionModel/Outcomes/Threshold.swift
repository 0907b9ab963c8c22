/// A fraction of a base that a count must reach, exact for every base.
public struct Threshold: Hashable, Sendable {
  public let numerator: Int
  public let denominator: Int
  /// Whether the fraction itself is not enough: more than a half.
  public let isMore: Bool

  /// `nil` unless it lies between nothing and all.
  public init?(_ numerator: Int, of denominator: Int, isMore: Bool = false) {
    guard denominator > 0, numerator >= 0, numerator <= denominator, denominator <= 1_000_000
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
    self.isMore = isMore
  }

  /// The smallest count that reaches it; with `isMore` and all of the base, one more than there is.
  public func needed(of base: Int) -> Int {
    let product = numerator * max(0, base)
    return isMore ? product / denominator + 1 : (product + denominator - 1) / denominator
  }

  /// Whether a count reaches it; nobody of nobody never does.
  public func isMet(by count: Int, of base: Int) -> Bool {
    base > 0 && count >= needed(of: base)
  }
}

extension Threshold: WrittenAsText {
  public static var wanted: String { "a fraction such as '1/3' or '>1/2'" }

  /// How it is written, such as `1/3` or `>1/2`.
  public var description: String { (isMore ? ">" : "") + "\(numerator)/\(denominator)" }

  /// Reads what `description` writes; `nil` when it is something else.
  public init?(_ text: String) {
    let isMore = text.hasPrefix(">")
    let parts = (isMore ? text.dropFirst() : text[...])
      .split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let numerator = parts[0], let denominator = parts[1] else {
      return nil
    }
    self.init(numerator, of: denominator, isMore: isMore)
  }
}
