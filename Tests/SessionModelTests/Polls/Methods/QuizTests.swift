import Testing

@testable import SessionModel

struct QuizTests {
  @Test func `what is right shows when the quiz closes, not before`() throws {
    var asked = try Asked(.quiz(right: ["B"]), ["a", "b", "c"])
    try asked.cast(Ballot(choosing: ["B"]))
    try asked.cast(Ballot(choosing: ["A"]))
    #expect(try asked.tally().rows.allSatisfy { !$0.isMarked })
    #expect(try asked.tally().remarks.isEmpty)
    try asked.close()
    #expect(try asked.tally().rows.map(\.isMarked) == [false, true, false])
    #expect(try asked.tally().remarks == ["right: B, found by 1 of 2"])
  }

  @Test func `several answers may be right`() throws {
    let tally = try Asked.count(
      .quiz(right: ["A", "C"]), ["a", "b", "c"],
      [Ballot(choosing: ["A"]), Ballot(choosing: ["C"]), Ballot(choosing: ["B"]), Ballot()])
    #expect(tally.remarks == ["right: A or C, found by 2 of 3"])
  }

  @Test func `a quiz needs a right answer among its choices`() throws {
    #expect(
      try Asked.complaint(about: .quiz(right: []), ["a", "b"]) == "A quiz needs a right answer")
    #expect(
      try Asked.complaint(about: .quiz(right: ["C"]), ["a", "b"])
        == "The quiz does not offer its right answer 'C'")
  }
}
