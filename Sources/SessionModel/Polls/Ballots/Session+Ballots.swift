extension Session {
  /// Puts a poll to the table.
  func open(_ id: PollID, seal: PollSeal?) throws(Refusal) -> Decision {
    try requireLive()
    let poll = try poll(id, in: .draft)
    if let other = polls.open { throw .pollStillOpen(other.id) }
    try check(poll.entitled, of: poll)
    try requireSlips(for: poll)
    switch (poll.secrecy, seal) {
    case (.sealed, nil): throw .passphraseWanted(id)
    case (.public, .some), (.coded, .some), (.anonymous, .some): throw .pollNotSealed(id)
    default: break
    }
    return Decision(
      .poll(
        .opened(
          poll: id, segment: agenda.current, question: agenda.question, cells: cells(of: poll),
          seal: seal)))
  }

  /// Refuses a poll by code that nobody holds a slip for.
  func requireSlips(for poll: Poll) throws(Refusal) {
    if poll.asks == .code, access.codes(of: poll.codeGroup).isEmpty { throw .noCodes }
  }

  /// What a secret poll's ballots may be counted apart by, as far as those entitled are known.
  func cells(of poll: Poll) -> Cells? {
    guard poll.secrecy.isSecret else { return nil }
    let people: [Traits]
    switch poll.asks {
    case .nothing: return nil
    case .name: people = self.people.roll.filter { isEntitled($0, to: poll) }.map(Traits.init)
    case .code: people = access.codes(of: poll.codeGroup).map(Traits.init)
    }
    let cells = Cells(among: people, least: poll.least ?? Poll.leastTogether)
    return cells.isEmpty ? nil : cells
  }

  func close(_ id: PollID) throws(Refusal) -> Decision {
    let poll = try poll(id, in: .open)
    guard poll.secrecy.isSecret else { return Decision(.poll(.closed(poll: id, box: nil))) }
    var box = try box(of: poll)
    try requireCompany(in: box, of: poll)
    guard box.sealed?.isEmpty ?? true else { throw .passphraseWanted(id) }
    box.keepApart(only: standingCells(of: poll, in: box))
    return Decision(.poll(.closed(poll: id, box: box)), deposit: .empty(id))
  }

  /// Closes a poll whose time is up.
  func expire(_ id: PollID, at now: Moment) throws(Refusal) -> Decision {
    let poll = try poll(id, in: .open)
    guard poll.isOver(at: now) else { throw .pollHasTime(id) }
    var decision = try close(id)
    if case .poll(.closed(_, let box)) = decision.event {
      decision.event = .poll(.timedOut(poll: id, box: box))
    }
    return decision
  }

  /// Lets a closed poll take ballots again.
  ///
  /// Of a secret poll everything that was counted goes back into the box, roll and all: whoever has
  /// voted does not vote twice. Both counts stay in the journal, so that the second must not tell
  /// more than the first: see `requireCompany` and `standingCells`. Refused where the ballots
  /// were never in a box here, or were given up.
  func reopen(_ id: PollID) throws(Refusal) -> Decision {
    try requireLive()
    let poll = try poll(id, in: .closed)
    if let other = polls.open { throw .pollStillOpen(other.id) }
    guard poll.secrecy.isSecret else { return Decision(.poll(.reopened(poll: id))) }
    guard poll.opened != nil else { throw .boxIsElsewhere(id) }
    guard let box = poll.counted else { throw .ballotsGivenUp(id) }
    return Decision(.poll(.reopened(poll: id)), deposit: .fill(id, box))
  }

  /// Refuses a second count that, with the first taken from it, would tell what one or two chose.
  ///
  /// Where nobody says who votes, no roll tells either, and any number may be counted.
  private func requireCompany(in box: BallotBox, of poll: Poll) throws(Refusal) {
    guard let before = poll.countedBefore else { return }
    let new = box.turnout - before.turnout
    let least = poll.least ?? Poll.leastTogether
    guard new == 0 || new >= least || box.namedCount == before.namedCount else {
      throw .tooFewSinceReopened(poll.id, new, least: least)
    }
  }

  /// Of those that could be counted apart, the ones of which enough have voted, and whose ballots
  /// leave it open who chose what.
  ///
  /// Of a poll that was opened again those who voted since must be enough by themselves, in cells
  /// that the first count had: then neither count, nor the difference, tells about too few.
  private func standingCells(of poll: Poll, in box: BallotBox) -> Cells {
    guard let cells = poll.cells else { return Cells() }
    let least = poll.least ?? Poll.leastTogether
    let everybody = voters(Set(box.roll), Set(box.slips ?? []), keptBy: cells)
    let whole = CountApart(everybody, box.parts ?? [:])
    guard let before = poll.countedBefore else {
      return Cells(among: everybody, least: least, in: [whole])
    }
    let bounds = Cells(standingIn: before)
    let since = voters(
      Set(box.roll).subtracting(before.roll),
      Set(box.slips ?? []).subtracting(before.slips ?? []), keptBy: cells)
    guard !since.isEmpty else { return bounds }
    var new = box
    new.keepApart(only: bounds)
    return Cells(
      among: since, least: least, within: bounds,
      in: [whole, CountApart(since, new.parts(without: before))])
  }

  private func voters(
    _ roll: Set<PersonID>, _ slips: Set<String>, keptBy cells: Cells
  ) -> [Traits] {
    let named = roll.compactMap { self.people[$0].map { Traits(of: $0) } }
    let issued = access.codes.filter { slips.contains($0.pseudonym) }.map { Traits(of: $0) }
    return (named + issued).map { $0.kept(by: cells) }
  }

  /// Puts a ballot in.
  func cast(
    _ ballot: Ballot, in id: PollID, from voter: Voter?
  ) throws(Refusal) -> Decision {
    let poll = try poll(id, in: .open)
    try check(ballot, in: poll)
    let traits = try traits(of: voter, in: poll)
    switch (poll.secrecy, voter) {
    case (.public, .person(let person)):
      return Decision(.poll(.ballotCast(poll: id, voter: person, ballot: ballot)))
    case (.coded, .code(let code)):
      return Decision(
        .poll(.ballotCastByCode(poll: id, pseudonym: code.pseudonym, ballot: ballot)))
    case (.public, _): throw .voterMissing(id)
    case (.coded, _): throw .codeMissing(id)
    case (.anonymous, _), (.sealed, _):
      return try deposit(ballot, of: voter, traits: traits, in: poll)
    }
  }

  /// What a poll's ballots lie in; refused where the record knows of ballots and there is no box.
  private func box(of poll: Poll) throws(Refusal) -> BallotBox {
    if let box = boxes[poll.id] { return box }
    guard !lacksBox(poll) else { throw .boxGone(poll.id, turnout: poll.turnout) }
    return BallotBox()
  }

  /// Whether ballots of an open poll are known of that lie nowhere any more.
  func lacksBox(_ poll: Poll) -> Bool {
    poll.secrecy.isSecret && poll.turnout > 0 && boxes[poll.id] == nil
  }

  private func deposit(
    _ ballot: Ballot, of voter: Voter?, traits: Traits, in poll: Poll
  ) throws(Refusal) -> Decision {
    var box = try box(of: poll)
    switch voter {
    case .person(let person) where box.hasVoted(person): throw .hasVoted(name(of: person))
    case .code(let code) where box.hasVoted(code): throw .codeHasVoted(code.pseudonym)
    default: break
    }
    let kept = traits.kept(by: poll.cells ?? Cells())
    let counted = PollEvent.ballotCounted(poll: poll.id, turnout: box.turnout + 1)
    guard poll.secrecy == .sealed else {
      box.put(ballot, from: voter, traits: kept)
      return Decision(.poll(counted), deposit: .fill(poll.id, box))
    }
    box.note(voter)
    return Decision(
      .poll(counted),
      deposit: .seal(poll.id, SealedBallot(ballot: ballot, traits: kept), into: box))
  }

  /// What is known of a voter; refuses whoever may not vote.
  func traits(of voter: Voter?, in poll: Poll) throws(Refusal) -> Traits {
    switch (poll.asks, voter) {
    case (.nothing, .person(let id)):
      _ = try person(id)
      return Traits()
    case (.nothing, nil): return Traits()
    case (.nothing, .code): throw .codeNotAsked(poll.id)
    case (.name, .person(let id)):
      let person = try person(id)
      guard isEntitled(person, to: poll) else { throw .notEntitled(person.name, poll.id) }
      return Traits(of: person)
    case (.code, .code(let code)):
      guard let issued = slip(with: code) else { throw .noSuchCode }
      if let group = poll.codeGroup, issued.group != group {
        throw .codeOfOthers(code.pseudonym, poll.id)
      }
      return Traits(of: issued)
    case (.name, _): throw .voterMissing(poll.id)
    case (.code, _): throw .codeMissing(poll.id)
    }
  }
}

