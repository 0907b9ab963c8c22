public import SessionModel
public import TerminalUI

/// The screens over one another, the status line, and the keys that work everywhere.
public struct ScreenStack: Sendable {
  private var screens: [any Screen]
  public private(set) var status = StatusLine()

  public init(_ first: any Screen) {
    screens = [first]
  }

  public var isEmpty: Bool { screens.isEmpty }
  public var top: (any Screen)? { screens.last }
  public var depth: Int { screens.count }

  public mutating func push(_ screen: any Screen) {
    screens.append(screen)
  }

  /// Takes the screens' place, all of them.
  public mutating func replaceAll(with screen: any Screen) {
    screens = [screen]
    status = StatusLine()
    rule = nil
  }

  /// Changes the lowest screen when it is of that kind, as when the lobby's list has news.
  public mutating func changeRoot<Root: Screen>(_ kind: Root.Type, _ change: (inout Root) -> Void) {
    guard var root = screens.first as? Root else { return }
    change(&root)
    screens[0] = root
  }

  public mutating func say(_ text: String, _ kind: StatusLine.Kind = .info) {
    status.say(text, kind)
  }

  /// When to draw again though nothing happened.
  public func tick(in scene: Scene) -> Tick? {
    let wishes = screens.suffix(visibleCount).compactMap { $0.tick(in: scene) }
    return wishes.contains(.second) ? .second : wishes.first
  }

  /// What is stored of what was typed when the terminal or the machine goes.
  public func lastWords(in scene: Scene) -> [Intent] {
    screens.flatMap { $0.lastWords(in: scene) }
  }

  /// Whether nothing from the keyboard may end or stop the program now.
  public func holds(in scene: Scene) -> Bool { screens.last?.holds(in: scene) ?? false }

  /// The rule that held when a screen was last shown.
  private var rule: AttributionRule?

  // MARK: Input

  /// Hands one input to the top screen and does what it leads to.
  ///
  /// Returns what the program around has to do: ask the desk, open a session, end. A click goes to
  /// what stands there on the canvas that is `seen`; without one, on a drawing of the scene.
  public mutating func receive(
    _ input: Input, in scene: Scene, on seen: Canvas? = nil
  ) -> [Effect] {
    guard !screens.isEmpty else { return [.quit] }
    if case .mouse(let mouse) = input { return click(mouse, in: scene, on: seen) }
    if case .key = input { status.fade() }
    return carryOut(answer(to: input, in: scene), in: scene)
  }

  private mutating func answer(to input: Input, in scene: Scene) -> Effect {
    let last = screens.count - 1
    if scene.isReplay, screens[last].chrome != .overlay, case .key(let key) = input,
      let binding = Self.replayBindings.first(where: { $0.keys.contains(key) })
    {
      return performGlobal(binding.action, in: scene)
    }
    if let effect = screens[last].receive(input, in: scene) { return effect }
    switch input {
    case .key(let key):
      if let effect = screens[last].press(key, in: scene) { return effect }
      return pressGlobal(key, in: scene)
    case .paste:
      guard screens[last].chrome != .bare else { return .none }
      return .say("Nothing is typed here; the pasted text was left out", .refusal)
    case .mouse, .focus: return .none
    }
  }

  private func pressGlobal(_ key: Key, in scene: Scene) -> Effect {
    guard let binding = Self.globalBindings.first(where: { $0.keys.contains(key) }) else {
      return unbound(key, in: scene)
    }
    // The stage and the ballot have no keys but their own; a replay of them can be left.
    let isOpen =
      screens.last?.chrome == .full || (scene.isReplay && binding.action == .leave)
      || (binding.action == .handOver && scene.mayHandOver)
    guard isOpen || binding.action == .repaint else { return .none }
    return performGlobal(binding.action, in: scene)
  }

  private func unbound(_ key: Key, in scene: Scene) -> Effect {
    guard let top = screens.last, top.chrome == .full, case .character = key.symbol else {
      return .none
    }
    let help = top.takesTyping(in: scene) ? "F1" : "?"
    return .say("\(key.label) means nothing here; \(help) shows the keys", .info)
  }

  private func performGlobal(_ action: GlobalAction, in scene: Scene) -> Effect {
    switch action {
    case .command: .push(Palette(over: hints(in: scene)))
    case .help:
      .push(
        Help(
          of: screens.last?.name ?? "", hints: hints(in: scene),
          lead: screens.last?.explanation(in: scene) ?? ""))
    case .messages: .push(Messages(status.log))
    case .mouse: .toggleMouse
    case .repaint: .repaint
    case .suspend: .suspend
    case .leave: .pop
    case .cancel: .say("Press q to leave", .info)
    case .handOver:
      scene.mayHandOver
        ? .handOver : .say("The next session is opened once this one is closed", .refusal)
    case .replay(.ask): .push(Fill.placeInReplay)
    case .replay(let action): .replay(action)
    }
  }

