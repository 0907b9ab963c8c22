public import SessionModel
public import TerminalUI

/// The moderator's console: who speaks, who waits, what time is left, what was asked and answered.
public struct Console: Screen {
  /// The parts of the console that a selection can stand in.
  enum Pane: CaseIterable, Sendable {
    case queue, agenda, questions, notes
  }

  var focus = Pane.queue
  var queue = ListView<RequestID>()
  var agenda = ListView<SegmentID>()
  var questions = ListView<QuestionID>()
  var notes = ListView<NoteID>()
  /// The notes as of an entry, the newest first.
  private var newest: (entries: Int, notes: [NoteID])?

  public init() {}

  public var name: String { "the console" }

  // MARK: Keys

  public enum Action: Sendable {
    case act, raise, end, yield, pause, withdraw, skip, readdLast, toggleList
    case moveUp, moveDown, toFront, bringBack, order, missing, round, form, replan, outcomes
    case inbox, openSession, next, longer, shorter, finish, skipSegment, ask, gavel
    case poll, quick, template(PollTemplate), counts, polls, share, cloud, people, matrix
    case numbers, report, rule, breakouts, closing
    case undo, redo, focusNext, focusPrevious
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let session = scene.session
    let isLive = session.stage == .live
    let notLive: String? =
      switch session.stage {
      case .planned: "The session is not open yet; o opens it"
      case .live: nil
      case .closed: "The session is closed"
      }
    let nobody = session.floor.current == nil ? "Nobody has the floor" : nil
    let messages = session.inbox.waitingCount
    let waiting = session.floor.queue.map(\.id)
    let place = queue.index(in: waiting)
    let nobodyWaits = selectedRequest(in: scene) == nil ? "Nobody is waiting for the floor" : nil
    var bindings: [Binding<Action>] = []
    if session.stage == .planned {
      bindings.append(
        Binding(
          ["o"], "open the session", group: "Time", priority: 80, action: .openSession))
    }
    bindings += [
      Binding(
        [.enter], actTitle(in: scene), group: "Floor", priority: 60,
        whyNot: actRefusal(in: scene), action: .act),
      Binding([.space], "hand up", group: "Floor", priority: 55, action: .raise),
      Binding(
        ["e"], "end", group: "Floor", priority: 50, whyNot: nobody ?? notLive,
        action: .end),
      Binding(
        ["y"], "yield to next", group: "Floor", priority: 15, whyNot: nobody ?? notLive,
        action: .yield),
      Binding(
        ["."], session.floor.currentTurn?.isPaused == true ? "go on" : "stop clock",
        group: "Floor", priority: 12, whyNot: nobody ?? notLive, action: .pause),
      Binding(["w"], "withdraw", group: "Floor", whyNot: nobodyWaits, action: .withdraw),
      Binding(["s"], "skip", group: "Floor", priority: 14, whyNot: nobodyWaits, action: .skip),
      Binding(
        ["K"], "one place up", group: "Floor",
        whyNot: nobodyWaits ?? (place == 0 ? "This one is first" : nil), action: .moveUp),
      Binding(
        ["J"], "one place down", group: "Floor",
        whyNot: nobodyWaits ?? (place == waiting.count - 1 ? "This one is last" : nil),
        action: .moveDown),
      Binding(
        ["!"], "before all others", group: "Floor",
        whyNot: nobodyWaits ?? (place == 0 ? "This one is first" : nil), action: .toFront),
      Binding(
        ["B"], "bring back who was passed over", group: "Floor",
        whyNot: session.floor.parked.isEmpty ? "Nobody is parked" : nil, action: .bringBack),
      Binding(
        ["T"], "everybody in order", group: "Floor", whyNot: notLive, action: .round),
      Binding(
        ["F"], session.floor.form == nil ? "fishbowl or talking stick" : formTitle(in: scene),
        group: "Floor", priority: session.floor.form == nil ? 0 : 52,
        whyNot: session.stage == .closed ? notLive : nil, action: .form),
      Binding(["O"], "order of the queue", group: "Floor", priority: 3, action: .order),
      Binding(["W"], "who is missing", group: "Floor", priority: 11, action: .missing),
      Binding(
        ["b"], "recall the last speaker", group: "Floor",
        whyNot: session.floor.turns.isEmpty ? "Nobody has spoken yet" : nil, action: .readdLast),
      Binding(
        ["c"], session.floor.isListOpen ? "close the list" : "open the list", group: "Floor",
        action: .toggleList),
      Binding(["i"], "people", group: "Floor", priority: 10, action: .people),
      Binding(
        ["I"], messages == 0 ? "inbox" : "inbox \(messages)", group: "Floor",
        priority: messages == 0 ? 1 : 42, action: .inbox),
      Binding(
        ["n"], "next", group: "Time", priority: 45,
        whyNot: notLive ?? (session.agenda.next == nil ? "No segment is left" : nil),
        action: .next),
      Binding(
        ["+"], "a minute more", group: "Time", priority: 8,
        whyNot: extendRefusal(in: scene), action: .longer),
      Binding(
        ["-"], "a minute less", group: "Time", whyNot: extendRefusal(in: scene),
        action: .shorter),
      Binding(
        ["f"], "finish the segment", group: "Time",
        whyNot: session.agenda.current == nil ? "No segment is running" : nil, action: .finish),
      Binding(
        ["L"], "re-plan", group: "Time",
        priority: isLate(in: scene) ? 13 : 2,
        whyNot: notLive, action: .replan),
      Binding(["S"], "leave a segment out", group: "Time", action: .skipSegment),
      Binding(
        ["G"], "let the gavel fall", group: "Time", priority: isLive ? 6 : 0, whyNot: notLive,
        action: .gavel),
      Binding(
        ["a"], "ask question", group: "Questions and polls", priority: 25,
        whyNot: session.plan.questionOrder.isEmpty ? "The plan has no policy question" : nil,
        action: .ask),
      Binding(
        ["x"], "who answered what", group: "Questions and polls", priority: 9, action: .matrix),
      Binding(["N"], "numbers", group: "Questions and polls", action: .numbers),
      Binding(["r"], "report so far", group: "Questions and polls", action: .report),
      Binding(["R"], "rule for a stretch", group: "Questions and polls", action: .rule),
      Binding(
        ["p"], pollTitle(in: scene), group: "Questions and polls", priority: 40, action: .poll),
      Binding(
        ["t"], "quick poll", group: "Questions and polls", priority: 5,
        whyNot: Self.whyNotAsk(in: scene), action: .quick),
    ]
    bindings += Self.templateBindings(in: scene) { .template($0) }
    bindings += [
      Binding(
        ["#"], "enter counts", group: "Questions and polls",
        whyNot: session.polls.open?.entry == nil ? "No open poll wants counts" : nil,
        action: .counts),
      Binding(["D"], "breakout groups", group: "Breakout groups", action: .breakouts),
      Binding(["E"], "what follows", group: "Questions and polls", action: .closing),
      Binding(["A"], "outcomes", group: "Questions and polls", priority: 3, action: .outcomes),
      Binding(["P"], "all polls", group: "Questions and polls", priority: 4, action: .polls),
      Binding(
        ["v"], shareTarget(in: scene)?.isShared == true ? "hide the poll" : "show the poll",
        group: "Questions and polls",
        whyNot: shareTarget(in: scene) == nil ? "No poll is closed yet" : nil, action: .share),
      Binding(
        ["C"], shownPoll(in: scene)?.isCloud == true ? "words as bars" : "words as a cloud",
        group: "Questions and polls", whyNot: Self.whyNotCloud(shownPoll(in: scene)),
        action: .cloud),
      Binding(
        ["z", "u"], "undo", group: "Undo and redo", priority: 35,
        whyNot: scene.isReplay ? "This is a replay" : nil, action: .undo),
      Binding(["Z"], "redo", group: "Undo and redo", action: .redo),
      Binding([.tab], "next part", group: "Moving", priority: 7, action: .focusNext),
      Binding([.backTab], "part before", group: "Moving", action: .focusPrevious),
    ]
    return bindings
  }

