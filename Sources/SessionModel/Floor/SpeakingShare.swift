/// How long, how often and in how many words somebody, or a kind of people, has spoken.
public struct SpeakingShare: Equatable, Sendable {
  public var title: String
  public var milliseconds: Int64 = 0
  public var turns = 0
  /// Counted words, of those turns whose words were counted.
  public var words = 0
  /// How long the turns were whose words were counted.
  public var countedMilliseconds: Int64 = 0

  public init(_ title: String) {
    self.title = title
  }

  /// Rounded down; `nil` where no words were counted.
  public var wordsPerMinute: Int? {
    countedMilliseconds > 0 && words > 0 ? Int(Int64(words) * 60_000 / countedMilliseconds) : nil
  }
}

/// What floor time is counted by.
public enum SpeakingKey: Int, Sendable, CaseIterable {
  case person, group, region, channel, gender, segment

  public var title: String {
    switch self {
    case .person: "person"
    case .group: "group"
    case .region: "region"
    case .channel: "channel"
    case .gender: "gender"
    case .segment: "segment"
    }
  }
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

  /// Seconds from each raised hand to its turn, those on one channel; in the order of the turns.
  public func waitingSeconds(on channel: Channel) -> [Int] {
    floor.turns.compactMap { turn in
      guard turn.channel == channel, let request = turn.request else { return nil }
      return max(0, turn.started.seconds(since: request.raised))
    }
  }
}

extension SpeakingShare {
  fileprivate mutating func add(_ turn: Turn, at now: Moment) {
    let spoken = turn.spokenMilliseconds(at: now)
    milliseconds += spoken
    turns += 1
    guard let counted = turn.words else { return }
    words += counted
    countedMilliseconds += spoken
  }
}

extension [Int] {
  /// The middle one, the lower of two; `nil` where there is none.
  public var median: Int? { isEmpty ? nil : sorted()[(count - 1) / 2] }
}
