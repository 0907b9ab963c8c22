import Importers
import Reports
import SessionModel
import TestSupport
import Testing

struct ReadingTests {
  private func read(_ text: String, as kind: DocumentKind? = nil) throws -> Reading {
    try ForeignFile(named: "page.txt", bytes: Array(text.utf8)).reading(as: kind)
  }

  private func failure(_ bytes: [UInt8]) -> ImportFailure? {
    do throws(ImportFailure) {
      _ = try ForeignFile(named: "page.txt", bytes: bytes).reading()
      return nil
    } catch {
      return error
    }
  }

  private let page = """
    IGF 2021 WS #7 Lanterns for Small Harbours
    Tuesday, 7th December, 2021 (16:30 UTC) - Tuesday, 7th December, 2021 (17:30 UTC)
    Ballroom C

    Organizer 1: Ada Finch, Harbour Trust, Ports | Piers
    Speaker 1: Ada Finch, Civil Society, Western European and Others Group (WEOG)
    Speaker 2: Bo Larsen, Government, Eastern European Group

    Cem Aydın, Technical Community, Asia-Pacific Group

    Online Moderator

    Dara Okoye, Private Sector, African Group

    Emi Sato, Civil Society, Asia-Pacific Group

    Round Table - Circle - 90 Min

    Policy Question(s)

    1. Who lights the lantern?
    2. Who pays for the oil?

    SDGs

    9.c
    """

  // MARK: Turns

