import SessionModel
import TerminalUI

/// The report in a form, wrapped for the place where it is read, as of one entry.
struct ComposedReport: Sendable {
  let entries: Int
  let form: String
  let columns: Int
  /// `nil` where the form cannot be read.
  let preview: ReportPreview?
  let rows: [Row]

  /// One row of it.
  struct Row: Equatable, Sendable {
    var kind: ReportPreview.Kind
    var text: String
    /// Whether a bullet stands before it.
    var isFirst: Bool
  }

  /// How many rows each line of the report takes.
  private let heights: [Int]

  /// `before` is how the report was composed last: what reads the same is not wrapped again.
  init(
    _ form: String, of session: Session, by composer: ReportComposer, columns: Int,
    after before: ComposedReport? = nil
  ) {
    entries = session.entries
    self.form = form
    self.columns = columns
    preview = composer.preview(form, session)
    let lines = preview?.lines ?? []
    // A note changes a line somewhere; the report before and behind it stands as it is.
    let known = before.flatMap { $0.form == form && $0.columns == columns ? $0 : nil }
    let old = known?.preview?.lines ?? []
    let head = zip(lines, old).prefix { $0 == $1 }.count
    // The first line of all has no room above it, wherever it stands now.
    let rest = (lines.dropFirst(max(1, head)), old.dropFirst(max(1, head)))
    let tail = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
    var rows: [Row] = []
    var heights: [Int] = []
    heights.reserveCapacity(lines.count)
    if let known {
      heights += known.heights.prefix(head)
      rows += known.rows.prefix(heights.reduce(0, +))
    }
    for line in lines.dropFirst(head).dropLast(tail) {
      let start = rows.count
      Self.wrap(line, columns: columns, into: &rows)
      heights.append(rows.count - start)
    }
    if let known, tail > 0 {
      let kept = known.heights.suffix(tail)
      heights += kept
      rows += known.rows.suffix(kept.reduce(0, +))
    }
    self.rows = rows
    self.heights = heights
  }

  private static func wrap(_ line: ReportPreview.Line, columns: Int, into rows: inout [Row]) {
    let indent = line.kind == .item ? 3 : 0
    if line.kind == .heading || line.kind == .subheading, !rows.isEmpty {
      rows.append(Row(kind: .text, text: "", isFirst: false))
    }
    for (index, part) in line.text.wrapped(to: max(8, columns - indent)).enumerated() {
      rows.append(Row(kind: line.kind, text: String(part), isFirst: index == 0))
    }
  }

  /// The first row that is not as it was in another one; `nil` where nothing differs.
  func firstChange(from other: ComposedReport) -> Int? {
    guard other.form == form, other.columns == columns else { return nil }
    let place = zip(rows, other.rows).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return place ?? (rows.count == other.rows.count ? nil : min(rows.count, other.rows.count))
  }

  func draw(on canvas: inout Canvas, in area: Rect, top: Int, look: Look) {
    for (index, row) in rows.dropFirst(top).prefix(area.rows).enumerated() {
      let line = area.line(index)
      switch row.kind {
      case .heading: canvas.write(row.text, in: line, style: look["heading"])
      case .subheading: canvas.write(row.text, in: line, style: look["strong"])
      case .text: canvas.write(row.text, in: line, style: look["text"])
      case .quiet: canvas.write(row.text, in: line, style: look["muted"])
      case .item:
        if row.isFirst {
          canvas.write(look.glyphs.bullet, in: line, style: look["accent"])
        }
        canvas.write(row.text, in: line.split(left: 3).rest, style: look["text"])
      }
    }
    if rows.count > top + area.rows, area.rows > 0 {
      canvas.write(
        look.glyphs.down, in: area.line(area.rows - 1), style: look["accent"], align: .right)
    }
  }
}
