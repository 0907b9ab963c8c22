extension Session {
  func decide(_ intent: PollIntent, at now: Moment) throws(Refusal) -> Decision {
    switch intent {
    case .draft(let text, let method, let texts, let secrecy, let terms):
      try requireNotClosed()
      let poll = Poll(
        id: serials.next(), text: text, method: method,
        choices: try choices(texts, of: method, for: text), secrecy: secrecy)
      try check(terms.entitled, of: poll)
      return happened(
        .drafted(
          poll: poll.id, text: text, method: method, choices: poll.choices, secrecy: secrecy,
          terms: terms.unlessUsual))
    case .ask(let text, let method, let texts, let secrecy, let terms):
      try requireLive()
      var poll = Poll(
        id: serials.next(), text: text, method: method,
        choices: try choices(texts, of: method, for: text), secrecy: secrecy)
      poll.entitled = terms.entitled
      try check(poll.entitled, of: poll)
      if let other = polls.open { throw .pollStillOpen(other.id) }
      if secrecy == .sealed { throw .sealedIsDrafted }
      try requireSlips(for: poll)
      return happened(
        .asked(
          poll: poll.id, text: text, method: method, choices: poll.choices, secrecy: secrecy,
          segment: agenda.current, question: agenda.question, terms: terms.unlessUsual,
          cells: cells(of: poll)))
    case .again(let id):
      _ = try poll(id, in: .closed)
      return happened(.repeated(poll: serials.next(), before: id))
    case .change(let id, let text, let texts, let secrecy):
      let poll = try poll(id, in: .draft)
      if let text, text.isBlank { throw .textMissing(what: "a poll") }
      guard text != nil || texts != nil || secrecy != nil else {
        throw .nothingToChange(id.description)
      }
      var choices: [Choice]?
      if let texts {
        choices = try self.choices(texts, of: poll.method)
      }
      return happened(.changed(poll: id, text: text, choices: choices, secrecy: secrecy))
    case .remove(let id):
      _ = try poll(id, in: .draft)
      if let user = firstUser(of: .poll(id)) { throw .stillUsed(id.description, by: user) }
      return happened(.removed(poll: id))
    case .open(let id): return try open(id, seal: nil)
    case .openSealed(let id, let seal): return try open(id, seal: seal)
    case .close(let id): return try close(id)
    case .expire(let id): return try expire(id, at: now)
    case .closeUncounted(let id):
      let poll = try poll(id, in: .open)
      guard poll.secrecy == .sealed || poll.countedBefore != nil || lacksBox(poll) else {
        throw .pollNotSealed(id)
      }
      return Decision(.poll(.closed(poll: id, box: poll.countedBefore)), deposit: .empty(id))
    case .entitle(let id, let entitled):
      try check(entitled, of: try poll(id, in: .draft))
      return happened(.entitled(poll: id, to: entitled))
    case .together(let id, let least):
      _ = try poll(id, in: .draft)
      if let least, least < 2 { throw .tooFewTogether(least) }
      return happened(.keptTogether(poll: id, least: least))
    case .extend(let id, let seconds):
      let poll = try poll(id, in: .open)
      guard seconds > 0 else { throw .durationNotPositive }
      let elapsed = poll.opened.map { now.seconds(since: $0) } ?? 0
      return happened(.extended(poll: id, seconds: Swift.max(0, elapsed) + seconds))
    case .reopen(let id): return try reopen(id)
    case .enter(let id, let counts): return try enter(counts, in: id)
    case .reflect(let id):
      let poll = try poll(id, in: .closed)
      guard poll.isReflectedOn != true else { throw .pollAlreadyReflectedOn(id) }
      return happened(.reflected(poll: id))
    case .share(let id):
      let poll = try poll(id, in: .closed)
      // One that was shared before another comes back to the stage when it is shared again.
      guard polls.lastShared?.id != id else { throw .pollAlreadyShared(id) }
      return happened(.shared(poll: id))
    case .hide(let id):
      let poll = try poll(id, in: .closed)
      guard poll.isShared else { throw .pollNotShared(id) }
      return happened(.hidden(poll: id))
    case .cast(let id, let ballot, let voter):
      try requireTime(id, at: now)
      return try cast(named(ballot, in: id), in: id, from: voter.map(Voter.person))
    case .castByCode(let id, let ballot, let code):
      try requireTime(id, at: now)
      return try cast(named(ballot, in: id), in: id, from: .code(code))
    case .adopt(let text, let method, let texts, let papers):
      return try adopt(text, method, choices(texts, of: method, for: text), papers)
    case .measure(let id, let base):
      guard let poll = polls[id] else { throw .noSuchPoll(id) }
      guard base != poll.base ?? .valid else { throw .nothingToChange(id.description) }
      return happened(.measured(poll: id, base: base))
    case .draw(let id, let asCloud):
      guard let poll = polls[id] else { throw .noSuchPoll(id) }
      guard case .words = poll.method else { throw .wordsNotTaken(id) }
      guard asCloud != poll.isCloud ?? false else { throw .nothingToChange(id.description) }
      return happened(.drawn(poll: id, asCloud: asCloud))
    case .submit(let id, let text):
      try requireTime(id, at: now)
      return try submit(text, to: id)
    case .strike(let id, let statement): return try strike(statement, from: id)
    case .mark(let id, let statement, let opinion, let voter):
      try requireTime(id, at: now)
      return try mark(statement, opinion, in: id, by: voter)
    }
  }

  private func happened(_ event: PollEvent) -> Decision { Decision(.poll(event)) }

  /// What a new poll offers, where the method allows it.
  private func choices(
    _ texts: [String], of method: PollMethod, for text: String
  ) throws(Refusal) -> [Choice] {
    guard !text.isBlank else { throw .textMissing(what: "a poll") }
    return try choices(texts.isEmpty ? method.rules.standardChoices : texts, of: method)
  }

  private func choices(_ texts: [String], of method: PollMethod) throws(Refusal) -> [Choice] {
    guard !texts.contains(where: \.isBlank) else { throw .textMissing(what: "a choice") }
    for (place, text) in texts.enumerated() where texts[..<place].contains(text) {
      throw .choiceTwice(text)
    }
    let choices = try method.rules.choices(from: texts)
    try method.rules.check(choices: choices)
    return choices
  }

  private func enter(
    _ counts: [Choice.ID: Int], in id: PollID
  ) throws(Refusal) -> Decision {
    let poll = try poll(id, in: .open)
    guard let entry = poll.entry else { throw .countsNotTaken(id) }
    guard !counts.isEmpty else { throw .nothingToChange(id.description) }
    if let stray = counts.keys.filter({ poll.choice($0) == nil }).min() {
      throw .noSuchChoice(stray, in: id)
    }
    switch entry {
    case .hands:
      guard counts.values.allSatisfy({ $0 >= 0 }) else { throw .handsNegative }
    case .levels(let names):
      guard counts.values.allSatisfy(names.indices.contains) else { throw .noSuchLevel(names) }
    }
    return happened(.entered(poll: id, counts: counts))
  }

  /// A ballot that names a step of a scale by its number, as voters read it, with its letter.
  private func named(_ ballot: Ballot, in id: PollID) -> Ballot {
    guard let poll = polls[id], case .scale(let first) = poll.form, ballot.marks.count == 1,
      let step = ballot.marks.first, let number = Int(step.key), step.value == 1,
      poll.choices.indices.contains(number - first)
    else { return ballot }
    return Ballot(choosing: [poll.choices[number - first].id])
  }

  /// Refuses what comes after the end, though nobody may have closed the poll yet.
  private func requireTime(_ id: PollID, at now: Moment) throws(Refusal) {
    if polls[id]?.isOver(at: now) == true { throw .pollTimeUp(id) }
  }

  func poll(_ id: PollID, in state: Poll.State) throws(Refusal) -> Poll {
    guard let poll = polls[id] else { throw .noSuchPoll(id) }
    switch (poll.state, state) {
    case (.draft, .draft), (.open, .open), (.closed, .closed): return poll
    case (_, .open): throw .pollNotOpen(id, isClosed: poll.state == .closed)
    case (_, .draft): throw .pollNotDraft(id)
    case (_, .closed): throw .pollNotClosed(id)
    }
  }

  func check(_ ballot: Ballot, in poll: Poll) throws(Refusal) {
    let rules = poll.method.rules
    guard rules.form(for: poll.choices) != .entered else { throw .ballotsNotTaken(poll.id) }
    guard !ballot.isBlank else { return }
    let markable = Set(rules.markable(of: poll.choices))
    let marked = Set(ballot.marks.keys).union((ballot.across ?? [:]).keys)
    if let stray = marked.subtracting(markable).min() { throw .noSuchChoice(stray, in: poll.id) }
    guard ballot.parts == rules.form(for: poll.choices).parts else { throw .wrongBallot(poll.id) }
    try rules.check(ballot, choices: poll.choices)
  }
}

