import TestSupport
import Testing

@testable import SessionModel

struct StatementTests {
  /// An open public poll of statements among people of two groups, six of each.
  private func asked(_ statements: [String] = ["One focal point", "More time"]) throws -> Asked {
    var asked = try Asked(.statements, statements, secrecy: .public)
    for number in 1...12 {
      try asked.table.ask(
        .people(
          .add(
            name: "Voter \(number)",
            details: PersonDetails.of(number <= 6 ? .civilSociety : .government))))
    }
    return asked
  }

  private func voter(_ number: Int, at asked: Asked) throws -> PersonID {
    try #require(asked.table.session.people.roll.first { $0.name == "Voter \(number)" }).id
  }

  private func mark(
    _ statement: String, _ opinions: [Opinion?], at asked: inout Asked
  ) throws {
    for (index, opinion) in opinions.enumerated() {
      guard let opinion else { continue }
      let voter = try voter(index + 1, at: asked)
      try asked.table.ask(
        .poll(.mark(asked.poll, statement: statement, opinion, voter: .person(voter))), by: .ballot)
    }
  }

  private func views(_ tally: Tally) throws -> [String: [String]] {
    guard case .statements(let views) = tally.shape else { return [:] }
    return Dictionary(uniqueKeysWithValues: views.map { ($0.title, $0.statements.map(\.sign)) })
  }

  @Test func `statements are numbered and may be added by participants`() throws {
    var asked = try asked()
    try asked.table.ask(.poll(.submit(asked.poll, text: " Publish it ")), by: .ballot)
    let choices = try #require(asked.table.session.polls[asked.poll]).choices
    #expect(choices.map(\.id) == ["1", "2", "3"])
    #expect(choices.last?.text == "Publish it")
  }

  @Test func `a number is not given twice`() throws {
    var asked = try asked()
    try asked.table.ask(.poll(.submit(asked.poll, text: "Third")), by: .ballot)
    try asked.table.ask(.poll(.strike(asked.poll, statement: "3")))
    try asked.table.ask(.poll(.submit(asked.poll, text: "Fourth")), by: .ballot)
    let choices = try #require(asked.table.session.polls[asked.poll]).choices
    #expect(choices.map(\.id) == ["1", "2", "4"])
  }

  @Test func `the last word on a statement counts`() throws {
    var asked = try asked()
    try mark("1", [.agree, .agree], at: &asked)
    try mark("1", [.disagree], at: &asked)
    let tally = try asked.tally()
    #expect(tally.rows.first { $0.sign == "1" }?.figure == "1 of 2")
    let every = try #require(tally.tables.last)
    #expect(every.title == "Every mark counted")
    #expect(every.rows[0].cells.map(\.text) == ["2", "1", "0"])
  }

