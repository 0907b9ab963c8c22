import SessionModel
import TerminalUI

/// The report as it would be filed now, beside the notes that it is made of.
struct ReportDesk: Screen {
  enum Action: Sendable {
    case report(ReportPane.Action), card, missing, leave
  }

  private var report = ReportPane()
  private var list = ListView<NoteID>()
  /// The notes, the newest first, and what is missing whatever the form, as of one entry.
  private var seen: (entries: Int, notes: [NoteID], gaps: [ReportDraft.Gap])?

  var name: String { "the report" }
  var needs: Size { Size(columns: 60, rows: 16) }

  // MARK: Keys

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let pane = report.bindings(in: Layout(scene.size).report, isTyping: false, scene)
    return pane.filter { $0.action != .toggle }.map { binding in
      let isForm = binding.action == .nextForm
      return Binding(
        isForm ? ["f", .tab] + binding.keys : binding.keys, binding.title, group: "Report",
        priority: isForm ? 60 : 40, whyNot: binding.whyNot, action: .report(binding.action))
    } + [
      Binding(
        [.enter], "read note", group: "Report", priority: 50,
        whyNot: scene.session.notes.all.isEmpty ? "There is no note yet" : nil, action: .card),
      Binding(
        [GapLines.key, "w"], "still missing", group: "Report", priority: 45, action: .missing),
      Binding(
        [.escape, "q", "r", .control("c")], "back", group: "Report", priority: 55, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .report(let action): report.perform(action, in: Layout(scene.size).report, scene)
    case .card: return list.selection(in: notes).map { .push(NoteCard($0)) } ?? .none
    case .missing: return .push(MissingPage(report))
    case .leave: return .pop
    }
    return .none
  }

  private var notes: [NoteID] { seen?.notes ?? [] }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, [.up, .down, "j", "k", .home, .end].contains(key) else {
      return nil
    }
    return list.handle(key, items: notes) ? Effect.none : nil
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    _ = list.click(target.name, prefix: "note", items: notes)
    return .none
  }

  mutating func settle(in scene: Scene) {
    let layout = Layout(scene.size)
    if !report.isOpen { report.perform(.toggle, in: layout.report, scene) }
    if seen?.entries != scene.session.entries {
      let all = scene.session.notes.all.all
      seen = (
        scene.session.entries, all.indices.reversed().map { all[$0].id },
        ReportDraft(scene.session, hearing: scene.hearing).gaps
      )
    }
    report.settle(in: layout.report, scene, others: seen?.gaps ?? [])
    list.settle(rows: layout.list.rows, items: notes)
  }

  // MARK: Drawing

  private struct Layout {
    var header: Rect
    var listHead: Rect
    var list: Rect
    var report: Rect

    init(_ size: Size) {
      var rest = Rect(column: 0, row: 0, columns: size.columns, rows: max(0, size.rows - 2))
      header = rest.take(1)
      _ = rest.take(1)
      let columns = max(24, min(70, size.columns * 36 / 100))
      let (left, right) = rest.inset(columns: 1).split(left: columns, gap: 3)
      report = right
      rest = left
      listHead = rest.take(1)
      _ = rest.take(1)
      list = rest
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let session = scene.session
    let layout = Layout(scene.size)
    HeaderLine(scene).draw(on: &canvas, in: layout.header)
    canvas.write(
      [Span("NOTES", look["heading"])], right: [Span("\(notes.count)", look["muted"])],
      in: layout.listHead)
    list.draw(
      on: &canvas, in: layout.list, look: look, items: notes, prefix: "note", hasFocus: true,
      bar: .words, empty: "no note yet"
    ) { canvas, row, id in
      guard let note = session.notes[id] else { return }
      canvas.write(
        [
          row.span(session.plan.clockText(note.written.at) + " ", "muted"),
          row.span(look.glyphs.note(note.kind.rawValue) + " ", "note.kind"),
          row.span(note.text.onOneLine, "text"),
        ], in: row.rect, ellipsis: look.glyphs.ellipsis)
    }
    canvas.drawDivider(
      in: Rect(
        column: layout.report.column - 2, row: layout.listHead.row, columns: 1,
        rows: layout.report.rows), look: look)
    guard scene.composer != nil else {
      canvas.write(
        "Reports are made at the table only.", in: layout.report.line(0), style: look["muted"],
        ellipsis: look.glyphs.ellipsis)
      return
    }
    report.draw(on: &canvas, in: layout.report, look: look)
  }
}
