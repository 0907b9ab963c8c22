import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

/// Breakout groups from the division to the read-out, and what closes a session.
extension GoldenScenes {
  static var breakouts: [GoldenScene] {
    get throws {
      let full = try SessionFixture.full()
      let divided = try SessionFixture.divided()
      let working = try SessionFixture.atWork()
      let back = try SessionFixture.broughtBack()
      let closing = try SessionFixture.toClose()
      return [
        console("breakouts", "none yet", full) { $0.press("D") },
        console("breakouts", "what would come of it", full) { $0.press("D", "g") },
        console("breakouts", "five groups, drawn again", full) {
          $0.press("D", "g", "+", "r")
        },
        console("breakouts", "nobody is marked as here", try .live()) { $0.press("D", "g") },
        console("breakouts", "made", divided) { $0.press("D") },
        console("breakouts", "how long", divided) { $0.press("D", "s") },
        console("breakouts", "at work", working) { $0.press("D") },
        console("breakouts", "the second needs help", working) { $0.press("D", "j") },
        console("breakouts", "who chairs", working) { $0.press("D", "c") },
        console("breakouts", "brought back", back) { $0.press("D") },
        console("breakouts", "a group needs help, on the console", working),
        stage("breakouts", "stage, who goes where", divided),
        stage("breakouts", "stage, at work", working),
        stage("breakouts", "stage, come back", back),
        console("plan", "nothing yet", SessionFixture()) { $0.press("d") },
        console("plan", "of a session", full) { $0.press("d") },
        console("plan", "a question is selected", full) { $0.press("d", .tab, "j") },
        console("plan", "a new segment", full) { $0.press("d", "s") },
        console("plan", "day and time", full) { $0.press("d", "d") },
        console("closing", "nothing yet", full) { $0.press("E") },
        console("closing", "what follows", closing) { $0.press("E") },
        console("closing", "where it goes", closing) { $0.press("E", "j", "t") },
        console("closing", "the gavel, where an outcome goes nowhere", closing) { $0.press("G") },
      ]
    }
  }

  private static func stage(_ file: String, _ name: String, _ table: SessionFixture) -> GoldenScene
  {
    GoldenScene(file: file, name: name, screen: Stage(), table: table, seat: .stage)
  }
}

extension SessionFixture {
  /// A room of thirty who are here, in a segment for breakouts.
  fileprivate static func full() throws -> SessionFixture {
    var table = try live()
    for number in 7...30 {
      var details = PersonDetails()
      details.group = StakeholderGroup.allCases[number % 5]
      details.region = Region.allCases[number % 6]
      details.channel = number % 4 == 0 ? .online : .room
      details.roles = [.participant]
      try table.ask(
        .people(.add(name: "Participant \(number)", details: details)), by: .moderator)
    }
    for number in 1...30 {
      try table.ask(.people(.arrive(PersonID(number), nil)), by: .moderator)
    }
    try table.ask(
      .agenda(
        .add(title: "Breakouts", kind: .breakout, seconds: 1200, details: SegmentDetails())),
      by: .moderator)
    try table.ask(.agenda(.start(SegmentID(5))), by: .moderator)
    return table
  }

  /// The same in four groups, each with a chair and a rapporteur.
  fileprivate static func divided() throws -> SessionFixture {
    var table = try full()
    try table.ask(.breakout(.divide(groups: 4, size: nil, seed: 1)), by: .moderator)
    for group in table.session.breakouts.all {
      var details = BreakoutDetails()
      details.chair = group.members.first
      details.rapporteur = group.members.last
      details.room = "Room \(group.id.number)"
      details.question = QuestionID(group.id.number % 2 + 1)
      try table.ask(.breakout(.change(group.id, details)), by: .moderator)
    }
    return table
  }

  /// The same at work for a while, when one calls for help.
  fileprivate static func atWork() throws -> SessionFixture {
    var table = try divided()
    try table.ask(.breakout(.begin(seconds: 900)), by: .moderator)
    table.wait(600)
    try table.ask(.breakout(.extend(BreakoutID(3), seconds: 120)), by: .moderator)
    try table.ask(
      .breakout(.hear(BreakoutSignal(.help, from: BreakoutID(2), sent: table.now.at))),
      by: .moderator)
    table.wait(20)
    return table
  }

  /// The same called back, with what two brought back and one read out.
  fileprivate static func broughtBack() throws -> SessionFixture {
    var table = try atWork()
    try table.ask(.breakout(.recall), by: .moderator)
    let tag = table.session.breakouts.tag ?? ""
    for number in 1...2 {
      var back = BreakoutReturn(entries: 40 + number, digest: "d\(number)")
      back.seconds = 840
      back.notes = [
        ReturnedNote(.takeaway, "Remedy must be within reach of those who are affected"),
        ReturnedNote(.callToAction, "States: publish one national focal point"),
        ReturnedNote(.question, "Who pays for it in small countries?"),
      ]
      back.polls = [
        ReturnedPoll(
          "Is the question clear?", method: "yes, no or abstain", turnout: 7,
          rows: [.init("Yes", "5"), .init("No", "1"), .init("Abstain", "1")])
      ]
      try table.ask(.breakout(.merge(BreakoutID(number), tag: tag, back)), by: .moderator)
    }
    try table.ask(.breakout(.readOut(BreakoutID(1), seconds: nil)), by: .moderator)
    table.wait(90)
    try table.ask(.floor(.end), by: .moderator)
    return table
  }

  /// Two outcomes agreed, of which one knows where it goes, and what else follows.
  fileprivate static func toClose() throws -> SessionFixture {
    var table = try full()
    for text in [
      "Remedy must be reachable for those most affected",
      "A checklist is published within nine months",
    ] {
      try table.ask(.outcome(.add(text: text)), by: .moderator)
    }
    for number in 1...2 {
      try table.ask(.outcome(.put(OutcomeID(number), .support)), by: .moderator)
      try table.ask(
        .outcome(.answer(.support, group: .government, channel: .room)), by: .ballot)
      try table.ask(.outcome(.end), by: .moderator)
      try table.ask(.outcome(.declare(OutcomeID(number), override: nil)), by: .moderator)
    }
    try table.ask(
      .outcome(
        .send(
          OutcomeID(1),
          OutcomeSentence.Destination(
            workstream: "Workstream 4", document: "the summary", by: "30 June 2022"))),
      by: .moderator)
    try table.write(1, .commitment, "Host a follow-up call within three months")
    try table.write(2, .actionItem, "Collect the national laws under way in one list")
    try table.write(3, .actionItem, "Ask the Secretariat for a room next year")
    try table.ask(.outcome(.invite("The national focal points")), by: .moderator)
    try table.ask(.outcome(.invite("Small operators of Asia-Pacific")), by: .moderator)
    return table
  }
}
