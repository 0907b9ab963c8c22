public import SessionModel

extension RankedElection {
  /// What brings the ballots to a table as a ranking that was taken elsewhere; `nil` where a
  /// ballot weighs no whole number, which a room does not know.
  ///
  /// Who withdrew is left out. `name` is what it is called where the file has no title.
  public func intent(named name: String) -> Intent? {
    let standing = standing
    let letters = Dictionary(
      uniqueKeysWithValues: standing.enumerated().map { ($1, Choice.letters[$0 % 26]) })
    var counts: [Ballot: Int] = [:]
    for paper in ballots {
      guard let weight = paper.weight.wholeNumber else { return nil }
      var ballot = Ballot()
      let places = paper.places.map { $0.filter(standing.contains) }.filter { !$0.isEmpty }
      for (index, place) in places.enumerated() {
        for choice in place { ballot.marks[letters[choice] ?? ""] = index + 1 }
      }
      counts[ballot, default: 0] += weight
    }
    let title = (title ?? "").isEmpty ? name : (title ?? name)
    return .poll(
      .adopt(
        text: title,
        method: .ranking(min: nil, max: nil, seats: seats > 1 ? min(seats, standing.count) : nil),
        choices: standing.map { choices[$0] },
        papers: counts.map { BallotBox.Counted(ballot: $0, count: $1) }.inOrder))
  }
}