  private mutating func click(_ mouse: Mouse, in scene: Scene, on seen: Canvas?) -> [Effect] {
    guard let last = screens.indices.last else { return [] }
    switch mouse.action {
    case .release: return []
    case .wheelUp: return carryOut(screens[last].receive(.key(.up), in: scene), in: scene)
    case .wheelDown: return carryOut(screens[last].receive(.key(.down), in: scene), in: scene)
    case .press: break
    }
    let canvas = seen ?? draw(in: scene)
    guard let target = canvas.target(at: mouse.point) else { return [] }
    if target.name.hasPrefix("key:") {
      let label = target.name.dropFirst(4)
      guard let key = hints(in: scene).flatMap(\.keys).first(where: { $0.label == label }) else {
        return []
      }
      return receive(.key(key), in: scene)
    }
    if let effect = screens[last].receive(.mouse(mouse), in: scene) {
      return carryOut(effect, in: scene)
    }
    return carryOut(screens[last].choose(target, in: scene), in: scene)
  }

  /// Tells the top screen what came of what it asked.
  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    guard let last = screens.indices.last else { return }
    rule = scene.session.attribution
    screens[last].told(outcome, in: scene)
    guard last > 0, screens[last].isOver else { return }
    let asked = screens.removeLast()
    // It asked for somebody else, who has waited since.
    if asked is SecretPrompt { told(outcome, in: scene) }
  }

  private mutating func carryOut(_ effect: Effect?, in scene: Scene) -> [Effect] {
    switch effect {
    case nil, .some(.none): return []
    case .say(let text, let kind):
      status.say(text, kind)
      return []
    case .push(let screen):
      screens.append(screen)
      return []
    case .ask(let intent):
      guard !scene.isReplay, let secret = intent.secret(in: scene.session) else {
        return [.ask(intent)]
      }
      screens.append(SecretPrompt(intent, secret))
      return []
    case .all(let effects): return effects.flatMap { carryOut($0, in: scene) }
    case .pop:
      screens.removeLast()
      return screens.isEmpty ? [.quit] : []
    case .popThen(let effects):
      screens.removeLast()
      return effects.flatMap { carryOut($0, in: scene) }
    case .press(let index):
      guard let last = screens.indices.last else { return [] }
      let own = screens[last].hints(in: scene).count
      if index < own {
        return carryOut(screens[last].performHint(index, in: scene), in: scene)
      }
      let everywhere = Self.everywhere(in: scene)
      guard everywhere.indices.contains(index - own) else { return [] }
      return carryOut(performGlobal(everywhere[index - own].action, in: scene), in: scene)
    case .some(let other): return [other]
    }
  }

  // MARK: Keys that work everywhere

  enum GlobalAction: Sendable, Hashable {
    case command, help, messages, mouse, repaint, suspend, leave, cancel, handOver
    case replay(ReplayAction)
  }

  static let globalBindings: [Binding<GlobalAction>] = [
    Binding(
      [":", .control("p")], "command", group: "Everywhere", priority: 20, action: .command),
    Binding(["?", .function(1)], "help", group: "Everywhere", priority: 90, action: .help),
    Binding(["M"], "messages so far", group: "Everywhere", action: .messages),
    Binding(["m"], "mouse on or off", group: "Everywhere", action: .mouse),
    Binding([.control("l")], "draw anew", group: "Everywhere", action: .repaint),
    Binding([.function(7)], "next session", group: "Everywhere", action: .handOver),
    Binding([.control("z")], "suspend", group: "Everywhere", action: .suspend),
    Binding(["q"], "leave", group: "Everywhere", priority: 5, action: .leave),
    Binding([.control("c"), .escape], "cancel", group: "Everywhere", action: .cancel),
  ]

  /// The keys of a replay, which come before all others.
  static let replayBindings: [Binding<GlobalAction>] = [
    Binding([.space], "stop or go on", group: "Replay", priority: 70, action: .replay(.pause)),
    Binding([.right], "next entry", group: "Replay", priority: 69, action: .replay(.next)),
    Binding([.left], "entry before", group: "Replay", priority: 64, action: .replay(.previous)),
    Binding(["]"], "next segment", group: "Replay", priority: 66, action: .replay(.nextSegment)),
    Binding(
      ["["], "segment before", group: "Replay", priority: 63, action: .replay(.previousSegment)),
    Binding(["g"], "go to", group: "Replay", priority: 68, action: .replay(.ask)),
    Binding(["w"], "another seat", group: "Replay", priority: 65, action: .replay(.seat)),
    Binding(["+"], "faster", group: "Replay", priority: 62, action: .replay(.faster)),
    Binding(["-"], "slower", group: "Replay", priority: 61, action: .replay(.slower)),
  ]

  private static func everywhere(in scene: Scene) -> [Binding<GlobalAction>] {
    if scene.isReplay { return replayBindings + globalBindings }
    guard scene.mayHandOver else { return globalBindings }
    return globalBindings.map { binding in
      guard binding.action == .handOver else { return binding }
      var binding = binding
      binding.priority = 85
      return binding
    }
  }

  /// The keys of the top screen and those that work everywhere.
  public func hints(in scene: Scene) -> [Binding<Int>] {
    guard let top = screens.last else { return [] }
    let isTyping = top.takesTyping(in: scene)
    let all = top.hints(in: scene)
    let own = !isTyping ? all : all.map(\.withoutTypedKeys).filter { !$0.keys.isEmpty }
    guard top.chrome == .full else { return own }
    let isReplay = scene.isReplay
    let global = Self.everywhere(in: scene).enumerated().map { index, binding in
      Binding<Int>(
        binding.keys.filter { key in
          let isTaken = !isReplay && own.contains { $0.keys.contains(key) }
          return !isTaken && !(isTyping && key.typed != nil)
        },
        binding.title, group: binding.group,
        priority: binding.priority, action: all.count + index)
    }
    // The keys of a replay come before those of the screen.
    let mine = isReplay ? own.map { $0.without(Self.replayBindings.flatMap(\.keys)) } : own
    return (mine + global).filter { !$0.keys.isEmpty }
  }

  // MARK: Drawing

  /// Lets every screen that is seen take in what changed.
  public mutating func settle(in scene: Scene) {
    let rule = scene.session.attribution
    // What somebody else has begun or ended must not be learned from what goes missing.
    if let before = self.rule, before != rule, !scene.isReplay {
      status.say(rule.announcement(after: before), .good)
    }
    self.rule = rule
    while screens.count > 1, let whyGone = screens.last?.whyGone(in: scene) {
      screens.removeLast()
      status.say(whyGone, .refusal)
    }
    for index in screens.indices.suffix(visibleCount) { screens[index].settle(in: scene) }
  }

  /// Draws the screens that are seen; what looks as on the canvas before is taken from there.
  public func draw(in scene: Scene, after before: Canvas? = nil) -> Canvas {
    var canvas = Canvas(size: scene.size, style: scene.look["text"], after: before)
    guard let top = screens.last else { return canvas }
    let notice = TooSmall(top.name, needs: top.needs)
    guard !notice.applies(to: scene.size) else {
      notice.draw(on: &canvas, look: scene.look)
      return canvas
    }
    for screen in screens.suffix(visibleCount) { draw(screen, on: &canvas, in: scene) }
    canvas.finish(keepingParts: visibleCount == 1)
    return canvas
  }

  private func draw(_ screen: any Screen, on canvas: inout Canvas, in scene: Scene) {
    switch screen.chrome {
    case .bare, .overlay: screen.draw(on: &canvas, in: canvas.bounds, scene: scene)
    case .full:
      let (body, foot) = canvas.bounds.split(bottom: 2)
      screen.draw(on: &canvas, in: body, scene: scene)
      status.draw(
        on: &canvas, in: foot.line(0).inset(columns: 1), look: scene.look,
        aside: scene.attendanceText)
      // Under an overlay stand the overlay's hints.
      let details = visibleCount == 1 ? screen.hintDetails(in: scene) : nil
      canvas.part("hints", of: details.flatMap { scene.still($0) }, in: foot.line(1)) { canvas in
        HintBar(hints(in: scene)).draw(on: &canvas, in: foot.line(1), look: scene.look)
      }
    }
  }

  /// How many screens are seen: the top one, and what lies under overlays.
  private var visibleCount: Int {
    let base = screens.lastIndex { $0.chrome != .overlay } ?? 0
    return screens.count - base
  }
}

