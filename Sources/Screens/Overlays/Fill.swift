import TerminalUI

/// Some fields to fill in over the screen below, and what they lead to when they are handed in.
struct Fill: Screen {
  enum Action: Sendable {
    case handIn, leave
  }

  let name: String
  /// What Enter does, and what it is about.
  private let verb: String
  private let group: String
  private var form: FormDialog
  private let effects: @Sendable ([String: String]) -> [Effect]

  init(
    _ name: String, _ verb: String, group: String, _ form: FormDialog,
    effects: @escaping @Sendable ([String: String]) -> [Effect]
  ) {
    self.name = name
    self.verb = verb
    self.group = group
    self.form = form
    self.effects = effects
  }

  /// Asks where a replay is to go.
  static var placeInReplay: Fill {
    Fill(
      "where to go", "go there", group: "Replay",
      FormDialog(
        "Go to", note: "An entry 120, a segment s3, a time 16:42, or +12m after the opening.",
        fields: [.init("place", "Where", isRequired: true)])
    ) { values in
      [.replay(.go(to: values["place"] ?? ""))]
    }
  }

  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], verb, group: group, priority: 80, action: .handIn),
      Binding([.escape, .control("c")], "cancel", group: group, priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .handIn: answer(to: .enter)
    case .leave: .pop
    }
  }

  private mutating func answer(to key: Key) -> Effect {
    switch form.handle(key) {
    case .done(let values): .popThen(effects(values))
    case .cancelled: .pop
    case .waiting, .ignored, .refused: .none
    }
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.control("c")): return nil
    case .key(let key): return answer(to: key)
    case .paste(let text):
      form.paste(text)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}
