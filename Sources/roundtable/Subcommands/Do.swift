public import ArgumentParser
import Commands
public import SessionModel
import SessionStore

/// `roundtable do`: commands from the command line or from standard input.
struct Do: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do",
    abstract: "Say commands to a session, without a screen.",
    discussion: """
      Commands are taken from the command line, else one a line from standard input. Lines of \
      standard input are committed in batches. One line is printed for each outcome. A line that \
      begins with '#' is a comment. With --clock, a line '@2021-12-07T16:30:00Z' or '@+35s' sets \
      the time of the lines that follow.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Argument(help: "Commands, one an argument, such as 'floor give next'.")
  var commands: [String] = []

  @Option(name: .customLong("as"), help: "The seat that asks.")
  var seat = Seat.moderator

  @Option(help: "Date entries from this time on instead of by the clock: 2021-12-07T16:30:00Z.")
  var clock: Timestamp?

  @Option(help: "A file whose first line is the passphrase or PIN that a command asks for.")
  var secretFile: String?

  @Flag(help: "Print only what was refused.")
  var quiet = false

  func run() throws {
    try orComplain {
      let folder = try place.library.openSession(named: session)
      let time = ScriptClock(clock, of: folder)
      let desk = try SessionDesk(folder) { time.now() }
      var script = Script(
        desk: desk, seat: seat, time: time, isQuiet: quiet, secretFile: secretFile)
      if commands.isEmpty {
        while let line = readLine() { try script.take(line) }
      } else {
        for line in commands { try script.take(line) }
      }
      try script.commit()
      try desk.writeCheckpointIfDue()
      if script.hasRefusals { throw ExitCode(1) }
    }
  }
}

extension Timestamp: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

/// The time of a script's entries: the machine's, or what the script says.
final class ScriptClock {
  private let clock: TableClock
  var set: Timestamp?

  init(_ start: Timestamp?, of session: SessionFolder? = nil) {
    set = start
    clock = session.map(TableClock.init(of:)) ?? TableClock()
  }

  func now() -> Moment { set.map { Moment(at: $0) } ?? clock.now() }
}

/// Lines taken one after another and committed in batches.
private struct Script {
  /// How many lines are committed with one write to the disk.
  private static let batch = 500

  let desk: SessionDesk
  let seat: Seat
  let time: ScriptClock
  let isQuiet: Bool
  let secretFile: String?
  private(set) var hasRefusals = false
  private var line = 0
  private var waiting: [(line: Int, intent: Intent)] = []

  init(desk: SessionDesk, seat: Seat, time: ScriptClock, isQuiet: Bool, secretFile: String?) {
    self.desk = desk
    self.seat = seat
    self.time = time
    self.isQuiet = isQuiet
    self.secretFile = secretFile
  }

  mutating func take(_ text: String) throws {
    line += 1
    guard let first = text.first(where: { !$0.isWhitespace }), first != "#" else { return }
    if first == "@" { return try setClock(text) }
    do {
      // Names in a line may be those of people that earlier lines of the batch bring.
      if !waiting.isEmpty, text.mentionsName { try commit() }
      let intent = try Intent(line: text, in: desk.lastRead)
      if intent.mayWantSecret {
        try commit()
        if let secret = intent.secret(in: try desk.current()) {
          return try ask(intent, with: secret)
        }
      }
      waiting.append((line, intent))
    } catch let error as CommandError {
      try commit()
      refuse(error.sentence, line: line)
    }
    // Each entry of a dated script has its own time.
    if waiting.count >= Self.batch || time.set != nil { try commit() }
  }

  mutating func commit() throws {
    guard !waiting.isEmpty else { return }
    var teller = Teller(try desk.current())
    let outcomes = try desk.submit(waiting.map(\.intent), by: seat)
    for ((line, _), outcome) in zip(waiting, outcomes) {
      switch outcome {
      case .success(let entry):
        if let problem = GroupSessions(folder: desk.folder, now: time.now)
          .follow(entry, in: desk.lastRead)
        {
          refuse(problem, line: line)
        }
        guard !isQuiet else { continue }
        say("\(entry.n)  \(teller.sentence(of: entry, now: desk.lastRead))")
      case .failure(let refusal): refuse(refusal.sentence, line: line)
      }
    }
    waiting = []
  }

  /// Does what wants a passphrase or a PIN, by itself.
  private mutating func ask(_ intent: Intent, with secret: Secret) throws {
    guard let typed = try TypedSecret(secret, from: secretFile).text else {
      return refuse("\(secret.question) is wanted; give --secret-file FILE", line: line)
    }
    var teller = Teller(desk.lastRead)
    do throws(DeskError) {
      let entry = try desk.submit(intent, with: typed, by: seat)
      if !isQuiet {
        say("\(entry.n)  \(teller.sentence(of: entry, now: desk.lastRead))")
      }
    } catch .refused(let refusal) {
      refuse(refusal.sentence, line: line)
    }
  }

  private mutating func refuse(_ sentence: String, line: Int) {
    hasRefusals = true
    let told = "line \(line): \(sentence)"
    // A refusal is an outcome like any other; where only refusals are wanted they are errors.
    if isQuiet { complain(told) } else { say(told) }
  }

  private mutating func setClock(_ text: String) throws {
    try commit()
    let said = text.filter { !$0.isWhitespace }.dropFirst()
    guard let now = time.set else {
      return refuse("'\(text)' needs --clock, so that the clock is the script's", line: line)
    }
    if said.hasPrefix("+"), said.hasSuffix("s"), let seconds = Double(said.dropFirst().dropLast()) {
      time.set = Timestamp(milliseconds: now.milliseconds + Int64((seconds * 1000).rounded()))
    } else if let moment = Timestamp(said) {
      time.set = moment
    } else {
      refuse("'\(text)' is no time such as @2021-12-07T16:30:00Z or @+35s", line: line)
    }
  }
}

extension String {
  /// Whether something in it could be a person's name instead of a serial name.
  fileprivate var mentionsName: Bool {
    let isAboutPeople =
      hasPrefix("floor") || hasPrefix("person") || hasPrefix("poll cast") || hasPrefix("inbox")
      || hasPrefix("breakout")
    return isAboutPeople && !split(separator: " ").contains { PersonID($0) != nil }
      && !hasPrefix("person add")
  }
}
