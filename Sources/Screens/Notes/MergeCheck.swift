import SessionModel
import TerminalUI

/// Two notes side by side and what would become of them, before one is merged into the other.
struct MergeCheck: Screen {
  enum Action: Sendable {
    case merge, swap, up, down, leave
  }

  /// The note that would be gone, and the one that would stay.
  private var gone: NoteID
  private var kept: NoteID
  private var top = 0

  init(_ gone: NoteID, into kept: NoteID) {
    (self.gone, self.kept) = (gone, kept)
  }

  var name: String { "two notes to merge" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 50, rows: 12) }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let room = Self.room(in: scene.size)
    let count = rows(in: scene, columns: room.columns).count
    return [
      Binding([.enter, "y"], "merge", group: "Notes", priority: 80, action: .merge),
      Binding(["x", .tab], "the other way round", group: "Notes", priority: 60, action: .swap),
      Binding(
        [.up, .pageUp, "k"], "up", group: "Notes",
        whyNot: top > 0 ? nil : "This is the beginning", action: .up),
      Binding(
        [.down, .pageDown, "j"], "down", group: "Notes",
        whyNot: top + room.rows < count ? nil : "This is all", action: .down),
      Binding(
        [.escape, "q", "n", .control("c")], "keep both", group: "Notes", priority: 70,
        action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .merge: return .popThen([.ask(.note(.merge(gone, into: kept)))])
    case .swap: (gone, kept, top) = (kept, gone, 0)
    case .up: top -= 1
    case .down: top += 1
    case .leave: return .pop
    }
    return .none
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  mutating func settle(in scene: Scene) {
    let room = Self.room(in: scene.size)
    top = max(0, min(top, rows(in: scene, columns: room.columns).count - room.rows))
  }

  private static func room(in size: Size) -> Size {
    Size(columns: max(1, min(100, size.columns - 8)), rows: max(1, size.rows - 10))
  }

  // MARK: Drawing

  /// One row of it: a row of both notes, or one of what would be.
  private enum Row {
    case both([Span], [Span])
    case whole([Span])
  }

  private func rows(in scene: Scene, columns: Int) -> [Row] {
    let look = scene.look
    let quiet = look.style("muted", on: "dialog")
    guard let kept = scene.session.notes[kept], let gone = scene.session.notes[gone] else {
      return [.whole([Span("One of them is gone by now.", quiet)])]
    }
    let column = max(1, (columns - NoteColumn.gap) / 2)
    let left = NoteColumn(kept, beside: gone, scene).rows(columns: column)
    let right = NoteColumn(gone, beside: kept, scene).rows(columns: column)
    var rows = (0..<max(left.count, right.count)).map { index in
      Row.both(
        index < left.count ? left[index] : [], index < right.count ? right[index] : [])
    }
    rows.append(.whole([]))
    rows.append(
      .whole([
        Span("\(kept.id) would read  ", look.style("heading", on: "dialog")),
        Span("\(kept.kind.title)", look.style("accent", on: "dialog")),
      ]))
    for line in kept.text(taking: gone).wrapped(to: columns) {
      rows.append(.whole([Span(String(line), look.style("strong", on: "dialog"))]))
    }
    rows.append(.whole([]))
    for (text, isLoss) in fates(of: gone, in: kept) {
      let role: TerminalUI.Role = isLoss ? "warn" : "muted"
      rows += text.wrapped(to: columns).map {
        .whole([Span(String($0), look.style(role, on: "dialog"))])
      }
    }
    return rows
  }

  /// What else becomes of the note that goes; whether words of it would be lost.
  private func fates(of gone: Note, in kept: Note) -> [(text: String, isLoss: Bool)] {
    var fates: [(String, Bool)] = [
      ("\(gone.id) goes; what is linked to it is linked to \(kept.id) then.", false)
    ]
    let topics = gone.topics.filter { !kept.topics.contains($0) }
    let fields = Note.Field.allCases.filter { gone.fields[$0] != nil }
    let moved = fields.filter { kept.fields[$0] == nil }.map(\.title)
    let along = topics.map { "#\($0)" } + moved.map { "its \($0)" }
    if !along.isEmpty { fates.append(("With it go \(along.joined(separator: ", ")).", false)) }
    for field in fields {
      guard let mine = gone.fields[field], let other = kept.fields[field], mine != other else {
        continue
      }
      fates.append(("Its \(field.title) would be lost: \(mine)", true))
    }
    return fates
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let room = Self.room(in: area.size)
    let rows = rows(in: scene, columns: room.columns)
    let content = canvas.drawPanel(
      "Merge \(gone) into \(kept)?",
      room: Size(columns: room.columns, rows: min(rows.count, room.rows) + 2), in: area,
      look: look)
    let (body, foot) = content.split(bottom: 1)
    canvas.write(
      "Enter merge   x the other way round   Esc keep both", in: foot,
      style: look.style("muted", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    let seen = min(room.rows, max(0, body.rows - 1))
    for (index, row) in rows.dropFirst(top).prefix(seen).enumerated() {
      let line = body.line(index)
      switch row {
      case .both(let left, let right):
        let (place, other) = line.split(
          left: (line.columns - NoteColumn.gap) / 2, gap: NoteColumn.gap)
        canvas.write(left, in: place, ellipsis: look.glyphs.ellipsis)
        canvas.write(right, in: other, ellipsis: look.glyphs.ellipsis)
      case .whole(let spans): canvas.write(spans, in: line, ellipsis: look.glyphs.ellipsis)
      }
    }
    guard rows.count > top + seen, seen > 0 else { return }
    canvas.write(
      look.glyphs.down, in: body.line(seen - 1), style: look.style("accent", on: "dialog"),
      align: .right)
  }
}
