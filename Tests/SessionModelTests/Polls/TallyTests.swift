import TestSupport
import Testing

@testable import SessionModel

struct TallyTests {
  private static let letters = ["A", "B", "C"]

  /// Every paper that can be handed in where there are three choices, the blank one included.
  private static let papers: [[String]] = (0..<8).map { bits in
    letters.indices.filter { bits & (1 << $0) != 0 }.map { letters[$0] }
  }

  /// Every way in which that many voters can fill in their papers.
  private static func elections(of voters: Int) -> [[[String]]] {
    voters == 0
      ? [[]] : elections(of: voters - 1).flatMap { rest in papers.map { rest + [$0] } }
  }

  private func poll(_ method: PollMethod, _ secrecy: Poll.Secrecy) -> Poll {
    Poll(
      id: .init(1), text: "?", method: method, choices: Choice.lettered(["a", "b", "c"]),
      secrecy: secrecy)
  }

  @Test(arguments: 0...3)
  func `every ballot of three choices is counted once where it stands`(voters: Int) throws {
    for papers in Self.elections(of: voters) {
      var box = BallotBox()
      for paper in papers { box.put(Ballot(choosing: paper), from: nil) }
      var named = poll(.severalChoices(min: 1, max: 3), .public)
      for (index, paper) in papers.enumerated() {
        named.named[.init(index + 1)] = Ballot(choosing: paper)
      }
      let tally = try #require(poll(.severalChoices(min: 1, max: 3), .anonymous).tally(box: box))
      #expect(tally == named.tally())
      #expect(
        tally.rows.map(\.count)
          == Self.letters.map { letter in papers.count { $0.contains(letter) } })
      #expect(tally.blank == papers.count(where: \.isEmpty))
      #expect(tally.turnout == voters)
    }
  }

  @Test(arguments: [
    (PollMethod.oneChoice, 1...1), (.yesNoAbstain, 1...1),
    (.severalChoices(min: 1, max: 2), 1...2), (.severalChoices(min: 2, max: 3), 2...3),
  ])
  func `of every paper exactly those with a fitting number of marks stand`(
    method: PollMethod, fitting: ClosedRange<Int>
  ) throws {
    for paper in Self.papers {
      var table = try Table(where: [
        .agenda(
          .added(
            segment: .init(1), title: "Poll", kind: .poll, seconds: 60, details: SegmentDetails())),
        .agenda(.opened),
        .poll(
          .drafted(
            poll: .init(1), text: "?", method: method,
            choices: Choice.lettered(["a", "b", "c"]), secrecy: .anonymous)),
        .poll(.opened(poll: .init(1), segment: nil, question: nil)),
      ])
      table.wait(1)
      let ballot = Intent.poll(.cast(.init(1), Ballot(choosing: paper), voter: nil))
      let stands = paper.isEmpty || fitting.contains(paper.count)
      #expect((table.refusal(of: ballot, by: .ballot) == nil) == stands, "\(paper)")
    }
  }

  @Test(arguments: [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 0, 0), (1, 200, 1), (1, 201, 0)])
  func `a share is rounded half up`(count: Int, valid: Int, percent: Int) {
    #expect(Tally.Row(Choice(id: "A", text: "a"), count: count, of: valid).percent == percent)
  }

  @Test(arguments: [
    (PollMethod.yesNoAbstain, "Choose one"), (.oneChoice, "Choose one"),
    (.severalChoices(min: 2, max: 2), "Choose 2"),
    (.severalChoices(min: 1, max: 3), "Choose 1 to 3"),
  ])
  func `a form says how to fill it in`(method: PollMethod, instruction: String) {
    #expect(poll(method, .public).form.instruction == instruction)
  }
}
