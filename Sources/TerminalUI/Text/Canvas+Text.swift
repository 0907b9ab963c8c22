extension Canvas {
  /// Writes one line, clipped; returns the columns it took, what was clipped left out.
  ///
  /// Never writes half a wide character: where an edge cuts one, a space stands in its place.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style, clip: Rect? = nil
  ) -> Int {
    let area = (clip ?? bounds).intersection(bounds)
    guard !area.isEmpty, point.row >= area.row, point.row < area.endRow,
      point.column < area.endColumn
    else { return 0 }
    var text = text
    let whole = text.withUTF8 { bytes -> Int? in
      guard Ascii.arePrintable(bytes) else { return nil }
      return put(bytes, at: point, style: style, in: area)
    }
    return whole ?? put(text[...], at: point, style: style, in: area)
  }

  /// Writes into the first row of a rectangle, clipped with an ellipsis; returns the columns it took.
  @discardableResult
  public mutating func write(
    _ text: String, in rect: Rect, style: Style, align: Alignment = .left, ellipsis: String = "…"
  ) -> Int {
    write([Span(text, style)], in: rect, align: align, ellipsis: ellipsis)
  }

  /// Writes several runs after one another in the first row of a rectangle, clipped as one line.
  @discardableResult
  public mutating func write(
    _ spans: [Span], in rect: Rect, align: Alignment = .left, ellipsis: String = "…"
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let total = spans.reduce(0) { $0 + $1.columns }
    var end = Point(column: rect.column + align.offset(of: total, in: rect.columns), row: rect.row)
    let start = end.column
    guard total > rect.columns else {
      for span in spans { end.column += write(span.text, at: end, style: span.style, clip: rect) }
      return end.column - start
    }
    let dots = TextWidth.columns(of: ellipsis)
    let room = dots < rect.columns ? rect.columns - dots : rect.columns
    for span in spans {
      let head = span.text.head(columns: start + room - end.column)
      end.column += write(String(head), at: end, style: span.style, clip: rect)
      guard head.endIndex == span.text.endIndex else {
        if room < rect.columns {
          end.column += write(ellipsis, at: end, style: span.style, clip: rect)
        }
        break
      }
    }
    return end.column - start
  }

  /// Puts printable ASCII, a byte a cell.
  private mutating func put(
    _ bytes: UnsafeBufferPointer<UInt8>, at point: Point, style: Style, in area: Rect
  ) -> Int {
    let first = max(point.column, area.column)
    let end = min(point.column + bytes.count, area.endColumn)
    guard first < end else { return max(0, end - point.column) }
    let row = point.row * size.columns
    open(row + first..<row + end, in: point.row)
    let skipped = first - point.column
    for offset in 0..<(end - first) {
      cells[row + first + offset] = Cell(
        scalar: Unicode.Scalar(bytes[skipped + offset]), style: style)
    }
    return end - point.column
  }

  /// Puts any line, piece by piece.
  private mutating func put(
    _ text: Substring, at point: Point, style: Style, in area: Rect
  ) -> Int {
    var column = point.column
    Piece.each(of: text) { piece in
      let end = column + piece.columns
      guard column < area.endColumn else { return false }
      if column >= area.column && end <= area.endColumn {
        set(Point(column: column, row: point.row), to: Cell(piece, style: style))
      } else if end > area.column {
        let visible = max(column, area.column)
        set(Point(column: visible, row: point.row), to: " ", width: 1, style: style)
      }
      column = end
      return true
    }
    return min(column, area.endColumn) - point.column
  }
}
