extension Session {
  func decide(_ intent: PeopleIntent) throws(Refusal) -> Decision {
    switch intent {
    case .add(let name, let details):
      guard !name.isBlank else { throw .textMissing(what: "a name") }
      return Decision(
        .people(.added(person: serials.next(), name: name, details: details)))
    case .change(let id, let details):
      _ = try person(id)
      if let name = details.name, name.isBlank { throw .textMissing(what: "a name") }
      guard !details.isEmpty else { throw .nothingToChange(id.description) }
      return Decision(.people(.changed(person: id, details: details)))
    case .giveRole(let id, let role):
      let person = try person(id)
      guard !person.roles.contains(role) else { throw .alreadyHolds(person.name, role) }
      return Decision(.people(.roleGiven(person: id, role: role)))
    case .takeRole(let id, let role):
      let person = try person(id)
      guard person.roles.contains(role) else { throw .doesNotHold(person.name, role) }
      return Decision(.people(.roleTaken(person: id, role: role)))
    case .arrive(let id, let channel):
      let person = try person(id)
      let place = channel ?? person.channel ?? .room
      guard !person.isPresent || person.channel != place else {
        throw .alreadyPresent(person.name, place)
      }
      return Decision(.people(.arrived(person: id, channel: place)))
    case .leave(let id):
      let person = try person(id)
      guard person.isPresent else { throw .notPresent(person.name) }
      return Decision(.people(.left(person: id)))
    case .remove(let id):
      let person = try person(id)
      if let user = firstUser(of: .person(id)) { throw .stillUsed(person.name, by: user) }
      return Decision(.people(.removed(person: id)))
    case .count(let heads):
      guard heads.room >= 0, heads.online >= 0 else { throw .countNegative }
      guard (0...heads.room).contains(heads.womenInRoom ?? 0),
        (0...heads.online).contains(heads.womenOnline ?? 0)
      else { throw .moreWomenThanHeads }
      return Decision(.people(.counted(heads: heads)))
    case .countOnline(let online):
      guard online >= 0 else { throw .countNegative }
      var heads = people.headcount ?? Headcount(room: people.present(on: .room), online: 0)
      heads.online = online
      if let women = heads.womenOnline, women > online { heads.womenOnline = nil }
      return Decision(.people(.counted(heads: heads)))
    }
  }

  func person(_ id: PersonID) throws(Refusal) -> Person {
    guard let person = people.roll[id] else { throw .noSuchPerson(id) }
    return person
  }
}

extension People {
  mutating func apply(_ event: PeopleEvent) throws(Damage) {
    switch event {
    case .added(let id, let name, let details):
      var person = Person(id: id, name: name)
      person.set(details)
      roll[id] = person
    case .changed(let id, let details):
      let before = roll[id]
      try roll.change(id) { $0.set(details) }
      remember(before, unless: roll[id])
    case .roleGiven(let id, let role): try roll.change(id) { $0.roles.append(role) }
    case .roleTaken(let id, let role):
      try roll.change(id) { person in person.roles.removeAll { $0 == role } }
    case .arrived(let id, let channel):
      try roll.change(id) { person in
        person.isPresent = true
        person.channel = channel
      }
    case .left(let id): try roll.change(id) { $0.isPresent = false }
    case .removed(let id):
      guard let person = roll[id] else { throw .unknown(id.description) }
      roll[id] = nil
      remember(person, unless: nil)
    case .counted(let heads): headcount = heads
    }
  }
}

extension People {
  /// Keeps what somebody is no longer called: notes may speak of it.
  private mutating func remember(_ person: Person?, unless now: Person?) {
    guard let person else { return }
    let texts = [\Person.name, \.affiliation.orEmpty, \.position.orEmpty]
      .filter { now?[keyPath: $0] != person[keyPath: $0] }
      .map { person[keyPath: $0] }
    for text in texts where !text.isEmpty && formerly?.contains(text) != true {
      formerly = (formerly ?? []) + [text]
    }
  }
}

extension String? {
  fileprivate var orEmpty: String { self ?? "" }
}

extension Person {
  fileprivate mutating func set(_ details: PersonDetails) {
    for field in details.clear ?? [] {
      switch field {
      case .affiliation: affiliation = nil
      case .position: position = nil
      case .group: group = nil
      case .region: region = nil
      case .gender: gender = nil
      case .channel: channel = nil
      }
    }
    name = details.name ?? name
    affiliation = details.affiliation ?? affiliation
    position = details.position ?? position
    group = details.group ?? group
    region = details.region ?? region
    gender = details.gender ?? gender
    status = details.status ?? status
    channel = details.channel ?? channel
    roles = details.roles ?? roles
  }
}
