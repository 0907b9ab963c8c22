import SessionModel
public import TerminalUI

/// The voter's terminal: the open poll in large rows, read back before it is stored.
///
/// It is handed from person to person, so it forgets whoever stops half-way, and one stray key
/// neither votes nor leaves.
public struct BallotScreen: Screen {
  /// After that many seconds without a key it forgets what was begun, unless told otherwise.
  public static let forgetsAfterSeconds = 20
  /// How long it thanks.
  static let thanksForSeconds = 6

  /// What fills the terminal now.
  enum Page: Equatable {
    /// Nothing to vote on.
    case waiting
    /// The question of the open poll, for whoever comes next.
    case welcome
    case names(Purpose)
    /// Which slip somebody holds.
    case code
    case choosing
    case confirming
    /// A statement of one's own, for everybody to answer.
    case stating
    /// What somebody wants the floor for.
    case asking(PersonID)
    /// What somebody says to the outcome before the room; then which group says it.
    case assenting(Asking.Level?)
    /// The desk has not answered yet.
    case sent(Pending)
    case message(Message)
    /// Who wants to leave, where that takes a PIN.
    case pin
  }

  /// What a name is picked for.
  enum Purpose: Equatable {
    case vote, hand, assent
  }

  /// What was handed in.
  enum Pending: Equatable {
    case ballot
    case hand(PersonID)
    case handDown(PersonID)
    case assent
    case pin
    case statement(String)
  }

  enum Message: Equatable {
    case thanks
    case hand(PersonID)
    case handDown(PersonID)
    case assent
    /// What did not happen, and why.
    case problem(String, why: String)
  }

  public enum Action: Sendable, Equatable {
    /// Chooses the row at a place, or takes the choice back.
    case choose(Int)
    case up, down, toggle
    case confirm, startAgain, askForFloor, assent, object, next, leave
    /// On a paper: a figure, one more or less, the next thing, take back, prefer not to say.
    case digit(Int)
    case more, less, nextChoice, previousChoice, erase, skip
    /// Adds a statement of one's own; goes back from there.
    case state, back
  }

  var page = Page.waiting
  /// The poll that the page is about.
  var poll: PollID?
  var voter: PersonID?
  /// The words before the room that somebody has begun to answer to.
  var wording: Wording?
  /// The slip that somebody votes with.
  var code: VoteCode?
  /// What is typed of a code, a PIN or a statement.
  var typed = TextField()
  /// The rows that are chosen, by place.
  var chosen: [Int] = []
  /// The row that has the focus; `nil` until somebody moves.
  var cursor: Int?
  var names = NameList()
  /// The first line that is seen of what is read back.
  var readTop = 0
  /// What is filled in where the form wants more than to choose.
  var paper: BallotPaper?
  /// Why the last key did nothing.
  var notice: String?
  /// What the last key did, where the page does not show it.
  var news: String?
  var lastTouch: Moment?
  var leaving: Moment?
  /// How many PINs in a row were wrong, and until when no more are tried.
  var wrongPINs = 0
  var heldUntil: Moment?
  private let idleSeconds: Int

  /// A terminal that forgets after that many seconds without a key what was begun.
  public init(idleSeconds: Int = Self.forgetsAfterSeconds) {
    self.idleSeconds = idleSeconds
  }

  public var name: String { "the ballot" }
  public var needs: Size { Size(columns: 40, rows: 12) }
  public var chrome: Chrome { .bare }

  var isLeaving: Bool { leaving != nil }

  /// Whether somebody has begun something that is not stored.
  func isHalfDone(in scene: Scene) -> Bool {
    page != home(in: scene) || !chosen.isEmpty || cursor != nil || voter != nil
      || code != nil || !typed.isEmpty || !names.filter.isEmpty || paper?.isBegun == true
  }

