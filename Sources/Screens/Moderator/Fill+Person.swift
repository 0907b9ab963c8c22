import SessionModel
import TerminalUI

extension Fill {
  private static let none = "not said"

  /// Asks who somebody is: a new person of the roll, or what is to change of one.
  static func person(_ known: Person?) -> Fill {
    Fill(
      "a person", known == nil ? "put on the roll" : "change it", group: "People",
      FormDialog(known == nil ? "New on the roll" : "Person", fields: fields(of: known))
    ) { values in
      guard let known else {
        var details = PersonDetails()
        details.take(values, beside: Person(id: PersonID(1), name: ""))
        details.name = nil
        return [.ask(.people(.add(name: values["name"] ?? "", details: details)))]
      }
      var details = PersonDetails()
      details.take(values, beside: known)
      return details.isEmpty ? [] : [.ask(.people(.change(known.id, details)))]
    }
  }

  private static func fields(of known: Person?) -> [FormDialog.Field] {
    func choice<Value: Equatable>(
      _ id: String, _ label: String, _ all: [Value], _ titles: [String], _ value: Value?
    ) -> FormDialog.Field {
      let place = value.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 }
      return .init(id, label, choices: [none] + titles, selected: place ?? 0)
    }
    return [
      .init("name", "Name", text: known?.name ?? "", isRequired: true),
      .init("affiliation", "Affiliation", text: known?.affiliation ?? ""),
      .init("position", "Position", text: known?.position ?? ""),
      choice(
        "group", "Group", StakeholderGroup.allCases, StakeholderGroup.allCases.map(\.title),
        known?.group),
      choice("region", "Region", Region.allCases, Region.allCases.map(\.title), known?.region),
      choice(
        "channel", "Takes part", Channel.allCases, Channel.allCases.map(\.title), known?.channel),
      .init(
        "role", "Role", choices: SessionModel.Role.choices(of: known),
        selected: SessionModel.Role.place(of: known)),
      .init(
        "gender", "Gender", text: known?.gender ?? "", hint: "as they say of themselves, if they do"
      ),
      .init(
        "status", "Status", choices: Person.Status.allCases.map(\.rawValue),
        selected: Person.Status.allCases.firstIndex(of: known?.status ?? .confirmed) ?? 0),
    ]
  }
}

extension SessionModel.Role {
  private static let several = "as now: "

  /// One role, none, or what somebody holds who holds several.
  fileprivate static func choices(of known: Person?) -> [String] {
    let roles = known?.roles ?? []
    let now = roles.count > 1 ? [several + roles.map(\.title).joined(separator: ", ")] : []
    return now + ["none"] + allCases.map(\.title)
  }

  fileprivate static func place(of known: Person?) -> Int {
    guard let roles = known?.roles, roles.count == 1 else { return 0 }
    return 1 + (allCases.firstIndex(of: roles[0]) ?? -1)
  }

  /// The roles that a choice stands for; `nil` where they stay.
  fileprivate static func chosen(_ choice: String) -> [Self]? {
    choice.hasPrefix(several) ? nil : allCases.filter { $0.title == choice }
  }
}

extension Channel {
  fileprivate var title: String { self == .room ? "in the room" : "online" }
}

extension PersonDetails {
  /// Takes what was filled in and differs from what is known; an emptied field is taken away.
  fileprivate mutating func take(_ values: [String: String], beside known: Person) {
    func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
    var cleared: [PersonField] = []
    func changed<Value: Equatable>(_ field: PersonField, _ new: Value?, _ old: Value?) -> Value? {
      guard new != old else { return nil }
      if new == nil { cleared.append(field) }
      return new
    }
    if let name = text("name"), name != known.name { self.name = name }
    affiliation = changed(.affiliation, text("affiliation"), known.affiliation)
    position = changed(.position, text("position"), known.position)
    group = changed(
      .group, StakeholderGroup.allCases.first { $0.title == values["group"] }, known.group)
    region = changed(.region, Region.allCases.first { $0.title == values["region"] }, known.region)
    channel = changed(
      .channel, Channel.allCases.first { $0.title == values["channel"] }, known.channel)
    gender = changed(.gender, text("gender"), known.gender)
    if let roles = SessionModel.Role.chosen(values["role"] ?? ""), roles != known.roles {
      self.roles = roles
    }
    let status = Person.Status.allCases.first { $0.rawValue == values["status"] }
    if let status, status != known.status { self.status = status }
    if !cleared.isEmpty { clear = cleared }
  }
}
