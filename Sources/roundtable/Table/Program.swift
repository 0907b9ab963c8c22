import CursesDriver
import Glibc
import Screens
import SessionModel
import SessionStore
import TerminalUI

/// The full-screen program: one loop, one terminal, and what is shown on it.
///
/// Everything that happens comes in as a signal; what is shown changes only by reading the journal.
@MainActor
final class Program {
  private let terminal: CursesTerminal
  private let events: EventSource
  private let look: Look
  private let library: Library
  private var stack: ScreenStack
  private var sitting: Sitting?
  private var playback: Playback?
  private var lobbyWatch: LobbyWatch?
  private let machine = TableClock()
  private var record = SceneRecord()
  private var pace: PaintPace
  private var bell: TurnBell?
  /// What the terminal was last given.
  private var drawn: Canvas?
  /// Whether nothing was typed or clicked since then.
  private var isSeen = false
  private var lastPlayed: ContinuousClock.Instant?
  private var isEnding = false
  private var endingSignal: Int32?

  private init(
    _ probe: TerminalProbe, look: Look, library: Library, mouse: Bool, bell: Bool = false
  ) throws {
    events = try EventSource()
    terminal = try CursesTerminal(probe, isMouseOn: mouse)
    events.terminal = terminal
    self.look = look
    self.library = library
    self.bell = bell ? TurnBell() : nil
    pace = PaintPace(look.capabilities.motion)
    stack = ScreenStack(Screens.Lobby(choices: []))
  }

  /// Opens the lobby.
  static func lobby(
    _ probe: TerminalProbe, look: Look, library: Library, mouse: Bool, bell: Bool
  ) throws {
    // What is listed is read before the terminal is taken, so that a failure is seen.
    let lobby = try LobbyWatch(library)
    try Program(probe, look: look, library: library, mouse: mouse, bell: bell).run {
      $0.enterLobby(lobby)
    }
  }

  /// Takes a seat in a session.
  static func sit(
    in sitting: Sitting, _ probe: TerminalProbe, look: Look, library: Library, mouse: Bool,
    bell: Bool
  ) throws {
    try Program(probe, look: look, library: library, mouse: mouse, bell: bell).run {
      $0.take(sitting)
    }
  }

  /// Plays a journal back.
  static func play(
    _ playback: Playback, as seat: Seat, _ probe: TerminalProbe, look: Look, library: Library,
    mouse: Bool
  ) throws {
    try Program(probe, look: look, library: library, mouse: mouse).run { program in
      program.playback = playback
      program.lastPlayed = .now
      program.stack = ScreenStack(screen(for: seat))
      program.playedSeat = seat
    }
  }

  /// Shows what was understood of a file; `nil` where it is left and nothing is to be written.
  static func review(
    _ review: ImportReview, _ probe: TerminalProbe, look: Look, library: Library, mouse: Bool
  ) throws -> [ImportReview.Field]? {
    let program = try Program(probe, look: look, library: library, mouse: mouse)
    try program.run { $0.stack = ScreenStack(review) }
    return program.reviewed
  }

  private var reviewed: [ImportReview.Field]?
  private var playedSeat = Seat.moderator

  static func screen(
    for seat: Seat, idleSeconds: Int = BallotScreen.forgetsAfterSeconds
  ) -> any Screen {
    switch seat {
    case .moderator: Console()
    case .online: OnlineDesk()
    case .rapporteur: RapporteurDesk()
    case .ballot: BallotScreen(idleSeconds: idleSeconds)
    case .stage: Stage()
    }
  }

  // MARK: The loop

  private func run(_ begin: (Program) throws -> Void) throws {
    defer {
      sitting?.leave()
      terminal.close()
    }
    try begin(self)
    show(atOnce: true)
    while !isEnding {
      events.deadline = [nextTick(), pace.due].compactMap(\.self).min()
      let signals = events.next()
      for signal in signals where !isEnding { try take(signal) }
      if !isEnding { show(atOnce: signals.contains(where: \.isOfTheHand)) }
    }
    if let endingSignal {
      sitting?.leave()
      sitting = nil
      terminal.close()
      EventSource.die(of: endingSignal)
    }
  }

