import SessionModel
import TerminalUI

extension Stage.Page {
  /// Who speaks, and where the room is to see it, whose voice has not been heard yet.
  func drawFloorAndMissing(on canvas: inout Canvas, in area: Rect) {
    // The room is shown nobody's name for not having spoken.
    let lines = session.floor.showsMissing ? MissingLines(scene, hasNames: false).lines : []
    guard !lines.isEmpty else { return drawFloor(on: &canvas, in: area) }
    guard area.columns >= 68, area.rows >= 8 else {
      let (top, bottom) = area.split(bottom: min(lines.count + 1, area.rows / 2))
      drawFloor(on: &canvas, in: top)
      return drawMissing(lines, on: &canvas, in: bottom)
    }
    let (left, right) = drawDivided(on: &canvas, area)
    drawFloor(on: &canvas, in: left)
    drawMissing(lines, on: &canvas, in: right)
  }

  private func drawMissing(
    _ lines: [(label: String, text: String)], on canvas: inout Canvas, in area: Rect
  ) {
    var rest = area
    canvas.write("WHO IS MISSING?", in: rest.take(1), style: look["heading"])
    let isLoose = area.rows >= lines.count * 3
    if isLoose { _ = rest.take(1) }
    for (index, line) in lines.enumerated() where !rest.isEmpty {
      let (label, text) = rest.split(left: 12)
      // Rows that no other line needs are this one's.
      let limit = isLoose ? min(3, rest.rows) : max(1, rest.rows - (lines.count - index - 1))
      let wrapped = line.text.lines(in: text.columns, limit: limit, ellipsis: glyphs.ellipsis)
      canvas.write(line.label, in: label.line(0), style: look["muted"])
      canvas.write(wrapped, in: text.split(top: wrapped.count).top, style: look["group.unheard"])
      _ = rest.take(wrapped.count + (isLoose ? 1 : 0))
    }
  }
}