  @Test func `a whole ballot says nothing about statements it leaves out`() throws {
    var asked = try asked()
    let voter = try voter(1, at: asked)
    try asked.cast(Ballot(marks: ["1": 1]), from: voter)
    try asked.cast(Ballot(marks: ["2": -1]), from: voter)
    #expect(
      asked.table.session.polls[asked.poll]?.named[voter] == Ballot(marks: ["1": 1, "2": -1]))
  }

  @Test func `what all groups agree on stands apart from what divides them`() throws {
    var asked = try asked(["Shared", "Divisive", "Rejected", "Unseen", "Undecided"])
    let yes = [Opinion?](repeating: .agree, count: 6)
    let no = [Opinion?](repeating: .disagree, count: 6)
    try mark("1", yes + yes, at: &asked)
    try mark("2", yes + no, at: &asked)
    try mark("3", no + no, at: &asked)
    try mark("4", [.agree, .agree, .agree], at: &asked)
    try mark("5", Array(yes.prefix(3) + no.prefix(3) + yes.prefix(3) + no.prefix(3)), at: &asked)
    let tally = try asked.tally()
    #expect(
      try views(tally) == [
        "Agreed across groups": ["1"], "Divides the groups": ["2"],
        "Rejected across groups": ["3"], "Neither agreed nor rejected": ["5"],
        "Too few have seen it: fewer than 4 of 12": ["4"],
      ])
    guard case .statements(let views) = tally.shape else { return }
    #expect(views[0].statements[0].groups.map(\.title) == ["CSO", "Gov"])
    #expect(views[0].statements[0].groups.map(\.agree) == [6, 6])
  }

  /// Polis: the product of (agreed + 1) / (seen + 2) over the groups.
  @Test func `consensus is Polis's product over the groups`() throws {
    var asked = try asked(["Shared"])
    try mark(
      "1", [.agree, .agree, .pass, nil, nil, nil, .agree, .disagree, .disagree, .agree],
      at: &asked)
    let scores = try #require(try asked.tally().tables.first)
    // (2+1)/(3+2) times (2+1)/(4+2)
    #expect(scores.rows[0].cells.map(\.text).prefix(4) == ["4", "2", "1", "0.300"])
  }

  /// The example in Polis's own tests, to a hundredth.
  @Test func `two proportions are as far apart as Polis says`() {
    let z = twoProportions(successesIn: 15, out: 56, in: 24, out: 71)
    #expect(abs(z - -1.518) <= 0.01)
  }

  @Test(arguments: [0, 5])
  func `equal proportions are not apart`(successes: Int) {
    #expect(twoProportions(successesIn: successes, out: successes, in: 5, out: 5) == 0)
  }

  @Test func `an anonymous poll takes whole ballots only`() throws {
    let anonymous = try Asked(.statements, ["Shared"])
    #expect(
      anonymous.table.refusal(
        of: .poll(.mark(anonymous.poll, statement: "1", .agree, voter: .person(ana))), by: .ballot)?
        .sentence
        == "Poll 'v3' is secret; a ballot says all it says at once")
    let tally = try Asked.count(
      .statements, ["Shared", "Else"],
      [
        Ballot(marks: ["1": 1]), Ballot(marks: ["1": 1, "2": 0]), Ballot(marks: ["1": 1]), Ballot(),
      ])
    #expect(try views(tally)["Agreed"] == ["1"])
    #expect((tally.valid, tally.blank) == (3, 1))
  }

  @Test func `what is struck takes its marks along`() throws {
    var asked = try asked()
    try mark("1", [.agree], at: &asked)
    try asked.table.ask(.poll(.strike(asked.poll, statement: "1")))
    let poll = try #require(asked.table.session.polls[asked.poll])
    #expect(poll.choices.map(\.id) == ["2"])
    #expect(poll.named.values.allSatisfy { $0.isBlank })
  }

  @Test func `what a poll of statements refuses is said why`() throws {
    var asked = try asked()
    func sentence(_ intent: PollIntent, by seat: Seat = .ballot) -> String? {
      asked.table.refusal(of: .poll(intent), by: seat)?.sentence
    }
    let id = asked.poll
    #expect(sentence(.submit(id, text: " ")) == "A statement needs words")
    #expect(
      sentence(.submit(id, text: "more TIME")) == "Statement 2 of poll 'v3' says the same")
    #expect(
      sentence(.submit(id, text: String(repeating: "a", count: 281)))
        == "A statement has at most 280 characters")
    #expect(
      sentence(.submit(.init(1), text: "Else")) == "Poll 'v1' takes no statements")
    #expect(
      sentence(.mark(id, statement: "3", .agree, voter: .person(ana)))
        == "Poll 'v3' does not offer '3'")
    #expect(
      sentence(.mark(id, statement: "1", .agree, voter: .person(.init(99))))
        == "Nobody on the roll is 'p99'"
    )
    #expect(
      sentence(.cast(id, Ballot(marks: ["1": 2]), voter: ana))
        == "Agree is 1, disagree is -1, pass is 0")
    #expect(sentence(.strike(id, statement: "1")) == Refusal.notAtThisSeat(.ballot).sentence)
    #expect(
      sentence(.mark(id, statement: "1", .agree, voter: .person(ana)), by: .moderator)
        == Refusal.notAtThisSeat(.moderator).sentence)
    try asked.close()
    #expect(
      sentence(.submit(id, text: "Else")) == "Poll 'v3' is closed; it takes no ballots")
  }
}

extension PersonDetails {
  fileprivate static func of(_ group: StakeholderGroup) -> PersonDetails {
    var details = PersonDetails()
    details.group = group
    return details
  }
}
