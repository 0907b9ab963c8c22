extension Session {
  /// What a group's own session begins with: its question, its people, its time.
  ///
  /// `name` is what this session is called where it lies. Empty where there is no such group.
  public func beginnings(of id: BreakoutID, named name: String) -> [Intent] {
    guard let breakout = breakouts[id], let origin = origin(of: id, named: name) else { return [] }
    let question = (breakout.question ?? agenda.question).flatMap { plan.questions[$0] }
    let title = [breakout.title, question?.heading ?? plan.title].filter { !$0.isEmpty }
    var intents: [Intent] = [
      .plan(.set(.title(to: title.joined(separator: ": ")))),
      .plan(.set(.breakout(to: origin))), .plan(.set(.attribution(to: attribution))),
    ]
    if let series = plan.series { intents.append(.plan(.set(.series(to: series)))) }
    if let number = plan.number { intents.append(.plan(.set(.number(to: number)))) }
    if let room = breakout.room { intents.append(.plan(.set(.room(to: room)))) }
    if let question {
      intents.append(.plan(.addQuestion(text: question.text, short: question.short)))
      intents += question.parts.map { .plan(.addPart(QuestionID(1), text: $0)) }
    }
    intents += breakout.members.compactMap { member in
      people[member].map { .people(.add(name: $0.name, details: details(of: $0, in: breakout))) }
    }
    intents += breakout.members.indices.map { .people(.arrive(PersonID($0 + 1), nil)) }
    var segment = SegmentDetails()
    if question != nil { segment.questions = [QuestionID(1)] }
    intents.append(
      .agenda(
        .add(
          title: question?.heading ?? breakout.title, kind: .breakout,
          seconds: max(1, breakouts.allSeconds(of: breakout)), details: segment)))
    return intents
  }

  /// What a group's own session is to know of where it comes from; `nil` where there is none.
  ///
  /// Its clock is the plenary's: it says since when the group works, and for how long.
  public func origin(of id: BreakoutID, named name: String) -> BreakoutOrigin? {
    guard let breakout = breakouts[id], let tag = breakouts.tag else { return nil }
    return BreakoutOrigin(
      session: name, tag: tag, group: id, began: breakouts.began,
      seconds: breakouts.began == nil ? nil : breakouts.allSeconds(of: breakout))
  }

  private func details(of person: Person, in breakout: Breakout) -> PersonDetails {
    var details = PersonDetails()
    details.affiliation = person.affiliation
    details.group = person.group
    details.region = person.region
    details.gender = person.gender
    details.channel = person.channel
    var roles: [Role] = [.participant]
    if person.id == breakout.rapporteur { roles.insert(.rapporteur, at: 0) }
    // Whoever chairs a group runs its session.
    if person.id == breakout.chair { roles.insert(contentsOf: [.chair, .moderator], at: 0) }
    details.roles = roles
    return details
  }

  /// What this session, being a group's own, brings back to the plenary.
  ///
  /// Nothing says who spoke: it is the group that says it. What was off the record stays there.
  public func brings(digest: String) -> BreakoutReturn {
    var back = BreakoutReturn(entries: entries, digest: digest)
    let notes = notes.ordered.compactMap { note -> ReturnedNote? in
      let rule = attribution(of: note)
      guard rule != .offTheRecord else { return nil }
      return ReturnedNote(
        note.kind, note.told, rule: rule == .attributed ? nil : rule,
        topics: note.topics.isEmpty ? nil : note.topics)
    }
    back.notes = notes.isEmpty ? nil : notes
    let polls = polls.all.compactMap { poll -> ReturnedPoll? in
      guard poll.state == .closed, attribution(of: poll) != .offTheRecord,
        let tally = tally(of: poll)
      else { return nil }
      return ReturnedPoll(
        poll.text, method: poll.method.title, turnout: tally.turnout,
        rows: tally.rows.map { .init($0.label, $0.figure) })
    }
    back.polls = polls.isEmpty ? nil : polls
    let outcomes = outcomes.all.compactMap { outcome -> ReturnedOutcome? in
      let asked = outcome.asking.map { attribution(at: $0.began.at) } ?? plan.attribution
      guard asked != .offTheRecord else { return nil }
      let open = outcome.open.count
      return ReturnedOutcome(
        outcome.text, statement: outcome.declared?.statement.title,
        objections: open == 0 ? nil : open)
    }
    back.outcomes = outcomes.isEmpty ? nil : outcomes
    if let opened = agenda.opened, let end = agenda.closed ?? lastEntryAt {
      back.seconds = end.seconds(since: opened)
    }
    let speakers = Set(floor.turns.map(\.person)).count
    back.speakers = speakers > 0 ? speakers : nil
    return back
  }
}

extension Note {
  /// What it says, with to whom and by when.
  fileprivate var told: String {
    let who = fields[.addressee] ?? fields[.organisation]
    return (who.map { "\($0): " } ?? "") + text + (fields[.deadline].map { " (by \($0))" } ?? "")
  }
}
