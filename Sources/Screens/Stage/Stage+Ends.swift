import SessionModel
import TerminalUI

extension Stage.Page {
  // MARK: Before the session

  /// Where people are, when it begins, who speaks.
  func drawBefore(on canvas: inout Canvas, in area: Rect) {
    let body = drawFrame(
      heading: [plan.series, plan.number].compactMap(\.self).joined(separator: "  "),
      text: plan.title.isEmpty ? "Untitled session" : plan.title,
      clock: plan.clockText(now.at), foot: languages.joined(separator: "  "), footRight: [],
      on: &canvas, in: area)
    guard body.columns >= 64 else {
      var rest = body
      drawWhen(on: &canvas, in: rest.take(min(body.rows, body.rows >= 14 ? 9 : 4)))
      return drawSpeakers(on: &canvas, in: rest)
    }
    let (when, who) = drawDivided(on: &canvas, body)
    drawWhen(on: &canvas, in: when)
    drawSpeakers(on: &canvas, in: who)
  }

  private func drawWhen(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    if let room = plan.room {
      canvas.write(
        room, in: rest.take(1), style: look["strong"], ellipsis: glyphs.ellipsis)
    }
    guard let slot = plan.slot else {
      canvas.write("Begins soon", in: rest.take(1), style: look["muted"])
      return
    }
    canvas.write(slot.dayText, in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
    canvas.write(slot.timesText, in: rest.take(1), style: look["text"], ellipsis: glyphs.ellipsis)
    if area.rows >= 10 { _ = rest.take(1) }
    if rest.rows >= 5 {
      let digits = BigDigits(
        plan.clockText(slot.start), fitting: Size(columns: rest.columns, rows: rest.rows - 2))
      digits.draw(on: &canvas, in: rest.take(digits.size.rows), look: look)
      if rest.rows >= 2 { _ = rest.take(1) }
    }
    canvas.write(
      beginning(slot), in: rest.take(1), style: look["accent"], ellipsis: glyphs.ellipsis)
  }

  private func beginning(_ slot: Slot) -> String {
    let minutes = (slot.start.seconds(since: now.at) + 59) / 60
    guard minutes > -60 else { return "Begins when the moderator opens it" }
    guard minutes > 0 else { return "Begins any moment" }
    guard minutes < 24 * 60 else { return "Begins in \(counted(minutes / 60 / 24, "day"))" }
    return minutes < 120 ? "Begins in \(minutes) min" : "Begins in \(minutes / 60) hours"
  }

  private func drawSpeakers(on canvas: inout Canvas, in area: Rect) {
    let roles: [SessionModel.Role] = [.speaker, .additionalSpeaker, .chair, .discussant]
    let people = session.people.roll.filter { person in
      person.status != .cancelled && roles.contains { person.roles.contains($0) }
    }
    let moderators = session.people.holders(of: .moderator)
    guard area.rows >= 3 else { return }
    var rest = area
    canvas.write("SPEAKERS", in: rest.take(people.isEmpty ? 0 : 1), style: look["heading"])
    let footRows = moderators.isEmpty || rest.rows < 4 ? 0 : 2
    let step = (people.count * 2 - 1) <= rest.rows - footRows ? 2 : 1
    let room = (rest.rows - footRows + step - 1) / step
    for person in people.prefix(people.count > room ? max(0, room - 1) : room) {
      let line = rest.take(step).line(0)
      canvas.write(
        [Span(person.name, look["strong"])],
        right: [Span(person.group?.title ?? "", look["muted"])], in: line,
        ellipsis: glyphs.ellipsis)
    }
    if people.count > room {
      canvas.write(
        "and \(people.count - max(0, room - 1)) more", in: rest.take(1), style: look["muted"])
    }
    guard footRows > 0 else { return }
    let names = moderators.map(\.name).joined(separator: ", ")
    canvas.write(
      [Span("moderated by  ", look["muted"]), Span(names, look["strong"])],
      in: rest.takeBottom(1), ellipsis: glyphs.ellipsis)
  }

  // MARK: After it

  /// Thanks, and what the rapporteur kept of it.
  func drawAfter(on canvas: inout Canvas, in area: Rect) {
    let closed = session.agenda.closed.map { "closed at \(plan.clockText($0.at))" } ?? ""
    let body = drawFrame(
      heading: "THANK YOU", text: plan.title.isEmpty ? "The session is closed" : plan.title,
      clock: "", foot: title, footRight: [Span(closed, look["muted"])], on: &canvas, in: area)
    var rest = body
    let kept: [(heading: String, kind: Note.Kind)] = [
      ("KEY TAKEAWAYS", .takeaway), ("CALL TO ACTION", .callToAction),
    ]
    let notes = kept.map { part in session.notes.all.filter { $0.kind == part.kind } }
    guard notes.contains(where: { !$0.isEmpty }) else {
      canvas.write(
        "The report of this session follows.", in: rest.take(1), style: look["text"],
        ellipsis: glyphs.ellipsis)
      return
    }
    for (part, notes) in zip(kept, notes) where !notes.isEmpty {
      canvas.write(part.heading, in: rest.take(1), style: look["heading"])
      for note in notes { draw(note, on: &canvas, rest: &rest) }
      _ = rest.take(1)
    }
  }

  private func draw(_ note: Note, on canvas: inout Canvas, rest: inout Rect) {
    guard !rest.isEmpty else { return }
    let lines = note.text.lines(
      in: rest.columns - 3, limit: rest.rows, ellipsis: glyphs.ellipsis)
    let place = rest.take(lines.count)
    canvas.write(
      glyphs.note(note.kind.rawValue), in: place.line(0), style: look["note.kind"])
    canvas.write(lines, in: place.split(left: 3).rest, style: look["text"])
  }
}
