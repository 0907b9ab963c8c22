/// What can be asked about polls.
public enum PollIntent: Equatable, Sendable {
  /// Without choices the method's own are offered.
  case draft(text: String, method: PollMethod, choices: [String], secrecy: Poll.Secrecy)
  case change(PollID, text: String?, choices: [String]?, secrecy: Poll.Secrecy?)
  case remove(PollID)
  case open(PollID)
  case close(PollID)
  case share(PollID)
  case hide(PollID)
  /// A public poll wants to know who; an anonymous one may, to take one ballot a person.
  case cast(PollID, Ballot, voter: PersonID?)
}

/// What happened to a poll.
public enum PollEvent: Equatable, Sendable, Codable {
  case drafted(
    poll: PollID, text: String, method: PollMethod, choices: [Choice], secrecy: Poll.Secrecy)
  case changed(poll: PollID, text: String?, choices: [Choice]?, secrecy: Poll.Secrecy?)
  case removed(poll: PollID)
  case opened(poll: PollID, segment: SegmentID?, question: QuestionID?)
  /// `box` is what an anonymous poll's ballot box held.
  case closed(poll: PollID, box: BallotBox?)
  case shared(poll: PollID)
  case hidden(poll: PollID)
  /// A public ballot.
  case ballotCast(poll: PollID, voter: PersonID, ballot: Ballot)
  /// An anonymous ballot is in the box; how many there are now.
  case ballotCounted(poll: PollID, turnout: Int)
}
