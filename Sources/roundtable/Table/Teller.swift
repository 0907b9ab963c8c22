import Commands
import SessionModel

/// Tells entries one after another, each with the names that were known before it.
///
/// What goes away has its name only before: whose hand was taken down, who left the roll.
struct Teller {
  private var session: Session

  /// Begins with the session as it was before the first entry that is told.
  init(_ session: Session) {
    self.session = session
  }

  /// One sentence on one line; `now` is what the session has become where entries are missing.
  mutating func sentence(of entry: Entry, now: Session) -> String {
    guard entry.n == session.entries + 1 else { return entry.sentence(in: now) }
    var sentence = entry.sentence(in: session)
    // A session read from a checkpoint does not know what it takes back.
    if case .history = entry.event, !session.history.isWhole { sentence = entry.sentence(in: now) }
    do throws(Damage) {
      try session.apply(entry)
    } catch {
      return entry.sentence(in: now)
    }
    return sentence
  }
}

extension Intent {
  /// Whether something is gone once it is done, and its name with it.
  var takesAway: Bool {
    switch self {
    case .plan(.drop), .plan(.removeQuestion), .people(.remove), .agenda(.remove),
      .floor(.withdraw), .poll(.remove), .note(.remove):
      true
    default: false
    }
  }
}
