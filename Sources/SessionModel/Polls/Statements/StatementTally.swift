/// Statements counted over all and over declared stakeholder groups, and sorted into views.
struct StatementTally {
  /// A group's short name, and what its members marked.
  struct Group {
    var title: String
    var ballots: [BallotBox.Counted]
  }

  private let choices: [Choice]
  private let groups: [String]
  private let valid: Int
  /// By statement; over everybody, and over each group.
  private let whole: [OpinionCounts]
  private let parts: [[OpinionCounts]]

  /// `valid` is how many have said anything to any statement.
  init(
    _ choices: [Choice], whole: [BallotBox.Counted], groups: [Group], valid: Int
  ) {
    self.choices = choices
    self.groups = groups.map(\.title)
    self.valid = valid
    let places = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1.id, $0) })
    func counts(_ ballots: [BallotBox.Counted]) -> [OpinionCounts] {
      var counts = [OpinionCounts](repeating: OpinionCounts(), count: choices.count)
      for paper in ballots {
        for (id, mark) in paper.ballot.marks {
          if let place = places[id] { counts[place].add(mark, times: paper.count) }
        }
      }
      return counts
    }
    self.whole = counts(whole)
    parts = groups.map { counts($0.ballots) }
  }

  /// Fewer than this make no picture: a third of those who take part, and at least three.
  var leastSeen: Int { Swift.max(3, (valid + 2) / 3) }

  // MARK: Scores

  /// Polis's consensus, group by group: the product of (agreed + 1) / (seen + 2).
  private func consensus(
    on place: Int, _ count: (OpinionCounts) -> Int = { $0.agree }
  ) -> Rational {
    let all = parts.isEmpty ? [whole] : parts
    return all.reduce(.one) { product, counts in
      product * Rational(count(counts[place]) + 1, over: counts[place].seen + 2)
    }
  }

  /// The group whose agreement differs most from that of the others, and by how much.
  private func divide(on place: Int) -> (group: Int, z: Double)? {
    let all = parts.reduce(into: OpinionCounts()) { sum, counts in
      sum.agree += counts[place].agree
      sum.disagree += counts[place].disagree
      sum.pass += counts[place].pass
    }
    let tests = parts.indices.compactMap { group -> (group: Int, z: Double)? in
      let counts = parts[group][place]
      guard counts.seen > 0, all.seen > counts.seen else { return nil }
      let z = twoProportions(
        successesIn: counts.agree, out: all.agree - counts.agree, in: counts.seen,
        out: all.seen - counts.seen)
      return (group, z)
    }
    return tests.max { abs($0.z) < abs($1.z) }
  }

  // MARK: Views

  private enum View: Int, CaseIterable {
    case agreed, rejected, divisive, open, unseen
  }

  private func view(of place: Int) -> View {
    guard whole[place].seen >= leastSeen else { return .unseen }
    if let (_, z) = divide(on: place), abs(z) >= significance { return .divisive }
    let heard = (parts.isEmpty ? [whole] : parts).map { $0[place] }.filter { $0.seen > 0 }
    if heard.allSatisfy({ 2 * $0.agree > $0.seen }) { return .agreed }
    if heard.allSatisfy({ 2 * $0.disagree > $0.seen }) { return .rejected }
    return .open
  }

  private func title(of view: View) -> String {
    let areGrouped = parts.count > 1
    return switch view {
    case .agreed: areGrouped ? "Agreed across groups" : "Agreed"
    case .rejected: areGrouped ? "Rejected across groups" : "Rejected"
    case .divisive: "Divides the groups"
    case .open: "Neither agreed nor rejected"
    case .unseen:
      valid == 0
        ? "Nobody has seen it" : "Too few have seen it: fewer than \(leastSeen) of \(valid)"
    }
  }

  /// The weightiest first.
  private func sorted(_ places: [Int], in view: View) -> [Int] {
    switch view {
    case .divisive:
      let strength = Dictionary(
        uniqueKeysWithValues: places.map { ($0, abs(divide(on: $0)?.z ?? 0)) })
      return places.sorted { (strength[$1] ?? 0, $0) < (strength[$0] ?? 0, $1) }
    case .agreed, .rejected, .open:
      let score = Dictionary(
        uniqueKeysWithValues: places.map { place in
          (place, consensus(on: place) { view == .rejected ? $0.disagree : $0.agree })
        })
      return places.sorted { (score[$1] ?? .zero, $0) < (score[$0] ?? .zero, $1) }
    case .unseen: return places
    }
  }

  func tally(blank: Int) -> Tally {
    var places: [View: [Int]] = [:]
    for place in choices.indices { places[view(of: place), default: []].append(place) }
    let views = View.allCases.compactMap { view in
      places[view].map { (title: title(of: view), places: sorted($0, in: view)) }
    }
    let rows = views.flatMap(\.places).map { place in
      Tally.Row(
        choices[place], count: whole[place].agree, of: whole[place].seen,
        figure: "\(whole[place].agree) of \(whole[place].seen)")
    }
    var tally = Tally(rows: rows, valid: valid, blank: blank)
    tally.isOfBallots = false
    tally.shape = .statements(
      views.map { Tally.StatementView(title: $0.title, statements: $0.places.map(statement)) })
    if valid > 0 {
      tally.remarks = views.map { "\($0.title.lowercasedFirst): \($0.places.count)" }
      tally.tables = [scores(of: views.flatMap(\.places))]
    }
    return tally
  }

  private func statement(_ place: Int) -> Tally.StatementView.Statement {
    Tally.StatementView.Statement(
      sign: choices[place].id, text: choices[place].text, agree: whole[place].agree,
      disagree: whole[place].disagree, pass: whole[place].pass,
      groups: zip(groups, parts).map { title, counts in
        Tally.StatementView.Statement.Group(
          title: title, agree: counts[place].agree, disagree: counts[place].disagree,
          pass: counts[place].pass)
      })
  }

  private func scores(of places: [Int]) -> Tally.Table {
    let rows = places.map { place in
      let counts = whole[place]
      let divide = divide(on: place).map { found in
        "\(groups[found.group]) \(Rational(Int((found.z * 100).rounded()), over: 100).rounded(toPlaces: 2))"
      }
      let cells =
        ["\(counts.agree)", "\(counts.disagree)", "\(counts.pass)"]
        + [consensus(on: place).rounded(toPlaces: 3)] + (parts.isEmpty ? [] : [divide ?? ""])
      return Tally.Table.Row(
        "\(choices[place].id) \(choices[place].text)", cells.map { Tally.Table.Cell($0) })
    }
    return Tally.Table(
      title: "Scores",
      columns: ["agree", "disagree", "pass", "consensus"] + (parts.isEmpty ? [] : ["divide"]),
      rows: rows,
      remark: "consensus: over the declared groups the product of (agreed + 1) / (seen + 2)"
        + (parts.isEmpty
          ? "" : "; divide: how far the group that differs most is from the others, in z"))
  }
}

/// Beyond this a difference between a group and the others is hardly chance: nine times in ten.
private let significance = 1.2816

/// How far two shares are apart, in standard deviations.
///
/// Source: Polis, `two-prop-test`: one success and one trial are added on either side, the variance
/// is pooled.
func twoProportions(
  successesIn: Int, out successesOut: Int, in trialsIn: Int, out trialsOut: Int
) -> Double {
  let (s1, s2) = (Double(successesIn + 1), Double(successesOut + 1))
  let (n1, n2) = (Double(trialsIn + 1), Double(trialsOut + 1))
  let pooled = (s1 + s2) / (n1 + n2)
  let variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
  return variance > 0 ? (s1 / n1 - s2 / n2) / variance.squareRoot() : 0
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
