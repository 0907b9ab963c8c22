public import SessionModel

/// Ranked ballots in the BLT layout: what `BLTReader` and other counting programs read.
public struct BLTWriter {
  public init() {}

  /// Equal ballots stand in one line, in an order that says nothing of who cast them.
  public func text(of election: RankedElection) -> String {
    var weights: [String: Rational] = [:]
    for ballot in election.ballots {
      weights[Self.places(of: ballot), default: .zero] += ballot.weight
    }
    var lines = ["\(election.choices.count) \(election.seats)"]
    lines += election.withdrawn.sorted().map { "-\($0 + 1)" }
    lines += weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { places, weight in
      "\(weight) \(places)0"
    }
    lines += ["0"] + election.choices.map(Self.quoted)
    if let title = election.title, !title.isEmpty { lines.append(Self.quoted(title)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func places(of ballot: RankedBallot) -> String {
    ballot.places.map { place in
      place.sorted().map { String($0 + 1) }.joined(separator: "=") + " "
    }.joined()
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.cleanLine.replacing("\"", with: "\"\"") + "\""
  }
}
