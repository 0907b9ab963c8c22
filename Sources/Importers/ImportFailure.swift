/// Why nothing of a file is imported.
public enum ImportFailure: Error, Equatable, Sendable {
  case empty(file: String)
  case tooLarge(file: String)
  case notText(file: String)
  /// A quoted cell goes on to the end of the file.
  case quoteNotClosed(row: Int, file: String)
  /// No column's heading says that names stand below it.
  case noNameColumn(file: String)
  /// There are headings and nothing below them.
  case noRows(file: String)
  case nameMissing(row: Int, file: String)
  /// It is a text, but none that says what a session is made of.
  case nothingRecognised(file: String)
}

extension ImportFailure {
  /// What is so, without a full stop.
  public var sentence: String {
    switch self {
    case .empty(let file): "'\(file)' is empty; nothing was imported"
    case .tooLarge(let file):
      "'\(file)' is larger than \(ForeignFile.largest / 1_000_000) MB; nothing was imported"
    case .notText(let file): "'\(file)' is not a text; nothing was imported"
    case .quoteNotClosed(let row, let file):
      "Row \(row) of '\(file)' opens a quote that is never closed; nothing was imported"
    case .noNameColumn(let file):
      "No column of '\(file)' is headed 'Name' in its first row; nothing was imported"
    case .noRows(let file): "'\(file)' lists nobody; nothing was imported"
    case .nameMissing(let row, let file):
      "Row \(row) of '\(file)' has no name; nothing was imported"
    case .nothingRecognised(let file):
      "Nothing in '\(file)' was recognised; nothing was imported"
    }
  }
}
