import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

/// A fair floor, time that is made up for, and what the room assents to.
extension GoldenScenes {
  static var hybrid: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      let late = try SessionFixture.late()
      let asked = try SessionFixture.beforeTheRoom(.silence)
      let levels = try SessionFixture.beforeTheRoom(.support)
      let settled = try SessionFixture.settled()
      return [
        console("floor-order", "orders", busy) { $0.press("O") },
        console("floor-order", "why the second stands there", busy) { $0.press("j", "?") },
        console("floor-order", "who is missing", busy) { $0.press("W") },
        console("floor-form", "what can be chosen", busy) { $0.press("F") },
        console("floor-form", "fishbowl", try .inCircle()),
        console("floor-form", "fishbowl, who comes and goes", try .inCircle()) { $0.press("F") },
        console("floor-form", "talking stick", try .passing()),
        console("floor-form", "talking stick, to whom", try .passing()) { $0.press(.enter) },
        stage("floor-form", "stage, fishbowl", try .inCircle()),
        stage("floor-form", "stage, talking stick", try .passing()),
        console("replan", "late", late),
        console("replan", "ways to make it up", late) { $0.press("L") },
        console("replan", "the second way", late) { $0.press("L", .down) },
        console("outcomes", "none yet", busy) { $0.press("A") },
        console("outcomes", "one from the notes", busy) { $0.press("A", "f") },
        console("outcomes", "before the room", asked) { $0.press("A") },
        console("outcomes", "answers", levels) { $0.press("A") },
        console("outcomes", "objections answered", settled) { $0.press("A") },
        console("outcomes", "declaring over one", levels) { $0.press("A", "e", "d") },
        stage("outcomes", "stage, off the record", try .offTheRecord()),
        stage("outcomes", "stage, last call", asked), stage("outcomes", "stage, answers", levels),
        ballot("outcomes", "ballot, last call", asked),
        ballot("outcomes", "ballot, answers", levels),
      ]
    }
  }

  private static func stage(_ file: String, _ name: String, _ table: SessionFixture) -> GoldenScene
  {
    GoldenScene(file: file, name: name, screen: Stage(), table: table, seat: .stage)
  }

  private static func ballot(
    _ file: String, _ name: String, _ table: SessionFixture
  ) -> GoldenScene {
    GoldenScene(
      file: file, name: name, screen: BallotScreen(), table: table, seat: .ballot)
  }
}

extension SessionFixture {
  /// A busy hour whose segment takes far longer than it was given.
  fileprivate static func late() throws -> SessionFixture {
    var table = try busy()
    table.wait(2100)
    return table
  }

  /// A busy hour in which two of a circle of three chairs are taken.
  fileprivate static func inCircle() throws -> SessionFixture {
    var table = try busy()
    try table.ask(.floor(.fishbowl([PersonID(1), PersonID(4)], chairs: nil)), by: .moderator)
    return table
  }

  /// A busy hour in which a talking stick goes round.
  fileprivate static func passing() throws -> SessionFixture {
    var table = try busy()
    try table.ask(.floor(.stick(PersonID(2))), by: .moderator)
    try table.ask(.floor(.give(.next, seconds: nil)), by: .moderator)
    table.wait(20)
    return table
  }

  /// A busy hour of which this stretch stays in the room.
  fileprivate static func offTheRecord() throws -> SessionFixture {
    var table = try busy()
    try table.ask(.note(.beginStretch(.offTheRecord)), by: .moderator)
    return table
  }

  /// Two sentences of which the first is put to the room in some way, and somebody objects.
  fileprivate static func beforeTheRoom(_ way: Asking.Way) throws -> SessionFixture {
    var table = try polled()
    try table.ask(
      .outcome(.add(text: "Remedy must be reachable for those most affected")), by: .moderator)
    try table.ask(
      .outcome(.add(text: "A checklist is published within nine months")), by: .moderator)
    try table.ask(.outcome(.put(OutcomeID(1), way)), by: .moderator)
    table.wait(9)
    guard way != .silence else {
      try table.ask(.outcome(.count), by: .moderator)
      table.wait(3)
      return table
    }
    for group in [StakeholderGroup.government, .civilSociety, .civilSociety, .technicalCommunity] {
      try table.ask(.outcome(.answer(.support, group: group, channel: .room)), by: .ballot)
    }
    try table.ask(.outcome(.answer(.liveWith, group: .government, channel: .online)), by: .ballot)
    try table.ask(
      .outcome(
        .object(
          text: "Small operators cannot do that alone", group: .privateSector, channel: .online)),
      by: .moderator)
    return table
  }

  /// The same with the objection addressed, the outcome declared, and where it goes.
  fileprivate static func settled() throws -> SessionFixture {
    var table = try beforeTheRoom(.support)
    table.wait(5)
    try table.ask(.outcome(.end), by: .moderator)
    try table.ask(
      .outcome(
        .settle(ObjectionID(1), .addressed, answer: "There is a transition of two years")),
      by: .moderator)
    try table.ask(.outcome(.declare(OutcomeID(1), override: nil)), by: .moderator)
    try table.ask(
      .outcome(
        .send(
          OutcomeID(1),
          OutcomeSentence.Destination(workstream: "Workstream 4", by: "30 June 2022"))),
      by: .moderator)
    return table
  }
}
