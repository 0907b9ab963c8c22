extension Session {
  func decide(_ intent: FloorIntent, at now: Moment) throws(Refusal) -> Decision {
    switch intent {
    case .raise(let id, let channel, let kind):
      let person = try person(id)
      guard agenda.closed == nil else { throw .sessionClosed }
      guard floor.isListOpen || kind == .pointOfOrder else { throw .listClosed }
      try refuseSecondHand(of: person, kind: kind)
      return happened(
        .raised(
          request: serials.next(), person: id, channel: channel ?? person.channel ?? .room,
          kind: kind))
    case .give(let target, let seconds):
      if let seconds, seconds <= 0 { throw .durationNotPositive }
      return try give(to: target, allowance: seconds)
    case .yield(let target):
      let turn = try runningTurn()
      let left = turn.allowanceSeconds - turn.spokenSeconds(at: now)
      guard left > 0 else { throw .nothingLeftToYield }
      let heir = try resolve(target)
      guard heir.person != turn.person else { throw .hasTheFloorAlready(name(of: turn.person)) }
      return try give(to: target, allowance: left + standardAllowance(for: heir))
    case .end: return happened(.ended(turn: try runningTurn().id))
    case .pause:
      let turn = try runningTurn()
      guard !turn.isPaused else { throw .turnPaused(name(of: turn.person)) }
      return happened(.paused(turn: turn.id))
    case .resume:
      let turn = try runningTurn()
      guard turn.isPaused else { throw .turnNotPaused(name(of: turn.person)) }
      return happened(.resumed(turn: turn.id))
    case .withdraw(let id): return happened(.withdrawn(request: try request(id).id))
    case .skip(let id, let reason):
      return happened(.passedOver(request: try request(id).id, reason: reason))
    case .move(let id, let place):
      _ = try request(id)
      guard place >= 1, place <= floor.queue.count else {
        throw .placeOutOfRange(place, count: floor.queue.count)
      }
      return happened(.moved(request: id, to: place))
    case .readdLast: return try readdLast()
    case .openList:
      guard !floor.isListOpen else { throw .listAlreadyOpen }
      return happened(.listOpened)
    case .closeList:
      guard floor.isListOpen else { throw .listClosed }
      return happened(.listClosed)
    case .allow(let kind, let seconds):
      guard seconds > 0 else { throw .durationNotPositive }
      return happened(.allowed(kind: kind, seconds: seconds))
    case .allowFraming(let seconds):
      guard seconds > 0 else { throw .durationNotPositive }
      return happened(.framingAllowed(seconds: seconds))
    case .count(let id, let words):
      guard let turn = floor.turns[id] else { throw .noSuchTurn(id) }
      if let words, words < 0 { throw .wordsNegative }
      guard turn.words != words else { throw .nothingToChange(id.description) }
      return happened(.counted(turn: id, words: words))
    }
  }

  /// The person's name, for sentences.
  func name(of id: PersonID) -> String { people[id]?.name ?? id.description }

  private func happened(_ event: FloorEvent) -> Decision { Decision(.floor(event)) }

  private func refuseSecondHand(of person: Person, kind: FloorRequest.Kind) throws(Refusal) {
    if floor.queue.contains(where: { $0.isSecondHand(of: person.id, kind: kind) }) {
      throw .alreadyInQueue(person.name)
    }
  }

  private func request(_ id: RequestID) throws(Refusal) -> FloorRequest {
    guard let request = floor.queue.first(where: { $0.id == id }) else {
      throw .noSuchRequest(id)
    }
    return request
  }

  private func runningTurn() throws(Refusal) -> Turn {
    guard let turn = floor.currentTurn else { throw .nobodyHasTheFloor }
    return turn
  }

  /// Who would get the floor.
  private struct Heir {
    var person: PersonID
    var channel: Channel
    var kind: FloorRequest.Kind
    var request: RequestID?
  }

  private func resolve(_ target: FloorTarget) throws(Refusal) -> Heir {
    let waiting: FloorRequest
    switch target {
    case .next:
      guard let first = floor.queue.first else { throw .queueEmpty }
      waiting = first
    case .request(let id): waiting = try request(id)
    case .person(let id):
      let person = try person(id)
      guard let own = floor.request(of: id) else {
        return Heir(
          person: id, channel: person.channel ?? .room, kind: .comment, request: nil)
      }
      waiting = own
    }
    return Heir(
      person: waiting.person, channel: waiting.channel, kind: waiting.kind, request: waiting.id)
  }

  /// A framing speaker is given the framing time, whoever asked for the floor its kind's time.
  private func standardAllowance(for heir: Heir) -> Int {
    if agenda.currentSegment?.kind == .framing, heir.request == nil {
      return floor.framingAllowance
    }
    return floor.allowance(for: heir.kind)
  }

  private func give(to target: FloorTarget, allowance: Int?) throws(Refusal) -> Decision {
    try requireLive()
    let heir = try resolve(target)
    if let turn = floor.currentTurn, turn.person == heir.person {
      throw .hasTheFloorAlready(name(of: heir.person))
    }
    return happened(
      .given(
        turn: serials.next(), person: heir.person, channel: heir.channel, kind: heir.kind,
        request: heir.request, segment: agenda.current, question: agenda.question,
        allowance: allowance ?? standardAllowance(for: heir)))
  }

  private func readdLast() throws(Refusal) -> Decision {
    guard let last = floor.turns.all.last(where: { $0.ended != nil }) else {
      throw .nobodySpokeYet
    }
    let person = try person(last.person)
    guard floor.currentTurn?.person != last.person else {
      throw .hasTheFloorAlready(person.name)
    }
    try refuseSecondHand(of: person, kind: last.kind)
    return happened(
      .readded(
        request: serials.next(), person: last.person, channel: last.channel, kind: last.kind))
  }
}

