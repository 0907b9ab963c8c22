import SessionModel
public import TerminalUI

/// Which stakeholder group has spoken to which policy question, and for how long.
public struct Matrix: Screen {
  public init() {}

  public var name: String { "who answered what" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 60, rows: 12) }

  public enum Action: Sendable {
    case leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [Binding([.escape, .enter, "x", "q", .control("c")], "back", priority: 9, action: .leave)]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect { .pop }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let session = scene.session
    let questions = session.plan.orderedQuestions
    let columns = min(100, area.columns - 6)
    let content = canvas.drawPanel(
      "Who has spoken to which question",
      room: Size(columns: columns, rows: questions.count + 3), in: area, look: look)
    MatrixTable(scene, isOnPanel: true).draw(
      on: &canvas, in: content.split(top: questions.count + 1).top)
    canvas.write(
      questions.isEmpty ? "The plan has no policy question" : "floor time; Esc goes back",
      in: content.line(min(questions.count + 2, content.rows - 1)),
      style: look.style("muted", on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    canvas.cursor = Point(column: content.column, row: content.row)
  }
}
