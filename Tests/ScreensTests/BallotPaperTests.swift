import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

struct BallotPaperTests {
  /// The welcome of a poll.
  private func welcome(_ kind: String) throws -> SeatedTerminal {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == kind })
    return SeatedTerminal(BallotScreen(), at: try kind.open(), seat: .ballot)
  }

  /// The paper of a poll, before anything stands on it.
  private func ballot(_ kind: String) throws -> SeatedTerminal {
    var ballot = try welcome(kind)
    ballot.press(.enter)
    return ballot
  }

  /// The ballot that was handed in last.
  private func cast(by terminal: SeatedTerminal) -> Ballot? {
    guard case .poll(.cast(_, let ballot, _))? = terminal.asked.last else { return nil }
    return ballot
  }

  @Test(arguments: GoldenScenes.kinds.map(\.name).filter { $0 != "hum" })
  func `every poll begins with its question`(kind: String) throws {
    let welcome = try welcome(kind)
    #expect(welcome.text.contains("Enter begin"))
    #expect(!welcome.text.contains("confirm\n"))
    #expect(try ballot(kind).text.contains("Enter confirm"))
  }

  @Test func `a key that answers begins and answers at once`() throws {
    var ballot = try welcome("points")
    ballot.press("4", "0", .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["A": 40]))
  }

  @Test func `a paper that nothing stands on is put away after twenty seconds`() throws {
    var ballot = try ballot("words")
    ballot.wait(20)
    #expect(ballot.text.contains("Enter begin"))
  }

  @Test func `points are typed row by row`() throws {
    var ballot = try ballot("points")
    ballot.press("4", "0", .down, "3", "5", .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["A": 40, "B": 35]))
    #expect(ballot.text.contains("Thank you"))
  }

  @Test func `points go up and down by keys`() throws {
    var ballot = try ballot("points")
    ballot.press("+", "+", "-", .right, .down, .down, .right, .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["A": 10, "C": 5]))
  }

  @Test func `no more points are taken than there are`() throws {
    var ballot = try ballot("points")
    ballot.type("80j35")
    #expect(ballot.text.contains("Only 20 points are left"))
    ballot.press(.enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["A": 80, "B": 3]))
  }

  @Test func `a wrong figure is taken back`() throws {
    var ballot = try ballot("points")
    ballot.press("4", "5", .backspace, .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["A": 4]))
  }

  @Test func `a touch gives points too`() throws {
    var ballot = try ballot("points")
    try ballot.click("more:1")
    try ballot.click("more:1")
    try ballot.click("less:1")
    ballot.press(.enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["B": 5]))
  }

  @Test func `two figures place a choice and go on to the next`() throws {
    var ballot = try ballot("two axes")
    ballot.press("2", "8", "6", "4", .enter, .enter)
    var placed = Ballot(marks: ["A": 8, "B": 4])
    placed.across = ["A": 2, "B": 6]
    #expect(cast(by: ballot) == placed)
  }

  @Test func `arrows push a choice from the middle`() throws {
    var ballot = try ballot("two axes")
    ballot.press(.tab, .up, .up, .left, .enter, .enter)
    var placed = Ballot(marks: ["B": 7])
    placed.across = ["B": 4]
    #expect(cast(by: ballot) == placed)
  }

  @Test func `a touch on the sheet places a choice`() throws {
    var ballot = try ballot("two axes")
    try ballot.click("place:91")
    ballot.press(.enter, .enter)
    var placed = Ballot(marks: ["A": 1])
    placed.across = ["A": 9]
    #expect(cast(by: ballot) == placed)
  }

  @Test func `words are typed one after another, and an empty line goes on`() throws {
    var ballot = try ballot("words")
    ballot.type("fair play")
    ballot.press(.enter)
    ballot.type("hope")
    ballot.press(.enter, .enter, .enter)
    #expect(cast(by: ballot) == Ballot(words: ["fair play", "hope"]))
  }

  @Test func `a third word is one too many`() throws {
    var ballot = try ballot("words")
    for word in ["a", "b", "c"] {
      ballot.type(word)
      ballot.press(.enter)
    }
    #expect(ballot.text.contains("At most 2; take one back first"))
  }

  @Test func `the letters of keys are letters while one types`() throws {
    var ballot = try ballot("words")
    ballot.type("hxk")
    ballot.press(.enter, .enter, .enter)
    #expect(cast(by: ballot) == Ballot(words: ["hxk"]))
  }

  @Test func `a statement of one's own is asked next`() throws {
    var ballot = try ballot("statements")
    ballot.press("1", "n")
    ballot.type("Pay those who advise you")
    ballot.press(.enter)
    #expect(ballot.asked == [.poll(.submit(PollID(1), text: "Pay those who advise you"))])
    #expect(ballot.text.contains("Your statement is there for everybody"))
    ballot.press("1", "2", "3", .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["1": 1, "4": 1, "2": -1, "3": 0]))
  }

  @Test func `a statement that is there already is told so, and kept to be changed`() throws {
    var ballot = try ballot("statements")
    ballot.press("n")
    ballot.type("remedy should be free of charge for whoever asks for it")
    ballot.press(.enter)
    #expect(ballot.text.contains("Statement 3 of poll 'v1' says the same"))
    ballot.press(.escape, "1")
    #expect(ballot.text.contains("2 of 3"))
  }

  @Test func `a statement that is struck meanwhile is asked no more`() throws {
    var ballot = try ballot("statements")
    ballot.press("1", "1")
    try ballot.happen(.poll(.struck(poll: PollID(1), statement: "1")))
    ballot.press("2", .enter, .enter)
    #expect(cast(by: ballot) == Ballot(marks: ["2": 1, "3": -1]))
  }

  @Test func `statements of others are asked last`() throws {
    var ballot = try ballot("statements")
    ballot.press("1")
    try ballot.happen(
      .poll(.stated(poll: PollID(1), statement: Choice(id: "4", text: "Meet twice a year"))))
    ballot.press("1", "1")
    #expect(ballot.text.contains("Meet twice a year"))
  }

  @Test func `one may stand behind what somebody else has answered`() throws {
    var ballot = try ballot("open answers")
    ballot.press(.down, .enter)
    ballot.type("Ask children too")
    ballot.press(.enter, .enter, .enter)
    #expect(cast(by: ballot) == Ballot(words: ["Pay those who advise you", "Ask children too"]))
  }

  @Test func `Enter behind a number reads it back`() throws {
    var ballot = try ballot("estimate")
    ballot.type("2,5")
    ballot.press(.enter)
    #expect(ballot.text.contains("2.5 people"))
    ballot.press(.enter)
    #expect(cast(by: ballot)?.number == Amount(thousandths: 2500))
  }

  @Test func `a word where a number belongs is said to be none`() throws {
    var ballot = try ballot("estimate")
    ballot.type("many")
    ballot.press(.enter)
    #expect(ballot.text.contains("'many' is not a number such as 40 or 2.5"))
    #expect(ballot.asked.isEmpty)
  }

  @Test(arguments: ["points", "two axes", "fist of five"])
  func `x hands in a blank ballot where figures mean something`(kind: String) throws {
    var ballot = try ballot(kind)
    ballot.press("x", .enter, .enter)
    #expect(cast(by: ballot) == Ballot())
  }

  @Test func `a fist is zero fingers`() throws {
    var ballot = try ballot("fist of five")
    ballot.press("0", .enter, .enter)
    #expect(cast(by: ballot) == Ballot(choosing: ["A"]))
  }

  @Test func `nothing is asked of voters in a hum`() throws {
    var ballot = try ballot("hum")
    #expect(ballot.text.contains("answer in the room"))
    ballot.press(.enter, .enter)
    #expect(ballot.asked.isEmpty)
  }

  @Test func `whoever walks away leaves nothing behind`() throws {
    var ballot = try ballot("points")
    ballot.type("40")
    ballot.wait(BallotScreen.forgetsAfterSeconds)
    #expect(!ballot.text.contains("40"))
    #expect(ballot.asked.isEmpty)
  }
}
