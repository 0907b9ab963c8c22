extension Canvas {
  /// Lays a plain area over the middle of what is drawn: hairlines above and below, a title, room.
  ///
  /// Returns the room inside, at most of the size asked for. A click beside it is a click on
  /// `outside`, one on it where nothing else answers is one on `panel`.
  public mutating func drawPanel(
    _ title: String, room: Size, in rect: Rect, isHigh: Bool = false, look: Look
  ) -> Rect {
    let margin = rect.columns > 8 ? 2 : 0
    let frame = rect.rows > 5 ? 2 : 0
    let heading = title.isEmpty || rect.rows < 2 ? 0 : rect.rows > 8 ? 2 : 1
    let columns = min(rect.columns, max(room.columns, TextWidth.columns(of: title)) + 2 * margin)
    let rows = min(rect.rows, room.rows + heading + frame)
    let free = rect.rows - rows
    let area = Rect(
      column: rect.column + (rect.columns - columns) / 2,
      row: rect.row + (isHigh ? min(1, free) : free / 2), columns: columns, rows: rows)
    addTarget(rect, "outside")
    addTarget(area, "panel")
    fill(area, style: look["dialog"])
    var inside = area
    if frame > 0 {
      drawDialogLine(in: area.line(0), look: look)
      drawDialogLine(in: area.line(rows - 1), look: look)
      inside = area.inset(rows: 1)
    }
    inside = inside.inset(columns: margin)
    if heading > 0 {
      write(
        title, in: inside, style: look.style("dialog.title", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
      focus(inside.line(0))
    }
    return inside.split(top: heading).rest
  }

  private mutating func drawDialogLine(in line: Rect, look: Look) {
    write(
      String(repeating: look.glyphs.hairline, count: line.columns),
      at: Point(column: line.column, row: line.row), style: look.style("line", on: "dialog"),
      clip: line)
  }
}

extension Look {
  /// A role on the ground of another: `muted` on `dialog` is `dialog.muted`.
  ///
  /// Colours meant for the page may not be readable elsewhere, so what the theme does not name for
  /// that ground looks like the ground's own text. A role with a ground of its own keeps it.
  public func style(_ role: Role, on ground: Role) -> Style {
    let own = self[role]
    guard role != ground, !role.name.hasPrefix(ground.name + "."),
      own.background == self["text"].background
    else { return own }
    var style = self[Role("\(ground.name).\(role.name)")]
    style.attributes.formUnion(own.attributes.intersection([.bold, .underline]))
    return style
  }
}
