extension Session {
  func decide(
    _ intent: BreakoutIntent, by seat: Seat, at now: Moment
  ) throws(Refusal) -> Decision {
    switch intent {
    case .divide(let groups, let size, let seed):
      guard breakouts.began == nil || breakouts.recalled != nil else { throw .breakoutsRunning }
      let division = try division(groups: groups, size: size, seed: seed)
      let first: BreakoutID = serials.next()
      let members = division.groups.enumerated().map { index, people in
        BreakoutMembers(BreakoutID(first.number + index), people)
      }
      // When it was drawn and by which entry: no other division of any session has both.
      let tag = "\(entries + 1)-\(String(now.at.milliseconds, radix: 36))"
      return happened(.divided(groups: members, tag: tag, seed: seed))
    case .move(let id, let to):
      _ = try person(id)
      if let to { _ = try breakout(to) }
      guard breakouts.group(of: id)?.id != to else { throw .nothingToChange(name(of: id)) }
      return happened(.moved(person: id, to: to))
    case .change(let id, let details):
      let breakout = try breakout(id)
      guard !details.isEmpty else { throw .nothingToChange(id.description) }
      if let title = details.title, title.isBlank { throw .textMissing(what: "a title") }
      if let question = details.question { _ = try self.question(question) }
      for member in [details.chair, details.rapporteur].compactMap(\.self) {
        guard breakout.members.contains(try person(member).id) else {
          throw .notInBreakout(name(of: member), breakout.title)
        }
      }
      return happened(.changed(breakout: id, details: details))
    case .begin(let seconds):
      try requireLive()
      guard !breakouts.all.isEmpty else { throw .noBreakouts }
      guard breakouts.began == nil else { throw .breakoutsRunning }
      guard seconds > 0 else { throw .durationNotPositive }
      return happened(.begun(seconds: seconds))
    case .extend(let id, let seconds):
      guard breakouts.isRunning else { throw .breakoutsNotRunning }
      if let id { _ = try breakout(id) }
      guard seconds != 0 else { throw .durationNotPositive }
      return happened(.extended(breakout: id, seconds: seconds))
    case .recall:
      guard breakouts.isRunning else { throw .breakoutsNotRunning }
      return happened(.recalled)
    case .signal(let kind, let minutes, let text, let to):
      return try signal(kind, minutes, text, to, at: now)
    case .hear(let signal):
      guard !breakouts.signals.contains(signal) else { throw .signalHeard }
      if plan.breakout == nil {
        guard let from = signal.from else { throw .noBreakouts }
        _ = try breakout(from)
      }
      return happened(.heard(signal: signal))
    case .readOut(let id, let seconds):
      let breakout = try breakout(id)
      guard let reporter = breakout.reporter else { throw .nobodyReadsOut(breakout.title) }
      if let seconds, seconds <= 0 { throw .durationNotPositive }
      let each = seconds ?? readOutSeconds(at: now)
      return try decide(FloorIntent.give(.person(reporter), seconds: each), by: seat, at: now)
    case .merge(let id, let tag, let returned):
      let breakout = try breakout(id, of: tag)
      if let known = breakout.returned {
        guard known != returned else { throw .mergedAlready(breakout.title) }
        guard returned.isLater(than: known) else { throw .mergedLater(breakout.title) }
      }
      return happened(.merged(breakout: id, with: returned))
    case .dissolve:
      guard !breakouts.all.isEmpty else { throw .noBreakouts }
      guard !breakouts.isRunning else { throw .breakoutsRunning }
      return happened(.dissolved)
    }
  }

  private func happened(_ event: BreakoutEvent) -> Decision { Decision(.breakout(event)) }

  private func breakout(_ id: BreakoutID) throws(Refusal) -> Breakout {
    guard let breakout = breakouts[id] else { throw .noSuchBreakout(id) }
    return breakout
  }

  /// A group of this division or of an earlier one, as its tag says.
  private func breakout(_ id: BreakoutID, of tag: String) throws(Refusal) -> Breakout {
    guard let breakout = breakouts.known(id) else { throw .noSuchBreakout(id) }
    guard (breakout.tag ?? breakouts.tag) == tag else { throw .breakoutOfAnother(breakout.title) }
    return breakout
  }

