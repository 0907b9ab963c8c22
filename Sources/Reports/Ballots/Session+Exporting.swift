public import SessionModel

extension Session {
  /// Whether a file may say who cast which ballot of a poll.
  public func mayTell(votersOf poll: Poll) -> Bool {
    Record(of: self).rule(in: poll.segment) == .attributed
  }

  /// Whether the ballots of a poll may leave the room at all.
  public func mayTell(ballotsOf poll: Poll) -> Bool {
    Record(of: self).rule(in: poll.segment) != .offTheRecord
  }
}
