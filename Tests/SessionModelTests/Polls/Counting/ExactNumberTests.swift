import TestSupport
import Testing

@testable import SessionModel

struct ExactNumberTests {
  /// Whole numbers of all lengths, those at the edge of a digit and of a machine's number too.
  private static let samples: [BigInteger] = {
    var generator = SeededGenerator(seed: 3)
    let edges: [Int] = [
      0, 1, -1, 2, 9, 10, 1 << 31, 1 << 32, 0xFFFF_FFFF, -0x1_0000_0000, .max, .min, .max - 1,
      .min + 1,
    ]
    let drawn = (0..<60).compactMap { index in
      let figures = (0...index).map { _ in "\(generator.number(0...9))" }.joined()
      return BigInteger((index % 3 == 0 ? "-" : "") + figures)
    }
    // A divisor with a highest digit that a guess overshoots.
    let trap = [
      "340282366920938463463374607431768211455", "18446744073709551616", "18446744073709551615",
    ]
    return edges.map { BigInteger($0) } + drawn + trap.compactMap { BigInteger($0) }
  }()

  private func number(_ text: String) throws -> BigInteger { try #require(BigInteger(text)) }

  @Test func `a quotient times its divisor with what is left is the number again`() {
    for number in Self.samples {
      for divisor in Self.samples where BigInteger(0) < divisor {
        let (quotient, remainder) = number.divided(by: divisor)
        #expect(quotient * divisor + remainder == number, "\(number) by \(divisor)")
        #expect(!remainder.isNegative && remainder < divisor, "\(number) by \(divisor)")
      }
    }
  }

  @Test func `what is added can be taken away again`() {
    for one in Self.samples {
      for other in Self.samples {
        #expect(one + other - other == one, "\(one) with \(other)")
        #expect((one < other) == (one - other).isNegative, "\(one) with \(other)")
      }
    }
  }

  @Test func `a sum times a number is the sum of the products`() {
    for one in Self.samples {
      for other in Self.samples {
        let factor = one - BigInteger(7)
        #expect((one + other) * factor == one * factor + other * factor, "\(one) with \(other)")
      }
    }
  }

  @Test func `a number is written as it is read`() {
    for number in Self.samples { #expect(BigInteger(number.description) == number) }
  }

  @Test func `thirty factorial is exact`() throws {
    let product = (1...30).reduce(BigInteger(1)) { $0 * BigInteger($1) }
    #expect(product == (try number("265252859812191058636308480000000")))
    #expect(product.description == "265252859812191058636308480000000")
  }

  @Test(arguments: [
    (12, 18, 6), (18, 12, 6), (0, 5, 5), (5, 0, 5), (7, 13, 1), (Int.max, Int.max, Int.max),
  ])
  func `the largest common divisor goes into both`(one: Int, other: Int, divisor: Int) {
    #expect(BigInteger(one).commonDivisor(with: BigInteger(other)) == BigInteger(divisor))
  }

  @Test(arguments: ["", "-", "1.5", "12a", "+3", "٣"])
  func `what is no whole number is not read as one`(text: String) {
    #expect(BigInteger(text) == nil)
  }

  @Test func `a third three times is one`() {
    let third = Rational(1, over: 3)
    #expect(third + third + third == .one)
    #expect(third * Rational(3) == .one)
    #expect(Rational(2) / Rational(6) == third)
    #expect(Rational(-2, over: -6) == third)
    #expect(Rational(2, over: -6) == -third)
  }

  @Test func `halves forty times over are still exact`() {
    let share = (0..<40).reduce(Rational.one) { share, _ in share * Rational(41, over: 97) }
    let back = (0..<40).reduce(share) { share, _ in share / Rational(41, over: 97) }
    #expect(back == .one)
  }

  @Test(arguments: [
    (7, 2, 3), (-7, 2, -4), (6, 3, 2), (-1, 3, -1), (0, 3, 0),
  ])
  func `a fraction is rounded down`(numerator: Int, denominator: Int, whole: Int) {
    #expect(Rational(numerator, over: denominator).roundedDown == Rational(whole))
  }

  @Test(arguments: [
    (34, 1, "34"), (41, 2, "20.5"), (61, 3, "61/3"), (-1, 8, "-0.125"), (1, 1_000_000, "0.000001"),
    (1, 10_000_000, "1/10000000"), (1, 7, "1/7"),
  ])
  func `a fraction is written exactly`(numerator: Int, denominator: Int, text: String) {
    #expect(Rational(numerator, over: denominator).description == text)
    #expect(Rational(text) == Rational(numerator, over: denominator))
  }

  @Test(arguments: [
    (61, 3, 3, "20.333"), (59, 3, 3, "19.667"), (1, 2, 0, "1"), (-1, 2, 0, "0"), (5, 1, 2, "5.00"),
    (-7, 3, 2, "-2.33"), (1, 1000, 2, "0.00"),
  ])
  func `a decimal is rounded half up`(
    numerator: Int, denominator: Int, places: Int, text: String
  ) {
    #expect(Rational(numerator, over: denominator).rounded(toPlaces: places) == text)
  }

  @Test(arguments: ["", ".", "1/0", "1/2/3", "x", "1.2.3", "--1", "1.-2", "1e5"])
  func `what is no fraction is not read as one`(text: String) {
    #expect(Rational(text) == nil)
  }
}
