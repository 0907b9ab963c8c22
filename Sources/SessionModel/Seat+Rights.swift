extension Intent {
  /// Whether a seat may ask for it at all, whatever the session then says.
  public func isAllowed(at seat: Seat) -> Bool {
    switch (seat, self) {
    // Time is up for everybody: whoever sees it first says so.
    case (_, .poll(.expire)): true
    case (.moderator, .poll(.cast)), (.moderator, .poll(.castByCode)), (.moderator, .poll(.mark)):
      false
    case (.moderator, _): true
    case (.online, .inbox), (.online, .undo), (.online, .undoBefore), (.online, .redo):
      true
    case (.online, .people(.add)), (.online, .people(.leave)): true
    case (.online, .people(.countOnline)), (.online, .floor(.withdraw)): true
    case (.online, .people(.arrive(_, let channel))),
      (.online, .floor(.raise(_, let channel, _))),
      (.online, .floor(.answer(_, _, let channel))),
      (.online, .outcome(.answer(_, _, let channel, _))),
      (.online, .outcome(.object(_, _, let channel, _))):
      channel != .room
    case (.rapporteur, .note), (.rapporteur, .undo), (.rapporteur, .undoBefore),
      (.rapporteur, .redo):
      true
    case (.rapporteur, .people(.count)), (.rapporteur, .floor(.count)): true
    case (.rapporteur, .outcome(.answer)), (.rapporteur, .outcome(.object)): true
    case (.online, .outcome(.explain)): true
    case (.rapporteur, .outcome(let intent)): intent.isWriting
    case (.rapporteur, .breakout(.merge)), (.rapporteur, .breakout(.signal)): true
    case (.ballot, .outcome(.answer)), (.ballot, .outcome(.object)): true
    case (.ballot, .poll(.cast)), (.ballot, .poll(.castByCode)): true
    case (.ballot, .poll(.submit)), (.ballot, .poll(.mark)): true
    case (.ballot, .floor(.raise)), (.ballot, .floor(.withdraw)): true
    case (.online, _), (.rapporteur, _), (.ballot, _), (.stage, _): false
    }
  }

  /// The same with what a seat leaves unsaid: who sits online speaks of those who are online.
  func said(at seat: Seat) -> Intent {
    guard seat == .online else { return self }
    return switch self {
    case .people(.arrive(let id, nil)): .people(.arrive(id, .online))
    case .floor(.raise(let id, nil, let kind)):
      .floor(.raise(id, channel: .online, kind: kind))
    case .floor(.answer(let id, let request, nil)):
      .floor(.answer(id, to: request, channel: .online))
    case .outcome(.answer(let level, let group, nil, let voice)):
      .outcome(.answer(level, group: group, channel: .online, voice: voice))
    case .outcome(.object(let text, let group, nil, let voice)):
      .outcome(.object(text: text, group: group, channel: .online, voice: voice))
    default: self
    }
  }
}

extension Session {
  /// Hands and people in the room are the moderator's.
  func refuseWhatIsInTheRoom(_ intent: Intent) throws(Refusal) {
    switch intent {
    case .floor(.withdraw(let id)):
      guard let request = floor.queue.first(where: { $0.id == id }) else { return }
      if request.channel == .room { throw .notOnline(name(of: request.person)) }
    case .people(.leave(let id)):
      if let person = people[id], person.isPresent, person.channel != .online {
        throw .notOnline(person.name)
      }
    default: break
    }
  }
}

extension OutcomeIntent {
  /// Whether it writes something down, and asks or declares nothing.
  fileprivate var isWriting: Bool {
    switch self {
    case .add, .reword, .remove, .explain, .settle, .send, .invite, .uninvite: true
    case .put, .count, .answer, .object, .end, .declare, .quorum: false
    }
  }
}
