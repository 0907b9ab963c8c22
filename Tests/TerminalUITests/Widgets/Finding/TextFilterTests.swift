import TerminalUI
import Testing

struct TextFilterTests {
  @Test(arguments: [
    ("", "anything", true), ("gov", "Government", true), ("van rene", "René van Eijk", true),
    ("rène", "Rene", true), ("gov x", "Government", false), ("xx", "x", false),
    ("łódź", "Lodz", true),
  ])
  func `a text has every word of its filter`(_ filter: String, _ text: String, _ isAccepted: Bool) {
    #expect(TextFilter(filter).accepts(text) == isAccepted)
  }
}
