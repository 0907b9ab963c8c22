/// All polls of a session.
public struct PollBook: Equatable, Sendable, Codable {
  public var all = Register<Poll>()

  public init() {}

  public subscript(id: PollID) -> Poll? { all[id] }

  /// The one that takes ballots now.
  public var open: Poll? { all.all.last { $0.state == .open } }

  /// The one that takes ballots at that time: its own may be up.
  public func open(at now: Moment) -> Poll? { open.flatMap { $0.isOver(at: now) ? nil : $0 } }

  /// The open one, else the one whose outcome was shared last.
  public var onStage: Poll? { open ?? lastShared }

  /// Of those whose outcome is shared, the one that was shared last.
  public var lastShared: Poll? {
    all.reduce(nil) { last, poll in
      guard poll.isShared else { return last }
      return poll.sharedAt < last?.sharedAt ?? 0 ? last : poll
    }
  }
}

extension Poll {
  /// In milliseconds; 0 where it is not known any more.
  fileprivate var sharedAt: Int64 { shared?.at.milliseconds ?? 0 }
}
