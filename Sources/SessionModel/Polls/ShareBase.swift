/// What a whole bar is, where a poll counts ballots: what shares are of.
public enum ShareBase: String, Sendable, Codable, CaseIterable, Hashable {
  /// All ballots, blank ones included.
  case cast
  /// Ballots that say something.
  case valid
  /// Everybody who was here when the poll closed.
  case present
  /// Everybody who may vote.
  case entitled
  /// No shares are shown.
  case none
}

extension Tally {
  /// What shares are of: `12 ballots that say something`; `nil` where there are none.
  public var baseText: String? {
    guard let whole, base != .none else { return nil }
    let ballots = whole == 1 ? "1 ballot" : "\(whole) ballots"
    return switch base {
    case .cast: ballots + " cast"
    case .valid: ballots + " with a choice"
    case .present: "\(whole) present"
    case .entitled: "\(whole) entitled"
    case .none: nil
    }
  }
}

extension Session {
  /// Makes shares what the poll wants them to be of.
  func measure(_ tally: inout Tally, of poll: Poll) {
    guard tally.isOfBallots, tally.rows.allSatisfy(\.isShare) else { return }
    let base = poll.base ?? .valid
    // Who votes is here, whatever the roll says.
    let whole = Swift.max(count(of: base, in: tally, of: poll), tally.valid)
    tally.base = base
    tally.whole = whole
    for index in tally.rows.indices {
      tally.rows[index].full = Swift.max(1, whole) * tally.rows[index].parts
      tally.rows[index].isShare = base != .none
    }
  }

  private func count(of base: ShareBase, in tally: Tally, of poll: Poll) -> Int {
    switch base {
    case .valid, .none: tally.valid
    case .cast: tally.turnout
    case .present: poll.presentAtClose ?? people.presentCount
    case .entitled: entitledCount(in: poll) ?? poll.presentAtClose ?? people.presentCount
    }
  }
}
