import SessionModel
import TestSupport
import Testing

/// Breakout groups: made, sent to work, called, and what they bring back.
struct BreakoutRulesTests {
  private let first = BreakoutID(1)
  private let second = BreakoutID(2)

  /// An open session with its six people here, in two groups that are at work.
  private func atWork() throws -> Table {
    var table = try Table.open()
    for name in ["Dora", "Emeka", "Fatima"] {
      try table.ask(.people(.add(name: name, details: PersonDetails())))
    }
    try table.ask(.people(.giveRole(PersonID(3), .moderator)))
    try table.ask(.agenda(.ask(QuestionID(1))))
    for person in 1...6 { try table.ask(.people(.arrive(PersonID(person), nil))) }
    try table.ask(.breakout(.divide(groups: 2, size: nil, seed: 1)))
    try table.ask(.breakout(.begin(seconds: 900)))
    return table
  }

  private func returned(_ entries: Int, _ text: String) -> BreakoutReturn {
    var back = BreakoutReturn(entries: entries, digest: "d\(entries)")
    back.notes = [ReturnedNote(.takeaway, text)]
    return back
  }

  @Test func `groups are named and hold everybody but the moderator`() throws {
    let breakouts = try atWork().session.breakouts
    #expect(breakouts.all.map(\.title) == ["Group 1", "Group 2"])
    #expect(breakouts.all.flatMap(\.members).count == 5)
  }

  @Test func `a group has its own clock`() throws {
    var table = try atWork()
    let began = try #require(table.session.breakouts.began)
    try table.ask(.breakout(.extend(second, seconds: 120)))
    let breakouts = table.session.breakouts
    var later = began
    later.at = later.at.advanced(by: 600)
    later.monotonic = later.monotonic.map { $0 + 600_000 }
    #expect(try breakouts.leftSeconds(of: #require(breakouts[first]), at: later) == 300)
    #expect(try breakouts.leftSeconds(of: #require(breakouts[second]), at: later) == 420)
  }

