import Commands
import Testing

struct FuzzyTests {
  @Test func `letters in another order do not fit`() {
    #expect(Fuzzy.score("ef", in: "floor end") == nil)
  }

  @Test func `beginnings of words count more`() throws {
    let initials = try #require(Fuzzy.score("fe", in: "floor end"))
    let scattered = try #require(Fuzzy.score("fe", in: "coffee"))
    #expect(initials > scattered)
  }

  @Test func `every word must fit`() {
    #expect(Fuzzy.score(words: "give xyz", in: "floor give r1 Chen Li") == nil)
    #expect(Fuzzy.score(words: "chen give", in: "floor give r1 Chen Li") != nil)
  }
}
