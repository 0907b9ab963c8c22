import Importers
import SessionModel
import TestSupport
import Testing

struct SettlingTests {
  private func read(_ text: String, as kind: DocumentKind? = nil) throws -> Reading {
    try ForeignFile(named: "page.txt", bytes: Array(text.utf8)).reading(as: kind)
  }

  private let week = """
    IGF 2019 WS #11 Oil and Light

    Speaker 1: Ada Finch, Civil Society, African Group

    IGF 2019 WS #12 A Bell in the Fog

    Speaker 1: Bo Larsen, Civil Society, African Group
    """

  private let concept = """
    # Consultation on Ropes

    Lisbon, 12 September 2023 (all times UTC)

    Written inputs can be sent until 1 September 2023. Nobody is turned away.

    Background documents:

    - [Ropes and who holds them](https://example.org/ropes.pdf)
    - [What a bell weighs](#)
    - A short history of knots: https://example.org/knots.

    09:00 - 09:30 Opening
    09:30 - 10:30 Ropes
    """

  private func field(_ reading: Reading, _ id: String) throws -> ReadingField {
    try #require(reading.fields.first { $0.id == id })
  }

  // MARK: Fields

  @Test func `every session of a page has its own fields`() throws {
    let reading = try read(week)
    #expect(reading.fields.filter(\.isTitle).map(\.text) == ["Oil and Light", "A Bell in the Fog"])
    #expect(try field(reading, "2/holder 0").text == "Bo Larsen, Civil Society, African Group")
    #expect(try field(reading, "2/holder 0").line == 7)
  }

  @Test func `what is settled of a session stays in that session`() throws {
    var reading = try read(week)
    let isSettled = reading.settle("2/title", as: "Bells")
    #expect(isSettled)
    #expect(reading.sessions.map(\.title?.value) == ["Oil and Light", "Bells"])
  }

  @Test func `a session goes with its title`() throws {
    var reading = try read(week)
    reading.drop(["1/title", "1/holder 0", "2/holder 0"])
    #expect(reading.sessions.map(\.title?.value) == ["A Bell in the Fog"])
    #expect(reading.sessions[0].holders.isEmpty)
  }

  @Test func `a row that was not understood is doubtful`() throws {
    let reading = try read("Name,Group\nAda Finch,Gov\nBo Larsen,Tinkerers\n")
    #expect(
      reading.fields.filter { $0.label == "person" }.map(\.doubt) == [
        nil, "group 'Tinkerers' is not known; it was left out",
      ])
  }

  @Test func `a person of a list takes other words`() throws {
    var reading = try read("Name,Group,Role\nAda Finch,Gov,speaker\n")
    reading.settle("person 0", as: "Ada Finch, Harbour Trust, Civil Society")
    var details = PersonDetails()
    details.affiliation = "Harbour Trust"
    details.group = .civilSociety
    details.roles = [.speaker]
    #expect(
      reading.intents(for: .people, in: Session()) == [
        .people(.add(name: "Ada Finch", details: details))
      ])
  }

  @Test func `a point of the agenda takes other times`() throws {
    var reading = try read(concept)
    reading.settle("agenda 0", as: "09:00 - 09:15 Welcome")
    #expect(try field(reading, "agenda 0").text == "09:00 - 09:15 Welcome")
    let isSettled = reading.settle("agenda 0", as: "09:00")
    #expect(!isSettled)
  }

  @Test func `a message that is dropped becomes no note`() throws {
    var reading = try read(
      "16:32:05 From Ada Finch to Everyone: hello\n16:32:09 From Bo Larsen to Everyone: who?\n")
    reading.drop(["message 0"])
    #expect(
      reading.intents(for: .notes, in: Session()) == [
        .note(.write(kind: .question, text: "Bo Larsen: who?"))
      ])
  }

  // MARK: What is published before

  @Test func `documents keep where they lead`() throws {
    #expect(
      try read(concept).documents.map(\.value) == [
        StatedDocument(title: "Ropes and who holds them", link: "https://example.org/ropes.pdf"),
        StatedDocument(title: "What a bell weighs", link: nil),
        StatedDocument(title: "A short history of knots", link: "https://example.org/knots"),
      ])
  }

  @Test func `links of a saved page are kept`() throws {
    let page = """
      <html><body><h1>Consultation on Ropes</h1><p>12 September 2023</p>
      <p>Background documents:</p><ul><li><a href="https://example.org/a?b=1&amp;c=2">Ropes</a></li></ul>
      <p>09:00 - 09:30 UTC Opening</p><p>09:30 - 10:00 Ropes</p></body></html>
      """
    #expect(
      try read(page).documents.map(\.value) == [
        StatedDocument(title: "Ropes", link: "https://example.org/a?b=1&c=2")
      ])
  }

  @Test func `a deadline keeps its sentence with its day`() throws {
    #expect(
      try read(concept).deadlines.map(\.value) == [
        StatedDeadline(text: "Written inputs can be sent until 1 September 2023", day: "2023-09-01")
      ])
  }

  @Test func `deadlines are asked of the plan once`() throws {
    let reading = try read(concept)
    var table = SessionFixture()
    for intent in reading.intents(for: .plan, in: table.session) {
      try table.ask(intent, by: .moderator)
    }
    #expect(table.session.plan.deadlines?.map(\.day) == ["2023-09-01"])
    #expect(table.session.plan.documents.count == 3)
    #expect(reading.intents(for: .plan, in: table.session).isEmpty)
  }

  // MARK: Lists of who came

  @Test func `a list that Teams saves is read in its own encoding`() throws {
    let text =
      "1. Summary\nMeeting title\tTides\n\n2. Participants\nName\tFirst Join\tLast Leave\t"
      + "In-Meeting Duration\nRosa Pinheiro\t9:00\t10:06\t1h 6m 52s\n"
    let bytes: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let reading = try ForeignFile(named: "list.csv", bytes: bytes).reading()
    #expect(reading.title?.value == "Tides")
    #expect(reading.attendance.map { $0.value.minutes } == [66])
  }
}
