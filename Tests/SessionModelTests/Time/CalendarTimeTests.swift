import SessionModel
import Testing

struct CalendarTimeTests {
  @Test(arguments: [
    ("2021-12-07T16:30:00Z", 0, "Tue 7 Dec 2021", "16:30"),
    ("2021-12-07T23:30:00Z", 60, "Wed 8 Dec 2021", "00:30"),
    ("2020-03-01T00:15:00Z", -30, "Sat 29 Feb 2020", "23:45"),
    ("1969-12-31T23:59:00Z", 0, "Wed 31 Dec 1969", "23:59"),
    ("1900-03-01T00:00:00Z", -1, "Wed 28 Feb 1900", "23:59"),
    ("2021-12-07T18:30:00Z", 345, "Wed 8 Dec 2021", "00:15"),
  ])
  func `a clock on the wall shows date and time where it hangs`(
    utc: String, offset: Int, date: String, clock: String
  ) throws {
    let calendar = CalendarTime(try #require(Timestamp(utc)), offsetMinutes: offset)
    #expect(calendar.longDateText == date)
    #expect(calendar.clockText == clock)
  }

  @Test func `weekdays follow each other through leap years`() throws {
    let start = try #require(Timestamp("1999-12-31T12:00:00Z"))
    var weekday = CalendarTime(start, offsetMinutes: 0).weekday
    #expect(weekday == 4)
    for day in 1...1600 {
      let next = CalendarTime(start.advanced(by: day * 86400), offsetMinutes: 0).weekday
      #expect(next == (weekday + 1) % 7)
      weekday = next
    }
  }
}
