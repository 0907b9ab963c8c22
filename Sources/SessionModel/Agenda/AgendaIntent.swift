/// What can be asked about the agenda.
public enum AgendaIntent: Equatable, Sendable {
  case add(title: String, kind: Segment.Kind, seconds: Int, details: SegmentDetails)
  case change(SegmentID, SegmentDetails)
  /// Puts a segment at a place counted from 1.
  case move(SegmentID, to: Int)
  case remove(SegmentID)
  /// Opens the session.
  case open
  /// Finishes the running segment and starts the one that follows.
  case next
  case start(SegmentID)
  case skip(SegmentID, reason: String)
  /// Gives a segment that many seconds more, or fewer.
  case extend(SegmentID?, seconds: Int)
  case finish
  /// Makes what is left fit the time that is left.
  case replan(Replan.Way)
  /// Puts a policy question on the table, or takes it off.
  case ask(QuestionID?)
  /// Lets the gavel fall.
  case close
}

/// What happened to the agenda.
public enum AgendaEvent: Equatable, Sendable, Codable {
  case added(
    segment: SegmentID, title: String, kind: Segment.Kind, seconds: Int, details: SegmentDetails)
  case changed(segment: SegmentID, details: SegmentDetails)
  case moved(segment: SegmentID, to: Int)
  case removed(segment: SegmentID)
  case opened
  /// The running segment ends where another starts.
  case started(segment: SegmentID)
  case skipped(segment: SegmentID, reason: String)
  case extended(segment: SegmentID, seconds: Int)
  case finished(segment: SegmentID)
  /// Seconds from now on for each segment that stays, what is left out, and the new end if any.
  case replanned(way: Replan.Way, seconds: [SegmentTime], out: [SegmentID], until: Timestamp?)
  case asked(question: QuestionID?)
  case closed
}

/// What a segment has in all, what it has lasted included.
public struct SegmentTime: Equatable, Sendable, Codable {
  public var segment: SegmentID
  public var seconds: Int
}

/// What is said about a segment; `nil` says nothing and leaves things as they are.
public struct SegmentDetails: Equatable, Sendable, Codable {
  public var title: String?
  public var kind: Segment.Kind?
  public var seconds: Int?
  public var startsAt: Timestamp?
  /// How short it may become, in seconds.
  public var minimum: Int?
  /// When it must end.
  public var endsAt: Timestamp?
  public var people: [PersonID]?
  public var questions: [QuestionID]?
  public var attribution: AttributionRule?

  public init() {}

  public var isEmpty: Bool { self == SegmentDetails() }
}
