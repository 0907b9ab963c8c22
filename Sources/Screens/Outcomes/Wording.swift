import SessionModel

/// The words that are before the room, as somebody who answers has read them.
struct Wording: Equatable, Sendable {
  private let outcome: OutcomeID
  private let version: Int
  private let asked: Moment

  /// `nil` while nothing is before the room.
  init?(_ session: Session) {
    guard let outcome = session.outcomes.asked, let asking = outcome.asking else { return nil }
    self.outcome = outcome.id
    version = outcome.version
    asked = asking.began
  }

  /// Why nobody can answer to these words any more; `nil` as long as they are before the room.
  func whyGone(in session: Session) -> String? {
    if Wording(session) == self { return nil }
    if let now = session.outcomes[outcome], now.version != version {
      return "The words of \(outcome) have changed, so nothing said of the earlier ones counts"
    }
    return "\(outcome) is not before the room any more"
  }
}

extension OutcomeSentence {
  /// How the room is asked: whoever answered to earlier words has to know that there are new ones.
  var askedAs: String {
    voided == nil ? "DO WE AGREE?" : "NEW WORDS, ASKED AGAIN: DO WE AGREE?"
  }
}
