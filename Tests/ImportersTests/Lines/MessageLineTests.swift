import Importers
import SessionModel
import Testing

struct MessageLineTests {
  private func posting(_ line: String) throws -> Posting? {
    try MessageLine.posting(Array(line.utf8))
  }

  @Test func `a whole line has an id, a time, a name and a text`() throws {
    let posting = try #require(try posting("c7\t2021-12-07T16:40:00Z\tAna Neves\tWho pays?\r"))
    #expect(posting.source == "c7")
    #expect(posting.written == Timestamp("2021-12-07T16:40:00Z"))
    #expect(posting.name == "Ana Neves")
    #expect(posting.text == "Who pays?")
    #expect(posting.channel == nil)
  }

  @Test func `the time and the name may be left out`() throws {
    let posting = try #require(try posting("c7\t\t\tWho pays?"))
    #expect(posting.written == nil)
    #expect(posting.name == nil)
  }

  @Test func `tabs within the text are spaces`() throws {
    #expect(try posting("c7\t\t\tone\ttwo\t three")?.text == "one two three")
  }

  @Test(arguments: ["", "   ", "\t\t", "# a comment", "#\t\t\t"])
  func `some lines say nothing`(line: String) throws {
    #expect(try posting(line) == nil)
  }

  @Test(arguments: [
    (
      "Who pays?", MessageLine.Fault.tooFewColumns(1),
      "has no tab; wanted are an id, a time, a name and a text with tabs between"
    ),
    (
      "c7\tWho pays?", .tooFewColumns(2),
      "has 2 columns; wanted are an id, a time, a name and a text with tabs between"
    ),
    ("\t\tAna\tWho pays?", .idMissing, "has no id, by which it would be known again"),
    (
      "c7\tyesterday\tAna\tWho pays?", .timeNotRead("yesterday"),
      "has the time 'yesterday'; wanted is one such as 2021-12-07T16:30:00Z, or none"
    ),
    ("c7\t\tAna\t ", .textMissing, "has no text"),
  ])
  func `what is wrong with a line is told`(
    line: String, fault: MessageLine.Fault, sentence: String
  ) {
    #expect(throws: fault) { try posting(line) }
    #expect(fault.sentence == sentence)
  }

  @Test func `bytes that are no UTF-8 are no message`() {
    #expect(throws: MessageLine.Fault.notUTF8) {
      try MessageLine.posting([0x63, 0x09, 0x09, 0x09, 0xFF])
    }
  }

  @Test func `a line without end is no line`() {
    #expect(throws: MessageLine.Fault.tooLong(65_536)) {
      try MessageLine.posting([UInt8](repeating: 0x61, count: 65_537))
    }
  }
}
