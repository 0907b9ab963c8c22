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

  /// Which note is to be put to the room in its own words.
  static func outcomeFromNotes(in session: Session) -> Choose {
    let letters = "123456789abcdefghi"
    return Choose(
      "An outcome from the notes",
      options: zip(letters, outcomeNotes(in: session)).map { letter, note in
        Option(
          letter, note.text.onOneLine, detail: note.kind.title,
          effect: .ask(.outcome(.add(text: note.text.onOneLine))))
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
