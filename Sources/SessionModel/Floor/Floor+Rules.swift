extension Session {
  func decide(
    _ intent: FloorIntent, by seat: Seat, at now: Moment
  ) throws(Refusal) -> Decision {
    switch intent {
    case .openList, .closeList, .allow, .allowFraming, .set, .budget, .addTime, .fishbowl, .stick,
      .queueAgain:
      try requireNotClosed()
    default: break
    }
    switch intent {
    case .raise(let id, let channel, let kind):
      guard kind != .answer else { throw .answersNothing }
      let person = try asker(id, kind: kind, by: seat)
      return happened(
        .raised(
          request: serials.next(), person: id, channel: channel ?? person.channel ?? .room,
          kind: kind))
    case .answer(let id, let question, let channel):
      let person = try asker(id, kind: .answer, by: seat)
      guard !floor.turns.isEmpty else { throw .nobodySpokeYet }
      guard try askedOrSpoken(question).kind.isAnswerable else { throw .notAnswerable(question) }
      return happened(
        .answerRaised(
          request: serials.next(), person: id, channel: channel ?? person.channel ?? .room,
          to: question))
    case .give(let target, let seconds):
      if let seconds, seconds <= 0 { throw .durationNotPositive }
      return try give(to: target, allowance: seconds)
    case .yield(let target):
      let turn = try runningTurn()
      let left = turn.allowanceSeconds - turn.spokenSeconds(at: now)
      guard left > 0 else { throw .nothingLeftToYield }
      let heir = try resolve(target)
      guard heir.person != turn.person else { throw .hasTheFloorAlready(name(of: turn.person)) }
      try refuseOutsideForm(heir.person)
      return try give(to: target, allowance: left + standardAllowance(for: heir))
    case .end: return happened(.ended(turn: try runningTurn().id))
    case .endAll:
      let turn = try runningTurn()
      return happened(.ended(turn: floor.interrupted ?? turn.id))
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
    case .bringBack(let id):
      guard let parked = floor.parked.last(where: { $0.request.id == id }) else {
        throw .notPassedOver(id)
      }
      try refuseSecondHand(of: try person(parked.request.person), kind: parked.request.kind)
      return happened(.broughtBack(request: id))
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
    case .set(let setting):
      try check(setting)
      return happened(.set(setting: setting))
    case .budget(let holder, let seconds, let segment):
      if case .person(let id) = holder { _ = try person(id) }
      if let segment { _ = try self.segment(segment) }
      if let seconds, seconds <= 0 { throw .durationNotPositive }
      let known = floor.budgets?.first { $0.holder == holder && $0.segment == segment }
      guard known?.seconds != seconds else { throw .nothingToChange(name(of: holder)) }
      return happened(.budgetSet(holder: holder, seconds: seconds, segment: segment))
    case .addTime(let holder):
      let (seconds, segment) = try secondsToAdd(for: holder, at: now)
      return happened(.timeAdded(like: holder, seconds: seconds, segment: segment))
    case .round(let round, let seconds): return try begin(round, seconds: seconds, at: now)
    case .fishbowl(let inner, let chairs):
      return happened(try decideFishbowl(inner, chairs: chairs))
    case .takeChair(let id): return happened(try decideTakeChair(id))
    case .leaveChair(let id): return happened(try decideLeaveChair(id))
    case .stick(let id): return happened(try decideStick(id))
    case .pass(let id):
      guard case .stick = floor.form else { throw .noStick }
      return try give(to: .person(id), allowance: nil, isPassed: true)
    case .queueAgain:
      guard floor.form != nil else { throw .queueSaysAlready }
      return happened(.formSet(form: nil))
    }
  }

  private func begin(_ round: Round, seconds: Int?, at now: Moment) throws(Refusal) -> Decision {
    try requireLive()
    if let seconds, seconds <= 0 { throw .durationNotPositive }
    var new: RequestID = serials.next()
    let waiting = floor.queue.filter(\.kind.isOrdinary)
    let places = people(of: round).map { id in
      if let hand = waiting.first(where: { $0.person == id }) {
        return RoundPlace(request: hand.id, person: id, channel: hand.channel, waits: true)
      }
      defer { new = RequestID(new.number + 1) }
      return RoundPlace(request: new, person: id, channel: people[id]?.channel ?? .room)
    }
    guard !places.isEmpty else { throw .nobodyForRound }
    return happened(
      .roundBegun(
        round: round, places: places, seconds: seconds ?? secondsEach(in: round, at: now),
        behind: waiting.prefix(floor.announced).last?.id))
  }

  private func check(_ setting: FloorSetting) throws(Refusal) {
    switch setting {
    case .order(let order) where order.rule == .classFirst && order.favoured == nil:
      throw .nobodyFavoured
    case .order(let order) where order.rule == .classFirst:
      let strange = order.favoured?.first { word in
        !FloorOrder.isClass(word) && !people.roll.contains { $0.isOfGender(word) }
      }
      if let strange { throw .noSuchClass(strange) }
    case .announced(let count) where count < 0 || count > 9: throw .announcedOutOfRange(count)
    case .order, .announced, .counting, .several, .points, .missing: break
    }
    var changed = floor
    changed.set(setting)
    guard changed.settings != floor.settings else { throw .floorRunSoAlready }
  }

  /// Whoever raises a hand, if that may be.
  private func asker(
    _ id: PersonID, kind: FloorRequest.Kind, by seat: Seat
  ) throws(Refusal) -> Person {
    let person = try person(id)
    guard agenda.closed == nil else { throw .sessionClosed }
    // Whoever keeps the list may always put somebody on it.
    let isTaken =
      floor.isListOpen || seat == .moderator || (kind == .pointOfOrder && !floor.refusesPoints)
    guard isTaken else { throw floor.refusesPoints ? .listClosedToAll : .listClosed }
    try refuseSecondHand(of: person, kind: kind)
    return person
  }

  /// A request that waits, or whose turn runs.
  private func askedOrSpoken(_ id: RequestID) throws(Refusal) -> FloorRequest {
    for turn in [floor.currentTurn, floor.interrupted.flatMap { floor.turns[$0] }] {
      if let request = turn?.request, request.id == id { return request }
    }
    return try request(id)
  }

  /// The person's name, for sentences.
  func name(of id: PersonID) -> String { people[id]?.name ?? id.description }

  private func happened(_ event: FloorEvent) -> Decision { Decision(.floor(event)) }

  private func refuseSecondHand(of person: Person, kind: FloorRequest.Kind) throws(Refusal) {
    guard !floor.allowsSeveral else { return }
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
    /// What the request itself is given.
    var seconds: Int?
  }

  private func resolve(_ target: FloorTarget) throws(Refusal) -> Heir {
    let waiting: FloorRequest
    switch target {
    case .next:
      if let target = try nextByForm() { return try resolve(target) }
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
      person: waiting.person, channel: waiting.channel, kind: waiting.kind, request: waiting.id,
      seconds: waiting.seconds)
  }

  /// A framing speaker is given the framing time, whoever asked for the floor its kind's time.
  private func standardAllowance(for heir: Heir) -> Int {
    if let seconds = heir.seconds { return seconds }
    if agenda.currentSegment?.kind == .framing, heir.request == nil {
      return floor.framingAllowance
    }
    return floor.allowance(for: heir.kind)
  }

  private func give(
    to target: FloorTarget, allowance: Int?, isPassed: Bool = false
  ) throws(Refusal) -> Decision {
    try requireLive()
    let heir = try resolve(target)
    if !isPassed { try refuseOutsideForm(heir.person) }
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

  /// One person may wait once, and once more with each kind that has its place by the rules.
  fileprivate func isSecondHand(of person: PersonID, kind: Kind) -> Bool {
    self.person == person
      && (self.kind == kind || (self.kind.isOrdinary && kind.isOrdinary))
  }
}
