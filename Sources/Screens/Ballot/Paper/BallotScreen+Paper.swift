import SessionModel
import TerminalUI

/// Keys and touches of forms that want more than to choose.
extension BallotScreen {
  /// Lays out a paper where the poll's form needs one and none is there yet.
  mutating func layPaper(in scene: Scene) {
    guard page == .choosing || page == .confirming,
      let poll = poll.flatMap({ scene.session.polls[$0] })
    else { return }
    if paper == nil {
      paper = BallotPaper(poll)
    } else {
      paper?.follow(poll.choices)
    }
  }

  // MARK: A statement of one's own

  /// Hands a statement in.
  mutating func state(in scene: Scene) -> Effect {
    let text = typed.text.trimmingBlanks
    guard let poll, !text.isEmpty else {
      notice = "Type a statement, or go back with Esc"
      return .none
    }
    page = .sent(.statement(text))
    return .ask(.poll(.submit(poll, text: text)))
  }

  /// Goes back to the ballot, where the new statement is asked next.
  mutating func goOn(with text: String, in scene: Scene) {
    page = .choosing
    typed = TextField()
    lastTouch = scene.now
    guard let poll = poll.flatMap({ scene.session.polls[$0] }) else { return }
    paper?.follow(poll.choices, own: text)
    news = "Your statement is there for everybody; what do you say to it yourself?"
  }

  /// What others have answered, where that may be seen.
  func answers(in session: Session) -> [String] {
    guard case .answers? = paper?.form, let poll = poll.flatMap({ session.polls[$0] }) else {
      return []
    }
    let own = paper?.ballot.words ?? []
    let others = session.tally(of: poll)?.rows.map(\.label) ?? []
    return own + others.filter { !own.contains($0) }
  }

  /// What can be chosen from beside what is typed.
  private func listed(in session: Session) -> [String] {
    guard case .words? = paper?.form else { return answers(in: session) }
    return paper?.ballot.words ?? []
  }

  func paperBindings(_ paper: BallotPaper) -> [Binding<Action>] {
    let group = "Ballot"
    if paper.takesTyping { return [] }
    func digits(_ range: ClosedRange<Int>, _ title: String) -> [Binding<Action>] {
      range.map {
        Binding([Key(.character(Character("\($0)")))], title, group: group, action: .digit($0))
      }
    }
    let moves: [Binding<Action>] = [
      Binding([.up, "k"], "up", group: group, action: .up),
      Binding([.down, "j"], "down", group: group, action: .down),
    ]
    let change: [Binding<Action>] = [
      Binding([.left, "-"], "less", group: group, action: .less),
      Binding([.right, "+"], "more", group: group, action: .more),
    ]
    let erase: [Binding<Action>] = [
      Binding([.backspace, .delete], "take back", group: group, action: .erase),
      Binding(["x"], "prefer not to say", group: group, action: .skip),
    ]
    switch paper.form {
    case .rank:
      let place = Binding([.space], "put next", group: group, action: Action.toggle)
      return moves + [place] + digits(paper.choices.count > 9 ? 0...9 : 1...9, "put next") + erase
    case .grade: return moves + change + digits(0...9, "give that grade") + erase
    case .spend: return moves + change + digits(0...9, "type points") + erase
    case .place:
      let next: [Binding<Action>] = [
        Binding([.tab, .space], "next choice", group: group, action: .nextChoice),
        Binding([.backTab], "choice before", group: group, action: .previousChoice),
      ]
      return moves + change + next + digits(1...9, "across, then up") + erase
    case .compare: return digits(1...2, "this one") + [leaveOut] + erase
    case .statements:
      let words: [Binding<Action>] = [
        Binding(["+"], "agree", group: group, action: .digit(1)),
        Binding(["-"], "disagree", group: group, action: .digit(2)),
      ]
      let own = Binding<Action>(["n"], "add a statement", group: group, action: .state)
      return words + digits(1...3, "agree, disagree, pass") + [leaveOut, own] + erase
    case .pick, .scale, .words, .answers, .number, .entered: return []
    }
  }

  private var leaveOut: Binding<Action> {
    Binding([.space, .right], "leave this out", group: "Ballot", action: .nextChoice)
  }

