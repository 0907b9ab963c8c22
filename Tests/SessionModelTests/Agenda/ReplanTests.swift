import SessionModel
import TestSupport
import Testing

struct ReplanTests {
  /// An open session of some segments, the first of them running for so long already.
  private func table(
    _ seconds: [Int], least: [Int] = [], kinds: [Segment.Kind] = [], after elapsed: Int,
    ends: [Int: Timestamp] = [:]
  ) throws -> Table {
    var table = Table()
    for (index, length) in seconds.enumerated() {
      var details = SegmentDetails()
      details.minimum = index < least.count ? least[index] : nil
      details.endsAt = ends[index]
      try table.happen(
        .agenda(
          .added(
            segment: SegmentID(index + 1), title: "Part \(index + 1)",
            kind: index < kinds.count ? kinds[index] : .discussion, seconds: length,
            details: details)))
    }
    try table.happen(.agenda(.opened))
    table.wait(elapsed)
    return table
  }

  private func seconds(_ way: Replan.Way, _ table: Table) throws -> [Int?] {
    try table.session.replanned(way, at: table.now).steps.map(\.seconds)
  }

  @Test func `what is left shrinks in proportion`() throws {
    let late = try table([600, 600, 300], after: 900)
    #expect(try seconds(.shrink, late) == [0, 400, 200])
  }

  @Test func `nothing shrinks below its minimum`() throws {
    let late = try table([600, 600, 300], least: [0, 0, 300], after: 900)
    #expect(try seconds(.shrink, late) == [0, 300, 300])
  }

  @Test func `minimums that do not fit are refused`() throws {
    let late = try table([600, 600, 300], least: [0, 600, 300], after: 900)
    #expect(late.refusal(of: .agenda(.replan(.shrink))) == .doesNotFit(-300))
    #expect(
      Refusal.doesNotFit(-300).sentence
        == "What is left cannot fill the time, which differs by 300 seconds")
  }

  @Test func `what comes last is dropped, but not the closing`() throws {
    let late = try table(
      [600, 600, 600, 300], kinds: [.framing, .discussion, .discussion, .closing], after: 1200)
    #expect(try seconds(.drop, late) == [0, 600, nil, 300])
  }

  @Test func `the longest segment is held over`() throws {
    let late = try table([600, 300, 900, 300], after: 900)
    #expect(try seconds(.move, late) == [0, 600, nil, 600])
  }

  @Test func `the end moves where nothing else may`() throws {
    var late = try table([600, 600], after: 900)
    try late.ask(.agenda(.replan(.extend)))
    let forecast = try #require(late.session.forecast(at: late.now))
    #expect(forecast.lateSeconds <= 1)
    #expect(late.session.agenda.segments[.init(2)]?.allottedSeconds == 600)
  }

  @Test func `a segment with a fixed end ends then`() throws {
    let start = try table([600], after: 0).now.at
    let late = try table([600, 600, 600], after: 300, ends: [1: start.advanced(by: 900)])
    let plan = try late.session.replanned(.shrink, at: late.now)
    let first = plan.steps.prefix(2).reduce(0) { $0 + ($1.seconds ?? 0) }
    #expect(late.now.at.advanced(by: first).seconds(since: start) <= 902)
    #expect(plan.seconds == 1500)
  }

  @Test func `a re-planned session is on time`() throws {
    var late = try table([600, 600, 300], after: 900)
    try late.ask(.agenda(.replan(.shrink)))
    let forecast = try #require(late.session.forecast(at: late.now))
    #expect(abs(forecast.lateSeconds) <= 1)
  }

  @Test func `a new plan can be taken back`() throws {
    var late = try table([600, 600, 300], after: 900)
    let before = late.session.agenda
    try late.ask(.agenda(.replan(.drop)))
    try late.ask(.undo)
    #expect(late.session.agenda == before)
  }

  @Test(arguments: UInt64(1)...200)
  func `every new plan adds up to the time left and keeps the minimums`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = generator.number(1...8)
    let lengths = (0..<count).map { _ in generator.number(1...1800) }
    let least = lengths.map { generator.flips() ? generator.number(0...$0) : 0 }
    let table = try table(
      lengths, least: least, kinds: lengths.map { _ in generator.any(Segment.Kind.self) },
      after: generator.number(0...3000))
    let left = try #require(table.session.forecast(at: table.now)).leftSeconds
    for way in Replan.Way.allCases {
      let plan: Replan
      do throws(Refusal) {
        plan = try table.session.replanned(way, at: table.now)
      } catch {
        continue
      }
      if way != .extend { #expect(plan.seconds == max(0, left)) }
      for step in plan.steps {
        let segment = try #require(table.session.agenda.segments[step.segment])
        let elapsed = segment.elapsedSeconds(at: table.now)
        let minimum = least[segment.id.number - 1]
        if let seconds = step.seconds {
          #expect(seconds + elapsed >= min(minimum, elapsed + step.left))
        }
      }
    }
  }

  @Test func `the pace so far tells when it will end`() throws {
    var table = try table([600, 600, 600], after: 0)
    table.wait(900)
    try table.ask(.agenda(.next))
    let forecast = try #require(table.session.forecast(at: table.now))
    let seconds = forecast.pacedEnd.seconds(since: forecast.expectedEnd)
    #expect((598...602).contains(seconds))
  }
}
