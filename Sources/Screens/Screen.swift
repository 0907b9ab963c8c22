public import SessionModel
public import TerminalUI

/// What a screen is drawn from, and decides its keys by; nothing else is known to it.
public struct Scene: Sendable {
  public var session: Session
  public var now: Moment
  public var look: Look
  public var seat: Seat
  /// How many terminals sit at the table, by seat, this one included.
  public var attendance: [Seat: Int]
  public var size: Size
  /// Whether the session is being played back, so that nothing can be asked of it.
  public var isReplay: Bool
  /// Who was heard; may be some seconds older than `now`, so that figures do not flicker.
  public var hearing: Hearing
  /// Who makes reports; `nil` where nobody does.
  public var composer: ReportComposer?
  /// The zone of the terminal; `nil` where it is not known or there is no room for its clock.
  public var local: ClockZone?
  /// How it goes with the breakout groups whose sessions lie beside this one, in a few words.
  public var groups: [BreakoutID: String] = [:]
  /// Tells scenes apart that look different; `nil` where nobody keeps count.
  public var revision: Revision?

  /// A zone as clocks are read in it.
  public struct ClockZone: Equatable, Sendable {
    /// `CEST`.
    public var name: String
    /// Minutes east of UTC, now.
    public var offsetMinutes: Int

    public init(name: String, offsetMinutes: Int) {
      self.name = name
      self.offsetMinutes = offsetMinutes
    }
  }

  /// What has been counted since the program began.
  public struct Revision: Sendable {
    /// The seconds that the clocks on the screen show, and all that counts on `record`.
    public var clock: Int
    /// Entries, and how often it was counted anew who was heard.
    public var record: Int

    public init(clock: Int, record: Int) {
      self.clock = clock
      self.record = record
    }
  }

  public init(
    session: Session, now: Moment, look: Look, seat: Seat, attendance: [Seat: Int] = [:],
    size: Size, isReplay: Bool = false, hearing: Hearing? = nil,
    composer: ReportComposer? = nil, revision: Revision? = nil
  ) {
    self.session = session
    self.now = now
    self.look = look
    self.seat = seat
    self.attendance = attendance
    self.size = size
    self.isReplay = isReplay
    self.composer = composer
    self.revision = revision
    self.hearing = hearing ?? session.hearing(at: now)
  }
}

extension Scene {
  /// From how many columns the clocks of other zones stand beside the host's.
  public static let columnsForZones = 116

  /// A time on the clocks of UTC and of the terminal, where they differ from the host's.
  func otherClocks(at time: Timestamp) -> [String] {
    guard size.columns >= Self.columnsForZones else { return [] }
    let host = session.plan.zone(at: time)
    var zones: [ClockZone] = []
    for zone in [ClockZone(name: "UTC", offsetMinutes: 0), local].compactMap(\.self) {
      let isNew = zones.allSatisfy { $0.offsetMinutes != zone.offsetMinutes }
      if isNew, zone.offsetMinutes != host.offsetMinutes { zones.append(zone) }
    }
    return zones.map {
      "\(CalendarTime(time, offsetMinutes: $0.offsetMinutes).clockText) \($0.name)"
    }
  }

  /// What a part is drawn from that shows this scene and, of its screen, what the details say.
  func part(_ details: Int...) -> PartState? {
    revision.map { PartState(revision: $0.clock, details: details) }
  }

  /// The same for a part without a clock, which changes with what happens and not with time.
  func still(_ details: Int...) -> PartState? { still(details) }

  func still(_ details: [Int]) -> PartState? {
    // Below zero, so that no part is taken for one that shows a clock.
    revision.map { PartState(revision: -$0.record, details: details) }
  }
}

/// What an action leads to, beside a change of the screen itself.
public enum Effect: Sendable {
  case none
  /// Hands an intent to the desk; the status line tells what came of it.
  case ask(Intent)
  /// The same, with the passphrase or PIN that was typed for it.
  case askWith(Intent, String)
  /// Leaves for good, where that is the PIN.
  case unlock(String)
  /// Says something in the status line.
  case say(String, StatusLine.Kind)
  case push(any Screen)
  /// Several of these, one after another.
  case all([Effect])
  /// Leaves this screen; leaving the last one ends the program.
  case pop
  /// Leaves this screen and does what follows, in the screen below.
  case popThen([Effect])
  /// Opens a session of the lobby at a seat.
  case open(SessionChoice, Seat)
  /// Makes a new session of that title.
  case create(title: String)
  /// Does what the hint at that place does, in the screen below.
  case press(Int)
  /// Takes what breakout groups bring back: of a packed session, or of all that lie beside this one.
  case gather(path: String?)
  /// Ends the review of an import with what was made of it.
  case review([ImportReview.Field])
  case replay(ReplayAction)
  /// Opens the next session of the programme in the same seat.
  case handOver
  case toggleMouse
  case repaint
  case suspend
  case quit
}

