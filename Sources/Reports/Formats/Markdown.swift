/// Markdown with tables, as GitHub reads it.
public struct Markdown: ReportFormat {
  private static let barColumns = 30

  private let tellsSources: Bool

  public init(tellingSources: Bool = false) {
    tellsSources = tellingSources
  }

  public func write(_ document: Document, to stream: inout some TextOutputStream) {
    stream.write("# \(escaped(document.title.cleanLine))\n")
    if let kind = document.kind { stream.write("\n*\(escaped(kind.cleanLine))*\n") }
    for section in document.sections { write(section, level: 2, to: &stream) }
  }

  private func write(
    _ section: Document.Section, level: Int, to stream: inout some TextOutputStream
  ) {
    let signs = String(repeating: "#", count: min(level, 6))
    stream.write("\n\(signs) \(escaped(section.heading.cleanLine))\(origin(of: section.source))\n")
    for block in section.blocks {
      stream.write("\n")
      for line in lines(of: block) { stream.write(line + "\n") }
    }
    for section in section.sections { write(section, level: level + 1, to: &stream) }
  }

  private func lines(of block: Document.Block) -> [String] {
    switch block {
    case .paragraph(let text, let source): [prose(text) + origin(of: source)]
    case .facts(let facts):
      facts.map {
        "- **\(escaped($0.label.cleanLine)):** \(prose($0.value, indent: "  "))"
          + origin(of: $0.source)
      }
    case .list(let items):
      items.map { "- " + prose($0.text, indent: "  ") + origin(of: $0.source, by: $0.speaker) }
    case .table(let table): lines(of: table.tellingSources(tellsSources))
    case .chart(let chart):
      ["**\(escaped(chart.title.cleanLine))**", "", "```text"]
        + chart.lines(barColumns: Self.barColumns, width: 100) + ["```"]
    }
  }

  /// What stands behind a statement: who said it, and where it comes from.
  private func origin(of source: String?, by speaker: String? = nil) -> String {
    let parts = [speaker, tellsSources ? source : nil].compactMap(\.self).filter { !$0.isEmpty }
    guard !parts.isEmpty else { return "" }
    return " *(\(escaped(parts.joined(separator: "; ").cleanLine)))*"
  }

  private func lines(of table: Document.Table) -> [String] {
    guard !table.columns.isEmpty else { return [] }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func cell(_ text: String) -> String { escaped(text.cleanLine).replacing("|", with: "\\|") }
    return [
      row(table.columns.map { cell($0.title) }),
      row(table.columns.map { $0.isFigures ? "---:" : "---" }),
    ] + table.rows.map { row($0.map(cell)) }
  }

  /// A text whose line breaks stay.
  private func prose(_ text: String, indent: String = "") -> String {
    text.cleanLines.filter { !$0.allSatisfy(\.isWhitespace) }
      .map { escaped($0.cleanLine) }.joined(separator: "\\\n\(indent)")
  }

  private func escaped(_ line: String) -> String {
    if line.isPlainMarkdown { return line }
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated()
      .map { index, word in link(word) ?? escaped(word, isFirst: index == 0) }
      .joined(separator: " ")
  }

  /// An address in angle brackets, so that no sign in it is taken for emphasis.
  private func link(_ word: Substring) -> String? {
    guard word.hasPrefix("https://") || word.hasPrefix("http://") else { return nil }
    guard !word.contains(where: { "<>|\\".contains($0) }) else { return nil }
    let tail = word.reversed().prefix { ".,;:!?)'\"”’".contains($0) }
    let address = word.dropLast(tail.count)
    return "<\(address)>" + String(tail.reversed())
  }

  private func escaped(_ word: Substring, isFirst: Bool) -> String {
    var text = ""
    if isFirst, let sign = beginningSign(of: word) {
      let index = word.index(word.startIndex, offsetBy: sign)
      return escaped(word[..<index], isFirst: false) + "\\" + String(word[index...])
    }
    for character in word {
      if "\\`*_[]<>&~".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }

  /// Where a line's first word would begin a heading or a list, and which of its signs does so.
  private func beginningSign(of word: Substring) -> Int? {
    if ["-", "+", "=", "---", "==="].contains(word) { return 0 }
    if !word.isEmpty, word.allSatisfy({ $0 == "#" }) { return 0 }
    let figures = word.prefix { $0.isASCII && $0.isNumber }.count
    let rest = word.dropFirst(figures)
    return figures > 0 && (rest == "." || rest == ")") ? figures : nil
  }
}

extension String {
  /// Whether no sign in it could mean something; no to some texts in which none does.
  fileprivate var isPlainMarkdown: Bool {
    guard let first = utf8.first else { return true }
    // A first word of figures or signs may begin a list or a heading.
    if "#-+=0123456789".utf8.contains(first) { return false }
    return !utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }
}
