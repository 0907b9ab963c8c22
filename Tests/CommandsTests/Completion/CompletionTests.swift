import Commands
import SessionModel
import TestSupport
import Testing

struct CompletionTests {
  private func offered(
    _ line: String, after lines: [String] = [], at seat: Seat = .moderator
  ) throws -> [String] {
    var table = try Table.open()
    for line in lines { try table.ask(Intent(line: line)) }
    return Completion(of: line, in: table.session, by: seat).candidates.map(\.text)
  }

  @Test func `an empty line offers every area`() throws {
    #expect(
      try offered("") == [
        "session", "agenda", "floor", "question", "poll", "ballot", "note",
        "outcome", "inbox", "breakout", "report", "record",
        "person", "people", "plan",
        "undo", "redo",
      ])
  }

  @Test func `a seat is offered only what it may say`() throws {
    #expect(try offered("", at: .ballot) == ["floor", "poll", "outcome"])
    #expect(try offered("floor ", at: .ballot) == ["raise", "withdraw"])
  }

  @Test func `the first letters of a word find it`() throws {
    #expect(try offered("fl").first == "floor")
    #expect(try offered("floor gi").first == "give")
  }

  @Test func `after floor give the queue comes before people`() throws {
    #expect(
      try offered("floor give ", after: ["floor raise p3", "floor raise p1"]) == [
        "next", "r1", "r2", "p2", "--for",
      ])
  }

  @Test func `letters of a name find the person`() throws {
    #expect(try offered("floor give bak").first == "p2")
    #expect(try offered("floor give Bako Dia").first == "p2")
  }

  @Test func `a candidate takes the place of what is typed`() throws {
    let line = "floor give Bako Dia --for 2m"
    let cursor = line.index(line.startIndex, offsetBy: 19)
    let completion = Completion(of: line, at: cursor, in: try Table.open().session)
    let candidate = try #require(completion.candidates.first)
    #expect(candidate.detail == "Bako Diallo")
    let filled = candidate.filledIn(line)
    #expect(filled.line == "floor give p2 --for 2m")
    #expect(filled.line[..<filled.cursor] == "floor give p2 ")
  }

  @Test func `an option is offered until it is said`() throws {
    #expect(try offered("floor raise p1 --") == ["--room", "--online", "--kind"])
    #expect(try offered("floor raise p1 --online --") == ["--kind"])
  }

  @Test func `an option that may be said again is offered again`() throws {
    #expect(try offered("poll draft A? --choice x --ch").first == "--choice")
  }

  @Test func `behind an option its values are offered`() throws {
    #expect(
      try offered("floor raise p1 --kind ") == [
        "comment", "question", "reply", "point_of_order", "intervention", "interposed_question",
        "answer",
      ])
    #expect(try offered("note bind n1 --question ") == ["q1", "q2", "none"])
  }

  @Test func `only polls that can be opened are offered to be opened`() throws {
    #expect(try offered("poll open ", after: ["poll open v1"]) == ["v2"])
    #expect(try offered("poll close ", after: ["poll open v1"]) == ["v1"])
  }

  @Test func `a ballot offers the letters of its poll`() throws {
    let letters = try offered("poll cast v1 ", at: .ballot)
    #expect(letters == ["A", "B", "C", "blank", "--word", "--number", "--voter", "--code"])
  }

  @Test func `where a word may be left out both are offered`() throws {
    #expect(
      try offered("agenda extend ") == ["s1", "s2", "s3", "30s", "1m", "2m", "3m", "5m", "10m"])
  }

  @Test func `free text offers nothing`() throws {
    #expect(try offered("note write takeaway Rem").isEmpty)
  }
}
