import TerminalUI

/// Asks for the title of a new session.
struct TitlePrompt: Screen {
  enum Action: Sendable {
    case leave
  }

  private var form = FormDialog(
    "New session", note: "Everything else can be written down later.",
    fields: [.init("title", "Title", hint: "as the programme calls it", isRequired: true)])

  var name: String { "a new session" }
  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [Binding([.control("c")], "cancel", group: "Sessions", action: .leave)]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect { .pop }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.control("c")): return nil
    case .key(let key):
      switch form.handle(key) {
      case .done(let values): return .popThen([.create(title: values["title"] ?? "")])
      case .cancelled: return .pop
      case .waiting, .ignored, .refused: return Effect.none
      }
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
