public import SessionModel

/// Lists of people as CSV or TSV: any order of columns, headings in several languages.
///
/// Understands who they are, not whether they came: it adds people to the roll and fills in what
/// the roll does not know. What it knows stays; only status and presence follow the list.
public struct PeopleTable: Importer {
  public init() {}

  /// Reads the whole list; a row without a name refuses it.
  public func read(
    _ file: ForeignFile, for session: Session
  ) throws(ImportFailure) -> Imported {
    let list = try PeopleList(file)
    var merging = RollMerging(with: session.people.roll)
    for warning in list.warnings { merging.warn(warning.line, warning.message) }
    list.people.forEach { merging.take($0) }
    return merging.imported
  }
}

/// A list of people as it stands in its file, nobody brought together with anybody.
struct PeopleList {
  /// In the order of the rows; each has a name.
  private(set) var people: [ListedPerson] = []
  /// What was not understood of the file and of its headings.
  private(set) var warnings: [ImportWarning] = []

  init(_ file: ForeignFile) throws(ImportFailure) {
    let text = try file.text()
    let table: DelimitedTable
    do throws(DelimitedTable.OpenQuote) {
      table = try DelimitedTable(text.text)
    } catch {
      throw .quoteNotClosed(row: error.row, file: file.name)
    }
    guard let headings = table.rows.first else { throw .empty(file: file.name) }
    let columns = PeopleColumns(headings)
    guard columns.hasNames else { throw .noNameColumn(file: file.name) }
    guard table.rows.count > 1 else { throw .noRows(file: file.name) }
    if text.isGuessed {
      warnings.append(ImportWarning(line: 1, "this is not UTF-8; it was read as Latin-1"))
    }
    warnings += columns.warnings.map { ImportWarning(line: headings.line, $0) }
    for row in table.rows.dropFirst() {
      var listed = ListedPerson(line: row.line)
      columns.read(row.cells, into: &listed)
      guard !listed.name.isEmpty else { throw .nameMissing(row: row.number, file: file.name) }
      people.append(listed)
    }
  }
}

/// One row of a list, as far as it was understood.
struct ListedPerson {
  var line: Int
  var name = ""
  var details = PersonDetails()
  var warnings: [String] = []
}
