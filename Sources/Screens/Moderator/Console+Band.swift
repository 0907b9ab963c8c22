import SessionModel
import TerminalUI

extension Console.Frame {
  /// The rapporteur's notes and the turns so far, side by side; while messages from afar wait they
  /// stand there too, on a small screen in the place of the turns.
  func drawBand(on canvas: inout Canvas, in area: Rect, isDetailed: Bool = false) {
    let waits = session.inbox.waitingCount > 0
    let share = isDetailed && waits ? 38 : 56
    var (left, right) = area.split(left: area.columns * share / 100, gap: 3)
    drawNotes(on: &canvas, in: left, hasHeading: true)
    if waits {
      let (messages, rest) = right.split(
        left: isDetailed ? right.columns * 55 / 100 : right.columns, gap: 3)
      part("messages", hasClock: false, on: &canvas, in: messages) { drawMessages(on: &$0, in: $1) }
      guard isDetailed else { return }
      right = rest
    }
    let hasClock = session.floor.currentTurn != nil
    part("turns", hasClock: hasClock, on: &canvas, in: right) { drawTurns(on: &$0, in: $1) }
  }

  /// What waits from afar, what most stand behind first.
  private func drawMessages(on canvas: inout Canvas, in area: Rect) {
    let waiting = session.inbox.waiting
    heading(
      "FROM ONLINE", [Span("\(waiting.count) unread", look["warn"])],
      right: "I opens", on: &canvas, in: area.line(0))
    var rest = area.split(top: 1).rest
    for (index, message) in waiting.enumerated() where !rest.isEmpty {
      // Rows that no other message needs let one be read whole.
      let spare = rest.rows - min(waiting.count - index, rest.rows)
      let row = MessageRow(message, in: scene)
      row.draw(on: &canvas, in: rest.take(min(row.rows(in: rest.columns), 1 + spare)))
    }
  }

  func drawNotes(on canvas: inout Canvas, in area: Rect, hasHeading: Bool) {
    part("notes", pane: .notes, hasClock: false, on: &canvas, in: area) { canvas, area in
      drawNoteList(on: &canvas, in: area, hasHeading: hasHeading)
    }
  }

  private func drawNoteList(on canvas: inout Canvas, in area: Rect, hasHeading: Bool) {
    var list = area
    if hasHeading {
      heading(
        "RAPPORTEUR", [muted(counted(session.notes.all.count, "note"))], on: &canvas,
        in: area.line(0), pane: .notes)
      list = area.split(top: 1).rest
    }
    let isFocused = console.focus == .notes
    console.notes.draw(
      on: &canvas, in: list, look: look, items: console.shownNotes(scene), prefix: "note",
      hasFocus: isFocused, bar: isFocused ? .words : nil, empty: "no note yet",
      state: { _ in scene.still() }
    ) { canvas, row, id in
      guard let note = session.notes[id] else { return }
      var spans = [
        row.span(session.plan.clockText(note.written.at) + " ", "muted"),
        row.span(glyphs.note(note.kind.rawValue) + " ", "note.kind"),
      ]
      if row.rect.columns >= 60 {
        let title = note.kind.title
        spans.append(
          row.span(title + String(repeating: " ", count: max(1, 16 - title.count)), "note.kind"))
      }
      spans.append(row.span(note.text.onOneLine, "text"))
      canvas.write(spans, in: row.rect, ellipsis: glyphs.ellipsis)
    }
  }

  private func drawTurns(on canvas: inout Canvas, in area: Rect) {
    let turns = session.floor.turns.all
    heading(
      "TURNS", [muted("\(turns.count)")], right: "took    of", on: &canvas, in: area.line(0))
    guard !turns.isEmpty else {
      canvas.write(
        "nobody has spoken yet", in: area.line(1), style: look["muted"],
        ellipsis: glyphs.ellipsis)
      return
    }
    for (index, turn) in turns.suffix(max(0, area.rows - 1)).reversed().enumerated() {
      let spoken = turn.spokenSeconds(at: now)
      let isOver = spoken > turn.allowanceSeconds
      let line = area.line(index + 1)
      let (left, figures) = line.split(left: line.columns - 14, gap: 1)
      canvas.write(
        [
          muted(session.plan.clockText(turn.started.at) + " "),
          channelSpan(turn.channel) { look[$0] }, Span(" ", look["text"]),
          Span(
            session.people[turn.person]?.name ?? "", look[turn.ended == nil ? "strong" : "text"]),
          muted(turn.question.flatMap(session.plan.number).map { "  question \($0)" } ?? ""),
        ], in: left, ellipsis: glyphs.ellipsis)
      canvas.write(
        minutesText(spoken), in: figures.split(left: 7).left,
        style: look[!isOver ? "text" : turn.ended == nil ? "warn" : "strong"],
        align: .right)
      canvas.write(
        minutesText(turn.allowanceSeconds), in: figures.split(left: 7).rest, style: look["muted"],
        align: .right)
    }
  }
}
