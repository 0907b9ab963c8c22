import Commands
import SessionModel
import TestSupport
import Testing

struct PaletteTests {
  private func entries(_ typed: String, at seat: Seat = .moderator) throws -> [Palette.Entry] {
    var table = try Table.open()
    try table.ask(Intent(line: "floor raise p3 --kind question"))
    return Palette.entries(matching: typed, in: table.session, by: seat, now: table.now)
  }

  @Test func `nothing typed lists the commands`() throws {
    let lines = try entries("").map(\.line)
    #expect(lines.contains("floor end"))
    #expect(lines.contains("floor give "))
  }

  @Test func `a command and letters of a name find the line`() throws {
    let best = try entries("give chen").prefix(2)
    #expect(best.map(\.line) == ["floor give next", "floor give r1"])
    #expect(best.map(\.detail) == ["Chen Li", "Chen Li, question, room"])
    #expect(best.allSatisfy { $0.isWhole && $0.refusal == nil })
  }

  @Test(arguments: [
    ("poll draft \"Which?\" --method rank", "poll draft \"Which?\" --method ranking "),
    ("poll draft \"Which?\" --se", "poll draft \"Which?\" --sealed "),
    ("poll draft \"Which?\" --base pre", "poll draft \"Which?\" --base present "),
    ("poll draft \"Which?\" --group gov", "poll draft \"Which?\" --group government "),
    ("poll draft \"How far?\" --scale fist", "poll draft \"How far?\" --scale fist_of_five "),
  ])
  func `what may stand behind an option is offered`(typed: String, line: String) throws {
    #expect(try entries(typed).map(\.line).contains(line))
  }

  @Test func `a line that would be refused says why`() throws {
    let best = try #require(entries("floor pause").first)
    #expect(best.line == "floor pause")
    #expect(best.refusal == "Nobody has the floor")
  }

  @Test func `a line that can be read as typed stands first`() throws {
    let best = try #require(entries("floor give Bako --for 90s").first)
    #expect(best.line == "floor give Bako --for 90s")
    #expect(best.detail == "floor give p2 --for 90s")
  }
}
