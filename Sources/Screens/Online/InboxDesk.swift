import SessionModel
public import TerminalUI

/// What came from those who take part from afar: read out, answered, made something of, hidden.
public struct InboxDesk: Screen {
  private var inbox = InboxList()

  public init() {}

  public var name: String { "the inbox" }

  public enum Action: Sendable {
    case message(MessageDeed), write, tell, turnView, undo, redo, back
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let group = "Messages"
    return MessageDeed.bindings(for: inbox.selected(in: scene)) { .message($0) } + [
      Binding(["n"], "take a message", group: group, priority: 50, action: .write),
      Binding([.tab], "next view", group: group, priority: 40, action: .turnView),
      Binding(["t"], "tell the online moderator", group: group, action: .tell),
      Binding(["z", "u"], "undo", group: "Undo and redo", priority: 35, action: .undo),
      Binding(["Z"], "redo", group: "Undo and redo", action: .redo),
      Binding(["q", .escape, "I"], "back", group: group, priority: 55, action: .back),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .write: return .push(MessageEntry())
    case .tell: return .push(Fill.word(to: .online))
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .turnView:
      inbox.turnView()
      return .none
    case .message(let deed):
      return inbox.selected(in: scene).map { deed.effect(on: $0, in: scene) } ?? .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key): inbox.handle(key, in: scene) ? Effect.none : nil
    case .paste(let text): MessageEntry.effect(ofPasting: text)
    case .mouse, .focus: nil
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    _ = inbox.click(target.name, in: scene)
    return .none
  }

  public mutating func settle(in scene: Scene) {
    let columns = scene.size.columns - 2
    inbox.settle(
      rows: scene.size.rows - 6, columns: Self.columns(of: columns) ?? columns, in: scene)
  }

  /// How many the list takes beside the message that is selected; `nil` where it stands alone.
  private static func columns(of all: Int) -> Int? { all >= 72 ? all * 58 / 100 : nil }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let (head, rest) = area.split(top: 1)
    // The console below has a header of its own.
    canvas.part("header", of: scene.part(1), in: head) {
      HeaderLine(scene, seatName: "inbox").draw(on: &$0, in: head)
    }
    let body = rest.split(top: 1).rest.inset(columns: 1)
    guard let columns = Self.columns(of: body.columns) else {
      return inbox.draw(on: &canvas, in: body, scene: scene, hasFocus: true)
    }
    let (left, right) = body.split(left: columns, gap: 3)
    inbox.draw(on: &canvas, in: left, scene: scene, hasFocus: true)
    canvas.drawDivider(
      in: Rect(column: left.endColumn + 1, row: body.row, columns: 1, rows: body.rows), look: look)
    guard let message = inbox.selected(in: scene) else {
      canvas.write(
        "Messages from remote participants stand here.", in: right.line(0), style: look["muted"],
        ellipsis: look.glyphs.ellipsis)
      return
    }
    MessageSheet(message, in: scene).draw(on: &canvas, in: right)
  }
}
