/// People divided into groups that look alike.
public struct Division: Equatable, Sendable {
  /// Who is in each, in the order of the roll.
  public var groups: [[PersonID]]
}

extension Session {
  /// Who is sent into groups: whoever is here and does not run the session.
  public var divisible: [Person] {
    people.roll.filter { person in
      person.isPresent && person.status != .cancelled
        && !person.roles.contains { [.moderator, .onlineModerator, .rapporteur].contains($0) }
    }
  }

  /// Those who are here in so many groups, or in groups of that size; of either one must be said.
  ///
  /// The numbers of each stakeholder group, of each region, of each channel and of all differ by
  /// at most one between groups wherever that can be; the same seed draws the same groups. Refuses
  /// fewer than two groups and more groups than people.
  public func division(groups: Int?, size: Int?, seed: Int) throws(Refusal) -> Division {
    let people = divisible
    let count = groups ?? size.map { $0 < 1 ? 0 : (people.count + $0 - 1) / $0 } ?? 0
    guard count >= 2, count <= people.count, count <= Balancer.mostGroups else {
      throw .breakoutsDoNotFit(count, people: people.count)
    }
    let balancer = Balancer(
      people.map(Balancer.traits), groups: count, seed: UInt64(bitPattern: Int64(seed)))
    let places = balancer.places()
    return Division(
      groups: (0..<count).map { group in
        people.indices.filter { places[$0] == group }.map { people[$0].id }
      })
  }
}

/// Puts things with traits into groups so that every group has about as many of each trait.
///
/// A greedy start, exchanges of two at a time that make it better, and where that does not get
/// there, a search through all ways that gives up after a while: with three traits a thing it is
/// not always possible, and to find out can take longer than a moderator waits.
struct Balancer {
  static let mostGroups = 26
  /// How many steps a search takes before it gives up.
  private static let patience = 60_000

  /// Of each thing the classes it belongs to; class 0 is everybody's.
  private let things: [[Int]]
  private let groups: Int
  /// How many of each class a group has at least and at most.
  private let least: [Int]
  private let most: [Int]
  private var generator: SeededGenerator

  /// Of each thing the traits it has; a trait that two things share is one word.
  init(_ traits: [[String]], groups: Int, seed: UInt64) {
    var classes: [String: Int] = [:]
    var things: [[Int]] = []
    for words in traits {
      var thing = [0]
      for word in words {
        let place = classes[word] ?? classes.count + 1
        classes[word] = place
        thing.append(place)
      }
      things.append(thing)
    }
    self.things = things
    self.groups = groups
    var sizes = [Int](repeating: 0, count: classes.count + 1)
    for thing in things { for place in thing { sizes[place] += 1 } }
    least = sizes.map { $0 / groups }
    most = sizes.map { ($0 + groups - 1) / groups }
    generator = SeededGenerator(seed: seed)
  }

  static func traits(of person: Person) -> [String] {
    [
      person.group.map { "group \($0.rawValue)" }, person.region.map { "region \($0.rawValue)" },
      person.channel.map { "channel \($0.rawValue)" },
    ].compactMap(\.self)
  }

  /// In which group each thing is.
  func places() -> [Int] {
    var copy = self
    var best = copy.start()
    var state = State(best, of: things, groups: groups, least: least, most: most)
    for attempt in 0..<6 where state.cost > 0 {
      if attempt > 0 {
        state = State(copy.start(), of: things, groups: groups, least: least, most: most)
      }
      copy.improve(&state)
      let known = State(best, of: things, groups: groups, least: least, most: most)
      if state.cost < known.cost { best = state.places }
    }
    if state.cost == 0 { return state.places }
    return copy.searched() ?? best
  }

