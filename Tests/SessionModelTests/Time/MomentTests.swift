import SessionModel
import Testing

struct MomentTests {
  private func moment(_ wall: Int64, _ monotonic: Int64?, _ boot: String? = "a") -> Moment {
    Moment(at: Timestamp(milliseconds: wall), monotonic: monotonic, boot: boot)
  }

  @Test(arguments: [-3_600_000, -1, 0, 1, 86_400_000] as [Int64])
  func `a wall clock that jumps changes nothing within one boot`(jump: Int64) {
    let first = moment(1_000_000, 500)
    let second = moment(1_000_000 + 2000 + jump, 2500)
    #expect(second.milliseconds(since: first) == 2000)
    #expect(second.seconds(since: first) == 2)
  }

  @Test func `across boots the wall clock counts`() {
    #expect(moment(9000, 10, "b").milliseconds(since: moment(1000, 5000, "a")) == 8000)
  }

  @Test func `where the machine's clock is not known the wall clock counts`() {
    #expect(moment(9000, nil).milliseconds(since: moment(1000, 5000)) == 8000)
    #expect(moment(9000, 5000).milliseconds(since: moment(1000, nil)) == 8000)
  }

  @Test func `no time is ever negative`() {
    #expect(moment(1000, 500).milliseconds(since: moment(1000, 2500)) == 0)
    #expect(moment(1000, nil).milliseconds(since: moment(9000, nil)) == 0)
  }
}
