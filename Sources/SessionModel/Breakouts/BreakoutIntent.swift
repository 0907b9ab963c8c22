/// What can be asked about breakout groups.
public enum BreakoutIntent: Equatable, Sendable {
  /// Divides those who are here into so many groups, or into groups of that size; drawn by `seed`.
  case divide(groups: Int?, size: Int?, seed: Int)
  /// Puts somebody into a group, or takes them out of all with `nil`.
  case move(PersonID, to: BreakoutID?)
  case change(BreakoutID, BreakoutDetails)
  /// Sends the groups to work.
  case begin(seconds: Int)
  /// Gives a group, or all, more time or less.
  case extend(BreakoutID?, seconds: Int)
  /// Calls the groups back.
  case recall
  /// Calls something to a group or to all; within a group's own session to the plenary.
  case signal(BreakoutSignal.Kind, minutes: Int?, text: String?, to: BreakoutID?)
  /// Takes what was called from the other side.
  case hear(BreakoutSignal)
  /// Gives the floor to whoever tells what came of a group.
  case readOut(BreakoutID, seconds: Int?)
  /// Takes what a group brings back.
  case merge(BreakoutID, tag: String, BreakoutReturn)
  /// Does away with the groups.
  case dissolve
}

/// What happened to breakout groups.
public enum BreakoutEvent: Equatable, Sendable, Codable {
  case divided(groups: [BreakoutMembers], tag: String, seed: Int)
  case moved(person: PersonID, to: BreakoutID?)
  case changed(breakout: BreakoutID, details: BreakoutDetails)
  case begun(seconds: Int)
  case extended(breakout: BreakoutID?, seconds: Int)
  case recalled
  case signalled(signal: BreakoutSignal)
  case heard(signal: BreakoutSignal)
  case merged(breakout: BreakoutID, with: BreakoutReturn)
  case dissolved
}

/// A group and who is in it.
public struct BreakoutMembers: Equatable, Sendable, Codable {
  public var breakout: BreakoutID
  public var people: [PersonID]

  public init(_ breakout: BreakoutID, _ people: [PersonID]) {
    self.breakout = breakout
    self.people = people
  }
}

/// What is said about a group; `nil` says nothing and leaves things as they are.
public struct BreakoutDetails: Equatable, Sendable, Codable {
  public var title: String?
  public var chair: PersonID?
  public var rapporteur: PersonID?
  public var question: QuestionID?
  public var room: String?

  public init() {}

  public var isEmpty: Bool { self == BreakoutDetails() }
}
