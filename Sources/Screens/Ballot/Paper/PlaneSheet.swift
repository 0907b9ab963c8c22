import SessionModel
import TerminalUI

/// A sheet with two axes, to place choices on by touch.
struct PlaneSheet {
  let across: Axis
  let up: Axis

  private func columnsEach(in columns: Int) -> Int { max(2, min(5, columns / Axis.steps)) }

  func wantedColumns(in area: Rect) -> Int {
    Axis.steps * columnsEach(in: area.columns * 55 / 100)
  }

  func draw(_ paper: BallotPaper, on canvas: inout Canvas, in rect: Rect, look: Look) {
    let glyphs = look.glyphs
    let each = columnsEach(in: rect.columns)
    let rowsEach = max(1, min(2, (rect.rows - 2) / Axis.steps))
    var rest = rect
    let width = Axis.steps * each
    func name(_ text: String, _ align: Alignment, in line: Rect) {
      canvas.write(text, in: line, style: look["muted"], align: align, ellipsis: glyphs.ellipsis)
    }
    func names(_ left: String, _ right: String, in line: Rect) {
      let (one, other) = line.split(left: width / 2)
      name(left, .left, in: one)
      name(right, .right, in: other)
    }
    names(
      "\(glyphs.up) \(up.high)", "\(up.low) \(glyphs.down)",
      in: rest.take(1).split(left: width).left)
    for step in stride(from: Axis.steps, through: 1, by: -1) {
      let row = rest.take(rowsEach)
      guard !row.isEmpty else { return }
      for column in 1...Axis.steps {
        let cell = Rect(
          column: row.column + (column - 1) * each, row: row.row, columns: each, rows: row.rows)
        drawCell(column, step, of: paper, on: &canvas, in: cell, look: look)
      }
    }
    names(
      "\(glyphs.left) \(across.low)", "\(across.high) \(glyphs.right)",
      in: rest.take(1).split(left: width).left)
  }

  private func drawCell(
    _ across: Int, _ up: Int, of paper: BallotPaper, on canvas: inout Canvas, in cell: Rect,
    look: Look
  ) {
    canvas.addTarget(cell, "place:\(across * 10 + up)")
    let here = paper.choices.enumerated().filter {
      paper.position(of: $0.element.id).map { $0.across == across && $0.up == up } == true
    }
    guard !here.isEmpty else {
      let middle = (Axis.steps + 1) / 2
      let isAxis = across == middle || up == middle
      canvas.write(
        isAxis ? "+" : look.glyphs.dot, in: cell.line(0), style: look[isAxis ? "line" : "muted"],
        align: .center)
      return
    }
    canvas.write(
      here.map { Span($0.element.id, look[.series($0.offset)]) }, in: cell.line(0), align: .center)
  }
}
