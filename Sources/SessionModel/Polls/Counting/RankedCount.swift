/// How a count came out, round by round.
public struct RankedCount: Equatable, Sendable {
  public let method: CountingMethod
  public let seats: Int
  /// Everybody who stands, from first to last.
  public internal(set) var order: [Int] = []
  public internal(set) var rounds: [Round] = []
  /// Ties that the count came upon and that could matter, in order.
  public internal(set) var ties: [Tie] = []

  /// How much elects; `nil` where the method knows no quota.
  public internal(set) var quota: Rational?

  init(_ method: CountingMethod, seats: Int) {
    self.method = method
    self.seats = seats
  }

  /// The first of the order, as many as there are seats; fewer where fewer stand.
  public var winners: [Int] { Array(order.prefix(seats)) }

  /// RankedPapers that in the end count for nobody, blank ones included.
  public var exhausted: Rational { rounds.last?.exhausted ?? .zero }

  public struct Round: Equatable, Sendable {
    /// What counts for each of those who are still in it, before the round is decided.
    public var tally: [Int: Rational]
    /// What those hold who were elected in an earlier round.
    public var held: [Int: Rational] = [:]
    /// RankedPapers that count for nobody, blank ones included.
    public var exhausted: Rational
    public var elected: [Int] = []
    public var eliminated: [Int] = []
  }

  /// Choices that were equal where one had to be taken.
  public struct Tie: Equatable, Sendable {
    /// Counted from 1.
    public var round: Int
    /// In the order of the paper.
    public var among: [Int]
    public var taken: Int
    public var purpose: Purpose
    public var settled: Settlement
  }

  public enum Purpose: Equatable, Sendable {
    /// Who comes before the others.
    case place
    /// Who goes out.
    case elimination
    /// Whose surplus goes on first.
    case surplus
  }

  public enum Settlement: Equatable, Sendable {
    /// The last earlier round that knew a difference, counted from 1.
    case round(Int)
    case lot
  }
}

extension RankedCount.Tie {
  /// What was done: `Round 2: B and C are equal; C goes out, by lot`.
  public func sentence(names: [String]) -> String {
    let equal = among.map { names[$0] }
    let list = equal.dropLast().joined(separator: ", ") + " and " + (equal.last ?? "")
    let what =
      switch purpose {
      case .place: "\(names[taken]) comes first"
      case .elimination: "\(names[taken]) goes out"
      case .surplus: "the surplus of \(names[taken]) goes on first"
      }
    let how =
      switch settled {
      case .round(let number): "as round \(number) has it"
      case .lot: "by lot"
      }
    return "Round \(round): \(list) are equal; \(what), \(how)"
  }
}

extension RankedCount {
  /// Takes the one with the most or the fewest; settles a tie by earlier rounds, else by lot.
  ///
  /// `values` is what this round says of each; `round` is counted from 0, and it is the first that
  /// is not looked at. Traps among nobody.
  mutating func take(
    _ extreme: Extreme, of choices: [Int], by values: [Int: Rational], for purpose: Purpose,
    _ lot: Lot
  ) -> Int {
    let best = choices.extreme(extreme, by: values)
    precondition(!best.isEmpty, "Somebody is taken among some")
    guard best.count > 1 else { return best[0] }
    var left = best
    for (index, earlier) in rounds.enumerated().reversed() {
      left = left.extreme(extreme, by: earlier.values)
      guard left.count > 1 else {
        ties.append(
          Tie(
            round: rounds.count + 1, among: best, taken: left[0], purpose: purpose,
            settled: .round(index + 1)))
        return left[0]
      }
    }
    let drawn = (extreme == .most ? lot.first(of: left) : lot.last(of: left)) ?? left[0]
    ties.append(
      Tie(
        round: rounds.count + 1, among: best, taken: drawn, purpose: purpose, settled: .lot))
    return drawn
  }

  enum Extreme { case most, fewest }
}

extension RankedCount.Round {
  /// What counts for each, elected or not.
  fileprivate var values: [Int: Rational] { tally.merging(held) { own, _ in own } }
}

extension [Int] {
  /// Those with the most or the fewest.
  fileprivate func extreme(
    _ extreme: RankedCount.Extreme, by values: [Int: Rational]
  ) -> [Int] {
    let known = map { values[$0] ?? .zero }
    guard let best = extreme == .most ? known.max() : known.min() else { return [] }
    return filter { (values[$0] ?? .zero) == best }
  }
}
