import SessionModel

extension Telling {
  func sentence(of event: FloorEvent) -> String {
    switch event {
    case .raised(let id, let person, let channel, let kind):
      "\(name(of: person)) asks for the floor, \(channel.place): \(kind.title), \(id)"
    case .answerRaised(let id, let person, let channel, let question):
      "\(name(of: person)) wants to answer \(asker(of: question)), \(channel.place), \(id)"
    case .given(let turn, let person, _, _, let request, _, _, let allowance):
      "\(name(of: person)) has the floor"
        + (allowance > 0 ? " for \(allowance.clock)" : "") + outOfTurn(turn, request)
    case .ended(let turn): ended(turn)
    case .paused(let turn): "The clock of \(speaker(of: turn)) stands still"
    case .resumed(let turn): "The clock of \(speaker(of: turn)) runs again"
    case .withdrawn(let id): "\(asker(of: id)) no longer asks for the floor"
    case .passedOver(let id, let reason): "\(asker(of: id)) is passed over: \(reason.title)"
    case .broughtBack(let id): "\(asker(of: id)) waits for the floor again"
    case .moved(let id, let place): "\(asker(of: id)) is now number \(place) in the queue"
    case .readded(_, let person, _, _): "\(name(of: person)) is back at the head of the queue"
    case .listOpened: "The list of speakers is open"
    case .listClosed: "The list of speakers is closed"
    case .allowed(let kind, let seconds): "The time for a \(kind.title) is now \(seconds.clock)"
    case .framingAllowed(let seconds): "The time of a framing speaker is now \(seconds.clock)"
    case .counted(let turn, let words?): "\(speaker(of: turn)) said \(words) words in turn \(turn)"
    case .counted(let turn, nil): "The words of turn \(turn) are not counted"
    case .set(let setting): sentence(of: setting)
    case .budgetSet(let holder, let seconds?, let segment):
      "\(name(of: holder)) may speak for \(seconds.clock)"
        + (segment.map { " in \(title(of: $0))" } ?? "")
    case .budgetSet(let holder, nil, _): "\(name(of: holder)) may speak without a limit"
    case .timeAdded(.group, let seconds, _): "Every group gets \(seconds.clock) more"
    case .timeAdded(.person, let seconds, _): "Everybody with a budget gets \(seconds.clock) more"
    case .formSet(.fishbowl(let inner, let chairs)?):
      "A fishbowl begins with \(inner.map(name(of:)).list(joinedBy: "and")), "
        + "\((chairs - inner.count).of("chair")) free"
    case .formSet(.stick(let holder)?): "\(name(of: holder)) holds the talking stick"
    case .formSet(nil): "The queue says again who speaks"
    case .chairTaken(let person): "\(name(of: person)) takes the free chair"
    case .chairLeft(let person): "\(name(of: person)) leaves the circle"
    case .roundBegun(let round, let places, let seconds, let behind):
      "A \(round.title) begins: \(places.count.of("turn")) of \(seconds.clock)"
        + (behind.map { ", nobody before \(asker(of: $0))" } ?? "")
    }
  }

  private func name(of holder: Budget.Holder) -> String {
    switch holder {
    case .group(let group): group.title
    case .person(let id): name(of: id)
    }
  }

  private func sentence(of setting: FloorSetting) -> String {
    switch setting {
    case .order(let order):
      "Those who wait stand in \(order.rule.title)"
        + (order.favoured.map { ", \($0.list(joinedBy: "and")) favoured" } ?? "")
    case .announced(0): "Nobody who waits is announced"
    case .announced(let count): "The next \(count) are announced"
    case .counting(.session): "Turns count in the whole session"
    case .counting(.segment): "Turns count in the running segment alone"
    case .several(true): "One person may wait with several requests"
    case .several(false): "One person waits with one request of a kind"
    case .points(true): "A closed list still takes points of order"
    case .points(false): "A closed list takes no points of order"
    case .missing(true): "The stage shows who has not been heard"
    case .missing(false): "The stage no longer shows who has not been heard"
    }
  }

  /// What the moderator's choice passed by: told where somebody had waited longer.
  private func outOfTurn(_ turn: TurnID, _ request: RequestID?) -> String {
    let passed =
      session.floor.turns[turn]?.passed
      ?? request.flatMap { id in session.floor.queue.firstIndex { $0.id == id } } ?? 0
    return passed == 0 ? "" : ", before \(passed.of("other")) who waited"
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
