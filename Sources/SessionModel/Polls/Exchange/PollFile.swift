/// A poll and its ballots as files carry them from one table to another.
public struct PollFile: Equatable, Sendable, Codable {
  public var text: String
  public var method: PollMethod
  /// What was offered, in order; letters and numbers follow from it.
  public var choices: [String]
  public var secrecy: Poll.Secrecy
  /// `nil` where only the poll is carried.
  public var papers: [Paper]?

  /// One ballot, with who cast it where that is known.
  public struct Paper: Equatable, Sendable, Codable {
    /// A name or the pseudonym of a slip.
    public var voter: String?
    public var ballot: Ballot

    public init(voter: String? = nil, ballot: Ballot) {
      self.voter = voter
      self.ballot = ballot
    }
  }

  public init(
    text: String, method: PollMethod, choices: [String], secrecy: Poll.Secrecy,
    papers: [Paper]? = nil
  ) {
    self.text = text
    self.method = method
    self.choices = choices
    self.secrecy = secrecy
    self.papers = papers
  }

  /// A poll of a session; a closed one with its ballots.
  ///
  /// Without names, and always where the poll is secret, the ballots stand in an order that
  /// `generator` makes, so that none says whose it is.
  public init(
    _ poll: Poll, in session: Session, named: Bool,
    using generator: inout some RandomNumberGenerator
  ) {
    self.init(
      text: poll.text, method: poll.method, choices: poll.choices.map(\.text),
      secrecy: poll.secrecy)
    guard poll.state == .closed else { return }
    // What was struck leaves no gap in the numbers of a file.
    let ids = Dictionary(
      uniqueKeysWithValues: zip(
        poll.choices.map(\.id), poll.method.choiceNames(count: poll.choices.count)))
    var papers: [Paper]
    switch poll.secrecy {
    case .public:
      papers = poll.named.sorted { $0.key < $1.key }.map {
        Paper(voter: named ? session.people[$0]?.name : nil, ballot: $1)
      }
    case .coded:
      papers = (poll.coded ?? [:]).sorted { $0.key < $1.key }.map {
        Paper(voter: named ? $0 : nil, ballot: $1)
      }
    case .anonymous, .sealed:
      papers = (poll.counted?.ballots ?? []).flatMap {
        [Paper](repeating: Paper(ballot: $0.ballot), count: $0.count)
      }
    }
    if !named || poll.secrecy.isSecret { papers.shuffle(using: &generator) }
    self.papers = papers.map { Paper(voter: $0.voter, ballot: $0.ballot.renamed(by: ids)) }
  }

  /// What brings it to a table: a draft, or with ballots a poll that was taken elsewhere.
  ///
  /// Names are not taken over; whoever imports ballots counts them and nothing else.
  public var intent: Intent {
    guard let papers, !papers.isEmpty else {
      return .poll(.draft(text: text, method: method, choices: choices, secrecy: secrecy))
    }
    var counts: [Ballot: Int] = [:]
    for paper in papers { counts[paper.ballot, default: 0] += 1 }
    let counted = counts.map { BallotBox.Counted(ballot: $0, count: $1) }
    return .poll(.adopt(text: text, method: method, choices: choices, papers: counted.inOrder))
  }
}

extension PollMethod {
  /// The names that a poll of that many choices gives them.
  func choiceNames(count: Int) -> [Choice.ID] {
    self == .statements ? (0..<count).map { String($0 + 1) } : Array(Choice.letters.prefix(count))
  }
}

extension Ballot {
  /// The same with other names beside the marks; sides of pairs too.
  fileprivate func renamed(by names: [Choice.ID: Choice.ID]) -> Ballot {
    func rename(_ id: Choice.ID) -> Choice.ID {
      id.split(separator: "/").map { names[String($0)] ?? String($0) }.joined(separator: "/")
    }
    func rename(_ marks: [Choice.ID: Int]) -> [Choice.ID: Int] {
      Dictionary(marks.map { (rename($0), $1) }) { first, _ in first }
    }
    var ballot = self
    ballot.marks = rename(marks)
    ballot.across = across.map(rename)
    return ballot
  }
}

extension [BallotBox.Counted] {
  /// As a box keeps them: by their spelling, which says nothing of when they came.
  public var inOrder: [BallotBox.Counted] {
    map { ($0.ballot.text, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
