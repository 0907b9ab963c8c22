/// A whole number from 0 on without bounds: digits to the base 2³², the lowest first.
///
/// No digit above the highest that counts is kept; zero has none.
struct Magnitude: Hashable, Sendable {
  private(set) var digits: [UInt32] = []

  init() {}

  init(_ value: UInt) {
    var rest = value
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  private init(trimming digits: [UInt32]) {
    self.digits = digits
    while self.digits.last == 0 { self.digits.removeLast() }
  }

  var isZero: Bool { digits.isEmpty }

  /// The same as a machine's number; `nil` where it is too large for one.
  var word: UInt? {
    switch digits.count {
    case 0: 0
    case 1: UInt(digits[0])
    case 2: UInt(digits[1]) << 32 | UInt(digits[0])
    default: nil
    }
  }

  static func < (one: Magnitude, other: Magnitude) -> Bool {
    guard one.digits.count == other.digits.count else {
      return one.digits.count < other.digits.count
    }
    return other.digits.reversed().lexicographicallyFollows(one.digits.reversed())
  }

  static func + (one: Magnitude, other: Magnitude) -> Magnitude {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(one.digits.count, other.digits.count) {
      carry += UInt64(one[place]) + UInt64(other[place])
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Magnitude(trimming: sum + [UInt32(carry)])
  }

  /// The difference; traps where the other is larger.
  static func - (one: Magnitude, other: Magnitude) -> Magnitude {
    precondition(!(one < other), "A whole number is not less than nothing")
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for place in one.digits.indices {
      borrow += Int64(one[place]) - Int64(other[place])
      difference.append(UInt32(truncatingIfNeeded: borrow))
      borrow >>= 32
    }
    return Magnitude(trimming: difference)
  }

  static func * (one: Magnitude, other: Magnitude) -> Magnitude {
    var product = [UInt32](repeating: 0, count: one.digits.count + other.digits.count)
    for (place, digit) in one.digits.enumerated() {
      var carry: UInt64 = 0
      for (offset, factor) in other.digits.enumerated() {
        carry += UInt64(digit) * UInt64(factor) + UInt64(product[place + offset])
        product[place + offset] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[place + other.digits.count] = UInt32(carry)
    }
    return Magnitude(trimming: product)
  }

  private subscript(place: Int) -> UInt32 { place < digits.count ? digits[place] : 0 }

  /// How often the divisor goes into it and what is left; traps where the divisor is zero.
  func divided(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    precondition(!divisor.isZero, "Nothing is divided by zero")
    guard !(self < divisor) else { return (Magnitude(), self) }
    guard divisor.digits.count > 1 else { return divided(by: divisor.digits[0]) }
    return longDivided(by: divisor)
  }

  private func divided(by divisor: UInt32) -> (quotient: Magnitude, remainder: Magnitude) {
    var quotient = digits
    var rest: UInt64 = 0
    for place in digits.indices.reversed() {
      rest = rest << 32 | UInt64(digits[place])
      quotient[place] = UInt32(rest / UInt64(divisor))
      rest %= UInt64(divisor)
    }
    return (Magnitude(trimming: quotient), Magnitude(UInt(rest)))
  }

  /// Source: Knuth, The Art of Computer Programming, 4.3.1, algorithm D.
  private func longDivided(by divisor: Magnitude) -> (quotient: Magnitude, remainder: Magnitude) {
    let count = divisor.digits.count
    // With the highest bit of the divisor set a guessed digit is at most two too large.
    let shift = divisor.digits[count - 1].leadingZeroBitCount
    let low = divisor.shiftedLeft(shift)
    var rest = shiftedLeft(shift)
    rest.append(contentsOf: [UInt32](repeating: 0, count: digits.count + 1 - rest.count))
    let (first, second) = (UInt64(low[count - 1]), UInt64(low[count - 2]))
    var quotient = [UInt32](repeating: 0, count: rest.count - count)
    for place in quotient.indices.reversed() {
      let top = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
      var guess = top / first
      var left = top % first
      while guess > UInt32.max
        || guess * second > left << 32 | UInt64(rest[place + count - 2])
      {
        guess -= 1
        left += first
        if left > UInt32.max { break }
      }
      if Self.subtract(low, times: guess, from: &rest, at: place) {
        guess -= 1
        Self.add(low, to: &rest, at: place)
      }
      quotient[place] = UInt32(truncatingIfNeeded: guess)
    }
    return (Magnitude(trimming: quotient), Magnitude(trimming: rest).shiftedRight(shift))
  }

  /// Takes a multiple away; whether that was too much.
  private static func subtract(
    _ digits: [UInt32], times factor: UInt64, from rest: inout [UInt32], at place: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for index in 0...digits.count {
      carry += index < digits.count ? factor * UInt64(digits[index]) : 0
      borrow += Int64(rest[place + index]) - Int64(carry & 0xFFFF_FFFF)
      rest[place + index] = UInt32(truncatingIfNeeded: borrow)
      carry >>= 32
      borrow >>= 32
    }
    return borrow < 0
  }

  private static func add(_ digits: [UInt32], to rest: inout [UInt32], at place: Int) {
    var carry: UInt64 = 0
    for index in 0...digits.count {
      carry += UInt64(rest[place + index]) + (index < digits.count ? UInt64(digits[index]) : 0)
      rest[place + index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
  }

  /// By less than a digit; as many digits as before or one more.
  private func shiftedLeft(_ bits: Int) -> [UInt32] {
    guard bits > 0 else { return digits }
    var shifted = digits.indices.map { place in
      digits[place] << UInt32(bits) | (place == 0 ? 0 : digits[place - 1] >> UInt32(32 - bits))
    }
    if let last = digits.last, last >> UInt32(32 - bits) > 0 {
      shifted.append(last >> UInt32(32 - bits))
    }
    return shifted
  }

  private func shiftedRight(_ bits: Int) -> Magnitude {
    guard bits > 0 else { return self }
    return Magnitude(
      trimming: digits.indices.map {
        digits[$0] >> UInt32(bits) | self[$0 + 1] << UInt32(32 - bits)
      })
  }
}

extension Sequence where Element: Comparable {
  fileprivate func lexicographicallyFollows(_ other: some Sequence<Element>) -> Bool {
    other.lexicographicallyPrecedes(self)
  }
}
