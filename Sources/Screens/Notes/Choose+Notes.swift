import SessionModel
import TerminalUI

extension Note.Kind {
  /// The kinds with the sign that chooses each; a free note has a point.
  static var signed: [(sign: Character, kind: Note.Kind)] {
    allCases.map { ($0.prefix ?? ".", $0) }
  }
}

// MARK: What is asked about a note

extension Choose {
  /// What kind a note is to be.
  static func kind(of note: Note) -> Choose {
    Choose(
      "What is \(note.id)?",
      options: Note.Kind.signed.map { sign, kind in
        Option(
          sign, kind.title, detail: kind == note.kind ? "as it is" : "",
          effect: kind == note.kind ? .none : .ask(.note(.sort(note.id, kind: kind))))
      })
  }

  /// Of which kind a note based on this one is to be.
  static func promotion(of note: Note) -> Choose {
    // From what was said to what was agreed to what goes out.
    let first: [Note.Kind] = [.agreement, .takeaway, .callToAction, .actionItem, .unresolved]
    let kinds = first + Note.Kind.allCases.filter { !first.contains($0) }
    return Choose(
      "Make of \(note.id)", lines: ["A new note that is based on it; this one stays."],
      options: kinds.filter { $0 != note.kind }.map { kind in
        Option(
          kind.prefix ?? ".", kind.title,
          effect: .ask(.note(.promote(note.id, kind: kind, text: nil))))
      })
  }

  static func striking(_ note: Note) -> Choose {
    Choose(
      "Strike \(note.id)?", lines: [note.text],
      options: [
        Option("n", "keep it", effect: .none),
        Option("y", "strike it", effect: .ask(.note(.remove(note.id)))),
      ])
  }

  // MARK: Links

  /// In which way a note has to do with another one or with somebody.
  static func relation(of note: Note) -> Choose {
    Choose(
      "Link \(note.id)",
      options: NoteLink.Relation.allCases.enumerated().map { index, relation in
        Option(
          Character("\(index + 1)"), relation.title,
          detail: relation == .mentions
            ? "somebody" : relation.mayLeadToPerson ? "a note or somebody" : "a note",
          effect: .push(NotePicker(.link(note.id, relation))))
      })
  }

  // MARK: Bindings

  /// Which of the things that a note is bound to is to change.
  static func binding(of note: Note, in session: Session) -> Choose {
    Choose(
      "Bind \(note.id)", lines: ["It belongs to \(session.words(of: note.binding))."],
      options: [
        Option("q", "policy question", effect: .push(question(of: note, in: session))),
        Option("s", "segment", effect: .push(segment(of: note, in: session))),
        Option("p", "who was speaking", effect: .push(NotePicker(.speaker(note.id)))),
        Option("v", "poll", effect: .push(poll(of: note, in: session))),
      ])
  }

  private static func question(of note: Note, in session: Session) -> Choose {
    Choose(
      "Which question is \(note.id) on?",
      options: ties(
        of: note, session.plan.orderedQuestions.map { ($0.heading, .question(to: $0.id)) },
        none: .question(to: nil)))
  }

  private static func segment(of note: Note, in session: Session) -> Choose {
    Choose(
      "In which segment was \(note.id) said?",
      options: ties(
        of: note, session.agenda.ordered.map { ($0.title, .segment(to: $0.id)) },
        none: .segment(to: nil)))
  }

  private static func poll(of note: Note, in session: Session) -> Choose {
    Choose(
      "Which poll is \(note.id) on?",
      options: ties(
        of: note, session.polls.all.map { ($0.text, .poll(to: $0.id)) }, none: .poll(to: nil)))
  }

  /// A way on for each of the first things, and one that looses the note.
  private static func ties(
    of note: Note, _ ties: [(title: String, tie: NoteTie)], none: NoteTie
  ) -> [Option] {
    let keys = Array("123456789abcdefghilmnoprstuvwxyzABCDEFGH")
    return zip(keys, ties).map { key, item in
      Option(key, item.title, effect: .ask(.note(.bind(note.id, item.tie))))
    } + [Option("0", "none", effect: .ask(.note(.bind(note.id, none))))]
  }

  // MARK: The rule

  /// Which attribution rule is to hold from now on.
  static func rule(in session: Session) -> Choose {
    let present = session.attribution
    var options = AttributionRule.allCases.map { rule in
      Option(
        rule.key, rule.title,
        detail: rule == present
          ? "holds now" : rule < session.promised ? "people came on a stricter one" : rule.meaning,
        effect: rule == present ? .none : .ask(.note(.beginStretch(rule))))
    }
    if session.notes.stretch != nil {
      options.append(
        Option(
          "e", "end this stretch", detail: "the plan's rule holds again",
          effect: .ask(.note(.endStretch))))
    }
    return Choose(
      "From now on", lines: ["The rule for what is written down; the room sees it."],
      options: options)
  }
}

extension AttributionRule {
  fileprivate var key: Character {
    switch self {
    case .attributed: "a"
    case .chathamHouse: "c"
    case .offTheRecord: "o"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .attributed: "who said what is kept"
    case .chathamHouse: "what is said is kept, not who said it"
    case .offTheRecord: "nothing is kept in any file"
    }
  }
}
