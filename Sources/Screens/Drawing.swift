import TerminalUI

extension Rect {
  /// Takes the first rows off and leaves the rest; fewer where there are not that many.
  mutating func take(_ count: Int) -> Rect {
    let (top, rest) = split(top: count)
    self = rest
    return top
  }

  /// Takes the last rows off and leaves the rest.
  mutating func takeBottom(_ count: Int) -> Rect {
    let (rest, bottom) = split(bottom: count)
    self = rest
    return bottom
  }
}

extension String {
  /// The lines it makes in that many columns, no more than `limit`, the last one cut with `ellipsis`.
  func lines(in columns: Int, limit: Int, ellipsis: String) -> [String] {
    let lines = wrapped(to: max(1, columns)).map(String.init)
    guard lines.count > limit, limit > 0 else { return Array(lines.prefix(max(0, limit))) }
    let last = lines.dropFirst(limit - 1).joined(separator: " ").clipped(
      to: columns, ellipsis: ellipsis)
    return lines.prefix(limit - 1) + [last]
  }
}

extension Canvas {
  /// Writes lines under one another, as many as there are rows.
  mutating func write(_ lines: [String], in rect: Rect, style: Style) {
    for (index, line) in lines.prefix(rect.rows).enumerated() {
      write(line, in: rect.line(index), style: style)
    }
  }

  /// Puts the cursor on what has the focus, unseen.
  mutating func rest(on rect: Rect) {
    guard !rect.isEmpty else { return }
    cursor = Point(column: rect.column, row: rect.row)
    isCursorVisible = false
  }
}
