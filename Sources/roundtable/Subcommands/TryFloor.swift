import ArgumentParser
import SessionModel

/// `roundtable try-floor`: what the balanced order does, beside the order of request.
struct TryFloor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate sessions whose people all want the floor, and measure who gets it.",
    discussion: """
      Each session lasts 90 minutes and has 60 people, a quarter of them online, some of whom talk \
      long and often. Prints one line for each order - its name, the mean gap in points between a \
      group's share of the floor time and of those who asked, the median seconds that hands were \
      up in the room and online, and how often somebody was overtaken at most - and last how \
      many milliseconds it takes to put a thousand hands in order again.
      """,
    shouldDisplay: false)

  @Option(help: "How many sessions.")
  var sessions: UInt64 = 1000

  func run() throws {
    for order in [FloorOrder.asked, FloorOrder(.balanced)] {
      let trial = try FloorTrial(of: order, seeds: 0..<sessions)
      print(
        order.rule.rawValue, trial.gap, trial.medianWait(.room), trial.medianWait(.online),
        trial.mostOvertaken)
    }
    print(try Self.millisecondsToSort())
  }

  /// The median of some hands that go up when a thousand are up already.
  private static func millisecondsToSort() throws -> Double {
    var session = Session()
    var time = Timestamp(milliseconds: 1_638_894_600_000)
    func happen(_ event: Event) throws {
      time = Timestamp(milliseconds: time.milliseconds + 1000)
      try session.apply(
        Entry(n: session.entries + 1, at: Moment(at: time), by: .ballot, event: event))
    }
    func raise(_ number: Int) throws -> Double {
      var details = PersonDetails()
      details.group = StakeholderGroup.allCases[number % StakeholderGroup.allCases.count]
      details.region = Region.allCases[number % Region.allCases.count]
      let person = PersonID(number)
      try happen(.people(.added(person: person, name: "", details: details)))
      let began = ContinuousClock.now
      try happen(
        .floor(
          .raised(
            request: RequestID(number), person: person,
            channel: number.isMultiple(of: 4) ? .online : .room, kind: .comment)))
      return began.duration(to: .now) / .milliseconds(1)
    }
    try happen(.agenda(.opened))
    for number in 1...1000 { _ = try raise(number) }
    // Until here nothing was put in order.
    try happen(.floor(.set(setting: .order(to: FloorOrder(.balanced)))))
    let times = try (1001...1021).map(raise).sorted()
    return times[times.count / 2]
  }
}
