import SessionModel
import TestSupport
import Testing

struct SeatTests {
  @Test(arguments: [
    Refused(
      .agenda(.next), at: .rapporteur, .notAtThisSeat(.rapporteur),
      "The rapporteur's terminal cannot do that"),
    Refused(
      .floor(.give(.next, seconds: nil)), at: .ballot, .notAtThisSeat(.ballot),
      "A ballot terminal cannot do that"),
    Refused(.undo, at: .stage, .notAtThisSeat(.stage), "The stage cannot do that"),
    Refused(
      .poll(.cast(.init(1), Ballot(), voter: ana)), at: .moderator, .notAtThisSeat(.moderator),
      "The moderator's terminal cannot do that"),
  ])
  func `what a seat may not do is refused before anything else`(refused: Refused) throws {
    try refused.expect()
  }

  @Test(arguments: [
    Intent.note(.write(kind: .note, text: "Late")), .people(.count(Headcount(room: 3, online: 4))),
  ])
  func `the rapporteur writes notes, counts heads`(intent: Intent) throws {
    #expect(try Table.open().refusal(of: intent, by: .rapporteur) == nil)
  }

  @Test func `a ballot terminal may raise a hand`() throws {
    let hand = Intent.floor(.raise(ana, channel: nil, kind: .comment))
    #expect(try Table.open().refusal(of: hand, by: .ballot) == nil)
  }
}
