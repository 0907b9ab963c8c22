extension Session {
  func decideUndo(by seat: Seat) throws(Refusal) -> Decision {
    guard let record = history.lastUndoable(by: seat) else { throw .nothingToUndo }
    // Who votes after a tally was seen would not vote in the same poll.
    if case .poll(.closed(let id, _)) = record.event, polls[id]?.secrecy == .sealed {
      throw .sealedStaysClosed(id)
    }
    try check(record, from: record.after, to: record.before)
    return Decision(
      .history(.undone(entry: record.entry)), deposit: refill(record.before))
  }

  func decideRedo(by seat: Seat) throws(Refusal) -> Decision {
    guard let record = history.lastRedoable(by: seat) else { throw .nothingToRedo }
    try check(record, from: record.before, to: record.after)
    return Decision(
      .history(.redone(entry: record.entry)), deposit: emptied(record.after))
  }

  mutating func apply(_ event: HistoryEvent, by seat: Seat) throws(Damage) {
    switch event {
    case .undone(let entry):
      guard let record = history.takeUndoable(entry, by: seat) else {
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
    for (element, left) in zip(record.touched, left) {
      if case .queue = element {
        guard case .queue(let old) = left,
          let target = record.touched.firstIndex(of: .queue), case .queue(let goal) = values[target]
        else { continue }
        try checkQueue(record.entry, from: old, to: goal)
      } else if value(of: element) != left {
        throw .changedSince(record.entry)
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
      throw .changedSince(entry)
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

  /// An anonymous poll that opens again gets its ballots back into the box.
  private func refill(_ values: [ElementValue?]) -> Deposit? {
    for case .poll(let poll)? in values {
      guard poll.state == .open, poll.secrecy.isSecret else { continue }
      guard let box = polls[poll.id]?.counted else { continue }
      return .fill(poll.id, box)
    }
    return nil
  }

  private func emptied(_ values: [ElementValue?]) -> Deposit? {
    for case .poll(let poll)? in values where poll.state == .closed && poll.counted != nil {
      return .empty(poll.id)
    }
    return nil
  }
}
