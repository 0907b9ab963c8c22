import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct PaletteTests {
  @Test(arguments: ["Remedy first", "They said \"no\" to it", "Remedy first\""])
  func `a prompt closes the quote that it opened`(words: String) throws {
    var terminal = SeatedTerminal(
      Palette(over: [], text: "outcome add \""), at: try .live(), seat: .moderator)
    terminal.type(words)
    terminal.press(.enter)
    let text = words == "Remedy first\"" ? "Remedy first" : words
    #expect(terminal.asked == [.outcome(.add(text: text))])
  }
}
