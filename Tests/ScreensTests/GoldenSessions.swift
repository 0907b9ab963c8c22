import SessionModel
import TestSupport

/// The sessions that golden screens are drawn from, beside the plain ones of the fixture.
extension SessionFixture {
  /// An hour at its fullest: somebody speaks, four wait, notes are written and a poll is open.
  static func busy() throws -> SessionFixture {
    var table = try live()
    try table.happen(.people(.counted(heads: Headcount(room: 41, online: 18))))
    try table.spoke(1, turn: 1, for: 133)
    try table.spoke(2, turn: 2, for: 95, channel: .online)
    try table.write(1, .takeaway, "Remedy must be reachable for those most affected")
    try table.request(1, by: 3, .question)
    table.wait(20)
    try table.request(2, by: 4, .pointOfOrder)
    table.wait(35)
    try table.request(3, by: 6, .reply, channel: .online)
    table.wait(5)
    try table.request(4, by: 5, .comment)
    try table.write(2, .agreement, "Due diligence belongs in every stage of the lifecycle")
    table.wait(40)
    try table.write(3, .quote, "参加者 3: 羅針盤であって障害ではない")
    try table.give(1, turn: 3)
    table.wait(30)
    try table.pollWithBallots()
    table.wait(72)
    return table
  }

  /// The same with the poll closed.
  static func polled(isShared: Bool = false) throws -> SessionFixture {
    var table = try busy()
    try table.ask(.poll(.close(PollID(1))), by: .moderator)
    if isShared { try table.ask(.poll(.share(PollID(1))), by: .moderator) }
    table.wait(5)
    return table
  }

  /// The same after the gavel.
  static func closed() throws -> SessionFixture {
    var table = try polled()
    table.wait(1800)
    try table.ask(.agenda(.close), by: .moderator)
    return table
  }

  /// More of everything than there is room for, in long words and wide letters.
  static func crowded() throws -> SessionFixture {
    var table = try busy()
    try table.happen(
      .plan(
        .changed(
          field: .title(
            to: "Rights, responsibilities, remedies: 人権デューデリジェンス along the whole life of data"))))
    for number in 7...40 {
      var details = PersonDetails()
      details.group = StakeholderGroup.allCases[number % 5]
      details.region = Region.allCases[number % 6]
      details.affiliation = "Federation of Associations for the Digital Rights of Everybody"
      details.channel = number % 3 == 0 ? .online : .room
      try table.happen(
        .people(
          .added(
            person: PersonID(number),
            name: "Participant \(number) with a name longer than most rows are",
            details: details)))
      table.wait(7)
      try table.request(
        number, by: number, FloorRequest.Kind.allCases[number % 4],
        channel: number % 3 == 0 ? .online : .room)
    }
    for number in 3...9 {
      try table.happen(
        .plan(
          .questionAdded(
            question: QuestionID(number),
            text: "Who carries which part of the burden when a service crosses \(number) borders?",
            short: nil)))
      try table.happen(
        .agenda(
          .added(
            segment: SegmentID(number + 2), title: "A further round on question \(number), 続き",
            kind: .discussion, seconds: 60 * number, details: SegmentDetails())))
    }
    for number in 4...30 {
      try table.write(
        number, Note.Kind.allCases[number % 11],
        "Note \(number) says at length what was said at length, so that no row can hold all of it")
    }
    return table
  }

  /// Somebody has spoken and given the floor back.
  mutating func spoke(
    _ person: Int, turn: Int, for seconds: Int, channel: Channel = .room
  ) throws {
    try give(person, turn: turn, seconds: 120, channel: channel)
    wait(seconds)
    try happen(.floor(.ended(turn: TurnID(turn))))
  }

  /// Somebody wants the floor for something.
  mutating func request(
    _ request: Int, by person: Int, _ kind: FloorRequest.Kind, channel: Channel = .room
  ) throws {
    try happen(
      .floor(
        .raised(
          request: RequestID(request), person: PersonID(person), channel: channel, kind: kind)))
  }

  /// The poll is open and nine have voted.
  mutating func pollWithBallots(_ method: PollMethod = .oneChoice) throws {
    try openPoll(method: method)
    for choice in ["A", "A", "C", "A", "B", "A", "C", "A", "B"] {
      try fill(PollID(1), with: choice)
    }
  }

  /// A poll that nobody has opened yet.
  mutating func draftPoll(_ poll: Int = 1) throws {
    try happen(
      .poll(
        .drafted(
          poll: PollID(poll), text: "Where should the next round table sit?", method: .yesNoAbstain,
          choices: Choice.lettered(["Yes", "No", "Abstain"]), secrecy: .public)))
  }
}