  public func hintDetails(in scene: Scene) -> [Int]? {
    let waiting = scene.session.floor.queue.map(\.id)
    let place = queue.index(in: waiting)
    let isLast = place == waiting.count - 1
    return [
      Pane.allCases.firstIndex(of: focus) ?? 0, place == nil ? 0 : place == 0 ? 1 : 2,
      isLast ? 1 : 0, extendTarget(in: scene) == nil ? 0 : 1, isLate(in: scene) ? 1 : 0,
    ]
  }

  /// Whether the session would end so late that it is worth planning anew.
  private func isLate(in scene: Scene) -> Bool {
    (scene.session.forecast(at: scene.now)?.lateSeconds ?? 0) >= 60
  }

  private func actTitle(in scene: Scene) -> String {
    switch focus {
    case .queue:
      if case .stick = scene.session.floor.form, scene.session.floor.current != nil {
        "pass the stick"
      } else {
        "give floor"
      }
    case .agenda: "start segment"
    case .questions: "ask question"
    case .notes: "read note"
    }
  }

  /// Why there is nothing to act on where the selection stands.
  private func actRefusal(in scene: Scene) -> String? {
    let session = scene.session
    return switch focus {
    case .queue: nil
    case .agenda: session.agenda.order.isEmpty ? "There is no segment yet" : nil
    case .questions:
      session.plan.questionOrder.isEmpty ? "The plan has no policy question" : nil
    case .notes: session.notes.all.isEmpty ? "There is no note yet" : nil
    }
  }

