import Testing

@testable import SessionModel

struct OpenAnswersTests {
  @Test func `who stands behind an answer is counted with who gave it`() throws {
    let tally = try Asked.count(
      .openAnswers(max: 3), [],
      [
        Ballot(words: ["Publish what was promised"]),
        Ballot(words: ["Pay those who advise you", "Publish what was promised"]), Ballot(),
      ])
    #expect(
      tally.rows.map { "\($0.label) \($0.count)" } == [
        "Publish what was promised 2", "Pay those who advise you 1",
      ])
    #expect(tally.shape == .answers)
    #expect(tally.blank == 1)
  }

  @Test func `an answer has at most 140 characters`() throws {
    let asked = try Asked(.openAnswers(max: 3))
    #expect(asked.complaint(about: Ballot(words: [String(repeating: "a", count: 140)])) == nil)
    #expect(
      asked.complaint(about: Ballot(words: [String(repeating: "a", count: 141)]))
        == "'aaaaaaaaaaaa…' is too long; at most 140 characters fit")
  }
}
