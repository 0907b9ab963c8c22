import SessionModel
import TestSupport
import Testing

struct AdoptionTests {
  private func adopt(_ papers: [BallotBox.Counted]) -> Intent {
    .poll(
      .adopt(
        text: "Where?", method: .ranking(min: nil, max: nil, seats: nil),
        choices: ["Sea", "Sky"], papers: papers))
  }

  @Test func `a poll taken elsewhere is closed and counted`() throws {
    var table = try Table.laid()
    try table.ask(
      adopt([
        .init(ballot: Ballot(ranking: ["B"]), count: 12),
        .init(ballot: Ballot(ranking: ["A", "B"]), count: 5),
      ]))
    let poll = try #require(table.session.polls.all.last)
    #expect(poll.state == .closed)
    #expect(poll.turnout == 17)
    #expect(table.session.tally(of: poll)?.rows.map(\.figure) == ["12", "5"])
  }

  @Test func `it can be taken back`() throws {
    var table = try Table.laid()
    let before = table.session
    try table.ask(adopt([.init(ballot: Ballot(ranking: ["B"]), count: 12)]))
    try table.ask(.undo)
    #expect(table.session == before)
  }

  @Test func `its ballots stand as any others`() throws {
    let table = try Table.laid()
    #expect(
      table.refusal(of: adopt([.init(ballot: Ballot(marks: ["C": 1]), count: 1)]))?.sentence
        == "Poll 'v3' does not offer 'C'")
    #expect(
      table.refusal(of: adopt([.init(ballot: Ballot(marks: ["A": 7]), count: 1)]))?.sentence
        == "Places are from 1 to 2")
  }
}
