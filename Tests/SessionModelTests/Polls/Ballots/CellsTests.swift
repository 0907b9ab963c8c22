import SessionModel
import TestSupport
import Testing

struct CellsTests {
  /// People as `group/region/channel`, each that many times.
  private func people(_ kinds: (String, Int)...) -> [Traits] {
    kinds.flatMap { kind, count in
      let parts = kind.split(separator: "/").map(String.init)
      let codes = Dictionary(uniqueKeysWithValues: zip(VoterTrait.allCases, parts))
      return [Traits](repeating: Traits(codes), count: count)
    }
  }

  @Test func `large groups stand alone`() {
    let cells = Cells(among: people(("gov", 3), ("cso", 4)), least: 3)
    #expect(cells[.group] == ["cso", "gov"])
  }

  @Test func `two small groups are other together`() {
    let cells = Cells(among: people(("gov", 3), ("igo", 1), ("tech", 2)), least: 3)
    #expect(cells[.group] == ["gov"])
  }

  @Test func `a single small group takes the next smallest along`() {
    let cells = Cells(among: people(("gov", 5), ("cso", 4), ("igo", 1)), least: 3)
    #expect(cells[.group] == ["gov"])
  }

  @Test func `nothing is counted apart where all but a few are one group`() {
    #expect(Cells(among: people(("gov", 5), ("igo", 2)), least: 3).isEmpty)
  }

  @Test func `fewer than a few are never counted apart`() {
    #expect(Cells(among: people(("gov", 2)), least: 3).isEmpty)
  }

  @Test func `whoever says no group is other`() {
    let cells = Cells(among: people(("gov", 3), ("other", 3)), least: 3)
    #expect(cells[.group] == ["gov"])
  }

  @Test func `a region that is a group and one more is not counted apart`() {
    // Africa without the governments would be a single person.
    let cells = Cells(
      among: people(("gov/african", 4), ("cso/african", 1), ("cso/weog", 4)), least: 3)
    #expect(cells[.group] == ["cso", "gov"])
    #expect(cells[.region].isEmpty)
  }

  @Test func `regions that cross the groups stand alone`() {
    let cells = Cells(
      among: people(
        ("gov/african", 3), ("cso/african", 3), ("gov/weog", 3), ("cso/weog", 3)), least: 3)
    #expect(cells[.region] == ["african", "weog"])
  }

  @Test func `three traits at once are looked through`() {
    // No two of them tell of one person, all three together do.
    let all = people(
      ("gov/african/room", 1), ("gov/weog/online", 4), ("cso/african/online", 4),
      ("cso/weog/room", 4), ("gov/weog/room", 4), ("cso/weog/online", 4))
    let cells = Cells(among: all, least: 3)
    #expect(smallestSetTold(cells, all, least: 3) == nil)
  }

  @Test func `a larger number keeps more together`() {
    let all = people(("gov", 3), ("cso", 6), ("tech", 6))
    #expect(Cells(among: all, least: 3)[.group] == ["cso", "gov", "tech"])
    #expect(Cells(among: all, least: 5)[.group] == ["cso"])
  }

  @Test func `what stood together stays together`() {
    let all = people(("gov", 4), ("cso", 4), ("tech", 4))
    let bounds = Cells(among: people(("gov", 4), ("cso", 4), ("tech", 1)), least: 3)
    #expect(Cells(among: all, least: 3, within: bounds)[.group] == bounds[.group])
  }

  @Test(arguments: UInt64(1)...60) func `no sum tells of too few people`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let all = (0..<generator.number(3...14)).map { _ in
      Traits([
        .group: generator.one(of: ["gov", "cso", "tech"]),
        .region: generator.one(of: ["african", "weog"]),
        .channel: generator.one(of: ["room", "online"]),
      ])
    }
    let cells = Cells(among: all, least: 3)
    #expect(smallestSetTold(cells, all, least: 3) == nil)
  }

  /// By trying: sums of the cells, each taken up to twice or taken away, that leave few people.
  private func smallestSetTold(_ cells: Cells, _ people: [Traits], least: Int) -> [Int]? {
    var rows = [people.map { _ in 1 }]
    for trait in VoterTrait.allCases {
      for code in cells[trait] {
        rows.append(people.map { $0.kept(by: cells)[trait] == code ? 1 : 0 })
      }
    }
    guard rows.count > 1 else { return nil }
    var factors = [Int](repeating: -1, count: rows.count)
    while true {
      var sum = people.map { _ in 0 }
      for (row, factor) in zip(rows, factors) where factor != 0 {
        for place in sum.indices { sum[place] += factor * row[place] }
      }
      let told = sum.count { $0 != 0 }
      if told > 0, told < least { return sum }
      guard let next = factors.firstIndex(where: { $0 < 1 }) else { return nil }
      for place in 0..<next { factors[place] = -1 }
      factors[next] += 1
    }
  }
}