  @Test func `who chairs a group must be in it`() throws {
    var table = try atWork()
    let other = try #require(table.session.breakouts[second]?.members.first)
    var details = BreakoutDetails()
    details.chair = other
    let name = try #require(table.session.people[other]?.name)
    #expect(
      table.refusal(of: .breakout(.change(first, details)))?.sentence == "\(name) is not in Group 1"
    )
    try table.ask(.breakout(.change(second, details)))
    #expect(table.session.breakouts[second]?.chair == other)
  }

  @Test func `a group that calls for help has it until it is answered`() throws {
    var table = try atWork()
    try table.ask(
      .breakout(.hear(BreakoutSignal(.help, from: second, sent: table.now.at))))
    #expect(table.session.breakouts.wantsHelp(second))
    #expect(!table.session.breakouts.wantsHelp(first))
    try table.ask(.breakout(.signal(.message, minutes: nil, text: "On the way", to: second)))
    #expect(!table.session.breakouts.wantsHelp(second))
  }

  @Test func `a signal is heard once`() throws {
    var table = try atWork()
    let signal = BreakoutSignal(.help, from: first, sent: table.now.at)
    try table.ask(.breakout(.hear(signal)))
    #expect(table.refusal(of: .breakout(.hear(signal))) == .signalHeard)
  }

  @Test func `the rapporteur of a group reads out`() throws {
    var table = try atWork()
    #expect(
      table.refusal(of: .breakout(.readOut(first, seconds: nil)))?.sentence
        == "Group 1 has neither rapporteur nor chair to tell of it")
    let teller = try #require(table.session.breakouts[first]?.members.last)
    var details = BreakoutDetails()
    details.rapporteur = teller
    try table.ask(.breakout(.change(first, details)))
    try table.ask(.breakout(.recall))
    try table.ask(.breakout(.readOut(first, seconds: 90)))
    #expect(table.session.floor.currentTurn?.person == teller)
    #expect(table.session.floor.currentTurn?.allowanceSeconds == 90)
    #expect(try table.session.hasReadOut(#require(table.session.breakouts[first])))
    #expect(try !table.session.hasReadOut(#require(table.session.breakouts[second])))
  }

  @Test func `what the moderator did with groups can be taken back and done again`() throws {
    var table = try atWork()
    let working = table.session
    try table.ask(.breakout(.recall))
    let recalled = table.session
    try table.ask(.undo)
    #expect(table.session == working)
    try table.ask(.redo)
    #expect(table.session == recalled)
  }

  // MARK: Merging

  @Test func `what comes back of another division is refused`() throws {
    #expect(
      try atWork().refusal(of: .breakout(.merge(first, tag: "other", returned(3, "A"))))?.sentence
        == "That is Group 1 of another division, not of this one; merge it where that was divided")
  }

  @Test func `the same file a second time changes nothing`() throws {
    var table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    try table.ask(.breakout(.merge(first, tag: tag, returned(3, "A"))))
    #expect(
      table.refusal(of: .breakout(.merge(first, tag: tag, returned(3, "A"))))
        == .mergedAlready("Group 1"))
    #expect(
      table.refusal(of: .breakout(.merge(first, tag: tag, returned(2, "older"))))
        == .mergedLater("Group 1"))
  }

  /// Every order of some things.
  private func orders<Thing>(of things: [Thing]) -> [[Thing]] {
    guard things.count > 1 else { return [things] }
    return things.indices.flatMap { index in
      var rest = things
      let one = rest.remove(at: index)
      return orders(of: rest).map { [one] + $0 }
    }
  }

  @Test func `files merge to the same state in every order`() throws {
    let table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    let files: [(BreakoutID, BreakoutReturn)] = [
      (first, returned(3, "A")), (first, returned(8, "A, at its end")), (second, returned(5, "B")),
      (second, returned(5, "B")), (second, returned(9, "B, at its end")),
    ]
    var states: [Session] = []
    for order in orders(of: files) {
      var table = table
      for (group, file) in order {
        // What is older than what is there, or the same, is refused and changes nothing.
        _ = try? table.ask(.breakout(.merge(group, tag: tag, file)))
      }
      states.append(table.session)
    }
    #expect(states.count == 120)
    #expect(states.allSatisfy { $0 == states[0] })
    #expect(states[0].breakouts.all.compactMap { $0.returned?.entries } == [8, 9])
  }

  @Test(arguments: 1...20)
  func `whatever groups bring back merges to the same state in any order`(seed: UInt64) throws {
    var random = RandomIntents(seed: seed, isWild: true)
    let table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    let files = (0..<8).map { number in
      var back = random.breakoutReturn()
      back.digest = "d\(number)"
      return (random.generator.flips() ? first : second, back)
    }
    func merged(_ order: [(BreakoutID, BreakoutReturn)]) -> Session {
      var table = table
      for (group, file) in order + order {
        _ = try? table.ask(.breakout(.merge(group, tag: tag, file)))
      }
      return table.session
    }
    #expect(merged(files) == merged(files.reversed()))
    #expect(merged(files) == merged(files.shuffled(using: &random.generator)))
  }

  @Test func `what a group brings back after the room was divided anew finds the group`() throws {
    var table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    try table.ask(.breakout(.recall))
    try table.ask(.breakout(.divide(groups: 2, size: nil, seed: 2)))
    try table.ask(.breakout(.merge(first, tag: tag, returned(3, "late"))))
    try table.ask(.breakout(.merge(second, tag: tag, returned(4, "later"))))
    #expect(
      table.session.breakouts.returned.map { $0.returned?.notes?.first?.text } == ["late", "later"])
    #expect(
      table.refusal(of: .breakout(.merge(second, tag: tag, returned(4, "later"))))
        == .mergedAlready("Group 2"))
  }

  @Test func `groups that were done away with can still bring something back`() throws {
    var table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    try table.ask(.breakout(.recall))
    try table.ask(.breakout(.dissolve))
    try table.ask(.breakout(.merge(second, tag: tag, returned(4, "late"))))
    #expect(table.session.breakouts.returned.map(\.id) == [second])
  }

  @Test func `groups that never worked leave nothing behind`() throws {
    var table = try atWork()
    try table.ask(.undo)
    try table.ask(.breakout(.divide(groups: 3, size: nil, seed: 2)))
    #expect(table.session.breakouts.earlier == nil)
  }

  // MARK: A group's own session

  /// The session of a group, as it begins.
  private func ownSession(_ table: Table) throws -> Table {
    var own = Table()
    for intent in table.session.beginnings(of: first, named: "plenary") { try own.ask(intent) }
    return own
  }

  @Test func `a group's own session has its people, question and time`() throws {
    let table = try atWork()
    let own = try ownSession(table).session
    let names = try #require(table.session.breakouts[first]).members
      .compactMap { table.session.people[$0]?.name }
    #expect(own.people.roll.map(\.name) == names)
    #expect(own.plan.title == "Group 1: Remedy")
    #expect(own.agenda.plannedSeconds == 900)
    #expect(own.plan.breakout?.group == first)
  }

  @Test func `a group's session that opens late has the plenary's clock`() throws {
    let plenary = try atWork()
    var own = try ownSession(plenary)
    own.now = try #require(plenary.session.breakouts.began)
    own.wait(400)
    try own.ask(.agenda(.open))
    own.wait(100)
    let group = try #require(plenary.session.breakouts[first])
    let left = plenary.session.breakouts.leftSeconds(of: group, at: own.now)
    #expect(left == 399)
    #expect(own.session.agenda.currentSegment?.elapsedSeconds(at: own.now) == 501)
    let forecast = try #require(own.session.forecast(at: own.now))
    #expect(forecast.leftSeconds == left)
    #expect(forecast.lateSeconds == 0)
  }

  @Test func `time that the plenary gives a group does not make it late`() throws {
    var plenary = try atWork()
    var own = try ownSession(plenary)
    try own.ask(.agenda(.open))
    try plenary.ask(.breakout(.extend(first, seconds: 120)))
    let origin = try #require(plenary.session.origin(of: first, named: "plenary"))
    try own.ask(.plan(.set(.breakout(to: origin))))
    try own.ask(.agenda(.extend(SegmentID(1), seconds: 120)))
    own.now = plenary.now
    let group = try #require(plenary.session.breakouts[first])
    let forecast = try #require(own.session.forecast(at: own.now))
    #expect(forecast.leftSeconds == plenary.session.breakouts.leftSeconds(of: group, at: own.now))
    #expect(forecast.lateSeconds == 0)
  }

  @Test func `notes and closed polls of a group come back`() throws {
    let plenary = try atWork()
    var own = try ownSession(plenary)
    try own.ask(.agenda(.open))
    try own.ask(.note(.write(kind: .takeaway, text: "Remedy first")), by: .rapporteur)
    try own.ask(
      .poll(
        .ask(text: "Ready?", method: .yesNoAbstain, choices: [], secrecy: .anonymous)))
    try own.ask(.poll(.cast(PollID(1), Ballot(marks: ["A": 1]), voter: nil)), by: .ballot)
    try own.ask(.poll(.close(PollID(1))))
    let back = own.session.brings(digest: "abc")
    #expect(back.notes == [ReturnedNote(.takeaway, "Remedy first")])
    #expect(back.polls?.map(\.turnout) == [1])
    #expect(back.polls?.first?.rows.map(\.figure) == ["1", "0", "0"])
  }

  @Test func `outcomes of a group come back with what they came to`() throws {
    var own = try ownSession(atWork())
    try own.ask(.agenda(.open))
    let outcome = OutcomeID(1)
    try own.ask(.outcome(.add(text: "Remedy first")))
    try own.ask(.outcome(.put(outcome, .support)))
    try own.ask(.outcome(.answer(.support, group: .government, channel: nil)))
    try own.ask(.outcome(.end))
    try own.ask(.outcome(.declare(outcome, override: nil)))
    #expect(
      own.session.brings(digest: "abc").outcomes
        == [ReturnedOutcome("Remedy first", statement: "broad agreement")])
  }

  @Test func `a note that a group brought back is taken into the notebook once`() throws {
    var table = try atWork()
    let tag = try #require(table.session.breakouts.tag)
    var back = returned(3, "A")
    back.notes?.append(ReturnedNote(.quote, "B", rule: .chathamHouse, topics: ["remedy"]))
    try table.ask(.breakout(.merge(first, tag: tag, back)))
    try table.ask(.note(.take(first, at: 2)), by: .rapporteur)
    let note = try #require(table.session.notes.all.all.last)
    #expect(note.kind == .quote)
    #expect(note.text == "B")
    #expect(note.topics == ["remedy", "Group 1"])
    #expect(note.attribution == .chathamHouse)
    #expect(
      table.refusal(of: .note(.take(first, at: 2)))?.sentence
        == "This note of Group 1 is in the notebook already")
    #expect(table.refusal(of: .note(.take(first, at: 3))) == .placeOutOfRange(3, count: 2))
  }

  @Test func `whoever spoke before the groups came back has told of none`() throws {
    var table = try atWork()
    let teller = try #require(table.session.breakouts[first]?.members.last)
    var details = BreakoutDetails()
    details.rapporteur = teller
    try table.ask(.breakout(.change(first, details)))
    try table.ask(.floor(.give(.person(teller), seconds: nil)))
    try table.ask(.floor(.end))
    try table.ask(.breakout(.recall))
    #expect(try !table.session.hasReadOut(#require(table.session.breakouts[first])))
    try table.ask(.breakout(.readOut(first, seconds: 90)))
    let turn = try #require(table.session.floor.currentTurn)
    #expect(table.session.groupTold(in: turn)?.id == first)
    try table.ask(.floor(.end))
    try table.ask(.floor(.give(.person(teller), seconds: nil)))
    #expect(try table.session.groupTold(in: #require(table.session.floor.currentTurn)) == nil)
  }

  @Test func `what a group said off the record stays there`() throws {
    var own = try ownSession(atWork())
    try own.ask(.agenda(.open))
    try own.ask(.note(.write(kind: .note, text: "Before")), by: .rapporteur)
    try own.ask(.plan(.set(.attribution(to: .offTheRecord))))
    #expect(own.session.brings(digest: "abc").notes == nil)
  }

  @Test func `a call from a group's own session is for the plenary`() throws {
    var own = try ownSession(atWork())
    try own.ask(.breakout(.signal(.help, minutes: nil, text: nil, to: nil)), by: .rapporteur)
    #expect(own.session.breakouts.signals.map(\.from) == [first])
  }
}
