import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct SecretPromptTests {
  /// The console over which a sealed poll is to be opened or closed.
  private func console(opened: Bool, with ballots: Int = 0) throws -> SeatedTerminal {
    var table = try SessionFixture.live()
    if opened {
      try table.openPoll(1, .sealed)
      for number in 0..<ballots {
        try table.ask(
          .poll(.cast(PollID(1), Ballot(choosing: [number == 0 ? "A" : "B"]), voter: nil)),
          by: .ballot)
      }
    } else {
      try table.happen(
        .poll(
          .drafted(
            poll: PollID(1), text: "Where first?", method: .oneChoice,
            choices: Choice.lettered(["Law", "Courts"]), secrecy: .sealed)))
    }
    return SeatedTerminal(Console(), at: table, seat: .moderator)
  }

  private func say(_ line: String, at console: inout SeatedTerminal) {
    console.press(":")
    console.type(line)
    console.press(.enter)
  }

  private func secrets(_ console: SeatedTerminal) -> [String] {
    console.effects.compactMap { if case .askWith(_, let typed) = $0 { typed } else { nil } }
  }

  @Test func `opening a sealed poll asks for a passphrase twice`() throws {
    var console = try console(opened: false)
    say("poll open v1", at: &console)
    #expect(console.text.contains("if it is lost, the ballots are lost"))
    for _ in 1...2 {
      console.type("a long river")
      console.press(.enter)
    }
    #expect(secrets(console) == ["a long river"])
    #expect(console.asked.isEmpty)
  }

  @Test func `what is typed is not shown`() throws {
    var console = try console(opened: false)
    say("poll open v1", at: &console)
    console.type("river")
    #expect(!console.text.contains("river"))
  }

  @Test func `two that differ are asked for again`() throws {
    var console = try console(opened: false)
    say("poll open v1", at: &console)
    for word in ["a long river", "a long rivet"] {
      console.type(word)
      console.press(.enter)
    }
    #expect(console.text.contains("The two are not the same; type both again"))
    #expect(secrets(console).isEmpty)
  }

  @Test func `a short passphrase will not do`() throws {
    var console = try console(opened: false)
    say("poll open v1", at: &console)
    for _ in 1...2 {
      console.type("river")
      console.press(.enter)
    }
    #expect(console.text.contains("A passphrase needs at least 8 signs"))
  }

  @Test func `closing it asks for the passphrase once`() throws {
    var console = try console(opened: true, with: 2)
    say("poll close v1", at: &console)
    #expect(console.text.contains("Lost? 'poll"))
    console.type("a long river")
    console.press(.enter)
    #expect(secrets(console) == ["a long river"])
  }

  @Test func `it stays until the passphrase fits, so that no letter of it is a key`() throws {
    var console = try console(opened: true, with: 2)
    say("poll close v1", at: &console)
    console.type("a wrong one")
    console.press(.enter)
    console.screens.told(.refused("That is not the passphrase"), in: console.scene)
    #expect(console.text.contains("That is not the passphrase"))
    console.type("a long river")
    console.press(.enter)
    #expect(secrets(console) == ["a wrong one", "a long river"])
    console.screens.told(.done("Closed"), in: console.scene)
    #expect(!console.text.contains("Open the ballots"))
    #expect(console.asked.isEmpty)
  }

  @Test func `a sealed poll nobody has voted in closes without`() throws {
    var console = try console(opened: true)
    say("poll close v1", at: &console)
    #expect(console.asked == [.poll(.close(PollID(1)))])
  }

  @Test func `a PIN is asked for twice`() throws {
    var console = try console(opened: false)
    say("ballot lock", at: &console)
    for _ in 1...2 {
      console.type("4711")
      console.press(.enter)
    }
    #expect(secrets(console) == ["4711"])
  }

  @Test func `Esc leaves it and nothing is asked`() throws {
    var console = try console(opened: false)
    say("ballot lock", at: &console)
    console.press(.escape)
    #expect(!console.text.contains("Lock the ballot terminals"))
    #expect(console.asked.isEmpty)
  }
}
