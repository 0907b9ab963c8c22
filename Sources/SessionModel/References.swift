/// Something with a name that others may speak of.
enum Reference: Hashable, Sendable {
  case person(PersonID)
  case segment(SegmentID)
  case question(QuestionID)
  case poll(PollID)
  case note(NoteID)

  var name: String {
    switch self {
    case .person(let id): id.description
    case .segment(let id): id.description
    case .question(let id): id.description
    case .poll(let id): id.description
    case .note(let id): id.description
    }
  }
}

extension Session {
  /// The first thing that speaks of another, in words; `nil` when nothing does.
  func firstUser(of reference: Reference) -> String? {
    if let segment = agenda.segments.first(where: { $0.references.contains(reference) }) {
      return "segment \(segment.id)"
    }
    if let budget = floor.budgets?.first(where: { $0.references.contains(reference) }) {
      return budget.segment.map { "the budget of segment \($0)" } ?? "a budget of time"
    }
    if let form = floor.form, form.references.contains(reference) { return "the \(form.title)" }
    if let request = floor.queue.first(where: { reference == .person($0.person) }) {
      return "request \(request.id)"
    }
    if let turn = floor.turns.first(where: { $0.references.contains(reference) }) {
      return "turn \(turn.id)"
    }
    if let poll = polls.all.first(where: { $0.references.contains(reference) }) {
      return "poll \(poll.id)"
    }
    if let note = notes.all.first(where: { $0.references.contains(reference) }) {
      return "note \(note.id)"
    }
    if let outcome = outcomes.all.first(where: { $0.references.contains(reference) }) {
      return "outcome \(outcome.id)"
    }
    if let message = inbox.all.first(where: { $0.references.contains(reference) }) {
      return "message \(message.id)"
    }
    if let breakout = breakouts.all.first(where: { $0.references.contains(reference) }) {
      return "breakout group \(breakout.id)"
    }
    if case .question(let id) = reference, agenda.question == id { return "the table" }
    return nil
  }

  private func exists(_ reference: Reference) -> Bool {
    switch reference {
    case .person(let id): people.roll[id] != nil
    case .segment(let id): agenda.segments[id] != nil
    case .question(let id): plan.questions[id] != nil
    case .poll(let id): polls.all[id] != nil
    case .note(let id): notes.all[id] != nil
    }
  }

  /// Something that would be spoken of but is not there, after a change of those elements.
  func firstDanglingReference(
    in touched: [Element], before: Session
  ) -> (name: String, user: String)? {
    for element in touched {
      // What the change takes away must not be spoken of by anything that stays.
      for gone in before.names(in: element) where !exists(gone) {
        if let user = firstUser(of: gone) { return (gone.name, user) }
      }
      // What the change brings back must not speak of something that has gone since.
      for reference in value(of: element)?.references ?? [] where !exists(reference) {
        return (reference.name, "what would come back")
      }
    }
    return nil
  }

  private func names(in element: Element) -> [Reference] {
    switch element {
    case .plan: plan.questionOrder.map(Reference.question)
    case .agenda: agenda.order.map(Reference.segment)
    case .person(let id): people.roll[id] == nil ? [] : [.person(id)]
    case .poll(let id): polls.all[id] == nil ? [] : [.poll(id)]
    case .note(let id): notes.all[id] == nil ? [] : [.note(id)]
    case .headcount, .formerNames, .queue, .floor, .turn, .notebook, .outcomes, .message, .word,
      .breakouts, .access:
      []
    }
  }
}

extension Segment {
  var references: [Reference] {
    people.map(Reference.person) + questions.map(Reference.question)
  }
}

extension Budget {
  var references: [Reference] {
    let person: [Reference] = if case .person(let id) = holder { [.person(id)] } else { [] }
    return person + (segment.map { [.segment($0)] } ?? [])
  }
}

extension FloorForm {
  var references: [Reference] { people.map(Reference.person) }
}

extension Turn {
  var references: [Reference] {
    [.person(person)]
      + [segment.map(Reference.segment), question.map(Reference.question)]
      .compactMap(\.self)
  }
}

extension Poll {
  var references: [Reference] {
    [segment.map(Reference.segment), question.map(Reference.question), before.map(Reference.poll)]
      .compactMap(\.self) + named.keys.map(Reference.person) + entitledPeople.map(Reference.person)
  }

  private var entitledPeople: [PersonID] {
    if case .people(let ids) = entitled { ids } else { [] }
  }
}

extension OutcomeSentence {
  var references: [Reference] {
    let voices = (asking?.answers.compactMap(\.voice) ?? []) + objections.compactMap(\.voice)
    return voices.compactMap { voice in
      if case .person(let id) = voice { .person(id) } else { nil }
    }
  }
}

extension Note {
  var references: [Reference] {
    [
      binding.segment.map(Reference.segment), binding.speaker.map(Reference.person),
      binding.question.map(Reference.question), binding.poll.map(Reference.poll),
    ].compactMap(\.self) + links.map(\.target.reference)
  }
}

extension NoteLink.Target {
  fileprivate var reference: Reference {
    switch self {
    case .note(let id): .note(id)
    case .person(let id): .person(id)
    }
  }
}

extension ElementValue {
  var references: [Reference] {
    switch self {
    case .floor(let floor):
      (floor.budgets?.flatMap(\.references) ?? []) + (floor.form?.references ?? [])
    case .plan, .headcount, .person, .formerNames, .notebook, .word, .access: []
    case .outcomes(let outcomes): outcomes.all.flatMap(\.references)
    case .message(let message): message.references
    case .agenda(let agenda): agenda.segments.flatMap(\.references)
    case .breakouts(let breakouts): breakouts.all.flatMap(\.references)
    case .queue(let queue): queue.map { .person($0.person) }
    case .turn(let turn): turn.references
    case .poll(let poll): poll.references
    case .note(let note): note.references
    }
  }
}