  private func take(_ signal: Signal) throws {
    switch signal {
    case .input(let inputs):
      for input in inputs where !isEnding { try take(input) }
    case .resize, .resumed: break
    case .tick: try tick()
    case .readable(let descriptor): try read(descriptor)
    case .suspendRequested: if !stack.holds(in: scene) { terminal.suspend() }
    // What a keyboard can send does not end what only a PIN ends.
    case .terminate(SIGINT) where stack.holds(in: scene): break
    case .terminate(SIGQUIT) where stack.holds(in: scene): break
    case .terminate(let signal):
      keepLastWords()
      endingSignal = signal
      isEnding = true
    case .terminalGone:
      keepLastWords()
      isEnding = true
    }
  }

  /// Nobody can be asked any more whether it is to be stored; what is too much is struck easily.
  private func keepLastWords() {
    let intents = stack.lastWords(in: scene)
    for intent in intents { _ = sitting?.ask(intent) }
  }

  private func take(_ input: Input) throws {
    for effect in effects(of: input) { try carryOut(effect) }
  }

  /// Apart from where they are carried out: a session that changes while a scene of it is held is
  /// copied, with all its notes.
  private func effects(of input: Input) -> [Effect] {
    let scene = scene
    stack.settle(in: scene)
    defer { isSeen = false }
    return stack.receive(input, in: scene, on: isSeen ? drawn : nil)
  }

  /// Paints what there is now, or later, where news came sooner than somebody wants to see it move.
  private func show(atOnce isUrgent: Bool) {
    guard pace.looks(atOnce: isUrgent) else { return }
    catchUp()
    let scene = scene
    stack.settle(in: scene)
    if bell?.rings(for: scene.session.floor.currentTurn, at: scene.now) == true { terminal.ring() }
    // What somebody left on a ballot terminal is not to stay in sight.
    guard pace.paints(atOnce: isUrgent || scene.seat == .ballot) else { return }
    let canvas = stack.draw(in: scene, after: drawn)
    drawn = canvas
    isSeen = true
    terminal.show(canvas)
  }

  /// Reads what others did; where the journal cannot be read on, what stood before stays in sight.
  private func catchUp() {
    guard let sitting else { return }
    do {
      _ = try sitting.desk.current()
      complained = nil
    } catch {
      let sentence = sitting.sentence(of: error)
      guard complained != sentence else { return }
      complained = sentence
      stack.say(sentence, .refusal)
    }
  }

  private var complained: String?

  // MARK: What is shown

  private var scene: Scene {
    if let playback {
      return Scene(
        session: playback.session, now: playback.now, look: look, seat: playedSeat,
        size: terminal.size, isReplay: true,
        hearing: record.hearing(of: playback.session, at: playback.now), composer: .ofForms)
    }
    guard let sitting else {
      return Scene(
        session: Session(), now: machine.now(), look: look, seat: .moderator,
        size: terminal.size)
    }
    let now = sitting.clock.now()
    let session = sitting.desk.lastRead
    var scene = Scene(
      session: session, now: now, look: look, seat: sitting.seat,
      attendance: sitting.attendance, size: terminal.size,
      hearing: record.hearing(of: session, at: now), composer: .ofForms,
      revision: record.revision(of: session, at: now))
    // Other sessions are looked at only while somebody looks at how the groups go.
    if stack.top is BreakoutDesk { scene.groups = sitting.groupStatuses(at: now) }
    if scene.size.columns >= Scene.columnsForZones { scene.local = .ofMachine(at: now.at) }
    return scene
  }

  // MARK: Time

