import SessionModel
import TestSupport
import Testing

/// A poll put to an open table, as tests of methods need it.
struct Asked {
  var table: Table
  let poll: PollID

  /// Drafts and opens it beside the two drafts that the table has.
  init(
    _ method: PollMethod, _ choices: [String] = [], secrecy: Poll.Secrecy = .anonymous
  ) throws {
    table = try Table.open()
    try table.ask(.poll(.ask(text: "?", method: method, choices: choices, secrecy: secrecy)))
    poll = try #require(table.session.polls.open?.id)
  }

  mutating func cast(_ ballot: Ballot, from voter: PersonID? = nil) throws {
    try table.ask(.poll(.cast(poll, ballot, voter: voter)), by: .ballot)
  }

  mutating func close() throws {
    try table.ask(.poll(.close(poll)))
  }

  /// Why a ballot does not stand, as a sentence; `nil` when it does.
  func complaint(about ballot: Ballot) -> String? {
    table.refusal(of: .poll(.cast(poll, ballot, voter: nil)), by: .ballot)?.sentence
  }

  func tally() throws -> Tally {
    let poll = try #require(table.session.polls[poll])
    return try #require(table.session.tally(of: poll))
  }

  /// The tally of a closed poll with those ballots.
  static func count(
    _ method: PollMethod, _ choices: [String] = [], _ ballots: [Ballot]
  ) throws -> Tally {
    var asked = try Asked(method, choices)
    for ballot in ballots { try asked.cast(ballot) }
    try asked.close()
    return try asked.tally()
  }

  /// Why such a poll cannot be asked, as a sentence; `nil` when it can.
  static func complaint(about method: PollMethod, _ choices: [String] = []) throws -> String? {
    try Table.open().refusal(
      of: .poll(.draft(text: "?", method: method, choices: choices, secrecy: .public)))?.sentence
  }
}

/// Every way to put some things, in order, into that many places.
func everyWay<Thing>(_ things: [Thing], into places: Int) -> [[Thing]] {
  places == 0
    ? [[]] : everyWay(things, into: places - 1).flatMap { rest in things.map { rest + [$0] } }
}
