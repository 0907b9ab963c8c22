import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct NumbersPageTests {
  private func page(_ table: SessionFixture, _ columns: Int, _ rows: Int) -> SeatedTerminal {
    var terminal = SeatedTerminal(
      RapporteurDesk(), at: table, seat: .rapporteur, columns: columns, rows: rows)
    terminal.press(.function(6))
    return terminal
  }

  @Test func `few rows leave room for all that is counted`() throws {
    let text = page(try .polled(), 120, 36).text
    #expect(text.contains("Present"))
    #expect(text.contains("Longest wait") == text.contains("Median wait"))
    #expect(text.contains("with a first turn only"))
  }

  @Test func `it shows how far each segment is from its plan`() throws {
    var page = page(try .polled(), 80, 24)
    page.press(.backTab, .backTab, .backTab)
    #expect(page.text.contains(" of 30:00"))
  }

  @Test func `it shows what the polls came to`() throws {
    var page = page(try .polled(), 80, 24)
    page.press(.backTab, .backTab)
    #expect(page.text.contains("closed,"))
    #expect(page.text.contains("ballots"))
  }
}
