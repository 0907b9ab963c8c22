public import SessionModel

/// A table at which everybody asks and learns, without a disk: intents in, entries out.
///
/// Its clock starts at 2021-12-07T16:30:00Z and moves on a second with every entry.
public struct Table: Sendable {
  public private(set) var session = Session()
  public private(set) var entries: [Entry] = []
  public var now = Moment(
    at: Timestamp(milliseconds: 1_638_894_600_000), monotonic: 1_000_000, boot: "a")

  /// A table at which nothing has happened yet.
  public init() {}

  /// A table at which all this has happened.
  public init(where events: [Event]) throws(Damage) {
    for event in events { try happen(event) }
  }

  /// Lets time pass.
  public mutating func wait(_ seconds: Int) {
    now.at = now.at.advanced(by: seconds)
    now.monotonic = now.monotonic.map { $0 + Int64(seconds) * 1000 }
  }

  /// Makes something a fact that nobody needs to have asked for.
  public mutating func happen(_ event: Event, by seat: Seat = .moderator) throws(Damage) {
    wait(1)
    let entry = Entry(n: session.entries + 1, at: now, by: seat, event: event)
    try session.apply(entry)
    entries.append(entry)
  }

  /// Asks; what is granted happens, ballot boxes included.
  @discardableResult
  public mutating func ask(_ intent: Intent, by seat: Seat = .moderator) throws -> Event {
    let decision = try session.decide(intent, by: seat, at: now)
    switch decision.deposit {
    case .fill(let poll, let box): session.boxes[poll] = box
    case .empty(let poll): session.boxes[poll] = nil
    case .codes(let codes): session.codes = codes
    case .seal(let poll, _, var box):
      box.put(sealed: "sealed \(box.turnout + 1)")
      session.boxes[poll] = box
    case nil: break
    }
    try happen(decision.event, by: seat)
    return decision.event
  }

  /// The refusal that somebody who asks is told; `nil` when it would be granted.
  public func refusal(of intent: Intent, by seat: Seat = .moderator) -> Refusal? {
    do throws(Refusal) {
      _ = try session.decide(intent, by: seat, at: now)
      return nil
    } catch {
      return error
    }
  }
}

extension Table {
  /// A session that nobody has opened yet.
  ///
  /// Three people (Ana online), three segments, two questions and two drafted polls: v1 yes or no
  /// and public, v2 one of three and anonymous.
  public static func laid() throws(Damage) -> Table {
    var speaker = PersonDetails()
    speaker.roles = [.speaker]
    speaker.channel = .online
    speaker.group = .civilSociety
    return try Table(where: [
      .people(.added(person: .init(1), name: "Ana Neves", details: speaker)),
      .people(.added(person: .init(2), name: "Bako Diallo", details: PersonDetails())),
      .people(.added(person: .init(3), name: "Chen Li", details: PersonDetails())),
      .plan(
        .questionAdded(question: .init(1), text: "Who should provide remedy?", short: "Remedy")),
      .plan(.questionAdded(question: .init(2), text: "Who pays?", short: nil)),
      .agenda(.added(segment: .init(1), title: "Framing", kind: .framing, seconds: 600)),
      .agenda(.added(segment: .init(2), title: "Open floor", kind: .openFloor, seconds: 1800)),
      .agenda(.added(segment: .init(3), title: "Closing", kind: .closing, seconds: 300)),
      .poll(
        .drafted(
          poll: .init(1), text: "Is remedy within reach?", method: .yesNoAbstain,
          choices: Choice.lettered(["Yes", "No", "Abstain"]), secrecy: .public)),
      .poll(
        .drafted(
          poll: .init(2), text: "Where to act first?", method: .oneChoice,
          choices: Choice.lettered(["Law", "Courts", "Companies"]), secrecy: .anonymous)),
    ])
  }

  /// The laid table with the session open and its first segment running.
  public static func open() throws(Damage) -> Table {
    var table = try laid()
    try table.happen(.agenda(.opened))
    return table
  }
}

extension AgendaEvent {
  fileprivate static func added(
    segment: SegmentID, title: String, kind: Segment.Kind, seconds: Int
  ) -> AgendaEvent {
    .added(segment: segment, title: title, kind: kind, seconds: seconds, details: SegmentDetails())
  }
}
