import SessionModel

extension Telling {
  func sentence(of event: PeopleEvent) -> String {
    switch event {
    case .added(let id, let name, _): "\(name) is on the roll as \(id)"
    case .changed(let id, let details): changed(id, details)
    case .roleGiven(let id, let role): "\(name(of: id)) is \(role.title)"
    case .roleTaken(let id, let role): "\(name(of: id)) is no longer \(role.title)"
    case .arrived(let id, .room): "\(name(of: id)) is in the room"
    case .arrived(let id, .online): "\(name(of: id)) is online"
    case .left(let id): "\(name(of: id)) has left"
    case .removed(let id): "\(name(of: id)) is struck from the roll"
    case .counted(let heads):
      "Counted: \(heads.room) in the room\(women(heads.womenInRoom)), "
        + "\(heads.online) online\(women(heads.womenOnline))"
    }
  }

  private func changed(_ id: PersonID, _ details: PersonDetails) -> String {
    let facts = [
      details.name.map { "name \($0)" }, details.affiliation.map { "affiliation \($0)" },
      details.position.map { "position \($0)" }, details.group.map { "group \($0.title)" },
      details.region.map { "region \($0.title)" }, details.gender.map { "gender \($0)" },
      details.roles.map { roles in
        roles.isEmpty ? "no roles" : "roles \(roles.map(\.title).list(joinedBy: "and"))"
      },
      details.status.map { "status \($0.rawValue)" },
      details.channel.map { "takes part \($0 == .room ? "in the room" : "online")" },
    ].compactMap(\.self)
    let cleared = (details.clear ?? []).map { "no \($0.rawValue)" }
    return "\(name(of: id)): \((cleared + facts).joined(separator: ", "))"
  }

  private func women(_ count: Int?) -> String {
    count.map { " (\($0) \($0 == 1 ? "woman" : "women"))" } ?? ""
  }
}
