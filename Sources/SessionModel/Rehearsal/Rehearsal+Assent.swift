/// Outcomes put to a simulated room, answered, objected to and declared.
extension Rehearsal {
  /// What a moderator does in a segment for assent; `nil` where nothing is left to ask.
  func seekAssent(in segment: Segment, of session: Session, at now: Moment) -> [Wish]? {
    func ask(_ intent: OutcomeIntent) -> [Wish] {
      [Wish(intent: .outcome(intent), seat: .moderator)]
    }
    let isOver = segment.elapsedSeconds(at: now) >= segment.allottedSeconds
    if let outcome = session.outcomes.asked, let asking = outcome.asking {
      let age = now.seconds(since: asking.began)
      guard asking.way == .silence, asking.answers.isEmpty else {
        return age >= 25 || isOver ? ask(.end) : []
      }
      guard let count = asking.count(at: now) else { return age >= 5 ? ask(.count) : [] }
      return count >= Asking.countSeconds ? ask(.end) : []
    }
    guard segment.kind == .assent else { return nil }
    if let objection = session.outcomes.all.flatMap(\.open).first {
      return ask(.settle(objection.id, .addressed, answer: "The report says so beside it"))
    }
    if let ended = session.outcomes.all.first(where: {
      $0.asking?.ended != nil && $0.declared == nil
    }) {
      return ask(.declare(ended.id, override: nil))
    }
    guard !isOver else { return nil }
    if let next = session.outcomes.all.first(where: { $0.asking == nil }) {
      return ask(.put(next.id, next.id.number % 2 == 1 ? .support : .silence))
    }
    return session.outcomes.all.count < 2 ? sentence(for: session).map { ask(.add(text: $0)) } : nil
  }

  /// A note that may become an outcome; `nil` where none is left.
  private func sentence(for session: Session) -> String? {
    let known = Set(session.outcomes.all.map(\.text))
    let kinds: [Note.Kind] = [.takeaway, .callToAction, .agreement]
    return session.notes.all.first { kinds.contains($0.kind) && !known.contains($0.text) }?.text
  }

  /// One after another says what they think of the sentence before the room.
  mutating func assent(in session: Session) -> [Wish] {
    guard let outcome = session.outcomes.asked, let asking = outcome.asking else { return [] }
    let isSilent = asking.way == .silence
    guard isSilent ? generator.once(in: 40) : generator.below(3) > 0 else { return [] }
    let free = session.people.roll.filter { person in
      person.roles.contains(.participant)
        && !asking.answers.contains { $0.voice == .person(id: person.id) }
    }
    guard !free.isEmpty else { return [] }
    let person = free[generator.below(free.count)].id
    let mayObject = outcome.open.isEmpty && (isSilent || generator.once(in: 12))
    if mayObject {
      let text = "It is too early to say so"
      return [
        Wish(
          intent: .outcome(
            .object(text: text, group: nil, channel: nil, voice: .person(person))),
          seat: .ballot)
      ]
    }
    let levels = asking.way.levels.filter { !$0.isObjection }
    guard !levels.isEmpty else { return [] }
    let level = levels[min(generator.below(levels.count), generator.below(levels.count))]
    return [
      Wish(
        intent: .outcome(.answer(level, group: nil, channel: nil, voice: .person(person))),
        seat: .ballot)
    ]
  }
}
