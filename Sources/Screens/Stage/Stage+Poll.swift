import SessionModel
import TerminalUI

extension Stage.Page {
  /// The open poll as it fills, or the closed one as it came out.
  func drawPoll(_ poll: Poll, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let limit = area.rows >= 16 ? 3 : area.rows >= 8 ? 2 : 1
    let lines = poll.text.lines(in: rest.columns, limit: limit, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    let tall = poll.choices.count * 4 - 1
    let isTall = rest.rows >= tall + 3
    if rest.rows > (isTall ? tall + 3 : poll.choices.count + 2) { _ = rest.take(1) }
    let tally = session.tally(of: poll)
    let chart = BarChart(
      bars(of: poll, tally), shape: isTall ? .tall : .compact,
      labelColumns: rest.columns * 45 / 100)
    let foot = rest.rows - chart.rows >= 3 ? 3 : rest.rows > chart.rows ? 1 : 0
    let room = rest.take(min(chart.rows, rest.rows - foot))
    if tally == nil {
      drawChoices(of: poll, on: &canvas, in: room)
    } else {
      chart.draw(on: &canvas, in: room, look: look)
    }
    if rest.rows >= 3 { _ = rest.take(1) }
    canvas.write(
      turnout(of: poll, blank: tally?.blank ?? 0), in: rest.take(1), style: look["muted"],
      ellipsis: glyphs.ellipsis)
    if rest.rows >= 2 { _ = rest.take(1) }
    canvas.write(invitation(to: poll), in: rest.take(1), ellipsis: glyphs.ellipsis)
  }

  private func bars(of poll: Poll, _ tally: Tally?) -> [BarChart.Bar] {
    guard let tally else {
      return poll.choices.map {
        BarChart.Bar(sign: $0.id, label: $0.text, share: 0, figure: "")
      }
    }
    return tally.rows.map { row in
      BarChart.Bar(
        sign: row.sign, label: row.label, share: row.share, figure: row.figure,
        percent: row.percent.map { "\($0) %" } ?? "")
    }
  }

  /// The choices alone, where the ballots cannot be counted yet: no bar must look like nobody's.
  private func drawChoices(of poll: Poll, on canvas: inout Canvas, in area: Rect) {
    let step = max(1, area.rows / max(1, poll.choices.count))
    for (index, choice) in poll.choices.enumerated() {
      canvas.write(
        [
          Span(choice.id + " ", look[TerminalUI.Role.series(index)]),
          Span(choice.text, look["strong"]),
        ], in: area.line(index * min(2, step)), ellipsis: glyphs.ellipsis)
    }
  }

  private func turnout(of poll: Poll, blank: Int) -> String {
    let room = session.people.present(on: .room)
    let online = session.people.present(on: .online)
    guard poll.turnout > 0 else {
      return poll.state == .open ? "Nobody has voted yet" : "Nobody voted"
    }
    let has = poll.turnout == 1 ? "has" : "have"
    let verb = poll.state == .open ? "\(has) voted" : "voted"
    var text =
      switch (room, online) {
      case (0, 0): "\(poll.turnout) \(verb)"
      case (_, 0): "\(poll.turnout) of \(room) here \(verb)"
      case (0, _): "\(poll.turnout) of \(online) online \(verb)"
      default: "\(poll.turnout) of \(room) here and \(online) online \(verb)"
      }
    if blank > 0 { text += ", \(blank) without a choice" }
    return text
  }

  private func invitation(to poll: Poll) -> [Span] {
    guard poll.state == .open else {
      return [Span("Closed. A temperature check, not a decision", look["muted"])]
    }
    return [Span("Vote at a ballot terminal", look["accent"])]
  }
}
