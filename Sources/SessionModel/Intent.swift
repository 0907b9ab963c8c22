/// Something asked for; the session decides whether it happens.
///
/// Every intent can be written as one line and read back: see the room Commands.
public enum Intent: Equatable, Sendable {
  case plan(PlanIntent)
  case people(PeopleIntent)
  case agenda(AgendaIntent)
  case floor(FloorIntent)
  case poll(PollIntent)
  case note(NoteIntent)
  case outcome(OutcomeIntent)
  case inbox(InboxIntent)
  case breakout(BreakoutIntent)
  case access(AccessIntent)
  /// Takes back the last thing this seat did.
  case undo
  /// Takes back the last thing this seat did before an entry that cannot be taken back.
  case undoBefore(Int)
  /// Does again what this seat took back last.
  case redo
}

/// What the session answers to an intent: what happens, and what goes into a ballot box.
public struct Decision: Equatable, Sendable {
  public var event: Event
  /// What the store must put into a ballot box before it writes the entry; mostly `nil`.
  public var deposit: Deposit?

  public init(_ event: Event, deposit: Deposit? = nil) {
    self.event = event
    self.deposit = deposit
  }
}

/// A change of a poll's ballot box, or of the codes that may vote, which no entry shows.
public enum Deposit: Equatable, Sendable {
  /// The box as it stands from now on.
  case fill(PollID, BallotBox)
  /// A ballot to be sealed, and to be put into the box as it stands from now on.
  case seal(PollID, SealedBallot, into: BallotBox)
  /// The poll has closed; its ballots stand in the entry.
  case empty(PollID)
  /// The codes on slips as they stand from now on.
  case codes(Set<VoteCode>)
}
