import SessionModel
import Testing

/// What the balanced order does to up to a thousand sessions, beside the order of request.
struct FairFloorTests {
  /// As many as take some seconds; what is built for release takes all of the thousand.
  private static let sessions: UInt64 = {
    #if DEBUG
      50
    #else
      1000
    #endif
  }()

  private struct Outcome {
    var gap = 0.0
    var waits: [Channel: [Int]] = [.room: [], .online: []]
    var mostOvertaken = 0

    init(of order: FloorOrder, sessions: Range<UInt64>) throws {
      for seed in sessions {
        var simulation = try FloorSimulation(seed: seed, order: order)
        try simulation.run()
        gap += simulation.gap() / Double(sessions.count)
        for (channel, times) in simulation.waits { waits[channel]?.append(contentsOf: times) }
        mostOvertaken = max(mostOvertaken, simulation.mostOvertaken)
      }
    }

    func medianWait(_ channel: Channel) throws -> Double {
      let sorted = try #require(waits[channel]).sorted()
      return Double(sorted[sorted.count / 2])
    }
  }

  @Test func `balance brings floor time to those who asked, online as soon as in the room`() throws
  {
    let asked = try Outcome(of: .asked, sessions: 0..<Self.sessions)
    let balanced = try Outcome(of: FloorOrder(.balanced), sessions: 0..<Self.sessions)
    #expect(balanced.gap <= 5)
    #expect(balanced.gap <= asked.gap / 2)
    #expect(try balanced.medianWait(.online) <= 1.10 * balanced.medianWait(.room))
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
