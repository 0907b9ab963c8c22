import SessionModel
import Testing

/// What the balanced order does to up to a thousand sessions, beside the order of request.
struct FairFloorTests {
  /// As many as take some seconds; what is built for release takes all of the thousand.
  private static let seeds: Range<UInt64> = {
    #if DEBUG
      0..<50
    #else
      0..<1000
    #endif
  }()

  @Test func `balance brings floor time to those who asked, online as soon as in the room`() throws
  {
    let asked = try FloorTrial(of: .asked, seeds: Self.seeds)
    let balanced = try FloorTrial(of: FloorOrder(.balanced), seeds: Self.seeds)
    #expect(balanced.gap <= 5)
    #expect(balanced.gap <= asked.gap / 2)
    #expect(
      Double(balanced.medianWait(.online)) <= 1.10 * Double(balanced.medianWait(.room)))
    #expect(balanced.mostOvertaken <= 3)
  }

  @Test func `the same session gives the same order`() throws {
    var one = try FloorSimulation(seed: 7, order: FloorOrder(.balanced))
    var other = try FloorSimulation(seed: 7, order: FloorOrder(.balanced))
    try one.run()
    try other.run()
    #expect(one.session.floor == other.session.floor)
  }
}
