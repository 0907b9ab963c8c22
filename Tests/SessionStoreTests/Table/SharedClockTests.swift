import SessionModel
import Testing

@testable import SessionStore

struct SharedClockTests {
  @Test func `whoever joins finds the clock that was kept`() throws {
    let table = try DiskTable()
    #expect(table.folder.sharedClock == nil)
    let now = MachineClock().now()
    let start = Moment(at: Timestamp(milliseconds: 1_638_894_600_000))
    let clock = SharedClock(real: now, start: start, speed: 6)
    try table.folder.keep(clock)
    #expect(table.folder.sharedClock == clock)
  }
}
