extension Session {
  func decideUndo(by seat: Seat, before entry: Int = .max) throws(Refusal) -> Decision {
    guard let record = history.lastUndoable(by: seat, before: entry) else { throw .nothingToUndo }
    if let id = givenUp(by: record) { throw .ballotsGivenUp(id) }
    do {
      try check(record, from: record.after, to: record.before)
    } catch .changedSince(let entry, let what) {
      throw .notTakenBack(entry, why: "\(what) changed since")
    } catch .stillUsed(let name, let user) {
      throw .notTakenBack(record.entry, why: "'\(name)' is still spoken of by \(user)")
    } catch {
      throw error
    }
    return Decision(
      .history(.undone(entry: record.entry)), deposit: box(for: record.before))
  }

  func decideRedo(by seat: Seat) throws(Refusal) -> Decision {
    guard let record = history.lastRedoable(by: seat) else { throw .nothingToRedo }
    try check(record, from: record.before, to: record.after)
    return Decision(
      .history(.redone(entry: record.entry)), deposit: box(for: record.after))
  }

  /// `number` is the entry's own.
  mutating func apply(_ event: HistoryEvent, by seat: Seat, in number: Int) throws(Damage) {
    switch event {
    case .undone(let entry):
      guard let record = history.takeUndoable(entry, by: seat, in: number) else {
        throw .historyMissing(entry: entry)
      }
      restore(record.touched, to: record.before, from: record.after)
      if let made = record.event.made { serials.giveBack(made) }
    case .redone(let entry):
      guard let record = history.takeRedoable(entry, by: seat) else {
        throw .historyMissing(entry: entry)
      }
      restore(record.touched, to: record.after, from: record.before)
      if let made = record.event.made { serials.use(made) }
    }
  }

  private mutating func restore(
    _ touched: [Element], to values: [ElementValue?], from left: [ElementValue?]
  ) {
    for (element, (value, left)) in zip(touched, zip(values, left)) {
      restore(element, to: value, from: left)
    }
  }

  /// Refuses where somebody has changed the same thing since, or something new rests on it.
  private func check(
    _ record: History.Record, from left: [ElementValue?], to values: [ElementValue?]
  ) throws(Refusal) {
    for (element, left) in zip(record.touched, left) where element != .formerNames {
      if case .queue = element {
        guard case .queue(let old) = left,
          let target = record.touched.firstIndex(of: .queue), case .queue(let goal) = values[target]
        else { continue }
        try checkQueue(record.entry, from: old, to: goal)
      } else if !isSame(value(of: element), left) {
        throw .changedSince(record.entry, what: element.words)
      }
    }
    var restored = self
    restored.restore(record.touched, to: values, from: left)
    if let missing = restored.firstDanglingReference(in: record.touched, before: self) {
      throw .stillUsed(missing.name, by: missing.user)
    }
  }

  /// Hands that go must still be up; hands that come back must find their place free.
  private func checkQueue(
    _ entry: Int, from old: [FloorRequest], to goal: [FloorRequest]
  ) throws(Refusal) {
    let isWaiting = { (request: FloorRequest) in floor.queue.contains { $0.id == request.id } }
    let going = old.filter { request in !goal.contains { $0.id == request.id } }
    let returning = goal.filter { request in !old.contains { $0.id == request.id } }
    guard going.allSatisfy(isWaiting), !returning.contains(where: isWaiting) else {
      throw .changedSince(entry, what: Element.queue.words)
    }
    // Hands that waited side by side before may do so again.
    let since = floor.queue.filter { request in
      !goal.contains { $0.id == request.id } && !old.contains { $0.id == request.id }
    }
    for request in returning
    where !floor.allowsSeveral && since.contains(where: request.isSecondHand(beside:)) {
      throw .alreadyInQueue(name(of: request.person))
    }
  }

  /// The same, but for how it came there: a poll that was opened again knows what it had been.
  private func isSame(_ one: ElementValue?, _ other: ElementValue?) -> Bool {
    guard case .poll(var one)? = one, case .poll(var other)? = other else { return one == other }
    one.countedBefore = nil
    other.countedBefore = nil
    return one == other
  }

  /// The poll whose ballots were not all counted when it closed, and are nowhere now.
  private func givenUp(by record: History.Record) -> PollID? {
    guard case .poll(.closed(let id, let box)) = record.event,
      case .poll(let open)? = record.before.first,
      open.secrecy.isSecret
    else { return nil }
    return open.turnout == box?.turnout ?? 0 ? nil : id
  }

  /// A secret poll that opens again gets its ballots back into the box; one that closes has none.
  private func box(for values: [ElementValue?]) -> Deposit? {
    for case .poll(let poll)? in values where poll.secrecy.isSecret {
      switch poll.state {
      case .open: return polls[poll.id]?.counted.map { .fill(poll.id, $0) }
      case .closed where poll.counted != nil: return .empty(poll.id)
      case .closed, .draft: break
      }
    }
    return nil
  }
}
