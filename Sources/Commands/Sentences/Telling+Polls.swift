import SessionModel

extension Telling {
  func sentence(of event: PollEvent) -> String {
    switch event {
    case .drafted(let id, let text, let method, _, let secrecy, let terms):
      "Poll \(id) is drafted, \(method.title), \(secrecy.title)\(told(terms)): \(text)"
    case .asked(let id, let text, let method, _, let secrecy, _, _, let terms, _):
      "Poll \(id) is open, \(method.title), \(secrecy.title)\(told(terms)): \(text)"
    case .repeated(let id, let before):
      "Poll \(id) asks poll \(before) once more"
        + (session.polls[before].map { ": \($0.text)" } ?? "")
    case .extended(let id, let seconds): "Poll \(id) is to be open for \(seconds.clock) in all"
    case .reopened(let id):
      "Poll \(id) is open again" + (session.polls[id].map { ": \($0.text)" } ?? "")
    case .entered(let id, let counts): entered(counts, in: id)
    case .reflected(let id): "The speakers are asked what they make of poll \(id)"
    case .changed(let id, let text, _, _):
      "Poll \(id) is changed" + ((text ?? session.polls[id]?.text).map { ": \($0)" } ?? "")
    case .removed(let id): "Poll \(id) is struck"
    case .opened(let id, _, _, _, _):
      "Poll \(id) is open" + (session.polls[id].map { ": \($0.text)" } ?? "")
    case .closed(let id, nil) where session.polls[id]?.secrecy.isSecret == true:
      "Poll \(id) is closed; its \(turnout(of: id, box: nil).of("ballot")) "
        + (session.polls[id]?.secrecy == .sealed ? "stay sealed" : "are lost")
    case .closed(let id, let box):
      "Poll \(id) is closed with \(turnout(of: id, box: box).of("ballot"))"
    case .timedOut(let id, let box):
      "The time of poll \(id) is up; it is closed with \(turnout(of: id, box: box).of("ballot"))"
    case .shared(let id): "Poll \(id) is on the stage"
    case .hidden(let id): "Poll \(id) is off the stage"
    case .ballotCast(let id, let voter, let ballot): cast(ballot, in: id, by: voter)
    case .ballotCastByCode(let id, let pseudonym, let ballot): cast(ballot, in: id, by: pseudonym)
    case .entitled(let id, let entitled):
      "Poll \(id) is for \(entitled?.title ?? "whoever is here")"
    case .keptTogether(let id, let least):
      "Poll \(id) counts at least \(least ?? Poll.leastTogether) people together"
    case .ballotCounted(let id, let turnout): "Poll \(id) has \(turnout.of("ballot"))"
    case .adopted(let id, let text, let method, _, let box):
      "Poll \(id) was taken elsewhere, \(method.title), \(box.turnout.of("ballot")): \(text)"
    case .drawn(let id, true): "Poll \(id) shows its words as a cloud"
    case .drawn(let id, false): "Poll \(id) shows its words as bars"
    case .measured(let id, .none): "Poll \(id) shows no shares"
    case .measured(let id, let base): "Shares of poll \(id) are of all \(base.rawValue)"
    case .stated(let id, let statement):
      "Statement \(statement.id) is put to poll \(id): \(statement.text)"
    case .struck(let id, let statement): "Statement \(statement) of poll \(id) is struck"
    case .marked(let id, let voter, let statement, let opinion):
      "\(name(of: voter)) says \(opinion.title) to statement \(statement) of poll \(id)"
    case .markedByCode(let id, let pseudonym, let statement, let opinion):
      "The slip \(pseudonym) says \(opinion.title) to statement \(statement) of poll \(id)"
    }
  }

  /// What a new poll has beside the usual.
  private func told(_ terms: PollTerms?) -> String {
    let base: String? =
      switch terms?.base {
      case nil: nil
      case .some(.none): "without shares"
      case .some(let base): "shares of all \(base.rawValue)"
      }
    return [terms?.entitled.map { "for \($0.title)" }, base].compactMap(\.self)
      .map { ", \($0)" }.joined()
  }

  private func entered(_ counts: [Choice.ID: Int], in id: PollID) -> String {
    let poll = session.polls[id]
    let told = counts.sorted { $0.key < $1.key }.map { choice, count in
      let title = poll?.choice(choice)?.text ?? choice
      guard case .levels(let names)? = poll?.entry, names.indices.contains(count) else {
        return "\(count.of("hand")) for '\(title)'"
      }
      return "\(names[count]) for '\(title)'"
    }
    return "Poll \(id), as the moderator found: \(told.list(joinedBy: "and"))"
  }

  private func turnout(of id: PollID, box: BallotBox?) -> Int {
    box?.turnout ?? session.polls[id]?.turnout ?? 0
  }

  private func cast(_ ballot: Ballot, in id: PollID, by voter: PersonID) -> String {
    cast(ballot, in: id, by: name(of: voter))
  }

  private func cast(_ ballot: Ballot, in id: PollID, by voter: String) -> String {
    guard !ballot.isBlank else { return "\(voter) prefers not to say in poll \(id)" }
    guard let poll = session.polls[id] else { return "\(voter) answers poll \(id)" }
    let lines = poll.form.lines(of: ballot, among: poll.choices)
    return "\(voter) says in poll \(id): \(lines.list(joinedBy: "and"))"
  }
}
