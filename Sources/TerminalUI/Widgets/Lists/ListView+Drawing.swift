/// One row of a list while it is drawn.
public struct ListRow: Sendable {
  /// Where it is drawn, without its heading.
  public var rect: Rect
  /// Which one it is of those that are shown.
  public var index: Int
  public var isSelected: Bool
  public var look: Look

  /// A role as it looks in this row: in the selected one `muted` is `selection.muted`.
  public func style(_ role: Role) -> Style {
    isSelected ? look[Role("selection." + role.name)] : look[role]
  }

  /// A run of text in a role, as it looks in this row.
  public func span(_ text: String, _ role: Role = "text") -> Span {
    Span(text, style(role))
  }
}

/// How far the bar of the selected row goes.
public enum ListBar: Hashable, Sendable {
  /// From one edge to the other.
  case row
  /// Under the first words, up to where two cells are free.
  ///
  /// What stands beside them keeps its own colours, and a move repaints a third of the bytes.
  case words
}

extension ListView {
  /// Draws what can be seen of it: the selected row as a bar, a filter in the last row.
  ///
  /// A row answers to clicks as `prefix:index`. Only rows that are seen are asked for. `items` are
  /// those that are shown, `total` is how many there are without the filter, `height` the rows an
  /// item takes without its heading. A heading is a quiet line above an item, with a free line above
  /// that; `empty` stands where there are no items. Where `state` tells all that the row of an
  /// index shows beside its selection, it is not drawn again while it looks as it did.
  ///
  /// Gives how many items stand below those that are seen.
  @discardableResult
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, items: [ID], total: Int? = nil,
    prefix: String = "row", hasFocus: Bool = true, bar: ListBar? = .row, empty: String = "",
    height: (ID) -> Int = { _ in 1 }, heading: (ID) -> String? = { _ in nil },
    state: (Int) -> PartState? = { _ in nil }, row: (inout Canvas, ListRow, ID) -> Void
  ) -> Int {
    var settled = self
    settled.settle(rows: rect.rows, items: items) { index in
      height(items[index]) + Self.headingRows(heading(items[index]), at: index)
    }
    var area = rect
    if hasFilterLine {
      let (rest, line) = rect.split(bottom: 1)
      area = rest
      drawFilter(on: &canvas, in: line, look: look, count: items.count, total: total)
    }
    guard let selected = settled.index(in: items) else {
      let text = isFiltered ? "nothing matches" : empty
      canvas.write(text, in: area, style: look["muted"], ellipsis: look.glyphs.ellipsis)
      if hasFocus, !isTyping { canvas.focus(rect) }
      return 0
    }
    var index = settled.top
    while index < items.count, !area.isEmpty {
      let item = items[index]
      if let title = heading(item) {
        let place = area.split(top: Self.headingRows(title, at: index))
        canvas.write(
          title, in: place.top.split(bottom: 1).bottom, style: look["heading"],
          ellipsis: look.glyphs.ellipsis)
        area = place.rest
      }
      let (place, rest) = area.split(top: max(1, height(item)))
      area = rest
      let bar = index == selected ? bar : nil
      let line = ListRow(rect: place, index: index, isSelected: bar == .row, look: look)
      let shown = state(index).map { state in
        PartState(
          revision: state.revision, details: state.details + [index, bar == nil ? 0 : 1])
      }
      canvas.part(prefix, of: shown, in: place) { canvas in
        if bar == .row { canvas.fill(place, style: look["selection"]) }
        row(&canvas, line, item)
        switch bar {
        case .row: canvas.makeBar(place, look["selection"])
        case .words: canvas.makeBar(canvas.firstWords(in: place.line(0)), look["selection"])
        case nil: break
        }
      }
      canvas.addTarget(place, "\(prefix):\(index)")
      if index == selected, hasFocus, !isTyping { canvas.focus(place) }
      index += 1
    }
    return items.count - index
  }

  /// How many rows a heading takes: itself and the free line above, save at the beginning.
  public static func headingRows(_ heading: String?, at index: Int) -> Int {
    heading == nil ? 0 : index == 0 ? 1 : 2
  }

  private func drawFilter(
    on canvas: inout Canvas, in line: Rect, look: Look, count: Int, total: Int?
  ) {
    let figure = total.map { "\(count) of \($0)" } ?? "\(count)"
    let columns = TextWidth.columns(of: figure) + 1
    let (field, rest) = line.split(left: line.columns - columns)
    filter.draw(on: &canvas, in: field, look: look, prompt: "/", hasFocus: isTyping)
    canvas.write(
      " " + figure, in: rest, style: look[count == 0 ? "warn" : "muted"],
      ellipsis: look.glyphs.ellipsis)
  }
}

extension Canvas {
  /// Puts the cursor on what has the focus, unseen.
  mutating func focus(_ rect: Rect) {
    guard !rect.isEmpty else { return }
    cursor = Point(column: rect.column, row: rect.row)
    isCursorVisible = false
  }

  /// The beginning of a line up to where two cells are free, one of them included.
  func firstWords(in line: Rect) -> Rect {
    let line = line.intersection(bounds)
    guard !line.isEmpty else { return line }
    func isFree(_ column: Int) -> Bool {
      self[Point(column: column, row: line.row)].scalar == " "
    }
    var column = line.column
    while column < line.endColumn, isFree(column) { column += 1 }
    while column < line.endColumn {
      if isFree(column), column + 1 == line.endColumn || isFree(column + 1) { break }
      column += 1
    }
    return line.split(left: min(column + 1, line.endColumn) - line.column).left
  }

  /// Gives a whole row the ground of a style, whatever was drawn on it without thinking of that.
  mutating func makeBar(_ rect: Rect, _ bar: Style) {
    restyle(rect) { style in
      let isOnBar =
        style.background == bar.background
        && style.attributes.contains(.reverse) == bar.attributes.contains(.reverse)
      guard !isOnBar else { return style }
      var new = bar
      new.attributes.formUnion(style.attributes.intersection(.bold))
      return new
    }
  }
}
