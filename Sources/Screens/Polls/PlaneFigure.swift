import SessionModel
import TerminalUI

/// Choices on two axes: a small letter for each ballot, a capital one for the mean.
struct PlaneFigure {
  private let plane: Tally.Plane
  private let figure: TallyFigure

  /// A row for each step, and the names of the ends.
  static let fewestRows = Axis.steps + 2

  init(_ plane: Tally.Plane, _ figure: TallyFigure) {
    self.plane = plane
    self.figure = figure
  }

  private var look: Look { figure.look }
  private var glyphs: Glyphs { figure.glyphs }

  private var legend: Int {
    figure.tally.rows.map { TextWidth.columns(of: "\($0.sign) \($0.label)") }.max() ?? 0
  }

  /// Whether what is placed can be named beside the field.
  private func isWide(_ columns: Int) -> Bool { columns >= 34 + min(legend, 24) }

  /// How many rows show the field and name everything on it.
  func rows(in columns: Int) -> Int {
    Self.fewestRows + (isWide(columns) ? 0 : figure.tally.rows.count)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let isWide = isWide(rect.columns)
    // Dots that nobody can tell say less than where each choice stands.
    guard rect.rows >= rows(in: rect.columns) else {
      return drawPlaces(on: &canvas, in: rect)
    }
    let below = isWide ? 0 : min(figure.tally.rows.count, max(0, rect.rows - Self.fewestRows))
    let (top, bottom) = rect.split(bottom: below)
    // The legend stands beside the field, not at the far end of the room.
    let free = rect.columns - min(legend, rect.columns / 3) - 3
    let columns =
      isWide ? min(free, Axis.steps * columnsEach(in: top, columns: free)) : rect.columns
    let (field, beside) = top.split(left: columns, gap: 3)
    drawField(on: &canvas, in: field)
    drawLegend(on: &canvas, in: isWide ? beside.split(top: 1).rest : bottom)
  }

  // MARK: From the back of a room

  /// The names of the ends above and below, and a field in which large letters stand apart.
  func farRows(in columns: Int) -> Int? { columns >= 60 ? 10 : nil }

  /// The means as large letters, the single dots between their strokes and around them.
  func drawFar(on canvas: inout Canvas, in rect: Rect) {
    let names = max(10, min(legend + 4, rect.columns / 3))
    let (left, beside) = rect.split(left: min(rect.columns - names - 3, rect.rows * 5), gap: 3)
    drawLargeLegend(on: &canvas, in: beside)
    var field = left
    canvas.write(
      "\(glyphs.up) \(plane.up.high)", in: field.take(1), style: figure.style("strong"),
      align: .center, ellipsis: glyphs.ellipsis)
    let ends = [
      "\(glyphs.left) \(plane.across.low)", "\(plane.up.low) \(glyphs.down)",
      "\(plane.across.high) \(glyphs.right)",
    ]
    drawEnds(ends, on: &canvas, in: field.takeBottom(1))
    field = field.inset(columns: 2)
    for row in field.row..<field.endRow {
      canvas.write(
        glyphs.vertical, at: Point(column: field.column + field.columns / 2, row: row),
        style: figure.style("line"), clip: field)
    }
    canvas.drawHairline(in: field.line(field.rows / 2), look: look)
    for dot in plane.dots {
      let place = point(Double(dot.across), Double(dot.up), in: field)
      canvas.write(
        dot.sign.lowercased() + (dot.count > 1 ? "\(dot.count)" : ""), at: place,
        style: look[.series(index(of: dot.sign))], clip: field)
    }
    drawLargeMeans(on: &canvas, in: field)
  }

  private func point(_ across: Double, _ up: Double, in field: Rect) -> Point {
    let last = Double(Axis.steps - 1)
    return Point(
      column: field.column + Int((across - 1) / last * Double(field.columns - 1) + 0.5),
      row: field.row + Int((last + 1 - up) / last * Double(field.rows - 1) + 0.5))
  }

