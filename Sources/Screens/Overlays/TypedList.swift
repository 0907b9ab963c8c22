import TerminalUI

/// A line to type some words into, and the list of what has them, with one marked.
struct TypedList<ID: Hashable & Sendable>: Sendable {
  private(set) var field: TextField
  var list = ListView<ID>()

  init(_ text: String = "") {
    field = TextField(text)
  }

  /// What was typed so far.
  var text: String { field.text }

  /// Types, or moves the mark; `nil` for what means something else here.
  mutating func receive(_ input: Input, items: [ID]) -> Effect? {
    switch input {
    case .paste(let text): field.paste(text)
    case .key(let key) where [.up, .down, .pageUp, .pageDown].contains(key):
      _ = list.handle(key, items: items)
    case .key(let key):
      guard field.handle(key) else { return nil }
      list = ListView()
    case .mouse, .focus: return nil
    }
    return Effect.none
  }

  /// Draws the line, and hands back where the list goes.
  func draw(on canvas: inout Canvas, in area: Rect, look: Look, placeholder: String) -> Rect {
    let (top, rest) = area.split(top: 2)
    field.draw(
      on: &canvas, in: top.line(0), look: look, prompt: look.glyphs.prompt + " ",
      placeholder: placeholder)
    return rest
  }
}
