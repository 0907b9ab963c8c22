import Foundation
import Reports
import SessionModel
import SessionStore
import TestSupport
import Testing

/// What is computed from notes that are linked with each other.
struct AnalysisTests {
  private static let sample = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sessions/wsis-digital-transformation")

  private func analysis() throws -> Document {
    try filled("analysis", of: SessionFolder(Self.sample.path).session(at: .max))
  }

  private func inner(_ heading: String, of section: Document.Section) throws -> Document.Section {
    try #require(section.sections.first { $0.heading == heading })
  }

  private func rows(_ section: Document.Section) -> [[String]] {
    for case .table(let table) in section.blocks { return table.rows }
    return []
  }

  private func items(_ section: Document.Section) -> [Document.Item] {
    for case .list(let items) in section.blocks { return items }
    return []
  }

  private func facts(_ section: Document.Section) -> [String: String] {
    for case .facts(let facts) in section.blocks {
      return Dictionary(facts.map { ($0.label, $0.value) }) { $1 }
    }
    return [:]
  }

  // MARK: The sample of source 004

  @Test(
    arguments: [
      ("Agreements", "Agreement points", 5), ("Agreements", "Similar viewpoints", 3),
      ("Agreements", "Unexpected consensus", 3), ("Differences", "Different viewpoints", 1),
      ("Differences", "Unexpected differences", 1), ("Differences", "Partial agreements", 3),
    ])
  func `the sample has as many points as its source`(
    part: String, heading: String, number: Int
  ) throws {
    let section = try inner(heading, of: section(part, of: analysis()))
    #expect(section.sections.count == number)
  }

  @Test(
    arguments: [
      ("Key takeaways", 8), ("Resolutions and action items", 5), ("Unresolved issues", 6),
      ("Suggested compromises", 5),
    ])
  func `the sample has as many results as its source`(heading: String, number: Int) throws {
    let section = try inner(heading, of: section("Takeaways", of: analysis()))
    #expect(items(section).count == number)
  }

  @Test func `the sample has as many arguments, comments and questions as its source`() throws {
    let analysis = try analysis()
    let arguments = try section("Arguments", of: analysis).sections
    #expect(arguments.reduce(0) { $0 + $1.sections.count } == 36)
    #expect(try section("Follow-up questions", of: analysis).sections.count == 10)
    let comments = try section("Thought-provoking comments", of: analysis).sections
    #expect(comments.filter { $0.source != nil }.count == 6)
  }

  @Test func `the sample counts words, seconds and words a minute as its source`() throws {
    let people = try inner("By person", of: section("Speech", of: analysis()))
    let found = rows(people).map { [$0[0], $0[5], $0[2], $0[6]] }
    #expect(
      Set(found.dropLast()) == [
        ["Lavina Ramkissoon", "1178", "488", "144"], ["Gbenga Sesan", "1041", "374", "166"],
        ["Fiona Cura-Pietre", "955", "319", "179"], ["Thibaut Kleiner", "603", "250", "144"],
        ["Anna Oosterlinck", "182", "72", "149"], ["Josiane", "165", "59", "166"],
        ["Suela Janina", "634", "249", "152"], ["Ekitela Lokaale", "723", "325", "133"],
        ["Peggy Hicks", "2362", "751", "188"],
      ])
    #expect(found.last?[1] == "7843")
    #expect(rows(people).last?[1] == "29")
  }

  // MARK: Links

  /// Two arguments, of 1 and of 2, and a note of a kind that joins them.
  private func joined(_ kind: Note.Kind, aspect: String? = nil) throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.give(1, turn: 1)
    try table.write(1, .argument, "Trust pays")
    try table.give(2, turn: 2)
    try table.write(2, .argument, "Trust lasts")
    try table.write(3, kind, "Trust is what counts")
    for note in [1, 2] {
      try table.happen(
        .note(.linked(note: NoteID(3), link: NoteLink(.basedOn, .note(NoteID(note))))),
        by: .rapporteur)
    }
    if let aspect {
      try table.happen(
        .note(.filled(note: NoteID(3), field: .aspect, text: aspect)), by: .rapporteur)
    }
    return table
  }

  private func argument(_ number: Int, of table: SessionFixture) throws -> [String: String] {
    let arguments = try section("Arguments", of: filled("analysis", of: table.session))
    return facts(try #require(arguments.sections[number - 1].sections.first))
  }

  @Test func `an argument tells who agreed with it on what`() throws {
    let facts = try argument(1, of: joined(.agreement))
    #expect(facts["Agreed with"] == "Participant 2")
    #expect(facts["Agreed on"] == "Trust is what counts")
  }

  @Test func `an argument tells who disagreed with it on what`() throws {
    let facts = try argument(2, of: joined(.disagreement))
    #expect(facts["Disagreed with"] == "Participant 1")
    #expect(facts["Disagreed on"] == "Trust is what counts")
  }

  @Test func `a similar view is no agreement with an argument`() throws {
    #expect(try argument(1, of: joined(.agreement, aspect: "similar"))["Agreed with"] == nil)
  }

  @Test func `an agreement tells who stands behind it`() throws {
    let agreements = try section(
      "Agreements", of: filled("analysis", of: joined(.agreement).session))
    let point = try #require(try inner("Agreement points", of: agreements).sections.first)
    #expect(facts(point)["Speakers"] == "Participant 1, Participant 2")
    #expect(items(point).map(\.text) == ["Trust pays", "Trust lasts"])
  }
}
