import Sealing
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

/// What whoever has all files in hand can find out about who chose what.
struct SecrecyTests {
  /// One poll as it went, and all that its files showed of it, before the close and after.
  private struct Case {
    /// What each voter chose, in the order of the roll.
    var truth: [Ballot]
    /// The roll and the ballots as the open box has them, opened where it is sealed.
    var open: [Ballot]
    /// The ballots as the journal has them after the close.
    var closed: [Ballot]
    /// The ballots in the order they were cast, which no file may show.
    var asCast: [Ballot]
    var votersAsCast: [PersonID]
  }

  private let key = SecretSeal()

  /// Plays polls among ten people: some of them vote, at random, in an order at random.
  private func cases(_ count: Int, _ secrecy: Poll.Secrecy) throws -> [Case] {
    let table = try DiskTable(where: Array([Intent].polling(secrecy).dropLast()))
    let desk = try table.desk(calls: .hasty)
    var generator = SeededGenerator(seed: 1000)
    return try (1...count).map { number in
      try play(PollID(number), secrecy, at: table, desk, &generator)
    }
  }

  private func play(
    _ poll: PollID, _ secrecy: Poll.Secrecy, at table: DiskTable, _ desk: SessionDesk,
    _ generator: inout SeededGenerator
  ) throws -> Case {
    let seal = PollSeal(key: Base64.text(of: key.publicBytes), wrapped: "bm9uZQ==")
    let prepared: [PollIntent] = [
      .draft(text: "?", method: .oneChoice, choices: ["A", "B", "C"], secrecy: secrecy),
      .entitle(poll, .present), secrecy == .sealed ? .openSealed(poll, seal) : .open(poll),
    ]
    for outcome in try desk.submit(prepared.map(Intent.poll), by: .moderator) {
      _ = try outcome.get()
    }
    var people = (1...10).map { PersonID($0) }
    people.shuffle(using: &generator)
    let voters = people.prefix(generator.number(2...10))
    let choices = voters.map { _ in Ballot(choosing: [generator.one(of: ["A", "B", "C"])]) }
    for (voter, ballot) in zip(voters, choices) {
      try desk.submit(.poll(.cast(poll, ballot, voter: voter)), by: .ballot)
    }
    let text = try #require(table.place.text(of: "session/box-\(poll).json"))
    let box = try JSONText.value(BallotBox.self, from: Array(text.utf8)[...])
    _ = try desk.submit([.poll(.close(poll))], by: .moderator, keys: [poll: key])[0].get()
    let counted = try #require(try desk.current().polls[poll]?.counted)
    #expect(box.roll == voters.sorted())
    let chosen = Dictionary(uniqueKeysWithValues: zip(voters, choices))
    return Case(
      truth: box.roll.compactMap { chosen[$0] }, open: try opened(box),
      closed: counted.ballots.flatMap(\.papers), asCast: choices, votersAsCast: Array(voters))
  }

  /// The ballots of a box in the order they lie in.
  private func opened(_ box: BallotBox) throws -> [Ballot] {
    guard let sealed = box.sealed else { return box.ballots.flatMap(\.papers) }
    return try sealed.map { paper in
      let content = try key.open(#require(Base64.bytes(of: paper)))
      return try JSONText.value(SealedBallot.self, from: content[...]).ballot
    }
  }

  /// How far guesses lie above what shuffled truths would give, in standard deviations.
  private func excess(_ cases: [(truth: [Ballot], guess: [Ballot])]) -> Double {
    func hits(_ truths: [[Ballot]]) -> Double {
      Double(
        zip(truths, cases).reduce(0) { sum, pair in
          sum + zip(pair.0, pair.1.guess).count { $0 == $1 }
        })
    }
    var generator = SeededGenerator(seed: 7)
    let shuffled = (1...400).map { _ in
      hits(cases.map { $0.truth.shuffled(using: &generator) })
    }
    let mean = shuffled.reduce(0, +) / Double(shuffled.count)
    let variance = shuffled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(shuffled.count)
    return (hits(cases.map(\.truth)) - mean) / variance.squareRoot()
  }

  /// Every order that a file has, forwards and backwards, laid beside the roll.
  @Test(arguments: [Poll.Secrecy.anonymous, .sealed])
  func `with all files in hand nobody joins voters to ballots better than by chance`(
    secrecy: Poll.Secrecy
  ) throws {
    let cases = try cases(500, secrecy)
    for guess: (Case) -> [Ballot] in [
      { $0.open }, { $0.open.reversed() }, { $0.closed }, { $0.closed.reversed() },
    ] {
      let excess = excess(cases.map { ($0.truth, guess($0)) })
      #expect(abs(excess) < 4.5)
    }
  }

  @Test func `a file that kept the order of voting would be found out`() throws {
    let cases = try cases(60, .anonymous)
    let excess = excess(
      cases.map { one in
        let order = zip(one.votersAsCast, one.asCast).sorted { $0.0 < $1.0 }.map(\.1)
        return (one.truth, order)
      })
    #expect(excess > 4.5)
  }

  @Test func `sealed polls of one turnout leave files of the same lengths`() throws {
    let tables = try [["A", "A", "A", "A"], ["B", "C", "C", "B"]].map { choices in
      let table = try DiskTable(where: .polling(.sealed))
      let seal = PollSeal(key: Base64.text(of: SecretSeal().publicBytes), wrapped: "bm9uZQ==")
      let desk = try table.desk()
      try desk.submit(.poll(.openSealed(PollID(1), seal)), by: .moderator)
      for choice in choices {
        try desk.submit(
          .poll(.cast(PollID(1), Ballot(choosing: [choice]), voter: nil)), by: .ballot)
      }
      try desk.writeCheckpoint()
      return (table, seal.key)
    }
    let names = tables[0].0.place.names(in: "session")
    #expect(names == ["box-v1.json", "journal.jsonl", "session.json"])
    #expect(tables[1].0.place.names(in: "session") == names)
    for name in names {
      let texts = try tables.map { try #require($0.0.place.text(of: "session/\(name)")) }
      #expect(texts[0].utf8.count == texts[1].utf8.count, "\(name)")
    }
    // But for the keys the journals are the same, and nothing of a choice is in them.
    let journals = tables.map { $0.0.journal.replacing($0.1, with: "KEY") }
    #expect(journals[0] == journals[1])
  }
}

extension BallotBox.Counted {
  fileprivate var papers: [Ballot] { [Ballot](repeating: ballot, count: count) }
}