  /// In an order by chance, each where fewest like it are.
  private mutating func start() -> [Int] {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: least.count), count: groups)
    var places = [Int](repeating: 0, count: things.count)
    for thing in things.indices.shuffled(using: &generator) {
      let order = (0..<groups).shuffled(using: &generator)
      let place = order.min { weight(thing, counts[$0]) < weight(thing, counts[$1]) } ?? 0
      places[thing] = place
      for trait in things[thing] { counts[place][trait] += 1 }
    }
    return places
  }

  private func weight(_ thing: Int, _ counts: [Int]) -> Int {
    things[thing].reduce(0) { sum, trait in
      sum + counts[trait] + (counts[trait] >= most[trait] ? 100 : 0)
    }
  }

  /// Exchanges two things, or moves one, as long as that does no harm.
  private mutating func improve(_ state: inout State) {
    guard things.count > 1 else { return }
    for _ in 0..<min(12_000, things.count * things.count * 6) where state.cost > 0 {
      let one = generator.below(things.count)
      let before = state.cost
      let from = state.places[one]
      if generator.once(in: 3) {
        let to = generator.below(groups)
        state.move(one, to: to)
        if state.cost > before { state.move(one, to: from) }
      } else {
        let other = generator.below(things.count)
        let to = state.places[other]
        guard to != from else { continue }
        state.move(one, to: to)
        state.move(other, to: from)
        if state.cost > before {
          state.move(one, to: from)
          state.move(other, to: to)
        }
      }
    }
  }

  // MARK: Every way

  /// A way in which no two groups differ by more than one in anything; `nil` where there is none,
  /// or none was found in time.
  private func searched() -> [Int]? {
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: least.count), count: groups)
    var places = [Int](repeating: -1, count: things.count)
    var full = [Int](repeating: 0, count: least.count)
    var steps = 0
    // Whoever has the rarest traits is hardest to place.
    let order = things.indices.sorted { one, other in
      let a = things[one].map { most[$0] }.min() ?? 0
      let b = things[other].map { most[$0] }.min() ?? 0
      return a == b ? one < other : a < b
    }
    let sizes = least.indices.map { trait in things.count { $0.contains(trait) } }
    func place(_ index: Int, used: Int) -> Bool {
      guard index < order.count else { return true }
      steps += 1
      guard steps <= Self.patience else { return false }
      let thing = order[index]
      // Groups that nobody is in yet are all alike.
      for group in 0..<min(groups, used + 1)
      where things[thing].allSatisfy({ fits($0, in: counts[group], full, sizes) }) {
        for trait in things[thing] {
          counts[group][trait] += 1
          if counts[group][trait] == most[trait] { full[trait] += 1 }
        }
        places[thing] = group
        if place(index + 1, used: max(used, group + 1)) { return true }
        for trait in things[thing] {
          if counts[group][trait] == most[trait] { full[trait] -= 1 }
          counts[group][trait] -= 1
        }
      }
      return false
    }
    return place(0, used: 0) ? places : nil
  }

  /// Whether one more of a class may be there: no more than the most, and no more groups with the
  /// most than there are things left over.
  private func fits(_ trait: Int, in counts: [Int], _ full: [Int], _ sizes: [Int]) -> Bool {
    guard counts[trait] < most[trait] else { return false }
    guard counts[trait] + 1 == most[trait], least[trait] < most[trait] else { return true }
    return full[trait] < sizes[trait] % groups
  }

  /// Where everything is, and how far that is from even.
  private struct State {
    private(set) var places: [Int]
    /// Of each class in each group how many there are too many or too few, all in all.
    private(set) var cost = 0
    private var counts: [[Int]]
    private let things: [[Int]]
    private let least: [Int]
    private let most: [Int]

    init(_ places: [Int], of things: [[Int]], groups: Int, least: [Int], most: [Int]) {
      self.places = places
      self.things = things
      self.least = least
      self.most = most
      counts = [[Int]](repeating: [Int](repeating: 0, count: least.count), count: groups)
      for (thing, place) in places.enumerated() {
        for trait in things[thing] { counts[place][trait] += 1 }
      }
      for group in counts {
        for trait in least.indices { cost += over(trait, group[trait]) }
      }
    }

    private func over(_ trait: Int, _ count: Int) -> Int {
      max(0, count - most[trait]) + max(0, least[trait] - count)
    }

    mutating func move(_ thing: Int, to place: Int) {
      let from = places[thing]
      guard from != place else { return }
      for trait in things[thing] {
        let (left, entered) = (counts[from][trait], counts[place][trait])
        cost -= over(trait, left) + over(trait, entered)
        cost += over(trait, left - 1) + over(trait, entered + 1)
        counts[from][trait] -= 1
        counts[place][trait] += 1
      }
      places[thing] = place
    }
  }
}
