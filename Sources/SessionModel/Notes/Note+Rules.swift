extension Session {
  /// What a note written now would be bound to.
  public var presentBinding: NoteBinding {
    NoteBinding(
      segment: agenda.current, speaker: floor.currentTurn?.person, question: agenda.question,
      poll: polls.open?.id)
  }

  func decide(_ intent: NoteIntent) throws(Refusal) -> Decision {
    switch intent {
    case .write(let kind, let text):
      let marks = NoteMarks(text.inParagraphs, on: people.roll)
      var detail = NoteDetail()
      detail.topics = marks.topics
      detail.links = marks.people.map { NoteLink(.mentions, .person($0)) }
      return try write(kind, marks.text, presentBinding, detail)
    case .edit(let id, let text, let over): return try edit(id, text, over)
    case .sort(let id, let kind):
      let note = try note(id)
      guard note.kind != kind else { throw .nothingToChange(id.description) }
      return happened(.sorted(note: id, kind: kind))
    case .bind(let id, let tie):
      _ = try note(id)
      try check(tie)
      return happened(.bound(note: id, tie: tie))
    case .fill(let id, let field, let text, let over): return try fill(id, field, text, over)
    case .tag(let id, let topics):
      let topics = topics.unique
      if !topics.isEmpty { try checkMayBeKept() }
      guard try note(id).topics != topics else { throw .nothingToChange(id.description) }
      return happened(.tagged(note: id, topics: topics))
    case .link(let id, let link):
      let note = try note(id)
      try check(link, of: id)
      guard !note.links.contains(link) else { throw .nothingToChange(id.description) }
      return happened(.linked(note: id, link: link))
    case .unlink(let id, let link):
      guard try note(id).links.contains(link) else { throw .notLinked(id, link.target) }
      return happened(.unlinked(note: id, link: link))
    case .merge(let id, let other):
      let (note, goal) = (try note(id), try self.note(other))
      guard id != other else { throw .noteIsItself(id) }
      return happened(.merged(note: id, into: other, text: goal.text(taking: note)))
    case .split(let id, let text, let rest, let over):
      let note = try note(id)
      if let over, over != note.text { throw .noteChangedMeanwhile(id) }
      try checkMayBeKept()
      guard !text.isBlank, !rest.isBlank else { throw .textMissing(what: "each part of a note") }
      return happened(
        .split(
          note: id, text: text.inParagraphs, rest: serials.next(), restText: rest.inParagraphs))
    case .place(let id, let other): return try place(id, before: other)
    case .promote(let id, let kind, let text):
      let note = try note(id)
      var detail = NoteDetail()
      detail.topics = note.topics
      detail.links = [NoteLink(.basedOn, .note(id))]
      detail.attribution = note.attribution
      return try write(kind, text?.inParagraphs ?? note.text, note.binding, detail)
    case .take(let group, let place): return try take(group, at: place)
    case .remove(let id): return happened(.removed(note: try note(id).id))
    case .beginStretch(let rule):
      try requireNotClosed()
      guard rule >= promised else { throw .ruleIsPromised(promised) }
      guard attribution != rule else { throw .ruleHoldsAlready(rule) }
      return happened(.stretchBegun(rule: rule))
    case .endStretch:
      guard notes.stretch != nil else { throw .noStretchRuns }
      return happened(.stretchEnded)
    case .tell(let section, let text):
      guard !section.isBlank else { throw .textMissing(what: "a section's key") }
      if let text, text.isBlank { throw .textMissing(what: "a section") }
      if text != nil { try checkMayBeKept() }
      guard notes.sections[section] != text else { throw .nothingToChange(section) }
      return happened(.told(section: section, text: text))
    }
  }

  private func happened(_ event: NoteEvent) -> Decision { Decision(.note(event)) }

  /// A group's note keeps the rule that it was said under, and says of which group it is.
  private func take(_ id: BreakoutID, at place: Int) throws(Refusal) -> Decision {
    guard let group = breakouts.known(id) else { throw .noSuchBreakout(id) }
    let brought = group.returned?.notes ?? []
    guard place >= 1, place <= brought.count else {
      throw .placeOutOfRange(place, count: brought.count)
    }
    let note = brought[place - 1]
    guard !hasTaken(note, of: group) else { throw .noteTakenAlready(group.title) }
    var detail = NoteDetail()
    detail.topics = (note.topics ?? []) + [group.title]
    detail.attribution = note.rule
    return try write(
      note.kind, note.text.inParagraphs, NoteBinding(question: group.question), detail)
  }

  /// Whether something that a group wrote down stands in the notebook.
  public func hasTaken(_ note: ReturnedNote, of group: Breakout) -> Bool {
    let text = note.text.inParagraphs
    return notes.all.contains {
      $0.kind == note.kind && $0.text == text && $0.topics.contains(group.title)
    }
  }

  private func write(
    _ kind: Note.Kind, _ text: String, _ binding: NoteBinding, _ detail: NoteDetail
  ) throws(Refusal) -> Decision {
    guard !text.isBlank else { throw .textMissing(what: "a note") }
    try checkMayBeKept()
    let rule = attribution
    var detail = detail
    if rule != .attributed { detail.attribution = max(rule, detail.attribution ?? rule) }
    return happened(
      .written(
        note: serials.next(), kind: kind, text: text, binding: binding,
        detail: detail.isEmpty ? nil : detail))
  }

  private func edit(
    _ id: NoteID, _ text: String, _ over: String?
  ) throws(Refusal) -> Decision {
    let note = try note(id)
    try checkMayBeKept()
    let marks = NoteMarks(text.inParagraphs, on: people.roll)
    guard !marks.text.isBlank else { throw .textMissing(what: "a note") }
    if let over, over != note.text { throw .noteChangedMeanwhile(id) }
    let topics = marks.topics.filter { !note.topics.contains($0) }
    let mentions = marks.people.filter { !note.links.contains(NoteLink(.mentions, .person($0))) }
    guard note.text != marks.text || !topics.isEmpty || !mentions.isEmpty else {
      throw .nothingToChange(id.description)
    }
    return happened(
      .edited(
        note: id, text: marks.text, topics: topics.isEmpty ? nil : topics,
        mentions: mentions.isEmpty ? nil : mentions))
  }

  private func fill(
    _ id: NoteID, _ field: Note.Field, _ text: String?, _ over: String?
  ) throws(Refusal) -> Decision {
    let note = try note(id)
    guard note.kind.fields.contains(field) || text == nil else {
      throw .fieldNotOfKind(field, note.kind)
    }
    if let text, text.isBlank { throw .textMissing(what: field.title) }
    if text != nil { try checkMayBeKept() }
    if field == .aspect, let text, Agreement.Aspect(rawValue: text) == nil {
      throw .noSuchAspect(text)
    }
    if let over, over != note.fields[field] ?? "" { throw .noteChangedMeanwhile(id) }
    guard note.fields[field] != text else { throw .nothingToChange(id.description) }
    return happened(.filled(note: id, field: field, text: text))
  }

  private func place(_ id: NoteID, before other: NoteID?) throws(Refusal) -> Decision {
    _ = try note(id)
    if let other { _ = try note(other) }
    guard id != other else { throw .noteIsItself(id) }
    let order = notes.ordered.map(\.id)
    let next = order.drop { $0 != id }.dropFirst().first
    guard next != other else { throw .nothingToChange(id.description) }
    return happened(.placed(note: id, before: other))
  }

  /// Refuses words of any kind while nothing may be kept: whatever was said now would be in them.
  func checkMayBeKept() throws(Refusal) {
    guard attribution != .offTheRecord else { throw .offTheRecord }
  }

  func note(_ id: NoteID) throws(Refusal) -> Note {
    guard let note = notes[id] else { throw .noSuchNote(id) }
    return note
  }

  private func check(_ tie: NoteTie) throws(Refusal) {
    switch tie {
    case .segment(.some(let id)): _ = try segment(id)
    case .speaker(.some(let id)): _ = try person(id)
    case .question(.some(let id)): _ = try question(id)
    case .poll(.some(let id)): guard polls[id] != nil else { throw .noSuchPoll(id) }
    case .segment(.none), .speaker(.none), .question(.none), .poll(.none): break
    }
  }

  private func check(_ link: NoteLink, of id: NoteID) throws(Refusal) {
    switch link.target {
    case .note(let other):
      _ = try note(other)
      guard other != id else { throw .noteIsItself(id) }
      guard link.relation != .mentions else { throw .linkLeadsElsewhere(link.relation) }
    case .person(let id):
      _ = try person(id)
      guard link.relation.mayLeadToPerson else { throw .linkLeadsElsewhere(link.relation) }
    }
  }
}

