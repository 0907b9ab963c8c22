/// A session of ninety minutes with sixty people who all ask for the floor, some of them often.
///
/// A quarter take part online. Fourteen like to talk: most of them belong to one group, speak for
/// two to three minutes and ask again at once; the others speak for about a minute and seldom ask
/// twice. Whoever has waited for some minutes takes the hand down, since the talk has moved on, and
/// tries again later.
public struct FloorSimulation {
  private static let length = 90 * 60
  private static let people = 60

  public private(set) var session = Session()
  private var generator: SeededGenerator
  private var talkers: [Talker] = []
  private var second = 0
  /// When somebody asks next, by the second.
  private var wishes: [(second: Int, person: Int)] = []
  private var hands: [RequestID: Int] = [:]
  /// Seconds that hands were up, by channel.
  public private(set) var waits: [Channel: [Int]] = [.room: [], .online: []]
  /// The most that anybody was overtaken by those who asked later.
  public private(set) var mostOvertaken = 0

  private struct Talker {
    var group: StakeholderGroup
    var channel: Channel
    /// Seconds that a turn takes on average.
    var length: Int
    /// How often out of ten the person asks again, and after how many seconds.
    var again: Int
    var pause: Int
    /// Seconds after which the hand comes down.
    var patience: Int
  }

  /// The same seed makes the same people with the same wishes.
  public init(seed: UInt64, order: FloorOrder) throws(Damage) {
    generator = SeededGenerator(seed: seed)
    let groups = StakeholderGroup.allCases
    // Which group talks most, and how many people each has, differs from session to session.
    let loud = groups[pick(groups.count)]
    for number in 0..<Self.people {
      let group = pick(3) == 0 ? groups[pick(2)] : groups[pick(groups.count)]
      let isLoud = number < 14
      talkers.append(
        Talker(
          group: isLoud && pick(3) > 0 ? loud : group, channel: number % 4 == 3 ? .online : .room,
          length: isLoud ? 120 + pick(60) : 45 + pick(30), again: isLoud ? 9 : 1,
          pause: isLoud ? 30 + pick(120) : 600 + pick(900), patience: 180 + pick(360)))
      wishes.append((pick(isLoud ? 1200 : Self.length * 8 / 10), number + 1))
      try happen(.people(.added(person: PersonID(number + 1), name: "", details: details(number))))
    }
    if order != .asked { try happen(.floor(.set(setting: .order(to: order)))) }
    try happen(
      .agenda(
        .added(
          segment: SegmentID(1), title: "", kind: .discussion, seconds: Self.length,
          details: SegmentDetails())))
    try happen(.agenda(.opened))
  }

  /// Runs it to its end.
  public mutating func run() throws(Damage) {
    var end = 0
    var turn = 0
    while second < Self.length {
      for wish in wishes.filter({ $0.second <= second }).sorted(by: { $0 < $1 }) {
        try raise(wish.person)
      }
      wishes.removeAll { $0.second <= second }
      for request in session.floor.queue where second >= deadline(of: request) {
        try takeDown(request)
      }
      if second >= end, let next = session.floor.queue.first {
        turn += 1
        end = second + (try give(to: next, turn: turn)) + 4
      }
      let news = wishes.map(\.second) + session.floor.queue.map(deadline) + [Self.length]
      let isSpeaking = second < end
      let next = (news.min() ?? Self.length, isSpeaking ? end : .max)
      second = max(second + 1, min(next.0, next.1))
    }
    for request in session.floor.queue {
      waits[request.channel]?.append(Self.length - (hands[request.id] ?? 0))
    }
  }

  /// The mean distance, in points of a hundred, between a group's share of the floor time and of
  /// those who asked.
  public var gap: Double {
    let hearing = session.hearing(at: moment)
    let total = Double(hearing.total)
    let gaps = StakeholderGroup.allCases.map { group in
      let people = talkers.count { $0.group == group }
      return abs(
        Double(hearing.byGroup[group] ?? 0) / total - Double(people) / Double(talkers.count))
    }
    return gaps.reduce(0, +) / Double(gaps.count) * 100
  }

  private var moment: Moment {
    Moment(at: Timestamp(milliseconds: 1_638_894_600_000 + Int64(second) * 1000))
  }

  private mutating func raise(_ person: Int) throws(Damage) {
    let request = RequestID(hands.count + 1)
    hands[request] = second
    try happen(
      .floor(
        .raised(
          request: request, person: PersonID(person), channel: talkers[person - 1].channel,
          kind: .comment)))
  }

  private func deadline(of request: FloorRequest) -> Int {
    (hands[request.id] ?? 0) + talkers[request.person.number - 1].patience
  }

  /// The talk has moved on; there will be another occasion.
  private mutating func takeDown(_ request: FloorRequest) throws(Damage) {
    waits[request.channel]?.append(second - (hands[request.id] ?? 0))
    try happen(.floor(.withdrawn(request: request.id)))
    wishes.append((second + 120 + pick(600), request.person.number))
  }

  /// Returns the seconds that the turn takes.
  private mutating func give(to request: FloorRequest, turn: Int) throws(Damage) -> Int {
    waits[request.channel]?.append(second - (hands[request.id] ?? 0))
    try happen(
      .floor(
        .given(
          turn: TurnID(turn), person: request.person, channel: request.channel,
          kind: request.kind, request: request.id, segment: nil, question: nil, allowance: 120)))
    // Whoever asked before and still waits was overtaken.
    for waiting in session.floor.queue where waiting.id < request.id {
      overtaken[waiting.id, default: 0] += 1
      mostOvertaken = max(mostOvertaken, overtaken[waiting.id] ?? 0)
    }
    let talker = talkers[request.person.number - 1]
    let length = talker.length * (60 + pick(80)) / 100
    if pick(10) < talker.again {
      wishes.append(
        (second + length + talker.pause * (50 + pick(100)) / 100, request.person.number))
    }
    return length
  }

  private var overtaken: [RequestID: Int] = [:]

  /// What happens at a ballot terminal is not kept to be undone, which a simulation never does.
  private mutating func happen(_ event: Event) throws(Damage) {
    try session.apply(Entry(n: session.entries + 1, at: moment, by: .ballot, event: event))
  }

  private func details(_ number: Int) -> PersonDetails {
    var details = PersonDetails()
    details.group = talkers[number].group
    details.channel = talkers[number].channel
    details.region = Region.allCases[(number * 7 + 3) % Region.allCases.count]
    return details
  }

  private mutating func pick(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
}
