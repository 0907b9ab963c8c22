extension Floor {
  /// Who speaks when a question is put speaks to it, unless it is to another already.
  mutating func putQuestion(_ question: QuestionID) throws(Damage) {
    guard let current, turns[current]?.question == nil else { return }
    try turns.change(current) { $0.question = question }
  }

  mutating func apply(_ event: FloorEvent, at now: Moment) throws(Damage) {
    switch event {
    case .raised(let id, let person, let channel, let kind):
      let request = FloorRequest(
        id: id, person: person, channel: channel, kind: kind, raised: now)
      queue.insert(request, at: place(for: kind))
    case .answerRaised(let id, let person, let channel, let question):
      var request = FloorRequest(
        id: id, person: person, channel: channel, kind: .answer, raised: now)
      request.answering = question
      queue.insert(request, at: place(forAnswerTo: question))
    case .given(
      let id, let person, let channel, let kind, let requestID, let segment, let question,
      let allowance):
      try makeRoom(for: kind, at: now)
      var turn = Turn(
        id: id, person: person, channel: channel, kind: kind, allowanceSeconds: allowance,
        started: now)
      turn.segment = segment
      turn.question = question
      if let requestID {
        let before = queue.prefix { $0.id != requestID }.count
        turn.passed = before > 0 ? before : nil
        turn.request = try take(requestID)
      }
      turns[id] = turn
      current = id
      handStick(to: person)
    case .ended(let id):
      guard current == id || interrupted == id else { throw .unknown(id.description) }
      if interrupted == id { try endInterposed(at: now) }
      try endCurrent(at: now)
    case .paused(let id): try turns.change(id) { $0.pauses.append(.init(from: now)) }
    case .resumed(let id): try turns.change(id) { $0.endPause(at: now) }
    case .withdrawn(let id): _ = try take(id)
    case .passedOver(let id, let reason):
      passedOver.append(PassedOver(request: try take(id), reason: reason, at: now))
    case .moved(let id, let place):
      var request = try take(id)
      request.placed = true
      queue.insert(request, at: min(max(0, place - 1), queue.count))
    case .broughtBack(let id): try bringBack(id, at: now)
    case .readded(let id, let person, let channel, let kind):
      var request = FloorRequest(id: id, person: person, channel: channel, kind: kind, raised: now)
      request.placed = true
      queue.insert(request, at: 0)
    case .listOpened: isListOpen = true
    case .listClosed: isListOpen = false
    case .allowed(let kind, let seconds): allowances[kind] = seconds
    case .framingAllowed(let seconds): framingAllowance = seconds
    case .counted(let id, let words): try turns.change(id) { $0.words = words }
    case .set(let setting): set(setting)
    case .budgetSet(let holder, let seconds, let segment):
      allot(seconds, to: holder, in: segment)
    case .timeAdded(let holder, let seconds, let segment):
      add(seconds, like: holder, in: segment)
    case .roundBegun(let round, let places, let seconds, let behind):
      try begin(round, places, seconds: seconds, behind: behind, at: now)
    case .formSet(let form): self.form = form
    case .chairTaken(let person): seat(person)
    case .chairLeft(let person): unseat(person)
    }
  }

  /// The gavel ends whatever turn still runs.
  mutating func endAll(at now: Moment) throws(Damage) {
    if interrupted != nil { try endInterposed(at: now) }
    try endCurrent(at: now)
  }

  /// An interposed question goes behind those before it, an intervention behind both, a point of
  /// order behind all three, everything else to the end.
  private func place(for kind: FloorRequest.Kind) -> Int {
    guard let rank = kind.rank else { return queue.count }
    return queue.firstIndex { $0.kind != .answer && ($0.kind.rank ?? .max) > rank } ?? queue.count
  }

  /// Behind the question and its earlier answers; at the head when the question is being put.
  private func place(forAnswerTo question: RequestID) -> Int {
    let start = queue.firstIndex { $0.id == question }.map { $0 + 1 } ?? 0
    return queue[start...].firstIndex { $0.answering != question } ?? queue.count
  }

  /// Whoever was announced stays ahead of one who comes back.
  private mutating func bringBack(_ id: RequestID, at now: Moment) throws(Damage) {
    guard
      let place = passedOver.lastIndex(where: { $0.request.id == id && $0.returned == nil })
    else { throw .unknown(id.description) }
    passedOver[place].returned = now
    let request = passedOver[place].request
    guard request.kind.isOrdinary else {
      return queue.insert(request, at: self.place(for: request.kind))
    }
    let ordinary = queue.indices.filter { queue[$0].kind.isOrdinary }
    queue.insert(request, at: ordinary.dropFirst(announced).first ?? queue.count)
  }

  /// An interposed question lets the speech stand still; anything else ends it.
  private mutating func makeRoom(for kind: FloorRequest.Kind, at now: Moment) throws(Damage) {
    guard kind == .interposedQuestion, let current else { return try endAll(at: now) }
    if interrupted != nil { return try endInterposed(at: now, isFollowed: true) }
    try turns.change(current) { turn in
      if !turn.isPaused { turn.pauses.append(.init(from: now)) }
    }
    interrupted = current
    self.current = nil
  }

  /// Ends the interposed question; the speech can go on, or another is interposed.
  private mutating func endInterposed(
    at now: Moment, isFollowed: Bool = false
  ) throws(Damage) {
    if let current { try turns.change(current) { $0.end(at: now) } }
    current = isFollowed ? nil : interrupted
    if !isFollowed { interrupted = nil }
  }

  private mutating func take(_ id: RequestID) throws(Damage) -> FloorRequest {
    guard let index = queue.firstIndex(where: { $0.id == id }) else {
      throw .unknown(id.description)
    }
    return queue.remove(at: index)
  }

  /// A speech that ends takes with it the questions that wait to be interposed.
  private mutating func endCurrent(at now: Moment) throws(Damage) {
    guard let current else { return }
    guard interrupted == nil else { return try endInterposed(at: now) }
    try turns.change(current) { $0.end(at: now) }
    self.current = nil
    queue.removeAll { $0.kind == .interposedQuestion }
  }
}

extension FloorRequest.Kind {
  /// The place of what goes before all ordinary requests; `nil` for those and for answers.
  fileprivate var rank: Int? {
    switch self {
    case .interposedQuestion: 0
    case .intervention: 1
    case .pointOfOrder: 2
    case .comment, .question, .reply, .answer: nil
    }
  }
}

extension Turn {
  fileprivate mutating func end(at now: Moment) {
    if isPaused { endPause(at: now) }
    ended = now
  }

  fileprivate mutating func endPause(at now: Moment) {
    guard !pauses.isEmpty else { return }
    pauses[pauses.count - 1].to = now
  }
}
