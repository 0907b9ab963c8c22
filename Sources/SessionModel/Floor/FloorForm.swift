/// How the floor passes from one to the next where no queue says it.
public enum FloorForm: Equatable, Sendable, Codable {
  /// Those in the inner circle speak; a free chair lets somebody in, and then another leaves.
  case fishbowl(inner: [PersonID], chairs: Int)
  /// Whoever holds the stick speaks, and hands it to whom they name.
  case stick(holder: PersonID)

  public var title: String {
    switch self {
    case .fishbowl: "fishbowl"
    case .stick: "talking stick"
    }
  }

  /// Those who sit in the circle or hold the stick.
  public var people: [PersonID] {
    switch self {
    case .fishbowl(let inner, _): inner
    case .stick(let holder): [holder]
    }
  }

  /// How many chairs of the circle are free; `nil` where there is none.
  public var freeChairs: Int? {
    if case .fishbowl(let inner, let chairs) = self { max(0, chairs - inner.count) } else { nil }
  }
}

extension Session {
  func decideFishbowl(_ inner: [PersonID], chairs: Int?) throws(Refusal) -> FloorEvent {
    try refuseAfterTheGavel()
    guard !inner.isEmpty else { throw .nobodyForRound }
    for (index, id) in inner.enumerated() {
      let person = try person(id)
      if inner[..<index].contains(id) { throw .inCircleAlready(person.name) }
    }
    let chairs = chairs ?? inner.count + 1
    guard chairs > inner.count else { throw .noChairLeftFree(chairs) }
    return .formSet(form: .fishbowl(inner: inner, chairs: chairs))
  }

  func decideTakeChair(_ id: PersonID) throws(Refusal) -> FloorEvent {
    let (inner, chairs) = try circle()
    let person = try person(id)
    guard !inner.contains(id) else { throw .inCircleAlready(person.name) }
    guard inner.count < chairs else { throw .noChairFree }
    return .chairTaken(by: id)
  }

  func decideLeaveChair(_ id: PersonID) throws(Refusal) -> FloorEvent {
    let (inner, _) = try circle()
    let person = try person(id)
    guard inner.contains(id) else { throw .notInCircle(person.name) }
    guard floor.currentTurn?.person != id else { throw .speaksInCircle(person.name) }
    return .chairLeft(by: id)
  }

  func decideStick(_ id: PersonID) throws(Refusal) -> FloorEvent {
    try refuseAfterTheGavel()
    let person = try person(id)
    guard floor.form != .stick(holder: id) else { throw .holdsStickAlready(person.name) }
    return .formSet(form: .stick(holder: id))
  }

  /// Refuses the floor to whom the form of the floor does not let speak.
  func refuseOutsideForm(_ id: PersonID) throws(Refusal) {
    switch floor.form {
    case .fishbowl(let inner, _) where !inner.contains(id): throw .notInCircle(name(of: id))
    case .stick(let holder) where holder != id: throw .stickIsHeld(by: name(of: holder))
    case .fishbowl, .stick, nil: break
    }
  }

  /// Whoever is next where a form says it; `nil` where the queue does.
  func nextByForm() throws(Refusal) -> FloorTarget? {
    switch floor.form {
    case .stick(let holder): return .person(holder)
    case .fishbowl(let inner, _):
      guard let request = floor.queue.first(where: { inner.contains($0.person) }) else {
        throw .nobodyInCircleWaits
      }
      return .request(request.id)
    case nil: return nil
    }
  }

  private func circle() throws(Refusal) -> (inner: [PersonID], chairs: Int) {
    guard case .fishbowl(let inner, let chairs) = floor.form else { throw .noCircle }
    return (inner, chairs)
  }

  private func refuseAfterTheGavel() throws(Refusal) {
    guard agenda.closed == nil else { throw .sessionClosed }
  }
}

extension Floor {
  mutating func seat(_ person: PersonID) {
    guard case .fishbowl(let inner, let chairs) = form else { return }
    form = .fishbowl(inner: inner + [person], chairs: chairs)
  }

  mutating func unseat(_ person: PersonID) {
    guard case .fishbowl(let inner, let chairs) = form else { return }
    form = .fishbowl(inner: inner.filter { $0 != person }, chairs: chairs)
  }

  /// The stick goes with the floor.
  mutating func handStick(to person: PersonID) {
    if case .stick = form { form = .stick(holder: person) }
  }
}
