/// One page of HTML that needs nothing beside it: light and dark, for the screen and for paper.
///
/// Charts are SVG within the page; what they show stands beside them in words. No script runs.
public struct HTMLPage: ReportFormat {
  private let tellsSources: Bool

  public init(tellingSources: Bool = false) {
    tellsSources = tellingSources
  }

  public func write(_ document: Document, to stream: inout some TextOutputStream) {
    let title = document.title.cleanLine.escapedForHTML
    stream.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#report">Skip to the report</a>
      <header>

      """)
    if let kind = document.kind {
      stream.write("<p class=\"kind\">\(kind.cleanLine.escapedForHTML)</p>\n")
    }
    stream.write("<h1 dir=\"auto\">\(title)</h1>\n</header>\n")
    if document.sections.count > 2 { writeContents(document.sections, to: &stream) }
    stream.write("<main id=\"report\">\n")
    for (place, section) in document.sections.enumerated() {
      write(section, named: "s\(place + 1)", level: 2, to: &stream)
    }
    stream.write("</main>\n</body>\n</html>\n")
  }

  private func writeContents(
    _ sections: [Document.Section], to stream: inout some TextOutputStream
  ) {
    stream.write("<nav aria-label=\"Sections\">\n<ul>\n")
    for (place, section) in sections.enumerated() {
      let heading = section.heading.cleanLine.escapedForHTML
      stream.write("<li><a href=\"#s\(place + 1)\" dir=\"auto\">\(heading)</a></li>\n")
    }
    stream.write("</ul>\n</nav>\n")
  }

  private func write(
    _ section: Document.Section, named name: String, level: Int,
    to stream: inout some TextOutputStream
  ) {
    let tag = "h\(min(level, 6))"
    stream.write("<section aria-labelledby=\"\(name)\"\(entry(section.source))>\n")
    stream.write("<\(tag) id=\"\(name)\" dir=\"auto\">\(section.heading.cleanLine.escapedForHTML)")
    stream.write("\(shown(section.source))</\(tag)>\n")
    for block in section.blocks { write(block, below: section.heading, to: &stream) }
    for (place, inner) in section.sections.enumerated() {
      write(inner, named: "\(name)-\(place + 1)", level: level + 1, to: &stream)
    }
    stream.write("</section>\n")
  }

  private func write(
    _ block: Document.Block, below heading: String, to stream: inout some TextOutputStream
  ) {
    switch block {
    case .paragraph(let text, let source):
      stream.write("<p dir=\"auto\"\(entry(source))>\(prose(text))\(shown(source))</p>\n")
    case .facts(let facts):
      stream.write("<dl>\n")
      for fact in facts {
        let isKnown = fact.value != notRecorded
        let manner = isKnown ? "" : " class=\"none\""
        stream.write("<dt>\(fact.label.cleanLine.escapedForHTML)</dt>")
        stream.write("<dd dir=\"auto\"\(manner)\(entry(fact.source))>\(prose(fact.value))")
        stream.write("\(shown(fact.source))</dd>\n")
      }
      stream.write("</dl>\n")
    case .list(let items):
      stream.write("<ul>\n")
      for item in items {
        stream.write("<li dir=\"auto\"\(entry(item.source))>\(prose(item.text))")
        if let speaker = item.speaker {
          stream.write(" <span class=\"who\">\(speaker.cleanLine.escapedForHTML)</span>")
        }
        stream.write("\(shown(item.source))</li>\n")
      }
      stream.write("</ul>\n")
    case .table(let table):
      write(table.tellingSources(tellsSources), below: heading, to: &stream)
    case .chart(let chart): write(chart, to: &stream)
    }
  }

  private func write(
    _ table: Document.Table, below heading: String, to stream: inout some TextOutputStream
  ) {
    let label = heading.cleanLine.escapedForHTML
    stream.write("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">\n")
    stream.write("<table>\n<thead>\n<tr>")
    for column in table.columns {
      let figures = column.isFigures ? " class=\"n\"" : ""
      let title = column.title.cleanLine.escapedForHTML
      stream.write(
        title.isEmpty ? "<td\(figures)></td>" : "<th scope=\"col\"\(figures)>\(title)</th>")
    }
    stream.write("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      stream.write("<tr>")
      for (place, cell) in row.enumerated() {
        let manners = [
          table.columns[place].isFigures ? "n" : nil, cell == notRecorded ? "none" : nil,
        ].compactMap(\.self)
        let figures = manners.isEmpty ? "" : " class=\"\(manners.joined(separator: " "))\""
        let text = cell.cleanLine.escapedForHTML
        stream.write(
          place == 0 && !text.isEmpty
            ? "<th scope=\"row\" dir=\"auto\"\(figures)>\(text)</th>"
            : "<td dir=\"auto\"\(figures)>\(text)</td>")
      }
      stream.write("</tr>\n")
    }
    stream.write("</tbody>\n</table>\n</div>\n")
  }

  // MARK: Texts

  /// Which entry a statement stands on, for whoever reads the page by program.
  private func entry(_ source: String?) -> String {
    guard let source, !source.isEmpty else { return "" }
    return " data-entry=\"\(source.escapedForHTML)\""
  }

  /// The same for the eye, where that is wanted.
  private func shown(_ source: String?) -> String {
    guard tellsSources, let source, !source.isEmpty else { return "" }
    return " <span class=\"id\">\(source.escapedForHTML)</span>"
  }

  /// A text whose line breaks stay and whose addresses can be followed.
  private func prose(_ text: String) -> String {
    let line = text.cleanLine
    // Most texts are one line without an address.
    if line == text, !line.utf8.contains(UInt8(ascii: "/")) { return line.escapedForHTML }
    return text.cleanLines.filter { !$0.allSatisfy(\.isWhitespace) }
      .map { line in
        line.cleanLine.split(separator: " ").map { link($0) ?? String($0).escapedForHTML }
          .joined(separator: " ")
      }
      .joined(separator: "<br>\n")
  }

  private func link(_ word: Substring) -> String? {
    guard word.hasPrefix("https://") || word.hasPrefix("http://") else { return nil }
    let tail = word.reversed().prefix { ".,;:!?)'\"”’".contains($0) }
    let address = String(word.dropLast(tail.count)).escapedForHTML
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return "<a href=\"\(address)\">\(address)</a>" + String(tail.reversed()).escapedForHTML
  }
}

extension String {
  /// The text where it is neither markup nor the end of an attribute.
  var escapedForHTML: String {
    guard utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return self }
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.append(character)
      }
    }
    return text
  }
}
