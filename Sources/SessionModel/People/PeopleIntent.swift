/// What can be asked about people.
public enum PeopleIntent: Equatable, Sendable {
  case add(name: String, details: PersonDetails)
  case change(PersonID, PersonDetails)
  case giveRole(PersonID, Role)
  case takeRole(PersonID, Role)
  case arrive(PersonID, Channel?)
  case leave(PersonID)
  case remove(PersonID)
  case count(Headcount)
  /// How many are online; those in the room stay as they were counted.
  case countOnline(Int)
}

/// What happened to people.
public enum PeopleEvent: Equatable, Sendable, Codable {
  case added(person: PersonID, name: String, details: PersonDetails)
  case changed(person: PersonID, details: PersonDetails)
  case roleGiven(person: PersonID, role: Role)
  case roleTaken(person: PersonID, role: Role)
  case arrived(person: PersonID, channel: Channel)
  case left(person: PersonID)
  case removed(person: PersonID)
  case counted(heads: Headcount)
}

/// What is said about a person; `nil` says nothing and leaves things as they are.
public struct PersonDetails: Equatable, Sendable, Codable {
  public var name: String?
  public var affiliation: String?
  public var position: String?
  public var group: StakeholderGroup?
  public var region: Region?
  public var gender: String?
  public var status: Person.Status?
  public var channel: Channel?
  /// Roles to hold from now on, instead of those held before.
  public var roles: [Role]?
  /// What is taken away before the rest is set.
  public var clear: [PersonField]?

  public init() {}

  public var isEmpty: Bool { self == PersonDetails() }
}

/// What can be taken away from a person's record.
public enum PersonField: String, Sendable, Codable, CaseIterable, Hashable {
  case affiliation, position, group, region, gender, channel
}
