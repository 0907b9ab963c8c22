import SessionModel
import TestSupport
import Testing

/// What counts by group, region and channel leave open.
struct DoubtTests {
  /// People of some kinds who each choose one of some answers.
  struct World: CustomTestStringConvertible {
    var people: [Traits]
    var answers: [String]
    var testDescription: String

    /// Kinds as `group/region/channel`, each that many times.
    init(_ answers: String, _ kinds: (String, Int)...) {
      self.answers = answers.map { String($0) }
      people = kinds.flatMap { kind, count in
        let parts = kind.split(separator: "/").map(String.init)
        let codes = Dictionary(uniqueKeysWithValues: zip(VoterTrait.allCases, parts))
        return [Traits](repeating: Traits(codes), count: count)
      }
      testDescription = answers + " " + kinds.map { "\($0) \($1)" }.joined(separator: ", ")
    }

    /// How many traits differ among them.
    var traits: Int {
      VoterTrait.allCases.count { trait in Set(people.map { $0[trait] }).count > 1 }
    }

    /// Every way in which they may answer.
    var ways: [[String]] {
      people.reduce([[]]) { ways, _ in
        ways.flatMap { way in answers.map { way + [$0] } }
      }
    }

    func parts(_ way: [String]) -> [VoterTrait: [String: [BallotBox.Counted]]] {
      var counts: [VoterTrait: [String: [String: Int]]] = [:]
      for (person, answer) in zip(people, way) {
        for trait in VoterTrait.allCases {
          counts[trait, default: [:]][person[trait], default: [:]][answer, default: 0] += 1
        }
      }
      return counts.mapValues { cells in
        cells.mapValues { answers in
          answers.map { BallotBox.Counted(ballot: Ballot(choosing: [$0]), count: $1) }
        }
      }
    }

    func cells(_ way: [String]) -> Cells {
      Cells(among: people, least: 3, in: [CountApart(people, parts(way))])
    }

    /// All that anybody is shown.
    func shown(_ way: [String]) -> String {
      let cells = cells(way)
      var lines = [way.sorted().joined()]
      for trait in VoterTrait.allCases where !cells[trait].isEmpty {
        var answers: [String: [String]] = [:]
        for (person, answer) in zip(people, way) {
          answers[person.kept(by: cells)[trait], default: []].append(answer)
        }
        lines += answers.map { "\(trait) \($0): \($1.sorted().joined())" }.sorted()
      }
      return lines.joined(separator: "; ")
    }
  }

  static let worlds = [
    World("AB", ("gov", 3), ("cso", 3)), World("AB", ("gov", 3), ("cso", 4)),
    World("AB", ("gov", 5), ("cso", 4)), World("AB", ("gov", 3), ("cso", 3), ("tech", 3)),
    World("AB", ("gov", 4), ("cso", 3), ("tech", 1), ("igo", 2)),
    World("ABC", ("gov", 3), ("cso", 4)), World("ABC", ("gov", 3), ("cso", 3)),
    World("AB", ("gov/african", 2), ("gov/weog", 2), ("cso/african", 2), ("cso/weog", 2)),
    World("AB", ("gov/african", 1), ("gov/weog", 3), ("cso/african", 3), ("cso/weog", 1)),
    World("AB", ("gov/african", 3), ("gov/weog", 3), ("cso/african", 1), ("cso/weog", 2)),
    World("ABC", ("gov/african", 1), ("gov/weog", 2), ("cso/african", 2), ("cso/weog", 1)),
    World(
      "AB", ("gov/african/room", 1), ("gov/african/online", 1), ("gov/weog/room", 1),
      ("gov/weog/online", 1), ("cso/african/room", 1), ("cso/african/online", 1),
      ("cso/weog/room", 1), ("cso/weog/online", 1)),
    World(
      "AB", ("gov/african/room", 2), ("gov/weog/online", 2), ("cso/african/online", 2),
      ("cso/weog/room", 2), ("cso/african/room", 1)),
  ]

