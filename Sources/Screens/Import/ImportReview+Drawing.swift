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

  /// The file, a row a line, with the line of what is chosen in sight and unfolded.
  private func drawSource(
    on canvas: inout Canvas, in area: Rect, _ selected: Field?, _ look: Look
  ) {
    let figures = String(source.count).count
    let chosen = selected?.line.flatMap { source.indices.contains($0 - 1) ? $0 : nil }
    let unfolded = chosen.map { line in
      Passage(of: source[line - 1], around: selected?.raw).rows(
        in: area.columns - figures - 2,
        limit: max(area.rows / 2, area.rows - source.count + 1), look)
    }
    let height = source.count - 1 + (unfolded?.count ?? 1)
    let wanted = (chosen ?? 1) - 1 - area.rows / 3
    // Rows above what is chosen are one a line, so lines and rows count alike.
    let first = max(0, min(height - area.rows, wanted))
    var rest = area
    for number in (first + 1)...max(first + 1, source.count)
    where source.indices.contains(number - 1) {
      let isChosen = number == chosen
      let rows = isChosen ? unfolded ?? [] : []
      for row in 0..<max(1, rows.count) where rest.rows > 0 {
        let (margin, text) = rest.take(1).split(left: figures + 2)
        if row == 0 {
          canvas.write(
            String(number), in: margin.trimmedRight(1), style: look[isChosen ? "accent" : "muted"],
            align: .right)
        }
        canvas.write(
          isChosen ? rows[row].text : source[number - 1], in: text,
          style: look[isChosen ? rows[row].isMeant ? "strong" : "muted" : "text"],
          ellipsis: look.glyphs.ellipsis)
      }
      if rest.rows == 0 { return }
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
    let origin = field.raw ?? source[line - 1]
    guard origin != field.text, !origin.isEmpty else { return }
    let lines = origin.lines(in: area.columns, limit: area.rows, ellipsis: look.glyphs.ellipsis)
    canvas.write(lines, in: area, style: look["muted"])
  }
}

/// A line of the file, and the part of it that something was understood from.
private struct Passage {
  private var before = ""
  private var meant: String
  private var after = ""

  /// The whole line where the part is the line, or is not found in it as it stands.
  init(of line: String, around raw: String?) {
    meant = line
    // What is longer was broken nowhere.
    guard let raw, raw != line, !raw.isEmpty, line.utf8.count <= 300_000,
      let range = line.utf8.firstRange(of: raw.utf8)
    else { return }
    before = String(line[..<range.lowerBound])
    meant = raw
    after = String(line[range.upperBound...])
  }

  /// At most so many rows: the end of what stands before, the part, and what follows.
  func rows(
    in columns: Int, limit: Int, _ look: Look
  ) -> [(text: String, isMeant: Bool)] {
    let ellipsis = look.glyphs.ellipsis
    var rows: [(text: String, isMeant: Bool)] = []
    let room = max(1, limit / 3)
    if !before.isEmpty, limit > 2 {
      var head = String(before.suffix(room * max(1, columns) * 3 / 4))
      if head.utf8.count < before.utf8.count {
        head = ellipsis + " " + head.drop { $0 != " " }.drop { $0 == " " }
      }
      rows += head.lines(in: columns, limit: room, ellipsis: ellipsis).map { ($0, false) }
    }
    rows += meant.lines(in: columns, limit: limit - rows.count, ellipsis: ellipsis).map {
      ($0, true)
    }
    if !after.isEmpty, rows.count < limit {
      rows += String(after.drop { $0 == " " })
        .lines(in: columns, limit: limit - rows.count, ellipsis: ellipsis).map { ($0, false) }
    }
    return rows
  }
}

extension ImportReview.Field {
  /// A sign for how it stands; words beside the detail say the same.
  fileprivate func mark(_ glyphs: Glyphs) -> (String, TerminalUI.Role) {
    if !isSure { return ("?", "warn") }
    return isChanged ? ("*", "accent") : (glyphs.check, "good")
  }
}
