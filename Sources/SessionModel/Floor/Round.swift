/// A turn for everybody in order: a framing round, a tour de table, a few seconds each at the end.
public enum Round: String, Sendable, Codable, CaseIterable, Hashable {
  /// The people of the running segment, as the agenda names them.
  case framing
  /// Everybody who is here, as on the roll; whoever moderates leads it.
  case table
  /// Those who wait, as they stand; everybody who is here where nobody waits.
  case waiting

  public var title: String {
    switch self {
    case .framing: "framing round"
    case .table: "tour de table"
    case .waiting: "round of those who wait"
    }
  }
}

extension Session {
  /// Who takes part in a round that begins now, in order.
  public func people(of round: Round) -> [PersonID] {
    switch round {
    case .framing: return agenda.currentSegment?.people ?? []
    case .waiting:
      let waiting = floor.queue.filter(\.kind.isOrdinary).map(\.person)
      guard waiting.isEmpty else {
        var seen: Set<PersonID> = []
        return waiting.filter { seen.insert($0).inserted }
      }
      return people(of: .table)
    case .table:
      return people.roll.filter { person in
        person.isPresent && !person.roles.contains(.moderator)
          && !person.roles.contains(.onlineModerator)
      }.map(\.id)
    }
  }

  /// What everybody gets in a round that shall end with the running segment, in seconds.
  ///
  /// Whole steps of five, from five to two minutes: nobody can be held to less or asked for more.
  public func secondsEach(in round: Round, at now: Moment) -> Int {
    let people = max(1, self.people(of: round).count)
    let left: Int
    if let segment = agenda.currentSegment {
      left = segment.allottedSeconds - segment.elapsedSeconds(at: now)
    } else {
      left = forecast(at: now)?.leftSeconds ?? 0
    }
    return min(120, max(5, left / people / 5 * 5))
  }
}

/// One hand in a round that begins.
public struct RoundPlace: Equatable, Sendable, Codable {
  public var request: RequestID
  public var person: PersonID
  public var channel: Channel
}
