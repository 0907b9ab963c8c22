import ArgumentParser
import Commands
import Importers
import SessionModel
import SessionStore

/// The desk at which an import asks: everything as the moderator, everything told.
struct ImportTable {
  private let desk: SessionDesk
  private let time: PacedClock
  private(set) var hasRefusals = false

  /// The session as the last answer left it.
  var session: Session { desk.lastRead }

  /// Dates entries by the clock, or from a time on.
  init(_ folder: SessionFolder, clock: Timestamp?) throws {
    let time = PacedClock(clock)
    self.time = time
    desk = try SessionDesk(folder) { time.now() }
  }

  /// Asks for everything a reading says, step by step; answers what is to be told.
  mutating func take(
    _ reading: Reading, speakers confirmed: [String: PersonID] = [:]
  ) throws -> [String] {
    for step in ImportStep.allCases {
      try submit(reading.intents(for: step, in: desk.current()))
    }
    return reading.turns.isEmpty ? [] : try takeTurns(reading, confirmed)
  }

  // MARK: Turns

  /// Replays a transcript at its own times.
  private mutating func takeTurns(
    _ reading: Reading, _ confirmed: [String: PersonID]
  ) throws -> [String] {
    var messages: [String] = []
    let session = try desk.current()
    guard session.agenda.closed == nil, session.floor.turns.isEmpty else {
      return ["the session has had its turns already; those of the transcript were left out"]
    }
    let speakers = try match(reading, confirmed, telling: &messages)
    if !reading.isTimed {
      messages.append(
        "the transcript has no times; its turns last as long as their words take")
    }
    let unnamed = reading.turns.count { $0.speaker == nil }
    if unnamed > 0 { messages.append("\(unnamed) turns without a name were left out") }
    let start = max(
      session.plan.slot?.start ?? reading.heldAt ?? time.now().at,
      session.lastEntryAt?.at ?? Timestamp(milliseconds: 0))
    let turns = reading.turnIntents(from: start, speakers: speakers)
    guard let last = turns.last else { return messages }
    time.set = start
    if session.agenda.opened == nil { try open(lasting: last.at.seconds(since: start)) }
    try submitTimed(turns)
    try submit(reading.wordIntents(desk.current(), speakers: speakers))
    time.set = last.at
    try submit([.agenda(.close)])
    time.set = nil
    return messages
  }

  /// Opens the session; where it has no agenda, all of it is one stretch.
  private mutating func open(lasting seconds: Int) throws {
    let session = try desk.current()
    if session.agenda.order.isEmpty {
      let planned = session.plan.plannedSeconds ?? max(60, seconds)
      try submit([
        .agenda(
          .add(
            title: session.plan.title, kind: .discussion, seconds: planned,
            details: SegmentDetails()))
      ])
    }
    // The first segment starts with the session.
    try submit([.agenda(.open)])
  }

  /// Who each label means; whoever is new is put on the roll.
  private mutating func match(
    _ reading: Reading, _ confirmed: [String: PersonID], telling messages: inout [String]
  ) throws -> [String: PersonID] {
    var speakers = confirmed
    var new: [String] = []
    for label in reading.labels where speakers[label] == nil {
      guard let match = SpeakerMatch(label: label, on: desk.lastRead.people.roll) else { continue }
      if let person = match.person {
        speakers[label] = person
        if !match.isExact, let name = desk.lastRead.people[person]?.name {
          messages.append("'\(label)' was taken for \(name)")
        }
      } else {
        new.append(label)
      }
    }
    try submit(new.map { .people(.add(name: $0, details: PersonDetails())) })
    for (label, person) in zip(new, desk.lastRead.people.roll.all.suffix(new.count)) {
      speakers[label] = person.id
      messages.append("'\(label)' was not on the roll and is now")
    }
    return speakers
  }

  // MARK: Asking

  mutating func submit(_ intents: [Intent]) throws {
    guard !intents.isEmpty else { return }
    let outcomes = try desk.submit(intents, by: .moderator)
    let session = desk.lastRead
    for (intent, outcome) in zip(intents, outcomes) {
      switch outcome {
      case .success(let entry): say("\(entry.n)  \(entry.sentence(in: session))")
      case .failure(let refusal):
        hasRefusals = true
        complain("\(intent.line): \(refusal.sentence)")
      }
    }
  }

  private mutating func submitTimed(_ intents: [TimedIntent]) throws {
    time.ahead = intents.map(\.at).reversed()
    defer { time.ahead = [] }
    try submit(intents.map(\.intent))
  }

  /// Writes the checkpoint; throws exit code 1 where anything was refused.
  mutating func finish() throws {
    try desk.writeCheckpointIfDue()
    if hasRefusals { throw ExitCode(1) }
  }
}

/// The time of an import's entries: the machine's, a set one, or a list of them.
private final class PacedClock {
  private let machine = MachineClock()
  var set: Timestamp?
  /// The times of the entries to come, the next one last.
  var ahead: [Timestamp] = []

  init(_ start: Timestamp?) {
    set = start
  }

  func now() -> Moment {
    if let next = ahead.popLast() { return Moment(at: next) }
    return set.map { Moment(at: $0) } ?? machine.now()
  }
}
