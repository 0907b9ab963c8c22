/// A number that everybody estimates; shown as how the numbers spread, then the median.
struct Estimate: PollRules {
  var unit: String?

  var title: String { "an estimate" + (unit.map { " in \($0)" } ?? "") }

  func form(for choices: [Choice]) -> BallotForm { .number(unit: unit) }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.isEmpty else { throw .noChoicesWanted }
    if let unit, unit.isBlank { throw .textMissing(what: "a unit") }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {}

  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    var counts: [Amount: Int] = [:]
    for paper in papers.ballots {
      if let number = paper.ballot.number { counts[number, default: 0] += paper.count }
    }
    let values = counts.sorted { $0.key < $1.key }
      .map { Tally.Spread.Value(amount: $0.key, count: $0.value) }
    guard let spread = Tally.Spread(of: values, unit: unit) else {
      return Tally(rows: [], valid: valid, blank: blank)
    }
    var tally = Tally(rows: Bins(of: values).rows(of: valid), valid: valid, blank: blank)
    tally.shape = .spread(spread)
    let unit = unit.map { " \($0)" } ?? ""
    tally.remarks = [
      "median \(spread.median.short)\(unit)",
      "half of all between \(spread.lower.short) and \(spread.upper.short), "
        + "all between \(spread.least.short) and \(spread.greatest.short)",
    ]
    return tally
  }
}

extension Ratio {
  fileprivate var short: String { text(decimals: 3, isTrimmed: true) }
}

extension Tally.Spread {
  /// `values` in order; `nil` without any.
  fileprivate init?(of values: [Value], unit: String?) {
    let total = values.reduce(0) { $0 + $1.count }
    guard let first = values.first, let last = values.last, total > 0 else { return nil }
    func middle(of range: Range<Int>) -> Ratio {
      let low = values.amount(at: range.lowerBound + (range.count - 1) / 2).thousandths
      let high = values.amount(at: range.lowerBound + range.count / 2).thousandths
      return Ratio(low + high, 2000)
    }
    let half = (total + 1) / 2
    self.init(
      least: Ratio(first.amount.thousandths, 1000), lower: middle(of: 0..<half),
      median: middle(of: 0..<total), upper: middle(of: (total - half)..<total),
      greatest: Ratio(last.amount.thousandths, 1000), values: values, unit: unit)
  }
}

extension Tally.Spread {
  /// How many of some ballots' numbers fall into each row of the whole.
  func counts(of ballots: [BallotBox.Counted]) -> [Int] {
    Bins(of: values).counts { isIn in
      ballots.reduce(0) { sum, paper in
        sum + (paper.ballot.number.map(isIn) == true ? paper.count : 0)
      }
    }
  }
}

extension [Tally.Spread.Value] {
  /// The number that stands at a place when all lie in order.
  fileprivate func amount(at place: Int) -> Amount {
    var seen = 0
    for value in self {
      seen += value.count
      if place < seen { return value.amount }
    }
    return last?.amount ?? Amount(0)
  }
}

/// Numbers put together so that a few rows show them.
private struct Bins {
  private let values: [Tally.Spread.Value]
  /// The width of a bin in thousandths; `nil` where every number has a row.
  private var width: Int?

  private static let mostRows = 8

  init(of values: [Tally.Spread.Value]) {
    self.values = values
    guard values.count > Self.mostRows, let first = values.first, let last = values.last else {
      return
    }
    // 1, 2 or 5 times a power of ten: the smallest width that needs few enough bins.
    var step = 1
    while true {
      for factor in [1, 2, 5] {
        let width = step * factor
        let count = Self.bin(of: last.amount, width) - Self.bin(of: first.amount, width) + 1
        if count <= Self.mostRows {
          self.width = width
          return
        }
      }
      step *= 10
    }
  }

  private static func bin(of amount: Amount, _ width: Int) -> Int {
    let quotient = amount.thousandths / width
    return amount.thousandths % width < 0 ? quotient - 1 : quotient
  }

  /// What `count` finds for each row, told which numbers belong to it.
  func counts(_ count: ((Amount) -> Bool) -> Int) -> [Int] {
    guard let width, let first = values.first, let last = values.last else {
      return values.map { value in count { $0 == value.amount } }
    }
    return (Self.bin(of: first.amount, width)...Self.bin(of: last.amount, width)).map { bin in
      count { Self.bin(of: $0, width) == bin }
    }
  }

  func rows(of valid: Int) -> [Tally.Row] {
    guard let width, let first = values.first, let last = values.last else {
      return values.map { Tally.Row(label: $0.amount.description, count: $0.count, of: valid) }
    }
    return (Self.bin(of: first.amount, width)...Self.bin(of: last.amount, width)).map { bin in
      let count = values.reduce(0) { $0 + (Self.bin(of: $1.amount, width) == bin ? $1.count : 0) }
      let from = Amount(thousandths: bin * width)
      let to = Amount(thousandths: (bin + 1) * width)
      return Tally.Row(label: "\(from) to under \(to)", count: count, of: valid)
    }
  }
}
