import SessionModel

extension Telling {
  func sentence(of event: FloorEvent) -> String {
    switch event {
    case .raised(let id, let person, let channel, let kind):
      "\(name(of: person)) asks for the floor, \(channel.place): \(kind.title), \(id)"
    case .given(_, let person, _, _, _, _, _, let allowance):
      "\(name(of: person)) has the floor for \(allowance.clock)"
    case .ended(let turn): ended(turn)
    case .paused(let turn): "The clock of \(speaker(of: turn)) stands still"
    case .resumed(let turn): "The clock of \(speaker(of: turn)) runs again"
    case .withdrawn(let id): "\(asker(of: id)) no longer asks for the floor"
    case .passedOver(let id, let reason): "\(asker(of: id)) is passed over: \(reason.title)"
    case .moved(let id, let place): "\(asker(of: id)) is now number \(place) in the queue"
    case .readded(_, let person, _, _): "\(name(of: person)) is back at the head of the queue"
    case .listOpened: "The list of speakers is open"
    case .listClosed: "The list of speakers is closed"
    case .allowed(let kind, let seconds): "The time for a \(kind.title) is now \(seconds.clock)"
    case .framingAllowed(let seconds): "The time of a framing speaker is now \(seconds.clock)"
    case .counted(let turn, let words?): "\(speaker(of: turn)) said \(words) words in turn \(turn)"
    case .counted(let turn, nil): "The words of turn \(turn) are not counted"
    }
  }

  private func ended(_ id: TurnID) -> String {
    guard let turn = session.floor.turns[id], let now = turn.ended ?? now else {
      return "The turn of \(speaker(of: id)) is over"
    }
    return "\(name(of: turn.person)) has spoken for \(turn.spokenSeconds(at: now).clock)"
  }

  private func speaker(of id: TurnID) -> String {
    session.floor.turns[id].map { name(of: $0.person) } ?? id.description
  }

  /// Whose hand it is or was.
  private func asker(of id: RequestID) -> String {
    let request =
      session.floor.queue.first { $0.id == id }
      ?? session.floor.passedOver.last { $0.request.id == id }?.request
    return request.map { name(of: $0.person) } ?? "Request \(id)"
  }
}

extension Channel {
  fileprivate var place: String {
    switch self {
    case .room: "in the room"
    case .online: "online"
    }
  }
}