  private func nextTick() -> ContinuousClock.Instant? {
    let now = ContinuousClock.now
    if let playback, !playback.isOver, !playback.isPaused {
      let second = Int64(1000 / min(10, max(1, playback.speed)))
      return now + .milliseconds(min(second, max(1, playback.untilNext ?? second)))
    }
    // Simulated people have their seconds, whatever the screen wants.
    let isRehearsing = sitting?.isRehearsal ?? false
    let scene = scene
    guard let tick = isRehearsing ? .second : stack.tick(in: scene) else { return nil }
    let wall = scene.now.at.milliseconds
    let speed = min(10, max(1, sitting?.clock.speed ?? 1))
    switch tick {
    case .second:
      let phase = sitting.map { $0.desk.lastRead.clockPhase(at: scene.now) } ?? wall
      // A little after the full second, so that the clock never shows the one before.
      let wait = Double(1002 - phase % 1000) / speed
      return now + .milliseconds(Int64(wait.rounded(.up)))
    case .minute: return now + .milliseconds(60_000 - wall % 60_000)
    }
  }

  private func tick() throws {
    try sitting?.rehearse()
    sitting?.closeWhatIsOver()
    guard var playback else { return }
    let now = ContinuousClock.now
    let passed = (lastPlayed ?? now).duration(to: now)
    lastPlayed = now
    try playback.pass(passed.milliseconds)
    self.playback = playback
  }

  // MARK: News

  private func read(_ descriptor: Int32) throws {
    if descriptor == sitting?.watch.descriptor {
      if sitting?.watch.drain().contains(.seats) == true { sitting?.lookAround() }
    } else if descriptor == lobbyWatch?.descriptor {
      lobbyWatch?.drain()
      try refreshLobby()
    }
  }

  // MARK: Effects

  private func carryOut(_ effect: Effect) throws {
    switch effect {
    case .ask(let intent): ask(intent)
    case .askWith(let intent, let typed): ask(intent, with: typed)
    case .unlock(let pin): try unlock(with: pin)
    case .gather(let path): gather(from: path)
    case .open(let choice, let seat): open(choice, at: seat)
    case .create(let title): create(title)
    case .toggleMouse:
      terminal.isMouseOn.toggle()
      stack.say(terminal.isMouseOn ? "The mouse is used here" : "The mouse is the terminal's")
    case .repaint: terminal.repaint()
    case .suspend:
      if terminal.canSuspend {
        terminal.suspend()
      } else {
        stack.say("Nobody could wake this program again", .refusal)
      }
    case .replay(let action): try replay(action)
    case .handOver: handOver()
    case .review(let fields):
      reviewed = fields
      isEnding = true
    case .quit: try leave()
    case .none, .say, .push, .pop, .popThen, .press, .all: break
    }
  }

  private func ask(_ intent: Intent, with typed: String? = nil) {
    guard let sitting else {
      stack.say("This is a replay; nothing can be asked of it", .refusal)
      return
    }
    let answer = typed.map { sitting.ask(intent, with: $0) } ?? sitting.ask(intent)
    stack.say(answer.text, answer.isDone ? .good : .refusal)
    stack.told(answer.isDone ? .done(answer.text) : .refused(answer.text), in: scene)
  }

  private func gather(from path: String?) {
    guard let answer = sitting?.gather(from: path) else { return }
    stack.say(answer.text, answer.isDone ? .good : .refusal)
  }

  private func unlock(with pin: String) throws {
    if sitting?.desk.lastRead.access.opens(with: pin) ?? true {
      try leave()
    } else {
      stack.told(.refused("That is not the PIN"), in: scene)
    }
  }

