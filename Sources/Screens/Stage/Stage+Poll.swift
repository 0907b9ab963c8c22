import SessionModel
import TerminalUI

extension Stage.Page {
  /// The open poll as it fills, or the closed one as it came out.
  func drawPoll(_ poll: Poll, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let figure = PollFigure(poll, in: session, look: look, isLarge: true)
    drawQuestion(of: poll, beside: figure, on: &canvas, rest: &rest)
    // A line of turnout and the call stand below in any case.
    let wanted = max(
      figure.rows(in: rest.columns, within: rest.rows - 3),
      figure.tally?.farRowsTold(in: rest.columns).flatMap { $0 < rest.rows ? $0 : nil } ?? 0)
    let (foot, digits) = footRows(of: poll, figure, in: rest, wanted: wanted)
    if rest.rows > wanted + foot { _ = rest.take(1) }
    var (room, bottom) = rest.split(bottom: foot)
    figure.draw(on: &canvas, rest: &room)
    // What follows stands right below, not at the far end of the room.
    bottom = Rect(
      column: bottom.column, row: room.row, columns: bottom.columns,
      rows: bottom.endRow - room.row)
    let needed = BigDigits("0", form: digits).size.rows
    if bottom.rows > needed { _ = bottom.take(1) }
    guard digits == .line else {
      return drawLargeTurnout(of: poll, figure, digits, on: &canvas, in: bottom)
    }
    let text = turnout(of: poll, figure)
    let left = timeLeft(of: poll).flatMap { [Span("   ", look["text"]), $0] }
    let call = call(of: poll, in: rest.columns - left.reduce(0) { $0 + $1.columns }) + left
    var said = [Span("\(text.figure)\(text.words)", look["muted"])].filter { $0.columns > 0 }
    func fits() -> Bool { (said + call).reduce(3) { $0 + $1.columns } <= rest.columns }
    let isOneLine = fits() || bottom.rows < 2
    // That it is no decision is to be read whole.
    if isOneLine, !fits(), figure.turnout > 0 {
      said = [Span("\(figure.turnout) voted", look["muted"])]
    }
    let line = bottom.take(1)
    let gap = said.isEmpty ? [] : [Span("   ", look["text"])]
    canvas.write(isOneLine ? said + gap + call : said, in: line, ellipsis: glyphs.ellipsis)
    if !isOneLine { canvas.write(call, in: bottom.take(1), ellipsis: glyphs.ellipsis) }
  }

