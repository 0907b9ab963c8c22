import Reports
import SessionModel
import TestSupport
import Testing

struct BallotSheetTests {
  /// A closed poll with ballots by name or without.
  private func closed(
    _ method: PollMethod, _ choices: [String], _ secrecy: Poll.Secrecy, _ ballots: [Ballot]
  ) throws -> (poll: Poll, session: Session) {
    var table = try Table.open()
    try table.ask(
      .poll(
        .ask(text: "Where, \"first\"?", method: method, choices: choices, secrecy: secrecy)))
    let id = try #require(table.session.polls.open).id
    for (voter, ballot) in zip(table.session.people.roll.map(\.id), ballots) {
      try table.ask(.poll(.cast(id, ballot, voter: voter)), by: .ballot)
    }
    try table.ask(.poll(.close(id)))
    return (try #require(table.session.polls[id]), table.session)
  }

  private func file(
    _ method: PollMethod, _ choices: [String], _ secrecy: Poll.Secrecy, _ ballots: [Ballot],
    seed: UInt64 = 1
  ) throws -> PollFile {
    let (poll, session) = try closed(method, choices, secrecy, ballots)
    var generator = SeededGenerator(seed: seed)
    return PollFile(
      poll, in: session, named: session.mayTell(votersOf: poll), using: &generator)
  }

  private static let ranking = PollMethod.ranking(min: nil, max: nil, seats: nil)

  @Test func `a public poll is written with names`() throws {
    let (poll, session) = try closed(
      Self.ranking, ["Sea", "Sky"], .public, [Ballot(ranking: ["B", "A"])])
    var generator = SeededGenerator(seed: 1)
    let file = PollFile(poll, in: session, named: true, using: &generator)
    let name = try #require(session.people.roll.all.first).name
    #expect(
      BallotSheet().text(of: file) == """
        poll,method,secrecy,voter,A Sea,B Sky
        "Where, ""first""?",ranking,public,\(name),2,1

        """)
  }

  @Test func `ballots of a secret poll are shuffled`() throws {
    let papers = [["A"], ["B"], ["A", "B"], ["B", "A"]].map { Ballot(ranking: $0) }
    let orders = try (0..<12 as Range<UInt64>).map { seed in
      let file = try file(Self.ranking, ["Sea", "Sky"], .anonymous, papers, seed: seed)
      return (file.papers ?? []).map(\.ballot.text)
    }
    #expect(Set(orders).count > 1)
    #expect(Set(orders.map { $0.sorted() }).count == 1)
  }

  @Test func `no name stands beside a secret ballot`() throws {
    let file = try file(Self.ranking, ["Sea", "Sky"], .anonymous, [Ballot(ranking: ["A"])])
    #expect(file.papers?.map(\.voter) == [nil])
  }

  @Test func `a ranking is written in the layout that counting programs read`() throws {
    let (poll, session) = try closed(
      Self.ranking, ["Sea", "Sky", "Land"], .anonymous,
      [Ballot(ranking: ["A", "C"]), Ballot(marks: ["B": 1, "C": 1]), Ballot()])
    let election = try #require(session.election(of: poll))
    #expect(
      BLTWriter().text(of: election) == """
        3 1
        1 0
        1 1 3 0
        1 2=3 0
        0
        "Sea"
        "Sky"
        "Land"
        "Where, ""first""?"

        """)
  }

  @Test func `polls without ballots are a row each`() throws {
    let polls = [
      PollFile(text: "Ready?", method: .scale(first: 0), choices: ["no", "yes"], secrecy: .public),
      PollFile(
        text: "Where?", method: .ranking(min: nil, max: 2, seats: 1), choices: ["a", "b", "c"],
        secrecy: .anonymous),
    ]
    #expect(
      BallotSheet().text(of: polls) == """
        poll,method,secrecy,choice 1,choice 2,choice 3
        Ready?,"scale; first=0",public,no,yes,
        Where?,"ranking; max=2; seats=1",anonymous,a,b,c

        """)
  }
}
