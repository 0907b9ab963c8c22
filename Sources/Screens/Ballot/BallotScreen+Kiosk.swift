import SessionModel
import TerminalUI

/// What comes before the choice, and what keeps the terminal where it is: the welcome, the code on
/// a slip, the PIN.
extension BallotScreen {
  /// Begins with whoever has come to the terminal.
  mutating func begin(in scene: Scene) {
    guard page == .welcome, let open = scene.session.polls.open(at: scene.now) else { return }
    switch open.asks {
    case .nothing: page = .choosing
    case .name: page = .names(.vote)
    case .code: page = .code
    }
  }

  /// Any key begins; one that says more than that says it on the next page.
  mutating func beginTyping(_ key: Key, in scene: Scene) -> Effect? {
    guard key != "h", key != .escape else { return nil }
    begin(in: scene)
    if key == .enter || key == .space { return Effect.none }
    switch page {
    case .names:
      _ = names.handle(key, in: scene.session)
      return Effect.none
    case .code:
      typed.handle(key)
      return Effect.none
    case .choosing:
      layPaper(in: scene)
      return type(key, in: scene)
    default: return nil
    }
  }

  /// Why somebody could not put any ballot into the poll; `nil` where the session would take one.
  func whyNotVote(_ voter: Voter, in scene: Scene) -> String? {
    guard let poll else { return nil }
    let blank: PollIntent =
      switch voter {
      case .person(let person): .cast(poll, Ballot(), voter: person)
      case .code(let code): .castByCode(poll, Ballot(), code)
      }
    do throws(Refusal) {
      _ = try scene.session.decide(.poll(blank), by: .ballot, at: scene.now)
      return nil
    } catch {
      return error.sentence
    }
  }

  mutating func confirmCode(in scene: Scene) {
    guard let code = VoteCode(typed.text) else {
      notice = "A code has 8 signs, such as K7QM-3XPR"
      return
    }
    if let whyNot = whyNotVote(.code(code), in: scene) {
      notice = whyNot
      return
    }
    clearChoice()
    self.code = code
    typed = TextField()
    page = .choosing
  }

  // MARK: Leaving

  /// Whether only the PIN lets anybody leave.
  public func holds(in scene: Scene) -> Bool {
    scene.session.access.lock != nil && !scene.isReplay
  }

  mutating func leave(in scene: Scene) -> Effect {
    if holds(in: scene) {
      startAgain(in: scene)
      page = .pin
      lastTouch = scene.now
      return .none
    }
    guard leaving == nil else { return .pop }
    leaving = scene.now
    return .none
  }

  mutating func confirmPIN(in scene: Scene) -> Effect {
    let pin = typed.text
    typed = TextField()
    let wait = heldUntil.map { $0.seconds(since: scene.now) } ?? 0
    guard wait <= 0 else {
      notice = "Too many tries; wait \(wait) s"
      return .none
    }
    page = .sent(.pin)
    return .unlock(pin)
  }

  mutating func refusePIN(_ sentence: String, in scene: Scene) {
    page = .pin
    lastTouch = scene.now
    wrongPINs += 1
    notice = sentence
    guard wrongPINs >= Self.triesBeforeWait else { return }
    wrongPINs = 0
    heldUntil = scene.now.later(by: Self.waitSeconds)
    notice = "Too many tries; wait \(Self.waitSeconds) s"
  }

  private static let triesBeforeWait = 5
  private static let waitSeconds = 60
}

extension Moment {
  fileprivate func later(by seconds: Int) -> Moment {
    var later = self
    later.at = at.advanced(by: seconds)
    later.monotonic = monotonic.map { $0 + Int64(seconds) * 1000 }
    return later
  }
}

// MARK: Drawing

