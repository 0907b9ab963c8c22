import SessionModel

extension Record {
  /// Everybody on the roll by role; only how many where names may not be told.
  var people: Content {
    guard !session.people.roll.isEmpty else { return .nothing }
    guard namesPeople else { return withoutNames }
    let columns: [Document.Table.Column] = [
      .text("Role"), .text("Name"), .text("Affiliation"), .text("Group"), .text("Region"),
    ]
    let entries = roles.flatMap { title, people in people.map { (title, $0) } }
    return Content(blocks: [
      .table(
        Document.Table(
          columns, rows: entries.map { row(for: $0.1, as: $0.0) },
          sources: entries.map { $0.1.id.description }))
    ])
  }

  /// Those who hold one of some roles, a line each.
  func holders(_ roles: [Role]) -> Content {
    let people = holders(of: roles)
    guard !people.isEmpty else { return .nothing }
    guard namesPeople else { return .paragraph(promise + ".") }
    return .list(
      people.map { person in
        let facts = [
          person.name, person.position, person.affiliation, person.group?.title,
          person.region?.title,
        ]
        let others = person.roles.filter { $0 != .speaker && $0 != .participant }
          .map { " (\($0.title))" }
        return Document.Item(
          facts.compactMap(\.self).joined(separator: ", ") + others.joined()
            + (person.status.remark.map { " (\($0))" } ?? ""),
          source: person.id.description)
      })
  }

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

  private var withoutNames: Content {
    Content(blocks: [
      .paragraph(promise + "."),
      .table(
        Document.Table(
          [.text("Role"), .figures("People")],
          rows: roles.map { role, people in
            [role, people.count < Self.crowd ? "fewer than \(Self.crowd)" : "\(people.count)"]
          })),
    ])
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
