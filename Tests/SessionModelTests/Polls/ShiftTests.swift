import TestSupport
import Testing

@testable import SessionModel

struct ShiftTests {
  private func rounds(
    _ before: [String], _ after: [String], secrecy: Poll.Secrecy = .public
  ) throws -> Tally {
    var asked = try Asked(.oneChoice, ["a", "b"], secrecy: secrecy)
    func cast(_ papers: [String], in poll: PollID) throws {
      for (person, paper) in zip([ana, bako, chen], papers) where paper != "-" {
        try asked.table.ask(
          .poll(
            .cast(poll, paper == "0" ? Ballot() : Ballot(choosing: [paper]), voter: person)),
          by: .ballot)
      }
    }
    try cast(before, in: asked.poll)
    try asked.close()
    try asked.table.ask(.poll(.again(asked.poll)))
    let next = PollID(4)
    try asked.table.ask(.poll(.open(next)))
    try cast(after, in: next)
    try asked.table.ask(.poll(.close(next)))
    let poll = try #require(asked.table.session.polls[next])
    #expect(asked.table.session.rounds(of: poll).map(\.id) == [asked.poll, next])
    return try #require(asked.table.session.tally(of: poll))
  }

  @Test func `the shift is told voter by voter where ballots have names`() throws {
    let tally = try rounds(["A", "A", "B"], ["A", "B", "0"])
    let table = try #require(tally.tables.first)
    #expect(table.columns == ["A", "B", "none"])
    #expect(table.rows.map(\.title) == ["A", "B", "none"])
    #expect(
      table.rows.map { $0.cells.map(\.text).joined(separator: " ") } == ["1 1 0", "0 0 1", "0 0 0"])
    #expect(table.remark == "3 answered both times, 2 of them differently")
  }

  @Test func `who answered only once is not in the matrix`() throws {
    let table = try #require(try rounds(["A", "-", "B"], ["A", "B", "-"]).tables.first)
    #expect(
      table.remark == "1 answered both times, 0 of them differently; 1 only before; 1 only after")
  }

  @Test func `each row knows what it was before`() throws {
    let tally = try rounds(["A", "A", "B"], ["B", "B", "B"])
    #expect(tally.rows.map { $0.before?.count } == [2, 1])
    #expect(tally.rows.map { $0.before?.percent } == [67, 33])
  }

  @Test func `anonymous rounds are compared but never joined`() throws {
    let tally = try rounds(["A", "A", "B"], ["B", "B", "A"], secrecy: .anonymous)
    #expect(tally.tables.map(\.title) == ["Before and after"])
    #expect(
      tally.tables.first?.rows.map { $0.cells.map(\.text).joined(separator: " ") }
        == ["67 % 33 % -34", "33 % 67 % +34"])
    #expect(tally.rows.map { $0.before?.count } == [2, 1])
    #expect(tally.remarks == ["before and after can be compared, but not voter by voter"])
  }

  @Test func `of several choices each is followed by itself`() throws {
    var asked = try Asked(.severalChoices(min: 1, max: 2), ["a", "b", "c"], secrecy: .public)
    func cast(_ papers: [[String]], in poll: PollID) throws {
      for (person, paper) in zip([ana, bako, chen], papers) {
        try asked.table.ask(
          .poll(.cast(poll, Ballot(choosing: paper), voter: person)), by: .ballot)
      }
    }
    try cast([["A", "B"], ["A"], ["C"]], in: asked.poll)
    try asked.close()
    try asked.table.ask(.poll(.again(asked.poll)))
    try asked.table.ask(.poll(.open(.init(4))))
    try cast([["A"], ["B"]], in: .init(4))
    try asked.table.ask(.poll(.close(.init(4))))
    let poll = try #require(asked.table.session.polls[.init(4)])
    let table = try #require(asked.table.session.tally(of: poll)?.tables.first)
    #expect(table.columns == ["both", "only before", "only after"])
    #expect(
      table.rows.map { $0.cells.map(\.text).joined(separator: " ") } == ["1 1 0", "0 1 1", "0 0 0"])
    #expect(table.remark == "2 answered both times")
  }

  @Test func `the next round asks what the first one asked`() throws {
    var asked = try Asked(.points(total: 5, most: 2), ["a", "b"], secrecy: .public)
    try asked.close()
    try asked.table.ask(.poll(.again(asked.poll)))
    let again = try #require(asked.table.session.polls[.init(4)])
    let first = try #require(asked.table.session.polls[asked.poll])
    #expect(again.state == .draft)
    #expect(
      (again.text, again.method, again.choices, again.secrecy)
        == (first.text, first.method, first.choices, first.secrecy))
  }

  @Test func `a next round can be taken back and drafted again`() throws {
    var asked = try Asked(.oneChoice, ["a", "b"], secrecy: .public)
    try asked.close()
    try asked.table.ask(.poll(.again(asked.poll)))
    try asked.table.ask(.undo)
    #expect(asked.table.session.polls[.init(4)] == nil)
    try asked.table.ask(.redo)
    #expect(asked.table.session.polls[.init(4)]?.before == asked.poll)
  }
}
