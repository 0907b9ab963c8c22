public import SessionModel

/// Sessions as iCalendar: the slot and every point of the agenda that has a time.
///
/// Source: RFC 5545. Times are in UTC; lines end in CRLF and are folded at 75 bytes.
public struct SessionCalendar: Equatable, Sendable {
  public var events: [Event]
  /// When the calendar was made.
  public var madeAt: Timestamp

  public init(events: [Event], madeAt: Timestamp) {
    self.events = events
    self.madeAt = madeAt
  }

  /// One entry of the calendar.
  public struct Event: Equatable, Sendable {
    /// The same for the same thing whenever it is exported.
    public var id: String
    public var title: String
    public var start: Timestamp
    public var end: Timestamp
    public var room: String?
    public var description: String?
    public var organizers: [String] = []
  }

  /// The session's slot, then the points of its agenda that have times; empty where nothing has.
  ///
  /// Where a rule hides who was there, nobody is named.
  public static func events(of session: Session, named name: String) -> [Event] {
    var events: [Event] = []
    let plan = session.plan
    let hides = plan.attribution != .attributed
    let veil = hides ? Veil(for: session) : Veil()
    if let slot = plan.slot {
      var event = Event(
        id: "\(name)@roundtable", title: veil.over(plan.title), start: slot.start, end: slot.end)
      event.room = plan.room
      event.description = plan.description.map(veil.over)
      let organizers = session.people.roll.filter { $0.roles.contains(.organizer) }
      event.organizers = hides ? [] : organizers.map(\.name)
      events.append(event)
    }
    for segment in session.agenda.ordered {
      guard let start = segment.startsAt else { continue }
      var event = Event(
        id: "\(name)-\(segment.id)@roundtable", title: veil.over(segment.title), start: start,
        end: start.advanced(by: segment.plannedSeconds))
      event.room = plan.room
      let people = segment.people.compactMap { session.people[$0]?.name }
      if !people.isEmpty, !hides { event.description = people.joined(separator: ", ") }
      events.append(event)
    }
    return events
  }

  /// The whole calendar.
  public var text: String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//roundtable//roundtable//EN"]
    for event in events { lines += Self.lines(of: event, madeAt: madeAt) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func lines(of event: Event, madeAt: Timestamp) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(stamp(madeAt))",
      "DTSTART:\(stamp(event.start))", "DTEND:\(stamp(event.end))",
      "SUMMARY:\(escaped(event.title))",
    ]
    if let room = event.room { lines.append("LOCATION:\(escaped(room))") }
    if let text = event.description { lines.append("DESCRIPTION:\(escaped(text))") }
    // Where nobody's address is known, an address that leads nowhere has to stand in its place.
    lines += event.organizers.prefix(1).map { name in
      "ORGANIZER;CN=\"\(name.filter { $0 != "\"" })\":mailto:unknown@invalid"
    }
    return lines + ["END:VEVENT"]
  }

  /// `20211207T163000Z`.
  private static func stamp(_ time: Timestamp) -> String {
    let whole = Timestamp(milliseconds: time.milliseconds - time.milliseconds % 1000)
    return whole.description.filter { $0 != "-" && $0 != ":" }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", ";", ",": result += "\\\(character)"
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }

  /// Broken before 75 bytes, never within a character.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line {
      let size = String(character).utf8.count
      if length + size > 74 {
        result += "\r\n "
        length = 1
      }
      result.append(character)
      length += size
    }
    return result
  }
}
