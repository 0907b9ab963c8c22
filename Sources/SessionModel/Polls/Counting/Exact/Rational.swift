/// An exact fraction, without bounds.
public struct Rational: Hashable, Sendable {
  /// In lowest terms.
  private let numerator: BigInteger
  /// Above zero.
  private let denominator: BigInteger

  public static let zero = Rational(0)
  public static let one = Rational(1)

  public init(_ value: Int) {
    self.init(whole: BigInteger(value))
  }

  /// A fraction of two whole numbers; traps where the second is zero.
  public init(_ numerator: Int, over denominator: Int) {
    precondition(denominator != 0, "Nothing is divided by zero")
    self.init(BigInteger(numerator), over: BigInteger(denominator))
  }

  private init(whole: BigInteger) {
    numerator = whole
    denominator = BigInteger(1)
  }

  private init(_ numerator: BigInteger, over denominator: BigInteger) {
    let sign = BigInteger(denominator.isNegative ? -1 : 1)
    let size = numerator.isNegative ? -numerator : numerator
    let divisor = size.commonDivisor(with: sign * denominator)
    self.numerator = (sign * numerator).divided(by: divisor).quotient
    self.denominator = (sign * denominator).divided(by: divisor).quotient
  }

  /// A whole number of any length, in decimal digits.
  init?(figures: String) {
    guard let value = BigInteger(figures) else { return nil }
    self.init(whole: value)
  }

  var numeratorText: String { numerator.description }

  var fractionText: String { "\(numerator)/\(denominator)" }

  public var isWhole: Bool { denominator == BigInteger(1) }

  public var isZero: Bool { numerator.isZero }

  /// The number itself where it is whole and a machine can hold it.
  public var wholeNumber: Int? { isWhole ? numerator.word : nil }

  /// The next whole number below, or itself.
  public var roundedDown: Rational {
    isWhole ? self : Rational(whole: numerator.divided(by: denominator).quotient)
  }

  public static func + (one: Rational, other: Rational) -> Rational {
    if one.denominator == other.denominator {
      let sum = one.numerator + other.numerator
      return one.isWhole ? Rational(whole: sum) : Rational(sum, over: one.denominator)
    }
    return Rational(
      one.numerator * other.denominator + other.numerator * one.denominator,
      over: one.denominator * other.denominator)
  }

  public static prefix func - (value: Rational) -> Rational {
    Rational(-value.numerator, over: value.denominator)
  }

  public static func - (one: Rational, other: Rational) -> Rational { one + -other }

  public static func * (one: Rational, other: Rational) -> Rational {
    if one.isWhole, other.isWhole { return Rational(whole: one.numerator * other.numerator) }
    return Rational(
      one.numerator * other.numerator, over: one.denominator * other.denominator)
  }

  /// Traps where the divisor is zero.
  public static func / (one: Rational, other: Rational) -> Rational {
    precondition(!other.isZero, "Nothing is divided by zero")
    return Rational(
      one.numerator * other.denominator, over: one.denominator * other.numerator)
  }

  public static func += (one: inout Rational, other: Rational) { one = one + other }
}

extension Rational: Comparable {
  public static func < (one: Rational, other: Rational) -> Bool {
    one.denominator == other.denominator
      ? one.numerator < other.numerator
      : one.numerator * other.denominator < other.numerator * one.denominator
  }
}

extension Sequence<Rational> {
  func sum() -> Rational { reduce(.zero, +) }
}
