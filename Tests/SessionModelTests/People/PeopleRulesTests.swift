import SessionModel
import TestSupport
import Testing

struct PeopleRulesTests {
  @Test(arguments: [
    Refused(
      .people(.add(name: " ", details: PersonDetails())), .textMissing(what: "a name"),
      "A name needs words"),
    Refused(.people(.leave(nobody)), .noSuchPerson(nobody), "Nobody on the roll is 'p9'"),
    Refused(
      .people(.change(ana, PersonDetails())), .nothingToChange("p1"),
      "Nothing about 'p1' would change"),
    Refused(
      .people(.giveRole(ana, .speaker)), .alreadyHolds("Ana Neves", .speaker),
      "Ana Neves is speaker already"),
    Refused(
      .people(.takeRole(bako, .onlineModerator)), .doesNotHold("Bako Diallo", .onlineModerator),
      "Bako Diallo is not online moderator"),
    Refused(
      after: [.people(.arrive(ana, nil))], .people(.arrive(ana, .online)),
      .alreadyPresent("Ana Neves", .online), "Ana Neves is online already"),
    Refused(
      after: [.people(.arrive(bako, nil))], .people(.arrive(bako, nil)),
      .alreadyPresent("Bako Diallo", .room), "Bako Diallo is in the room already"),
    Refused(.people(.leave(bako)), .notPresent("Bako Diallo"), "Bako Diallo is not here"),
    Refused(
      .people(.count(Headcount(room: -1, online: 0))), .countNegative,
      "Fewer than nobody cannot be present"),
    Refused(
      after: [.floor(.raise(ana, channel: nil, kind: .comment))], .people(.remove(ana)),
      .stillUsed("Ana Neves", by: "request r1"), "'Ana Neves' is still spoken of by request r1"),
    Refused(
      after: [.floor(.give(.person(ana), seconds: nil)), .floor(.end)], .people(.remove(ana)),
      .stillUsed("Ana Neves", by: "turn t1"), "'Ana Neves' is still spoken of by turn t1"),
    Refused(
      after: [.poll(.open(.init(1))), .poll(.cast(.init(1), Ballot(), voter: ana))],
      .people(.remove(ana)), .stillUsed("Ana Neves", by: "poll v1"),
      "'Ana Neves' is still spoken of by poll v1"),
  ])
  func `what is refused about people is said why`(refused: Refused) throws {
    try refused.expect()
  }

  @Test func `a change clears before it sets`() throws {
    var table = try Table.laid()
    var details = PersonDetails()
    details.clear = [.group, .channel]
    details.channel = .room
    try table.ask(.people(.change(ana, details)))
    let person = try #require(table.session.people[ana])
    #expect(person.group == nil)
    #expect(person.channel == .room)
    #expect(person.roles == [.speaker])
  }

  @Test func `whoever arrives somewhere else has moved there`() throws {
    var table = try Table.laid()
    try table.ask(.people(.arrive(ana, nil)))
    try table.ask(.people(.arrive(ana, .room)))
    #expect(table.session.people[ana]?.channel == .room)
    #expect(table.session.people.present(on: .room) == 1)
    #expect(table.session.people.present(on: .online) == 0)
  }

  @Test func `counted heads stand for the roll`() throws {
    var table = try Table.laid()
    try table.ask(.people(.arrive(ana, nil)))
    try table.ask(.people(.count(Headcount(room: 41, online: 18))), by: .rapporteur)
    #expect(table.session.people.presentCount == 59)
  }

  @Test func `the number of somebody struck is not given again while a later one is used`() throws {
    var table = try Table.laid()
    try table.ask(.people(.remove(bako)))
    try table.ask(.people(.add(name: "Dora", details: PersonDetails())))
    #expect(table.session.people[.init(4)]?.name == "Dora")
  }
}
