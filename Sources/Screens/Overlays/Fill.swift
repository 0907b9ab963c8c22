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
    case .handIn: effect(of: form.handle(.enter))
    case .leave: .pop
    }
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    form.receive(input).map(effect)
  }

  private func effect(of reply: Reply<[String: String]>) -> Effect {
    switch reply {
    case .done(let values): .popThen(effects(values))
    case .cancelled: .pop
    case .waiting, .ignored, .refused: .none
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}

extension FormDialog {
  /// What an input does to a form that is a screen of its own; `nil` leaves it to the bindings.
  mutating func receive(_ input: Input) -> Reply<[String: String]>? {
    switch input {
    case .key(.enter), .key(.escape), .key(.control("c")), .mouse, .focus: return nil
    case .key(let key): return handle(key)
    case .paste(let text):
      paste(text)
      return .waiting
    }
  }
}
