import SessionModel

extension Console {
  /// Who stands where Enter gives the floor, and whether somebody else has just put them there.
  ///
  /// Two moderators may press Enter for the same hand: the second press must not go to the next one.
  struct Front: Sendable {
    /// How long a change that comes from elsewhere is looked at first.
    private static let milliseconds: Int64 = 500

    /// Whether what changes now comes of a key or a click here.
    var isOurs = false
    private var request: RequestID?
    private var moved: Moment?

    mutating func settle(_ now: RequestID?, at moment: Moment) {
      defer { isOurs = false }
      guard now != request else { return }
      // Where nobody stood, nobody meant anybody else.
      moved = isOurs || request == nil ? nil : moment
      request = now
    }

    func hasJustMoved(at moment: Moment) -> Bool {
      moved.map { moment.milliseconds(since: $0) < Self.milliseconds } ?? false
    }
  }
}
