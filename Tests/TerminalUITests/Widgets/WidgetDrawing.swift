import TerminalUI
import Testing

/// The look that widgets are drawn with in tests.
let look = Look()

/// A canvas that a widget was drawn on, all of it unless told otherwise.
func drawn(
  _ columns: Int = 40, _ rows: Int = 8, _ draw: (inout Canvas, Rect) -> Void
) -> Canvas {
  var canvas = Canvas(size: Size(columns: columns, rows: rows))
  draw(&canvas, canvas.bounds)
  return canvas
}

extension Canvas {
  /// One row as text, without the spaces at its end.
  func row(_ row: Int) -> String {
    var line = (0..<size.columns).map { self[Point(column: $0, row: row)].text }.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  func style(_ column: Int, _ row: Int) -> Style { self[Point(column: column, row: row)].style }
}

/// Draws with a border around what the widget was given and expects that it still stands.
func expectBorderStands(
  around size: Size, _ draw: (inout Canvas, Rect) -> Void,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var canvas = Canvas(size: Size(columns: size.columns + 2, rows: size.rows + 2))
  for row in 0..<canvas.size.rows {
    canvas.write(
      String(repeating: "#", count: canvas.size.columns), at: Point(column: 0, row: row),
      style: .plain)
  }
  let inside = canvas.bounds.inset(columns: 1, rows: 1)
  canvas.fill(inside, style: .plain)
  draw(&canvas, inside)
  for row in 0..<canvas.size.rows {
    let isEdge = row == 0 || row == canvas.size.rows - 1
    let columns = isEdge ? Array(0..<canvas.size.columns) : [0, canvas.size.columns - 1]
    let cells = columns.map { canvas[Point(column: $0, row: row)].text }
    #expect(cells.allSatisfy { $0 == "#" }, sourceLocation: sourceLocation)
    let width = (0..<canvas.size.columns).reduce(0) {
      $0 + Int(canvas[Point(column: $1, row: row)].width)
    }
    #expect(width == canvas.size.columns, sourceLocation: sourceLocation)
  }
}

/// Keys as they are typed: `"ab"` is two.
func keys(_ text: String) -> [Key] { text.map { Key(.character($0)) } }

/// The same at several sizes for what lies over a whole screen; the cursor stands inside.
func expectBorderStandsAroundFocus(
  sourceLocation: SourceLocation = #_sourceLocation, _ draw: (inout Canvas, Rect) -> Void
) {
  for (columns, rows) in [(1, 1), (2, 7), (9, 4), (30, 12), (80, 24)] {
    expectBorderStands(
      around: Size(columns: columns, rows: rows),
      { canvas, rect in
        draw(&canvas, rect)
        #expect(
          canvas.cursor.map { rect.contains($0) } == true, sourceLocation: sourceLocation)
      }, sourceLocation: sourceLocation)
  }
}
