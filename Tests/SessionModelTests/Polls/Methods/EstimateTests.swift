import Testing

@testable import SessionModel

struct EstimateTests {
  private func count(_ numbers: [Int], unit: String? = nil) throws -> Tally {
    try Asked.count(
      .estimate(unit: unit), [], numbers.map { Ballot(number: Amount($0)) })
  }

  private func spread(of tally: Tally) throws -> Tally.Spread {
    guard case .spread(let spread) = tally.shape else { throw Mismatch("\(tally.shape)") }
    return spread
  }

  @Test func `the median and how the numbers spread are told with the unit`() throws {
    let tally = try count([40, 10, 20, 1000, 30], unit: "people")
    #expect(
      tally.remarks == [
        "median 30 people", "half of all between 20 and 40, all between 10 and 1000",
      ])
    #expect(tally.rows.map(\.label) == ["10", "20", "30", "40", "1000"])
  }

  @Test(arguments: 1...5)
  func `every small crowd has the quartiles that Tukey takes`(voters: Int) throws {
    for numbers in everyWay([1, 2, 7], into: voters) where numbers == numbers.sorted() {
      let spread = try spread(of: count(numbers))
      func median(_ part: ArraySlice<Int>) -> Ratio {
        let part = Array(part)
        return Ratio(part[(part.count - 1) / 2] + part[part.count / 2], 2)
      }
      let half = (voters + 1) / 2
      func same(_ one: Ratio, _ other: Ratio) -> Bool {
        one.numerator * other.denominator == other.numerator * one.denominator
      }
      #expect(same(spread.median, median(numbers[...])), "\(numbers)")
      #expect(same(spread.lower, median(numbers[..<half])), "\(numbers)")
      #expect(same(spread.upper, median(numbers[(voters - half)...])), "\(numbers)")
      #expect(same(spread.least, Ratio(numbers[0])))
    }
  }

  @Test func `many numbers are put into a few rows of one width`() throws {
    let tally = try count([-3, 1, 2, 5, 8, 12, 13, 21, 34])
    #expect(
      tally.rows.map { "\($0.label): \($0.count)" } == [
        "-5 to under 0: 1", "0 to under 5: 2", "5 to under 10: 2", "10 to under 15: 2",
        "15 to under 20: 0", "20 to under 25: 1", "25 to under 30: 0", "30 to under 35: 1",
      ])
  }

  @Test func `numbers as far apart as can be said are counted all the same`() throws {
    let numbers = (1...9).map { $0 * Amount.limit / 9 } + [-Amount.limit]
    let tally = try count(numbers)
    #expect(tally.rows.count <= 8)
    #expect(tally.rows.map(\.count).reduce(0, +) == 10)
  }

  @Test func `without a number there is nothing to show`() throws {
    let tally = try Asked.count(.estimate(unit: nil), [], [Ballot()])
    #expect(tally.rows.isEmpty)
    #expect(tally.blank == 1)
  }
}
