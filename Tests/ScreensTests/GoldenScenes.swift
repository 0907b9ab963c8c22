import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

/// Every state of every screen that is kept as a golden drawing.
enum GoldenScenes {
  static let all: [GoldenScene] = {
    do {
      return try lobby + consolePlanned + consoleLive + consoleTime + consolePolls + consoleEnds
        + rapporteur + ballot + stage + helps + lines + choices + readers + polls
        + deskWork + hybrid + online + imports + breakouts
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func console(
    _ file: String, _ name: String, _ table: SessionFixture,
    attendance: [Seat: Int] = [.moderator: 1, .rapporteur: 1, .stage: 1, .ballot: 2],
    steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
  ) -> GoldenScene {
    GoldenScene(
      file: file, name: name, screen: Console(), table: table, attendance: attendance, steps: steps)
  }

  // MARK: The console

  private static var consolePlanned: [GoldenScene] {
    get throws {
      let planned = try SessionFixture.planned()
      return [
        console("console-planned", "queue", planned),
        console("console-planned", "run of show", planned) { $0.press(.tab) },
        console("console-planned", "questions", planned) { $0.press(.tab, .tab) },
        console("console-planned", "notes", planned) { $0.press(.backTab) },
        console("console-planned", "nothing planned", SessionFixture()),
      ]
    }
  }

  private static var consoleLive: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      let crowded = try SessionFixture.crowded()
      var listClosed = busy
      try listClosed.happen(.floor(.listClosed))
      var replay = console("console-live", "replay", busy)
      replay.isReplay = true
      return [
        console("console-live", "queue", busy),
        console("console-live", "third in the queue", busy) { $0.type("jj") },
        console("console-live", "run of show", busy) { $0.press(.tab, "j") },
        console("console-live", "questions", busy) { $0.press(.tab, .tab) },
        console("console-live", "notes", busy) { $0.press(.backTab, "j") },
        console("console-live", "alone at the table", busy, attendance: [.moderator: 1]),
        console("console-live", "something was refused", busy) {
          $0.screens.say("Nobody is waiting for the floor", .refusal)
        },
        console("console-live", "something was done", busy) {
          $0.screens.say("مشارك ٤ has the floor for 2 minutes", .good)
        },
        console("console-live", "list closed", listClosed),
        console("console-live", "crowded", crowded),
        console("console-live", "end of a long queue", crowded) { $0.press(.end) },
        console("console-live", "end of a long run of show", crowded) { $0.press(.tab, .end) },
        console("console-live", "end of many questions", crowded) { $0.press(.tab, .tab, .end) },
        replay,
      ]
    }
  }

  private static var consoleTime: [GoldenScene] {
    get throws {
      func speaking(for seconds: Int) throws -> SessionFixture {
        var table = try SessionFixture.live()
        try table.give(1)
        table.wait(seconds)
        return table
      }
      var paused = try speaking(for: 60)
      try paused.ask(.floor(.pause), by: .moderator)
      paused.wait(30)
      var between = try speaking(for: 90)
      try between.ask(.agenda(.finish), by: .moderator)
      var early = try SessionFixture.live()
      try early.ask(.agenda(.extend(SegmentID(4), seconds: -300)), by: .moderator)
      var over = try SessionFixture.busy()
      over.wait(3600)
      return [
        console("console-time", "nobody speaks", try SessionFixture.live()),
        console("console-time", "time is left", try speaking(for: 42)),
        console("console-time", "little time is left", try speaking(for: 150)),
        console("console-time", "over time", try speaking(for: 251)),
        console("console-time", "clock stopped", paused),
        console("console-time", "between segments", between),
        console("console-time", "early", early),
        console("console-time", "an hour over", over),
      ]
    }
  }

