import SessionModel
import TestSupport
import Testing

let ana = PersonID(1)
let bako = PersonID(2)
let chen = PersonID(3)
let nobody = PersonID(9)

/// Something asked for at a table, and why it does not happen.
struct Refused: Sendable, CustomTestStringConvertible {
  var isOpen: Bool
  /// What has been asked for and granted before.
  var earlier: [Intent]
  var intent: Intent
  var seat: Seat
  var refusal: Refusal
  var sentence: String

  init(
    open isOpen: Bool = true, after earlier: [Intent] = [], _ intent: Intent,
    at seat: Seat = .moderator, _ refusal: Refusal, _ sentence: String
  ) {
    self.isOpen = isOpen
    self.earlier = earlier
    self.intent = intent
    self.seat = seat
    self.refusal = refusal
    self.sentence = sentence
  }

  var testDescription: String { sentence }

  /// Expects exactly this refusal and this sentence.
  func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
    var table = isOpen ? try Table.open() : try Table.laid()
    for intent in earlier {
      if case .poll(.cast) = intent {
        try table.ask(intent, by: .ballot)
      } else {
        try table.ask(intent)
      }
    }
    let told = table.refusal(of: intent, by: seat)
    #expect(told == refusal, sourceLocation: sourceLocation)
    #expect(told?.sentence == sentence, sourceLocation: sourceLocation)
  }
}
