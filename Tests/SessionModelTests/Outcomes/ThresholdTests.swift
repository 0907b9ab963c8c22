import SessionModel
import Testing

struct ThresholdTests {
  private static let fractions: [Threshold] = [
    (0, 1), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (99, 100), (1, 1),
  ].flatMap { [Threshold($0.0, of: $0.1), Threshold($0.0, of: $0.1, isMore: true)] }
    .compactMap(\.self)

  @Test(arguments: fractions)
  func `a fraction is exact for every base up to a thousand`(threshold: Threshold) {
    for base in 0...1000 {
      // The smallest count that reaches it, found by trying.
      var least = 0
      while threshold.isMore
        ? least * threshold.denominator <= threshold.numerator * base
        : least * threshold.denominator < threshold.numerator * base
      { least += 1 }
      #expect(threshold.needed(of: base) == least)
      #expect(threshold.isMet(by: least, of: base) == (base > 0))
      #expect(!threshold.isMet(by: least - 1, of: base))
    }
  }

  @Test func `nobody of nobody is no quorum`() throws {
    let third = try #require(Threshold(1, of: 3))
    #expect(!third.isMet(by: 0, of: 0))
  }

  @Test(arguments: ["1/3", ">1/2", "1/1", "0/7"])
  func `a fraction is read back as it is written`(text: String) throws {
    #expect(try #require(Threshold(text)).description == text)
  }

  @Test(arguments: ["", "1", "1/0", "4/3", "-1/2", "1/2/3", "half"])
  func `what is no part of a whole is no fraction`(text: String) {
    #expect(Threshold(text) == nil)
  }
}