/// What came of an intent that a screen asked for.
public enum Outcome: Equatable, Sendable {
  /// It happened; what did, as a sentence.
  case done(String)
  /// It did not; why, as a sentence.
  case refused(String)
}

/// What is done with a session that is played back.
public enum ReplayAction: Hashable, Sendable {
  case pause, faster, slower, next, previous, nextSegment, previousSegment
  /// Asks where to go.
  case ask
  /// Goes to an entry, a segment or a time, as somebody typed it.
  case go(to: String)
  /// Shows another seat's screen of the same moment.
  case seat
}

/// Something that fills the terminal: its keys, what they do, how it looks.
///
/// Selection, scroll and half-typed text live here; the session lives in the scene.
public protocol Screen: Sendable {
  associatedtype Action: Sendable

  /// What this screen is, as its help calls it: `the console`.
  var name: String { get }

  /// The smallest terminal it can be used in.
  var needs: Size { get }

  /// Where hints and status are shown.
  var chrome: Chrome { get }

  /// How it is to be woken when nobody does anything; `nil` while nothing on it moves.
  func tick(in scene: Scene) -> Tick?

  /// Whether nothing from the keyboard may end or stop the program while this screen is up.
  func holds(in scene: Scene) -> Bool

  /// Every key that means something here, in the order help shows them.
  func bindings(in scene: Scene) -> [Binding<Action>]

  /// What of the screen itself its row of hints shows, in numbers; `nil` where it is not known.
  func hintDetails(in scene: Scene) -> [Int]?

  /// What help says of what is selected, before it lists the keys; empty where nothing is.
  func explanation(in scene: Scene) -> String

  mutating func perform(_ action: Action, in scene: Scene) -> Effect

  /// Takes what is typed into a field or moves a selection; `nil` leaves it to the bindings.
  mutating func receive(_ input: Input, in scene: Scene) -> Effect?

  /// Whether a field takes what is typed, so that no key of one character means anything else.
  func takesTyping(in scene: Scene) -> Bool

  /// Does what a click on one of its targets means.
  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect

  /// What is stored of what was typed when the terminal or the machine goes.
  func lastWords(in scene: Scene) -> [Intent]

  /// Learns what came of what it asked for.
  mutating func told(_ outcome: Outcome, in scene: Scene)

  /// Whether all that it asked for came about, so that it goes by itself.
  var isOver: Bool { get }

  /// Why what it asks about is gone, so that it goes by itself; `nil` while there is no reason.
  func whyGone(in scene: Scene) -> String?

  /// Looks at what changed before it is drawn: scrolls, drops what is gone.
  mutating func settle(in scene: Scene)

  /// Draws itself into a part of the canvas.
  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene)
}

/// What stands around a screen.
public enum Chrome: Sendable {
  /// A status row and a row of hints below.
  case full
  /// Nothing: the stage and the ballot stand alone.
  case bare
  /// It lies over the screen below, which is still seen.
  case overlay
}

/// When a screen wants to be drawn again by itself.
public enum Tick: Equatable, Sendable {
  /// At the next full second.
  case second
  /// At the next full minute.
  case minute
}

extension Screen {
  public var chrome: Chrome { .full }
  public var needs: Size { Size(columns: 60, rows: 16) }

  public func tick(in scene: Scene) -> Tick? { scene.session.stage == .live ? .second : nil }

  public func holds(in scene: Scene) -> Bool { false }

  public func hintDetails(in scene: Scene) -> [Int]? { nil }

  public func explanation(in scene: Scene) -> String { "" }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? { nil }

  public func takesTyping(in scene: Scene) -> Bool { false }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect { .none }

  public func lastWords(in scene: Scene) -> [Intent] { [] }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {}

  public var isOver: Bool { false }

  public func whyGone(in scene: Scene) -> String? { nil }

  public mutating func settle(in scene: Scene) {}

  /// Performs what a key is bound to; `nil` when it means nothing here.
  mutating func press(_ key: Key, in scene: Scene) -> Effect? {
    guard let binding = bindings(in: scene).first(where: { $0.keys.contains(key) }) else {
      return nil
    }
    if let whyNot = binding.whyNot { return .say(whyNot, .refusal) }
    return perform(binding.action, in: scene)
  }

  /// The keys without their actions, for hints and help.
  public func hints(in scene: Scene) -> [Binding<Int>] {
    let all = bindings(in: scene)
    var hints: [Binding<Int>] = []
    hints.reserveCapacity(all.count)
    for (index, binding) in all.enumerated() {
      hints.append(
        Binding<Int>(
          binding.keys, binding.title, group: binding.group, priority: binding.priority,
          whyNot: binding.whyNot, action: index))
    }
    return hints
  }

  /// Performs the binding at a place in the list of hints.
  mutating func performHint(_ index: Int, in scene: Scene) -> Effect {
    let all = bindings(in: scene)
    guard all.indices.contains(index) else { return .none }
    if let whyNot = all[index].whyNot { return .say(whyNot, .refusal) }
    return perform(all[index].action, in: scene)
  }
}
