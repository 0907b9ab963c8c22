import SessionModel
import TerminalUI

/// The sentence that the room is asked about now, for screens that are about something else.
struct BeforeTheRoom {
  let sentence: String
  /// `last call`, `count 3 of 6`, `support or object, 4 answers`.
  let state: String
  /// Those that are open, to this wording.
  let objections: Int

  init?(_ session: Session, at now: Moment) {
    guard let outcome = session.outcomes.asked, let asking = outcome.asking else { return nil }
    sentence = outcome.text
    objections = outcome.open.count { $0.version == outcome.version }
    if let count = asking.count(at: now) {
      state = "count \(count) of \(Asking.countSeconds)"
    } else if asking.way == .silence {
      state = asking.way.title
    } else {
      state = "\(asking.way.title), \(counted(asking.answers.count, "answer"))"
    }
  }

  /// `last call`, or what was objected.
  func spans(_ look: Look) -> [Span] {
    objections == 0 ? [Span(state, look["accent"])] : [Span(objectionsText, look["warn"])]
  }

  var objectionsText: String { counted(objections, "objection") }
}
