import SessionModel
import TerminalUI

/// What was chosen is read back, and what became of it is said.
extension BallotScreen.Drawing {
  func drawConfirming(on canvas: inout Canvas, in area: Rect) {
    guard let poll = screen.poll.flatMap({ session.polls[$0] }) else { return }
    let read = ReadBack(poll, self, in: area)
    var rest = area
    drawText(poll.text, on: &canvas, rest: &rest)
    canvas.write("You chose:", in: rest.take(1), style: look["muted"])
    if rest.rows >= 10 { _ = rest.take(1) }
    let top = min(screen.readTop, read.last)
    let shown = read.shown(from: top)
    let place = rest.take(shown.count)
    canvas.write(shown, in: place, style: look["accent"])
    canvas.rest(on: place)
    if read.isLong {
      let last = top + shown.count
      let isOn = last < read.lines.count
      canvas.write(
        "lines \(top + 1) to \(last) of \(read.lines.count)"
          + (isOn ? "; Enter reads on" : ""), in: rest.take(1),
        style: look[isOn ? "strong" : "muted"], ellipsis: glyphs.ellipsis)
    } else if rest.rows >= 6 {
      _ = rest.take(1)
    }
    canvas.write(
      beside(poll), in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
    let isOn = read.step(from: top) > 0
    drawButtons(
      [("Enter", isOn ? "reads on" : "confirms"), ("Esc", "starts again")], on: &canvas,
      rest: &rest)
  }

  /// What becomes of the ballot, for the last look before it is stored.
  private func beside(_ poll: Poll) -> String {
    switch poll.secrecy {
    case .public:
      let name = screen.voter.flatMap { session.people[$0]?.name } ?? ""
      return "Your name stands beside it: \(name)"
    case .coded: return "\(screen.code?.pseudonym ?? "") stands beside it, not your name."
    case .anonymous:
      // It is counted at once, so that nobody can promise more.
      return "No name is kept with it, and it stays."
    case .sealed: return "Nobody can join you to it. Once confirmed it stays."
    }
  }

  func draw(_ message: BallotScreen.Message, on canvas: inout Canvas, in area: Rect) {
    switch message {
    case .thanks:
      drawCentered(
        "\(glyphs.check) Thank you. Your ballot is stored.",
        "Please pass the terminal to the next person.", role: "good", on: &canvas, in: area)
    case .hand(let person):
      let place = session.floor.queue.firstIndex { $0.person == person }
      drawCentered(
        "\(glyphs.check) Your hand is up.",
        place.map { "You are number \($0 + 1) in the queue." } ?? "", role: "good", on: &canvas,
        in: area)
    case .assent:
      drawCentered(
        "\(glyphs.check) The moderator knows.",
        "Whoever objects is asked for the reason.", role: "good", on: &canvas, in: area)
    case .handDown:
      drawCentered("\(glyphs.check) Your hand is down.", "", role: "good", on: &canvas, in: area)
    case .problem(let what, let why):
      drawCentered(
        "\(glyphs.warning) \(what)", why, role: "warn", on: &canvas, in: area)
    }
  }

  func drawCentered(
    _ first: String, _ second: String, role: TerminalUI.Role = "strong",
    on canvas: inout Canvas, in area: Rect
  ) {
    let lines =
      second.isEmpty
      ? [] : second.lines(in: area.columns, limit: 3, ellipsis: glyphs.ellipsis)
    var rest = area.split(top: max(0, (area.rows - lines.count - 2) / 2)).rest
    let place = rest.take(1)
    canvas.write(first, in: place, style: look[role], ellipsis: glyphs.ellipsis)
    canvas.rest(on: place)
    _ = rest.take(1)
    canvas.write(lines, in: rest, style: look["text"])
    canvas.addTarget(area, "page")
  }
}
