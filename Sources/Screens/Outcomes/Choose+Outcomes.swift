import SessionModel

extension Choose {
  /// Notes whose words may become an outcome sentence, the latest of the most outcome-like first.
  static func outcomeNotes(in session: Session) -> [Note] {
    let kinds: [Note.Kind] = [.takeaway, .callToAction, .agreement, .compromise, .actionItem]
    let known = Set(session.outcomes.all.map(\.text))
    let notes = session.notes.all.all
    let places = notes.indices.filter {
      kinds.contains(notes[$0].kind) && !known.contains(notes[$0].text.onOneLine)
    }
    return kinds.flatMap { kind in
      places.reversed().filter { notes[$0].kind == kind }.map { notes[$0] }
    }
  }

  /// The sentences that groups came to and that are not among the outcomes yet.
  static func groupOutcomes(in session: Session) -> [(group: Breakout, outcome: ReturnedOutcome)] {
    let known = Set(session.outcomes.all.map(\.text))
    return session.breakouts.returned.flatMap { group in
      (group.returned?.outcomes ?? []).filter { !known.contains($0.text) }.map { (group, $0) }
    }
  }

  /// What a group came to, or which note, is to be put to the room in its own words.
  static func outcomeFromNotes(in session: Session) -> Choose {
    let groups = groupOutcomes(in: session).map {
      (text: $0.outcome.text, detail: "\($0.group.title): \($0.outcome.standing)")
    }
    let notes = outcomeNotes(in: session).map {
      (text: $0.text.onOneLine, detail: $0.kind.title)
    }
    return Choose(
      "An outcome from the notes",
      options: zip("123456789abcdefghi", groups + notes).map { letter, source in
        Option(
          letter, source.text, detail: source.detail,
          effect: .ask(.outcome(.add(text: source.text))))
      })
  }

  /// What can become of an objection.
  static func fate(of objection: Objection) -> Choose {
    let keys: [(Objection.State, Character, String)] = [
      (.addressed, "a", "answered, though it may stand"),
      (.accommodated, "c", "the outcome takes it in"),
      (.withdrawn, "w", "nobody holds it any more"),
    ]
    return Choose(
      "Objection \(objection.id)",
      lines: [objection.text.isEmpty ? "No reason was given yet." : objection.text],
      options: keys.map { state, key, detail in
        Option(
          key, state.rawValue, detail: detail,
          effect: state == .addressed
            ? .push(Fill.answer(to: objection))
            : .ask(.outcome(.settle(objection.id, state, answer: nil))))
      })
  }

  /// An objection is open: what it comes to, or agreement over it with a reason.
  static func declaring(_ outcome: OutcomeSentence) -> Choose {
    Choose(
      "\(counted(outcome.open.count, "objection")) open",
      lines: ["Agreement over an open objection is recorded with its reason."],
      options: [
        Option(
          "d", "declare what it comes to",
          effect: .ask(.outcome(.declare(outcome.id, override: nil)))),
        Option(
          "o", "declare rough consensus over it",
          effect: .push(Fill.override(of: outcome))),
      ])
  }
}