  private func signal(
    _ kind: BreakoutSignal.Kind, _ minutes: Int?, _ text: String?, _ to: BreakoutID?,
    at now: Moment
  ) throws(Refusal) -> Decision {
    if let text, text.isBlank { throw .textMissing(what: "a signal") }
    if kind == .message, text == nil { throw .textMissing(what: "a signal") }
    if let minutes, minutes < 1 { throw .durationNotPositive }
    var signal = BreakoutSignal(kind, minutes: minutes, text: text, to: to, sent: now.at)
    if let origin = plan.breakout {
      signal.from = origin.group
      signal.to = nil
    } else {
      guard !breakouts.all.isEmpty else { throw .noBreakouts }
      if let to { _ = try breakout(to) }
    }
    return happened(.signalled(signal: signal))
  }
}

extension Session {
  /// How long each of the groups that have not been heard may tell what came of it.
  ///
  /// What the running read-out segment has left is shared out; without one it is two minutes.
  public func readOutSeconds(at now: Moment) -> Int {
    guard let segment = agenda.currentSegment, segment.kind == .readout else { return 120 }
    let left = segment.allottedSeconds - segment.elapsedSeconds(at: now)
    let open = breakouts.all.count { !hasReadOut($0) }
    return max(30, left / max(1, open))
  }

  /// Whether somebody has told the plenary what came of a group since the groups came back.
  public func hasReadOut(_ breakout: Breakout) -> Bool { readOut(of: breakout) != nil }

  /// The group that somebody tells of in a turn; `nil` where they speak for themselves.
  public func groupTold(in turn: Turn) -> Breakout? {
    breakouts.all.first { readOut(of: $0)?.id == turn.id }
  }

  /// The first turn of those who tell of a group, since the groups came back.
  private func readOut(of breakout: Breakout) -> Turn? {
    guard let recalled = breakouts.recalled else { return nil }
    let tellers = [breakout.rapporteur, breakout.chair].compactMap(\.self)
    return floor.turns.first { turn in
      // A turn from before the groups came back was for oneself.
      tellers.contains(turn.person) && recalled.milliseconds(since: turn.started) == 0
    }
  }
}

extension Breakouts {
  mutating func apply(_ event: BreakoutEvent, at now: Moment) throws(Damage) {
    switch event {
    case .divided(let groups, let tag, let seed):
      makeRoom()
      self.tag = tag
      self.seed = seed
      for (index, group) in groups.enumerated() {
        all[group.breakout] = Breakout(
          id: group.breakout, title: "Group \(index + 1)", members: group.people)
      }
    case .moved(let person, let id):
      for breakout in all where breakout.members.contains(person) {
        try all.change(breakout.id) { $0.lose(person) }
      }
      if let id { try all.change(id) { $0.members.append(person) } }
    case .changed(let id, let details):
      try all.change(id) { breakout in
        breakout.title = details.title ?? breakout.title
        breakout.chair = details.chair ?? breakout.chair
        breakout.rapporteur = details.rapporteur ?? breakout.rapporteur
        breakout.question = details.question ?? breakout.question
        breakout.room = details.room ?? breakout.room
      }
    case .begun(let seconds):
      self.seconds = seconds
      began = now
    case .extended(let id?, let seconds):
      try all.change(id) { $0.extendedSeconds = ($0.extendedSeconds ?? 0) + seconds }
    case .extended(nil, let seconds): self.seconds += seconds
    case .recalled:
      recalled = now
      signals.append(BreakoutSignal(.back, sent: now.at))
    case .signalled(let signal), .heard(let signal): signals.append(signal)
    case .merged(let id, let returned):
      if let place = earlier?.firstIndex(where: { $0.id == id }) {
        earlier?[place].returned = returned
      } else {
        try all.change(id) { $0.returned = returned }
      }
    case .dissolved: makeRoom()
    }
  }

  /// The groups go; what they brought back stays, and what they bring back late finds them.
  private mutating func makeRoom() {
    let kept =
      (earlier ?? [])
      + all.filter { began != nil || $0.returned != nil }.map { breakout in
        var breakout = breakout
        breakout.tag = tag
        return breakout
      }
    self = Breakouts()
    earlier = kept.isEmpty ? nil : kept
  }
}

extension Breakout {
  /// Somebody goes, and is neither chair nor rapporteur of it any more.
  fileprivate mutating func lose(_ person: PersonID) {
    members.removeAll { $0 == person }
    if chair == person { chair = nil }
    if rapporteur == person { rapporteur = nil }
  }

  var references: [Reference] {
    members.map(Reference.person) + (question.map { [.question($0)] } ?? [])
  }
}
