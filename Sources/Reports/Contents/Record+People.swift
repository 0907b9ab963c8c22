import SessionModel

extension Record {
  /// Everybody on the roll by role; only how many where names may not be told.
  var people: Document.Section {
    let roll = session.people.roll
    guard !roll.isEmpty else { return Document.Section("People", [.paragraph(nobody)]) }
    guard namesPeople else { return Document.Section("People", withoutNames) }
    let columns: [Document.Table.Column] = [
      .text("Role"), .text("Name"), .text("Affiliation"), .text("Group"), .text("Region"),
    ]
    let rows = roles.flatMap { title, people in people.map { row(for: $0, as: title) } }
    return Document.Section("People", [.table(Document.Table(columns, rows: rows))])
  }

  private var nobody: String { notRecorded.capitalizedFirst + "." }

  /// Each role that anybody holds, and at the end those who hold none.
  private var roles: [(title: String, people: [Person])] {
    let held = Role.allCases.map { ($0.title, session.people.holders(of: $0)) }
    let none = ("role \(notRecorded)", session.people.roll.filter(\.roles.isEmpty))
    return (held + [none]).filter { !$0.1.isEmpty }
  }

  private func row(for person: Person, as role: String) -> [String] {
    [
      role, person.name + (person.status.remark.map { " (\($0))" } ?? ""),
      person.affiliation ?? notRecorded, person.group?.title ?? notRecorded,
      person.region?.title ?? notRecorded,
    ]
  }

  private var withoutNames: [Document.Block] {
    [
      .paragraph("Who was there is not told: the session was \(promise)."),
      .table(
        Document.Table(
          [.text("Role"), .figures("People")],
          rows: roles.map { [$0.title, String($0.people.count)] })),
    ]
  }

  private var promise: String {
    session.plan.attribution == .offTheRecord
      ? "off the record" : "held under the \(session.plan.attribution.title)"
  }
}

extension Person.Status {
  /// What a list of people adds to a name; `nil` for who has confirmed.
  fileprivate var remark: String? {
    switch self {
    case .confirmed: nil
    case .tbc: "to be confirmed"
    case .tbd: "to be decided"
    case .cancelled: "cancelled"
    }
  }
}
