extension Session {
  func decide(
    _ intent: OutcomeIntent, by seat: Seat, at now: Moment
  ) throws(Refusal) -> Decision {
    switch intent {
    case .add(let text):
      guard !text.isBlank else { throw .textMissing(what: "an outcome") }
      try checkMayBeKept()
      return happened(.added(outcome: serials.next(), text: text))
    case .reword(let id, let text):
      let outcome = try outcome(id)
      guard !text.isBlank else { throw .textMissing(what: "an outcome") }
      guard text != outcome.text else { throw .nothingToChange(id.description) }
      try checkMayBeKept()
      return happened(.reworded(outcome: id, text: text))
    case .remove(let id):
      let outcome = try outcome(id)
      guard outcome.objections.isEmpty, outcome.declared == nil else {
        throw .stillUsed(id.description, by: "its record")
      }
      return happened(.removed(outcome: id))
    case .put(let id, let way):
      try requireLive()
      _ = try outcome(id)
      if let asked = outcomes.asked { throw .outcomeBeforeTheRoom(asked.id) }
      return happened(.put(outcome: id, way: way))
    case .count:
      let (id, asking) = try asked()
      guard asking.way == .silence else { throw .noLastCall(id) }
      guard asking.counting == nil else { throw .countingAlready }
      return happened(.counting(outcome: id))
    case .answer(let level, let group, let channel, let speaker):
      let (id, asking) = try asked()
      guard asking.way.levels.contains(level) else { throw .answerNotOffered(level.title) }
      let said = try said(by: speaker, group, channel)
      guard !level.isObjection else { return try object("", said, level) }
      try refuseWhileObjecting(said, to: id)
      return happened(
        .answered(
          outcome: id, level: level, group: said.group, channel: said.channel, voice: said.voice))
    case .object(let text, let group, let channel, let speaker):
      let way = try asked().asking.way
      return try object(
        text, said(by: speaker, group, channel), way.levels.last { $0.isObjection } ?? .object)
    case .explain(let id, let text, let group):
      guard !text.isBlank else { throw .textMissing(what: "an objection") }
      let (outcome, _) = try objection(id)
      return happened(.explained(outcome: outcome, objection: id, text: text, group: group))
    case .settle(let id, let state, let answer):
      let (outcome, objection) = try objection(id)
      guard objection.state != state else { throw .objectionSoAlready(id, state) }
      return happened(.settled(outcome: outcome, objection: id, state: state, answer: answer))
    case .end:
      let (id, asking) = try asked()
      try refuseHaste(asking, at: now)
      return happened(.ended(outcome: id, present: people.presentCount))
    case .declare(let id, let override):
      let outcome = try outcome(id)
      guard let statement = outcomes.statement(of: outcome) else { throw .roomNotAsked(id) }
      guard let override else {
        return happened(.declared(outcome: id, statement: statement, override: nil))
      }
      guard !override.isBlank else { throw .textMissing(what: "a reason") }
      guard !outcome.open.isEmpty else { throw .nothingToOverride(id) }
      // A reason stands against what was objected, not for those who were not asked.
      if let asking = outcome.asking, !outcomes.hasQuorum(asking) { throw .noQuorum(id) }
      let addressed = outcome.objections.count { $0.state == .addressed }
      return happened(
        .declared(
          outcome: id, statement: .roughConsensus(addressed: addressed), override: override))
    case .send(let id, let destination):
      guard try outcome(id).destination != destination else {
        throw .nothingToChange(id.description)
      }
      return happened(.sent(outcome: id, destination: destination))
    case .quorum(let threshold):
      guard outcomes.quorum != threshold else { throw .nothingToChange("the quorum") }
      return happened(.quorumSet(to: threshold))
    case .invite(let name):
      guard !name.isBlank else { throw .textMissing(what: "an invitation") }
      guard outcomes.invited?.contains(name) != true else { throw .invitedAlready(name) }
      return happened(.invited(name: name))
    case .uninvite(let name):
      guard outcomes.invited?.contains(name) == true else { throw .notInvited(name) }
      return happened(.uninvited(name: name))
    }
  }

  private func happened(_ event: OutcomeEvent) -> Decision { Decision(.outcome(event)) }

  private func outcome(_ id: OutcomeID) throws(Refusal) -> OutcomeSentence {
    guard let outcome = outcomes[id] else { throw .noSuchOutcome(id) }
    return outcome
  }

  private func objection(
    _ id: ObjectionID
  ) throws(Refusal) -> (outcome: OutcomeID, objection: Objection) {
    for outcome in outcomes.all {
      if let found = outcome.objections.first(where: { $0.id == id }) {
        return (outcome.id, found)
      }
    }
    throw .noSuchObjection(id)
  }

  private func asked() throws(Refusal) -> (id: OutcomeID, asking: Asking) {
    guard let outcome = outcomes.asked, let asking = outcome.asking else {
      throw .nothingBeforeTheRoom
    }
    return (outcome.id, asking)
  }

  /// Who answers, for which group and where from.
  private struct Said {
    var voice: Asking.Voice?
    var name = ""
    var group: StakeholderGroup?
    var channel: Channel
  }

