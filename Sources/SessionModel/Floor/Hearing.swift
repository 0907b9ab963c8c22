/// Who has been heard so far, and for how long.
public struct Hearing: Equatable, Sendable {
  /// Milliseconds of floor time for each group; only groups that spoke.
  public var byGroup: [StakeholderGroup: Int64] = [:]
  /// Of those who gave no group.
  public var withoutGroup: Int64 = 0
  public var byChannel: [Channel: Int64] = [:]
  public var byPerson: [PersonID: Int64] = [:]
  public var turnsByPerson: [PersonID: Int] = [:]
  /// Which groups have spoken to which policy question.
  public var groupsByQuestion: [QuestionID: Set<StakeholderGroup>] = [:]
  /// Floor time of whoever moderates, room and online.
  public var moderators: Int64 = 0

  public var total: Int64 { byGroup.values.reduce(withoutGroup, +) }

  public func seconds(of group: StakeholderGroup) -> Int { Int((byGroup[group] ?? 0) / 1000) }

  /// Per cent of the floor time, rounded half up; 0 while nobody has spoken.
  public func percent(of channel: Channel) -> Int {
    let all = byChannel.values.reduce(0, +)
    return all == 0 ? 0 : Int(((byChannel[channel] ?? 0) * 200 + all) / (2 * all))
  }

  /// The groups nobody has spoken for yet.
  public var unheard: [StakeholderGroup] {
    StakeholderGroup.allCases.filter { (byGroup[$0] ?? 0) == 0 }
  }
}

extension Session {
  /// Counts every turn up to a moment; the running one as far as it has come.
  public func hearing(at now: Moment) -> Hearing {
    var hearing = Hearing()
    for turn in floor.turns {
      let spoken = turn.spokenMilliseconds(at: now)
      let person = people[turn.person]
      hearing.byChannel[turn.channel, default: 0] += spoken
      hearing.byPerson[turn.person, default: 0] += spoken
      hearing.turnsByPerson[turn.person, default: 0] += 1
      if let group = person?.group {
        hearing.byGroup[group, default: 0] += spoken
        if let question = turn.question {
          hearing.groupsByQuestion[question, default: []].insert(group)
        }
      } else {
        hearing.withoutGroup += spoken
      }
      if let roles = person?.roles, roles.contains(.moderator) || roles.contains(.onlineModerator) {
        hearing.moderators += spoken
      }
    }
    return hearing
  }
}
