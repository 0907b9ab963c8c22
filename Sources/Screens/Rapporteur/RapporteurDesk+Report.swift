import SessionModel
import TerminalUI

extension RapporteurDesk.Page {
  /// What is missing, in one line, for small terminals.
  func drawGaps(on canvas: inout Canvas, in line: Rect) {
    guard !line.isEmpty, !gaps.isEmpty else { return }
    let label = "still missing: "
    canvas.write(label, in: line, style: look["muted"])
    let (place, lines) = GapLines(gaps, look: look).lines(in: line.split(left: label.count).rest)
    canvas.write(lines, in: place, style: look["group.unheard"])
  }

  /// The report as it would be.
  func drawPreview(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    guard !desk.report.isOpen else {
      return desk.report.draw(on: &canvas, in: area, look: look)
    }
    canvas.write(
      [Span("REPORT", look["heading"]), Span("  live preview", look["muted"])],
      right: [Span(counted(draft.words, "word"), look["muted"])], in: area.line(0),
      ellipsis: glyphs.ellipsis)
    var rest = area.split(top: 2).rest
    // What is missing keeps its place at the bottom.
    let most = Rect(
      column: 0, row: 0, columns: area.columns - 2, rows: min(5, max(1, rest.rows / 3)))
    let missing = gaps.isEmpty ? [] : GapLines(gaps, look: look).lines(in: most).lines
    let foot = rest.takeBottom(missing.isEmpty ? 0 : missing.count + 2)
    drawSection("Key Takeaways", draft.takeaways, isNumbered: true, on: &canvas, rest: &rest)
    drawSection("Call to Action", draft.callsToAction, on: &canvas, rest: &rest)
    drawSection("Areas of broad agreement", draft.agreements, on: &canvas, rest: &rest)
    drawSection(
      "Areas needing further discussion", draft.furtherDiscussion, on: &canvas, rest: &rest)
    drawSection("Commitments", draft.commitments, on: &canvas, rest: &rest)
    guard !missing.isEmpty else { return }
    canvas.write("Still missing", in: foot.line(1), style: look["heading"])
    canvas.write(
      missing, in: foot.split(top: 2).rest.split(left: 2).rest, style: look["group.unheard"])
  }

  private var gaps: [ReportDraft.Gap] { desk.report.gaps }

  private func drawSection(
    _ title: String, _ notes: [Note], isNumbered: Bool = false, on canvas: inout Canvas,
    rest: inout Rect
  ) {
    guard !notes.isEmpty || isNumbered, rest.rows >= 2 else { return }
    canvas.write(title, in: rest.take(1), style: look["strong"])
    if notes.isEmpty { canvas.write("   none yet", in: rest.take(1), style: look["muted"]) }
    for (index, note) in notes.enumerated() where !rest.isEmpty {
      let lines = note.text.lines(
        in: rest.columns - 3, limit: rest.rows, ellipsis: glyphs.ellipsis)
      let place = rest.take(lines.count)
      canvas.write(
        isNumbered ? "\(index + 1)" : glyphs.bullet, in: place.split(left: 2).left,
        style: look["accent"])
      canvas.write(lines, in: place.split(left: 3).rest, style: look["text"])
    }
    _ = rest.take(1)
  }

  // MARK: The table, on large terminals

  /// Who waits, how the poll stands, who was heard.
  func drawTable(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    var rest = area
    drawQueue(on: &canvas, rest: &rest)
    drawPoll(on: &canvas, rest: &rest)
    drawVoices(on: &canvas, rest: &rest)
  }

  private func drawQueue(on canvas: inout Canvas, rest: inout Rect) {
    let queue = session.floor.queue
    canvas.write("QUEUE", in: rest.take(1), style: look["heading"])
    if queue.isEmpty { canvas.write("nobody waits", in: rest.take(1), style: look["muted"]) }
    for request in queue.prefix(8) {
      let person = session.people[request.person]
      let channel =
        request.channel == .room
        ? Span(glyphs.room, look["channel.room"]) : Span(glyphs.online, look["channel.online"])
      canvas.write(
        [channel, Span(" " + (person?.name ?? request.person.description), look["text"])],
        right: [Span(person?.group?.short ?? "", look["muted"])], in: rest.take(1),
        ellipsis: glyphs.ellipsis)
    }
    _ = rest.take(1)
  }

  private func drawPoll(on canvas: inout Canvas, rest: inout Rect) {
    guard
      let poll = session.polls.open ?? session.polls.all.all.last(where: { $0.state == .closed })
    else { return }
    let figure = PollFigure(poll, in: session, look: look, fillsRoom: true)
    guard figure.tally != nil else { return }
    let state: Span =
      poll.state == .open ? Span("open", look["poll.open"]) : Span("closed", look["muted"])
    canvas.write([Span("POLL  ", look["heading"]), state], in: rest.take(1))
    let lines = poll.text.lines(in: rest.columns, limit: 3, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    figure.draw(on: &canvas, rest: &rest)
    _ = rest.take(1)
  }

  private func drawVoices(on canvas: inout Canvas, rest: inout Rect) {
    guard rest.rows > StakeholderGroup.allCases.count else { return }
    canvas.write("HEARD SO FAR", in: rest.take(1), style: look["heading"])
    let most = StakeholderGroup.allCases.map(hearing.seconds).max() ?? 0
    let bars = StakeholderGroup.allCases.map { group in
      BarChart.Bar(
        label: group.short, share: Double(hearing.seconds(of: group)) / Double(max(1, most)),
        figure: clockText(hearing.seconds(of: group)),
        role: hearing.seconds(of: group) == 0 ? "group.unheard" : "group.heard")
    }
    BarChart(bars).draw(on: &canvas, in: rest.take(bars.count), look: look)
  }
}

extension RapporteurDesk.Layout {
  /// Where the report is read: beside the notes, or in their place where there is no room.
  var report: Rect { preview.isEmpty ? notes : preview }

  /// The outline with its title.
  var notes: Rect {
    Rect(
      column: listHead.column, row: listHead.row, columns: listHead.columns,
      rows: list.endRow - listHead.row)
  }
}
