import SessionModel

/// Who holds which role, each once, however often a page says so.
struct RoleBook {
  private(set) var holders: [Found<RoleHolder>] = []
  private var places: [String: Int] = [:]
  /// Where the last one of each role stands, and the last one of each name.
  private var lastOfRole: [Role: Int] = [:]
  private var lastOfName: [String: Int] = [:]

  /// Takes a holder; what is said again about somebody fills what was not said before.
  mutating func take(
    _ shape: HolderShape, as role: Role, raw: String, line: Int, isHeaded: Bool
  ) {
    guard !shape.isEmpty else { return }
    var holder = RoleHolder(role: shape.role.flatMap { $0 == .chair ? nil : $0 } ?? role)
    holder.name = shape.name
    holder.affiliation = shape.affiliation
    holder.group = shape.group
    holder.region = shape.region
    holder.status = shape.status
    if holder.name == nil, holder.group == nil, holder.region == nil {
      // `Organizer 3: , Organisation` is the organisation's role.
      holder.name = holder.affiliation
      holder.affiliation = nil
    }
    let found = Found(holder, raw: raw, line: line, isHeaded: isHeaded)
    guard let name = holder.name?.personKey else { return append(found) }
    let key = "\(holder.role == .additionalSpeaker ? Role.speaker : holder.role) \(name)"
    guard let place = places[key] else {
      places[key] = holders.count
      lastOfName[name] = holders.count
      return append(found)
    }
    holders[place].value.affiliation = holders[place].value.affiliation ?? holder.affiliation
    holders[place].value.group = holders[place].value.group ?? holder.group
    holders[place].value.region = holders[place].value.region ?? holder.region
    holders[place].value.status = holders[place].value.status ?? holder.status
  }

  private mutating func append(_ found: Found<RoleHolder>) {
    lastOfRole[found.value.role] = holders.count
    holders.append(found)
  }

  func has(_ role: Role) -> Bool { lastOfRole[role] != nil }

  func holds(_ name: String, _ role: Role) -> Bool { places["\(role) \(name.personKey)"] != nil }

  /// The place of the last one in a role, to say more about them.
  func last(_ role: Role) -> Int? { lastOfRole[role] }

  /// The last role of somebody.
  func last(named name: String) -> RoleHolder? {
    lastOfName[name.personKey].map { holders[$0].value }
  }

  mutating func setAffiliation(of place: Int, to text: String) {
    guard holders[place].value.affiliation == nil else { return }
    holders[place].value.affiliation = text
  }
}
