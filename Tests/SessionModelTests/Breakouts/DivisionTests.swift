import TestSupport
import Testing

@testable import SessionModel

/// Groups that look alike: at most one apart in everything, wherever that can be.
struct DivisionTests {
  /// By how much two groups differ most, in numbers or in any trait.
  private func imbalance(_ traits: [[String]], _ places: [Int], groups: Int) -> Int {
    let all = Set(traits.flatMap(\.self))
    var worst = 0
    for trait in [nil] + all.map(Optional.some) {
      var counts = [Int](repeating: 0, count: groups)
      for (thing, place) in zip(traits, places) where trait.map(thing.contains) ?? true {
        counts[place] += 1
      }
      worst = max(worst, (counts.max() ?? 0) - (counts.min() ?? 0))
    }
    return worst
  }

  /// The least imbalance of any way at all.
  private func best(_ traits: [[String]], groups: Int) -> Int {
    var best = Int.max
    var places = [Int](repeating: 0, count: traits.count)
    while true {
      best = min(best, imbalance(traits, places, groups: groups))
      var index = 0
      while index < places.count, places[index] == groups - 1 {
        places[index] = 0
        index += 1
      }
      guard index < places.count else { return best }
      places[index] += 1
    }
  }

  private func people(_ count: Int, kinds: Int, seed: UInt64) -> [[String]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      ["g\(random.below(kinds))", "r\(random.below(kinds))", "c\(random.below(2))"]
        .filter { _ in !random.once(in: 8) }
    }
  }

  @Test(arguments: 1...120)
  func `no more than one apart wherever any way is`(seed: UInt64) {
    var random = SeededGenerator(seed: seed &* 7919)
    let traits = people(4 + random.below(5), kinds: 2 + random.below(3), seed: seed)
    let groups = 2 + random.below(2)
    let ours = imbalance(
      traits, Balancer(traits, groups: groups, seed: seed).places(), groups: groups)
    #expect(ours <= 1 || best(traits, groups: groups) > 1)
  }

  @Test(arguments: [(24, 4), (37, 5), (60, 8), (59, 7), (120, 12)])
  func `a room as rooms are is divided to within one`(count: Int, groups: Int) {
    for seed in UInt64(1)...5 {
      let traits = people(count, kinds: 5, seed: seed)
      let places = Balancer(traits, groups: groups, seed: seed).places()
      #expect(imbalance(traits, places, groups: groups) <= 1)
    }
  }

  @Test func `the same seed draws the same groups`() throws {
    let traits = people(40, kinds: 5, seed: 3)
    #expect(
      Balancer(traits, groups: 5, seed: 9).places() == Balancer(traits, groups: 5, seed: 9).places()
    )
    #expect(
      Balancer(traits, groups: 5, seed: 9).places() != Balancer(traits, groups: 5, seed: 8).places()
    )
  }

  @Test func `whoever runs the session or is not here is in no group`() throws {
    var table = try Table.laid()
    try table.ask(.people(.giveRole(PersonID(3), .moderator)))
    for person in 1...3 { try table.ask(.people(.arrive(PersonID(person), nil))) }
    #expect(
      try table.session.division(groups: 2, size: nil, seed: 1).groups.flatMap(\.self).sorted()
        == [PersonID(1), PersonID(2)])
  }

  @Test(arguments: [(Int?.none, Int?.none), (1, nil), (3, nil), (nil, 0), (nil, 2)])
  func `groups that cannot be are refused`(groups: Int?, size: Int?) throws {
    var table = try Table.laid()
    for person in 1...2 { try table.ask(.people(.arrive(PersonID(person), nil))) }
    let refusal = try #require(
      table.refusal(of: .breakout(.divide(groups: groups, size: size, seed: 1))))
    #expect(refusal.sentence.hasPrefix("2 people do not make "))
  }
}
