import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

/// What comes from afar, at the online moderator's desk and on the console.
extension GoldenScenes {
  static var online: [GoldenScene] {
    get throws {
      let written = try SessionFixture.written()
      let moderated = try SessionFixture.moderated()
      return [
        desk("nothing came yet", try .live()), desk("messages wait", written),
        desk("the queue", written) { $0.press(.tab) },
        desk("done", moderated) { $0.press("v", "v") },
        desk("hidden", moderated) { $0.press("v", "v", "v") },
        desk("a message is typed", written) {
          $0.press("n")
          $0.type("participant 2: Who pays?")
        },
        desk("lines were pasted", written) {
          $0.receive(.paste("Participant 2: Who pays?\nNo sound here\n参加者 3: 続き"))
        },
        desk("why hide it", written) { $0.press("x") },
        desk("whose it is", written) { $0.press(.down, "f") },
        desk("many messages", try .flooded()) { $0.press(.end) },
        console("inbox", "console, messages wait", written),
        console("inbox", "inbox", written) { $0.press("I") },
        console("inbox", "hidden ones and the log", moderated) { $0.press("I", .tab, .tab, .tab) },
        console("inbox", "nothing came yet", try .live()) { $0.press("I") },
      ]
    }
  }

  private static func desk(
    _ name: String, _ table: SessionFixture,
    steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
  ) -> GoldenScene {
    GoldenScene(
      file: "online-desk", name: name, screen: OnlineDesk(), table: table, seat: .online,
      attendance: [.moderator: 1, .online: 1, .rapporteur: 1], steps: steps)
  }
}

extension SessionFixture {
  /// The same with everything done that can be done with a message.
  fileprivate static func moderated() throws -> SessionFixture {
    var table = try written()
    let intents: [InboxIntent] = [
      .readOut(MessageID(1)), .answer(MessageID(1), text: "It is said again after this speaker"),
      .queue(MessageID(2), nil, kind: nil), .hide(MessageID(3), reason: "advertising"),
    ]
    for intent in intents {
      try table.ask(.inbox(intent), by: .online)
      table.wait(10)
    }
    try table.ask(.inbox(.tell("The hub in Nairobi hears us again")), by: .moderator)
    return table
  }

  /// More messages and people online than there is room for.
  fileprivate static func flooded() throws -> SessionFixture {
    var table = try crowded()
    for number in 1...40 {
      if number >= 7 { try table.ask(.people(.arrive(PersonID(number), .online)), by: .online) }
      var posting = Posting(
        text: "Message \(number) says at length what others have said before it")
      posting.name = "Participant \(number) with a name longer than most rows are"
      try table.ask(.inbox(.post(posting)), by: .online)
      if number % 7 == 0 {
        try table.ask(.inbox(.count(MessageID(number), upvotes: number)), by: .online)
      }
    }
    return table
  }
}
