/// A part of the state that one entry changes as a whole.
enum Element: Hashable, Sendable {
  case plan, agenda, headcount
  /// The waiting hands; others may come and go between an entry and its undo.
  case queue
  /// The rest of the floor beside hands and turns.
  case floor
  case person(PersonID)
  /// What people are no longer called.
  case formerNames
  case turn(TurnID)
  case poll(PollID)
  case note(NoteID)
  /// The rest of the notebook beside its notes.
  case notebook
  case outcomes
  case message(MessageID)
  /// What one moderator last told the other.
  case word
  case breakouts
  case access
}

extension Element {
  /// What it is called when it stands in the way of an undo, with its verb: `poll 'v1' has`.
  var words: String {
    switch self {
    case .plan: "the plan has"
    case .agenda: "the agenda has"
    case .headcount: "the count of heads has"
    case .queue: "the queue has"
    case .floor: "the floor has"
    case .person(let id): "person '\(id)' has"
    case .formerNames: "what people were called has"
    case .turn(let id): "turn '\(id)' has"
    case .poll(let id): "poll '\(id)' has"
    case .note(let id): "note '\(id)' has"
    case .notebook: "the rest of the notebook has"
    case .outcomes: "the outcomes have"
    case .message(let id): "message '\(id)' has"
    case .word: "what the moderators told each other has"
    case .breakouts: "the breakout groups have"
    case .access: "the codes or the PIN have"
    }
  }
}

/// What such a part was, or is.
enum ElementValue: Equatable, Sendable {
  case plan(Plan)
  case agenda(Agenda)
  case headcount(Headcount)
  case queue([FloorRequest])
  case floor(Floor)
  case person(Person)
  case formerNames([String])
  case turn(Turn)
  case poll(Poll)
  case note(Note)
  case notebook(Notebook)
  case outcomes(Outcomes)
  case message(Message)
  case word(Inbox.Word)
  case breakouts(Breakouts)
  case access(Access)
}

extension Session {
  /// What an event is going to change.
  func touches(_ event: Event) -> [Element] {
    let touched = touchesItself(event)
    return event.mayMoveQueue(in: self) && !touched.contains(.queue) ? touched + [.queue] : touched
  }

  private func touchesItself(_ event: Event) -> [Element] {
    switch event {
    case .plan: [.plan]
    case .people(let event): touches(event)
    case .agenda(.closed): [.agenda, .queue, .floor] + runningTurnElement
    case .agenda(.asked), .agenda(.opened), .agenda(.started): [.agenda] + runningTurnElement
    case .agenda: [.agenda] + turnToQuestion
    case .floor(let event): touches(event)
    case .poll(let event): [.poll(event.poll)]
    case .note(let event): touches(event)
    case .outcome: [.outcomes]
    case .inbox(let event): touches(event)
    case .breakout: [.breakouts]
    case .access: [.access]
    case .history: []
    }
  }

  private var runningTurnElement: [Element] {
    [floor.current, floor.interrupted].compactMap { $0.map(Element.turn) }
  }

  /// A speech that goes on after it was interrupted, and meanwhile a question was put: it is to that
  /// question from the next event of the agenda on.
  private var turnToQuestion: [Element] {
    guard agenda.question != nil, let turn = floor.currentTurn, turn.question == nil else {
      return []
    }
    return [.turn(turn.id)]
  }

  private func touches(_ event: FloorEvent) -> [Element] {
    switch event {
    case .raised, .answerRaised, .withdrawn, .moved, .readded: [.queue]
    case .given(let turn, _, _, _, _, _, _, _): [.queue, .floor, .turn(turn)] + runningTurnElement
    case .ended(let turn): [.queue, .floor, .turn(turn)] + runningTurnElement.without(.turn(turn))
    case .paused(let turn), .resumed(let turn), .counted(let turn, _): [.turn(turn)]
    case .passedOver, .broughtBack, .set(.order): [.queue, .floor]
    case .roundBegun: [.queue]
    case .set, .budgetSet, .timeAdded, .listOpened, .listClosed, .allowed, .framingAllowed,
      .formSet, .chairTaken, .chairLeft:
      [.floor]
    }
  }

