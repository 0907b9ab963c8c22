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
  case md, txt

  public var format: any ReportFormat {
    switch self {
    case .md: Markdown()
    case .txt: PlainText()
    }
  }
}
