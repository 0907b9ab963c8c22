/// Who has not been heard yet.
public struct Missing: Equatable, Sendable {
  /// Stakeholder groups for which nobody has spoken.
  public var groups: [StakeholderGroup] = []
  /// Regions of people on the roll from which nobody has spoken.
  public var regions: [Region] = []
  /// Channels that somebody is on and nobody has spoken on.
  public var channels: [Channel] = []
  /// Who is here and has not spoken; whoever moderates is not missed.
  ///
  /// First those who wait, as they stand, then the others as on the roll.
  public var people: [PersonID] = []
  /// Policy questions that were on the table, with the groups on the roll that said nothing to them.
  public var unanswered: [Unanswered] = []

  /// A policy question, and who said nothing to it.
  public struct Unanswered: Equatable, Sendable {
    public var question: QuestionID
    public var groups: [StakeholderGroup]

    public init(question: QuestionID, groups: [StakeholderGroup]) {
      self.question = question
      self.groups = groups
    }
  }

  public var isNobody: Bool {
    groups.isEmpty && regions.isEmpty && channels.isEmpty && people.isEmpty && unanswered.isEmpty
  }
}

extension Session {
  /// Who has not been heard, by what was.
  public func missing(after hearing: Hearing) -> Missing {
    var missing = Missing()
    let heard = Set(hearing.turnsByPerson.keys)
    let regionsHeard = Set(heard.compactMap { people[$0]?.region })
    var regions: Set<Region> = []
    var groups: Set<StakeholderGroup> = []
    for person in people.roll {
      if let region = person.region { regions.insert(region) }
      if let group = person.group { groups.insert(group) }
    }
    missing.groups = hearing.unheard
    missing.regions = Region.allCases.filter {
      regions.contains($0) && !regionsHeard.contains($0)
    }
    missing.channels = Channel.allCases.filter { channel in
      (hearing.byChannel[channel] ?? 0) == 0
        && (people.present(on: channel) > 0 || floor.queue.contains { $0.channel == channel })
    }
    let waiting = floor.queue.map(\.person).filter { !heard.contains($0) }
    let silent = people.roll.lazy.filter { person in
      person.isPresent && !heard.contains(person.id) && !waiting.contains(person.id)
        && !person.roles.contains(.moderator) && !person.roles.contains(.onlineModerator)
    }
    var seen: Set<PersonID> = []
    missing.people = (waiting + silent.map(\.id)).filter { seen.insert($0).inserted }
    let asked = plan.questionOrder.filter {
      $0 == agenda.question || hearing.byQuestion[$0] != nil
    }
    missing.unanswered = asked.compactMap { question in
      let answered = hearing.byQuestion[question] ?? [:]
      let silent = StakeholderGroup.allCases.filter {
        groups.contains($0) && answered[$0] == nil
      }
      return silent.isEmpty ? nil : Missing.Unanswered(question: question, groups: silent)
    }
    return missing
  }
}