  private func touches(_ event: PeopleEvent) -> [Element] {
    switch event {
    case .changed(let id, _), .removed(let id): [.person(id), .formerNames]
    default: [event.person.map(Element.person) ?? .headcount]
    }
  }

  private func touches(_ event: InboxEvent) -> [Element] {
    guard let message = event.message else { return [.word] }
    return switch event {
    case .asked: [.message(message), .plan]
    case .noted(_, let note, _, _, _, _): [.message(message), .note(note)]
    case .queued: [.message(message), .queue]
    default: [.message(message)]
    }
  }

  private func touches(_ event: NoteEvent) -> [Element] {
    switch event {
    case .written(let id, _, _, _, _), .edited(let id, _, _, _), .sorted(let id, _),
      .bound(let id, _), .filled(let id, _, _), .tagged(let id, _), .linked(let id, _),
      .unlinked(let id, _):
      [.note(id)]
    case .split(let id, _, let rest, _): [.note(id), .note(rest)]
    case .merged(let id, let other, _):
      [.note(id), .note(other)]
        + notes.linking(to: id).filter { $0 != id && $0 != other }.map(Element.note)
    case .removed(let id): [.note(id)] + notes.linking(to: id).map(Element.note)
    case .stretchBegun, .stretchEnded, .told, .placed: [.notebook]
    }
  }

  /// What it goes back to when an event is taken back: a poll whose time was up has no end then.
  func value(of element: Element, before event: Event) -> ElementValue? {
    let value = value(of: element)
    guard case .poll(.timedOut) = event, case .poll(var poll)? = value else { return value }
    poll.seconds = nil
    return .poll(poll)
  }

  func value(of element: Element) -> ElementValue? {
    switch element {
    case .plan: return .plan(plan)
    case .agenda: return .agenda(agenda)
    case .headcount: return people.headcount.map(ElementValue.headcount)
    case .queue: return .queue(floor.queue)
    case .floor: return .floor(floor.withoutQueueAndTurns)
    case .person(let id): return people.roll[id].map(ElementValue.person)
    case .formerNames: return .formerNames(people.formerly ?? [])
    case .turn(let id): return floor.turns[id].map(ElementValue.turn)
    case .poll(let id): return polls.all[id].map(ElementValue.poll)
    case .note(let id): return notes.all[id].map(ElementValue.note)
    case .notebook: return .notebook(notes.withoutNotes)
    case .outcomes: return .outcomes(outcomes)
    case .message(let id): return inbox.all[id].map(ElementValue.message)
    case .word: return inbox.word.map(ElementValue.word)
    case .breakouts: return .breakouts(breakouts)
    case .access: return .access(access)
    }
  }

  /// Puts a part back to what it was; `left` is what the entry had made of it.
  mutating func restore(_ element: Element, to value: ElementValue?, from left: ElementValue?) {
    switch (element, value) {
    case (.plan, .plan(let plan)): self.plan = plan
    case (.agenda, .agenda(let agenda)): self.agenda = agenda
    case (.headcount, .headcount(let heads)): people.headcount = heads
    case (.headcount, _): people.headcount = nil
    case (.queue, .queue(let queue)):
      guard case .queue(let left) = left else { return }
      floor.queue = floor.queue.taking(back: left, to: queue)
    case (.floor, .floor(let other)): floor.takeAllButQueueAndTurns(from: other)
    case (.person(let id), .person(let person)): people.roll[id] = person
    case (.person(let id), _): people.roll[id] = nil
    case (.formerNames, .formerNames(let names)):
      guard case .formerNames(let left) = left else { return }
      people.takeBack(left, to: names)
    case (.turn(let id), .turn(let turn)): floor.turns[id] = turn
    case (.turn(let id), _): floor.turns[id] = nil
    case (.poll(let id), .poll(var poll)):
      // Two counts of one box stand in the journal: the second must know the first.
      if poll.state == .open, let counted = polls[id]?.counted { poll.countedBefore = counted }
      polls.all[id] = poll
    case (.poll(let id), _): polls.all[id] = nil
    case (.note(let id), .note(let note)): notes.all[id] = note
    case (.note(let id), _): notes.all[id] = nil
    case (.notebook, .notebook(let other)): notes.takeAllButNotes(from: other)
    case (.outcomes, .outcomes(let outcomes)): self.outcomes = outcomes
    case (.message(let id), .message(let message)): inbox.all[id] = message
    case (.message(let id), _): inbox.all[id] = nil
    case (.word, .word(let word)): inbox.word = word
    case (.word, _): inbox.word = nil
    case (.breakouts, .breakouts(let breakouts)): self.breakouts = breakouts
    case (.access, .access(let access)): self.access = access
    case (.plan, _), (.agenda, _), (.formerNames, _), (.queue, _), (.floor, _), (.notebook, _),
      (.outcomes, _), (.breakouts, _), (.access, _):
      break
    }
  }
}

