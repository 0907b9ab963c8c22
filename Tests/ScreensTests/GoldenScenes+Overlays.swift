import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

extension GoldenScenes {
  static var helps: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      return [
        console("help", "console", busy) { $0.press("?") },
        console("help", "console before it opens", try .planned()) { $0.press("?") },
        console("help", "scrolled", busy) { $0.press("?", .end) },
        console("help", "filtered", busy) {
          $0.press("?")
          $0.type("/poll")
        },
        console("help", "nothing matches", busy) {
          $0.press("?")
          $0.type("/zzz")
        },
        GoldenScene(
          file: "help", name: "rapporteur", screen: RapporteurDesk(), table: busy, seat: .rapporteur
        ) { $0.press(.function(1)) },
        GoldenScene(
          file: "help", name: "lobby", screen: Lobby(choices: []), table: SessionFixture()
        ) { $0.press("?") },
      ]
    }
  }

  static var lines: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      func line(_ name: String, _ text: String, then keys: Key...) -> GoldenScene {
        console("palette", name, busy) {
          $0.press(":")
          $0.type(text)
          for key in keys { $0.press(key) }
        }
      }
      return [
        line("empty", ""), line("some letters", "poll"), line("a command", "floor give "),
        line("marked by hand", "", then: .down, .down, .down), line("nothing matches", "zzzz"),
        line("what cannot be done", "show the"), line("refused", "floor give p99", then: .enter),
        console("picker", "raise a hand", busy) { $0.press(.space) },
        console("picker", "for a question, online", busy) { $0.press(.space, .tab, .control("o")) },
        console("picker", "a name typed", busy) {
          $0.press(.space)
          $0.type("参加")
        },
        console("picker", "not on the roll", busy) {
          $0.press(.space)
          $0.type("Zuzana")
        },
        console("picker", "give the floor", try .live()) { $0.press(.enter) },
        console("picker", "a long roll", try .crowded()) { $0.press(.space, .pageDown, .down) },
      ]
    }
  }

  static var choices: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      var drafts = try SessionFixture.live()
      for number in 1...3 { try drafts.draftPoll(number) }
      return [
        console("choose", "close the poll", busy) { $0.press("p") },
        console("choose", "keep the poll open", busy) { $0.press("p", .down) },
        console("choose", "open a poll", drafts) { $0.press("p") },
        console("choose", "gavel", busy) { $0.press("G") },
        console("choose", "pass over", busy) { $0.press("s") },
        console("choose", "leave a segment out", busy) { $0.press("S") },
        console("choose", "nothing is left out when it is over", try .closed()) { $0.press("S") },
        console("choose", "put a question", busy) { $0.press("a") },
        console("choose", "put one of many questions", try .crowded()) { $0.press("a", .end) },
      ]
    }
  }

  static var readers: [GoldenScene] {
    get throws {
      let busy = try SessionFixture.busy()
      return [
        console("matrix", "who answered what", busy) { $0.press("x") },
        console("matrix", "nobody yet", try .planned()) { $0.press("x") },
        console("matrix", "many questions", try .crowded()) { $0.press("x") },
        console("note", "read", busy) { $0.press(.backTab, .enter) },
        console("note", "of the room", busy) { $0.press(.backTab, .end, .enter) },
        console("messages", "none", busy) { $0.press("M") },
        console("messages", "some", busy) {
          $0.screens.say("Participant 1 has the floor", .good)
          $0.screens.say("No segment is left", .refusal)
          $0.screens.say("X means nothing here; ? shows the keys")
          $0.press("M")
        },
        console("roll", "everybody", busy) { $0.press("i") },
        console("roll", "walked through", busy) { $0.press("i", "j", "j") },
        console("roll", "filtered", busy) {
          $0.press("i")
          $0.type("/cso")
        },
        console("roll", "a long one", try .crowded()) { $0.press("i", .end) },
        console("roll", "nobody", SessionFixture()) { $0.press("i") },
      ]
    }
  }
}