  private func formTitle(in scene: Scene) -> String {
    if case .stick = scene.session.floor.form { return "talking stick" }
    return "circle"
  }

  private func pollTitle(in scene: Scene) -> String {
    if scene.session.polls.open != nil { return "close poll" }
    return scene.session.polls.all.contains { $0.state == .draft } ? "open poll" : "new poll"
  }

  private func extendRefusal(in scene: Scene) -> String? {
    extendTarget(in: scene) == nil ? "No segment is running or selected" : nil
  }

  // MARK: What is selected

  func selectedRequest(in scene: Scene) -> FloorRequest? {
    let ids = scene.session.floor.queue.map(\.id)
    guard let id = queue.selection(in: ids) else { return nil }
    return scene.session.floor.queue.first { $0.id == id }
  }

  private func extendTarget(in scene: Scene) -> SegmentID? {
    if focus == .agenda, let id = agenda.selection(in: scene.session.agenda.order) { return id }
    return scene.session.agenda.current
  }

  func shareTarget(in scene: Scene) -> Poll? {
    let closed = scene.session.polls.all.filter { $0.state == .closed }
    return closed.last { $0.isShared } ?? closed.last
  }

  /// The newest first; sorted anew only when something has happened.
  func shownNotes(_ scene: Scene) -> [NoteID] {
    if let newest, newest.entries == scene.session.entries { return newest.notes }
    let notes = scene.session.notes.all.all
    return notes.indices.reversed().map { notes[$0].id }
  }

  public mutating func settle(in scene: Scene) {
    guard newest?.entries != scene.session.entries else { return }
    newest = (scene.session.entries, shownNotes(scene))
  }

  /// Why the selected request stands where it stands.
  public func explanation(in scene: Scene) -> String {
    guard focus == .queue, let request = selectedRequest(in: scene),
      let reason = scene.session.whyStands(request.id, at: scene.now)
    else { return "" }
    let place = (queue.index(in: scene.session.floor.queue.map(\.id)) ?? 0) + 1
    let name = scene.session.people[request.person]?.name ?? request.person.description
    return "\(place) \(name): \(reason)."
  }

