import SessionModel
import TerminalUI

extension Stage.Page {
  /// The open poll as it fills, or the closed one as it came out.
  func drawPoll(_ poll: Poll, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let limit = area.rows >= 16 ? 3 : area.rows >= 8 ? 2 : 1
    let lines = poll.text.lines(in: rest.columns, limit: limit, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    let figure = PollFigure(poll, in: session, look: look, isLarge: true)
    // A line of turnout and the call stand below in any case.
    let wanted = figure.rows(in: rest.columns, within: rest.rows - 3)
    let (foot, digits) = footRows(of: poll, figure, rows: rest.rows, wanted: wanted)
    if rest.rows > wanted + foot { _ = rest.take(1) }
    var (room, bottom) = rest.split(bottom: foot)
    figure.draw(on: &canvas, rest: &room)
    // What follows stands right below, not at the far end of the room.
    bottom = Rect(
      column: bottom.column, row: room.row, columns: bottom.columns,
      rows: bottom.endRow - room.row)
    if bottom.rows > foot || foot >= 3 { _ = bottom.take(1) }
    drawTurnout(of: poll, figure, digits: digits, on: &canvas, rest: &bottom)
    if bottom.rows >= 2 { _ = bottom.take(1) }
    canvas.write(
      call(of: poll), right: timeLeft(of: poll), in: bottom.take(1), ellipsis: glyphs.ellipsis)
  }

  /// How many rows the turnout and the call take, and whether the turnout is written large.
  private func footRows(
    of poll: Poll, _ figure: PollFigure, rows: Int, wanted: Int
  ) -> (Int, BigDigits.Form) {
    let free = rows - wanted
    // Dots need all the room there is.
    let isPlane = if case .plane? = figure.tally?.tally.shape { true } else { false }
    let isOpen =
      poll.state == .open && poll.form != .entered && figure.turnout > 0 && !isPlane
    if isOpen, free >= 9 { return (8, .large(scale: 1)) }
    if isOpen, free >= 7 { return (6, .small) }
    return (free >= 3 ? 3 : free >= 1 ? 1 : min(1, rows / 4), .line)
  }

  private func drawTurnout(
    of poll: Poll, _ figure: PollFigure, digits form: BigDigits.Form, on canvas: inout Canvas,
    rest: inout Rect
  ) {
    let text = turnout(of: poll, figure)
    guard form != .line, rest.rows >= BigDigits("0", form: form).size.rows + 2 else {
      canvas.write(
        "\(text.figure)\(text.words)", in: rest.take(1), style: look["muted"],
        ellipsis: glyphs.ellipsis)
      return
    }
    let digits = BigDigits(text.figure, form: form)
    let place = rest.take(digits.size.rows)
    digits.draw(on: &canvas, in: place, look: look)
    let beside = place.split(left: digits.size.columns, gap: 2).rest
    // Written out too: whoever hears the screen cannot read large digits.
    let lines = (text.figure + text.words).lines(
      in: beside.columns, limit: digits.size.rows, ellipsis: glyphs.ellipsis)
    canvas.write(
      lines, in: beside.split(top: digits.size.rows - lines.count).rest, style: look["muted"])
  }

  /// How many have answered, and the words behind the number.
  private func turnout(of poll: Poll, _ figure: PollFigure) -> (figure: String, words: String) {
    let room = session.people.present(on: .room)
    let online = session.people.present(on: .online)
    guard poll.form != .entered else { return ("", "") }
    guard figure.turnout > 0 else {
      return ("", poll.state == .open ? "Nobody has voted yet" : "Nobody voted")
    }
    let has = figure.turnout == 1 ? "has" : "have"
    let verb = poll.state == .open ? "\(has) voted" : "voted"
    var text =
      switch (room, online) {
      case (0, 0): " \(verb)"
      case (_, 0): " of \(room) here \(verb)"
      case (0, _): " of \(online) online \(verb)"
      default: " of \(room) here and \(online) online \(verb)"
      }
    if figure.blank > 0 { text += ", \(figure.blank) without a choice" }
    return ("\(figure.turnout)", text)
  }

  /// What the room is asked to do, or how to take what it sees.
  private func call(of poll: Poll) -> [Span] {
    if poll.isReflectedOn == true {
      return [Span("What do the speakers make of this?", look["accent"])]
    }
    guard poll.state == .open else {
      return [Span("Closed. A temperature check, not a decision", look["muted"])]
    }
    switch poll.entry {
    case .levels: return [Span("Hum when the moderator asks", look["accent"])]
    case .hands: return [Span("Raise your hand, or vote at a ballot terminal", look["accent"])]
    case nil: return [Span("Vote at a ballot terminal", look["accent"])]
    }
  }

  private func timeLeft(of poll: Poll) -> [Span] {
    guard let left = poll.secondsLeft(at: now) else { return [] }
    guard left > 0 else { return [Span("time is up", look["warn"])] }
    return [Span("\(clockText(left)) left", look[left <= 10 ? "warn" : "strong"])]
  }
}
