/// What an order of the queue does to many simulated sessions.
public struct FloorTrial: Sendable {
  /// The mean distance, in points of a hundred, between a group's share of the floor time and of
  /// those who asked.
  public let gap: Double
  /// The most that anybody was overtaken by those who asked later.
  public let mostOvertaken: Int
  private let waits: [Channel: [Int]]

  /// Runs one session for each seed.
  public init(of order: FloorOrder, seeds: Range<UInt64>) throws(Damage) {
    var gaps = 0.0
    var waits: [Channel: [Int]] = [:]
    var most = 0
    for seed in seeds {
      var simulation = try FloorSimulation(seed: seed, order: order)
      try simulation.run()
      gaps += simulation.gap
      waits.merge(simulation.waits, uniquingKeysWith: +)
      most = max(most, simulation.mostOvertaken)
    }
    gap = gaps / Double(max(1, seeds.count))
    mostOvertaken = most
    self.waits = waits.mapValues { $0.sorted() }
  }

  /// Seconds that half of the hands were up at most; 0 where none was.
  public func medianWait(_ channel: Channel) -> Int {
    waits[channel].flatMap { $0.isEmpty ? nil : $0[$0.count / 2] } ?? 0
  }
}