extension Binding {
  /// What is left of it while letters are typed.
  func without(_ keys: [Key]) -> Binding {
    var binding = self
    binding.keys.removeAll(where: keys.contains)
    return binding
  }

  fileprivate var withoutTypedKeys: Binding {
    guard keys.contains(where: { $0.typed != nil }) else { return self }
    var binding = self
    binding.keys.removeAll { $0.typed != nil }
    return binding
  }
}

extension Scene {
  /// Whether the next session of the programme may take this one's place here.
  ///
  /// Not at a ballot terminal that only its PIN leaves: the next session may have none.
  var mayHandOver: Bool {
    !isReplay && session.stage == .closed && (seat != .ballot || session.access.lock == nil)
  }

  /// Who else sits at the table: `at the table: rapporteur, stage, 2 ballots`.
  var attendanceText: String {
    let parts = Seat.allCases.compactMap { seat -> String? in
      let others = (attendance[seat] ?? 0) - (seat == self.seat ? 1 : 0)
      guard others > 0 else { return nil }
      return others == 1 ? seat.noun : "\(others) \(seat.noun)s"
    }
    return parts.isEmpty ? "" : "at the table: " + parts.joined(separator: ", ")
  }
}

extension AttributionRule {
  /// What is told at every seat when it begins to hold: nothing tells it but what goes missing.
  fileprivate func announcement(after before: AttributionRule) -> String {
    let end = before == .offTheRecord ? "; what was written off the record is gone" : ""
    return switch self {
    case .attributed: "On the record again: who said what is kept" + end
    case .chathamHouse: "From now on the Chatham House Rule: what is kept, not who" + end
    case .offTheRecord: "From now on off the record: nothing is kept in any file"
    }
  }
}