  private static var consolePolls: [GoldenScene] {
    get throws {
      var draft = try SessionFixture.live()
      try draft.draftPoll()
      var several = try SessionFixture.live()
      try several.pollWithBallots(.severalChoices(min: 1, max: 2))
      var nobody = try SessionFixture.live()
      try nobody.openPoll()
      return [
        console("console-polls", "draft", draft),
        console("console-polls", "open without ballots", nobody),
        console("console-polls", "several choices, heads not counted", several),
        console("console-polls", "closed", try SessionFixture.polled()),
        console("console-polls", "on the stage", try SessionFixture.polled(isShared: true)),
      ]
    }
  }

  private static var consoleEnds: [GoldenScene] {
    get throws {
      let closed = try SessionFixture.closed()
      return [
        console("console-closed", "queue", closed),
        console("console-closed", "run of show", closed) { $0.press(.tab) },
        console("console-closed", "questions", closed) { $0.press(.tab, .tab) },
        console("console-closed", "notes", closed) { $0.press(.backTab) },
      ]
    }
  }

  // MARK: The other seats

  private static var lobby: [GoldenScene] {
    get throws {
      func choice(
        _ id: String, _ title: String, at time: String, isSample: Bool = false,
        _ happenings: Event...
      ) throws -> SessionChoice {
        var table = try SessionFixture.planned()
        let start = Timestamp(time)
        try table.happen(
          .plan(.changed(field: .title(to: title))),
          .plan(
            .changed(field: .slot(to: start.map { Slot(start: $0, end: $0.advanced(by: 3600)) })))
        )
        for event in happenings { try table.happen(event) }
        return SessionChoice(id: id, isSample: isSample, session: table.session)
      }
      let choices = [
        try choice("on", "Going on", at: "2021-12-07T16:00:00Z", .agenda(.opened)),
        try choice("soon", "Stakeholder Roles for Due Diligence", at: "2021-12-07T16:30:00Z"),
        try choice(
          "late", "An evening on 人権 and everything that belongs to it, at length",
          at: "2021-12-07T18:00:00Z"),
        try choice("tomorrow", "Tomorrow", at: "2021-12-08T09:00:00Z"),
        try choice(
          "old", "Long ago", at: "2021-03-08T09:00:00Z", .agenda(.opened), .agenda(.closed)),
        try choice("sample", "A sample", at: "2023-10-08T09:00:00Z", isSample: true),
        SessionChoice(
          id: "broken", isSample: false,
          problem:
            "Line 812 of the journal is of a newer roundtable; this one knows format 1"
        ),
      ]
      func scene(
        _ name: String, _ choices: [SessionChoice],
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "lobby", name: name, screen: Lobby(choices: choices), table: SessionFixture(),
          steps: steps)
      }
      return [
        scene("sessions", choices), scene("no session", []),
        scene("a damaged session", choices) { $0.press(.end) },
        scene("a sample", choices) { $0.press(.end, .up) },
        scene("a filter", choices) { $0.type("/ago") },
        scene("a filter that nothing matches", choices) { $0.type("/zzz") },
        scene("a new session", choices) { $0.type("nRemedy") },
      ]
    }
  }

  private static var rapporteur: [GoldenScene] {
    get throws {
      func scene(
        _ name: String, _ table: SessionFixture,
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "rapporteur", name: name, screen: RapporteurDesk(), table: table, seat: .rapporteur,
          attendance: [.rapporteur: 1, .moderator: 1], steps: steps)
      }
      let busy = try SessionFixture.busy()
      return [
        scene("planned", try SessionFixture.planned()), scene("empty", try SessionFixture.live()),
        scene("notes", busy), scene("typing", busy) { $0.type("!Remedy is 救済, says the room") },
        scene("a note chosen", busy) { $0.press(.up) },
        scene("a note in hand", busy) { $0.press(.up, .enter) },
        scene("a note to be removed", busy) { $0.press(.up, .delete) },
        scene("another outline", busy) { $0.press(.control("o")) },
        scene("a third outline", busy) { $0.press(.control("o"), .control("o")) },
        scene("many notes", try SessionFixture.crowded()),
        scene("closed", try SessionFixture.closed()),
      ]
    }
  }

  private static var ballot: [GoldenScene] {
    get throws {
      func scene(
        _ name: String, _ table: SessionFixture,
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "ballot", name: name, screen: BallotScreen(), table: table, seat: .ballot,
          attendance: [.ballot: 1, .moderator: 1], steps: steps)
      }
      let busy = try SessionFixture.busy()
      var several = try SessionFixture.live()
      try several.pollWithBallots(.severalChoices(min: 1, max: 2))
      var named = try SessionFixture.live()
      try named.openPoll(1, .public)
      let coded = try SessionFixture.locked()
      var sealed = try SessionFixture.live()
      try sealed.openPoll(1, .sealed)
      return [
        scene("planned", try SessionFixture.planned()),
        scene("waiting", try SessionFixture.live()), scene("welcome", busy),
        scene("choosing", busy) { $0.press(.enter) },
        scene("chosen", busy) { $0.type("2") },
        scene("nothing chosen yet", busy) { $0.press(.enter, .enter) },
        scene("read back", busy) { $0.press("2", .enter) },
        scene("blank read back", busy) { $0.press("0", .enter) },
        scene("thanks", busy) { $0.press("2", .enter, .enter) },
        scene("several", several) { $0.press("1", "3") },
        scene("one too many", several) { $0.press("1", "3", "2") },
        scene("closed under the voter", busy) {
          $0.press("2")
          try $0.happen(.poll(.closed(poll: PollID(1), box: nil)))
        },
        scene("who votes", named) { $0.press(.enter) },
        scene("a sealed poll", sealed),
        scene("which slip", coded) { $0.press(.enter) },
        scene("a slip typed", coded) { $0.type("k7qm3xpr") },
        scene("read back by code", coded) {
          $0.type("k7qm3xpr")
          $0.press(.enter, "2", .enter)
        },
        scene("leaving with a PIN", coded) {
          $0.press(.control("c"))
          $0.type("47")
        },
        scene("what for", busy) { $0.press("h", .enter) },
        scene("a name typed", busy) {
          $0.press("h")
          $0.type("6")
        },
        scene("leaving", busy) { $0.press(.control("c")) },
        scene("closed", try SessionFixture.closed()),
      ]
    }
  }

  private static var stage: [GoldenScene] {
    get throws {
      func scene(
        _ name: String, _ table: SessionFixture,
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "stage", name: name, screen: Stage(), table: table, seat: .stage,
          attendance: [.stage: 1, .moderator: 1], steps: steps)
      }
      var speaking = try SessionFixture.live()
      try speaking.give(1)
      speaking.wait(102)
      var over = speaking
      over.wait(120)
      var noQuestion = speaking
      try noQuestion.ask(.agenda(.ask(nil)), by: .moderator)
      var opening = try SessionFixture.planned()
      opening.wait(8 * 60)
      try opening.happen(.agenda(.opened))
      var pause = speaking
      try pause.happen(
        .floor(.ended(turn: TurnID(1))),
        .agenda(
          .added(
            segment: SegmentID(9), title: "Coffee", kind: .pause, seconds: 900,
            details: SegmentDetails())),
        .agenda(.started(segment: SegmentID(9))))
      pause.wait(200)
      var late = pause
      late.wait(800)
      return [
        scene("ground rules", opening), scene("break", pause), scene("break that is over", late),
        scene("before", try SessionFixture.planned()), scene("nobody speaks", try .live()),
        scene("somebody speaks", speaking), scene("over time", over),
        scene("without a question", noQuestion), scene("poll open", try .busy()),
        scene("poll closed", try .polled()), scene("poll shown", try .polled(isShared: true)),
        scene("crowded", try .crowded()), scene("after", try .closed()),
        scene("leaving", speaking) { $0.press("q") },
      ]
    }
  }
}