extension FloorRequest {
  /// Whether somebody who waits with this may not wait with the other too.
  func isSecondHand(beside other: FloorRequest) -> Bool {
    isSecondHand(of: other.person, kind: other.kind)
  }

  /// One person may wait once, and once more with a point of order.
  fileprivate func isSecondHand(of person: PersonID, kind: Kind) -> Bool {
    self.person == person && (self.kind == .pointOfOrder) == (kind == .pointOfOrder)
  }
}

extension Floor {
  mutating func apply(_ event: FloorEvent, at now: Moment) throws(Damage) {
    switch event {
    case .raised(let id, let person, let channel, let kind):
      let request = FloorRequest(
        id: id, person: person, channel: channel, kind: kind, raised: now)
      queue.insert(request, at: place(for: kind))
    case .given(
      let id, let person, let channel, let kind, let requestID, let segment, let question,
      let allowance):
      try endCurrent(at: now)
      var turn = Turn(
        id: id, person: person, channel: channel, kind: kind, allowanceSeconds: allowance,
        started: now)
      turn.segment = segment
      turn.question = question
      if let requestID { turn.request = try take(requestID) }
      turns[id] = turn
      current = id
    case .ended(let id):
      guard current == id else { throw .unknown(id.description) }
      try endCurrent(at: now)
    case .paused(let id): try turns.change(id) { $0.pauses.append(.init(from: now)) }
    case .resumed(let id): try turns.change(id) { $0.endPause(at: now) }
    case .withdrawn(let id): _ = try take(id)
    case .passedOver(let id, let reason):
      passedOver.append(PassedOver(request: try take(id), reason: reason, at: now))
    case .moved(let id, let place):
      let request = try take(id)
      queue.insert(request, at: min(max(0, place - 1), queue.count))
    case .readded(let id, let person, let channel, let kind):
      queue.insert(
        FloorRequest(id: id, person: person, channel: channel, kind: kind, raised: now), at: 0)
    case .listOpened: isListOpen = true
    case .listClosed: isListOpen = false
    case .allowed(let kind, let seconds): allowances[kind] = seconds
    case .framingAllowed(let seconds): framingAllowance = seconds
    case .counted(let id, let words): try turns.change(id) { $0.words = words }
    }
  }

  /// The gavel ends whatever turn still runs.
  mutating func endAll(at now: Moment) throws(Damage) {
    try endCurrent(at: now)
  }

  /// A point of order goes behind those already leading the queue, everything else to its end.
  private func place(for kind: FloorRequest.Kind) -> Int {
    guard kind == .pointOfOrder else { return queue.count }
    return queue.firstIndex { $0.kind != .pointOfOrder } ?? queue.count
  }

  private mutating func take(_ id: RequestID) throws(Damage) -> FloorRequest {
    guard let index = queue.firstIndex(where: { $0.id == id }) else {
      throw .unknown(id.description)
    }
    return queue.remove(at: index)
  }

  private mutating func endCurrent(at now: Moment) throws(Damage) {
    guard let current else { return }
    try turns.change(current) { turn in
      if turn.isPaused { turn.endPause(at: now) }
      turn.ended = now
    }
    self.current = nil
  }
}

extension Turn {
  fileprivate mutating func endPause(at now: Moment) {
    guard !pauses.isEmpty else { return }
    pauses[pauses.count - 1].to = now
  }
}