extension Notebook {
  /// `entry` is the number of the one that says so.
  mutating func apply(
    _ event: NoteEvent, at now: Moment, by seat: Seat, in entry: Int
  ) throws(Damage) {
    switch event {
    case .written(let id, let kind, let text, let binding, let detail):
      all[id] = Note(
        id: id, kind: kind, text: text, author: seat, written: now, binding: binding,
        detail: detail)
    case .edited(let id, let text, let topics, let mentions):
      try all.change(id) { note in
        if note.text != text { note.remember(changedBy: seat, at: now) }
        note.text = text
        let links = (mentions ?? []).map { NoteLink(.mentions, .person($0)) }
        if topics != nil { note.remember(.topics(was: note.topics), at: now, by: seat) }
        note.remember(links.map { .linked(to: $0) }, at: now, by: seat)
        note.know { known in
          known.topics += topics ?? []
          known.links += links
        }
      }
    case .sorted(let id, let kind):
      try all.change(id) { note in
        note.remember(changedBy: seat, at: now)
        note.kind = kind
      }
    case .bound(let id, let tie):
      try all.change(id) { note in
        note.remember(.tie(was: note.binding.tie(like: tie)), at: now, by: seat)
        note.binding.set(tie)
      }
    case .filled(let id, let field, let text):
      try all.change(id) { note in
        note.remember(.field(name: field, was: note.fields[field]), at: now, by: seat)
        note.know { $0.fields[field] = text }
      }
    case .tagged(let id, let topics):
      try all.change(id) { note in
        note.remember(.topics(was: note.topics), at: now, by: seat)
        note.know { $0.topics = topics }
      }
    case .linked(let id, let link):
      try all.change(id) { note in
        note.remember(.linked(to: link), at: now, by: seat)
        note.know { $0.links.append(link) }
      }
    case .unlinked(let id, let link):
      try all.change(id) { note in
        note.remember(.unlinked(from: link), at: now, by: seat)
        note.know { $0.links.removeAll { $0 == link } }
      }
    case .merged(let id, let other, let text): try merge(id, into: other, text, at: now, by: seat)
    case .split(let id, let text, let rest, let restText):
      guard var other = all[id] else { throw .unknown(id.description) }
      try all.change(id) { note in
        note.remember(changedBy: seat, at: now)
        note.remember(.splitOff(rest: rest), at: now, by: seat)
        note.text = text
      }
      other = Note(
        id: rest, kind: other.kind, text: restText, author: seat, written: other.written,
        binding: other.binding, detail: other.detail)
      other.know { known in
        known.earlier = []
        known.changes = [NoteChange(.splitFrom(note: id), at: now, by: seat)]
      }
      all[rest] = other
    case .placed(let id, let other):
      guard all[id] != nil else { throw .unknown(id.description) }
      var ids = ordered.map(\.id).filter { $0 != id }
      ids.insert(id, at: other.flatMap(ids.firstIndex(of:)) ?? ids.endIndex)
      order = ids
    case .removed(let id):
      guard all[id] != nil else { throw .unknown(id.description) }
      for linking in linking(to: id) {
        try all.change(linking) { note in
          let lost = note.links.filter { $0.note == id }
          note.remember(lost.map { .unlinked(from: $0) }, at: now, by: seat)
          note.know { $0.links.removeAll { $0.note == id } }
        }
      }
      all[id] = nil
    case .stretchBegun(let rule):
      endStretch(at: now)
      stretches.append(Stretch(rule: rule, from: now))
    case .stretchEnded: endStretch(at: now)
    case .told(let section, let text):
      sections[section] = text
      sectionEntries[section] = text == nil ? nil : entry
    }
  }

