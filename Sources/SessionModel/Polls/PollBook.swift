/// All polls of a session.
public struct PollBook: Equatable, Sendable, Codable {
  public var all = Register<Poll>()

  public init() {}

  public subscript(id: PollID) -> Poll? { all[id] }

  /// The one that takes ballots now.
  public var open: Poll? { all.all.last { $0.state == .open } }

  /// The one that takes ballots at that time: its own may be up.
  public func open(at now: Moment) -> Poll? { open.flatMap { $0.isOver(at: now) ? nil : $0 } }

  /// The open one, else the one whose outcome is shared.
  public var onStage: Poll? { open ?? all.all.last { $0.isShared } }
}
