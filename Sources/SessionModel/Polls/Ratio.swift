/// A part of something, exact.
public struct Ratio: Hashable, Sendable {
  public var numerator: Int
  /// More than 0.
  public var denominator: Int

  /// Traps unless the denominator is more than 0.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator > 0, "a ratio to nothing")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// For drawing, never for counting.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// With that many decimals, rounded half away from zero: `2.4`.
  ///
  /// Trimmed it has no zeros at the end: `2`.
  public func text(decimals: Int = 1, isTrimmed: Bool = false) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let all = abs(numerator) * scale
    let rounded = (2 * all + denominator) / (2 * denominator)
    var part = decimals == 0 ? "" : String(rounded % scale)
    part = String(repeating: "0", count: max(0, decimals - part.count)) + part
    if isTrimmed { while part.last == "0" { part.removeLast() } }
    let sign = numerator < 0 && rounded > 0 ? "-" : ""
    return "\(sign)\(rounded / scale)" + (part.isEmpty ? "" : ".\(part)")
  }
}
