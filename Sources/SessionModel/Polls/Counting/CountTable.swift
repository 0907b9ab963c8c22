/// The rounds of a count as a table: a row a choice, a column a round.
public struct CountTable: Equatable, Sendable {
  /// From first to last; below them how many papers counted for nobody, where any did.
  public var rows: [Row] = []

  public struct Row: Equatable, Sendable {
    public var title: String
    /// One for each round: `2951`, `20.333`, empty where the choice was out.
    public var cells: [String]
    /// What became of the choice: `elected in round 2`, `out in round 1`; may be empty.
    public var remark: String
  }

  /// `names` are those of all choices, by their places on the paper.
  public init(of count: RankedCount, names: [String]) {
    rows = count.order.map { choice in
      Row(
        title: names[choice],
        cells: count.rounds.map { round in
          (round.tally[choice] ?? round.held[choice]).map(Self.shown) ?? ""
        },
        remark: Self.remark(on: choice, in: count))
    }
    guard count.rounds.contains(where: { !$0.exhausted.isZero }) else { return }
    rows.append(
      Row(
        title: "counts for nobody", cells: count.rounds.map { Self.shown($0.exhausted) },
        remark: ""))
  }

  /// Whole as it is, else with three places.
  private static func shown(_ value: Rational) -> String {
    value.isWhole ? value.description : value.rounded(toPlaces: 3)
  }

  private static func remark(on choice: Int, in count: RankedCount) -> String {
    let suffix = { (round: Int) in count.rounds.count == 1 ? "" : " in round \(round + 1)" }
    if let round = count.rounds.firstIndex(where: { $0.elected.contains(choice) }) {
      return (count.seats == 1 ? "first" : "elected") + suffix(round)
    }
    if let round = count.rounds.firstIndex(where: { $0.eliminated.contains(choice) }) {
      return "out" + suffix(round)
    }
    return ""
  }
}
