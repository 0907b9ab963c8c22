import Commands
import CursesDriver
import Glibc
import SessionModel
import SessionStore

/// The linear mode: no escape byte, one line a change, the same commands at a prompt.
@MainActor
final class PlainTable {
  let sitting: Sitting
  private let events: EventSource
  private let isPrompting: Bool
  private var typed: [UInt8] = []
  /// The session as far as it was told.
  private var told: Session
  /// Whether the last thing written is a prompt.
  private var isAtPrompt = false
  private var isEnding = false
  /// The announcements already made for the running turn.
  private var announced: (turn: TurnID, seconds: Int)?
  /// What was read back at a ballot terminal and waits for a yes.
  var readBack: (poll: PollID, ballot: Ballot)?

  init(_ sitting: Sitting, _ probe: TerminalProbe) throws {
    self.sitting = sitting
    events = try EventSource()
    isPrompting = probe.isInputTerminal && probe.isOutputTerminal
    told = sitting.desk.lastRead
  }

  func run() throws {
    defer { sitting.leave() }
    for line in Digest(of: sitting.desk.lastRead, at: sitting.clock.now()).lines { say(line) }
    say("")
    say("Type a command, or 'help'; 'quit' leaves.")
    if sitting.seat == .ballot { offerPoll() }
    prompt()
    events.watch(STDIN_FILENO)
    events.watch(sitting.watch.descriptor)
    while !isEnding {
      events.deadline = nextTick()
      for signal in events.next() where !isEnding { try take(signal) }
      prompt()
    }
  }

  private func take(_ signal: Signal) throws {
    switch signal {
    case .readable(STDIN_FILENO): try readInput()
    case .readable:
      _ = sitting.watch.drain()
      try tell()
    case .tick:
      try sitting.rehearse()
      sitting.closeWhatIsOver()
      announceTime()
      try tell()
    case .terminate(SIGINT) where isHeld: break
    case .terminate(SIGQUIT) where isHeld: break
    case .terminate(let signal):
      sitting.leave()
      EventSource.die(of: signal)
    case .terminalGone: isEnding = true
    case .input, .resize, .resumed, .suspendRequested: break
    }
  }

  // MARK: What happened

  /// Prints every entry that was not printed yet, one line each.
  func tell() throws {
    let session = try sitting.desk.current()
    guard session.entries > told.entries else { return }
    if isAtPrompt { say("") }
    isAtPrompt = false
    var teller = Teller(told)
    for entry in try sitting.desk.folder.entries().dropFirst(told.entries) {
      say("\(prefix(of: entry.event)): \(teller.sentence(of: entry, now: session))")
      if case .poll(.opened) = entry.event, sitting.seat == .ballot { offerPoll() }
    }
    told = session
  }

  /// What the line is about, in a word that can be listened for.
  private func prefix(of event: Event) -> String {
    switch event {
    case .plan: "PLAN"
    case .people: "PEOPLE"
    case .agenda: "AGENDA"
    case .floor: "FLOOR"
    case .poll(.opened): "POLL OPEN"
    case .poll: "POLL"
    case .note: "NOTE"
    case .outcome: "OUTCOME"
    case .inbox: "MESSAGE"
    case .breakout: "GROUPS"
    case .access: "BALLOTS"
    case .history: "TAKEN BACK"
    }
  }

  private func nextTick() -> ContinuousClock.Instant? {
    let session = sitting.desk.lastRead
    guard
      sitting.isRehearsal || session.floor.currentTurn != nil
        || session.polls.open?.seconds != nil
    else { return nil }
    return .now + .milliseconds(Int64(1000 / min(10, max(1, sitting.clock.speed))))
  }

  /// Says when a minute is left and when the time is up.
  private func announceTime() {
    guard let turn = sitting.desk.lastRead.floor.currentTurn else { return }
    let left = turn.allowanceSeconds - turn.spokenSeconds(at: sitting.clock.now())
    let mark = left <= 0 ? 0 : left <= 60 ? 60 : Int.max
    guard mark < Int.max, mark < (turn.allowanceSeconds == 60 ? 60 : Int.max),
      announced?.turn != turn.id || (announced?.seconds ?? 0) > mark
    else { return }
    announced = (turn.id, mark)
    let name = sitting.desk.lastRead.people[turn.person]?.name ?? turn.person.description
    if isAtPrompt { say("") }
    isAtPrompt = false
    say(mark == 0 ? "TIME: \(name) is at time" : "TIME: \(name) has one minute left")
  }

