import SessionModel
import TerminalUI

/// Lets somebody put the caret where a note is to be cut in two.
struct NoteSplit: Screen {
  enum Action: Sendable {
    case split, leave
  }

  private var note: Note
  private var area: TextArea
  /// Whether somebody else gave the note other words since this was opened.
  private var isChanged = false

  init(_ note: Note) {
    self.note = note
    area = Self.area(note.text)
  }

  private static func area(_ text: String) -> TextArea {
    var area = TextArea(text)
    area.handle(.control("a"))
    return area
  }

  var name: String { "a note to split" }
  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "split here", group: "Notes", priority: 80, action: .split),
      Binding([.escape, .control("c")], "cancel", group: "Notes", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    guard action == .split else { return .pop }
    let (before, behind) = area.buffer.halves
    let parts = [before, behind].map(\.trimmedEnds)
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      return .say("Put the caret between two words first", .refusal)
    }
    return .popThen([.ask(.note(.split(note.id, text: parts[0], rest: parts[1], over: note.text)))])
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input else { return nil }
    switch key {
    case .enter, .escape, .control("c"): return nil
    case .left, .right, .home, .end, .up, .down, Key(.left, .control), Key(.right, .control),
      .alt("b"), .alt("f"):
      area.handle(key)
    // The words stay as they are; only the caret moves.
    case .space: area.handle(Key(.right, .control))
    default: break
    }
    return Effect.none
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  mutating func settle(in scene: Scene) {
    if let now = scene.session.notes[note.id], now.text != note.text {
      note = now
      area = Self.area(now.text)
      isChanged = true
    }
    area.settle(size(in: scene.size))
  }

  private func size(in size: Size) -> Size {
    let columns = max(10, min(72, size.columns - 8))
    // One column is the caret's behind a full row.
    let rows = note.text.wrapped(to: columns - 1).count
    return Size(columns: columns, rows: max(1, min(rows, size.rows - 10)))
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let size = size(in: area.size)
    let content = canvas.drawPanel(
      "Split \(note.id)", room: Size(columns: size.columns, rows: size.rows + 2), in: area,
      look: look)
    canvas.write(
      isChanged
        ? "Somebody has changed it: this is how it reads now."
        : "Put the caret where the second note begins.", in: content.line(0),
      style: look.style(isChanged ? "warn" : "muted", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    self.area.draw(
      on: &canvas, in: content.split(top: 2).rest.split(top: size.rows).top, look: look)
  }
}
