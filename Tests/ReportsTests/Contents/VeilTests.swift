import SessionModel
import TestSupport
import Testing

@testable import Reports

struct VeilTests {
  private func veil(_ people: (name: String, affiliation: String?)...) throws -> Veil {
    var table = SessionFixture()
    for (place, person) in people.enumerated() {
      var details = PersonDetails()
      details.affiliation = person.affiliation
      try table.happen(
        .people(.added(person: PersonID(place + 1), name: person.name, details: details)))
    }
    return Veil(for: table.session)
  }

  @Test(
    arguments: [
      ("Ana Neves spoke", "[withheld] spoke"), ("So did Neves.", "So did [withheld]."),
      ("Nevest and Banana stay", "Nevest and Banana stay"),
      ("(Ana)", "([withheld])"),
      ("Nowhere Trust for Ports, said Ana", "[withheld], said [withheld]"),
      ("Nowhere Trust alone", "[withheld] alone"), ("nowhere trust alone", "nowhere trust alone"),
      ("ana in small letters, NEVES in large", "[withheld] in small letters, [withheld] in large"),
      ("a Neves-led plan", "a [withheld]-led plan"), ("@ana", "@[withheld]"), ("AnÁ", "[withheld]"),
      ("see https://example.org/ana-neves.pdf now", "see [withheld] now"),
      ("see https://example.org/report.pdf now", "see https://example.org/report.pdf now"),
      ("René said so, says rene", "[withheld] said so, says [withheld]"),
      ("RvE and NTP and IT", "[withheld] and [withheld] and IT"),
      ("May will mark this; Mark did", "May will mark this; [withheld] did"),
      ("Civil Society, all of it", "Civil Society, all of it"), ("参加者3さんは", "[withheld]さんは"),
      ("", ""),
    ])
  func `names and affiliations are taken out as whole words`(
    text: String, expected: String
  ) throws {
    let veil = try veil(
      ("Ana Neves", "Nowhere Trust for Ports"), ("Bako", "Civil Society"), ("参加者3", nil),
      ("René van Eijk", nil), ("Mark Itoh", nil))
    #expect(veil.over(text) == expected)
  }

  @Test func `the longest name is taken out whole`() throws {
    let veil = try veil(("Ana", nil), ("Ana Neves de Sousa", nil))
    #expect(veil.over("Ana Neves de Sousa came") == "[withheld] came")
  }
}
