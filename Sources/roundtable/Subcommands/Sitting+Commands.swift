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
      say("\(choice.id): \(choice.problem ?? "\(title), \(kind)")")
    }
    say("Open one with 'roundtable open SESSION --plain'")
  }
}

/// `roundtable open`: a seat in a session.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a seat in a session; a sample is copied first, a packed session unpacked.")

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The session, or a packed one as a file.")
  var session: String

  @Option(
    name: .customLong("as"), help: "The seat: moderator, online, rapporteur, ballot or stage.")
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

  @Option(
    name: .customLong("as"), help: "The seat: moderator, online, rapporteur, ballot or stage.")
  var seat = Seat.moderator

  @Option(parsing: .unconditional, help: "How many times faster than real.")
  var speed = 1.0

  @Option(help: "The same seed brings the same people and hands.")
  var seed: UInt64 = 204

  func validate() throws {
    try RehearsalRoom.check(speed: speed)
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let library = place.library
        guard let sample = try library.samples().first(where: { $0.name == Self.sample }) else {
          throw Complaint("The sample '\(Self.sample)' is not found; set ROUNDTABLE_SAMPLES")
        }
        let room = RehearsalRoom(
          source: sample, name: Self.name, seat: seat, speed: speed, seed: seed)
        try terminal.wishes.sit(in: library) { try room.join(library) }
      }
    }
  }
}

/// `roundtable replay`: a journal as it went.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a session back.",
    discussion: """
      In a full screen the arrows go from entry to entry and [ and ] from segment to segment, g \
      goes to an entry, a segment or a time, and w shows another seat's screen of that moment.
      """)

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The session.")
  var session: String

  @Option(parsing: .unconditional, help: "How many times faster than it went.")
  var speed = 1.0

  @Option(name: .customLong("as"), help: "Whose screen is shown.")
  var seat = Seat.moderator

  @Option(
    name: .customLong("at"),
    help: "Where to begin: an entry 120, a segment s3, a time 16:42, or +12m after the opening.")
  var start: String?

  func validate() throws {
    guard speed > 0 else { throw ValidationError("A replay runs forward: --speed above 0") }
  }

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let library = place.library
        let folder = try library.session(named: session, orSample: true)
        // Folded once: of a damaged journal it is said where before anything is played.
        var entries: [Entry] = []
        _ = try folder.follow { entry, _ in entries.append(entry) }
        let wishes = terminal.wishes
        let probe = wishes.probe()
        let look = try wishes.look(on: probe)
        var playback = try Playback(entries, speed: speed)
        if let start { try playback.begin(at: start) }
        guard case .fullScreen = probe.kind else {
          return try PlainTable.play(entries, playback)
        }
        try Program.play(
          playback, as: seat, probe, look: look, library: library, mouse: !wishes.isMouseOff)
      }
    }
  }
}

extension Playback {
  /// Goes where somebody wants to begin; complains where that is nowhere.
  fileprivate mutating func begin(at text: String) throws {
    guard let place = Place(text) else { throw Complaint(Place.complaint(about: text)) }
    if let whyNot = try go(to: place) { throw Complaint(whyNot) }
  }
}

extension Playback.Place {
  static func complaint(about text: String) -> String {
    "'\(text)' is no entry 120, segment s3, time 16:42 or +12m after the opening"
  }
}
