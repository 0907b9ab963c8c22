/// Who has been heard so far, and for how long.
public struct Hearing: Equatable, Sendable {
  /// Milliseconds of floor time for each group; only groups that spoke.
  public var byGroup: [StakeholderGroup: Int64] = [:]
  /// Of those who gave no group.
  public var withoutGroup: Int64 = 0
  public var byChannel: [Channel: Int64] = [:]
  public var byPerson: [PersonID: Int64] = [:]
  public var turnsByPerson: [PersonID: Int] = [:]
  /// Milliseconds of floor time of each group that has spoken to a policy question.
  public var byQuestion: [QuestionID: [StakeholderGroup: Int64]] = [:]
  /// Floor time of whoever moderates, room and online.
  public var moderators: Int64 = 0

  public var total: Int64 { byGroup.values.reduce(withoutGroup, +) }

  /// Which groups have spoken to which policy question.
  public var groupsByQuestion: [QuestionID: Set<StakeholderGroup>] {
    byQuestion.mapValues { Set($0.keys) }
  }

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
    // Thousands of turns are summed by number first; names and groups are looked up once a person.
    var sums: [TurnSum] = []
    var places: [Int32] = Array(repeating: -1, count: (people.roll.last?.id.number ?? 0) + 1)
    var channels: (room: Int64, online: Int64) = (0, 0)
    for turn in floor.turns.all {
      let spoken = turn.spokenMilliseconds(at: now)
      if turn.channel == .room { channels.room += spoken } else { channels.online += spoken }
      let number = turn.person.number
      guard number < places.count else { continue }
      if places[number] < 0 {
        places[number] = Int32(sums.count)
        sums.append(TurnSum(person: turn.person))
      }
      sums[Int(places[number])].add(spoken, on: turn.question)
    }
    var hearing = Hearing()
    if channels.room > 0 { hearing.byChannel[.room] = channels.room }
    if channels.online > 0 { hearing.byChannel[.online] = channels.online }
    for sum in sums { hearing.add(sum, of: people[sum.person]) }
    return hearing
  }
}

/// What one person has said so far.
private struct TurnSum {
  let person: PersonID
  var spoken: Int64 = 0
  var turns = 0
  /// By policy question, in the order they came up: few, so that a walk finds one fastest.
  var questions: [(id: QuestionID, spoken: Int64)] = []

  init(person: PersonID) {
    self.person = person
  }

  mutating func add(_ time: Int64, on question: QuestionID?) {
    spoken += time
    turns += 1
    guard let question else { return }
    if let index = questions.firstIndex(where: { $0.id == question }) {
      questions[index].spoken += time
    } else {
      questions.append((question, time))
    }
  }
}

extension Hearing {
  fileprivate mutating func add(_ sum: TurnSum, of person: Person?) {
    byPerson[sum.person] = sum.spoken
    turnsByPerson[sum.person] = sum.turns
    if let group = person?.group {
      byGroup[group, default: 0] += sum.spoken
      for (question, spoken) in sum.questions {
        byQuestion[question, default: [:]][group, default: 0] += spoken
      }
    } else {
      withoutGroup += sum.spoken
    }
    if let roles = person?.roles, roles.contains(.moderator) || roles.contains(.onlineModerator) {
      moderators += sum.spoken
    }
  }
}