  /// Seconds until it forgets.
  func secondsLeft(in scene: Scene) -> Int {
    guard let lastTouch else { return idleSeconds }
    return max(0, idleSeconds - scene.now.seconds(since: lastTouch))
  }

  public func tick(in scene: Scene) -> Tick? {
    if page == .waiting, scene.session.outcomes.asked?.asking?.counting != nil { return .second }
    // The end of a poll is counted down to, and has to be seen.
    if scene.session.polls.open?.seconds != nil { return .second }
    return isHalfDone(in: scene) || isLeaving ? .second : nil
  }

  // MARK: From one person to the next

  /// The page for whoever comes next.
  private func home(in scene: Scene) -> Page {
    guard let open = scene.session.polls.open(at: scene.now), open.form != .entered else {
      return .waiting
    }
    return .welcome
  }

  /// Forgets everything about whoever was there.
  mutating func startAgain(in scene: Scene) {
    page = home(in: scene)
    poll = scene.session.polls.open(at: scene.now)?.id
    voter = nil
    wording = nil
    code = nil
    typed = TextField()
    clearChoice()
    names = NameList(of: poll)
    lastTouch = nil
  }

  mutating func clearChoice() {
    chosen = []
    cursor = nil
    notice = nil
    news = nil
    paper = nil
    readTop = 0
  }

  public mutating func settle(in scene: Scene) {
    if let leaving, scene.now.seconds(since: leaving) >= Stage.patienceSeconds {
      self.leaving = nil
    }
    notePolls(in: scene)
    noteWording(in: scene)
    layPaper(in: scene)
    guard isHalfDone(in: scene) else {
      lastTouch = nil
      return
    }
    guard let lastTouch else {
      self.lastTouch = scene.now
      return
    }
    let idle = scene.now.seconds(since: lastTouch)
    if case .message = page {
      if idle >= Self.thanksForSeconds { startAgain(in: scene) }
    } else if idle >= idleSeconds {
      startAgain(in: scene)
    }
  }

  /// Lets nobody answer to other words than they have read.
  private mutating func noteWording(in scene: Scene) {
    guard let whyGone = wording?.whyGone(in: scene.session) else { return }
    switch page {
    case .names(.assent), .assenting:
      show(.problem("Nothing was stored", why: whyGone), scene)
    default: break
    }
    wording = nil
  }

  /// Follows the polls as they open and close, also under a voter's hands.
  private mutating func notePolls(in scene: Scene) {
    let open = scene.session.polls.open(at: scene.now)?.id
    guard open != poll else { return }
    let hasBegun = !chosen.isEmpty || voter != nil || code != nil
    let isTorn =
      poll != nil
      && (hasBegun
        || [.choosing, .confirming, .stating, .names(.vote), .code].contains(page))
    switch page {
    case .waiting, .welcome, .choosing, .confirming, .stating, .names(.vote), .code, .assenting,
      .names(.assent):
      startAgain(in: scene)
      if isTorn {
        show(.problem("Nothing was stored", why: "The poll was closed before you confirmed"), scene)
      }
    case .names(.hand), .asking, .sent, .message, .pin: poll = open
    }
  }

