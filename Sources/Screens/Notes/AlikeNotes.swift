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
      Binding(["m", .enter], "merge the right one into the left", whyNot: none, action: .merge),
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
      return .ask(.note(.merge(pairs[place].1, into: pairs[place].0)))
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
        ? "m merge the right one into the left   n next   p before   Esc back"
        : "Esc back",
      in: foot, style: quiet, ellipsis: look.glyphs.ellipsis)
    guard isPair else {
      canvas.write(
        "No two notes have half of their words in common.", in: body.line(0),
        style: look.style("text", on: "dialog"), ellipsis: look.glyphs.ellipsis)
      return
    }
    let (left, right) = body.split(left: (body.columns - 3) / 2, gap: 3)
    draw(pairs[place].0, beside: pairs[place].1, on: &canvas, in: left, scene)
    draw(pairs[place].1, beside: pairs[place].0, on: &canvas, in: right, scene)
  }

  /// What the longer of the two needs.
  private func rows(in scene: Scene, columns: Int) -> Int {
    guard pairs.indices.contains(place) else { return 3 }
    let texts = [pairs[place].0, pairs[place].1].compactMap { scene.session.notes[$0]?.text }
    return 4 + (texts.map { $0.wrapped(to: max(1, (columns - 3) / 2)).count }.max() ?? 0)
  }

  /// The words that only this one has stand out.
  private func draw(
    _ id: NoteID, beside other: NoteID, on canvas: inout Canvas, in area: Rect, _ scene: Scene
  ) {
    let look = scene.look
    guard let note = scene.session.notes[id] else { return }
    let common = NoteLikeness.words(of: scene.session.notes[other]?.text ?? "")
    canvas.write(
      [
        Span(
          "\(look.glyphs.note(note.kind.rawValue)) \(note.kind.title)  ",
          look.style("accent", on: "dialog")),
        Span(
          [
            note.id.description, scene.session.plan.clockText(note.written.at),
            note.binding.speaker.flatMap { scene.session.people[$0]?.name },
          ].compactMap(\.self).joined(separator: " \(look.glyphs.dot) "),
          look.style("muted", on: "dialog")),
      ], in: area.line(0), ellipsis: look.glyphs.ellipsis)
    for (row, line) in note.text.wrapped(to: area.columns).prefix(max(0, area.rows - 2))
      .enumerated()
    {
      var spans: [Span] = []
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        let isOwn = NoteLikeness.words(of: String(word)).contains { !common.contains($0) }
        let gap = spans.isEmpty ? "" : " "
        spans.append(
          Span(gap + word, look.style(isOwn ? "strong" : "text", on: "dialog")))
      }
      canvas.write(spans, in: area.line(row + 2))
    }
  }
}