  /// What lies left, below and right: the one below only where it does not touch the others.
  private func drawEnds(_ names: [String], on canvas: inout Canvas, in line: Rect) {
    let style = figure.style("strong")
    let columns = names.map { TextWidth.columns(of: $0) }
    canvas.write(names[0], in: line, style: style, ellipsis: glyphs.ellipsis)
    guard columns[0] + columns[2] + 2 <= line.columns else { return }
    canvas.write(names[2], in: line, style: style, align: .right)
    let middle = line.split(left: line.columns - columns[2]).left.split(left: columns[0]).rest
    guard columns[1] + 4 <= middle.columns else { return }
    canvas.write(names[1], in: middle, style: style, align: .center)
  }

  /// Letters that would lie over each other stand side by side.
  private func drawLargeMeans(on canvas: inout Canvas, in field: Rect) {
    var taken: [Rect] = []
    for mean in plane.means {
      guard let letter = BigText(mean.sign, fitting: field.size) else { continue }
      let center = point(mean.across.value, mean.up.value, in: field)
      let size = Size(columns: letter.columns, rows: BigText.rowsOfLine)
      let steps = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (1, 1), (-1, 1)]
      let places = steps.map { across, down in
        Rect(
          column: clamp(
            center.column - size.columns / 2 + across * (size.columns + 1), field.column,
            field.endColumn - size.columns),
          row: clamp(center.row - 1 + down * size.rows, field.row, field.endRow - size.rows),
          columns: size.columns, rows: size.rows)
      }
      let free = places.first { place in taken.allSatisfy { $0.intersection(place).isEmpty } }
      let place = free ?? places[0]
      taken.append(place)
      letter.draw(
        on: &canvas, in: place, style: look[.series(index(of: mean.sign))], isSeeThrough: true)
    }
  }

  private func clamp(_ value: Int, _ least: Int, _ most: Int) -> Int {
    max(least, min(value, most))
  }

  /// Each with its letter as large as on the field, where there is room.
  private func drawLargeLegend(on canvas: inout Canvas, in rect: Rect) {
    let rows = figure.tally.rows
    guard rows.count * BigText.rowsOfLine <= rect.rows else {
      return drawLegend(on: &canvas, in: rect.split(top: 1).rest)
    }
    var rest = rect
    for (index, row) in rows.enumerated() {
      let (sign, text) = rest.take(BigText.rowsOfLine).split(left: 4, gap: 1)
      BigText(row.sign, fitting: sign.size)?
        .draw(on: &canvas, in: sign, style: look[.series(index)])
      let lines = row.label.lines(in: text.columns, limit: 2, ellipsis: glyphs.ellipsis)
      canvas.write(
        lines, in: lines.count > 1 ? text : text.split(top: 1).rest, style: figure.style("strong"))
    }
  }

  private func rowsEach(in rect: Rect) -> Int { max(1, (rect.rows - 2) / Axis.steps) }

  private func columnsEach(in rect: Rect, columns: Int) -> Int {
    min(rowsEach(in: rect) * 4 + 3, columns / Axis.steps)
  }

  private func drawLegend(on canvas: inout Canvas, in rect: Rect) {
    let step = rect.rows >= figure.tally.rows.count * 2 ? 2 : 1
    for (index, row) in figure.tally.rows.enumerated() {
      canvas.write(
        [
          Span(row.sign, look[.series(index)]), Span(" \(row.label)", figure.style("text")),
        ], in: rect.line(index * step), ellipsis: glyphs.ellipsis)
    }
  }

  private func drawField(on canvas: inout Canvas, in rect: Rect) {
    guard rect.rows >= Self.fewestRows, rect.columns >= 18 else {
      return drawPlaces(on: &canvas, in: rect)
    }
    let rowsEach = rowsEach(in: rect)
    let columnsEach = columnsEach(in: rect, columns: rect.columns)
    var rest = rect
    let width = Axis.steps * columnsEach
    let up = (high: "\(glyphs.up) \(plane.up.high)", low: "\(plane.up.low) \(glyphs.down)")
    let (left, right) = (
      "\(glyphs.left) \(plane.across.low)", "\(plane.across.high) \(glyphs.right)"
    )
    // The lower end is named below, where it lies, unless both lines are needed for less.
    let taken = [left, right, up.low].reduce(4) { $0 + TextWidth.columns(of: $1) }
    let isBelow = taken <= width
    let head = rest.take(1).split(left: width).left
    if isBelow {
      canvas.write(up.high, in: head, style: figure.style("muted"), align: .center)
    } else {
      names(up.high, up.low, on: &canvas, in: head)
    }
    let field = rest.take((Axis.steps - 1) * rowsEach + 1).split(left: width).left
    let ends = rest.take(1).split(left: width).left
    names(left, right, on: &canvas, in: ends)
    if isBelow {
      let (start, end) = (TextWidth.columns(of: left), TextWidth.columns(of: right))
      canvas.write(
        up.low, in: ends.split(left: width - end).left.split(left: start).rest,
        style: figure.style("muted"), align: .center)
    }
    drawCross(on: &canvas, in: field)
    drawDots(on: &canvas, in: field, columnsEach: columnsEach, rowsEach: rowsEach)
  }

  /// The names of two ends, one at each end of a line.
  private func names(
    _ left: String, _ right: String, on canvas: inout Canvas, in line: Rect
  ) {
    // Where both do not fit, the end that is worth going to is named.
    let needed = TextWidth.columns(of: left) + TextWidth.columns(of: right) + 2
    guard needed <= line.columns else {
      let isUp = left.hasPrefix(glyphs.up)
      canvas.write(
        isUp ? left : right, in: line, style: figure.style("muted"),
        align: isUp ? .left : .right, ellipsis: glyphs.ellipsis)
      return
    }
    let (one, other) = line.split(left: line.columns / 2)
    canvas.write(left, in: one, style: figure.style("muted"), ellipsis: glyphs.ellipsis)
    canvas.write(
      right, in: other, style: figure.style("muted"), align: .right, ellipsis: glyphs.ellipsis)
  }

  /// Lines through the middle of both axes.
  private func drawCross(on canvas: inout Canvas, in field: Rect) {
    let middle = Point(
      // Where a dot of the middle step stands.
      column: field.column + Axis.steps / 2 * (field.columns / Axis.steps),
      row: field.row + field.rows / 2)
    for row in field.row..<field.endRow {
      for column in field.column..<field.endColumn {
        let onRow = row == middle.row
        guard onRow || column == middle.column else { continue }
        canvas.write(
          onRow ? glyphs.hairline : glyphs.vertical, at: Point(column: column, row: row),
          style: figure.style("line"), clip: field)
      }
    }
  }

  private func drawDots(
    on canvas: inout Canvas, in field: Rect, columnsEach: Int, rowsEach: Int
  ) {
    func row(_ up: Double) -> Int {
      field.row + Int((Double(Axis.steps) - up) * Double(rowsEach) + 0.5)
    }
    var used: [Int: Int] = [:]
    for dot in plane.dots {
      // Letters of one place stand beside each other as far as there is room.
      let place = dot.up * 100 + dot.across
      let offset = used[place, default: 0]
      let letters = min(dot.count, columnsEach - 1 - offset)
      guard letters > 0 else { continue }
      used[place] = offset + letters
      canvas.write(
        String(repeating: dot.sign.lowercased(), count: letters),
        at: Point(
          column: field.column + (dot.across - 1) * columnsEach + offset, row: row(Double(dot.up))),
        style: look[.series(index(of: dot.sign))], clip: field)
    }
    for mean in plane.means {
      let column = (mean.across.value - 1) * Double(columnsEach)
      var style = look[.series(index(of: mean.sign))]
      style.attributes.formUnion([.bold, .reverse])
      canvas.write(
        mean.sign,
        at: Point(column: field.column + Int(column + 0.5), row: row(mean.up.value)),
        style: style, clip: field)
    }
  }

  private func index(of sign: String) -> Int {
    figure.tally.rows.firstIndex { $0.sign == sign } ?? 0
  }

  /// Where the means are, in figures, where there is no room for a field.
  private func drawPlaces(on canvas: inout Canvas, in rect: Rect) {
    for (index, row) in figure.tally.rows.enumerated() {
      canvas.write(
        [
          Span(row.sign, look[.series(index)]), Span(" \(row.label)", figure.style("text")),
        ], right: [Span(row.figure, figure.style("muted"))], in: rect.line(index),
        ellipsis: glyphs.ellipsis)
    }
  }
}
