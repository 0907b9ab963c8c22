import TerminalUI

/// Asks for the title of a new session.
struct TitlePrompt: Screen {
  enum Action: Sendable {
    case make, leave
  }

  private var form = FormDialog(
    "New session", note: "Everything else can be written down later.",
    fields: [.init("title", "Title", hint: "as the programme calls it", isRequired: true)])

  var name: String { "a new session" }
  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "make it", group: "Sessions", priority: 80, action: .make),
      Binding([.escape, .control("c")], "cancel", group: "Sessions", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .make: answer(to: .enter)
    case .leave: .pop
    }
  }

  private mutating func answer(to key: Key) -> Effect {
    switch form.handle(key) {
    case .done(let values): .popThen([.create(title: values["title"] ?? "")])
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
