/// How many cells something takes: columns across, rows down.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of the screen, in cells; never of negative size.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen of that size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The column right of the last one inside.
  public var endColumn: Int { column + columns }
  /// The row below the last one inside.
  public var endRow: Int { row + rows }
  public var size: Size { Size(columns: columns, rows: rows) }
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both cover; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The same with that many cells taken off each side.
  public func inset(columns across: Int = 0, rows down: Int = 0) -> Rect {
    Rect(
      column: column + across, row: row + down, columns: columns - 2 * across,
      rows: rows - 2 * down)
  }

  /// Cuts off the first rows; the second part is what is left below.
  public func split(top count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
    )
  }

  /// Cuts off the last rows; the first part is what is left above.
  public func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, count), rows)
    let (rest, bottom) = split(top: rows - cut)
    return (rest, bottom)
  }

  /// Cuts off the first columns; `gap` columns between the parts belong to neither.
  public func split(left count: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(
        column: column + cut + gap, row: row, columns: columns - cut - gap, rows: rows)
    )
  }

  /// One row of it, counted from its top; empty when it has no such row.
  public func line(_ index: Int) -> Rect {
    guard index >= 0, index < rows else {
      return Rect(column: column, row: row, columns: 0, rows: 0)
    }
    return Rect(column: column, row: row + index, columns: columns, rows: 1)
  }
}
