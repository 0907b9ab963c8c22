public import SessionModel

/// One line of a file of messages: `id<TAB>time<TAB>name<TAB>text`.
///
/// The id is the source's own, and a message of an id that is known is never taken again. The time
/// is RFC 3339, and like the name it may be left empty. A tab within the text is a space. Empty
/// lines and lines that begin with `#` say nothing.
public enum MessageLine {
  /// What is wrong with a line.
  public enum Fault: Error, Equatable, Sendable {
    case tooFewColumns(Int)
    case idMissing
    case timeNotRead(String)
    case textMissing
    case notUTF8
    case tooLong(Int)

    /// What is so, to stand behind `Line 12 of 'chat.tsv'`.
    public var sentence: String {
      switch self {
      case .tooFewColumns(1):
        "has no tab; wanted are an id, a time, a name and a text with tabs between"
      case .tooFewColumns(let count):
        "has \(count) columns; wanted are an id, a time, a name and a text with tabs between"
      case .idMissing: "has no id, by which it would be known again"
      case .timeNotRead(let text):
        "has the time '\(text.prefix(30))'; wanted is one such as 2021-12-07T16:30:00Z, or none"
      case .textMissing: "has no text"
      case .notUTF8: "is not written in UTF-8"
      case .tooLong(let longest): "is longer than \(longest) bytes"
      }
    }
  }

  /// How many bytes a line may have: what is longer is no line of messages.
  public static let longest = 65_536

  /// What a line without its end asks for; `nil` where it says nothing.
  public static func posting(_ line: some Collection<UInt8>) throws(Fault) -> Posting? {
    guard line.count <= longest else { throw .tooLong(longest) }
    guard let text = String(validating: line, as: UTF8.self) else { throw .notUTF8 }
    let whole = text.hasSuffix("\r") ? text.dropLast() : text[...]
    guard !whole.allSatisfy(\.isWhitespace), !whole.hasPrefix("#") else { return nil }
    let columns = whole.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      .map(\.squeezed)
    guard columns.count == 4 else { throw .tooFewColumns(columns.count) }
    guard !columns[0].isEmpty else { throw .idMissing }
    guard !columns[3].isEmpty else { throw .textMissing }
    var posting = Posting(text: columns[3])
    posting.source = columns[0]
    if !columns[1].isEmpty {
      guard let time = Timestamp(columns[1]) else { throw .timeNotRead(columns[1]) }
      posting.written = time
    }
    posting.name = columns[2].isEmpty ? nil : columns[2]
    return posting
  }
}
