public import TerminalUI
public import Testing

/// What stands on a canvas, a line a row; spaces at line ends and empty rows at the end left out.
public func drawing(of canvas: Canvas) -> String {
  trimmed(
    rows(of: canvas).map { row in row.map(\.text).joined() })
}

/// How it looks: a letter for each cell, then what each letter means.
///
/// Cells in the terminal's own look are dots; letters are given in the order of their first cell.
public func styles(of canvas: Canvas) -> String {
  var letters: [Style: Character] = [.plain: "."]
  var legend: [String] = []
  var free = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").makeIterator()
  let lines = rows(of: canvas).map { row in
    String(
      row.map { cell in
        if let letter = letters[cell.style] { return letter }
        let letter = free.next() ?? "?"
        letters[cell.style] = letter
        legend.append("\(letter) \(words(for: cell.style))")
        return letter
      })
  }
  return (lines + legend).joined(separator: "\n")
}

/// The whole of a canvas as a golden file holds it: text, styles, cursor.
public func golden(of canvas: Canvas) -> String {
  let cursor =
    canvas.cursor.map { "\($0.column),\($0.row)\(canvas.isCursorVisible ? "" : " hidden")" }
    ?? "none"
  return [drawing(of: canvas), styles(of: canvas), "cursor \(cursor)"]
    .joined(separator: "\n\n") + "\n"
}

/// Expects a canvas to look like the drawing in the test; shows both where it does not.
public func expectDrawing(
  _ canvas: Canvas, _ wanted: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let drawn = drawing(of: canvas)
  let wanted = trimmed(
    wanted.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  guard drawn != wanted else { return }
  let pairs = zip(padded(drawn, like: wanted), padded(wanted, like: drawn))
  let lines = pairs.map { drawn, wanted in
    drawn == wanted ? "  \(drawn)" : "+ \(drawn)\n- \(wanted)"
  }
  Issue.record(
    "Drawn (+) is not as wanted (-):\n\(lines.joined(separator: "\n"))",
    sourceLocation: sourceLocation)
}

private func rows(of canvas: Canvas) -> [ArraySlice<Cell>] {
  let columns = canvas.size.columns
  return (0..<canvas.size.rows).map { canvas.cells[$0 * columns..<($0 + 1) * columns] }
}

private func trimmed(_ lines: [String]) -> String {
  var lines = lines.map { line in
    String(line.reversed().drop { $0 == " " }.reversed())
  }
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n")
}

private func padded(_ text: String, like other: String) -> [Substring] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let count = other.split(separator: "\n", omittingEmptySubsequences: false).count
  return lines + Array(repeating: "", count: max(0, count - lines.count))
}

private func words(for style: Style) -> String {
  let attributes: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
    (.reverse, "reverse"),
  ]
  let colors = "\(name(of: style.foreground)) on \(name(of: style.background))"
  return ([colors] + attributes.filter { style.attributes.contains($0.0) }.map(\.1))
    .joined(separator: " ")
}

private func name(of color: Color) -> String {
  switch color {
  case .terminal: "terminal"
  case .index(let index): "\(index)"
  case .rgb(let red, let green, let blue): "\(red)/\(green)/\(blue)"
  }
}
