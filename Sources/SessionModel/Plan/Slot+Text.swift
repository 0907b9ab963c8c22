extension Slot {
  /// `Tue 7 Dec 2021`, where it begins.
  public var dayText: String { calendar(start).longDateText }

  /// `16:30 to 17:30 UTC`; with what differs at its end: `23:22 CET to 01:52 CEST (28 Mar)`.
  public var timesText: String {
    let first = clock(at: start).zone
    let zone = first == clock(at: end).zone ? "" : " \(first)"
    let isSameDay = calendar(start).dateText == calendar(end).dateText
    let day = isSameDay ? "" : " (\(calendar(end).shortDateText))"
    return "\(calendar(start).clockText)\(zone) to \(endText)\(day)"
  }

  /// `17:30 UTC`, as the clocks show it then.
  public var endText: String { "\(calendar(end).clockText) \(clock(at: end).zone)" }

  private func calendar(_ time: Timestamp) -> CalendarTime {
    CalendarTime(time, offsetMinutes: clock(at: time).offsetMinutes)
  }
}
