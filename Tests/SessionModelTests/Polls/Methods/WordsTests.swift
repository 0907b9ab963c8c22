import Testing

@testable import SessionModel

struct WordsTests {
  private func rows(_ ballots: [[String]]) throws -> [String] {
    try Asked.count(.words(max: 3), [], ballots.map(Ballot.init(words:))).rows
      .map { "\($0.label) \($0.count)" }
  }

  @Test(arguments: [
    ("Trust", "trust"), ("TRUST", "trust "), ("caf\u{E9}", "cafe\u{301}"), ("Straße", "STRASSE"),
    ("ΛΟΓΟΣ", "λογος"), ("fair  play", "Fair play"), ("“remedy”", "remedy"), ("don’t", "don't"),
    ("ｌａｗ", "law"), ("la\u{AD}w", "law"),
  ])
  func `the same word in other clothes is counted once`(one: String, other: String) throws {
    #expect(try rows([[one], [other]]).count == 1)
  }

  @Test(arguments: [("law", "laws"), ("nature", "natura"), ("می‌خواهم", "میخواهم"), ("C++", "C")])
  func `different words stay apart`(one: String, other: String) throws {
    #expect(try rows([[one], [other]]).count == 2)
  }

  @Test func `the word said most often comes first, in its most usual spelling`() throws {
    #expect(
      try rows([["Law", "time"], ["law"], ["law", "Trust"], ["trust"], ["Trust"]])
        == ["Trust 3", "law 3", "time 1"])
  }

  @Test func `one who says a word twice has said it once`() throws {
    #expect(try rows([["law", "Law"]]) == ["Law 1"])
  }

  @Test func `the order in which words came does not show`() throws {
    let ballots = [["b"], ["B"], ["a", "c"]]
    #expect(try rows(ballots) == rows(ballots.reversed()))
  }

  @Test(arguments: [
    (["a", "b", "c", "d"], "Type at most 3"), ([" "], "A word needs words"),
    (["..."], "A word needs words"), (["\u{200B}"], "A word needs words"),
    (["interoperability of systems"], "'interoperabi…' is too long; at most 24 characters fit"),
  ])
  func `words that do not stand are said why`(words: [String], sentence: String) throws {
    #expect(try Asked(.words(max: 3)).complaint(about: Ballot(words: words)) == sentence)
  }

  @Test func `a poll for words offers no choices`() throws {
    #expect(
      try Asked.complaint(about: .words(max: 3), ["a", "b"])
        == "Answers to such a poll are typed; it offers no choices")
  }

  @Test func `a voter can be asked for one to nine words`() throws {
    #expect(
      try Asked.complaint(about: .words(max: 10))
        == "A voter can be asked for 1 to 9 words, not 10")
  }
}