extension Entry {
  /// Whose it is to take back: what the clock did is the moderator's.
  var undoer: Seat { if case .poll(.timedOut) = event { .moderator } else { by } }
}

extension [Element] {
  fileprivate func without(_ element: Element) -> [Element] { filter { $0 != element } }
}

extension Floor {
  fileprivate var withoutQueueAndTurns: Floor {
    var rest = self
    rest.queue = []
    rest.turns = Register()
    return rest
  }

  fileprivate mutating func takeAllButQueueAndTurns(from other: Floor) {
    var restored = other
    restored.queue = queue
    restored.turns = turns
    self = restored
  }
}

extension Notebook {
  fileprivate var withoutNotes: Notebook {
    var rest = self
    rest.all = Register()
    return rest
  }

  fileprivate mutating func takeAllButNotes(from other: Notebook) {
    var restored = other
    restored.all = all
    self = restored
  }
}

extension People {
  /// Undoes what made `old` names former ones of `new`, and leaves alone what others made so since.
  fileprivate mutating func takeBack(_ new: [String], to old: [String]) {
    let kept = (formerly ?? []).filter { !new.contains($0) || old.contains($0) }
    let names = kept + old.filter { !new.contains($0) && !kept.contains($0) }
    formerly = names.isEmpty ? nil : names
  }
}

extension [FloorRequest] {
  /// Undoes in this queue what led from `old` to `new`, and leaves alone what came since.
  fileprivate func taking(back new: [FloorRequest], to old: [FloorRequest]) -> [FloorRequest] {
    guard self != new else { return old }
    let added = new.filter { request in !old.contains { $0.id == request.id } }
    var result = filter { request in !added.contains { $0.id == request.id } }
    let removed = old.enumerated().filter { _, request in
      !new.contains { $0.id == request.id }
    }
    for (place, request) in removed {
      result.insert(request, at: Swift.min(place, result.count))
    }
    guard added.isEmpty, removed.isEmpty else { return result }
    // Nothing came or went: the entry moved one, so what both still hold goes back in order.
    let kept = old.filter { request in contains { $0.id == request.id } }
    let late = filter { request in !old.contains { $0.id == request.id } }
    return kept + late
  }
}

extension PeopleEvent {
  /// Whom it is about; `nil` for a head count.
  var person: PersonID? {
    switch self {
    case .added(let id, _, _), .changed(let id, _), .roleGiven(let id, _), .roleTaken(let id, _),
      .arrived(let id, _), .left(let id), .removed(let id):
      id
    case .counted: nil
    }
  }
}

extension PollEvent {
  /// Which poll it is about.
  var poll: PollID {
    switch self {
    case .drafted(let id, _, _, _, _, _), .changed(let id, _, _, _), .removed(let id),
      .opened(let id, _, _, _, _), .closed(let id, _), .shared(let id), .hidden(let id),
      .ballotCast(let id, _, _), .ballotCounted(let id, _), .asked(let id, _, _, _, _, _, _, _, _),
      .repeated(let id, _), .extended(let id, _), .reopened(let id), .entered(let id, _),
      .reflected(let id), .ballotCastByCode(let id, _, _), .entitled(let id, _),
      .keptTogether(let id, _), .stated(let id, _), .struck(let id, _),
      .marked(let id, _, _, _), .markedByCode(let id, _, _, _), .measured(let id, _),
      .timedOut(let id, _), .drawn(let id, _),
      .adopted(let id, _, _, _, _):
      id
    }
  }
}
