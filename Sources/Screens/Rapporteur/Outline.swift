import SessionModel
import TerminalUI

/// The rapporteur's notes in an order, under headings.
struct Outline: Sendable {
  /// What notes are sorted by.
  enum Grouping: Int, CaseIterable, Sendable {
    case question, kind, speaker, topic, newest

    var title: String {
      switch self {
      case .question: "question"
      case .kind: "kind"
      case .speaker: "speaker"
      case .topic: "topic"
      case .newest: "newest"
      }
    }

    var next: Grouping { Grouping(rawValue: rawValue + 1) ?? .question }
  }

  enum Line: Equatable, Sendable {
    case gap
    case heading(Heading)
    case note(NoteID)
    /// One off the record, by its place among them.
    case unkept(Int)
  }

  struct Heading: Equatable, Sendable {
    /// The number of a policy question; empty elsewhere.
    var number = ""
    var title: String
    /// What is missing there; `nil` when nothing is.
    var warning: String?
  }

  private(set) var lines: [Line] = []

  /// Without a hearing no heading tells what is missing; lines and notes are the same.
  init(
    _ session: Session, by grouping: Grouping, hearing: Hearing? = nil,
    matching filter: String = "",
    unkept: Range<Int> = 0..<0
  ) {
    var notes = session.notes.all.all
    if !unkept.isEmpty {
      lines.append(
        .heading(Heading(title: "OFF THE RECORD", warning: "only here, gone at its end")))
      lines += unkept.map { .unkept($0) }
    }
    if !filter.isEmpty {
      let words = TextFilter(filter)
      notes = notes.filter {
        words.accepts($0.text) || $0.topics.contains { words.accepts("#\($0)") }
      }
    }
    switch grouping {
    case .question: addQuestions(session, notes, hearing, hasGaps: filter.isEmpty)
    case .kind:
      let byKind = Dictionary(grouping: notes, by: \.kind)
      for kind in Note.Kind.allCases {
        add(Heading(title: kind.title.uppercased()), byKind[kind] ?? [])
      }
    case .speaker:
      let bySpeaker = Dictionary(grouping: notes, by: \.binding.speaker)
      for person in session.people.roll {
        add(Heading(title: person.name), bySpeaker[person.id] ?? [])
      }
      add(Heading(title: "NOBODY WAS SPEAKING"), bySpeaker[nil] ?? [])
    case .topic:
      for topic in session.notes.topics {
        add(Heading(title: "#\(topic)"), notes.filter { $0.topics.contains(topic) })
      }
      add(Heading(title: "NO TOPIC"), notes.filter(\.topics.isEmpty))
    case .newest: lines += notes.reversed().map { .note($0.id) }
    }
  }

  /// The notes in the order they are seen.
  var notes: [NoteID] {
    lines.compactMap { line in
      if case .note(let id) = line { id } else { nil }
    }
  }

  private mutating func addQuestions(
    _ session: Session, _ notes: [Note], _ hearing: Hearing?, hasGaps: Bool
  ) {
    let outcomes: Set<Note.Kind> = [.callToAction, .actionItem, .commitment]
    let discussion = notes.filter { !outcomes.contains($0.kind) && $0.kind != .parkingLot }
    let byQuestion = Dictionary(grouping: discussion, by: \.binding.question)
    for (index, question) in session.plan.orderedQuestions.enumerated() {
      let isHeard = hearing.map { $0.groupsByQuestion[question.id]?.isEmpty == false } ?? true
      add(
        Heading(
          number: "\(index + 1)", title: question.heading,
          warning: isHeard ? nil : "nobody has spoken to it yet"),
        byQuestion[question.id] ?? [], evenIfEmpty: hasGaps)
    }
    add(Heading(title: "ON NO QUESTION"), byQuestion[nil] ?? [])
    add(Heading(title: "OUTCOMES"), notes.filter { outcomes.contains($0.kind) })
    add(Heading(title: "PARKING LOT"), notes.filter { $0.kind == .parkingLot })
  }

  private mutating func add(_ heading: Heading, _ notes: [Note], evenIfEmpty: Bool = false) {
    guard evenIfEmpty || !notes.isEmpty else { return }
    if !lines.isEmpty { lines.append(.gap) }
    lines.append(.heading(heading))
    lines += notes.map { .note($0.id) }
  }
}
