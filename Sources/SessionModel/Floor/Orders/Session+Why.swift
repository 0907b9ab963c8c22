extension Session {
  /// Why somebody stands where they stand in the queue, as one sentence without a full stop; `nil`
  /// where the request does not wait.
  public func whyStands(_ id: RequestID, at now: Moment) -> String? {
    guard let place = floor.queue.firstIndex(where: { $0.id == id }) else { return nil }
    let request = floor.queue[place]
    if let reason = request.kind.reason { return reason }
    if let round = request.round, request.isPlaced {
      return "It is a turn of the \(round.title), in its order"
    }
    if request.isPlaced { return "The moderator put this request here, by hand" }
    let ordinary = floor.queue.filter(\.kind.isOrdinary)
    let rank = ordinary.firstIndex { $0.id == id } ?? 0
    if floor.order.isKeptUp, rank < floor.announced {
      let others = floor.announced == 1 ? "The next one is" : "The next \(floor.announced) are"
      return "\(others) announced, so nobody goes before"
    }
    let heard = heardSoFar(at: now)
    guard let applicant = applicants(of: [request], heard, at: now).first else { return nil }
    return reason(for: request, applicant, heard, rank: rank)
  }

  private func reason(
    for request: FloorRequest, _ applicant: Applicant, _ heard: HeardByPerson, rank: Int
  ) -> String {
    let order = floor.order
    let spoken = applicant.turns == 0 ? "has not spoken" : "has spoken \(times(applicant.turns))"
    let person = people[request.person]
    switch order.rule {
    case .request:
      let earlier = floor.queue.filter { $0.kind.isOrdinary && $0.id < request.id }.count
      return earlier == 0
        ? "Nobody who waits asked earlier"
        : "\(earlier) who wait\(earlier == 1 ? "s" : "") asked earlier"
    case .roomAndOnline:
      return "Room and online take turns; this is \(request.channel.place) by time of asking"
    case .leastTurns:
      return "Who has spoken less often goes first: \(spoken)"
    case .leastTime:
      return "Who has spoken less goes first: \(clock(applicant.spoken)) so far"
    case .byGroup:
      return inTurn("group", person?.group?.title, .group, applicant, heard)
    case .byRegion:
      return inTurn("region", person?.region?.title, .region, applicant, heard)
    case .byGender where order.favoured == nil:
      return inTurn("gender", person?.gender, .gender, applicant, heard)
    case .byGender:
      return applicant.isFavoured
        ? "None of the favoured waits behind two others: \(spoken)"
        : "Who has spoken less often goes first: \(spoken)"
    case .classFirst:
      return applicant.isFavoured
        ? "The favoured go first, as they asked" : "Behind the favoured, as they asked"
    case .balanced: return balance(of: request, applicant, heard)
    }
  }

  private func inTurn(
    _ what: String, _ value: String?, _ kind: Background.Kind, _ applicant: Applicant,
    _ heard: HeardByPerson
  ) -> String {
    guard let value else { return "The \(what)s take turns, and this request gives no \(what)" }
    let share = heard.byTrait[kind]
    let index = applicant.traits[kind]
    guard index < share.lastTurn.count, share.lastTurn[index] >= 0 else {
      return "The \(what) heard longest ago goes first: \(value) was not heard yet"
    }
    let since = share.lastTurn.filter { $0 > share.lastTurn[index] }.count
    return since == 0
      ? "The \(what) heard longest ago goes first: \(value) was heard last"
      : "The \(what) heard longest ago goes first: \(since) were heard after \(value)"
  }

  /// What weighs most, the heaviest first.
  private func balance(
    of request: FloorRequest, _ applicant: Applicant, _ heard: HeardByPerson
  ) -> String {
    guard applicant.overtaken < Balanced.mostOvertaken else {
      return "Was overtaken \(times(applicant.overtaken)), and nobody is overtaken more often"
    }
    let person = people[request.person]
    var facts: [(weight: Int64, text: String)] = []
    if applicant.turns == 0 {
      facts.append((Balanced.Weight.first, "has not spoken"))
    } else {
      facts.append(
        (
          applicant.spoken + Int64(applicant.turns) * Balanced.Weight.turn,
          "has spoken \(times(applicant.turns)), for \(clock(applicant.spoken))"
        ))
    }
    let lags: [(Background.Kind, Int64, String?)] = [
      (.group, Balanced.Weight.group, person?.group?.title),
      (.channel, Balanced.Weight.channel, request.channel == .room ? "The room" : "Online"),
      (.region, Balanced.Weight.region, person?.region?.title),
      (.gender, Balanced.Weight.gender, person?.gender.map { "Gender \($0)" }),
    ]
    for (kind, weight, name) in lags {
      let share = heard.byTrait[kind]
      let index = applicant.traits[kind]
      guard let name, index < share.time.count else { continue }
      let lag = share.lags[index]
      facts.append(
        (
          abs(lag) * weight,
          "\(name) had \(share.timePercent(index)) % of the time with "
            + "\(share.askerPercent(index)) % of those who asked"
        ))
    }
    facts.append((applicant.waited * Balanced.Weight.waited, "waits \(clock(applicant.waited))"))
    let heaviest = facts.sorted { $0.weight > $1.weight }.filter { $0.weight > 0 }.prefix(3)
    return "In balance: " + heaviest.map(\.text).joined(separator: "; ")
  }

  private func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private func clock(_ milliseconds: Int64) -> String {
    let seconds = Int(milliseconds / 1000)
    return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
  }
}

extension FloorRequest.Kind {
  /// Why it stands where it does whatever the order; `nil` for what the order places.
  fileprivate var reason: String? {
    switch self {
    case .comment, .question, .reply: nil
    case .pointOfOrder: "A point of order goes before everything but interventions"
    case .intervention: "An intervention goes before points of order and all others"
    case .interposedQuestion: "An interposed question goes before everything else"
    case .answer: "An answer stands under what it answers"
    }
  }
}

extension Channel {
  fileprivate var place: String { self == .room ? "the room" : "online" }
}

extension HeardSoFar.Share {
  /// Per cent of the floor time, rounded half up.
  fileprivate func timePercent(_ index: Int) -> Int { percent(time, index) }

  /// Per cent of those who asked.
  fileprivate func askerPercent(_ index: Int) -> Int { percent(askers, index) }

  private func percent(_ amounts: [Int64], _ index: Int) -> Int {
    let all = amounts.reduce(0, +)
    return all == 0 ? 0 : Int((amounts[index] * 200 + all) / (2 * all))
  }
}
