/// The last number given to each kind of thing; numbers are not given twice while they are used.
public struct Serials: Equatable, Sendable, Codable {
  private var last: [String: Int] = [:]

  public init() {}

  public init(from decoder: any Decoder) throws {
    last = try [String: Int](from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try last.encode(to: encoder)
  }

  /// The name that the next thing of a kind gets.
  func next<Thing: Named>() -> Identifier<Thing> {
    Identifier((last[String(Thing.letter)] ?? 0) + 1)
  }

  mutating func use(_ made: Made) {
    last[made.letter] = max(last[made.letter] ?? 0, made.number)
  }

  /// Gives a number back when it was the last one given.
  mutating func giveBack(_ made: Made) {
    guard last[made.letter] == made.number else { return }
    last[made.letter] = made.number > made.count ? made.number - made.count : nil
  }

  /// The name of something new.
  struct Made: Equatable, Sendable {
    var letter: String
    var number: Int
    /// How many got names, up to that number.
    var count = 1

    init<Thing: Named>(_ id: Identifier<Thing>, _ count: Int = 1) {
      letter = String(Thing.letter)
      number = id.number
      self.count = count
    }
  }
}

extension Event {
  /// What the event gave a new name to.
  var made: Serials.Made? {
    switch self {
    case .plan(.questionAdded(let id, _, _)): .init(id)
    case .people(.added(let id, _, _)): .init(id)
    case .agenda(.added(let id, _, _, _, _)): .init(id)
    case .floor(.raised(let id, _, _, _)), .floor(.readded(let id, _, _, _)): .init(id)
    case .floor(.roundBegun(_, let places, _, _)): newest(of: places)
    case .floor(.answerRaised(let id, _, _, _)): .init(id)
    case .floor(.given(let id, _, _, _, _, _, _, _)): .init(id)
    case .poll(.drafted(let id, _, _, _, _, _)), .poll(.repeated(let id, _)): .init(id)
    case .poll(.asked(let id, _, _, _, _, _, _, _, _)): .init(id)
    case .poll(.adopted(let id, _, _, _, _)): .init(id)
    case .outcome(.added(let id, _)): .init(id)
    case .inbox(.posted(let id, _, _)): .init(id)
    case .inbox(.asked(_, let id, _)): .init(id)
    case .inbox(.noted(_, let id, _, _, _, _)): .init(id)
    case .inbox(.queued(_, let id, _, _, _)): .init(id)
    case .outcome(.objected(_, let id, _, _, _, _, _)): .init(id)
    case .breakout(.divided(let groups, _, _)):
      groups.last.map { .init($0.breakout, groups.count) }
    case .note(.written(let id, _, _, _, _)): .init(id)
    case .note(.split(_, _, let rest, _)): .init(rest)
    default: nil
    }
  }
  private func newest(of places: [RoundPlace]) -> Serials.Made? {
    let new = places.filter { $0.waits != true }
    return new.last.map { .init($0.request, new.count) }
  }
}
