import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct CodeSheetTests {
  private let poll = PollID(1)
  private let codes = ["K7QM-3XPR", "9HTA-44WZ", "22AB-CDEF"].compactMap(VoteCode.init)

  /// A session with slips, whose poll by code v1 is open.
  private func table(issuing issue: Bool = true) throws -> DiskTable {
    let issued: [Intent] = issue ? [.access(.issue(codes, group: nil))] : []
    return try DiskTable(
      where: issued + [
        .agenda(.add(title: "Poll", kind: .poll, seconds: 600, details: .init())), .agenda(.open),
        .poll(
          .draft(text: "Should it?", method: .oneChoice, choices: ["Yes", "No"], secrecy: .coded)),
      ])
  }

  private func vote(_ code: VoteCode) -> Intent {
    .poll(.castByCode(poll, Ballot(choosing: ["A"]), code))
  }

  @Test func `the journal shows no whole code`() throws {
    let table = try table()
    try table.desk().writeCheckpoint()
    for name in ["journal.jsonl", "session.json"] {
      let text = try #require(table.place.text(of: "session/\(name)"))
      #expect(text.contains("K7QM"))
      #expect(!text.contains("3XPR"))
    }
  }

  @Test func `nobody but the owner may read the codes`() throws {
    let table = try table()
    var status = stat()
    #expect(stat(table.folder.path + "/codes.json", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `another desk takes the codes that were issued`() throws {
    let table = try table()
    try table.desk().submit(.poll(.open(poll)), by: .moderator)
    try table.desk().submit(vote(codes[0]), by: .ballot)
    #expect(try table.desk().current().polls[poll]?.coded?.keys.sorted() == ["K7QM"])
  }

  @Test func `the first half of a code is not enough`() throws {
    let table = try table()
    try table.desk().submit(.poll(.open(poll)), by: .moderator)
    let guessed = try #require(VoteCode("K7QM-2222"))
    #expect(throws: DeskError.refused(.noSuchCode)) {
      try table.desk().submit(vote(guessed), by: .ballot)
    }
  }

  @Test func `a code that was taken back does not come back with a slip that begins alike`() throws
  {
    let table = try table()
    try table.desk().submit(.access(.revoke), by: .moderator)
    let other = try #require(VoteCode("K7QM-2222"))
    try table.desk().submit(.access(.issue([other], group: nil)), by: .moderator)
    try table.desk().submit(.poll(.open(poll)), by: .moderator)
    #expect(throws: DeskError.refused(.noSuchCode)) {
      try table.desk().submit(vote(codes[0]), by: .ballot)
    }
    try table.desk().submit(vote(other), by: .ballot)
  }

  @Test func `codes of older journals still vote`() throws {
    let table = try table(issuing: false)
    let number = try table.desk().current().entries + 1
    table.add(
      """
      {"at":"2021-12-07T16:40:00Z","by":"moderator","event":{"access":{"issued":{"codes":\
      ["K7QM-3XPR"]}}},"n":\(number)}

      """)
    try table.desk().submit(.poll(.open(poll)), by: .moderator)
    try table.desk().submit(vote(codes[0]), by: .ballot)
    #expect(try table.desk().current().polls[poll]?.turnout == 1)
    #expect(try table.desk().current().codes(of: nil) == [codes[0]])
  }
}