  private mutating func merge(
    _ id: NoteID, into other: NoteID, _ text: String, at now: Moment, by seat: Seat
  ) throws(Damage) {
    guard let gone = all[id] else { throw .unknown(id.description) }
    try all.change(other) { note in
      note.remember(changedBy: seat, at: now)
      note.remember(.merged(note: id), at: now, by: seat)
      note.text = text
      let attribution = [note.attribution, gone.attribution].compactMap(\.self).max()
      note.know { known in
        known.fields.merge(gone.fields) { mine, _ in mine }
        known.topics = (known.topics + gone.topics).unique
        known.links = (known.links + gone.links).unique.filter { $0.note != other && $0.note != id }
        known.attribution = attribution
      }
    }
    for linking in linking(to: id) where linking != id {
      try all.change(linking) { note in
        let moved = note.links.filter { $0.note == id }
        note.remember(
          moved.flatMap { link -> [NoteChange.What] in
            [.unlinked(from: link), .linked(to: NoteLink(link.relation, .note(other)))]
          }, at: now, by: seat)
        note.know { known in
          known.links =
            known.links.map { link in
              link.note == id ? NoteLink(link.relation, .note(other)) : link
            }.unique
        }
      }
    }
    all[id] = nil
  }

  private mutating func endStretch(at now: Moment) {
    guard stretch != nil, let last = stretches.indices.last else { return }
    stretches[last].to = now
  }
}

extension NoteBinding {
  fileprivate mutating func set(_ tie: NoteTie) {
    switch tie {
    case .segment(let id): segment = id
    case .speaker(let id): speaker = id
    case .question(let id): question = id
    case .poll(let id): poll = id
    }
  }

  /// What it is bound to of the sort that a tie is of.
  fileprivate func tie(like tie: NoteTie) -> NoteTie {
    switch tie {
    case .segment: .segment(to: segment)
    case .speaker: .speaker(to: speaker)
    case .question: .question(to: question)
    case .poll: .poll(to: poll)
    }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it came first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