extension BallotScreen.Drawing {
  /// The question in large letters, what it offers, and what becomes of a ballot.
  func drawWelcome(on canvas: inout Canvas, in area: Rect) {
    guard let poll = screen.poll.flatMap({ session.polls[$0] }) else { return }
    canvas.addTarget(area, "page")
    var rest = area
    drawKeys(
      [("Enter", "begin"), ("h", "ask for the floor")], on: &canvas, rest: &rest)
    let promise = poll.secrecy.promise.lines(
      in: rest.columns, limit: rest.rows >= 7 ? 3 : 1, ellipsis: glyphs.ellipsis)
    let audience = poll.entitled.map { "For \($0.title)." }
    let below = promise + (rest.rows >= 9 ? [audience].compactMap(\.self) : [])
    canvas.write(below, in: rest.takeBottom(below.count), style: look["muted"])
    if rest.rows >= 7 { _ = rest.takeBottom(1) }
    var offered = choicesLines(of: poll, in: rest)
    let room = Size(columns: rest.columns, rows: max(1, rest.rows - offered.count - 2))
    let hasLetters = !scene.look.capabilities.isASCII
    var large = hasLetters ? BigText(poll.text, fitting: room) : nil
    if hasLetters, large == nil, rest.rows > 1 {
      // What is offered stands on the next page, too.
      large = BigText(poll.text, fitting: Size(columns: rest.columns, rows: rest.rows - 2))
      if large != nil { offered = [] }
    }
    if let large {
      large.draw(on: &canvas, in: rest.take(large.rows), style: look["strong"])
      // In ordinary letters too, for whoever searches or listens to the screen.
      let line = rest.take(1)
      canvas.write(poll.text, in: line, style: look["muted"], ellipsis: glyphs.ellipsis)
      canvas.rest(on: line)
      if rest.rows > offered.count { _ = rest.take(1) }
    } else {
      let lines = poll.text.lines(
        in: rest.columns, limit: max(1, min(4, room.rows)), ellipsis: glyphs.ellipsis)
      let place = rest.take(lines.count)
      canvas.write(lines, in: place, style: look["strong"])
      canvas.rest(on: place)
      if rest.rows > offered.count { _ = rest.take(1) }
    }
    canvas.write(offered, in: rest.take(offered.count), style: look["text"])
  }

  /// The choices in a line or two, as far as there is room beside the question.
  private func choicesLines(of poll: Poll, in area: Rect) -> [String] {
    guard !poll.choices.isEmpty, area.rows >= 3 else { return [] }
    let text = poll.choices.map(\.text).joined(separator: " \(glyphs.dot) ")
    return text.lines(
      in: area.columns, limit: area.rows >= 8 ? 2 : 1, ellipsis: glyphs.ellipsis)
  }

  func drawCode(on canvas: inout Canvas, in area: Rect) {
    guard let poll = screen.poll.flatMap({ session.polls[$0] }) else { return }
    var rest = area
    drawText(poll.text, on: &canvas, rest: &rest)
    drawKeys([("Enter", "go on"), ("Esc", "start again")], on: &canvas, rest: &rest)
    if rest.rows >= 6 {
      let promise = poll.secrecy.promise.lines(
        in: rest.columns, limit: 2, ellipsis: glyphs.ellipsis)
      canvas.write(promise, in: rest.take(promise.count), style: look["muted"])
      _ = rest.take(1)
    }
    drawField("Your code", screen.typed.text.uppercased(), on: &canvas, in: rest.take(1))
    _ = rest.take(1)
    canvas.write(
      "It stands on your slip, such as K7QM-3XPR.", in: rest.take(1), style: look["muted"],
      ellipsis: glyphs.ellipsis)
  }

  func drawPIN(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    canvas.write(
      "The moderator can leave with the PIN.", in: rest.take(1), style: look["strong"],
      ellipsis: glyphs.ellipsis)
    _ = rest.take(1)
    drawKeys([("Enter", "leave"), ("Esc", "back to voting")], on: &canvas, rest: &rest)
    let dots = String(repeating: glyphs.dot, count: screen.typed.text.count)
    drawField("PIN", dots, on: &canvas, in: rest.take(1))
  }

  private func drawField(
    _ title: String, _ text: String, on canvas: inout Canvas, in line: Rect
  ) {
    var field = TextField(text)
    field.handle(.end)
    field.draw(
      on: &canvas, in: line.split(left: min(line.columns, 40)).left, look: look,
      prompt: "\(title) \(glyphs.prompt) ")
  }
}
