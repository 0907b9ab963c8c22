public import TerminalUI

extension ImportReview {
  /// Where things stand, for drawing and scrolling alike.
  struct Layout {
    var header: Rect
    var source: Rect
    var divider: Rect
    var list: Rect
    /// The whole of what is chosen, or the field that changes it.
    var detail: Rect

    init(_ size: Size) {
      self.init(Rect(column: 0, row: 0, columns: size.columns, rows: max(0, size.rows - 2)))
    }

    init(_ area: Rect) {
      var rest = area
      header = rest.take(1)
      detail = rest.takeBottom(area.rows >= 30 ? 7 : area.rows >= 22 ? 5 : 4)
      let (left, right) = rest.split(left: (rest.columns - 3) / 2, gap: 3)
      source = left
      list = right.trimmedRight(1)
      divider = Rect(column: right.column - 2, row: rest.row, columns: 1, rows: rest.rows)
    }
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let layout = Layout(area)
    let look = scene.look
    canvas.fill(layout.header, style: look["header"])
    let doubt = doubts == 0 ? "nothing uncertain" : "\(counted(doubts, "thing")) to look at"
    canvas.write(
      [Span(heading, look["header.title"])], right: [Span(doubt, look["header"])],
      in: layout.header.inset(columns: 1), ellipsis: look.glyphs.ellipsis)
    let selected = selected
    drawSource(on: &canvas, in: layout.source, selected, look)
    canvas.drawDivider(in: layout.divider, look: look)
    drawFields(on: &canvas, in: layout.list, look)
    drawDetail(on: &canvas, in: layout.detail, selected, look)
  }

  /// The file, with the line of what is chosen in sight.
  private func drawSource(
    on canvas: inout Canvas, in area: Rect, _ selected: Field?, _ look: Look
  ) {
    let chosen = selected?.line
    let first = max(0, min(source.count - area.rows, (chosen ?? 1) - 1 - area.rows / 3))
    let figures = String(source.count).count
    for row in 0..<area.rows where source.indices.contains(first + row) {
      let number = first + row + 1
      let (margin, text) = area.line(row).split(left: figures + 2)
      let isChosen = number == chosen
      canvas.write(
        String(number), in: margin.trimmedRight(1), style: look[isChosen ? "accent" : "muted"],
        align: .right)
      canvas.write(
        source[number - 1], in: text, style: look[isChosen ? "strong" : "text"],
        ellipsis: look.glyphs.ellipsis)
    }
  }

  private func drawFields(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    let byID = Dictionary(fields.map { ($0.id, $0) }) { first, _ in first }
    // On a narrow screen what was understood needs the room more than what it is.
    let wanted = (fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 1
    let width = min(20, max(11, area.columns / 3), wanted)
    list.draw(
      on: &canvas, in: area, look: look, items: items, total: fields.count,
      empty: "  Nothing was understood."
    ) { canvas, row, id in
      guard let field = byID[id] else { return }
      let isGone = field.isDropped || goesWithSession(field)
      let (sign, rest) = row.rect.line(0).split(left: 2)
      let (label, text) = rest.split(left: width)
      let mark = isGone ? ("-", "muted") : field.mark(look.glyphs)
      canvas.write(mark.0, in: sign, style: row.style(mark.1))
      canvas.write(
        field.label, in: label.trimmedRight(1),
        style: row.style(field.isHeading && !isGone ? "heading" : "muted"),
        ellipsis: look.glyphs.ellipsis)
      canvas.write(
        field.text.isEmpty ? "missing" : field.text, in: text,
        style: row.style(
          isGone || field.text.isEmpty ? "muted" : field.isHeading ? "strong" : "text"),
        ellipsis: look.glyphs.ellipsis)
    }
  }

  private func drawDetail(
    on canvas: inout Canvas, in area: Rect, _ selected: Field?, _ look: Look
  ) {
    var rest = area
    canvas.drawHairline(in: rest.take(1).inset(columns: 1), look: look)
    guard let field = selected else { return }
    let place = field.line.map { "line \($0)" } ?? "not in the file"
    let isGone = field.isDropped || goesWithSession(field)
    let state =
      goesWithSession(field) && !field.isHeading
      ? "goes with its session"
      : field.isDropped ? "dropped" : field.isChanged ? "changed" : field.doubt ?? "as it stands"
    canvas.write(
      [Span(field.label, look["strong"]), Span("  \(place)", look["muted"])],
      right: [Span(state, look[field.isSure || isGone ? "muted" : "warn"])],
      in: rest.take(1).inset(columns: 1), ellipsis: look.glyphs.ellipsis)
    let body = rest.inset(columns: 1)
    if let editor {
      editor.draw(on: &canvas, in: body.line(0), look: look)
    } else {
      let lines = field.text.lines(
        in: body.columns, limit: max(1, body.rows - 1), ellipsis: look.glyphs.ellipsis)
      canvas.write(lines, in: body, style: look["text"])
      drawOrigin(of: field, on: &canvas, in: body.split(top: lines.count).rest, look)
    }
  }

  /// The whole line of the file, which the left side shows cut off.
  private func drawOrigin(
    of field: Field, on canvas: inout Canvas, in area: Rect, _ look: Look
  ) {
    guard let line = field.line, source.indices.contains(line - 1), area.rows > 0 else { return }
    let origin = source[line - 1]
    guard origin != field.text, !origin.isEmpty else { return }
    let lines = origin.lines(in: area.columns, limit: area.rows, ellipsis: look.glyphs.ellipsis)
    canvas.write(lines, in: area, style: look["muted"])
  }
}

extension ImportReview.Field {
  /// A sign for how it stands; words beside the detail say the same.
  fileprivate func mark(_ glyphs: Glyphs) -> (String, TerminalUI.Role) {
    if !isSure { return ("?", "warn") }
    return isChanged ? ("*", "accent") : (glyphs.check, "good")
  }
}
