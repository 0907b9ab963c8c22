import SessionModel
import TestSupport
import Testing

/// Ballots counted apart by stakeholder group, region and channel.
struct ApartTests {
  /// A poll among that many people of each group, by name, in which all of them vote as told.
  private func closed(
    _ votes: [(group: StakeholderGroup, channel: Channel, choices: String)],
    absent: [StakeholderGroup] = [], least: Int? = nil
  ) throws -> Session {
    var table = try Table.open()
    let new = PollID(3)
    var number = 3
    var ballots: [(PersonID, String)] = []
    for vote in votes {
      for choice in vote.choices {
        number += 1
        try add(vote.group, vote.channel, to: &table)
        ballots.append((PersonID(number), String(choice)))
      }
    }
    for group in absent { try add(group, .room, to: &table) }
    try table.ask(
      .poll(
        .draft(text: "Where?", method: .oneChoice, choices: ["Law", "Courts"], secrecy: .anonymous))
    )
    if let least { try table.ask(.poll(.together(new, least: least))) }
    try table.ask(.poll(.entitle(new, .present)))
    try table.ask(.poll(.open(new)))
    for (person, choice) in ballots {
      try table.ask(
        .poll(.cast(new, Ballot(choosing: [choice]), voter: person)), by: .ballot)
    }
    try table.ask(.poll(.close(new)))
    return table.session
  }

  private func add(
    _ group: StakeholderGroup, _ channel: Channel, to table: inout Table
  ) throws {
    var details = PersonDetails()
    details.group = group
    try table.ask(.people(.add(name: "Somebody", details: details)))
    let id = try #require(table.session.people.roll.last).id
    try table.ask(.people(.arrive(id, channel)))
  }

  /// How it is told here: `government A2 B1 · other B3`.
  private func apart(_ session: Session, by trait: VoterTrait) throws -> String {
    let poll = try #require(session.polls.all.last)
    return session.tallies(of: poll, by: trait).map { cell, tally in
      "\(cell) " + tally.rows.map { "\($0.sign)\($0.count)" }.joined(separator: " ")
    }.joined(separator: " · ")
  }

  @Test func `groups are counted apart`() throws {
    let session = try closed([
      (.government, .room, "AABBB"), (.civilSociety, .room, "AABB"),
    ])
    #expect(try apart(session, by: .group) == "civil_society A2 B2 · government A2 B3")
  }

  @Test func `small groups are other`() throws {
    let session = try closed([
      (.government, .room, "AABB"), (.civilSociety, .room, "BB"), (.privateSector, .room, "AA"),
    ])
    #expect(try apart(session, by: .group) == "government A2 B2 · other A2 B2")
  }

  @Test func `a group of which two have voted is other at the close`() throws {
    let session = try closed(
      [
        (.government, .room, "AA"), (.civilSociety, .room, "AABB"),
        (.privateSector, .room, "ABB"),
      ], absent: [.government, .government])
    #expect(try apart(session, by: .group) == "civil_society A2 B2 · other A3 B2")
  }

  @Test func `what is too small does not stand in the journal either`() throws {
    let session = try closed([
      (.government, .room, "AABB"), (.civilSociety, .room, "BB"), (.privateSector, .room, "AA"),
    ])
    let parts = try #require(session.polls.all.last?.counted?.parts)
    #expect(Set(parts[.group, default: [:]].keys) == ["government", "other"])
  }

  @Test func `what is counted apart stands in tables below the count`() throws {
    let session = try closed([
      (.government, .room, "AABB"), (.civilSociety, .room, "BB"), (.privateSector, .room, "AA"),
    ])
    let poll = try #require(session.polls.all.last)
    let tables = try #require(session.tally(of: poll)).tables
    #expect(tables.map(\.title) == ["By stakeholder group"])
    #expect(tables.first?.columns == ["Government", "other"])
    #expect(
      tables.first?.rows.map { $0.cells.map(\.text) } == [["2", "2"], ["2", "2"], ["4", "4"]])
    #expect(
      tables.first?.remark == "Fewer than 3 people, or people of one mind, are never counted apart")
  }

  @Test func `room and online are counted apart`() throws {
    let session = try closed([
      (.government, .room, "AAB"), (.government, .online, "ABB"),
      (.civilSociety, .room, "AAB"), (.civilSociety, .online, "ABB"),
    ])
    #expect(try apart(session, by: .channel) == "online A2 B4 · room A4 B2")
  }

  @Test func `groups of one mind are not counted apart`() throws {
    let session = try closed([
      (.government, .room, "AAAA"), (.civilSociety, .room, "BBBB"),
    ])
    #expect(try apart(session, by: .group) == "")
    let poll = try #require(session.polls.all.last)
    #expect(poll.counted?.parts?[.group] == nil)
    let remarks = try #require(session.tally(of: poll)).remarks
    #expect(remarks.last == "not counted apart: that would tell what somebody chose")
  }

  @Test func `a public poll counts groups of one mind apart`() throws {
    var table = try Table.open()
    for group in [StakeholderGroup.government, .civilSociety] {
      for _ in 1...3 { try add(group, .room, to: &table) }
    }
    try table.ask(
      .poll(.draft(text: "?", method: .oneChoice, choices: ["Law", "Courts"], secrecy: .public)))
    try table.ask(.poll(.open(PollID(3))))
    for person in 4...9 {
      try table.ask(
        .poll(
          .cast(PollID(3), Ballot(choosing: [person < 7 ? "A" : "B"]), voter: PersonID(person))),
        by: .ballot)
    }
    try table.ask(.poll(.close(PollID(3))))
    #expect(try apart(table.session, by: .group) == "civil_society A0 B3 · government A3 B0")
  }

  @Test func `a poll may keep more people together`() throws {
    let session = try closed(
      [(.government, .room, "AABB"), (.civilSociety, .room, "AABBB")], least: 5)
    #expect(try apart(session, by: .group) == "")
  }

  @Test func `a poll that asks nobody who it is counts nobody apart`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(PollID(2))))
    for choice in ["A", "B", "A"] {
      try table.ask(
        .poll(.cast(PollID(2), Ballot(choosing: [choice]), voter: nil)), by: .ballot)
    }
    try table.ask(.poll(.close(PollID(2))))
    #expect(table.session.polls[PollID(2)]?.counted?.parts == nil)
  }

  @Test func `nothing is counted apart while a poll is open`() throws {
    var table = try Table.open()
    try table.ask(.poll(.open(PollID(1))))
    try table.ask(
      .poll(.cast(PollID(1), Ballot(choosing: ["A"]), voter: PersonID(1))), by: .ballot)
    let poll = try #require(table.session.polls[PollID(1)])
    #expect(table.session.tallies(of: poll, by: .group).isEmpty)
  }
}