extension Session {
  /// The open poll whose time is up and that can be counted without anybody.
  public func overduePoll(at now: Moment) -> PollID? {
    guard let poll = polls.open, poll.isOver(at: now) else { return nil }
    do throws(Refusal) {
      _ = try expire(poll.id, at: now)
      return poll.id
    } catch {
      return nil
    }
  }

  /// The tallies of a closed poll counted apart by a trait: a cell's code with its tally, `other`
  /// last; empty where nothing may be counted apart.
  public func tallies(of poll: Poll, by trait: VoterTrait) -> [(cell: String, tally: Tally)] {
    guard poll.state == .closed else { return [] }
    let cells = parts(of: poll, by: trait).sorted { one, other in
      (one.key == Traits.other ? 1 : 0, one.key) < (other.key == Traits.other ? 1 : 0, other.key)
    }
    guard cells.count > 1 else { return [] }
    return cells.map {
      (
        $0.key,
        poll.method.rules.tally(
          Papers(choices: poll.choices, ballots: $0.value, isFinal: true))
      )
    }
  }

  func parts(of poll: Poll, by trait: VoterTrait) -> [String: [BallotBox.Counted]] {
    switch poll.secrecy {
    case .anonymous, .sealed: poll.counted?.parts?[trait] ?? [:]
    case .public:
      counted(poll.named.map { (traits(of: $0.key, in: poll), $0.value) }, by: trait)
    case .coded: codedParts(of: poll, by: trait)
    }
  }

  /// Those of somebody who answered a public poll: as they were when it closed, else as they are.
  func traits(of voter: PersonID, in poll: Poll) -> Traits {
    poll.voters?[voter] ?? people[voter].map(Traits.init) ?? Traits()
  }

  private func codedParts(of poll: Poll, by trait: VoterTrait) -> [String: [BallotBox.Counted]] {
    let coded = poll.coded ?? [:]
    // As the slips lay when it closed: what is taken back later changes no count.
    let issued = poll.slips ?? access.traits(of: coded.keys)
    let papers = coded.map { (issued[$0.key] ?? Traits(), $0.value) }
    let cells = Cells(among: papers.map(\.0), least: poll.least ?? Poll.leastTogether)
    guard !cells[trait].isEmpty else { return [:] }
    return counted(papers.map { ($0.0.kept(by: cells), $0.1) }, by: trait)
  }

  private func counted(
    _ papers: [(Traits, Ballot)], by trait: VoterTrait
  ) -> [String: [BallotBox.Counted]] {
    var parts: [String: [BallotBox.Counted]] = [:]
    for (traits, ballot) in papers { parts[traits[trait], default: []].add(ballot) }
    return parts
  }
}
