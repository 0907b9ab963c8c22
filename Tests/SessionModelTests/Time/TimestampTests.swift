import SessionModel
import Testing

struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (-86_400_000, "1969-12-31T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
      (1_582_934_400_000, "2020-02-29T00:00:00Z"), (-2_203_977_600_000, "1900-02-28T00:00:00Z"),
      (-2_203_891_200_000, "1900-03-01T00:00:00Z"), (1_638_894_600_000, "2021-12-07T16:30:00Z"),
      (1_638_894_600_120, "2021-12-07T16:30:00.120Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func `a time has one spelling in UTC`(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text) == Timestamp(milliseconds: milliseconds))
  }

  @Test func `every time that is written reads back`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let time = Timestamp(
        milliseconds: Int64.random(
          in: -62_135_596_800_000...253_402_300_799_999, using: &generator))
      #expect(Timestamp(time.description) == time)
    }
  }

  @Test(arguments: [
    ("2021-12-07T17:30:00+01:00", "2021-12-07T16:30:00Z"),
    ("2021-12-07T16:30Z", "2021-12-07T16:30:00Z"), ("2021-12-07 16:30:00z", "2021-12-07T16:30:00Z"),
    ("2021-12-08T00:15:00+05:45", "2021-12-07T18:30:00Z"),
    ("2021-12-07T23:30:00-03:30", "2021-12-08T03:00:00Z"),
    ("2021-12-07T16:30:00.5Z", "2021-12-07T16:30:00.500Z"),
    ("2021-12-07T16:30:00.1234567Z", "2021-12-07T16:30:00.123Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
  ])
  func `other spellings are understood`(text: String, utc: String) {
    #expect(Timestamp(text)?.description == utc)
  }

  @Test(arguments: [
    "", "2021-12-07", "2021-12-07T16:30:00", "2021-13-07T16:30:00Z", "2021-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z", "2021-12-00T00:00:00Z", "2021-12-07T24:00:00Z",
    "2021-12-07T16:60:00Z", "2021-12-07T16:30:61Z", "2021-12-07T16:30:00.Z",
    "2021-12-07T16:30:00+0100", "2021-12-07T16:30:00+24:00", " 2021-12-07T16:30:00Z",
    "2021-12-07T16:30:00Z ", "２021-12-07T16:30:00Z", "21-12-07T16:30:00Z",
  ])
  func `what is no time is not read as one`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `seconds between two times are rounded down`() {
    let time = Timestamp(milliseconds: 1500)
    #expect(time.seconds(since: Timestamp(milliseconds: 0)) == 1)
    #expect(Timestamp(milliseconds: 0).seconds(since: time) == -2)
  }
}
