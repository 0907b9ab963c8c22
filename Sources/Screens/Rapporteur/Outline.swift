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
    /// One of the headings, by its place among them.
    case heading(Int)
    case note(NoteID)
    /// One off the record, by its place among them.
    case unkept(Int)

    var note: NoteID? {
      if case .note(let id) = self { id } else { nil }
    }

    /// Whether somebody may walk to it.
    var isWritten: Bool {
      switch self {
      case .note, .unkept: true
      case .gap, .heading: false
      }
    }

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }
  }

  struct Heading: Equatable, Sendable {
    /// The number of a policy question; empty elsewhere.
    var number = ""
    var title: String
    /// What is missing there; `nil` when nothing is.
    var warning: String?
  }

  private(set) var lines: [Line] = []
  private(set) var headings: [Heading] = []

  /// Without a hearing no heading tells what is missing; lines and notes are the same.
  init(
    _ session: Session, by grouping: Grouping, hearing: Hearing? = nil,
    matching filter: String = "",
    unkept: Range<Int> = 0..<0
  ) {
    // By the newest they stand as they were written, whatever was moved.
    var notes = grouping == .newest ? session.notes.all.all : session.notes.ordered
    lines.reserveCapacity(notes.count)
    if !unkept.isEmpty {
      begin(Heading(title: "OFF THE RECORD", warning: "only here, gone at its end"))
      lines += unkept.map { .unkept($0) }
    }
    if !filter.isEmpty {
      var finder = NoteFinder(filter, in: session)
      notes = notes.filter { finder.accepts($0) }
    }
    switch grouping {
    case .question: addQuestions(session, notes, hearing, hasGaps: filter.isEmpty)
    case .kind:
      let byKind = Buckets(notes) { $0.kind }
      for kind in Note.Kind.allCases {
        add(Heading(title: kind.title.uppercased()), byKind[kind])
      }
    case .speaker:
      let bySpeaker = Buckets(notes) { $0.binding.speaker }
      for person in session.people.roll {
        add(Heading(title: person.name), bySpeaker[person.id])
      }
      add(Heading(title: "NOBODY WAS SPEAKING"), bySpeaker[nil])
    case .topic:
      for topic in session.notes.topics {
        add(Heading(title: "#\(topic)"), notes.lazy.filter { $0.topics.contains(topic) }.map(\.id))
      }
      add(Heading(title: "NO TOPIC"), notes.lazy.filter(\.topics.isEmpty).map(\.id))
    case .newest: for index in notes.indices.reversed() { lines.append(.note(notes[index].id)) }
    }
  }

  /// The notes in the order they are seen.
  var notes: [NoteID] { lines.compactMap(\.note) }

  /// The note beside one under the same heading; `nil` where there is none.
  func neighbour(of id: NoteID, below: Bool) -> NoteID? {
    guard let place = lines.firstIndex(of: .note(id)) else { return nil }
    let beside = below ? place + 1 : place - 1
    return lines.indices.contains(beside) ? lines[beside].note : nil
  }

  private mutating func addQuestions(
    _ session: Session, _ notes: [Note], _ hearing: Hearing?, hasGaps: Bool
  ) {
    let parts = Buckets(notes) { note -> Part in
      switch note.kind {
      case .callToAction, .actionItem, .commitment: .outcomes
      case .parkingLot: .parkingLot
      default: .question(note.binding.question)
      }
    }
    for (index, question) in session.plan.orderedQuestions.enumerated() {
      let isHeard = hearing.map { $0.groupsByQuestion[question.id]?.isEmpty == false } ?? true
      add(
        Heading(
          number: "\(index + 1)", title: question.heading,
          warning: isHeard ? nil : "nobody has spoken to it yet"),
        parts[.question(question.id)], evenIfEmpty: hasGaps)
    }
    add(Heading(title: "ON NO QUESTION"), parts[.question(nil)])
    add(Heading(title: "OUTCOMES"), parts[.outcomes])
    add(Heading(title: "PARKING LOT"), parts[.parkingLot])
  }

  /// Where a note stands among the policy questions.
  private enum Part: Hashable {
    case question(Question.ID?)
    case outcomes, parkingLot
  }

  private mutating func add(
    _ heading: Heading, _ notes: some Collection<NoteID>, evenIfEmpty: Bool = false
  ) {
    guard evenIfEmpty || !notes.isEmpty else { return }
    if !lines.isEmpty { lines.append(.gap) }
    begin(heading)
    for note in notes { lines.append(.note(note)) }
  }

  private mutating func begin(_ heading: Heading) {
    lines.append(.heading(headings.count))
    headings.append(heading)
  }
}

/// The names of notes by what they share, in one pass that copies none of them.
private struct Buckets<Key: Hashable> {
  private var places: [Key: Int] = [:]
  private var names: [[NoteID]] = []

  init(_ notes: [Note], by key: (borrowing Note) -> Key) {
    // Neighbours mostly share it.
    var last: (key: Key, place: Int)?
    for index in notes.indices {
      let key = key(notes[index])
      if last?.key != key { last = (key, place(of: key)) }
      if let last { names[last.place].append(notes[index].id) }
    }
  }

  subscript(key: Key) -> [NoteID] { places[key].map { names[$0] } ?? [] }

  private mutating func place(of key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = names.count
    names.append([])
    return names.count - 1
  }
}
