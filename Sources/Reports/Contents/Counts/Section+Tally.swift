public import SessionModel

extension Document.Section {
  /// A table of a tally below its title, with its remark.
  public init(_ table: Tally.Table) {
    let rows = table.rows.map { [$0.title] + $0.cells.map(\.text) }
    let columns: [Document.Table.Column] = [.text("")] + table.columns.map { .figures($0) }
    let remark: [Document.Block] = table.remark.isEmpty ? [] : [.paragraph(table.remark + ".")]
    self.init(table.title, [.table(Document.Table(columns, rows: rows))] + remark)
  }
}
