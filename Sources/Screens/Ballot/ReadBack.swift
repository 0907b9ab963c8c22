import SessionModel
import TerminalUI

/// What a voter has chosen, read back before it is stored: all of it, however long it is.
struct ReadBack {
  /// Wrapped, a sign before the first line of each thing.
  let lines: [String]
  /// How many lines are seen at once.
  private let room: Int

  init(_ poll: Poll, _ drawing: BallotScreen.Drawing, in area: Rect) {
    let sign = drawing.glyphs.check
    let indent = String(repeating: " ", count: TextWidth.columns(of: sign) + 1)
    let ballot = drawing.screen.ballot(in: drawing.session)
    lines = poll.form.lines(of: ballot, among: poll.choices).flatMap { text in
      text.wrapped(to: max(1, area.columns - indent.count)).enumerated().map { index, line in
        (index == 0 ? "\(sign) " : indent) + line
      }
    }
    // The question and a free line, what introduces it, and below it what becomes of it, and two
    // keys.
    var rest = area
    _ = rest.take(drawing.textLines(poll.text, in: area).count)
    if rest.rows >= 12 { _ = rest.take(1) }
    _ = rest.take(1)
    if rest.rows >= 10 { _ = rest.take(1) }
    let free = max(1, rest.rows - 3)
    // A line tells how much there is.
    room = lines.count > free ? max(1, free - 1) : free
  }

  /// Whether not all of it is seen at once.
  var isLong: Bool { lines.count > room }

  func shown(from top: Int) -> [String] { Array(lines.dropFirst(min(top, last)).prefix(room)) }

  /// How far to go on from there; 0 at the end.
  func step(from top: Int) -> Int { min(room, last - min(top, last)) }

  /// The first line when the end is seen.
  var last: Int { max(0, lines.count - room) }
}
