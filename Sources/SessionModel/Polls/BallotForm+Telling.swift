extension BallotForm {
  /// What a ballot says, a line for each thing, as a voter reads it back; a blank one is one line.
  public func lines(of ballot: Ballot, among choices: [Choice]) -> [String] {
    guard !ballot.isBlank else { return [blankTitle] }
    func title(_ id: Choice.ID) -> String { choices.first { $0.id == id }?.text ?? id }
    func told(_ ids: [Choice.ID], _ tell: (Choice.ID, Int) -> String) -> [String] {
      ids.compactMap { id in ballot.marks[id].map { tell(id, $0) } }
    }
    let inPollOrder = choices.map(\.id)
    switch self {
    case .pick, .entered: return told(inPollOrder) { id, _ in title(id) }
    case .scale(let first):
      return told(inPollOrder) { id, _ in
        "\((inPollOrder.firstIndex(of: id) ?? 0) + first)  \(title(id))"
      }
    case .rank: return told(ballot.inOrder) { id, place in "\(place)  \(title(id))" }
    case .grade(let grades):
      return told(inPollOrder) { id, number in
        "\(title(id)): \(grades.first { $0.number == number }?.title ?? String(number))"
      }
    case .spend: return told(inPollOrder) { id, points in "\(points)  \(title(id))" }
    case .place:
      return told(inPollOrder) { id, up in
        "\(title(id)): \(ballot.across?[id] ?? 0) across, \(up) up"
      }
    case .compare:
      return told(ballot.chosen) { pair, mark in
        let sides = pair.split(separator: "/").map { title(String($0)) }
        guard sides.count == 2 else { return pair }
        return mark == 1 ? "\(sides[0]) before \(sides[1])" : "\(sides[1]) before \(sides[0])"
      }
    case .statements:
      return told(inPollOrder) { id, mark in
        "\(title(id)): \(mark > 0 ? "agree" : mark < 0 ? "disagree" : "pass")"
      }
    case .words, .answers: return ballot.words ?? []
    case .number(let unit):
      return [[ballot.number?.description, unit].compactMap(\.self).joined(separator: " ")]
    }
  }
}
