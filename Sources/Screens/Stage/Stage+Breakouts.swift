import SessionModel
import TerminalUI

/// What the room sees of its breakout groups: who goes where, how long, and when to come back.
extension Stage.Page {
  /// Whether the groups are what the room has to look at.
  static func showsBreakouts(of session: Session) -> Bool {
    let breakouts = session.breakouts
    guard !breakouts.all.isEmpty, session.floor.current == nil else { return false }
    if breakouts.isRunning { return true }
    let kind = session.agenda.currentSegment?.kind
    return breakouts.began == nil ? kind == .breakout : kind == .breakout || kind == .readout
  }

  func drawBreakouts(on canvas: inout Canvas, in area: Rect) {
    let breakouts = session.breakouts
    var rest = area
    if breakouts.isRunning {
      drawCountdown(on: &canvas, &rest)
    } else if breakouts.recalled != nil {
      canvas.write("COME BACK, PLEASE", in: rest.take(1), style: look["accent"])
      _ = rest.take(min(1, rest.rows))
    }
    drawGroups(on: &canvas, in: rest)
  }

  /// The time of the group that has most of it left.
  private func drawCountdown(on canvas: inout Canvas, _ rest: inout Rect) {
    let left =
      session.breakouts.all.compactMap { session.breakouts.leftSeconds(of: $0, at: now) }.max() ?? 0
    let lines = session.breakouts.all.count * 2
    let digits = BigDigits(
      minutesText(abs(left)),
      fitting: Size(columns: rest.columns, rows: max(1, rest.rows - lines - 2)))
    digits.draw(
      on: &canvas, in: rest.take(digits.size.rows), look: look,
      role: left < 0 ? "digits.over" : left <= 60 ? "digits.warn" : "digits")
    let end = Timestamp(milliseconds: now.at.milliseconds + Int64(left) * 1000)
    canvas.write(
      left < 0 ? "TIME IS UP: come back, please" : "until \(plan.clockText(end)), then come back",
      in: rest.take(1), style: look[left < 0 ? "bad" : "strong"], ellipsis: glyphs.ellipsis)
    _ = rest.take(min(1, rest.rows))
  }

  private func drawGroups(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let groups = session.breakouts.all.all
    // While they come together everybody looks for a name.
    let hasNames = session.breakouts.began == nil && area.rows >= groups.count * 2
    let share = area.rows / max(1, groups.count)
    let step = hasNames ? max(2, min(12, share)) : share > BigText.rowsOfLine ? 4 : 1
    for (index, group) in groups.enumerated() {
      guard rest.rows > 0 else { return }
      guard rest.rows > 1 || index == groups.count - 1 else {
        canvas.write("and \(groups.count - index) more", in: rest.line(0), style: look["muted"])
        return
      }
      draw(group, on: &canvas, in: rest.take(min(step, rest.rows)), hasNames: hasNames)
    }
  }

  /// A group in the rows it has, as large as they allow: its title first, then its members.
  private func draw(
    _ group: Breakout, on canvas: inout Canvas, in area: Rect, hasNames: Bool
  ) {
    let isDone = session.hasReadOut(group)
    let style = look[isDone ? "muted" : "strong"]
    let state =
      isDone ? "\(glyphs.check) heard" : counted(group.members.count, "person", "people")
    var about = [
      Span(group.room ?? "", look["accent"]),
      Span(
        group.question.flatMap { plan.questions[$0] }.map { "  \($0.heading)" } ?? "",
        look["text"]),
    ]
    var rest = area
    let room = Size(columns: area.columns / 2, rows: BigText.rowsOfLine)
    let title =
      area.rows < (hasNames ? 5 : 4) || look.capabilities.isASCII
      ? nil : BigText(group.title, fitting: room) ?? BigText(narrow: group.title, fitting: room)
    if let title {
      let place = rest.take(title.rows)
      title.draw(on: &canvas, in: place, style: style)
      canvas.write(
        about, right: [Span(state, look["muted"])],
        in: place.line(0).split(left: title.columns, gap: 3).rest, gap: 2,
        ellipsis: glyphs.ellipsis)
      canvas.rest(on: place)
    } else {
      about[0].text = about[0].text.isEmpty ? "" : "  " + about[0].text
      canvas.write(
        [Span(group.title, style)] + about, right: [Span(state, look["muted"])],
        in: rest.take(1), gap: 2, ellipsis: glyphs.ellipsis)
    }
    guard hasNames, rest.rows > 0 else { return }
    drawNames(of: group, on: &canvas, in: rest.split(left: 2).rest)
  }

  private func drawNames(of group: Breakout, on canvas: inout Canvas, in area: Rect) {
    let names = group.members.map(name).joined(separator: ", ")
    if !look.capabilities.isASCII,
      let large = BigText(narrow: names, fitting: Size(columns: area.columns, rows: area.rows))
    {
      return large.draw(on: &canvas, in: area, style: look["text"])
    }
    let lines = names.lines(
      in: area.columns, limit: area.rows,
      ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: area, style: look["text"])
  }
}