  // MARK: What keys lead to

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    let session = scene.session
    switch action {
    case .act: return act(in: scene)
    case .raise: return .push(PersonPicker(.raiseHand))
    case .end: return .ask(.floor(.end))
    case .yield: return .ask(.floor(.yield(to: .next)))
    case .pause:
      return .ask(.floor(session.floor.currentTurn?.isPaused == true ? .resume : .pause))
    case .withdraw: return onRequest(in: scene) { .ask(.floor(.withdraw($0.id))) }
    case .skip:
      return onRequest(in: scene) { request in
        .push(Choose.reasonToSkip(request, name: session.people[request.person]?.name ?? ""))
      }
    case .moveUp: return move(by: -1, in: scene)
    case .moveDown: return move(by: 1, in: scene)
    case .toFront: return onRequest(in: scene) { .ask(.floor(.move($0.id, to: 1))) }
    case .bringBack: return .push(Choose.parked(in: session))
    case .order: return .push(Choose.order(in: session))
    case .missing: return .push(WhoIsMissing())
    case .round: return .push(Choose.round(in: scene))
    case .form: return .push(Choose.form(in: scene))
    case .replan: return .push(ReplanChoice())
    case .outcomes: return .push(OutcomeDesk())
    case .breakouts: return .push(BreakoutDesk())
    case .closing: return .push(ClosingDesk())
    case .readdLast: return .ask(.floor(.readdLast))
    case .toggleList: return .ask(.floor(session.floor.isListOpen ? .closeList : .openList))
    case .people: return .push(Roll())
    case .inbox: return .push(InboxDesk())
    case .openSession: return .ask(.agenda(.open))
    case .next: return .ask(.agenda(.next))
    case .longer: return .ask(.agenda(.extend(extendTarget(in: scene), seconds: 60)))
    case .shorter: return .ask(.agenda(.extend(extendTarget(in: scene), seconds: -60)))
    case .finish: return .ask(.agenda(.finish))
    case .skipSegment: return .push(Choose.segmentToSkip(in: session))
    case .gavel: return .push(Choose.gavel(in: scene))
    case .ask: return .push(Choose.question(in: session))
    case .matrix: return .push(Matrix())
    case .numbers: return .push(NumbersPage())
    case .report: return .push(ReportDesk())
    case .rule: return .push(Choose.rule(in: session))
    case .poll: return poll(in: scene)
    case .quick: return .push(Choose.template())
    case .template(let template): return .ask(.poll(template.intent))
    case .cloud: return shownPoll(in: scene).map(Self.turnCloud) ?? .none
    case .counts: return session.polls.open.map(Self.enterCounts) ?? .none
    case .polls: return .push(PollDesk())
    case .share:
      guard let poll = shareTarget(in: scene) else { return .none }
      return .ask(.poll(poll.isShared ? .hide(poll.id) : .share(poll.id)))
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .focusNext: return turnFocus(by: 1)
    case .focusPrevious: return turnFocus(by: -1)
    }
  }

  private func onRequest(in scene: Scene, _ body: (FloorRequest) -> Effect) -> Effect {
    selectedRequest(in: scene).map(body) ?? .none
  }

  private func act(in scene: Scene) -> Effect {
    switch focus {
    case .queue:
      if case .stick(let holder) = scene.session.floor.form {
        // Whoever holds the stick speaks first, and then hands it on by name.
        return scene.session.floor.currentTurn == nil
          ? .ask(.floor(.give(.person(holder), seconds: nil))) : .push(PersonPicker(.passStick))
      }
      guard let request = selectedRequest(in: scene) else {
        return .push(PersonPicker(.giveFloor))
      }
      return .ask(.floor(.give(.request(request.id), seconds: nil)))
    case .agenda:
      guard let id = agenda.selection(in: scene.session.agenda.order) else { return .none }
      return .ask(.agenda(.start(id)))
    case .questions:
      guard let id = questions.selection(in: scene.session.plan.questionOrder) else {
        return .none
      }
      return .ask(.agenda(.ask(id)))
    case .notes:
      guard let id = notes.selection(in: shownNotes(scene)) else { return .none }
      return .push(NoteCard(id))
    }
  }

  private mutating func move(by places: Int, in scene: Scene) -> Effect {
    guard let request = selectedRequest(in: scene),
      let index = scene.session.floor.queue.firstIndex(where: { $0.id == request.id }),
      scene.session.floor.queue.indices.contains(index + places)
    else { return .none }
    queue.select(request.id)
    return .ask(.floor(.move(request.id, to: index + places + 1)))
  }

  private func poll(in scene: Scene) -> Effect {
    if let open = scene.session.polls.open { return .push(Choose.closing(open, in: scene)) }
    let drafts = scene.session.polls.all.filter { $0.state == .draft }
    guard drafts.isEmpty else { return .push(Choose.draft(among: drafts)) }
    // In a session that is not open a poll can only be prepared.
    let verb = scene.session.stage == .live ? "ask" : "draft"
    return .push(Palette(over: [], text: "poll \(verb) \""))
  }

  /// Why nothing can be put to the room now; `nil` when it can.
  static func whyNotLive(in scene: Scene) -> String? {
    switch scene.session.stage {
    case .planned: Refusal.sessionNotOpen.sentence
    case .live: nil
    case .closed: Refusal.sessionClosed.sentence
    }
  }

  /// Why no poll can be asked now; `nil` when one can.
  static func whyNotAsk(in scene: Scene) -> String? {
    if let open = scene.session.polls.open { return Refusal.pollStillOpen(open.id).sentence }
    switch scene.session.stage {
    case .planned: return Refusal.sessionNotOpen.sentence
    case .live: return nil
    case .closed: return Refusal.sessionClosed.sentence
    }
  }

  /// A form to enter what the room shows.
  static func enterCounts(of poll: Poll) -> Effect {
    CountForm(of: poll).map { .push($0) } ?? .none
  }

  /// The polls that rooms often need, a key each.
  static func templateBindings<Asked>(
    in scene: Scene, asking action: (PollTemplate) -> Asked
  ) -> [Binding<Asked>] {
    let whyNot = whyNotAsk(in: scene)
    return PollTemplate.allCases.map { template in
      Binding(
        [Key(.character(template.key))], "ask: \(template.title)", group: "Polls in one key",
        priority: template == .clear ? 6 : 1, whyNot: whyNot, action: action(template))
    }
  }

  static func whyNotCloud(_ poll: Poll?) -> String? {
    guard let poll else { return "There is no poll yet" }
    guard case .words = poll.method else { return "This poll gathers no words" }
    return nil
  }

  static func turnCloud(_ poll: Poll) -> Effect {
    .ask(.poll(.draw(poll.id, asCloud: poll.isCloud != true)))
  }

  /// The poll that the console shows: the open one, else the one that was closed last.
  func shownPoll(in scene: Scene) -> Poll? {
    scene.session.polls.open ?? scene.session.polls.all.all.last { $0.state == .closed }
  }

  private mutating func turnFocus(by step: Int) -> Effect {
    let panes = Pane.allCases
    let index = panes.firstIndex(of: focus) ?? 0
    focus = panes[(index + step + panes.count) % panes.count]
    return .none
  }

  // MARK: Moving and clicking

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, key != "/", key != "G", key != "g" else { return nil }
    let session = scene.session
    let isMoved =
      switch focus {
      case .queue: queue.handle(key, items: session.floor.queue.map(\.id))
      case .agenda: agenda.handle(key, items: session.agenda.order)
      case .questions: questions.handle(key, items: session.plan.questionOrder)
      case .notes: notes.handle(key, items: shownNotes(scene))
      }
    return isMoved ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    let session = scene.session
    let before = (focus, selectedName(in: scene))
    if queue.click(target.name, prefix: "queue", items: session.floor.queue.map(\.id)) {
      focus = .queue
    } else if agenda.click(target.name, prefix: "segment", items: session.agenda.order) {
      focus = .agenda
    } else if questions.click(
      target.name, prefix: "question", items: session.plan.questionOrder)
    {
      focus = .questions
    } else if notes.click(target.name, prefix: "note", items: shownNotes(scene)) {
      focus = .notes
    } else {
      return target.name == "poll" ? perform(.poll, in: scene) : .none
    }
    // A second click on what is selected does what Enter does.
    return before == (focus, selectedName(in: scene)) ? act(in: scene) : .none
  }

  private func selectedName(in scene: Scene) -> String? {
    let session = scene.session
    return switch focus {
    case .queue: queue.selection(in: session.floor.queue.map(\.id))?.description
    case .agenda: agenda.selection(in: session.agenda.order)?.description
    case .questions: questions.selection(in: session.plan.questionOrder)?.description
    case .notes: notes.selection(in: shownNotes(scene))?.description
    }
  }

  // MARK: Drawing

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let (head, rest) = area.split(top: 1)
    canvas.part("header", of: scene.part(), in: head) { HeaderLine(scene).draw(on: &$0, in: head) }
    let body = rest.split(top: 1).rest
    let frame = Frame(self, scene)
    if area.columns >= 150, area.rows >= 44 {
      frame.drawLarge(on: &canvas, in: body)
    } else if area.columns >= 106, area.rows >= 28 {
      frame.drawWide(on: &canvas, in: body)
    } else {
      frame.drawCompact(on: &canvas, in: body)
    }
  }
}
