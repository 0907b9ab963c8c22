/// Cells to draw on: a pure value that a terminal shows and a test compares.
///
/// Nothing drawn outside the canvas or its clip is an error; it is left out.
public struct Canvas: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns` cells each.
  public internal(set) var cells: [Cell]
  /// Where the terminal's own cursor stands: on what has the focus, always.
  public var cursor: Point?
  /// Whether the cursor is seen, as in a text field; it stands on the focus either way.
  public var isCursorVisible = false
  /// What a click on a part of the screen means, later ones above earlier ones.
  public internal(set) var targets: [ClickTarget] = []
  /// What the next canvas may take over from this one, and what this one takes from the last.
  var parts = DrawnParts()

  /// An empty canvas; `before` is the one it follows, whose parts need not be drawn again.
  public init(size: Size, style: Style = .plain, after before: Canvas? = nil) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Self.cells(Cell(style: style), count: self.size.columns * self.size.rows)
    if let before, before.size == self.size { parts.follow(before) }
  }

  /// As many of one cell, copied by the thousand and not one after another.
  private static func cells(_ cell: Cell, count: Int) -> [Cell] {
    Array(unsafeUninitializedCapacity: count) { buffer, filled in
      filled = min(64, count)
      buffer[..<filled].initialize(repeating: cell)
      while filled < count {
        let run = filled..<min(2 * filled, count)
        _ = buffer[run].initialize(fromContentsOf: buffer[..<run.count])
        filled = run.upperBound
      }
    }
  }

  /// Whether they look alike and answer alike, however they came to it.
  public static func == (one: Canvas, other: Canvas) -> Bool {
    one.size == other.size && one.cells == other.cells && one.cursor == other.cursor
      && one.isCursorVisible == other.isCursorVisible && one.targets == other.targets
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
    set(point, to: Cell(text, width: width == 2 ? 2 : 1, style: style))
  }

  mutating func set(_ point: Point, to cell: Cell) {
    guard bounds.contains(point) else { return }
    let index = point.row * size.columns + point.column
    guard cell.width == 2 else {
      open(index..<index + 1, in: point.row)
      cells[index] = cell
      return
    }
    guard point.column + 1 < size.columns else {
      return set(point, to: Cell(style: cell.style))
    }
    open(index..<index + 2, in: point.row)
    cells[index] = cell
    cells[index + 1] = Cell(scalar: nil, width: 0, style: cell.style)
  }

  /// Puts another canvas into a rectangle, from a row of it on; what lies outside of either is left.
  public mutating func put(_ other: Canvas, from first: Int = 0, in rect: Rect) {
    let area = rect.intersection(bounds)
    for row in 0..<min(area.rows, max(0, other.size.rows - first)) {
      for column in 0..<min(area.columns, other.size.columns) {
        let cell = other[Point(column: column, row: first + row)]
        guard cell.width > 0 else { continue }
        set(Point(column: area.column + column, row: area.row + row), to: cell)
      }
    }
  }

  /// How many rows there are down to the last that holds anything but empty cells.
  public var rowsInUse: Int {
    let blank = Cell()
    let last = cells.lastIndex { $0 != blank && $0 != Cell(style: $0.style) }
    return last.map { $0 / size.columns + 1 } ?? 0
  }

  /// Fills a rectangle with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    fill(area, with: Cell(style: style))
  }

  /// Fills a rectangle inside the canvas with a cell of one column.
  mutating func fill(_ area: Rect, with cell: Cell) {
    for row in area.row..<area.endRow {
      let first = row * size.columns + area.column
      open(first..<first + area.columns, in: row)
      for index in first..<first + area.columns { cells[index] = cell }
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

  /// Makes a run of cells in one row free to be overwritten: what it cuts in half becomes a space.
  mutating func open(_ run: Range<Int>, in row: Int) {
    if cells[run.lowerBound].width == 0, run.lowerBound > row * size.columns {
      cells[run.lowerBound - 1] = Cell(style: cells[run.lowerBound - 1].style)
    }
    if cells[run.upperBound - 1].width == 2, run.upperBound < (row + 1) * size.columns {
      cells[run.upperBound] = Cell(style: cells[run.upperBound].style)
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
