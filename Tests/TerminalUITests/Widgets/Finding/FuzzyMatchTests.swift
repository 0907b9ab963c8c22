import TerminalUI
import Testing

struct FuzzyMatchTests {
  @Test(arguments: [
    ("po", "poll open", [0, 1]),
    ("po", "floor pause, poll open", [13, 14]),
    ("plo", "poll open", [0, 2, 5]),
    ("fg", "floor give", [0, 6]),
    ("open poll", "poll open", [0, 1, 2, 3, 5, 6, 7, 8]),
    ("rene", "René van Eijk", [0, 1, 2, 3]),
    ("bc", "ballotCast", [0, 6]),
    ("", "anything", []),
  ])
  func `letters stand where a reader would find them`(
    _ pattern: String, _ text: String, _ positions: [Int]
  ) {
    #expect(FuzzyMatch(pattern, in: text)?.positions == positions)
  }

  @Test(arguments: [("x", "abc"), ("ba", "ab"), ("abcd", "abc"), ("ab q", "ab"), ("a", "")])
  func `letters that are not there in order do not match`(_ pattern: String, _ text: String) {
    #expect(FuzzyMatch(pattern, in: text) == nil)
  }

  @Test func `a capital asks for that case`() {
    #expect(FuzzyMatch("Poll", in: "poll open") == nil)
    #expect(FuzzyMatch("poll", in: "Poll open") != nil)
  }

  @Test(arguments: [
    ("op", "poll open", "floor stop"),
    ("poll", "poll", "people on all lists"),
    ("fg", "floor give", "offering"),
    ("sk", "skip", "ask"),
    ("cast", "castBallot", "broadcast"),
    ("ab", "ab", "a lot of words b"),
  ])
  func `the better reading scores higher`(_ pattern: String, _ better: String, _ worse: String)
    throws
  {
    let first = try #require(FuzzyMatch(pattern, in: better))
    let second = try #require(FuzzyMatch(pattern, in: worse))
    #expect(first.score > second.score)
  }

  @Test func `a gap of any length is still a match`() {
    let text =
      "a" + String(repeating: "-", count: 200) + "b" + String(repeating: "-", count: 200) + "c"
    #expect(FuzzyMatch("abc", in: text)?.positions == [0, 201, 402])
  }
}
