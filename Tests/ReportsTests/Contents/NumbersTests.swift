import Reports
import SessionModel
import TestSupport
import Testing

/// What an analysis counts of the floor.
struct NumbersTests {
  /// 1 speaks for 90 seconds after 20 of waiting, then 2, online, for 30; 1 again for 60.
  private func spoken() throws -> SessionFixture {
    var table = try SessionFixture.live()
    for (number, gender) in [(1, "woman"), (2, "man")] {
      var details = PersonDetails()
      details.gender = gender
      try table.happen(.people(.changed(person: PersonID(number), details: details)))
    }
    try table.raise(1, request: 1)
    table.wait(20)
    try table.ask(.floor(.give(.next, seconds: nil)), by: .moderator)
    table.wait(90)
    try table.give(2, turn: 2, channel: .online)
    table.wait(30)
    try table.give(1, turn: 3)
    table.wait(60)
    try table.happen(.floor(.ended(turn: TurnID(3))))
    return table
  }

  private func speech(_ table: SessionFixture) throws -> Document.Section {
    try section("Speech", of: filled("analysis", of: table.session))
  }

  private func rows(_ heading: String, of table: SessionFixture) throws -> [[String]] {
    let inner = try #require(speech(table).sections.first { $0.heading == heading })
    for case .table(let table) in inner.blocks { return table.rows }
    return []
  }

  private func facts(_ heading: String, of table: SessionFixture) throws -> [String: String] {
    let inner = try #require(speech(table).sections.first { $0.heading == heading })
    for case .facts(let facts) in inner.blocks {
      return Dictionary(facts.map { ($0.label, $0.value) }) { $1 }
    }
    return [:]
  }

  @Test(
    arguments: [
      (
        "By region",
        [["Asia-Pacific Group", "1", "30"], ["Western European and Others Group", "2", "150"]]
      ),
      ("By gender, as declared", [["man", "1", "30"], ["woman", "2", "150"]]),
      ("By segment", [["Question 1", "3", "180"]]),
    ])
  func `speaking time is told by every key`(heading: String, expected: [[String]]) throws {
    let found = try rows(heading, of: spoken()).map { Array($0.prefix(3)) }
    #expect(found.dropLast() == expected[...])
  }

  @Test func `without a declared gender nothing is told by it`() throws {
    var table = try SessionFixture.live()
    try table.give(1)
    table.wait(5)
    try table.happen(.floor(.ended(turn: TurnID(1))))
    #expect(try !speech(table).sections.contains { $0.heading == "By gender, as declared" })
  }

  @Test func `words a minute are rounded down, of unrounded time`() throws {
    var table = try spoken()
    try table.happen(.floor(.counted(turn: TurnID(2), words: 89)))
    let online = try #require(rows("By channel", of: table).first { $0[0] == "Online" })
    #expect(online.suffix(2) == ["89", "178"])
  }

  @Test func `turns whose words nobody counted slow nobody down`() throws {
    var table = try spoken()
    try table.happen(.floor(.counted(turn: TurnID(1), words: 150)))
    let person = try #require(rows("By person", of: table).first)
    #expect(person.suffix(2) == ["150", "100"])
    let other = try rows("By person", of: table)[1]
    #expect(other.suffix(2) == ["not recorded", "not recorded"])
  }

  @Test func `first turns are told apart from further ones`() throws {
    let facts = try facts("First turns", of: spoken())
    #expect(facts["People who spoke"] == "2")
    #expect(facts["First turns"] == "2 of 3, 67 %")
    #expect(facts["Who spoke once"] == "1 person")
    #expect(facts["First turns after a raised hand"] == "1 of 1 turn")
  }

  @Test func `waiting is told from the hand to the floor`() throws {
    var table = try spoken()
    try table.raise(4, request: 2)
    try table.happen(.floor(.passedOver(request: RequestID(2), reason: .noAudio)))
    try table.raise(5, request: 3)
    let facts = try facts("Waiting", of: table)
    #expect(facts["Median wait"] == "0:20")
    #expect(facts["Longest wait"] == "0:20")
    #expect(facts["Passed over"] == "1: 1 no audio")
    #expect(facts["Still waiting"] == "1")
  }

  @Test func `women are told as they were counted`() throws {
    var table = try spoken()
    try table.happen(
      .people(.counted(heads: Headcount(room: 40, online: 12, womenInRoom: 19, womenOnline: nil))))
    let section = try section(
      "6. Estimated Participation", of: filled("igf2019", of: table.session))
    #expect(
      section.blocks == [
        .facts([
          Document.Fact("On site", "40"), Document.Fact("Women among them", "19"),
          Document.Fact("Online", "12"), Document.Fact("Women online", nil),
          Document.Fact("Known from", "a count"),
        ])
      ])
  }

  @Test func `women are those who say so on the roll where nobody counted`() throws {
    var table = try spoken()
    for (number, gender) in [(1, "female"), (2, "Woman"), (3, "male")] {
      var details = PersonDetails()
      details.gender = gender
      try table.happen(.people(.changed(person: PersonID(number), details: details)))
      try table.happen(
        .people(.arrived(person: PersonID(number), channel: number == 2 ? .online : .room)))
    }
    let section = try section(
      "6. Estimated Participation", of: filled("igf2019", of: table.session))
    guard case .facts(let facts)? = section.blocks.first else {
      Issue.record("no facts")
      return
    }
    let told = Dictionary(uniqueKeysWithValues: facts.map { ($0.label, $0.value) })
    #expect(told["Women among them"] == "1")
    #expect(told["Women online"] == "1")
    #expect(told["Known from"] == "the roll")
  }
}
