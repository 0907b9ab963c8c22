import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct BallotBoxesTests {
  /// A session with twenty people, whose anonymous poll v1 is open.
  private func pollingTable() throws -> DiskTable {
    let people = (1...20).map { Intent.people(.add(name: "Person \($0)", details: .init())) }
    return try DiskTable(
      where: people + [
        .agenda(.add(title: "Poll", kind: .poll, seconds: 600, details: .init())), .agenda(.open),
        .poll(
          .draft(
            text: "Should it?", method: .oneChoice, choices: ["Yes", "No"], secrecy: .anonymous)),
        .poll(.open(PollID(1))),
      ])
  }

  private func ballot(_ choice: String, of voter: Int? = nil) -> Intent {
    .poll(.cast(PollID(1), Ballot(choosing: [choice]), voter: voter.map(PersonID.init)))
  }

  private let box = "session/box-v1.json"

  @Test func `a ballot goes into the box, its number into the journal`() throws {
    let table = try pollingTable()
    try table.desk().submit(ballot("A", of: 7), by: .ballot)
    #expect(
      table.place.text(of: box)
        == "{\"ballots\":[{\"ballot\":{\"marks\":{\"A\":1}},\"count\":1}],\"roll\":[\"p7\"]}")
    #expect(
      table.journal.hasSuffix("{\"ballotCounted\":{\"poll\":\"v1\",\"turnout\":1}}},\"n\":25}\n"))
  }

  @Test func `a box that is gone takes no ballots as if nobody had voted`() throws {
    let table = try pollingTable()
    try table.desk().submit(ballot("A", of: 7), by: .ballot)
    table.place.delete(box)
    let gone = DeskError.refused(.boxGone(PollID(1), turnout: 1))
    #expect(throws: gone) { try table.desk().submit(ballot("A", of: 8), by: .ballot) }
    #expect(throws: gone) { try table.desk().submit(.poll(.close(PollID(1))), by: .moderator) }
    try table.desk().submit(.poll(.closeUncounted(PollID(1))), by: .moderator)
    #expect(try table.desk().current().polls[PollID(1)]?.state == .closed)
  }

  @Test func `every desk knows what is in the box`() throws {
    let table = try pollingTable()
    let reader = try table.desk()
    let writer = try table.desk()
    for (voter, choice) in [(3, "A"), (1, "B"), (2, "A")] {
      try writer.submit(ballot(choice, of: voter), by: .ballot)
      #expect(try reader.current().boxes == writer.current().boxes)
    }
    #expect(try reader.current().boxes[PollID(1)]?.turnout == 3)
  }

  @Test func `nobody votes twice at two desks`() throws {
    let table = try pollingTable()
    let (one, other) = (try table.desk(), try table.desk())
    try one.submit(ballot("A", of: 7), by: .ballot)
    #expect(throws: DeskError.refused(.hasVoted("Person 7"))) {
      try other.submit(ballot("B", of: 7), by: .ballot)
    }
  }

  @Test func `ballots in a row all go into the box`() throws {
    let table = try pollingTable()
    _ = try table.desk().submit((1...9).map { ballot("A", of: $0) }, by: .ballot)
    let session = try table.desk().current()
    #expect(session.boxes[PollID(1)]?.turnout == 9)
    #expect(session.polls[PollID(1)]?.turnout == 9)
  }

  @Test func `at the close the ballots go into the journal and the box is deleted`() throws {
    let table = try pollingTable()
    let desk = try table.desk()
    try desk.submit(ballot("A", of: 7), by: .ballot)
    try desk.submit(.poll(.close(PollID(1))), by: .moderator)
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
    let session = try table.desk().current()
    #expect(session.polls[PollID(1)]?.counted?.turnout == 1)
    #expect(session.boxes.isEmpty)
  }

  @Test func `a poll whose close is taken back gets its ballots back`() throws {
    let table = try pollingTable()
    let desk = try table.desk()
    try desk.submit(ballot("A", of: 7), by: .ballot)
    try desk.submit(.poll(.close(PollID(1))), by: .moderator)
    try desk.submit(.undo, by: .moderator)
    try desk.submit(ballot("B", of: 8), by: .ballot)
    #expect(try table.desk().current().boxes[PollID(1)]?.turnout == 2)
  }

  // MARK: What no file may tell

  @Test func `no order of voting can be read from any file`() throws {
    let voters = [(11, "A"), (2, "B"), (19, "B"), (5, "A")]
    let boxes = try [voters, voters.reversed()].map { voters in
      let table = try pollingTable()
      for (voter, choice) in voters {
        try table.desk().submit(ballot(choice, of: voter), by: .ballot)
      }
      #expect(table.place.names(in: "session") == ["box-v1.json", "journal.jsonl"])
      return table.place.text(of: box)
    }
    #expect(boxes[0] == boxes[1])
  }

  @Test func `neither journal nor checkpoint names a voter while the poll is open`() throws {
    let table = try pollingTable()
    let before = table.journal
    try table.desk().submit(ballot("A", of: 17), by: .ballot)
    try table.desk().writeCheckpoint()
    #expect(!table.journal.dropFirst(before.count).contains("p17"))
    let text = try #require(table.place.text(of: "session/session.json"))
    #expect(text.components(of: "\"p17\"") == 2, "only the roll of people has it")
  }

  // MARK: Interruptions

  @Test func `when the program dies before the entry the count corrects itself`() throws {
    let table = try pollingTable()
    var contents = BallotBox()
    contents.put(Ballot(choosing: ["A"]), from: PersonID(1))
    try BallotBoxes(in: table.folder.folder, calls: .system).fill(PollID(1), with: contents)
    #expect(try table.desk().current().polls[PollID(1)]?.turnout == 0)
    try table.desk().submit(ballot("A", of: 2), by: .ballot)
    #expect(try table.desk().current().polls[PollID(1)]?.turnout == 2)
  }

  /// Calls that put boxes on the disk, but no entry.
  private var boxesOnly: FileCalls {
    var calls = FileCalls.system
    calls.write = { descriptor, bytes in
      var name = [UInt8](repeating: 0, count: 4096)
      let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
      guard !String(decoding: name[..<count], as: UTF8.self).hasSuffix("journal.jsonl") else {
        errno = ENOSPC
        return -1
      }
      return FileCalls.system.write(descriptor, bytes)
    }
    return calls
  }

  @Test(arguments: [[], ["A"], ["A", "B"]])
  func `a ballot that could not be counted is taken out of the box again`(
    before: [String]
  ) throws {
    let table = try pollingTable()
    for choice in before { try table.desk().submit(ballot(choice), by: .ballot) }
    let contents = table.place.text(of: box)
    #expect(throws: DeskError.self) {
      try table.desk(calls: boxesOnly).submit(ballot("A", of: 1), by: .ballot)
    }
    #expect(table.place.text(of: box) == contents)
    try table.desk().submit(ballot("A", of: 1), by: .ballot)
    #expect(try table.desk().current().boxes[PollID(1)]?.turnout == before.count + 1)
  }

  @Test func `a box that cannot be replaced takes no ballot`() throws {
    let table = try pollingTable()
    var calls = FileCalls.system
    calls.rename = { _, _ in
      errno = ENOSPC
      return -1
    }
    let before = table.journal
    let error = #expect(throws: DeskError.self) {
      try table.desk(calls: calls).submit(ballot("A", of: 1), by: .ballot)
    }
    #expect(
      error?.sentence == "Could not replace '\(table.folder.path)/box-v1.json': "
        + "No space left on device")
    #expect(table.journal == before)
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
  }

  @Test func `the next writer takes away the box of a poll that has closed`() throws {
    let table = try pollingTable()
    try table.desk().submit(ballot("A", of: 1), by: .ballot)
    var calls = FileCalls.system
    calls.unlink = { _ in -1 }
    try table.desk(calls: calls).submit(.poll(.close(PollID(1))), by: .moderator)
    #expect(table.place.names(in: "session") == ["box-v1.json", "journal.jsonl"])
    #expect(try table.desk().current().boxes.isEmpty)
    try table.desk().submit(.note(.write(kind: .note, text: "On we go")), by: .rapporteur)
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
  }

  @Test func `the next writer takes away a draft of a box`() throws {
    let table = try pollingTable()
    table.place.write("{", to: "session/box-v1.json.new")
    try table.desk().submit(.note(.write(kind: .note, text: "On we go")), by: .rapporteur)
    #expect(table.place.names(in: "session") == ["journal.jsonl"])
  }

  @Test func `a box that cannot be read stops the poll`() throws {
    let table = try pollingTable()
    table.place.write("nonsense", to: box)
    #expect(
      table.complaint()
        == "The ballot box '\(table.folder.path)/box-v1.json' cannot be read; its poll cannot go on"
    )
  }
}

extension String {
  /// How often a text stands in this one, plus one.
  fileprivate func components(of text: String) -> Int { split(separator: text).count }
}