extension PollBook {
  mutating func apply(_ event: PollEvent, at now: Moment) throws(Damage) {
    switch event {
    case .drafted(let id, let text, let method, let choices, let secrecy, let terms):
      all[id] = Poll(
        id: id, text: text, method: method, choices: choices, secrecy: secrecy, terms: terms)
    case .asked(
      let id, let text, let method, let choices, let secrecy, let segment, let question,
      let terms, let cells):
      var poll = Poll(
        id: id, text: text, method: method, choices: choices, secrecy: secrecy, terms: terms)
      poll.open(at: now, segment: segment, question: question)
      poll.cells = cells
      all[id] = poll
    case .repeated(let id, let before):
      guard let earlier = all[before] else { throw .unknown(before.description) }
      var poll = Poll(
        id: id, text: earlier.text, method: earlier.method, choices: earlier.choices,
        secrecy: earlier.secrecy)
      poll.before = before
      poll.entitled = earlier.entitled
      poll.least = earlier.least
      poll.base = earlier.base
      poll.isCloud = earlier.isCloud
      all[id] = poll
    case .changed(let id, let text, let choices, let secrecy):
      try all.change(id) { poll in
        poll.text = text ?? poll.text
        poll.choices = choices ?? poll.choices
        poll.secrecy = secrecy ?? poll.secrecy
      }
    case .removed(let id):
      guard all[id] != nil else { throw .unknown(id.description) }
      all[id] = nil
    case .opened(let id, let segment, let question, let cells, let seal):
      try all.change(id) { poll in
        poll.open(at: now, segment: segment, question: question)
        poll.cells = cells
        poll.seal = seal
      }
    case .extended(let id, let seconds): try all.change(id) { $0.seconds = seconds }
    case .closed(let id, let box), .timedOut(let id, let box):
      try all.change(id) { poll in
        poll.state = .closed
        poll.closed = now
        poll.counted = box
        poll.countedBefore = nil
        poll.turnout = box?.turnout ?? poll.turnout
      }
    case .reopened(let id):
      try all.change(id) { poll in
        poll.state = .open
        poll.closed = nil
        poll.seconds = nil
        poll.isShared = false
        poll.isReflectedOn = nil
        poll.voters = nil
        poll.slips = nil
        poll.countedBefore = poll.counted
        poll.counted = nil
      }
    case .entered(let id, let counts):
      try all.change(id) { $0.entered = ($0.entered ?? [:]).merging(counts) { $1 } }
    case .shared(let id):
      try all.change(id) { poll in
        poll.isShared = true
        poll.shared = now
      }
    case .reflected(let id):
      try all.change(id) { poll in
        poll.isShared = true
        poll.shared = now
        poll.isReflectedOn = true
      }
    case .hidden(let id):
      try all.change(id) { poll in
        poll.isShared = false
        poll.isReflectedOn = nil
      }
    case .ballotCast(let id, let voter, let ballot):
      try all.change(id) { poll in
        if poll.method == .statements { return poll.merge(ballot, from: voter) }
        poll.named[voter] = ballot
        poll.turnout = poll.named.count
      }
    case .ballotCastByCode(let id, let pseudonym, let ballot):
      try all.change(id) { poll in
        if poll.method == .statements { return poll.merge(ballot, byCode: pseudonym) }
        poll.coded = poll.coded ?? [:]
        poll.coded?[pseudonym] = ballot
        poll.turnout = poll.coded?.count ?? 0
      }
    case .entitled(let id, let entitled): try all.change(id) { $0.entitled = entitled }
    case .keptTogether(let id, let least): try all.change(id) { $0.least = least }
    case .adopted(let id, let text, let method, let choices, let box):
      var poll = Poll(id: id, text: text, method: method, choices: choices, secrecy: .anonymous)
      poll.state = .closed
      poll.closed = now
      poll.counted = box
      poll.turnout = box.turnout
      all[id] = poll
    case .drawn(let id, let asCloud): try all.change(id) { $0.isCloud = asCloud ? true : nil }
    case .measured(let id, let base): try all.change(id) { $0.base = base }
    case .stated(let id, let statement): try all.change(id) { $0.add(statement) }
    case .struck(let id, let statement): try all.change(id) { $0.strike(statement) }
    case .marked(let id, let voter, let statement, let opinion):
      try all.change(id) { $0.take(opinion, on: statement, from: voter) }
    case .markedByCode(let id, let pseudonym, let statement, let opinion):
      try all.change(id) { $0.take(opinion, on: statement, byCode: pseudonym) }
    case .ballotCounted(let id, let turnout): try all.change(id) { $0.turnout = turnout }
    }
  }
}

extension PollBook {
  /// Keeps how many were here and how many could vote when a poll closed, and where whoever
  /// answered by name or by code came from.
  mutating func note(
    present: Int, entitled: Int?, among people: People, with access: Access, atCloseOf id: PollID
  ) throws(Damage) {
    try all.change(id) { poll in
      poll.presentAtClose = present
      poll.entitledAtClose = entitled
      if let coded = poll.coded, !coded.isEmpty { poll.slips = access.traits(of: coded.keys) }
      guard poll.secrecy == .public, !poll.named.isEmpty else { return }
      poll.voters = Dictionary(
        uniqueKeysWithValues: poll.named.keys.map { ($0, people[$0].map(Traits.init) ?? Traits()) })
    }
  }
}

extension Poll {
  fileprivate init(
    id: PollID, text: String, method: PollMethod, choices: [Choice], secrecy: Secrecy,
    terms: PollTerms?
  ) {
    self.init(id: id, text: text, method: method, choices: choices, secrecy: secrecy)
    entitled = terms?.entitled
    base = terms?.base
  }

  fileprivate mutating func open(at now: Moment, segment: SegmentID?, question: QuestionID?) {
    state = .open
    opened = now
    self.segment = segment
    self.question = question
  }
}
