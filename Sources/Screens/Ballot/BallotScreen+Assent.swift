import SessionModel
import TerminalUI

extension BallotScreen.Drawing {
  /// The sentence before the room, and how to answer here.
  func drawOutcome(_ outcome: OutcomeSentence, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    canvas.write(outcome.askedAs, in: rest.take(1), style: look["heading"])
    let room = Size(columns: rest.columns, rows: rest.rows - 11)
    let isDrawn = scene.look.capabilities.isASCII ? nil : BigText(outcome.text, fitting: room)
    if let letters = isDrawn {
      _ = rest.take(1)
      let place = rest.take(letters.rows)
      letters.draw(on: &canvas, in: place, style: look["strong"])
      canvas.rest(on: place)
      _ = rest.take(1)
    } else {
      drawText(outcome.text, on: &canvas, rest: &rest)
    }
    guard let asking = outcome.asking else { return }
    guard asking.way == .silence else {
      return drawButtons(
        [("Enter", "answer"), ("h", "ask for the floor")], on: &canvas, rest: &rest)
    }
    let count = asking.count(at: scene.now)
    canvas.write(
      count.map { "Counted slowly: \($0) of \(Asking.countSeconds)" }
        ?? "Whoever says nothing assents.",
      in: rest.take(1), style: look["accent"], ellipsis: glyphs.ellipsis)
    drawButtons([("o", "I object"), ("h", "ask for the floor")], on: &canvas, rest: &rest)
  }

  /// What can be answered, then which group answers.
  func drawAssenting(_ level: Asking.Level?, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let question = level == nil ? session.outcomes.asked?.text : "Which group do you belong to?"
    drawText(question ?? "No answer is asked for any more.", on: &canvas, rest: &rest)
    drawKeys(
      [("Enter", level == nil ? "go on" : "answer"), ("Esc", "start again")], on: &canvas,
      rest: &rest)
    drawRows(on: &canvas, in: rest)
  }
}
