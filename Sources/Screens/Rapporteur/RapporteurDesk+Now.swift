import SessionModel
import TerminalUI

/// What is going on, above the outline: who speaks, what is asked, who is next.
extension RapporteurDesk.Page {
  func drawNow(on canvas: inout Canvas, in area: Rect) {
    let question = questionSpans
    guard area.rows < 2 else {
      let (speaker, queue) = speakerBesideQueue(in: area.columns)
      canvas.write(speaker, right: queue, in: area.line(0), gap: 2, ellipsis: glyphs.ellipsis)
      canvas.write(
        [Span("     ", look["text"])] + question, right: pollSpans, in: area.line(1),
        ellipsis: glyphs.ellipsis)
      return
    }
    // With room for a table of its own the queue stands there.
    let hasTable = area.columns >= 158
    let poll = pollSpans.isEmpty ? [] : pollSpans + [Span("   ", look["text"])]
    let polled = poll.reduce(0) { $0 + $1.columns }
    let (speaker, queue) = speakerBesideQueue(in: area.columns - polled, hasTable: hasTable)
    let right = queue.isEmpty ? pollSpans : poll + queue
    let free = area.columns - (speaker + right).reduce(8) { $0 + $1.columns }
    // A heading of three letters tells less than its number alone.
    let isShort =
      session.outcomes.asked == nil && free < 30 && free < question.reduce(0) { $0 + $1.columns }
    let topic = isShort ? questionNumber.map { [Span($0, look["muted"])] } ?? [] : question
    let middle = area.columns >= 100 ? [Span("      ", look["text"])] + topic : []
    canvas.write(speaker + middle, right: right, in: area, gap: 2, ellipsis: glyphs.ellipsis)
  }

  /// Who speaks and who is next, in as many words as leave the clock whole.
  private func speakerBesideQueue(
    in columns: Int, hasTable: Bool = false
  ) -> (speaker: [Span], queue: [Span]) {
    let queues = hasTable ? [[]] : [22, 14, 8].map { queueSpans(nameColumns: $0) }
    for queue in queues {
      let taken = queue.reduce(0) { $0 + $1.columns }
      for origin in origins {
        let speaker = speakerSpans(origin: origin)
        let needed = speaker.reduce(0) { $0 + $1.columns }
        if needed + (taken > 0 ? taken + 2 : 0) <= columns { return (speaker, queue) }
      }
    }
    let queue = queues.last ?? []
    let taken = queue.reduce(2) { $0 + $1.columns }
    let clock = speakerSpans(origin: "", nameColumns: 0).reduce(0) { $0 + $1.columns }
    return (speakerSpans(origin: "", nameColumns: max(6, columns - taken - clock)), queue)
  }

  /// Who waits first, and how many more.
  private func queueSpans(nameColumns: Int) -> [Span] {
    guard session.stage != .closed, let first = session.floor.queue.first else { return [] }
    let name = session.people[first.person]?.name ?? first.person.description
    let more = session.floor.queue.count - 1
    return [
      Span("next ", look["muted"]),
      Span(name.clipped(to: nameColumns, ellipsis: glyphs.ellipsis), look["text"]),
      Span(more > 0 ? " +\(more)" : "", look["muted"]),
    ]
  }

  /// Where who speaks comes from, from the longest way to say it to the shortest.
  private var origins: [String] {
    let person = session.floor.currentTurn.flatMap { session.people[$0.person] }
    let region = person?.region?.short
    return [
      [person?.group?.title, region], [person?.group?.short, region], [person?.group?.short], [],
    ].map { $0.compactMap(\.self).joined(separator: dot) }
  }

  private func speakerSpans(origin: String, nameColumns: Int = .max) -> [Span] {
    let heading = Span("NOW  ", look["heading"])
    guard let turn = session.floor.currentTurn else {
      return [heading, Span(nobody, look["muted"])]
    }
    let name = session.people[turn.person]?.name ?? turn.person.description
    let countdown = Countdown(of: turn, at: scene.now)
    let used = clockText(turn.spokenSeconds(at: scene.now))
    let word = countdown.word.hasPrefix("OVER") ? " over" : turn.isPaused ? " clock stopped" : ""
    return [
      heading,
      Span(name.clipped(to: nameColumns, ellipsis: glyphs.ellipsis), look["strong"]),
      Span("  " + (origin.isEmpty ? "" : origin + dot), look["muted"]),
      Span("\(used) of \(clockText(turn.allowanceSeconds))\(word)", look[countdown.role]),
    ]
  }

  private var nobody: String {
    switch session.stage {
    case .planned: "The session is not open yet"
    case .closed: "The session is closed"
    case .live: "Nobody has the floor"
    }
  }

  private var questionSpans: [Span] {
    if let asked = BeforeTheRoom(session, at: scene.now) {
      return [Span("Before the room, ", look["heading"])] + asked.spans(look)
        + [Span(": \(asked.sentence)", look["text"])]
    }
    guard let id = session.agenda.question, let question = session.plan.questions[id] else {
      return [Span(session.agenda.currentSegment?.title ?? "", look["muted"])]
    }
    let number = questionNumber ?? "Question"
    return [Span("\(number): \(question.heading)", look["muted"])]
  }

  private var questionNumber: String? {
    session.agenda.question.flatMap { session.plan.number(of: $0) }.map { "Question \($0)" }
  }

  private var pollSpans: [Span] {
    guard let poll = session.polls.open else { return [] }
    return [Span("poll open, \(counted(poll.turnout, "vote"))", look["poll.open"])]
  }
}
