/// Scores added up, and a run-off between the two choices with the highest sums.
///
/// Equal sums are told apart by who is preferred by more papers, an equal run-off by the sums; what
/// is equal then is settled by a lot drawn from the seed.
struct STARCount {
  /// By the choices' places on the paper.
  let sums: [Int]
  /// Places from first to last.
  private(set) var order: [Int]
  private let papers: Papers
  private var lots: [String] = []
  private var outcome = ""

  init(_ papers: Papers) {
    self.papers = papers
    let sums = papers.choices.map { choice in papers.sum { $0.marks[choice.id] ?? 0 } }
    self.sums = sums
    order = []
    let lot = Lot(among: papers.choices.map(\.text), seed: papers.seed)
    order = ranked(lot)
    runOff(lot)
  }

  var remarks: [String] { [outcome] + lots }

  private func name(_ place: Int) -> String { papers.choices[place].text }

  /// How many papers give the one more than the other.
  private func preferring(_ one: Int, over other: Int) -> Int {
    let (first, second) = (papers.choices[one].id, papers.choices[other].id)
    return papers.sum { ($0.marks[first] ?? 0) > ($0.marks[second] ?? 0) ? 1 : 0 }
  }

  /// By sums; among equal ones whoever is preferred to more of the others comes first.
  private mutating func ranked(_ lot: Lot) -> [Int] {
    var order: [Int] = []
    let groups = Dictionary(grouping: sums.indices) { sums[$0] }
    for (_, equal) in groups.sorted(by: { $0.key > $1.key }) {
      let wins = Dictionary(
        uniqueKeysWithValues: equal.map { one in
          (one, equal.count { preferring(one, over: $0) > preferring($0, over: one) })
        })
      let sorted = equal.sorted { one, other in
        let (mine, theirs) = (wins[one] ?? 0, wins[other] ?? 0)
        return mine != theirs ? mine > theirs : lot.favours(one, over: other)
      }
      // Only who reaches the run-off matters.
      let last = 2 - order.count
      if last > 0, sorted.count > last, wins[sorted[last - 1]] == wins[sorted[last]] {
        lots.append("\(name(sorted[last - 1])) is in the run-off by lot (seed \(papers.seed))")
      }
      order += sorted
    }
    return order
  }

  private mutating func runOff(_ lot: Lot) {
    guard order.count >= 2 else { return }
    let (one, other) = (order[0], order[1])
    let (mine, theirs) = (preferring(one, over: other), preferring(other, over: one))
    var isTurned = theirs > mine
    if mine == theirs, sums[one] == sums[other] {
      isTurned = lot.favours(other, over: one)
      lots.append(
        "the run-off is equal and so are the scores; decided by lot (seed \(papers.seed))")
    }
    if isTurned { order.swapAt(0, 1) }
    let equal = papers.turnout.valid - mine - theirs
    outcome =
      "\(name(order[0])) comes first by STAR: \(Swift.max(mine, theirs)) prefer it to "
      + "\(name(order[1])), \(Swift.min(mine, theirs)) do not, \(equal) score both the same"
  }
}
