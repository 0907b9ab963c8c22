/// When somebody online has the floor next, and for how long nobody had.
public struct OnlineTurn: Equatable, Sendable {
  /// The first request from online; `nil` where nobody online waits.
  public var request: RequestID?
  /// Its place among all who wait, from 1.
  public var place: Int?
  /// Until it has the floor if everybody before uses the time given, in seconds.
  public var seconds: Int?
  /// How many in the room had the floor since somebody online had; whoever moderates leads it.
  public var roomTurns: Int

  public init(request: RequestID? = nil, place: Int? = nil, seconds: Int? = nil, roomTurns: Int) {
    self.request = request
    self.place = place
    self.seconds = seconds
    self.roomTurns = roomTurns
  }

  /// Whether it is time: after every one or two from the room, one from online.
  public var isDue: Bool { request != nil && (place == 1 || roomTurns >= 2) }
}

extension Session {
  /// When the floor next comes to somebody online, as the queue stands.
  public func onlineTurn(at now: Moment) -> OnlineTurn {
    var turn = OnlineTurn(roomTurns: roomTurnsSinceOnline)
    guard let index = floor.queue.firstIndex(where: { $0.channel == .online }) else { return turn }
    let running = floor.currentTurn.map { max(0, $0.allowanceSeconds - $0.spokenSeconds(at: now)) }
    turn.request = floor.queue[index].id
    turn.place = index + 1
    turn.seconds = floor.queue[..<index].reduce(running ?? 0) { sum, request in
      sum + (request.seconds ?? floor.allowance(for: request.kind))
    }
    return turn
  }

  private var roomTurnsSinceOnline: Int {
    var count = 0
    for turn in floor.turns.all.reversed() {
      guard turn.channel == .room else { break }
      let roles = people[turn.person]?.roles ?? []
      if !roles.contains(.moderator), !roles.contains(.onlineModerator) { count += 1 }
    }
    return count
  }
}
