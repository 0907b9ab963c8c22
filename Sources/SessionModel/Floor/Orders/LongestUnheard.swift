/// Alternation over a trait: next comes whoever is of the value that was heard longest ago.
///
/// Over the channel it is strict alternation between room and online. Who waits alone of a value
/// goes on when the others have nobody left.
struct LongestUnheard: QueueOrder {
  let kind: Background.Kind

  init(over kind: Background.Kind) {
    self.kind = kind
  }

  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    let byArrival = waiting.sorted { $0.arrival < $1.arrival }
    var lines: [[Applicant]] = []
    var lastTurn = heard[kind].lastTurn
    for applicant in byArrival {
      let value = applicant.traits[kind]
      while lines.count <= value { lines.append([]) }
      lines[value].append(applicant)
    }
    while lastTurn.count < lines.count { lastTurn.append(-1) }
    var turn = (lastTurn.max() ?? -1) + 1
    for applicant in ahead where applicant.traits[kind] < lastTurn.count {
      lastTurn[applicant.traits[kind]] = turn
      turn += 1
    }
    var heads = Array(repeating: 0, count: lines.count)
    var result: [Applicant] = []
    result.reserveCapacity(waiting.count)
    while result.count < waiting.count {
      var best: Int?
      for value in lines.indices where heads[value] < lines[value].count {
        guard let chosen = best else {
          best = value
          continue
        }
        let arrival = lines[value][heads[value]].arrival
        if lastTurn[value] < lastTurn[chosen]
          || (lastTurn[value] == lastTurn[chosen]
            && arrival < lines[chosen][heads[chosen]].arrival)
        {
          best = value
        }
      }
      guard let best else { break }
      result.append(lines[best][heads[best]])
      heads[best] += 1
      lastTurn[best] = turn
      turn += 1
    }
    return result
  }
}
