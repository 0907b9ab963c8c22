public import TerminalUI

/// Everything the status line has said, the newest first.
public struct Messages: Screen {
  private let log: [StatusLine.Message]
  private var list = ListView<Int>()

  public init(_ log: [StatusLine.Message]) {
    self.log = log.reversed()
  }

  public var name: String { "the messages" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 8) }

  public enum Action: Sendable {
    case leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [Binding([.escape, .enter, "q", "M", .control("c")], "back", priority: 9, action: .leave)]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect { .pop }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, key != "/" else { return nil }
    return list.handle(key, items: Array(log.indices)) ? Effect.none : nil
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let content = canvas.drawPanel(
      "Messages, the newest first",
      room: Size(columns: min(90, area.columns - 6), rows: min(max(2, log.count), area.rows - 6)),
      in: area, look: look)
    list.draw(
      on: &canvas, in: content, look: look, items: Array(log.indices),
      empty: "nothing was said yet"
    ) { canvas, row, index in
      let message = log[index]
      let role: Role = message.kind == .refusal ? "warn" : message.kind == .good ? "good" : "text"
      canvas.write(
        message.text, in: row.rect,
        style: row.isSelected ? row.style("text") : look.style(role, on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }
}
