import ArgumentParser
import CursesDriver
import Screens
import SessionModel
import SessionStore

/// `roundtable` alone: the lobby.
struct Lobby: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open the lobby (the default).")

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let wishes = terminal.wishes
        let probe = wishes.probe()
        let look = try wishes.look(on: probe)
        guard case .fullScreen = probe.kind else { return try listSessions() }
        try Program.lobby(
          probe, look: look, library: place.library, mouse: !wishes.isMouseOff,
          bell: wishes.hasBell)
      }
    }
  }

  /// What the lobby shows, in plain lines.
  @MainActor
  private func listSessions() throws {
    let choices = try LobbyWatch(place.library).choices
    for choice in choices {
      let kind = choice.isSample ? "sample" : "\(choice.stage)"
      let title = [choice.plan.number, choice.plan.title].compactMap(\.self).joined(separator: " ")
      say("\(choice.id): \(choice.problem ?? title), \(kind)")
    }
    say("Open one with 'roundtable open SESSION --plain'")
  }
}

/// `roundtable open`: a seat in a session.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a seat in a session; a sample is copied first.")

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The session.")
  var session: String

  @Option(name: .customLong("as"), help: "The seat: moderator, rapporteur, ballot or stage.")
  var seat = Seat.moderator

  @Option(help: "After how many seconds without a key a ballot terminal forgets who was there.")
  var idle = BallotScreen.forgetsAfterSeconds

  func validate() throws {
    guard idle >= 5 else { throw ValidationError("Nobody can vote in less than 5 seconds") }
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        try terminal.wishes.open(session, at: seat, in: place.library, idleSeconds: idle)
      }
    }
  }
}

/// `roundtable demo`: a sample session with simulated people.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a sample session with simulated participants.",
    discussion: """
      The first 'demo' brings the people in; others join it at their seats while it runs. As \
      moderator you run it; at any other seat the rehearsal moderates too.
      """)

  private static let sample = "ws-204-hrdd"
  private static let name = "demo"

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Option(name: .customLong("as"), help: "The seat: moderator, rapporteur, ballot or stage.")
  var seat = Seat.moderator

  @Option(help: "How many times faster than real.")
  var speed = 1.0

  @Option(help: "The same seed brings the same people and hands.")
  var seed: UInt64 = 204

  func validate() throws {
    guard speed > 0, speed <= 1000 else {
      throw ValidationError("A demo runs at more than 0 and at most 1000 times the speed of time")
    }
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let library = place.library
        try terminal.wishes.sit(in: library) { try join(library) }
      }
    }
  }

  /// Joins the demo that somebody runs already, else starts a new one.
  @MainActor
  private func join(_ library: Library) throws -> Sitting {
    let clock = MachineClock()
    for folder in try library.sessions() where folder.name.hasPrefix(Self.name) {
      // Where somebody sits, a demo is running; one that nobody sits at is over.
      if folder.holdsSession, try !SessionDesk(folder, now: clock.now).attendance().isEmpty {
        return try Sitting(folder, seat: seat, clock: TableClock())
      }
    }
    guard let sample = try library.samples().first(where: { $0.name == Self.sample }) else {
      throw Complaint("The sample '\(Self.sample)' is not found; set ROUNDTABLE_SAMPLES")
    }
    let folder = try library.copy(sample, named: library.freeName(for: Self.name))
    var seats: Set<Seat> = [.ballot]
    if seat != .moderator { seats.insert(.moderator) }
    if seat != .rapporteur { seats.insert(.rapporteur) }
    let sitting = try Sitting(
      folder, seat: seat, clock: TableClock(from: nil, speed: speed),
      rehearsal: Rehearsal(seed: seed, seats: seats))
    try sitting.arrive()
    return sitting
  }
}

/// `roundtable replay`: a journal as it went.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Play a session back.")

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "How many times faster than it went.")
  var speed = 1.0

  @Option(name: .customLong("as"), help: "Whose screen is shown.")
  var seat = Seat.moderator

  func validate() throws {
    guard speed > 0 else { throw ValidationError("A replay runs forward: --speed above 0") }
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let library = place.library
        let entries = try library.session(named: session, orSample: true).entries()
        let wishes = terminal.wishes
        let probe = wishes.probe()
        let look = try wishes.look(on: probe)
        let playback = try Playback(entries, speed: speed)
        guard case .fullScreen = probe.kind else {
          return try PlainTable.play(entries, playback)
        }
        try Program.play(
          playback, as: seat, probe, look: look, library: library, mouse: !wishes.isMouseOff)
      }
    }
  }
}
