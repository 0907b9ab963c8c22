import SessionModel
import TerminalUI

/// Notes that may say the same, two at a time side by side.
struct AlikeNotes: Screen {
  enum Action: Sendable {
    case next, previous, merge, leave
  }

  private var place = 0
  private var pairs: [(NoteID, NoteID)] = []
  /// The entry after which they were looked for.
  private var entries: Int?

  var name: String { "notes that are alike" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 50, rows: 12) }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let none = pairs.isEmpty ? "No two notes are alike" : nil
    let one = pairs.count < 2 ? "There is no other pair" : nil
    return [
      Binding(["m", .enter], "merge the right one into the left?", whyNot: none, action: .merge),
      Binding(["n", .down, .right], "next pair", whyNot: one, action: .next),
      Binding(["p", .up, .left], "pair before", whyNot: one, action: .previous),
      Binding([.escape, "q", .control("c")], "back", action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .next: place = (place + 1) % max(1, pairs.count)
    case .previous: place = (place + pairs.count - 1) % max(1, pairs.count)
    case .merge:
      guard pairs.indices.contains(place) else { return .none }
      return .push(MergeCheck(pairs[place].1, into: pairs[place].0))
    case .leave: return .pop
    }
    return .none
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  mutating func settle(in scene: Scene) {
    guard entries != scene.session.entries else { return }
    entries = scene.session.entries
    pairs = scene.session.notes.alike()
    place = min(place, max(0, pairs.count - 1))
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let columns = max(1, min(100, area.columns - 8))
    let room = Size(
      columns: columns, rows: max(1, min(rows(in: scene, columns: columns), area.rows - 8)))
    let title = pairs.isEmpty ? "Written twice?" : "Written twice?  \(place + 1) of \(pairs.count)"
    let content = canvas.drawPanel(title, room: room, in: area, look: look)
    let quiet = look.style("muted", on: "dialog")
    let (body, foot) = content.split(bottom: 1)
    let isPair = pairs.indices.contains(place)
    canvas.write(
      isPair
        ? "m merge them?   n next   p before   Esc back"
        : "Esc back",
      in: foot, style: quiet, ellipsis: look.glyphs.ellipsis)
    guard isPair else {
      canvas.write(
        "No two notes have half of their words in common.", in: body.line(0),
        style: look.style("text", on: "dialog"), ellipsis: look.glyphs.ellipsis)
      return
    }
    let gap = NoteColumn.gap
    let (left, right) = body.split(left: (body.columns - gap) / 2, gap: gap)
    let (one, other) = (scene.session.notes[pairs[place].0], scene.session.notes[pairs[place].1])
    for (note, beside, column) in [(one, other, left), (other, one, right)] {
      guard let note else { continue }
      let rows = NoteColumn(note, beside: beside, scene).rows(columns: column.columns)
      for (index, spans) in rows.prefix(column.rows).enumerated() {
        canvas.write(spans, in: column.line(index), ellipsis: look.glyphs.ellipsis)
      }
    }
  }

  /// What the longer of the two needs.
  private func rows(in scene: Scene, columns: Int) -> Int {
    guard pairs.indices.contains(place) else { return 3 }
    let texts = [pairs[place].0, pairs[place].1].compactMap { scene.session.notes[$0]?.text }
    return 4 + (texts.map { $0.wrapped(to: max(1, (columns - 3) / 2)).count }.max() ?? 0)
  }
}
