/// A point in time as a calendar and a clock on the wall show it, a fixed way east of UTC.
///
/// Source: Howard Hinnant, “chrono-compatible low-level date algorithms” (proleptic Gregorian).
public struct CalendarTime: Hashable, Sendable {
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// 1 to 31.
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  /// 0 is Monday.
  public var weekday: Int

  /// What clocks show that many minutes east of UTC.
  public init(_ time: Timestamp, offsetMinutes: Int) {
    let seconds = time.milliseconds.flooredQuotient(by: 1000) + Int64(offsetMinutes) * 60
    let days = Int(seconds.flooredQuotient(by: 86400))
    let rest = Int(seconds.flooredRemainder(by: 86400))
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3600
    minute = rest % 3600 / 60
    second = rest % 60
    weekday = (days + 3).flooredRemainder(by: 7)
  }

  /// The date, as `2021-12-07`.
  public var dateText: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
  /// The time, as `16:30:00`.
  public var timeText: String { "\(clockText):\(padded(second, to: 2))" }
  /// The time, as `16:30`.
  public var clockText: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
  /// The date without its year, as `7 Dec`.
  public var shortDateText: String { "\(day) \(Self.monthNames[month - 1])" }
  /// The date in full, as `Tue 7 Dec 2021`.
  public var longDateText: String { "\(Self.dayNames[weekday]) \(shortDateText) \(year)" }

  private static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func days(since1970 year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredQuotient(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
