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
  /// True where the hand was up before, and keeps what it was raised for and when; else `nil`.
  public var waits: Bool?

  public init(request: RequestID, person: PersonID, channel: Channel, waits: Bool? = nil) {
    self.request = request
    self.person = person
    self.channel = channel
    self.waits = waits
  }
}

/// A round as it goes.
public struct RoundUnderWay: Equatable, Sendable {
  public var round: Round
  /// What everybody gets; `nil` where nobody said.
  public var seconds: Int?
  /// How many have not had their turn.
  public var toCome: Int
}

extension Floor {
  /// The round whose turns are to come, or whose last turn runs; `nil` where there is none.
  public var roundUnderWay: RoundUnderWay? {
    let waiting = queue.filter { $0.round != nil }
    guard let request = waiting.first ?? currentTurn?.request, let round = request.round else {
      return nil
    }
    return RoundUnderWay(round: round, seconds: request.seconds, toCome: waiting.count)
  }

  /// Everybody in order, before those who wait; whoever waits already stands there once.
  ///
  /// Nobody goes before the hands up to `behind`, which were announced: those of them that are in
  /// the round have their turn first.
  mutating func begin(
    _ round: Round, _ places: [RoundPlace], seconds: Int, behind: RequestID?, at now: Moment
  ) throws(Damage) {
    queue.removeAll { waiting in
      waiting.kind.isOrdinary
        && places.contains { $0.person == waiting.person && $0.waits != true }
    }
    let announced = behind.flatMap { id in queue.firstIndex { $0.id == id } }
    let kept = Set(announced.map { queue[...$0].map(\.id) } ?? [])
    var hands: [FloorRequest] = []
    for place in places {
      let known = queue.firstIndex { $0.id == place.request }
      if place.waits == true, known == nil { throw .unknown(place.request.description) }
      var request =
        known.map { queue[$0] }
        ?? FloorRequest(
          id: place.request, person: place.person, channel: place.channel, kind: .comment,
          raised: now)
      request.seconds = seconds
      request.round = round
      if let known, kept.contains(request.id) {
        queue[known] = request
        continue
      }
      request.placed = true
      // Answers go with what they answer.
      hands += [request] + queue.filter { $0.answering == request.id }
      queue.removeAll { $0.id == request.id || $0.answering == request.id }
    }
    queue.insert(contentsOf: hands, at: placeOfRound(behind: behind))
  }

  private func placeOfRound(behind last: RequestID?) -> Int {
    guard let last, let place = queue.firstIndex(where: { $0.id == last }) else {
      return queue.firstIndex(where: \.kind.isOrdinary) ?? queue.count
    }
    return queue[(place + 1)...].firstIndex { $0.answering != last } ?? queue.count
  }
}
