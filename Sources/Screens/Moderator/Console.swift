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
  private var front = Front()

  public init() {}

  public var name: String { "the console" }

  // MARK: Keys

  public enum Action: Sendable {
    case act, raise, end, yield, pause, withdraw, skip, readdLast, toggleList
    case moveUp, moveDown, toFront, bringBack, order, missing, round, form, replan, outcomes
    case inbox, openSession, next, longer, shorter, finish, skipSegment, ask, gavel
    case poll, quick, anyPoll, template(PollTemplate), counts, polls, share, cloud, people, matrix
    case numbers, report, rule, breakouts, closing, plan
    case object, undo, redo, focusNext, focusPrevious
  }

  // MARK: What is selected

  func selectedRequest(in scene: Scene) -> FloorRequest? {
    let ids = scene.session.floor.queue.map(\.id)
    guard let id = queue.selection(in: ids) else { return nil }
    return scene.session.floor.queue.first { $0.id == id }
  }

  func extendTarget(in scene: Scene) -> SegmentID? {
    if focus == .agenda, let id = agenda.selection(in: scene.session.agenda.order) { return id }
    return scene.session.agenda.current
  }

  func shareTarget(in scene: Scene) -> Poll? {
    shownPoll(in: scene).flatMap { $0.state == .closed ? $0 : nil }
      ?? scene.session.polls.all.all.last { $0.state == .closed }
  }

  /// The newest first; sorted anew only when something has happened.
  func shownNotes(_ scene: Scene) -> [NoteID] {
    if let newest, newest.entries == scene.session.entries { return newest.notes }
    let notes = scene.session.notes.all.all
    return notes.indices.reversed().map { notes[$0].id }
  }

  public mutating func settle(in scene: Scene) {
    front.settle(selectedRequest(in: scene)?.id, at: scene.now)
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
    front.isOurs = true
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
    case .breakouts:
      // A group of another session has that one to call, and no groups of its own.
      guard session.plan.breakout == nil else { return .push(Choose.call(in: session)) }
      return .push(BreakoutDesk())
    case .closing: return .push(ClosingDesk())
    case .plan: return .push(PlanDesk())
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
    case .quick: return .push(Choose.template(in: scene))
    case .anyPoll: return .push(PollForm(in: scene, isAtOnce: true))
    case .template(let template): return .ask(.poll(template.intent))
    case .cloud: return shownPoll(in: scene).map(Self.turnCloud) ?? .none
    case .counts: return session.polls.open.map(Self.enterCounts) ?? .none
    case .polls: return .push(PollDesk())
    case .share:
      guard let poll = shareTarget(in: scene) else { return .none }
      return .ask(.poll(poll.isShared ? .hide(poll.id) : .share(poll.id)))
    case .object: return .object
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
      guard !front.hasJustMoved(at: scene.now) else {
        return .say("The queue has just changed; look who stands there, then press again", .refusal)
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
    guard drafts.isEmpty else { return .push(Choose.draft(among: drafts, in: scene)) }
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

  /// The poll that the console shows: the open one, else the one that was closed last of those on
  /// the stage, or put to the question on the table.
  func shownPoll(in scene: Scene) -> Poll? {
    let asked = scene.session.agenda.question
    return scene.session.polls.open
      ?? scene.session.polls.all.all.last { poll in
        guard poll.state == .closed else { return false }
        return poll.isShared || asked == nil || poll.question == nil || poll.question == asked
      }
  }

  private mutating func turnFocus(by step: Int) -> Effect {
    let panes = Pane.allCases
    let index = panes.firstIndex(of: focus) ?? 0
    focus = panes[(index + step + panes.count) % panes.count]
    return .none
  }

  // MARK: Moving and clicking

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    front.isOurs = true
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

  public mutating func told(_ outcome: Outcome, in scene: Scene) { front.isOurs = true }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    front.isOurs = true
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
    } else if let pane = Pane.allCases.first(where: { target.name == "pane:\($0)" }) {
      focus = pane
      return .none
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
