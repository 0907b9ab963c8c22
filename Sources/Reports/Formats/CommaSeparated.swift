/// A table as comma-separated values, its first row the titles of the columns.
///
/// Source: RFC 4180, with line feeds alone.
public struct CommaSeparated: Sendable {
  public init() {}

  public func text(of table: Document.Table) -> String {
    ([table.columns.map(\.title)] + table.rows).map { row in
      row.map(quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  private func quoted(_ cell: String) -> String {
    let lines = cell.cleanLines.joined(separator: "\n")
    let cell = lines.isFormula ? "'" + lines : lines
    let marks: Set<Character> = [",", "\"", "\n", ";", "\t", "|"]
    // What begins with a space would lose it in many a spreadsheet.
    guard cell.contains(where: marks.contains) || cell.first == " " || cell.last == " " else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension String {
  /// Whether a spreadsheet would work it out instead of showing it; a number with a sign is none.
  fileprivate var isFormula: Bool {
    guard let first, Double(self) == nil else { return false }
    let second = dropFirst().first ?? " "
    return "=@".contains(first) || ("+-".contains(first) && !second.isWhitespace)
  }
}