  private func replay(_ action: ReplayAction) throws {
    guard var playback else { return }
    switch action {
    case .pause: playback.togglePause()
    case .faster: playback.speed = min(1024, playback.speed * 2)
    case .slower: playback.speed = max(0.25, playback.speed / 2)
    case .next: try playback.skip()
    case .previous: try playback.stepBack()
    case .nextSegment: try playback.goToSegment(isNext: true)
    case .previousSegment: try playback.goToSegment(isNext: false)
    case .ask: break
    case .go(let text):
      let place = Playback.Place(text)
      let whyNot =
        try place.map { try playback.go(to: $0) } ?? Playback.Place.complaint(about: text)
      if let whyNot { return stack.say(whyNot, .refusal) }
    case .seat:
      let seats = Seat.allCases
      playedSeat = seats[((seats.firstIndex(of: playedSeat) ?? 0) + 1) % seats.count]
      stack.replaceAll(with: Self.screen(for: playedSeat))
    }
    lastPlayed = .now
    self.playback = playback
    let (entry, count) = playback.position
    let speed = playback.speed < 1 ? "\(playback.speed)" : "\(Int(playback.speed))"
    stack.say(
      "Entry \(entry) of \(count), \(playback.isPaused ? "paused" : "\(speed) times as fast")")
  }

  private func open(_ choice: SessionChoice, at seat: Seat) {
    do {
      let folder =
        choice.isSample
        ? try library.openSession(named: choice.id) : try library.session(named: choice.id)
      take(try Sitting(folder, seat: seat, clock: TableClock(of: folder)))
    } catch let failure as StoreFailure {
      stack.say(failure.sentence, .refusal)
    } catch {
      stack.say("\(error)", .refusal)
    }
  }

  /// Goes on from a closed session to the next one of the programme, in the same seat.
  private func handOver() {
    guard let old = sitting else { return }
    do {
      let path = String(old.desk.folder.path.dropLast(old.desk.folder.name.count + 1))
      // Elsewhere than where sessions are held nobody lays samples out.
      let place = path == library.path ? library : Library(path: path)
      let choices = try LobbyWatch(place).choices
      guard
        let next = SessionChoice.next(
          after: old.desk.lastRead.plan, named: old.desk.folder.name, among: choices)
      else { return stack.say("No session of the programme is still to come", .refusal) }
      let folder =
        next.isSample
        ? try place.openSession(named: next.id) : try place.session(named: next.id)
      let sitting = try Sitting(
        folder, seat: old.seat, clock: TableClock())
      sitting.idleSeconds = old.idleSeconds
      events.unwatch(old.watch.descriptor)
      old.leave()
      take(sitting)
    } catch let failure as StoreFailure {
      stack.say(failure.sentence, .refusal)
    } catch {
      stack.say("\(error)", .refusal)
    }
  }

  private func create(_ title: String) {
    do {
      let folder = try library.newSession(titled: title) { [machine] in machine.now() }
      take(try Sitting(folder, seat: .moderator, clock: TableClock()))
    } catch let failure as StoreFailure {
      stack.say(failure.sentence, .refusal)
    } catch {
      stack.say("\(error)", .refusal)
    }
  }

  // MARK: Coming and going

  private func take(_ sitting: Sitting) {
    if let lobbyWatch { events.unwatch(lobbyWatch.descriptor) }
    self.sitting = sitting
    record.forget()
    events.watch(sitting.watch.descriptor)
    stack.replaceAll(with: Self.screen(for: sitting.seat, idleSeconds: sitting.idleSeconds))
    if sitting.seat == .stage { terminal.isMouseOn = false }
  }

  private func enterLobby(_ lobby: LobbyWatch) {
    lobbyWatch = lobby
    events.watch(lobby.descriptor)
    stack.replaceAll(with: Screens.Lobby(choices: lobby.choices))
  }

  private func refreshLobby() throws {
    guard let lobbyWatch else { return }
    try lobbyWatch.refresh()
    stack.changeRoot(Screens.Lobby.self) { $0.take(lobbyWatch.choices) }
  }

  /// Back to the lobby where one was, else the end.
  private func leave() throws {
    guard let sitting, let lobbyWatch else {
      isEnding = true
      return
    }
    events.unwatch(sitting.watch.descriptor)
    sitting.leave()
    self.sitting = nil
    try lobbyWatch.refresh()
    enterLobby(lobbyWatch)
  }
}

extension Signal {
  /// Whether somebody at this terminal did something and waits for an answer.
  fileprivate var isOfTheHand: Bool {
    switch self {
    case .input, .resize, .resumed: true
    default: false
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
