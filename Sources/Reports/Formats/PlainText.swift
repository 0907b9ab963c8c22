/// Text without any markup, for mail and for reading aloud; lines of at most 78 columns.
///
/// *Limitations*: a word longer than a line stands out of it.
public struct PlainText: ReportFormat {
  private static let width = 78
  /// The narrowest a column of words becomes so that a table fits.
  private static let narrowest = 12
  private static let barColumns = 24

  private let tellsSources: Bool

  public init(tellingSources: Bool = false) {
    tellsSources = tellingSources
  }

  public func write(_ document: Document, to stream: inout some TextOutputStream) {
    writeHeading(document.title, underline: "=", to: &stream)
    if let kind = document.kind {
      for line in paragraph(kind) { stream.write(line + "\n") }
    }
    for section in document.sections { write(section, level: 0, to: &stream) }
  }

  /// One section as lines, an empty one before each block.
  public func lines(of section: Document.Section) -> [String] {
    var text = ""
    write(section, level: 1, to: &text)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private func write(
    _ section: Document.Section, level: Int, to stream: inout some TextOutputStream
  ) {
    stream.write("\n")
    writeHeading(
      section.heading + origin(of: section.source), underline: level == 0 ? "-" : nil, to: &stream)
    for block in section.blocks {
      stream.write("\n")
      for line in lines(of: block) { stream.write(line + "\n") }
    }
    for section in section.sections { write(section, level: level + 1, to: &stream) }
  }

  private func writeHeading(
    _ text: String, underline: Character?, to stream: inout some TextOutputStream
  ) {
    let lines = Self.wrapped(text.cleanLine, to: Self.width)
    for line in lines { stream.write(line + "\n") }
    guard let underline else { return }
    let length = lines.map(\.columns).max() ?? 0
    stream.write(String(repeating: underline, count: length) + "\n")
  }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let text, let source): return paragraph(text + origin(of: source))
    case .facts(let facts):
      let length = facts.map(\.label.columns).max() ?? 0
      return facts.flatMap { fact in
        let label = (fact.label + ":").padded(to: length + 3)
        let text = fact.value + origin(of: fact.source)
        let lines = text.cleanLines.filter { !$0.allSatisfy(\.isWhitespace) }
        return (lines.isEmpty ? [""] : lines).enumerated().flatMap {
          hanging($1.cleanLine, after: $0 == 0 ? label : "".padded(to: label.columns))
        }
      }
    case .list(let items):
      return items.flatMap { item in
        let text = item.text + origin(of: item.source, by: item.speaker)
        let lines = text.cleanLines.filter { !$0.allSatisfy(\.isWhitespace) }
        return lines.enumerated().flatMap { hanging($1.cleanLine, after: $0 == 0 ? "- " : "  ") }
      }
    case .table(let table): return lines(of: table.tellingSources(tellsSources))
    case .chart(let chart):
      return paragraph(chart.title) + chart.lines(barColumns: Self.barColumns, width: Self.width)
    }
  }

  /// What stands behind a statement: who said it, and where it comes from.
  private func origin(of source: String?, by speaker: String? = nil) -> String {
    let parts = [speaker, tellsSources ? source : nil].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  private func paragraph(_ text: String) -> [String] {
    text.cleanLines.filter { !$0.allSatisfy(\.isWhitespace) }
      .flatMap { Self.wrapped($0.cleanLine, to: Self.width) }
  }

  /// A text behind a label, its further lines below its first.
  private func hanging(_ text: String, after label: String) -> [String] {
    let indent = String(repeating: " ", count: label.columns)
    return Self.wrapped(text, to: Self.width - label.columns).enumerated()
      .map { ($0 == 0 ? label : indent) + $1 }
  }

  // MARK: Tables

  private func lines(of table: Document.Table) -> [String] {
    let titles = table.columns.map(\.title)
    let rows = table.rows.map { $0.map(\.cleanLine) }
    let widths = widths(of: table.columns, cells: [titles] + rows)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    func row(_ cells: [String]) -> [String] {
      lines(ofRow: cells, columns: table.columns, widths: widths)
    }
    return row(titles) + [rule] + rows.flatMap(row)
  }

  private func lines(
    ofRow cells: [String], columns: [Document.Table.Column], widths: [Int]
  ) -> [String] {
    let wrapped = zip(cells, widths).map { Self.wrapped($0, to: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      let parts = columns.indices.map { column in
        let text = index < wrapped[column].count ? wrapped[column][index] : ""
        return columns[column].isFigures
          ? text.padded(to: widths[column], onLeft: true) : text.padded(to: widths[column])
      }
      return parts.joined(separator: "  ").trimmedAtEnd
    }
  }

  /// How wide each column is: as wide as its widest cell, or as the line leaves room for.
  private func widths(of columns: [Document.Table.Column], cells: [[String]]) -> [Int] {
    var widths = columns.indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    let least = columns.indices.map { column in
      columns[column].isFigures ? widths[column] : leastWidth(of: cells.map { $0[column] })
    }
    let gaps = 2 * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > Self.width {
      let yielding = columns.indices.filter { widths[$0] > least[$0] }
      guard let widest = yielding.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// What a column of words needs so that no word is broken.
  private func leastWidth(of cells: [String]) -> Int {
    let words = cells.flatMap { $0.split(separator: " ") }
    return max(Self.narrowest, words.map { String($0).columns }.max() ?? 0)
  }

  // MARK: Lines

  /// A line in lines that fit, broken between words; one empty line for no words.
  static func wrapped(_ line: String, to width: Int) -> [String] {
    if line.isASCII { return wrapped(ascii: line, to: width) }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ").map(String.init) {
      if current.isEmpty {
        current = word
      } else if current.columns + 1 + word.columns <= width {
        current += " " + word
      } else {
        lines.append(current)
        current = word
      }
    }
    return lines + [current]
  }

  /// The same where each byte is a column.
  private static func wrapped(ascii line: String, to width: Int) -> [String] {
    let bytes = line.utf8
    var lines: [String] = []
    var start: String.Index?
    var end = line.startIndex
    for word in bytes.split(separator: UInt8(ascii: " ")) {
      if let begin = start {
        if bytes.distance(from: begin, to: word.endIndex) > width {
          lines.append(String(line[begin..<end]))
          start = word.startIndex
        }
      } else {
        start = word.startIndex
      }
      end = word.endIndex
    }
    return lines + [start.map { String(line[$0..<end]) } ?? ""]
  }
}

extension String {
  func padded(to width: Int, onLeft: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - columns))
    return onLeft ? space + self : self + space
  }

  var trimmedAtEnd: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    return String(reversed().drop { $0 == " " }.reversed())
  }

  /// How many columns a fixed-width face gives the text: two for a wide character.
  ///
  /// Source: Unicode Standard Annex #11, the blocks that are wide as a whole.
  var columns: Int {
    if isASCII { return utf8.count }
    return reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }
}