  @Test func `a transcript tells of each turn of the floor how many words were said`() throws {
    var fixture = try SessionFixture.live()
    for person in [2, 1, 2] {
      try fixture.ask(.floor(.give(.person(PersonID(person)), seconds: nil)), by: .moderator)
    }
    let reading = try read(
      "Participant 2: Good morning all\n\nSomebody Else: Hm\n\nParticipant 2: That is two more words",
      as: .transcript)
    #expect(
      reading.intents(for: .words, in: fixture.session) == [
        .floor(.count(.init(1), words: 3)), .floor(.count(.init(3), words: 5)),
      ])
  }

  @Test func `words that somebody says in several paragraphs are of one turn`() throws {
    var fixture = try SessionFixture.live()
    try fixture.ask(.floor(.give(.person(PersonID(2)), seconds: nil)), by: .moderator)
    let reading = try read(
      "Participant 2: Good morning all\n\nParticipant 2: and welcome", as: .transcript)
    #expect(
      reading.intents(for: .words, in: fixture.session) == [.floor(.count(.init(1), words: 5))])
  }

  // MARK: Places

  @Test func `a lost heading is known from the place of its line`() throws {
    let reading = try read(page)
    let roles = reading.holders.filter { !$0.isHeaded }.map {
      "\($0.value.role): \($0.value.name ?? "")"
    }
    #expect(roles == ["moderator: Cem Aydın", "rapporteur: Emi Sato"])
  }

  @Test func `a value keeps its words and its line`() throws {
    let speaker = try #require(try read(page).holders.first { $0.value.role == .speaker })
    #expect(speaker.line == 6)
    #expect(
      speaker.raw
        == "Speaker 1: Ada Finch, Civil Society, Western European and Others Group (WEOG)")
  }

  @Test func `commas and bars stay in an organisation`() throws {
    let organizer = try #require(try read(page).holders.first)
    #expect(organizer.value.affiliation == "Harbour Trust, Ports | Piers")
  }

  @Test func `minutes that disagree are both kept with a warning`() throws {
    let reading = try read(page)
    #expect(reading.format?.value.minutes == 90)
    #expect(reading.slot?.end.seconds(since: try #require(reading.slot?.start)) == 3600)
    #expect(
      reading.warnings.map(\.message)
        == ["the slot is 60 minutes long, the format says 90; both are kept"])
  }

  @Test func `repeated lines say nothing twice`() throws {
    let twice = page.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { [$0, $0] }.joined(separator: "\n")
    let reading = try read(twice)
    #expect(reading.people == (try read(page)).people)
    #expect(reading.questions.count == 2)
  }

  @Test func `a missing title is missing`() throws {
    let untitled = page.split(separator: "\n").dropFirst(3).joined(separator: "\n")
    #expect(try read(untitled).title == nil)
  }

  @Test func `numbered lists of others are no questions`() throws {
    let reading = try read(
      page + "\n\nDescription:\n1. Opening by the moderator\n2. Remarks\nAgenda\n1. Who?")
    #expect(reading.questions.count == 2)
  }

  // MARK: Encodings

  @Test func `Latin-1 is read and said`() throws {
    var bytes = Array(page.utf8)
    bytes += [0x0A, 0x43, 0x61, 0x66, 0xE9, 0x0A]
    let latin = page.filter(\.isASCII).utf8 + [0x0A, 0x4A, 0x6F, 0x73, 0xE9]
    let reading = try ForeignFile(named: "page.txt", bytes: Array(latin)).reading()
    #expect(reading.warnings.first?.message == "this is not UTF-8; it was read as Latin-1")
  }

  @Test func `hyphens that do not break and spaces that do not break are plain ones`() throws {
    let reading = try read(
      "IGF 2021 WS #7 Low\u{2011}tide\u{A0}Lanterns\nSpeaker 1: Ada\u{A0}Finch")
    #expect(reading.title?.value == "Low-tide Lanterns")
    #expect(reading.people == ["Ada Finch"])
  }

  // MARK: Refusals

  @Test(arguments: [
    ([UInt8](), "'page.txt' is empty; nothing was imported"),
    (Array(" \n\t ".utf8), "'page.txt' is empty; nothing was imported"),
    ([0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01], "'page.txt' is not a text; nothing was imported"),
    (Array("Lorem ipsum dolor".utf8), "Nothing in 'page.txt' was recognised; nothing was imported"),
  ])
  func `a file without anything in it is refused`(bytes: [UInt8], sentence: String) {
    #expect(failure(bytes)?.sentence == sentence)
  }

  @Test func `more than 50 MB is refused`() {
    #expect(
      failure([UInt8](repeating: 0x61, count: 50_000_001))?.sentence
        == "'page.txt' is larger than 50 MB; nothing was imported")
  }

  // MARK: Transcripts

  @Test func `a bare mark begins a turn of nobody`() throws {
    let reading = try read(
      ">> ADA FINCH: Hello.\n>> Who is it?\n>> ADA FINCH: (Music plays: low) Me.")
    #expect(reading.turns.map(\.speaker) == ["ADA FINCH", nil, "ADA FINCH"])
    #expect(reading.turns.map(\.words) == [1, 3, 4])
  }

  @Test func `captions on one line are cut at their marks`() throws {
    let reading = try read(">> ADA FINCH: Hello all. >> BO LARSEN: Hi: you. >> And me.")
    #expect(reading.turns.map(\.speaker) == ["ADA FINCH", "BO LARSEN", nil])
  }

  @Test func `labels in capitals on one line are cut behind sentences`() throws {
    let words = Array(repeating: "word", count: 120).joined(separator: " ")
    let reading = try read("ADA FINCH: \(words). BO LARSEN: \(words). ADA FINCH: Thanks.")
    #expect(reading.turns.map(\.words) == [120, 120, 1])
  }

  @Test func `ten megabytes of captions take no longer than ten times one`() throws {
    func captions(_ count: Int) -> String {
      (0..<count).map { ">> SPEAKER \($0 % 9): We will all go on talking for a while.\n" }.joined()
    }
    let clock = ContinuousClock()
    var few = 0
    var many = 0
    let one = try clock.measure { few = try read(captions(2000)).turns.count }
    let ten = try clock.measure { many = try read(captions(20000)).turns.count }
    #expect((few, many) == (2000, 20000))
    #expect(ten < one * 40)
  }

  // MARK: A session

  /// The session that a reading makes, as the desk would.
  private func session(of reading: Reading) throws -> Session {
    var table = SessionFixture()
    for step in ImportStep.allCases {
      for intent in reading.intents(for: step, in: table.session) {
        try table.ask(intent, by: .moderator)
      }
    }
    return table.session
  }

  @Test func `a page makes a session`() throws {
    let session = try session(of: try read(page))
    #expect(session.plan.title == "Lanterns for Small Harbours")
    #expect(session.plan.number == "WS #7")
    #expect(session.plan.series == "IGF 2021")
    #expect(
      session.plan.orderedQuestions.map(\.text) == [
        "Who lights the lantern?", "Who pays for the oil?",
      ])
    #expect(session.plan.goals.map(\.code) == ["9.c"])
    #expect(
      session.people.roll.map(\.name) == [
        "Ada Finch", "Bo Larsen", "Cem Aydın", "Dara Okoye", "Emi Sato",
      ])
    #expect(session.people.roll.all.first?.roles == [.organizer, .speaker])
  }

  @Test func `what the session knows is not asked again`() throws {
    let reading = try read(page)
    let session = try session(of: reading)
    for step in ImportStep.allCases where step != .notes {
      #expect(reading.intents(for: step, in: session).isEmpty)
    }
  }

  @Test(arguments: [
    ("ADA FINCH", 1, true), ("Ms. Ada Finch", 1, true), ("FINCH", 1, false), ("Ada Fnch", 1, false),
    ("BO", nil, false), ("Larsen", nil, false),
  ])
  func `a label means whoever on the roll fits best`(
    label: String, person: Int?, isExact: Bool
  ) throws {
    var table = SessionFixture()
    for name in ["Ada Finch", "Bo Larsen", "Bo Larsson-Larsen"] {
      try table.ask(.people(.add(name: name, details: PersonDetails())), by: .moderator)
    }
    let match = SpeakerMatch(label: label, on: table.session.people.roll)
    #expect(match?.person == person.map { PersonID($0) })
    #expect(match?.isExact == isExact)
  }

  @Test func `turns are taken at their own times`() throws {
    let reading = try read(
      "Ada Finch  0:03\nHello.\n\nBo Larsen  0:15\nYes.\n\nAda Finch  1:00\nGood.\n")
    let start = Timestamp(milliseconds: 0)
    let intents = reading.turnIntents(
      from: start, speakers: ["Ada Finch": PersonID(1), "Bo Larsen": PersonID(2)])
    #expect(intents.map { $0.at.milliseconds / 1000 }.prefix(4) == [3, 15, 15, 60])
    #expect(intents.first?.intent == .floor(.give(.person(PersonID(1)), seconds: nil)))
  }

  // MARK: Calendars

  @Test func `a slot goes out and comes back as iCalendar`() throws {
    let session = try session(of: try read(page))
    let calendar = SessionCalendar(
      events: SessionCalendar.events(of: session, named: "ws-7"), madeAt: Timestamp(milliseconds: 0)
    )
    #expect(calendar.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    let back = try read(calendar.text)
    #expect(back.kind == .calendar)
    #expect(back.title?.value == "Lanterns for Small Harbours")
    #expect(back.room?.value == "Ballroom C")
    #expect(back.slot == session.plan.slot)
  }

  // MARK: Trial

  @Test func `broken pages harm nobody`() throws {
    let files = try FixtureReadingTests.names.map { try FixtureReadingTests.file($0).bytes }
    var mutator = Mutator(files: files, seed: 20_261_122)
    for _ in 0..<400 {
      do throws(ImportFailure) {
        let reading = try ForeignFile(named: "variant", bytes: mutator.next()).reading()
        #expect((0...1).contains(reading.confidence))
        _ = reading.json
      } catch {
        #expect(error.sentence.hasSuffix("nothing was imported"))
      }
    }
  }
}
