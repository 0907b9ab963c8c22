import SessionModel
import TerminalUI

/// Minutes and seconds, as clocks in front of a room show them: `3:40`, `1:02:10`.
func clockText(_ seconds: Int) -> String {
  let total = abs(seconds)
  let sign = seconds < 0 ? "-" : ""
  let rest = twoDigits(total % 60)
  guard total >= 3600 else { return "\(sign)\(total / 60):\(rest)" }
  return "\(sign)\(total / 3600):\(twoDigits(total / 60 % 60)):\(rest)"
}

/// The same without hours, for narrow columns and beside figures in minutes: `67:10`.
func minutesText(_ seconds: Int) -> String {
  "\(seconds < 0 ? "-" : "")\(abs(seconds) / 60):\(twoDigits(abs(seconds) % 60))"
}

extension Moment {
  /// Whole tens of seconds since the other: for figures that need not run.
  func tens(since other: Moment) -> Int { seconds(since: other) / 10 * 10 }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension Plan {
  /// The zone that the session's clocks show at a time.
  func zone(at time: Timestamp) -> (name: String, offsetMinutes: Int) {
    guard let clock = slot?.clock(at: time) else { return ("UTC", 0) }
    return (clock.zone, clock.offsetMinutes)
  }

  /// A time on the session's clock: `16:52`.
  func clockText(_ time: Timestamp) -> String {
    CalendarTime(time, offsetMinutes: zone(at: time).offsetMinutes).clockText
  }

  /// With seconds: `17:31:20`.
  func secondsText(_ time: Timestamp) -> String {
    CalendarTime(time, offsetMinutes: zone(at: time).offsetMinutes).timeText
  }
}

/// `1 ballot`, `2 ballots`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}

/// On a screen a role is what something looks like; people's roles are spelled out.
typealias Role = TerminalUI.Role
