/// One step of a scale, the steps being the choices; how they are spread comes before any middle.
struct Scale: PollRules {
  /// The number of the first step: 0 for a fist of five.
  var first: Int

  var title: String { "a scale" }
  var standardChoices: [String] { ScaleLabels.agreement.labels }

  func form(for choices: [Choice]) -> BallotForm { .scale(first: first) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count >= 2 else { throw .tooFewChoices(choices.count) }
    guard (0...1).contains(first) else { throw .scaleBegins(at: first) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.count == 1 else { throw .wrongNumberOfMarks(min: 1, max: 1) }
  }

  func tally(_ papers: Papers) -> Tally {
    var tally = Tally.ofMarks(papers)
    for index in tally.rows.indices { tally.rows[index].sign = String(index + first) }
    guard let middle = middle(of: tally.rows.map(\.count)) else { return tally }
    tally.shape = .histogram(middle)
    tally.remarks = [
      "median \(middle.median.text(isTrimmed: true)) \(Self.quoted(middle, papers.choices)), "
        + "mean \(middle.mean.text())"
    ]
    return tally
  }

  /// The label at the median; both where it lies between two.
  private static func quoted(_ middle: Tally.Middle, _ choices: [Choice]) -> String {
    let place = middle.median.numerator - middle.first * middle.median.denominator
    let step = place / middle.median.denominator
    guard choices.indices.contains(step) else { return "" }
    let isBetween = place % middle.median.denominator != 0
    guard isBetween, choices.indices.contains(step + 1) else { return "'\(choices[step].text)'" }
    return "between '\(choices[step].text)' and '\(choices[step + 1].text)'"
  }

  /// Median and mean on the numbers of the steps; `nil` without a ballot.
  private func middle(of counts: [Int]) -> Tally.Middle? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let sum = counts.enumerated().reduce(0) { $0 + ($1.offset + first) * $1.element }
    let low = step(at: (total - 1) / 2, of: counts)
    let high = step(at: total / 2, of: counts)
    let median = low == high ? Ratio(low) : Ratio(low + high, 2)
    return Tally.Middle(median: median, mean: Ratio(sum, total), first: first)
  }

  /// The number of the step on which the ballot at a place stands, when they lie in order.
  private func step(at place: Int, of counts: [Int]) -> Int {
    var seen = 0
    for (index, count) in counts.enumerated() {
      seen += count
      if place < seen { return index + first }
    }
    return first
  }
}