  /// What is asked: in large letters where the answers, written large too, leave room for that.
  private func drawQuestion(
    of poll: Poll, beside figure: PollFigure, on canvas: inout Canvas, rest: inout Rect
  ) {
    let largest = figure.comfortableRows(in: rest.columns, within: .max)
    let room = Size(columns: rest.columns, rows: rest.rows - largest - 7)
    if !look.capabilities.isASCII, let large = BigText(poll.text, fitting: room) {
      large.draw(on: &canvas, in: rest.take(large.rows), style: look["strong"])
      // In ordinary letters too, for whoever searches or listens to the screen.
      canvas.write(
        poll.text, in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
      return
    }
    // As many lines as the answers, turnout and call leave free, and a few in any case.
    let free = rest.rows - figure.comfortableRows(in: rest.columns, within: 0) - 4
    let limit = max(rest.rows >= 16 ? 3 : rest.rows >= 8 ? 2 : 1, min(6, free))
    let lines = poll.text.lines(in: rest.columns, limit: limit, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
  }

  /// How many rows the turnout and the call take, and how large the turnout is written.
  ///
  /// Answers that can be read from afar come before figures twice as high.
  private func footRows(
    of poll: Poll, _ figure: PollFigure, in rest: Rect, wanted: Int
  ) -> (Int, BigDigits.Form) {
    let free = rest.rows - wanted
    // Turnout and call on one line or two, and a free one above.
    let lines = rest.columns >= 66 ? 2 : 3
    let plain = free >= lines ? lines : free >= 1 ? 1 : min(1, rest.rows / 4)
    guard poll.form != .entered, figure.turnout > 0 else { return (plain, .line) }
    if let far = figure.tally?.farRowsTold(in: rest.columns), far < rest.rows {
      // All statements come before air and large figures.
      let isStatements = if case .statements? = figure.tally?.tally.shape { true } else { false }
      let all = figure.comfortableRows(in: rest.columns, within: .max)
      let least = isStatements ? min(all, rest.rows - 3) : min(wanted, rest.rows - 9)
      return switch rest.rows - max(far, least) {
      case 9...: (6, .large(scale: 1))
      case 5...: (4, .small)
      case 3...: (3, .small)
      default: (plain, .line)
      }
    }
    let shown = figure.comfortableRows(in: rest.columns, within: rest.rows - 5)
    let spare = rest.rows - max(wanted, shown)
    if spare >= 8 { return (6, .large(scale: 1)) }
    // Air between bars comes before large figures.
    let barest = figure.comfortableRows(in: rest.columns, within: 0)
    let airy = figure.comfortableRows(in: rest.columns, within: rest.rows - plain - 1)
    return spare >= 5 && (shown > barest || airy == barest) ? (4, .small) : (plain, .line)
  }

  /// How many have answered in large figures; beside them what they count, and the call.
  private func drawLargeTurnout(
    of poll: Poll, _ figure: PollFigure, _ form: BigDigits.Form, on canvas: inout Canvas,
    in rest: Rect
  ) {
    let text = turnout(of: poll, figure)
    let digits = BigDigits(text.figure, form: form)
    let place = rest.split(top: digits.size.rows).top
    digits.draw(on: &canvas, in: place, look: look)
    var beside = place.split(left: digits.size.columns, gap: 3).rest
    let left = timeLeft(of: poll)
    canvas.write(
      call(of: poll, in: beside.columns - left.reduce(0) { $0 + $1.columns }), right: left,
      in: beside.takeBottom(1),
      ellipsis: glyphs.ellipsis)
    // Written out too: whoever hears the screen cannot read large digits.
    let lines = (text.figure + text.words).lines(
      in: beside.columns, limit: beside.rows, ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: beside, style: look["muted"])
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
      // Hands and ballots together may be more than the roll knows of.
      case _ where figure.turnout > room + online: " \(verb)"
      case (_, 0): " of \(room) here \(verb)"
      case (0, _): " of \(online) online \(verb)"
      default: " of \(room + online) \(verb); \(room) here, \(online) online"
      }
    if figure.blank > 0 { text += ", \(figure.blank) without a choice" }
    if let tally = figure.tally?.tally, tally.base != .valid, let base = tally.baseText {
      text += "; shares of \(base)"
    }
    return ("\(figure.turnout)", text)
  }

  /// What the room is asked to do, or how to take what it sees, in the words that have room.
  private func call(of poll: Poll, in columns: Int) -> [Span] {
    func fitting(_ longest: String, _ shorter: String...) -> String {
      ([longest] + shorter).first { TextWidth.columns(of: $0) < columns } ?? shorter.last ?? longest
    }
    if poll.isReflectedOn == true {
      return [Span("What do the speakers make of this?", look["accent"])]
    }
    guard poll.state == .open else {
      return [
        Span(
          fitting("Closed. A temperature check, not a decision", "Closed, and not a decision"),
          look["muted"])
      ]
    }
    switch poll.entry {
    case .levels: return [Span(fitting("Hum when the moderator asks", "Hum now"), look["accent"])]
    case .hands:
      let text = fitting(
        "Raise your hand, or vote at a ballot terminal", "Raise your hand, or vote", "Vote now")
      return [Span(text, look["accent"])]
    case nil: return [Span(fitting("Vote at a ballot terminal", "Vote now"), look["accent"])]
    }
  }

  private func timeLeft(of poll: Poll) -> [Span] {
    guard let left = poll.secondsLeft(at: now) else { return [] }
    guard left > 0 else { return [Span("time is up", look["warn"])] }
    return [Span("\(clockText(left)) left", look[left <= 10 ? "warn" : "strong"])]
  }
}