  private func said(
    by speaker: Voter?, _ group: StakeholderGroup?, _ channel: Channel?
  ) throws(Refusal) -> Said {
    switch speaker {
    case .person(let id):
      let person = try person(id)
      return Said(
        voice: .person(id: id), name: person.name, group: group ?? person.group,
        channel: channel ?? person.channel ?? .room)
    case .code(let code):
      guard codes.contains(code) || access.codes.contains(where: { $0.code == code }) else {
        throw .noSuchCode
      }
      let slip = access.codes.first { $0.pseudonym == code.pseudonym }
      return Said(
        voice: .slip(half: code.pseudonym), name: "The slip \(code.pseudonym)",
        group: group ?? slip?.group, channel: channel ?? .room)
    case nil: return Said(group: group, channel: channel ?? .room)
    }
  }

  /// Whoever objects says no more before that is settled.
  private func refuseWhileObjecting(_ said: Said, to id: OutcomeID) throws(Refusal) {
    guard let voice = said.voice, let outcome = outcomes[id] else { return }
    let objection = outcome.open.first { $0.voice == voice && $0.version == outcome.version }
    if let objection { throw .objectsAlready(said.name, objection.id) }
  }

  private func object(
    _ text: String, _ said: Said, _ level: Asking.Level
  ) throws(Refusal) -> Decision {
    let (id, _) = try asked()
    try refuseWhileObjecting(said, to: id)
    return happened(
      .objected(
        outcome: id, objection: serials.next(), text: text, group: said.group,
        channel: said.channel, level: level, voice: said.voice))
  }

  /// Silence is assent only when there was time to break it.
  private func refuseHaste(_ asking: Asking, at now: Moment) throws(Refusal) {
    guard asking.way == .silence, asking.answers.isEmpty else { return }
    let count = asking.count(at: now) ?? 0
    guard count >= Asking.countSeconds else {
      throw asking.counting == nil ? .notCounted : .stillCounting(Asking.countSeconds - count)
    }
  }
}

extension Outcomes {
  mutating func apply(_ event: OutcomeEvent, by seat: Seat, at now: Moment) throws(Damage) {
    switch event {
    case .added(let id, let text): all[id] = OutcomeSentence(id: id, text: text)
    case .reworded(let id, let text):
      try all.change(id) { $0.reword(text) }
      if current == id { current = nil }
    case .removed(let id):
      guard all[id] != nil else { throw .unknown(id.description) }
      all[id] = nil
      if current == id { current = nil }
    case .put(let id, let way):
      try all.change(id) { outcome in
        outcome.asking = Asking(way: way, began: now)
        outcome.declared = nil
      }
      current = id
    case .counting(let id): try change(id) { $0.counting = now }
    case .answered(let id, let level, let group, let channel, let voice):
      try change(id) {
        $0.take(.init(level: level, group: group, channel: channel, voice: voice))
      }
    case .objected(let id, let objection, let text, let group, let channel, let level, let voice):
      try change(id) { asking in
        asking.take(.init(level: level, group: group, channel: channel, voice: voice))
        // Whatever was counted, the room is no longer silent.
        asking.counting = nil
      }
      try all.change(id) { outcome in
        outcome.objections.append(
          Objection(
            id: objection, text: text, group: group, channel: channel, voice: voice, raised: now,
            version: outcome.version))
      }
    case .explained(let id, let objection, let text, let group):
      try change(objection, of: id) { found in
        found.text = text
        found.group = group ?? found.group
      }
    case .settled(let id, let objection, let state, let answer):
      try change(objection, of: id) { found in
        found.state = state
        found.steps.append(.init(state: state, by: seat, at: now, answer: answer))
      }
    case .ended(let id, let present):
      try change(id) { asking in
        asking.ended = now
        asking.present = present
      }
    case .declared(let id, let statement, let override):
      try all.change(id) {
        $0.declared = .init(statement: statement, at: now, override: override)
      }
      if current == id { current = nil }
    case .sent(let id, let destination): try all.change(id) { $0.destination = destination }
    case .quorumSet(let threshold): quorum = threshold
    case .invited(let name): invited = (invited ?? []) + [name]
    case .uninvited(let name):
      invited?.removeAll { $0 == name }
      if invited?.isEmpty == true { invited = nil }
    }
  }

  private mutating func change(
    _ id: OutcomeID, _ body: (inout Asking) -> Void
  ) throws(Damage) {
    try all.change(id) { outcome throws(Damage) in
      guard var asking = outcome.asking else { throw Damage.unknown(id.description) }
      body(&asking)
      outcome.asking = asking
    }
  }

  private mutating func change(
    _ objection: ObjectionID, of id: OutcomeID, _ body: (inout Objection) -> Void
  ) throws(Damage) {
    try all.change(id) { outcome throws(Damage) in
      guard let place = outcome.objections.firstIndex(where: { $0.id == objection }) else {
        throw Damage.unknown(objection.description)
      }
      body(&outcome.objections[place])
    }
  }
}

extension Asking {
  /// Takes an answer, in the place of an earlier one of the same voice.
  fileprivate mutating func take(_ answer: Answer) {
    if let voice = answer.voice { answers.removeAll { $0.voice == voice } }
    answers.append(answer)
  }
}

extension OutcomeSentence {
  /// The room has to be asked again: nobody has assented to these words.
  fileprivate mutating func reword(_ text: String) {
    if asking != nil { voided = version }
    self.text = text
    version += 1
    asking = nil
    declared = nil
  }
}
