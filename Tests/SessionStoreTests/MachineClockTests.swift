import Glibc
import SessionModel
import SessionStore
import Testing

struct MachineClockTests {
  private func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  @Test func `the machine's clock counts what the machine slept through`() throws {
    let before = milliseconds(CLOCK_BOOTTIME)
    let now = try #require(MachineClock().now().monotonic)
    let after = milliseconds(CLOCK_BOOTTIME)
    #expect(before <= now && now <= after)
  }

  @Test func `two clocks of one start of the machine agree`() {
    let first = MachineClock().now()
    let second = MachineClock().now()
    #expect(first.boot == second.boot)
    #expect(second.milliseconds(since: first) < 60_000)
  }
}
