public import SessionModel
public import TerminalUI

/// One note in full, with everything it is bound to.
public struct NoteReader: Screen {
  private let id: NoteID

  public init(_ id: NoteID) {
    self.id = id
  }

  public var name: String { "a note" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 8) }

  public enum Action: Sendable {
    case leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [Binding([.escape, .enter, "q", .control("c")], "back", priority: 9, action: .leave)]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect { .pop }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let session = scene.session
    guard let note = session.notes[id] else { return }
    let columns = min(72, area.columns - 8)
    let lines = note.text.wrapped(to: max(1, columns)).prefix(max(1, area.rows - 8))
    let content = canvas.drawPanel(
      "\(look.glyphs.note(note.kind.rawValue)) \(note.kind.title)  \(note.id)",
      room: Size(columns: columns, rows: lines.count + 2), in: area, look: look)
    for (index, line) in lines.enumerated() {
      canvas.write(String(line), in: content.line(index), style: look.style("text", on: "dialog"))
    }
    let bound = [
      session.plan.secondsText(note.written.at),
      note.binding.question.flatMap(session.plan.number).map { "question \($0)" },
      note.binding.speaker.flatMap { session.people[$0]?.name },
      note.binding.segment.flatMap { session.agenda.segments[$0]?.title },
      note.binding.poll.map { "poll \($0)" },
    ]
    canvas.write(
      bound.compactMap(\.self).joined(separator: " \(look.glyphs.dot) "),
      in: content.line(lines.count + 1), style: look.style("muted", on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    canvas.cursor = Point(column: content.column, row: content.row)
  }
}
