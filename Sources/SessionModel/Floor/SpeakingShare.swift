/// How long, how often and in how many words somebody, or a kind of people, has spoken.
public struct SpeakingShare: Equatable, Sendable {
  public var title: String
  public var milliseconds: Int64 = 0
  public var turns = 0
  /// Words of those turns whose words were counted.
  public var words = 0
  /// How many of the turns those are, and how long they took.
  public var counted = 0
  public var countedMilliseconds: Int64 = 0

  public init(_ title: String) {
    self.title = title
  }

  /// Counts a turn in, a running one as far as it has come.
  public mutating func add(_ turn: Turn, at now: Moment) {
    let spoken = turn.spokenMilliseconds(at: now)
    milliseconds += spoken
    turns += 1
    guard let said = turn.words else { return }
    words += said
    counted += 1
    countedMilliseconds += spoken
  }

  /// Rounded down, of unrounded time; `nil` where nothing was counted.
  public var wordsPerMinute: Int? {
    countedMilliseconds == 0 ? nil : Int(Int64(words) * 60_000 / countedMilliseconds)
  }
}

/// What floor time is counted by.
public enum SpeakingKey: String, Sendable, CaseIterable {
  case person, group, region, gender, channel, segment
}

extension Session {
  /// Floor time by a key, those who spoke longest first; the running turn as far as it has come.
  ///
  /// Gender is what people declared of themselves; what is not known stands together, last.
  public func speakingShares(by key: SpeakingKey, at now: Moment) -> [SpeakingShare] {
    var places: [String: Int] = [:]
    var shares: [SpeakingShare] = []
    var unknown = SpeakingShare(key == .segment ? "outside of segments" : "not declared")
    for turn in floor.turns {
      guard let title = title(of: turn, by: key) else {
        unknown.add(turn, at: now)
        continue
      }
      let place = places[title] ?? shares.count
      if place == shares.count {
        places[title] = place
        shares.append(SpeakingShare(title))
      }
      shares[place].add(turn, at: now)
    }
    let sorted = shares.enumerated().sorted { one, other in
      one.element.milliseconds != other.element.milliseconds
        ? one.element.milliseconds > other.element.milliseconds : one.offset < other.offset
    }.map(\.element)
    return sorted + (unknown.turns > 0 ? [unknown] : [])
  }

  private func title(of turn: Turn, by key: SpeakingKey) -> String? {
    let person = people[turn.person]
    return switch key {
    case .person: person?.name ?? turn.person.description
    case .group: person?.group?.title
    case .region: person?.region?.title
    case .channel: turn.channel.rawValue
    case .gender: person?.gender
    case .segment: turn.segment.flatMap { agenda.segments[$0]?.title }
    }
  }
}

extension Turn {
  /// Milliseconds from the raised hand to the floor; `nil` where nobody raised one.
  public var waitedMilliseconds: Int64? {
    request.map { started.milliseconds(since: $0.raised) }
  }
}

extension [Int64] {
  /// The middle one, the lower of two, so that it is one that there was; `nil` without any.
  public var lowerMedian: Int64? { isEmpty ? nil : sorted()[(count - 1) / 2] }
}
