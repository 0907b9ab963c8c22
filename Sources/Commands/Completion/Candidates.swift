import SessionModel

/// A word that may stand somewhere, and what it means.
struct Offered: Equatable {
  var text: String
  var detail: String

  init(_ text: String, _ detail: String = "") {
    self.text = text
    self.detail = detail
  }
}

extension Parameter.Kind {
  /// The words that may stand there in a session, the likeliest first; empty where any may.
  func offered(in session: Session, behind words: [Token]) -> [Offered] {
    switch self {
    case .person: session.people.roll.map(Offered.init)
    case .target: session.targets
    case .outcome: session.outcomes.all.map { Offered($0.id.description, $0.text) }
    case .objection:
      session.outcomes.all.flatMap(\.objections).map { Offered($0.id.description, $0.text) }
    case .message:
      session.inbox.waiting.map { Offered($0.id.description, $0.text) }
        + session.inbox.all.reversed().filter { !$0.isWaiting }.map {
          Offered($0.id.description, $0.text)
        }
    case .breakout: session.breakouts.all.map { Offered($0.id.description, $0.title) }
    case .fraction: ["1/3", ">1/2", "2/3"].map { Offered($0) }
    case .holder:
      StakeholderGroup.allCases.map { Offered($0.rawValue, $0.title) }
        + session.people.roll.map(Offered.init)
    case .request: session.floor.queue.map { session.offered($0) }
    case .turn:
      session.floor.turns.reversed().map {
        Offered($0.id.description, session.people[$0.person]?.name ?? "")
      }
    case .segment: session.agenda.ordered.map { Offered($0.id.description, $0.title) }
    case .question: session.plan.orderedQuestions.map { Offered($0.id.description, $0.heading) }
    case .poll(let state):
      session.polls.all.filter { state == nil || $0.state == state }
        .map { Offered($0.id.description, $0.text) }
    case .note:
      session.notes.all.reversed().map {
        Offered($0.id.description, "\($0.kind.title): \($0.text)")
      }
    case .linkTarget:
      Self.note.offered(in: session, behind: words)
        + Self.person.offered(in: session, behind: words)
    case .oneOf(let words): words.map { Offered($0.text, $0.detail ?? "") }
    case .length: ["30s", "1m", "2m", "3m", "5m", "10m"].map { Offered($0) }
    case .ballot: session.ballots(in: words)
    case .orNone(let kind): kind.offered(in: session, behind: words) + [Offered("none")]
    case .text, .code, .voteCode, .time, .slot, .number, .place, .letters, .paper, .counts,
      .returnedNote, .returnedPoll, .returnedOutcome:
      []
    }
  }
}

extension Offered {
  fileprivate init(_ person: Person) {
    let facts = [person.name, person.affiliation, person.group?.short].compactMap(\.self)
    self.init(person.id.description, facts.joined(separator: ", "))
  }
}

extension Session {
  /// Who may get the floor: whoever is next, the other hands in order, everybody else.
  fileprivate var targets: [Offered] {
    var targets: [Offered] = []
    if let first = floor.queue.first {
      targets.append(Offered("next", people[first.person]?.name ?? first.person.description))
    }
    targets += floor.queue.map(offered)
    targets += people.roll.filter { floor.request(of: $0.id) == nil }.map(Offered.init)
    return targets
  }

  fileprivate func offered(_ request: FloorRequest) -> Offered {
    let name = people[request.person]?.name ?? request.person.description
    return Offered(
      request.id.description, "\(name), \(request.kind.title), \(request.channel.rawValue)")
  }

  /// The letters of the poll that the words before name.
  fileprivate func ballots(in words: [Token]) -> [Offered] {
    let poll = words.lazy.compactMap { PollID($0.text) }.first.flatMap { polls[$0] } ?? polls.open
    guard let poll else { return [] }
    return poll.choices.map { Offered($0.id, $0.text) } + [Offered("blank", "prefer not to say")]
  }
}
