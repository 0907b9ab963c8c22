import Glibc
import SessionModel
import Testing

@testable import SessionStore

/// The sessions in the checkout that anyone may open, replay and compare.
struct SampleTests {
  private static let folder = "\(#filePath)".parentPath.parentPath.parentPath
    .appending(path: "Sessions")

  private static var names: [String] {
    (try? Library(environment: ["ROUNDTABLE_SAMPLES": folder]).samples().map(\.name)) ?? []
  }

  private func folder(_ name: String) -> SessionFolder {
    SessionFolder(Self.folder.appending(path: name))
  }

  private func session(_ name: String) throws -> Session {
    try folder(name).session(at: .max)
  }

  @Test func `all five sources have samples`() {
    #expect(
      Self.names == [
        "btech-ungps-1", "btech-ungps-2", "btech-ungps-3", "btech-ungps-4", "of-un-hrdd",
        "ws-204-hrdd", "ws-crisis-due-diligence", "wsis-digital-transformation",
      ])
  }

  @Test(arguments: names)
  func `a sample folds without complaint`(name: String) throws {
    let entries = try folder(name).entries()
    #expect(try session(name).entries == entries.count)
  }

  @Test(arguments: names)
  func `the readable state of a sample is what its journal folds to`(name: String) throws {
    if getenv("ROUNDTABLE_RECORD") != nil {
      try SessionDesk(folder(name), now: MachineClock().now).writeCheckpoint()
    }
    let journal = try Journal(folder(name).journalPath)
    let (state, position) = try #require(
      try Checkpoint.read(in: folder(name), of: journal, calls: .system))
    #expect(try state == session(name))
    #expect(try position.offset == journal.size())
  }

  @Test(arguments: names)
  func `no machine's clock stands in a sample`(name: String) throws {
    #expect(try folder(name).entries().allSatisfy { $0.at == Moment(at: $0.at.at) })
  }

  @Test func `the demo session fills its slot`() throws {
    let finding = try session("ws-204-hrdd").planFindings()
      .first { $0.rule == .segmentsFillSlot }
    #expect(finding?.sentence == "segments add up to 60 minutes")
  }

  @Test(
    arguments: [
      (
        "btech-ungps-1",
        "'Opening of the consultation' until 10:15 overlaps 'Opening panel' from 10:00"
      ),
      ("btech-ungps-4", "nothing planned from 16:45 to 16:50"),
    ])
  func `what is wrong with the published times of the programme is told`(
    name: String, sentence: String
  ) throws {
    let findings = try session(name).planFindings().filter { $0.rule == .agendaTimes }
    #expect(findings.map(\.sentence) == [sentence])
  }

  /// Who spoke in the session of 2025, turn after turn, as its transcript was published.
  private let publishedTurns = [
    "Thibaut Kleiner", "Peggy Hicks", "Lavina Ramkissoon", "Peggy Hicks", "Gbenga Sesan",
    "Peggy Hicks", "Fiona Cura-Pietre", "Peggy Hicks", "Lavina Ramkissoon", "Peggy Hicks",
    "Fiona Cura-Pietre", "Peggy Hicks", "Gbenga Sesan", "Peggy Hicks", "Lavina Ramkissoon",
    "Peggy Hicks", "Fiona Cura-Pietre", "Peggy Hicks", "Josiane", "Peggy Hicks",
    "Anna Oosterlinck", "Peggy Hicks", "Lavina Ramkissoon", "Peggy Hicks", "Fiona Cura-Pietre",
    "Peggy Hicks", "Suela Janina", "Ekitela Lokaale", "Peggy Hicks",
  ]

  /// Seconds each of them spoke, as published.
  private let publishedSeconds: [String: Int64] = [
    "Thibaut Kleiner": 250, "Peggy Hicks": 751, "Lavina Ramkissoon": 488, "Gbenga Sesan": 374,
    "Fiona Cura-Pietre": 319, "Josiane": 59, "Anna Oosterlinck": 72, "Suela Janina": 249,
    "Ekitela Lokaale": 325,
  ]

  @Test func `the 29 turns of 2025 follow in the published order`() throws {
    let session = try session("wsis-digital-transformation")
    #expect(session.floor.turns.map { session.people[$0.person]?.name } == publishedTurns)
  }

  @Test func `everybody spoke in 2025 as long as was published`() throws {
    let session = try session("wsis-digital-transformation")
    let closed = try #require(session.agenda.closed)
    let spoken = session.hearing(at: closed).byPerson.map { id, milliseconds in
      (session.people[id]?.name ?? id.description, milliseconds / 1000)
    }
    #expect(Dictionary(uniqueKeysWithValues: spoken) == publishedSeconds)
  }

  @Test func `the turns of 2025 leave no second between them`() throws {
    let turns = try session("wsis-digital-transformation").floor.turns
    #expect(zip(turns, turns.dropFirst()).allSatisfy { $0.ended == $1.started })
  }

  @Test(
    arguments: [(Note.Kind.takeaway, 8), (.callToAction, 5), (.unresolved, 6)])
  func `as many notes were written in 2025 as its report has points`(
    kind: Note.Kind, count: Int
  ) throws {
    let notes = try session("wsis-digital-transformation").notes.all
    #expect(notes.count { $0.kind == kind } == count)
  }
}
