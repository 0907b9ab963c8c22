import ArgumentParser
import Screens
import SessionModel
import SessionStore

/// `roundtable rehearse`: a session of one's own with simulated people.
struct Rehearse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rehearse a planned session with simulated participants.",
    discussion: """
      A copy of the plan is opened, and nothing is written to the session itself: what was there \
      before it was opened is what is rehearsed. The first 'rehearse' brings the people in; others \
      join it at their seats while it runs. As moderator you run it; at any other seat the \
      rehearsal moderates too.
      """)

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The session.")
  var session: String

  @Option(name: .customLong("as"), help: "The seat: moderator, rapporteur, ballot or stage.")
  var seat = Seat.moderator

  @Option(parsing: .unconditional, help: "How many times faster than real.")
  var speed = 1.0

  @Option(help: "The same seed brings the same people and hands.")
  var seed: UInt64 = 204

  @Option(help: "How many people come beside those on the roll.")
  var guests = 24

  func validate() throws {
    try RehearsalRoom.check(speed: speed)
    guard guests >= 0, guests <= 500 else {
      throw ValidationError("A rehearsal has no fewer than 0 and no more than 500 guests")
    }
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let library = place.library
        let source = try library.session(named: session, orSample: true)
        let room = RehearsalRoom(
          source: source, name: "\(source.name)-rehearsal", seat: seat, speed: speed, seed: seed,
          guests: guests)
        try terminal.wishes.sit(in: library) { try room.join(library) }
      }
    }
  }
}

/// Where a session is rehearsed: in a copy of its plan.
struct RehearsalRoom {
  let source: SessionFolder
  /// What the copy is called; a number is added where that is taken.
  let name: String
  let seat: Seat
  let speed: Double
  let seed: UInt64
  var guests = 24

  static func check(speed: Double) throws {
    guard speed > 0, speed <= 1000 else {
      throw ValidationError(
        "A rehearsal runs at more than 0 and at most 1000 times the speed of time")
    }
  }

  /// Joins the rehearsal that somebody runs already, else starts a new one.
  @MainActor
  func join(_ library: Library) throws -> Sitting {
    let machine = MachineClock()
    for folder in try library.sessions() where isOurs(folder.name) {
      // Where somebody sits, a rehearsal is running; one that nobody sits at is over.
      if folder.holdsSession, try !SessionDesk(folder, now: machine.now).attendance().isEmpty {
        return try Sitting(folder, seat: seat, clock: TableClock(of: folder))
      }
    }
    let folder = try library.copyPlan(of: source, named: library.freeName(for: name))
    var seats: Set<Seat> = [.ballot]
    if seat != .moderator { seats.insert(.moderator) }
    if seat != .rapporteur { seats.insert(.rapporteur) }
    let clock = TableClock(from: nil, speed: speed)
    if let shared = clock.shared { try folder.keep(shared) }
    let sitting = try Sitting(
      folder, seat: seat, clock: clock,
      rehearsal: Rehearsal(seed: seed, seats: seats, guests: guests))
    try sitting.arrive()
    return sitting
  }

  /// Whether a session is a copy made here: of that name, or with a number behind it.
  private func isOurs(_ other: String) -> Bool {
    guard other.hasPrefix(name) else { return false }
    let rest = other.dropFirst(name.count)
    return rest.isEmpty || rest.first == "-" && Int(rest.dropFirst()) != nil
  }
}
