import SessionModel
public import TerminalUI

/// The online moderator's desk: who online waits and when they are due, and what they write.
public struct OnlineDesk: Screen {
  /// The parts that a selection can stand in.
  enum Pane: Sendable {
    case inbox, queue
  }

  var focus = Pane.inbox
  var inbox = InboxList()
  var queue = ListView<RequestID>()

  public init() {}

  public var name: String { "the online moderator's desk" }

  // MARK: Keys

  public enum Action: Sendable {
    case message(MessageDeed)
    case write, turnView, raise, withdraw, people, count, assent, tell
    case undo, redo, focusNext
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let session = scene.session
    let request = selectedRequest(in: scene)
    let asking = session.outcomes.asked?.asking
    let message = focus == .inbox ? inbox.selected(in: scene) : nil
    return [
      Binding(["n"], "take a message", group: "Messages", priority: 58, action: .write)
    ] + MessageDeed.bindings(for: message) { .message($0) } + [
      Binding(["v"], "next view", group: "Messages", priority: 26, action: .turnView),
      Binding(
        [.space], "hand up", group: "People", priority: 55,
        whyNot: session.stage == .closed ? "The session is closed" : nil, action: .raise),
      Binding(
        ["w"], "withdraw", group: "People", priority: focus == .queue ? 57 : 8,
        whyNot: request == nil ? "Nobody online is waiting for the floor" : nil,
        action: .withdraw),
      Binding(["i"], "people", group: "People", priority: 14, action: .people),
      Binding(["o"], "count online", group: "People", priority: 12, action: .count),
      Binding(
        ["A"], "answer for somebody", group: "People", priority: asking == nil ? 1 : 52,
        whyNot: asking == nil ? "No outcome is before the room" : nil, action: .assent),
      Binding(["t"], "tell the moderator", group: "People", priority: 10, action: .tell),
      Binding(
        ["z", "u"], "undo", group: "Undo and redo", priority: 35,
        whyNot: scene.isReplay ? "This is a replay" : nil, action: .undo),
      Binding(["Z"], "redo", group: "Undo and redo", action: .redo),
      Binding([.tab, .backTab], "next part", group: "Moving", priority: 16, action: .focusNext),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .message(let deed):
      return inbox.selected(in: scene).map { deed.effect(on: $0, in: scene) } ?? .none
    case .write: return .push(MessageEntry())
    case .turnView: inbox.turnView()
    case .raise: return .push(PersonPicker(.raiseHand))
    case .withdraw:
      return selectedRequest(in: scene).map { .ask(.floor(.withdraw($0.id))) } ?? .none
    case .people: return .push(Roll())
    case .count: return .push(Fill.online(scene.session.people))
    case .assent:
      guard let outcome = scene.session.outcomes.asked, let asking = outcome.asking else {
        return .none
      }
      return .push(Choose.assentOnline(outcome, asking, Wording(scene.session)))
    case .tell: return .push(Fill.word(to: .moderator))
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .focusNext: focus = focus == .inbox ? .queue : .inbox
    }
    return .none
  }

  /// Who online waits, as the queue stands.
  func waiting(in scene: Scene) -> [RequestID] {
    scene.session.floor.queue.filter { $0.channel == .online }.map(\.id)
  }

  private func selectedRequest(in scene: Scene) -> FloorRequest? {
    let id = queue.selection(in: waiting(in: scene))
    return scene.session.floor.queue.first { $0.id == id }
  }

  /// Why the selected request stands where it stands.
  public func explanation(in scene: Scene) -> String {
    guard focus == .queue, let request = selectedRequest(in: scene),
      let reason = scene.session.whyStands(request.id, at: scene.now)
    else { return "" }
    return "\(scene.session.people[request.person]?.name ?? ""): \(reason)."
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key):
      switch focus {
      case .inbox: return inbox.handle(key, in: scene) ? Effect.none : nil
      case .queue:
        guard key != "/", key != "g", key != "G" else { return nil }
        return queue.handle(key, items: waiting(in: scene)) ? Effect.none : nil
      }
    case .paste(let text): return MessageEntry.effect(ofPasting: text)
    case .mouse, .focus: return nil
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if inbox.click(target.name, in: scene) {
      focus = .inbox
    } else if queue.click(target.name, prefix: "queue", items: waiting(in: scene)) {
      focus = .queue
    }
    return .none
  }

  public mutating func settle(in scene: Scene) {
    let area = Rect(
      column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    let layout = Layout(area)
    inbox.settle(rows: layout.inbox.rows - 1, columns: layout.inbox.columns, in: scene)
    queue.settle(rows: max(1, layout.queue.rows - 1), items: waiting(in: scene))
  }
}

extension Scene {
  /// For how long a word from the other moderator stands on the screen, in seconds.
  private static var wordSeconds: Int { 120 }

  /// What the other moderator has just told this one.
  var wordForHere: String? {
    guard let word = session.inbox.word, word.by != seat,
      seat == .moderator || seat == .online, now.seconds(since: word.at) < Self.wordSeconds
    else { return nil }
    return "\(word.by.rawValue): \(word.text)"
  }
}
