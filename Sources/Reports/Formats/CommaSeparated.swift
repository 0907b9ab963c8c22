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
    let cell = cell.cleanLines.joined(separator: "\n")
    let marks: Set<Character> = [",", "\"", "\n", ";", "\t", "|"]
    // What begins with a space would lose it in many a spreadsheet.
    guard cell.contains(where: marks.contains) || cell.first == " " || cell.last == " " else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
