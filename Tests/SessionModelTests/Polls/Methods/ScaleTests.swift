import TestSupport
import Testing

@testable import SessionModel

struct ScaleTests {
  private func count(_ steps: [String], first: Int = 1) throws -> Tally {
    try Asked.count(
      .scale(first: first), ["no", "perhaps", "yes"],
      steps.map { $0 == "-" ? Ballot() : Ballot(choosing: [$0]) })
  }

  private func middle(of tally: Tally) throws -> Tally.Middle {
    guard case .histogram(let middle) = tally.shape else {
      throw Mismatch("no histogram: \(tally.shape)")
    }
    return middle
  }

  @Test func `the distribution comes first, then median and mean`() throws {
    let tally = try count(["A", "C", "C", "-"])
    #expect(tally.rows.map(\.sign) == ["1", "2", "3"])
    #expect(tally.rows.map(\.count) == [1, 0, 2])
    #expect(tally.rows.map(\.percent) == [33, 0, 67])
    #expect(tally.blank == 1)
    #expect(tally.remarks == ["median 3 'yes', mean 2.3"])
  }

  @Test func `a median between two steps says so`() throws {
    let tally = try count(["A", "B"])
    #expect(tally.remarks == ["median 1.5 between 'no' and 'perhaps', mean 1.5"])
  }

  @Test func `a fist of five begins at zero`() throws {
    let tally = try count(["A", "A", "C"], first: 0)
    #expect(tally.rows.map(\.sign) == ["0", "1", "2"])
    #expect(try middle(of: tally) == .init(median: Ratio(0), mean: Ratio(2, 3), first: 0))
  }

  @Test(arguments: 1...4)
  func `median and mean are those of the numbers in order`(voters: Int) throws {
    for steps in everyWay(["A", "B", "C"], into: voters) {
      let numbers = steps.map { ["A": 1, "B": 2, "C": 3][$0] ?? 0 }.sorted()
      let found = try middle(of: try count(steps))
      let twice = numbers[(voters - 1) / 2] + numbers[voters / 2]
      #expect(found.median.numerator * 2 == twice * found.median.denominator, "\(steps)")
      #expect(found.mean == Ratio(numbers.reduce(0, +), voters))
    }
  }

  @Test func `without a ballot there is no middle`() throws {
    #expect(try count(["-"]).shape == .bars)
  }

  @Test func `without choices the scale of agreement is offered`() throws {
    let asked = try Asked(.scale(first: 1))
    #expect(
      asked.table.session.polls.open?.choices.map(\.text) == ScaleLabels.agreement.labels)
  }

  @Test func `a scale begins at zero or one`() throws {
    #expect(
      try Asked.complaint(about: .scale(first: 2), ["a", "b"])
        == "A scale begins at 0 or 1, not at 2")
  }

  @Test(arguments: zip(ScaleLabels.allCases, [5, 8, 7, 6, 6, 5]))
  func `the labels that scales often have are that many`(labels: ScaleLabels, count: Int) {
    #expect(Set(labels.labels).count == count)
  }
}

/// Something that a test found otherwise.
struct Mismatch: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
