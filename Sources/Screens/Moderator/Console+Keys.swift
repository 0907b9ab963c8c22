import SessionModel
public import TerminalUI

extension Console {
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
          ["o"], "open the session", group: "Time", priority: 80,
          whyNot: session.agenda.order.isEmpty ? "The agenda has no segment; d adds one" : nil,
          action: .openSession))
    }
    if session.outcomes.asked != nil {
      bindings.append(
        Binding(["o"], "objection", group: "Floor", priority: 62, action: .object))
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
      Binding(
        ["d"], "the plan", group: "Time",
        priority: session.agenda.order.isEmpty ? 90 : session.stage == .planned ? 20 : 0,
        action: .plan),
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
      Binding(
        ["r"], session.stage == .closed ? "report" : "report so far", group: "Questions and polls",
        action: .report),
      Binding(["R"], "rule for a stretch", group: "Questions and polls", action: .rule),
      Binding(
        ["p"], pollTitle(in: scene), group: "Questions and polls", priority: 40, action: .poll),
      Binding(
        ["t"], "quick poll", group: "Questions and polls", priority: 5,
        whyNot: Self.whyNotAsk(in: scene), action: .quick),
    ]
    bindings += Self.templateBindings(in: scene) { .template($0) }
    bindings += [
      Binding(["V"], "poll of any type", group: "Questions and polls", action: .anyPoll),
      Binding(
        ["#"], "enter counts", group: "Questions and polls",
        whyNot: session.polls.open?.entry == nil ? "No open poll wants counts" : nil,
        action: .counts),
      Binding(
        ["D"], session.plan.breakout == nil ? "breakout groups" : "call the plenary",
        group: "Breakout groups",
        priority: session.plan.breakout == nil || session.stage == .closed ? 0 : 48,
        action: .breakouts),
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
    guard scene.isReplay || session.stage == .closed else { return bindings }
    return bindings.map { afterwards($0, in: scene) }
  }

  /// A key as it is when the session is over, or only played once more: what cannot be done says
  /// so and leaves the footer to what can be looked at.
  private func afterwards(_ binding: Binding<Action>, in scene: Scene) -> Binding<Action> {
    var binding = binding
    let needs = binding.action.needs(focus)
    if scene.isReplay {
      if needs != .nothing { binding.whyNot = "This is a replay; nothing is changed in it" }
    } else if needs == .openSession {
      binding.whyNot = "The session is closed"
    }
    if binding.isEnabled, let priority = binding.action.priorityAfterwards {
      binding.priority = priority
    } else if !binding.isEnabled {
      binding.priority = 0
    }
    return binding
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
}

extension Console.Action {
  /// What must be so for a key to do something.
  fileprivate enum Need { case nothing, session, openSession }

  fileprivate func needs(_ focus: Console.Pane) -> Need {
    switch self {
    case .act: focus == .notes ? .nothing : .openSession
    case .missing, .inbox, .polls, .people, .matrix, .numbers, .report, .focusNext, .focusPrevious:
      .nothing
    case .outcomes, .closing, .share, .cloud, .breakouts, .plan, .undo, .redo: .session
    case .raise, .end, .yield, .pause, .withdraw, .skip, .readdLast, .toggleList, .moveUp,
      .moveDown, .toFront, .bringBack, .order, .round, .form, .replan, .openSession, .next, .longer,
      .shorter, .finish, .skipSegment, .ask, .gavel, .poll, .quick, .anyPoll, .template, .counts,
      .rule, .object:
      .openSession
    }
  }

  /// Its place in the footer when the session is over; `nil` leaves it where it is.
  fileprivate var priorityAfterwards: Int? {
    switch self {
    case .report: 60
    case .closing: 58
    case .outcomes: 56
    case .numbers: 54
    case .polls: 52
    case .matrix: 50
    case .people: 48
    default: nil
    }
  }
}
