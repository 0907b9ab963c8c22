import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct ImportReviewTests {
  private func field(
    _ id: String, _ label: String, _ text: String, line: Int? = nil, isSure: Bool = true,
    isChangeable: Bool = true
  ) -> ImportReview.Field {
    .init(id: id, label: label, text: text, line: line, isSure: isSure, isChangeable: isChangeable)
  }

  private func review(title: String = "Lanterns") -> SeatedTerminal {
    let review = ImportReview(
      heading: "page.txt: proposal, 98 % sure",
      source: ["Lanterns", "", "Ada Finch, Civil Society", "9.c"],
      fields: [
        field("title", "title", title, line: title.isEmpty ? nil : 1, isSure: !title.isEmpty),
        field("holder 0", "moderator", "Ada Finch", line: 3, isSure: false),
        field("goal 0", "goal", "9.c", line: 4, isChangeable: false),
      ])
    return SeatedTerminal(
      review, at: SessionFixture(), seat: .moderator, columns: 60, rows: 16)
  }

  private func fields(_ terminal: SeatedTerminal) throws -> [ImportReview.Field] {
    try #require(terminal.screens.top as? ImportReview).fields
  }

  // MARK: Drawings

  @Test func `the file stands at the left of what was understood`() throws {
    expectScreen(
      review(),
      """
       page.txt: proposal, 98 % sure           1 thing to look at
       1 Lanterns                  │ ✓ title     Lanterns
       2                           │ ? moderator Ada Finch
       3 Ada Finch, Civil Society  │ ✓ goal      9.c
       4 9.c                       │
                                   │
                                   │
                                   │
                                   │
                                   │
       ──────────────────────────────────────────────────────────
       title  line 1                                 as it stands
       Lanterns


       c create  Enter change  Space drop  ? help
      """)
  }

  // MARK: Keys

  @Test func `Enter opens the words for changing`() throws {
    var terminal = review()
    terminal.press(.enter, "!", .enter)
    let title = try #require(try fields(terminal).first)
    #expect(title.text == "Lanterns!")
    #expect(title.isChanged)
  }

  @Test func `Escape leaves the words as they are`() throws {
    var terminal = review()
    terminal.press(.enter, "!", .escape)
    #expect(try fields(terminal).first?.text == "Lanterns")
  }

  @Test func `a accepts what is uncertain`() throws {
    var terminal = review()
    terminal.press(.tab, "a")
    #expect(try fields(terminal).allSatisfy(\.isSure))
  }

  @Test func `Space drops and takes back`() throws {
    var terminal = review()
    terminal.press(" ")
    #expect(try fields(terminal).map(\.isDropped) == [true, false, false])
    terminal.press(.up, " ")
    #expect(try fields(terminal).map(\.isDropped) == [false, false, false])
  }

  @Test func `what can only be dropped says so`() throws {
    var terminal = review()
    terminal.press(.down, .down, .enter)
    #expect(terminal.text.contains("This can be dropped, not changed"))
  }

  @Test func `nothing is created without a title`() throws {
    var terminal = review(title: "")
    terminal.press("c")
    #expect(terminal.text.contains("There is no title yet; Enter gives one"))
  }

  @Test func `c hands over what was made of it`() throws {
    var terminal = review()
    terminal.press(" ", .up, " ")
    terminal.press("c")
    guard case .review(let fields) = terminal.effects.last else {
      Issue.record("nothing was handed over")
      return
    }
    #expect(fields.map(\.id) == ["title", "holder 0", "goal 0"])
  }
}
