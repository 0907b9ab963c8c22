/// The rule by which those who wait for the floor stand in the queue.
///
/// A pure value: the same journal gives the same order, whoever reads it.
public struct FloorOrder: Hashable, Sendable, Codable {
  public var rule: Rule
  /// Whom the rule favours, in words: a group, region, role, channel, gender or `first_timer`;
  /// `nil` where it favours nobody.
  public var favoured: [String]?
  /// Earlier turns beyond which no more are counted; `nil` counts them all.
  public var most: Int?

  public init(_ rule: Rule, favouring favoured: [String] = [], most: Int? = nil) {
    self.rule = rule
    self.favoured = favoured.isEmpty ? nil : favoured
    self.most = most
  }

  /// As they asked: one queue, room and online alike.
  public static let asked = FloorOrder(.request)

  /// What a rule looks at.
  public enum Rule: String, Sendable, Codable, CaseIterable, Hashable {
    /// As they asked.
    case request
    /// One from the room, one from online.
    case roomAndOnline = "room_and_online"
    /// Fewer earlier turns first.
    case leastTurns = "least_turns"
    /// Less floor time so far first.
    case leastTime = "least_time"
    case byGroup = "by_group"
    case byRegion = "by_region"
    /// Over the gender that people declared themselves. With favoured ones: fewer earlier turns
    /// first, and none of the favoured waits behind two others in a row.
    case byGender = "by_gender"
    /// By what was heard so far: see `Balanced`.
    case balanced
    /// The favoured first.
    case classFirst = "class_first"

    /// Stands behind “in”: `order of request`.
    public var title: String {
      switch self {
      case .request: "order of request"
      case .roomAndOnline: "turn, room and online"
      case .leastTurns: "order of fewest turns"
      case .leastTime: "order of least time"
      case .byGroup: "turn, group by group"
      case .byRegion: "turn, region by region"
      case .byGender: "turn, by gender"
      case .balanced: "balanced order"
      case .classFirst: "order, some first"
      }
    }

    /// What it does, to choose it by.
    public var explanation: String {
      switch self {
      case .request: "as they asked, room and online alike"
      case .roomAndOnline: "one from the room, one from online"
      case .leastTurns: "who has spoken less often first"
      case .leastTime: "who has spoken for less time first"
      case .byGroup: "the stakeholder group heard longest ago"
      case .byRegion: "the region heard longest ago"
      case .byGender: "over the gender that people declared"
      case .balanced: "group, region, channel, time, turns, waiting"
      case .classFirst: "the favoured before all others"
      }
    }
  }

  /// Whether those who wait are put in an order again whenever something happened.
  var isKeptUp: Bool { rule != .request }

  /// The rule itself.
  var arrangement: any QueueOrder {
    switch rule {
    case .request: RequestOrder()
    case .roomAndOnline: LongestUnheard(over: .channel)
    case .leastTurns: LeastSpoken(by: .turns, most: most)
    case .leastTime: LeastSpoken(by: .time, most: nil)
    case .byGroup: LongestUnheard(over: .group)
    case .byRegion: LongestUnheard(over: .region)
    case .byGender:
      if favoured == nil { LongestUnheard(over: .gender) } else { FavouredInTurn(most: most) }
    case .balanced: Balanced()
    case .classFirst: ClassFirst()
    }
  }

  /// Whether somebody is among the favoured.
  func favours(_ person: Person, isFirstTimer: Bool) -> Bool {
    guard let favoured else { return false }
    return favoured.contains { word in
      let word = word.lowercased()
      return (word == Self.firstTimer && isFirstTimer)
        || word == person.gender?.lowercased() || word == person.group?.rawValue
        || word == person.group?.short.lowercased() || word == person.region?.rawValue
        || word == person.channel?.rawValue || person.roles.contains { $0.rawValue == word }
    }
  }

  /// Whether a word can be said of people: a group, region, role, channel or `first_timer`; what
  /// genders there are only the roll knows.
  static func isClass(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == firstTimer || Role(rawValue: word) != nil || Channel(rawValue: word) != nil
      || Region(rawValue: word) != nil
      || StakeholderGroup.allCases.contains { $0.rawValue == word || $0.short.lowercased() == word }
  }

  /// The word for whoever has not spoken yet.
  public static let firstTimer = "first_timer"
}

/// One way to put those who wait in an order.
protocol QueueOrder: Sendable {
  /// The free ones in their order; `waiting` comes as they stand now, `ahead` goes before them.
  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant]
}

extension Person {
  func isOfGender(_ word: String) -> Bool { gender?.lowercased() == word.lowercased() }
}
