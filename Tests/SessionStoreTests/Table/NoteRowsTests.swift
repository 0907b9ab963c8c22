import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct NoteRowsTests {
  private static let texts = [
    "Plain words", "", "É, 漢 and 👨‍👩‍👧", "A \"quote\" and a \\ stroke", "Two\nlines, a\ttab, \u{1}",
    "},{\"id\":\"n9\"}", "ends in \\", "\u{2028}\u{FEFF}",
  ]

  /// A checkpoint of a session with a note of each text, bound to something or to nothing.
  private func checkpoint(_ texts: [String] = texts) throws -> Checkpoint {
    var table = try SessionFixture.planned()
    for (index, text) in texts.enumerated() {
      let kinds = Note.Kind.allCases
      let binding = NoteBinding(
        segment: index % 2 == 0 ? SegmentID(3) : nil, speaker: index % 3 == 0 ? PersonID(2) : nil,
        question: index % 4 == 1 ? QuestionID(1) : nil, poll: index % 5 == 1 ? PollID(7) : nil)
      try table.happen(
        .note(
          .written(
            note: NoteID(index + 1), kind: kinds[index % kinds.count], text: text,
            binding: binding, detail: index % 3 == 1 ? detail(text) : nil)),
        by: index % 2 == 0 ? .rapporteur : .moderator)
    }
    return Checkpoint(of: table.session, at: Journal.Position())
  }

  /// Everything that can be known of a note beside its words.
  private func detail(_ text: String) -> NoteDetail {
    var detail = NoteDetail()
    detail.fields = [.addressee: text + "}", .deadline: "{\"\\"]
    detail.topics = ["remedy", text]
    detail.links = [NoteLink(.mentions, .person(PersonID(1)))]
    detail.attribution = .chathamHouse
    let then = Moment(at: Timestamp(milliseconds: 1_638_894_600_000))
    detail.earlier = [NoteVersion(text: text, kind: .quote, until: then, changedBy: .moderator)]
    return detail
  }

  private func noteRows(in bytes: [UInt8]) -> (notes: [Note], rest: [UInt8])? {
    bytes.withUnsafeBufferPointer { bytes in
      NoteRows(in: bytes).flatMap { rows in rows.notes().map { ($0, rows.rest) } }
    }
  }

  private func decoded(_ bytes: [UInt8]) throws -> Checkpoint {
    try JSONText.value(Checkpoint.self, from: bytes[...])
  }

  @Test func `notes read from their lines are those that a decoder reads`() throws {
    let bytes = try checkpoint().bytes
    let rows = try #require(noteRows(in: bytes))
    #expect(rows.notes.map(\.text) == Self.texts)
    #expect(try rows.notes == decoded(bytes).session.notes.all.all)
    #expect(try bytes.withUnsafeBufferPointer(Checkpoint.init).session == decoded(bytes).session)
  }

  @Test func `many notes are read beside all else`() throws {
    let texts = (0..<1500).map { "Note \($0) of a long session" }
    let bytes = try checkpoint(texts).bytes
    let read = try bytes.withUnsafeBufferPointer { bytes in
      try #require(NoteRows(in: bytes)?.areMany == true)
      return try Checkpoint(bytes)
    }
    #expect(read.session.notes.all.map(\.text) == texts)
    #expect(try read.session == decoded(bytes).session)
  }

  @Test func `what stands beside many notes and is broken is no checkpoint`() throws {
    let text = String(
      decoding: try checkpoint((0..<1500).map { "Note \($0) of a session" }).bytes, as: UTF8.self)
    let broken = Array(
      text.replacing(#""stage":"#, with: #""stage";"#).replacing(
        #""people": {"#, with: #""people": ["#
      ).utf8)
    #expect(broken != Array(text.utf8))
    #expect(throws: (any Error).self) { try broken.withUnsafeBufferPointer(Checkpoint.init) }
  }

  @Test func `what is left has no notes and is whole`() throws {
    let rows = try #require(noteRows(in: checkpoint().bytes))
    let rest = try decoded(rows.rest)
    #expect(rest.session.notes.all.isEmpty)
    #expect(try rest.session.people == checkpoint().session.people)
  }

  @Test func `a checkpoint without notes is left to the decoder`() throws {
    let bytes = try checkpoint([]).bytes
    #expect(noteRows(in: bytes) == nil)
    #expect(try bytes.withUnsafeBufferPointer(Checkpoint.init).session == decoded(bytes).session)
  }

  @Test(arguments: [
    (#"{"author":"#, #"{ "author" : "#), (#""binding":{},"#, #""binding":{"later":1},"#),
    (#""id":"n1""#, #""later":[],"id":"n1""#),
  ])
  func `a line that is written otherwise is decoded`(words: (was: String, now: String)) throws {
    let text = String(decoding: try checkpoint(["One", "Two"]).bytes, as: UTF8.self)
    let bytes = Array(text.replacing(words.was, with: words.now).utf8)
    #expect(bytes != Array(text.utf8) || words.was.contains("binding"))
    #expect(try noteRows(in: bytes)?.notes == decoded(bytes).session.notes.all.all)
  }

  @Test(arguments: [
    (#""id":"n2""#, #""id":"x2""#), (#""id":"n2""#, #""id":"n1""#), (#""kind":"#, #""sort":"#),
    (#""text":"Two""#, #""text":"T"#), ("\n      ]", "\n"),
  ])
  func `lines that are no notes in order are none`(words: (was: String, now: String)) throws {
    let text = String(decoding: try checkpoint(["One", "Two"]).bytes, as: UTF8.self)
    let broken = text.replacing(words.was, with: words.now)
    #expect(broken != text)
    #expect(noteRows(in: Array(broken.utf8)) == nil)
  }
}