  // MARK: What is typed

  private func readInput() throws {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    guard count > 0 else {
      if !typed.isEmpty { try obey(String(decoding: typed, as: UTF8.self)) }
      // The end of typing is a key like any other where only the PIN ends it.
      if !isHeld || count < 0 { isEnding = true }
      return
    }
    typed += buffer[..<count]
    isAtPrompt = false
    while let end = typed.firstIndex(of: 0x0A), !isEnding {
      let line = String(decoding: typed[..<end], as: UTF8.self)
      typed.removeSubrange(...end)
      try obey(line)
    }
  }

  private func obey(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    switch words.first {
    case nil: return
    case "quit", "exit", "q": leave(with: words.dropFirst().first)
    case "help", "?": help(Array(words.dropFirst()))
    case "show":
      let now = sitting.clock.now()
      for line in Digest(of: try sitting.desk.current(), at: now).lines { say(line) }
    case .some(let first) where sitting.seat == .ballot && isAnswer(line, first): try vote(line)
    default: try command(line)
    }
  }

  /// A ballot terminal that is locked ends with the PIN alone.
  private func leave(with pin: String?) {
    guard isHeld, !sitting.desk.lastRead.access.opens(with: pin ?? "") else {
      isEnding = true
      return
    }
    say("NOT DONE: This terminal is left with 'quit PIN' alone")
  }

  private var isHeld: Bool {
    sitting.seat == .ballot && isPrompting && sitting.desk.lastRead.access.lock != nil
  }

  private func help(_ words: [String]) {
    guard words.isEmpty else {
      let found = Grammar.commands(beginningWith: words)
      return say(
        found.isEmpty
          ? "No command begins with '\(words.joined(separator: " "))'"
          : found.map { $0.explanation(columns: 79) }.joined(separator: "\n\n"))
    }
    say("help WORDS explains a command, show tells how things stand, quit leaves.")
    let mine = Grammar.all.filter { $0.seats.contains(sitting.seat) }
    say(Grammar.table(of: mine, columns: 79))
  }

  private func command(_ line: String) throws {
    do {
      ask(try Intent(line: line, in: sitting.desk.lastRead))
    } catch {
      say("NOT DONE: \(error.sentence)")
    }
    try tell()
  }

  func ask(_ intent: Intent) {
    if let secret = intent.secret(in: sitting.desk.lastRead) {
      let typed: TypedSecret
      do {
        typed = try TypedSecret(secret, from: nil)
      } catch {
        return say("NOT DONE: \(error)")
      }
      guard let text = typed.text else {
        return say("NOT DONE: \(secret.question) is wanted, and nobody can type it")
      }
      let answer = sitting.ask(intent, with: text)
      if !answer.isDone { say("NOT DONE: \(answer.text)") }
      return
    }
    let answer = sitting.ask(intent)
    if !answer.isDone { say("NOT DONE: \(answer.text)") }
  }

  private func prompt() {
    guard isPrompting, !isEnding, !isAtPrompt else { return }
    isAtPrompt = true
    let mark = "\(sitting.seat.rawValue)> "
    _ = mark.withCString { write(STDOUT_FILENO, $0, strlen($0)) }
  }

  // MARK: Replay

  /// Plays a journal back in lines, at its speed.
  static func play(_ entries: [Entry], _ start: Playback) throws {
    var playback = start
    var session = Session()
    for (index, entry) in entries.enumerated() {
      if index + 1 > start.position.entry {
        let wait = playback.untilNext ?? 0
        usleep(UInt32(min(wait, 3_600_000)) * 1000)
        try playback.skip()
      }
      say(Log.line(for: entry, in: session))
      try session.apply(entry)
    }
  }
}
