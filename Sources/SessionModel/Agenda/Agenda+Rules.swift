extension Session {
  func decide(_ intent: AgendaIntent, at now: Moment) throws(Refusal) -> Decision {
    switch intent {
    case .add(let title, let kind, let seconds, let details):
      guard !title.isBlank else { throw .textMissing(what: "a title") }
      guard seconds > 0 else { throw .durationNotPositive }
      try requireNotClosed()
      try check(details)
      return happened(
        .added(
          segment: serials.next(), title: title, kind: kind, seconds: seconds, details: details))
    case .change(let id, let details):
      _ = try segment(id)
      guard !details.isEmpty else { throw .nothingToChange(id.description) }
      try check(details)
      return happened(.changed(segment: id, details: details))
    case .move(let id, let place):
      let segment = try segment(id)
      guard segment.state != .finished else { throw .segmentHeld(segment.title) }
      guard place >= 1, place <= agenda.order.count else {
        throw .placeOutOfRange(place, count: agenda.order.count)
      }
      return happened(.moved(segment: id, to: place))
    case .remove(let id):
      let segment = try segment(id)
      guard segment.state != .running else { throw .segmentRunning(segment.title) }
      if let user = firstUser(of: .segment(id)) { throw .stillUsed(segment.title, by: user) }
      guard segment.state != .finished else { throw .segmentHeld(segment.title) }
      return happened(.removed(segment: id))
    case .open:
      guard agenda.opened == nil else { throw .sessionAlreadyOpen }
      guard !agenda.order.isEmpty else { throw .agendaEmpty }
      return happened(.opened)
    case .next:
      try requireLive()
      guard let next = agenda.next else { throw .noSegmentLeft }
      return happened(.started(segment: next.id))
    case .start(let id):
      try requireLive()
      let segment = try segment(id)
      guard segment.state != .running else { throw .segmentRunning(segment.title) }
      return happened(.started(segment: id))
    case .skip(let id, let reason):
      let segment = try segment(id)
      guard segment.state == .pending else { throw .segmentNotPending(segment.title) }
      return happened(.skipped(segment: id, reason: reason))
    case .extend(let id, let seconds):
      guard let target = id ?? agenda.current else { throw .noSegmentRunning }
      let segment = try segment(target)
      guard seconds != 0 else { throw .durationNotPositive }
      guard segment.state == .pending || segment.state == .running else {
        throw .segmentOver(segment.title)
      }
      guard segment.plannedSeconds + segment.extendedSeconds + seconds >= 0 else {
        throw .shorterThanNothing(segment.title)
      }
      return happened(.extended(segment: target, seconds: seconds))
    case .finish:
      guard let current = agenda.current else { throw .noSegmentRunning }
      return happened(.finished(segment: current))
    case .replan(let way):
      let plan = try replanned(way, at: now)
      return happened(
        .replanned(
          way: way,
          seconds: plan.steps.compactMap { step in
            guard let seconds = step.seconds else { return nil }
            let elapsed = agenda.segments[step.segment]?.elapsedSeconds(at: now) ?? 0
            return SegmentTime(segment: step.segment, seconds: elapsed + seconds)
          },
          out: plan.steps.filter { $0.seconds == nil }.map(\.segment),
          until: way == .extend ? plan.end : nil))
    case .ask(let id):
      if let id {
        _ = try question(id)
        guard agenda.question != id else { throw .questionAlreadyAsked(id) }
      } else if agenda.question == nil {
        throw .noQuestionOnTable
      }
      return happened(.asked(question: id))
    case .close:
      try requireLive()
      if let poll = polls.open { throw .pollStillOpen(poll.id) }
      return happened(.closed)
    }
  }

  func requireLive() throws(Refusal) {
    guard agenda.opened != nil else { throw .sessionNotOpen }
    guard agenda.closed == nil else { throw .sessionClosed }
  }

  func requireNotClosed() throws(Refusal) {
    guard agenda.closed == nil else { throw .sessionClosed }
  }

  func segment(_ id: SegmentID) throws(Refusal) -> Segment {
    guard let segment = agenda.segments[id] else { throw .noSuchSegment(id) }
    return segment
  }

  private func happened(_ event: AgendaEvent) -> Decision { Decision(.agenda(event)) }

  private func check(_ details: SegmentDetails) throws(Refusal) {
    if let title = details.title, title.isBlank { throw .textMissing(what: "a title") }
    if let seconds = details.seconds, seconds <= 0 { throw .durationNotPositive }
    if let seconds = details.minimum, seconds < 0 { throw .durationNotPositive }
    for id in details.people ?? [] { _ = try person(id) }
    for id in details.questions ?? [] { _ = try question(id) }
  }
}

extension Agenda {
  mutating func apply(_ event: AgendaEvent, at now: Moment) throws(Damage) {
    switch event {
    case .added(let id, let title, let kind, let seconds, let details):
      var segment = Segment(id: id, title: title, kind: kind, plannedSeconds: seconds)
      segment.set(details)
      segments[id] = segment
      order.append(id)
    case .changed(let id, let details): try segments.change(id) { $0.set(details) }
    case .moved(let id, let place):
      guard let old = order.firstIndex(of: id) else { throw .unknown(id.description) }
      order.remove(at: old)
      order.insert(id, at: min(max(0, place - 1), order.count))
    case .removed(let id):
      guard segments[id] != nil else { throw .unknown(id.description) }
      segments[id] = nil
      order.removeAll { $0 == id }
    case .opened:
      opened = now
      if let first = next { try start(first.id, at: now) }
    case .started(let id):
      try finishCurrent(at: now)
      try start(id, at: now)
    case .skipped(let id, let reason): try segments.change(id) { $0.skipped = reason }
    case .extended(let id, let seconds):
      try segments.change(id) { $0.extendedSeconds += seconds }
    case .finished: try finishCurrent(at: now)
    case .replanned(let way, let times, let out, let end):
      for time in times {
        try segments.change(time.segment) { $0.extendedSeconds = time.seconds - $0.plannedSeconds }
      }
      for id in out {
        try segments.change(id) {
          $0.skipped = way == .move ? "moved to another time" : "left out for want of time"
        }
      }
      if let end { until = end }
    case .asked(let id): question = id
    case .closed:
      try finishCurrent(at: now)
      closed = now
      question = nil
    }
  }

  /// A segment that starts puts its own question on the table.
  private mutating func start(_ id: SegmentID, at now: Moment) throws(Damage) {
    let asked = try segments.change(id) { segment in
      segment.started = now
      segment.finished = nil
      segment.skipped = nil
      return segment.questions.first
    }
    current = id
    question = asked
  }

  /// A group works since the plenary sent it to work, however late its own session opens.
  mutating func backdate(to began: Moment) throws(Damage) {
    guard let current, currentSegment?.kind == .breakout else { return }
    try segments.change(current) { $0.started = began }
  }

  private mutating func finishCurrent(at now: Moment) throws(Damage) {
    guard let current else { return }
    try segments.change(current) { $0.finished = now }
    self.current = nil
  }
}

extension Segment {
  fileprivate mutating func set(_ details: SegmentDetails) {
    title = details.title ?? title
    kind = details.kind ?? kind
    plannedSeconds = details.seconds ?? plannedSeconds
    startsAt = details.startsAt ?? startsAt
    minimumSeconds = details.minimum ?? minimumSeconds
    endsAt = details.endsAt ?? endsAt
    people = details.people ?? people
    questions = details.questions ?? questions
    attribution = details.attribution ?? attribution
  }
}