  /// Whoever has all counts, knows of everybody what is counted apart, and knows this program too.
  @Test(arguments: worlds) func `nothing that is shown makes certain what anybody chose`(
    world: World
  ) throws {
    var possible: [String: [Set<String>]] = [:]
    for way in world.ways {
      let shown = world.shown(way)
      let before = possible[shown] ?? way.map { _ in [] }
      possible[shown] = zip(before, way).map { $0.union([$1]) }
    }
    // Where all ballots of a poll are alike, its count alone says what each is.
    for (shown, answers) in possible where Set(shown.prefix(world.people.count)).count > 1 {
      #expect(answers.allSatisfy { $0.count > 1 }, "\(shown)")
    }
  }

  /// The same for one of the voters, who knows their own ballot beside.
  @Test(arguments: worlds.filter { $0.traits < 3 }) func `nor does it to anybody who voted`(
    world: World
  ) throws {
    var possible: [String: [Set<String>]] = [:]
    for way in world.ways {
      let shown = world.shown(way)
      for (voter, own) in way.enumerated() {
        let known = "\(shown); \(voter) chose \(own)"
        let before = possible[known] ?? way.map { _ in [] }
        possible[known] = zip(before, way).enumerated().map { place, pair in
          place == voter ? ["A", "B"] : pair.0.union([pair.1])
        }
      }
    }
    // Where all ballots but one are alike, the count of the poll alone says so to that one.
    for (known, answers) in possible where !isOfOneMindButOne(known.prefix(world.people.count)) {
      #expect(answers.allSatisfy { $0.count > 1 }, "\(known)")
    }
  }

  private func isOfOneMindButOne(_ answers: Substring) -> Bool {
    Set(answers).contains { answer in answers.count { $0 == answer } >= answers.count - 1 }
  }

  @Test(arguments: [
    World("AB", ("gov", 5), ("cso", 4)), World("ABC", ("gov", 3), ("cso", 4)),
    World("AB", ("gov/african", 2), ("gov/weog", 2), ("cso/african", 2), ("cso/weog", 2)),
  ])
  func `there is something to show where minds differ`(world: World) {
    let ways = world.ways
    #expect(ways.count { !world.cells($0).isEmpty } * 10 > ways.count)
  }

  private func cells(
    _ kinds: (String, [Ballot])..., least: Int = 3
  ) -> Cells {
    let people = kinds.flatMap { kind, ballots in ballots.map { _ in Traits([.group: kind]) } }
    let parts = Dictionary(
      uniqueKeysWithValues: kinds.map { kind, ballots in
        (kind, ballots.map { BallotBox.Counted(ballot: $0, count: 1) })
      })
    return Cells(among: people, least: least, in: [CountApart(people, [.group: parts])])
  }

  private func choosing(_ letters: String) -> [Ballot] {
    letters.map { Ballot(choosing: [String($0)]) }
  }

  @Test func `a group of one mind is not counted apart`() {
    #expect(cells(("gov", choosing("AAA")), ("cso", choosing("AABB"))).isEmpty)
  }

  @Test func `a group of two minds is`() {
    #expect(cells(("gov", choosing("AABB")), ("cso", choosing("AABB")))[.group] == ["cso", "gov"])
  }

  @Test func `a group of which all but one agree is not, for that one knows the others`() {
    #expect(cells(("gov", choosing("AAAB")), ("cso", choosing("AABB"))).isEmpty)
  }

  @Test func `those who are in no group are not told of either`() {
    #expect(
      cells(("gov", choosing("AABB")), ("cso", choosing("AABB")), ("other", choosing("BBB")))[
        .group] == ["cso"])
  }

  @Test func `one part that all ballots of a group have is enough`() {
    let all = [["A", "B"], ["A", "C"], ["A"]].map { Ballot(choosing: $0) }
    #expect(cells(("gov", all), ("cso", choosing("ABBC"))).isEmpty)
  }

  @Test func `a word that all of a group say is enough`() {
    let said = ["trust", "Trust", "TRUST"].map { Ballot(words: [$0]) }
    let others = ["law", "time", "trust"].map { Ballot(words: [$0]) }
    #expect(cells(("gov", said), ("cso", others)).isEmpty)
  }

  @Test func `a group that prefers not to say is not told of`() {
    #expect(
      cells(("gov", [Ballot(), Ballot(), Ballot()]), ("cso", choosing("ABBC"))).isEmpty)
  }
}
