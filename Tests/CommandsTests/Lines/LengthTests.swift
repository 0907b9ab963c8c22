import Testing

@testable import Commands

struct LengthTests {
  @Test(arguments: [
    ("2m", 120), ("90s", 90), ("1h", 3600), ("1h30m", 5400), ("1h30m5s", 5405), ("2min", 120),
    ("45sec", 45), ("1:30", 90), ("0:05", 5), ("1:00:00", 3600), ("3", 180), ("-2m", -120),
    ("+2M", 120), ("-1:30", -90), ("0", 0),
  ])
  func `a length is read in seconds`(text: String, seconds: Int) {
    #expect(Length.seconds(of: text) == seconds)
  }

  @Test(arguments: [
    "", "-", "m", "2x", "1:60", "1:2:3:4", ":", "1:", "30s1m", "1.5m", "٣m", "--2m", "2m ",
    "99999999999999999999", "9999999999999999h", "1h-5m", "60000000m", "1000h",
  ])
  func `what is no length is not read as one`(text: String) {
    #expect(Length.seconds(of: text) == nil)
  }

  @Test(arguments: [
    (0, "0m"), (90, "90s"), (120, "2m"), (3600, "1h"), (5400, "90m"), (-120, "-2m"),
  ])
  func `a length has one spelling`(seconds: Int, text: String) {
    #expect(Length.text(of: seconds) == text)
    #expect(Length.seconds(of: text) == seconds)
  }
}
