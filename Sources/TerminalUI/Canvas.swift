/// Cells to draw on: a pure value that a terminal shows and a test compares.
///
/// Nothing drawn outside the canvas or its clip is an error; it is left out.
public struct Canvas: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` cells each.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands: on what has the focus, always.
  public var cursor: Point?
  /// Whether the cursor is seen, as in a text field; it stands on the focus either way.
  public var isCursorVisible = false
  /// What a click on a part of the screen means, later ones above earlier ones.
  public private(set) var targets: [ClickTarget] = []

  public init(size: Size, style: Style = .plain) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(
      repeating: Cell(style: style), count: self.size.columns * self.size.rows)
  }

  public var bounds: Rect { Rect(size) }

  /// The cell at a point; traps outside the canvas.
  public subscript(_ point: Point) -> Cell {
    cells[point.row * size.columns + point.column]
  }

  /// Says what a click inside a rectangle means.
  public mutating func addTarget(_ rect: Rect, _ name: String) {
    targets.append(ClickTarget(rect: rect, name: name))
  }

  /// The topmost target under a point.
  public func target(at point: Point) -> ClickTarget? {
    targets.last { $0.rect.contains(point) }
  }

  /// Puts one grapheme of `width` columns; blanks the other half of any wide one it cuts.
  ///
  /// A wide character that does not fit the last column becomes a space.
  public mutating func set(_ point: Point, to text: String, width: Int, style: Style) {
    guard bounds.contains(point) else { return }
    let index = point.row * size.columns + point.column
    guard width < 2 || point.column + 1 < size.columns else {
      return set(point, to: " ", width: 1, style: style)
    }
    heal(index, in: point.row)
    if width == 2 {
      heal(index + 1, in: point.row)
      cells[index] = Cell(text, width: 2, style: style)
      cells[index + 1] = Cell("", width: 0, style: style)
    } else {
      cells[index] = Cell(text, width: 1, style: style)
    }
  }

  /// Fills a rectangle with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        set(Point(column: column, row: row), to: " ", width: 1, style: style)
      }
    }
  }

  /// Changes the style of what stands in a rectangle, cell by cell.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for index in (row * size.columns + area.column)..<(row * size.columns + area.endColumn) {
        cells[index].style = change(cells[index].style)
      }
    }
  }

  private mutating func heal(_ index: Int, in row: Int) {
    switch cells[index].width {
    case 0 where index > row * size.columns:
      cells[index - 1] = Cell(style: cells[index - 1].style)
    case 2 where index + 1 < (row + 1) * size.columns:
      cells[index + 1] = Cell(style: cells[index + 1].style)
    default: break
    }
  }
}

/// A part of the screen that answers to a click.
public struct ClickTarget: Equatable, Sendable {
  public var rect: Rect
  /// What was clicked, in the words of the screen that drew it: `row:3`, `key:enter`.
  public var name: String

  public init(rect: Rect, name: String) {
    self.rect = rect
    self.name = name
  }
}
