/// How a report looks: writes a document, and knows nothing of sessions.
public protocol ReportFormat: Sendable {
  /// Writes the whole document; the same document gives the same bytes.
  func write(_ document: Document, to stream: inout some TextOutputStream)
}

extension ReportFormat {
  /// The whole document as one text, with a line break at its end.
  public func text(of document: Document) -> String {
    var text = ""
    write(document, to: &text)
    return text
  }
}

/// What a format is asked for with; one file under Formats/ for each.
public enum FormatName: String, Sendable, CaseIterable {
  case md, txt, html, json

  /// How it looks; statements tell where they come from where that is wanted.
  public func format(tellingSources: Bool = false) -> any ReportFormat {
    switch self {
    case .md: Markdown(tellingSources: tellingSources)
    case .txt: PlainText(tellingSources: tellingSources)
    case .html: HTMLPage(tellingSources: tellingSources)
    case .json: JSONDocument()
    }
  }
}
