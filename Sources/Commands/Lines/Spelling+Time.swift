import SessionModel

extension Spelling<Timestamp> {
  /// RFC 3339, written in UTC.
  static var time: Self {
    Spelling(kind: .time) { word, _ in
      Timestamp(word)
    } write: {
      $0.description
    }
  }
}

extension Spelling<Moment> {
  /// A time, and behind it what the machine's own clock said, where that is known.
  static var moment: Self {
    Spelling(kind: .time) { word, _ in
      Moment(word)
    } write: {
      $0.monotonic == nil ? $0.description : $0.description.quoted
    }
  }
}

extension Spelling<WrittenSlot> {
  /// Two times with a stroke between them; the first one's offset is the zone's.
  static var slot: Self {
    Spelling(kind: .slot) { word, _ in
      let times = word.split(separator: "/", omittingEmptySubsequences: false)
      guard times.count == 2, let start = Timestamp(times[0]), let end = Timestamp(times[1]) else {
        return nil
      }
      return WrittenSlot(
        start: start, end: end, offsetMinutes: times[0].offsetMinutes,
        endOffsetMinutes: times[1].offsetMinutes)
    } write: { slot in
      slot.start.text(offsetMinutes: slot.offsetMinutes) + "/"
        + slot.end.text(offsetMinutes: slot.endOffsetMinutes)
    }
  }
}

/// A slot without what the programme calls its zone.
struct WrittenSlot: Sendable {
  var start: Timestamp
  var end: Timestamp
  var offsetMinutes: Int
  /// The second time's offset: another where the clocks change meanwhile.
  var endOffsetMinutes: Int

  /// The slot in a zone, whose clocks may change at a time.
  func slot(in zone: String?, changingAt change: Timestamp?, to later: String?) -> Slot {
    var slot = Slot(
      start: start, end: end, zone: zone ?? plainZone, offsetMinutes: offsetMinutes)
    slot.change = change.map {
      Slot.ClockChange(at: $0, zone: later ?? plainEndZone, offsetMinutes: endOffsetMinutes)
    }
    return slot
  }

  /// What the zone is called where nobody says: `UTC`, `UTC+05:30`.
  var plainZone: String { Self.plainZone(offsetMinutes) }

  /// The same for the end.
  var plainEndZone: String { Self.plainZone(endOffsetMinutes) }

  private static func plainZone(_ minutes: Int) -> String {
    minutes == 0 ? "UTC" : "UTC" + offsetText(minutes)
  }
}

extension StringProtocol {
  /// Minutes east of UTC in a time that is known to be well written.
  fileprivate var offsetMinutes: Int {
    // The sign of the offset stands six places before the end; a date's dashes stand further off.
    let offset = suffix(6)
    guard let sign = offset.first, sign == "+" || sign == "-", count > 16,
      let hours = Int(offset.dropFirst().prefix(2)), let minutes = Int(offset.suffix(2))
    else { return 0 }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension Timestamp {
  /// RFC 3339 as clocks show it that many minutes east of UTC.
  fileprivate func text(offsetMinutes: Int) -> String {
    guard offsetMinutes != 0 else { return description }
    let local = Timestamp(milliseconds: milliseconds + Int64(offsetMinutes) * 60_000).description
    return local.dropLast() + offsetText(offsetMinutes)
  }
}

/// As RFC 3339 writes it: `+05:30`.
private func offsetText(_ minutes: Int) -> String {
  let hours = String(abs(minutes) / 60)
  let rest = String(abs(minutes) % 60)
  let sign = minutes < 0 ? "-" : "+"
  return sign + (hours.count < 2 ? "0" : "") + hours + ":" + (rest.count < 2 ? "0" : "") + rest
}
