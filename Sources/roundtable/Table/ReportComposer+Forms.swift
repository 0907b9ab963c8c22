import Reports
import Screens
import SessionModel

extension ReportComposer {
  /// Fills the forms that can be found.
  static let ofForms = ReportComposer {
    FormShelf().names
  } preview: { name, session in
    guard let form = try? FormShelf().form(named: name) else { return nil }
    return ReportPreview(FilledForm(form, of: session), of: form)
  }
}

extension ReportPreview {
  fileprivate init(_ filled: FilledForm, of form: Form) {
    let lines = filled.document.sections.flatMap { Self.lines(of: $0, depth: 0) }
    self.init(
      title: form.title, lines: lines, gaps: filled.gaps,
      overruns: filled.checks.filter { !$0.isKept }.map(\.sentence),
      words: lines.reduce(0) { sum, line in
        line.kind == .text || line.kind == .item
          ? sum + line.text.wordCount : sum
      })
  }

  private static func lines(of section: Document.Section, depth: Int) -> [Line] {
    [Line(depth == 0 ? .heading : .subheading, section.heading)]
      + section.blocks.flatMap(lines(of:))
      + section.sections.flatMap { lines(of: $0, depth: depth + 1) }
  }

  private static func lines(of block: Document.Block) -> [Line] {
    switch block {
    case .paragraph(let text, _): [Line(.text, text)]
    case .facts(let facts): facts.map { Line(.quiet, "\($0.label): \($0.value)") }
    case .list(let items):
      items.map { Line(.item, $0.text + ($0.speaker.map { " (\($0))" } ?? "")) }
    case .table(let table):
      table.rows.map { row in
        Line(.quiet, row.filter { !$0.isEmpty }.joined(separator: " · "))
      }
    case .chart(let chart): lines(of: chart)
    }
  }

  /// Bars in words; a timeline has its table beside it.
  private static func lines(of chart: Document.Chart) -> [Line] {
    guard case .bars(let bars) = chart.shape else { return [] }
    return [Line(.quiet, chart.title)] + bars.map { Line(.quiet, "\($0.label): \($0.figure)") }
  }
}
