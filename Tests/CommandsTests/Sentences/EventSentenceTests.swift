import Commands
import SessionModel
import TestSupport
import Testing

struct EventSentenceTests {
  /// What is told when a line is done at the open table, after other lines.
  private func told(_ line: String, after lines: [String] = [], by seat: Seat) throws -> String {
    var table = try Table.open()
    for line in lines {
      try table.ask(Intent(line: line), by: line.hasPrefix("poll cast") ? .ballot : .moderator)
    }
    let before = table.session
    table.wait(60)
    try table.ask(Intent(line: line), by: seat)
    return try #require(table.entries.last).sentence(in: before)
  }

  @Test(arguments: [
    ("plan set title Remedy for all", "The title is 'Remedy for all'"),
    ("plan set room \"Room\\n1\"", "Now the room: Room 1"),
    ("plan clear room", "Taken away: the room"),
    (
      "plan set slot 2021-12-07T17:30+01:00/2021-12-07T18:30+01:00 --zone CET",
      "Now the slot: Tue 7 Dec 2021 17:30-18:30 CET"
    ),
    ("plan set programme Work --part 1 --parts 4", "Now the programme: Work, part 1 of 4"),
    (
      "plan set format \"Round Table\" --layout Circle --minutes 60",
      "Now the format: Round Table - Circle - 60 Min"
    ),
    ("plan set attribution chatham_house", "Now the attribution rule: Chatham House Rule"),
    ("plan set languages en fr", "Now the languages: en, fr"),
    ("plan add goal 8.7 forced labour", "SDG 8.7: forced labour"),
    ("question part q2 How much?", "A part of question q2: How much?"),
    ("question remove q2", "Question q2 Who pays? is struck"),
    ("question ask q1", "On the table: q1 Remedy"),
    ("person add Dora --group gov", "Dora is on the roll as p4"),
    (
      "person change p2 --clear group --status tbc --role speaker --role chair",
      "Bako Diallo: no group, roles speaker and chair, status tbc"
    ),
    ("person role p2 online_moderator", "Bako Diallo is online moderator"),
    ("person arrive p1", "Ana Neves is online"),
    ("person remove p3", "Chen Li is struck from the roll"),
    ("people count 41 --online 18", "Counted: 41 in the room, 18 online"),
    ("agenda add Break --kind break --for 5m", "Segment s4 'Break' is planned for 5:00"),
    ("agenda change s2 --person p1 --person p2", "'Open floor': Ana Neves and Bako Diallo"),
    ("agenda next", "'Open floor' begins; it has 30:00"),
    ("agenda skip s3 no time", "'Closing' is left out: no time"),
    ("agenda extend 90s", "'Framing' gets 1:30 more"),
    ("agenda extend s2 -10m", "'Open floor' gets 10:00 less"),
    ("session close", "The session is closed"),
    (
      "floor raise p1 --kind point_of_order",
      "Ana Neves asks for the floor, online: point of order, r1"
    ),
    ("floor give p1", "Ana Neves has the floor for 3:00"),
    ("floor close", "The list of speakers is closed"),
    ("floor allow reply 45s", "The time for a reply is now 0:45"),
    ("poll draft Who pays?", "Poll v3 is drafted, yes, no or abstain, anonymous: Who pays?"),
    ("poll open v1", "Poll v1 is open: Is remedy within reach?"),
    ("poll remove v1", "Poll v1 is struck"),
    ("note write takeaway Remedy first", "Note n1, takeaway: Remedy first"),
    ("note write note Late again", "Note n1: Late again"),
  ])
  func `what happened is told`(line: String, sentence: String) throws {
    #expect(try told(line, by: .moderator) == sentence)
  }

  @Test func `a turn that ends tells how long it was`() throws {
    #expect(
      try told("floor end", after: ["floor give p1"], by: .moderator)
        == "Ana Neves has spoken for 1:01")
  }

  @Test func `a hand that is passed over is named`() throws {
    #expect(
      try told("floor skip r1 no_audio", after: ["floor raise p3"], by: .moderator)
        == "Chen Li is passed over: no audio")
  }

  @Test func `a public ballot is told with its name`() throws {
    #expect(
      try told("poll cast v1 A --voter p2", after: ["poll open v1"], by: .ballot)
        == "Bako Diallo says in poll v1: Yes")
  }

  @Test func `an anonymous ballot is only counted`() throws {
    #expect(
      try told("poll cast v2 B --voter p2", after: ["poll open v2"], by: .ballot)
        == "Poll v2 has 1 ballot")
  }

  @Test func `an anonymous poll that closes tells how many voted`() throws {
    #expect(
      try told("poll close v2", after: ["poll open v2", "poll cast v2 B"], by: .moderator)
        == "Poll v2 is closed with 1 ballot")
  }

  @Test func `what is taken back is told`() throws {
    #expect(
      try told("undo", after: ["floor give p1"], by: .moderator)
        == "Taken back, entry 12: Ana Neves has the floor for 3:00")
  }

  @Test func `what is done again is told`() throws {
    #expect(
      try told("redo", after: ["note write note Late", "undo"], by: .moderator)
        == "Done again, entry 12: Note n1: Late")
  }
}
