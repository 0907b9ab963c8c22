import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct ImportReviewTests {
  private func field(
    _ id: String, _ label: String, _ text: String, line: Int? = nil, doubt: String? = nil,
    isChangeable: Bool = true, part: Int? = nil
  ) -> ImportReview.Field {
    var field = ImportReview.Field(id: id, label: label, text: text, line: line, doubt: doubt)
    field.isChangeable = isChangeable
    field.part = part
    field.isNeeded = id == "title" || id.hasSuffix("/title")
    return field
  }

  private func review(title: String = "Lanterns") -> SeatedTerminal {
    let review = ImportReview(
      heading: "page.txt: proposal, 98 % sure",
      source: ["Lanterns", "", "Ada Finch, Civil Society", "9.c"],
      fields: [
        field(
          "title", "title", title, line: title.isEmpty ? nil : 1,
          doubt: title.isEmpty ? "the file has no title" : nil),
        field("holder 0", "moderator", "Ada Finch", line: 3, doubt: "known from its place"),
        field("goal 0", "goal", "9.c", line: 4, isChangeable: false),
      ])
    return SeatedTerminal(
      review, at: SessionFixture(), seat: .moderator, columns: 60, rows: 16)
  }

  /// Two sessions on one page, the second without a title.
  private func programme() -> SeatedTerminal {
    let review = ImportReview(
      heading: "page.txt: agenda, 98 % sure", source: ["Lanterns", "Ada", "", "Bo"],
      fields: [
        field("1/title", "session 1", "Lanterns", line: 1, part: 1),
        field("1/holder 0", "speaker", "Ada", line: 2, part: 1),
        field("2/title", "session 2", "", doubt: "the file has no title", part: 2),
        field("2/holder 0", "speaker", "Bo", line: 4, doubt: "known from its place", part: 2),
      ])
    return SeatedTerminal(
      review, at: SessionFixture(), seat: .moderator, columns: 60, rows: 16)
  }

  private func fields(_ terminal: SeatedTerminal) throws -> [ImportReview.Field] {
    try #require(terminal.screens.top as? ImportReview).fields
  }

  private func handedOver(_ terminal: SeatedTerminal) -> [ImportReview.Field]? {
    guard case .review(let fields) = terminal.effects.last else { return nil }
    return fields
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

  @Test func `a long line is unfolded around what was understood from it`() {
    var person = field("holder 0", "speaker", "Bo Larsen", line: 2)
    person.raw = "Speaker Bo Larsen, Port of Brine"
    let review = ImportReview(
      heading: "page.txt: proposal, 98 % sure",
      source: [
        "Lanterns",
        "Organizer Ada Finch Speaker Bo Larsen, Port of Brine Policy Question Who lights the lamp?",
        "9.c",
      ],
      fields: [person])
    expectScreen(
      SeatedTerminal(review, at: SessionFixture(), seat: .moderator, columns: 60, rows: 16),
      """
       page.txt: proposal, 98 % sure            nothing uncertain
       1 Lanterns                  │ ✓ speaker Bo Larsen
       2 Organizer Ada Finch       │
         Speaker Bo Larsen, Port   │
         of Brine                  │
         Policy Question Who       │
         lights the lamp?          │
       3 9.c                       │
                                   │
                                   │
       ──────────────────────────────────────────────────────────
       speaker  line 2                               as it stands
       Bo Larsen
       Speaker Bo Larsen, Port of Brine

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
    terminal.press("A", "c")
    #expect(handedOver(terminal)?.map(\.id) == ["title", "holder 0", "goal 0"])
  }

  @Test func `c says first what is uncertain`() throws {
    var terminal = review()
    terminal.press("c")
    #expect(terminal.text.contains("1 thing uncertain; c again takes it as is"))
    #expect(handedOver(terminal) == nil)
    terminal.press("c")
    #expect(handedOver(terminal)?.count == 3)
  }

  @Test func `what the filter lets through can be changed`() throws {
    var terminal = review()
    terminal.press("/", "9", .enter, " ")
    #expect(try fields(terminal).map(\.isDropped) == [false, false, true])
  }

  // MARK: Programmes

  @Test func `a session without a title keeps all from being created`() {
    var terminal = programme()
    terminal.press("c")
    #expect(terminal.text.contains("Session 2 has no title; Enter gives one, Space drops it"))
  }

  @Test func `a session that is left out takes everything of it along`() {
    var terminal = programme()
    terminal.press(.down, .down, " ", "c")
    #expect(handedOver(terminal)?.map(\.isDropped) == [false, false, true, true])
  }

  @Test func `nothing is created where every session is left out`() {
    var terminal = programme()
    terminal.press(" ", .down, " ", "c")
    #expect(terminal.text.contains("Every session is left out"))
  }

  @Test func `the sessions of a programme stand one below the other`() {
    expectScreen(
      programme(),
      """
       page.txt: agenda, 98 % sure            2 things to look at
       1 Lanterns                  │ ✓ session 1 Lanterns
       2 Ada                       │ ✓ speaker   Ada
       3                           │ ? session 2 missing
       4 Bo                        │ ? speaker   Bo
                                   │
                                   │
                                   │
                                   │
                                   │
       ──────────────────────────────────────────────────────────
       session 1  line 1                             as it stands
       Lanterns


       Enter change  Space drop  Tab next to look at  ? help
      """)
  }
}
