import SessionModel
import TerminalUI

/// What can be shown of a poll: its tally, or what it offers where nobody may count yet.
struct PollFigure {
  let poll: Poll
  let tally: TallyFigure?
  private let look: Look
  private let isLarge: Bool
  private let ground: Role?

  init(
    _ poll: Poll, in session: Session, look: Look, isLarge: Bool = false, fillsRoom: Bool = false,
    saysAll: Bool = false, ground: Role? = nil
  ) {
    self.poll = poll
    self.look = look
    self.isLarge = isLarge
    self.ground = ground
    tally =
      poll.state == .draft
      ? nil
      : session.tally(of: poll).map {
        TallyFigure(
          tally: $0, look: look, isLarge: isLarge, fillsRoom: fillsRoom, saysAll: saysAll,
          ground: ground)
      }
  }

  /// How many rows it takes where there is room.
  func rows(in columns: Int, within room: Int = .max) -> Int {
    tally?.rows(in: columns, within: room) ?? max(1, poll.choices.count)
  }

  /// How many rows it takes, drawn as large as fits.
  func comfortableRows(in columns: Int, within rows: Int) -> Int {
    tally?.comfortableRows(in: columns, within: rows) ?? poll.choices.count * 2
  }

  /// How many ballots are blank, as far as that is known.
  var blank: Int { tally?.tally.blank ?? 0 }

  /// How many have answered, and what shares are of where that is not who has answered.
  func turnoutText(in session: Session) -> String {
    guard poll.form != .entered else { return "entered by the moderator" }
    let here = session.people.presentCount
    // Hands and ballots together may be more than the roll knows of.
    var text =
      here > 0 && turnout <= here ? "\(turnout) of \(here) here" : counted(turnout, "ballot")
    if blank > 0 { text += ", \(blank) blank" }
    if let tally = tally?.tally, tally.base != .valid {
      text += tally.baseText.map { ", shares of \($0)" } ?? ", no shares"
    }
    return text
  }

  /// How many have answered, hands included.
  var turnout: Int { tally?.tally.turnout ?? poll.turnout }

  func draw(on canvas: inout Canvas, rest: inout Rect) {
    guard let tally else { return drawChoices(on: &canvas, rest: &rest) }
    tally.draw(on: &canvas, rest: &rest)
  }

  /// The choices alone: no bar must look like nobody's.
  private func drawChoices(on canvas: inout Canvas, rest: inout Rect) {
    func style(_ role: Role) -> Style { ground.map { look.style(role, on: $0) } ?? look[role] }
    guard !poll.choices.isEmpty else {
      canvas.write(
        poll.form.instruction, in: rest.take(1), style: style("muted"),
        ellipsis: look.glyphs.ellipsis)
      return
    }
    let step = isLarge && rest.rows >= poll.choices.count * 2 + 2 ? 2 : 1
    let first = if case .scale(let first) = poll.form { first } else { Int?.none }
    for (index, choice) in poll.choices.enumerated() where rest.rows > 0 {
      let sign = first.map { String($0 + index) } ?? choice.id
      let role: Role = first == nil ? .series(index) : .series(0)
      canvas.write(
        [
          Span(sign, look[role]),
          Span(" \(choice.text)", style(isLarge ? "strong" : "text")),
        ], in: rest.take(step).line(0), ellipsis: look.glyphs.ellipsis)
    }
  }
}
