/// A whole number without bounds.
///
/// One that fits a machine's number is kept as one: counting papers is quick, and nothing
/// overflows.
struct BigInteger: Hashable, Sendable {
  private var content: Content

  /// What fits is never kept as large, so equal numbers are kept alike.
  private enum Content: Hashable, Sendable {
    case small(Int)
    case large(isNegative: Bool, Magnitude)
  }

  init(_ value: Int) {
    content = .small(value)
  }

  private init(_ magnitude: Magnitude, isNegative: Bool) {
    if let word = magnitude.word, let value = Int(exactly: word) {
      content = .small(isNegative ? -value : value)
    } else if isNegative, magnitude.word == Int.min.magnitude {
      content = .small(.min)
    } else {
      content = .large(isNegative: isNegative, magnitude)
    }
  }

  /// Reads decimal digits, a minus sign before them or not; `nil` where it is anything else.
  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let figures = isNegative ? text.dropFirst() : text[...]
    guard !figures.isEmpty else { return nil }
    var value = Magnitude()
    for figure in figures {
      guard figure.isASCII, let digit = figure.wholeNumberValue else { return nil }
      value = value * Magnitude(10) + Magnitude(UInt(digit))
    }
    self.init(value, isNegative: isNegative)
  }

  var isNegative: Bool {
    switch content {
    case .small(let value): value < 0
    case .large(let isNegative, _): isNegative
    }
  }

  var isZero: Bool { content == .small(0) }

  /// The same as a machine's number; `nil` where it is too large for one.
  var word: Int? { if case .small(let value) = content { value } else { nil } }

  private var magnitude: Magnitude {
    switch content {
    case .small(let value): Magnitude(value.magnitude)
    case .large(_, let magnitude): magnitude
    }
  }

  static prefix func - (value: BigInteger) -> BigInteger {
    BigInteger(value.magnitude, isNegative: !value.isNegative)
  }

  static func + (one: BigInteger, other: BigInteger) -> BigInteger {
    if case (.small(let first), .small(let second)) = (one.content, other.content) {
      let (sum, isTooLarge) = first.addingReportingOverflow(second)
      if !isTooLarge { return BigInteger(sum) }
    }
    let (first, second) = (one.magnitude, other.magnitude)
    guard one.isNegative != other.isNegative else {
      return BigInteger(first + second, isNegative: one.isNegative)
    }
    return first < second
      ? BigInteger(second - first, isNegative: other.isNegative)
      : BigInteger(first - second, isNegative: one.isNegative)
  }

  static func - (one: BigInteger, other: BigInteger) -> BigInteger { one + -other }

  static func * (one: BigInteger, other: BigInteger) -> BigInteger {
    if case (.small(let first), .small(let second)) = (one.content, other.content) {
      let (product, isTooLarge) = first.multipliedReportingOverflow(by: second)
      if !isTooLarge { return BigInteger(product) }
    }
    return BigInteger(
      one.magnitude * other.magnitude, isNegative: one.isNegative != other.isNegative)
  }

  /// How often the divisor goes into it, rounded down, and what is left, from 0 on.
  ///
  /// Traps where the divisor is not above zero.
  func divided(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
    precondition(!divisor.isNegative, "A divisor is above zero")
    if let word, let divider = divisor.word {
      let (quotient, remainder) = word.quotientAndRemainder(dividingBy: divider)
      return remainder < 0
        ? (BigInteger(quotient - 1), BigInteger(remainder + divider))
        : (BigInteger(quotient), BigInteger(remainder))
    }
    let parts = magnitude.divided(by: divisor.magnitude)
    let quotient = BigInteger(parts.quotient, isNegative: isNegative)
    let remainder = BigInteger(parts.remainder, isNegative: false)
    guard isNegative, !remainder.isZero else { return (quotient, remainder) }
    return (quotient - BigInteger(1), divisor - remainder)
  }

  /// The largest number that goes into both, which are not negative; the other where one is 0.
  func commonDivisor(with other: BigInteger) -> BigInteger {
    var (large, small) = (self, other)
    while !small.isZero { (large, small) = (small, large.divided(by: small).remainder) }
    return large
  }
}

extension BigInteger: Comparable {
  static func < (one: BigInteger, other: BigInteger) -> Bool {
    if case (.small(let first), .small(let second)) = (one.content, other.content) {
      return first < second
    }
    guard one.isNegative == other.isNegative else { return one.isNegative }
    return one.isNegative
      ? other.magnitude < one.magnitude : one.magnitude < other.magnitude
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    if let word { return "\(word)" }
    var groups: [String] = []
    var rest = magnitude
    while !rest.isZero {
      let (quotient, remainder) = rest.divided(by: Magnitude(1_000_000_000))
      let figures = "\(remainder.word ?? 0)"
      let pad = quotient.isZero ? 0 : 9 - figures.count
      groups.append(String(repeating: "0", count: pad) + figures)
      rest = quotient
    }
    return (isNegative ? "-" : "") + groups.reversed().joined()
  }
}
