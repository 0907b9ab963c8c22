import SessionModel
import TerminalUI

/// All that is still missing, a sentence each, the most important first.
struct MissingPage: Screen {
  enum Action: Sendable {
    case up, down, leave
  }

  /// What the form beside it wants.
  private let report: ReportPane
  private var top = 0
  private var gaps: [ReportDraft.Gap] = []
  /// The entry after which it was looked at.
  private var entries: Int?

  init(_ report: ReportPane) {
    self.report = report
  }

  var name: String { "what is still missing" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 40, rows: 10) }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let room = Self.room(in: scene.size)
    let count = rows(columns: room.columns, scene.look).count
    return [
      Binding(
        [.up, .pageUp, "k"], "up", whyNot: top > 0 ? nil : "This is the beginning", action: .up),
      Binding(
        [.down, .pageDown, .space, "j"], "down",
        whyNot: top + room.rows < count ? nil : "This is all", action: .down),
      Binding(
        [.escape, .enter, "q", .control("c"), GapLines.key], "back", priority: 9, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .up: top -= max(1, Self.room(in: scene.size).rows - 1)
    case .down: top += max(1, Self.room(in: scene.size).rows - 1)
    case .leave: return .pop
    }
    return .none
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  mutating func settle(in scene: Scene) {
    let room = Self.room(in: scene.size)
    if entries != scene.session.entries {
      entries = scene.session.entries
      gaps =
        ReportDraft(scene.session, hearing: scene.hearing).gaps
        + report.formGaps(of: scene)
    }
    top = max(0, min(top, rows(columns: room.columns, scene.look).count - room.rows))
  }

  private static func room(in size: Size) -> Size {
    Size(columns: max(1, min(84, size.columns - 8)), rows: max(1, min(24, size.rows - 9)))
  }

  /// Sentences with a mark before the first row of each; what a long note says is cut.
  private func rows(columns: Int, _ look: Look) -> [(isFirst: Bool, text: String)] {
    gaps.flatMap(\.sentences).flatMap { sentence in
      sentence.lines(in: max(8, columns - 3), limit: 2, ellipsis: look.glyphs.ellipsis)
        .enumerated().map { ($0.offset == 0, $0.element) }
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let room = Self.room(in: area.size)
    let rows = rows(columns: room.columns, look)
    let count = gaps.reduce(0) { $0 + $1.sentences.count }
    let content = canvas.drawPanel(
      count == 0 ? "Still missing" : "Still missing  \(count)",
      room: Size(columns: room.columns, rows: max(1, min(rows.count, room.rows)) + 2), in: area,
      look: look)
    let (text, foot) = content.split(bottom: 1)
    canvas.write(
      rows.count > room.rows ? "Up and Down go through it   Esc back" : "Esc back",
      in: foot, style: look.style("muted", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    guard !rows.isEmpty else {
      canvas.write(
        "Nothing is missing.", in: text.line(0), style: look.style("text", on: "dialog"))
      return
    }
    let seen = min(room.rows, max(0, text.rows - 1))
    for (index, row) in rows.dropFirst(top).prefix(seen).enumerated() {
      let line = text.line(index)
      if row.isFirst {
        canvas.write(look.glyphs.bullet, in: line, style: look.style("accent", on: "dialog"))
      }
      canvas.write(
        row.text, in: line.split(left: 3).rest, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    guard rows.count > top + seen, seen > 0 else { return }
    canvas.write(
      look.glyphs.down, in: text.line(seen - 1), style: look.style("accent", on: "dialog"),
      align: .right)
  }
}
