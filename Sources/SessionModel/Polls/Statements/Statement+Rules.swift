extension Session {
  /// Adds a statement to an open or a drafted poll.
  func submit(_ text: String, to id: PollID) throws(Refusal) -> Decision {
    let poll = try statementPoll(id)
    if poll.state == .closed { throw .pollNotOpen(id, isClosed: true) }
    let words = text.trimmedText
    guard !words.isEmpty else { throw .textMissing(what: "a statement") }
    guard words.count <= Statements.longest else { throw .statementTooLong(Statements.longest) }
    guard poll.choices.count < Statements.most else {
      throw .tooManyStatements(most: Statements.most)
    }
    if let same = poll.choices.first(where: { $0.text.lowercased() == words.lowercased() }) {
      throw .statementKnown(same.id, in: id)
    }
    let last = poll.choices.compactMap { Int($0.id) }.max() ?? 0
    let number = Swift.max(last, poll.lastStatement ?? 0) + 1
    return Decision(
      .poll(.stated(poll: id, statement: Choice(id: String(number), text: words))))
  }

  /// Takes a statement out, with all that was said to it.
  func strike(_ statement: Choice.ID, from id: PollID) throws(Refusal) -> Decision {
    let poll = try statementPoll(id)
    guard poll.choice(statement) != nil else { throw .noSuchChoice(statement, in: id) }
    guard poll.state != .closed else { throw .pollNotOpen(id, isClosed: true) }
    return Decision(.poll(.struck(poll: id, statement: statement)))
  }

  /// Says one thing to one statement; what was said to it before does not count any more.
  func mark(
    _ statement: Choice.ID, _ opinion: Opinion, in id: PollID, by voter: Voter?
  ) throws(Refusal) -> Decision {
    let poll = try statementPoll(id)
    guard poll.state == .open else { throw .pollNotOpen(id, isClosed: poll.state == .closed) }
    guard !poll.secrecy.isSecret else { throw .marksNotTaken(id) }
    // Numbers count on, so most statements stand where their number says.
    let place = (Int(statement) ?? 0) - 1
    let isThere = poll.choices.indices.contains(place) && poll.choices[place].id == statement
    guard isThere || poll.choice(statement) != nil else { throw .noSuchChoice(statement, in: id) }
    _ = try traits(of: voter, in: poll)
    switch voter {
    case .person(let person):
      return Decision(
        .poll(.marked(poll: id, voter: person, statement: statement, opinion: opinion)))
    case .code(let code):
      return Decision(
        .poll(
          .markedByCode(
            poll: id, pseudonym: code.pseudonym, statement: statement, opinion: opinion)))
    case nil: throw .voterMissing(id)
    }
  }

  private func statementPoll(_ id: PollID) throws(Refusal) -> Poll {
    guard let poll = polls[id] else { throw .noSuchPoll(id) }
    guard poll.method == .statements else { throw .statementsNotTaken(id) }
    return poll
  }

  /// The statements of a poll in views, by what the declared groups say.
  func statementTally(of poll: Poll, _ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    var tally = StatementTally(
      poll.choices, whole: papers.ballots, groups: opinions(on: poll), valid: valid
    ).tally(blank: blank)
    if let table = poll.everyMarkTable { tally.tables.append(table) }
    return tally
  }

  /// What each declared group marked; none where nobody is known.
  private func opinions(on poll: Poll) -> [StatementTally.Group] {
    guard poll.secrecy == .public else { return opinionsByTrait(on: poll) }
    var groups: [StakeholderGroup: [BallotBox.Counted]] = [:]
    for (voter, ballot) in poll.named {
      let code = traits(of: voter, in: poll)[.group]
      guard let group = StakeholderGroup(rawValue: code) else { continue }
      groups[group, default: []].append(BallotBox.Counted(ballot: ballot, count: 1))
    }
    return StakeholderGroup.allCases.compactMap { group in
      groups[group].map { StatementTally.Group(title: group.short, ballots: $0) }
    }
  }

  /// The same where no ballot has a name: as far as ballots may be counted apart.
  private func opinionsByTrait(on poll: Poll) -> [StatementTally.Group] {
    guard poll.state == .closed else { return [] }
    let parts = parts(of: poll, by: .group)
    return StakeholderGroup.allCases.compactMap { group in
      parts[group.rawValue].map { StatementTally.Group(title: group.short, ballots: $0) }
    }
  }
}

extension Statements {
  /// The most characters of a statement.
  static let longest = 280
}

extension Poll {
  mutating func take(_ opinion: Opinion, on statement: Choice.ID, from voter: PersonID) {
    named[voter, default: Ballot()].marks[statement] = opinion.rawValue
    count(opinion.rawValue, on: statement)
    turnout = named.count
  }

  mutating func take(_ opinion: Opinion, on statement: Choice.ID, byCode pseudonym: String) {
    if coded == nil { coded = [:] }
    coded?[pseudonym, default: Ballot()].marks[statement] = opinion.rawValue
    count(opinion.rawValue, on: statement)
    turnout = coded?.count ?? 0
  }

  /// Takes what a whole ballot says beside what was said before.
  mutating func merge(_ ballot: Ballot, from voter: PersonID) {
    named[voter, default: Ballot()].marks.merge(ballot.marks) { $1 }
    for (statement, mark) in ballot.marks { count(mark, on: statement) }
    turnout = named.count
  }

  mutating func merge(_ ballot: Ballot, byCode pseudonym: String) {
    if coded == nil { coded = [:] }
    coded?[pseudonym, default: Ballot()].marks.merge(ballot.marks) { $1 }
    for (statement, mark) in ballot.marks { count(mark, on: statement) }
    turnout = coded?.count ?? 0
  }

  private mutating func count(_ mark: Int, on statement: Choice.ID) {
    var counts = everyMark ?? [:]
    everyMark = nil
    counts[statement, default: OpinionCounts()].add(mark)
    everyMark = counts
  }

  mutating func add(_ statement: Choice) {
    choices.append(statement)
    lastStatement = Int(statement.id)
  }

  mutating func strike(_ statement: Choice.ID) {
    choices.removeAll { $0.id == statement }
    everyMark?[statement] = nil
    for voter in named.keys { named[voter]?.marks[statement] = nil }
    for slip in (coded ?? [:]).keys { coded?[slip]?.marks[statement] = nil }
  }

  /// Every mark that was ever made counted, those that were changed later too.
  fileprivate var everyMarkTable: Tally.Table? {
    guard let everyMark, !everyMark.isEmpty else { return nil }
    let rows = choices.map { choice in
      let counts = everyMark[choice.id] ?? OpinionCounts()
      return Tally.Table.Row(
        "\(choice.id) \(choice.text)",
        [counts.agree, counts.disagree, counts.pass].map { Tally.Table.Cell("\($0)") })
    }
    return Tally.Table(
      title: "Every mark counted", columns: ["agree", "disagree", "pass"], rows: rows,
      remark: "marks that were changed later are counted too")
  }
}