  /// Does what a key means on a paper.
  mutating func fill(_ action: Action, in scene: Scene) {
    guard var paper else { return }
    let before = paper
    let count = paper.choices.count
    switch action {
    case .digit(let digit): notice = paper.take(digit: digit)
    case .up:
      if case .place = paper.form {
        paper.nudge(across: 0, up: 1)
      } else {
        paper.move(by: -1, among: count)
      }
    case .down:
      if case .place = paper.form {
        paper.nudge(across: 0, up: -1)
      } else {
        paper.move(by: 1, among: count)
      }
    case .less: paper.change(by: -1)
    case .more: paper.change(by: 1)
    case .nextChoice where paper.isInTurn: paper.leaveOut()
    case .nextChoice: paper.move(by: 1, among: count)
    case .previousChoice: paper.move(by: -1, among: count)
    case .erase: paper.erase()
    case .skip: paper.skip()
    case .toggle:
      if case .rank(_, let max) = paper.form { notice = paper.toggle(paper.focus, max: max) }
    default: break
    }
    if notice == nil, paper.isSame(as: before) { notice = action.whyNothing }
    self.paper = paper
  }

  /// Takes a key while a field is there to type into; `nil` leaves it to the bindings.
  mutating func type(_ key: Key, in scene: Scene) -> Effect? {
    guard var paper, paper.takesTyping, page == .choosing else { return nil }
    let listed = listed(in: scene.session)
    defer { self.paper = paper }
    switch key {
    case .escape: return nil
    case .enter:
      // A row that has the focus; else what was typed; else all that is there.
      if paper.focus > 0, listed.indices.contains(paper.focus - 1) {
        notice = paper.toggle(listed[paper.focus - 1])
        paper.focus = min(paper.focus, self.listed(in: scene.session).count)
        return Effect.none
      }
      let isTyped = !paper.field.text.trimmingBlanks.isEmpty
      notice = paper.takeTyped()
      if notice != nil { return Effect.none }
      if isTyped, !isAlone(paper.form) { return Effect.none }
      return nil
    case .up, .down:
      paper.focus = min(max(0, paper.focus + (key == .up ? -1 : 1)), listed.count)
      return Effect.none
    case .backspace where paper.field.isEmpty:
      if let words = paper.ballot.words, !words.isEmpty { paper.remove(at: words.count - 1) }
      return Effect.none
    default:
      paper.focus = 0
      paper.isSkipped = false
      return paper.field.handle(key) ? Effect.none : nil
    }
  }

  /// Whether there is one thing to type, so that Enter goes on with it.
  private func isAlone(_ form: BallotForm) -> Bool {
    switch form {
    case .number, .words(1, _): true
    default: false
    }
  }

  mutating func paste(_ text: String) {
    guard paper?.takesTyping == true, page == .choosing else { return }
    paper?.field.paste(text)
  }

  /// Does what a touch on a paper means; `nil` when it was not on the paper.
  mutating func touch(paper target: ClickTarget, in scene: Scene) -> Effect? {
    guard page == .choosing, var paper else { return nil }
    defer { self.paper = paper }
    if let row = target.place(of: "paper") {
      switch paper.form {
      case .rank(_, let max): notice = paper.toggle(row, max: max)
      case .compare, .statements: notice = paper.answer(row + 1)
      case .answers, .words:
        let listed = listed(in: scene.session)
        if listed.indices.contains(row) { notice = paper.toggle(listed[row]) }
      default: paper.focus = row
      }
      return Effect.none
    }
    if let row = target.place(of: "less") ?? target.place(of: "more") {
      paper.focus = row
      paper.change(by: target.name.hasPrefix("less") ? -1 : 1)
      return Effect.none
    }
    if let place = target.place(of: "place") {
      paper.put(across: place / 10, up: place % 10)
      if paper.focus < paper.choices.count - 1 { paper.focus += 1 }
      return Effect.none
    }
    guard target.name == "skip" else { return nil }
    paper.skip()
    return Effect.none
  }

  /// Why a paper cannot be handed in yet; `nil` when it can.
  func whyNotHandIn(_ paper: BallotPaper, in scene: Scene) -> String? {
    guard !paper.isSkipped else { return nil }
    guard !paper.ballot.isBlank else {
      return paper.isFinished
        ? "Nothing is answered; x says that you prefer not to say"
        : paper.form.instruction
    }
    guard let poll else { return nil }
    do throws(Refusal) {
      let intent = Intent.poll(.cast(poll, paper.ballot, voter: voter))
      _ = try scene.session.decide(intent, by: .ballot, at: scene.now)
      return nil
    } catch {
      return error.sentence
    }
  }
}

extension BallotScreen.Action {
  /// Why nothing came of it on a paper.
  fileprivate var whyNothing: String {
    switch self {
    case .up, .previousChoice: "This is the first one"
    case .down, .nextChoice: "This is the last one"
    case .more: "There is no more"
    case .less: "There is no less"
    case .erase: "There is nothing to take back"
    case .skip: "That is so already"
    default: "That means nothing here"
    }
  }
}