  private mutating func show(_ message: Message, _ scene: Scene) {
    page = .message(message)
    voter = nil
    code = nil
    clearChoice()
    lastTouch = scene.now
  }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    guard case .sent(let pending) = page else { return }
    switch (outcome, pending) {
    case (.done, .ballot): show(.thanks, scene)
    case (.done, .hand(let person)): show(.hand(person), scene)
    case (.done, .handDown(let person)): show(.handDown(person), scene)
    case (.done, .assent): show(.assent, scene)
    case (.done, .pin): startAgain(in: scene)
    case (.done, .statement(let text)): goOn(with: text, in: scene)
    case (.refused(let sentence), .statement):
      page = .stating
      lastTouch = scene.now
      notice = sentence
    case (.refused(let sentence), .pin): refusePIN(sentence, in: scene)
    case (.refused(let sentence), .ballot):
      show(.problem("Nothing was stored", why: sentence), scene)
    case (.refused(let sentence), _): show(.problem("Nothing has changed", why: sentence), scene)
    }
  }

  // MARK: Input

  public func takesTyping(in scene: Scene) -> Bool {
    switch page {
    case .names, .code, .pin, .stating: true
    case .choosing: paper?.takesTyping == true
    case .waiting, .welcome, .confirming, .asking, .assenting, .sent, .message: false
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key): return receive(key, in: scene)
    case .paste(let text):
      touch(in: scene)
      switch page {
      case .names: names.filter.paste(text)
      case .code, .pin, .stating: typed.paste(text)
      default: paste(text)
      }
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  private mutating func receive(_ key: Key, in scene: Scene) -> Effect? {
    guard key != .control("c") else { return nil }
    touch(in: scene)
    switch page {
    case .message:
      startAgain(in: scene)
      return Effect.none
    case .welcome: return beginTyping(key, in: scene)
    case .names:
      guard key != .enter, key != .escape else { return nil }
      return names.handle(key, in: scene.session) ? Effect.none : nil
    case .choosing:
      layPaper(in: scene)
      return type(key, in: scene)
    case .code, .pin, .stating:
      guard key != .enter, key != .escape else { return nil }
      typed.handle(key)
      return Effect.none
    case .waiting, .confirming, .asking, .assenting, .sent: return nil
    }
  }

  private mutating func touch(in scene: Scene) {
    lastTouch = scene.now
    leaving = nil
    notice = nil
    news = nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    touch(in: scene)
    if case .message = page {
      startAgain(in: scene)
      return .none
    }
    begin(in: scene)
    layPaper(in: scene)
    if let effect = touch(paper: target, in: scene) { return effect }
    if let place = target.place(of: "row") { return perform(.choose(place), in: scene) }
    if case .names = page, let place = target.place(of: "name") {
      names.select(at: place, in: scene.session)
      return perform(.confirm, in: scene)
    }
    return .none
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    layPaper(in: scene)
    if paper != nil, page == .choosing, [.up, .down, .toggle].contains(action) {
      fill(action, in: scene)
      return .none
    }
    if page == .confirming, action == .up || action == .down {
      readTop += action == .up ? -min(1, readTop) : min(1, rowsToReadOn(in: scene))
      return .none
    }
    switch action {
    case .digit, .more, .less, .nextChoice, .previousChoice, .erase, .skip:
      fill(action, in: scene)
    case .choose(let place): choose(place, in: scene)
    case .up: move(by: -1, in: scene)
    case .down: move(by: 1, in: scene)
    case .toggle:
      guard let cursor else {
        notice = "Go to a row with the arrows first"
        return .none
      }
      choose(cursor, in: scene)
    case .confirm: return confirm(in: scene)
    case .startAgain, .next: startAgain(in: scene)
    case .askForFloor:
      if let voter {
        page = .asking(voter)
        clearChoice()
      } else {
        page = .names(.hand)
        names = NameList(of: nil)
      }
    case .state:
      page = .stating
      typed = TextField()
    case .back:
      page = .choosing
      typed = TextField()
    case .assent:
      wording = Wording(scene.session)
      names = NameList()
      // Who is on the roll says who they are: each has one answer, wherever it is given.
      page = names.people(in: scene.session).isEmpty ? .assenting(nil) : .names(.assent)
      clearChoice()
    case .object:
      page = .sent(.assent)
      return .ask(.outcome(.object(text: "", group: nil, channel: nil)))
    case .leave: return leave(in: scene)
    }
    return .none
  }
}

extension ClickTarget {
  /// The number behind a prefix: 3 of `row:3` for `row`.
  func place(of prefix: String) -> Int? {
    guard name.hasPrefix(prefix + ":") else { return nil }
    return Int(name.dropFirst(prefix.count + 1))
  }
}
