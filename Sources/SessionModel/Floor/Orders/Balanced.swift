/// What was heard so far decides: next comes whoever brings the floor closest to those who asked.
///
/// Every step adds up, in milliseconds, how far the applicant's group, channel, region and gender
/// lag behind their part of all who asked, how long the applicant waits, and takes off what the
/// applicant has had already; whoever was not heard yet has a start. The turns that are put ahead
/// count as if they were over. Nobody is overtaken more than three times by those who asked later.
struct Balanced: QueueOrder {
  /// How often somebody may be overtaken.
  static let mostOvertaken = 3

  /// What a second that each of them lags counts for.
  enum Weight {
    static let group: Int64 = 6
    static let channel: Int64 = 2
    static let region: Int64 = 1
    static let gender: Int64 = 1
    static let spoken: Int64 = 1
    static let waited: Int64 = 1
    /// Milliseconds for each earlier turn.
    static let turn: Int64 = 120_000
    /// Milliseconds for who has not spoken.
    static let first: Int64 = 180_000
  }

  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    var heard = heard
    for applicant in ahead { heard.count(applicant) }
    let byArrival = waiting.sorted { $0.arrival < $1.arrival }
    let overtaken = byArrival.map { applicant in
      applicant.overtaken + ahead.count { $0.arrival > applicant.arrival }
    }
    var lines = Self.lines(of: byArrival)
    var isPlaced = Array(repeating: false, count: byArrival.count)
    var first = 0
    var result: [Applicant] = []
    result.reserveCapacity(byArrival.count)
    while result.count < byArrival.count {
      while isPlaced[first] { first += 1 }
      // Everybody placed who is not among the `first` asked later than this one.
      let isDue = overtaken[first] + result.count - first >= Self.mostOvertaken
      guard let line = isDue ? lines.firstIndex(holding: first) : lines.best(after: heard) else {
        break
      }
      let next = lines[line].take(isDue ? first : nil)
      isPlaced[next] = true
      heard.count(byArrival[next])
      result.append(byArrival[next])
    }
    return result
  }

  /// What is so of an applicant alone, whatever else is heard before.
  private static func merit(of applicant: Applicant) -> Int64 {
    (applicant.turns == 0 ? Weight.first : 0) + applicant.waited * Weight.waited
      - applicant.spoken * Weight.spoken - Int64(applicant.turns) * Weight.turn
  }

  private static func lines(of byArrival: [Applicant]) -> [Line] {
    var lines: [Line] = []
    var places: [Background: Int] = [:]
    for (index, applicant) in byArrival.enumerated() {
      let place: Int
      if let known = places[applicant.traits] {
        place = known
      } else {
        place = lines.count
        places[applicant.traits] = place
        lines.append(Line(traits: applicant.traits))
      }
      lines[place].members.append((index, merit(of: applicant)))
    }
    for place in lines.indices { lines[place].sort() }
    return lines
  }

  /// Those who are alike in everything but what they said themselves, the best first.
  fileprivate struct Line {
    let traits: Background
    var members: [(index: Int, merit: Int64)] = []
    /// The first who is still to be placed.
    var head = 0

    init(traits: Background) {
      self.traits = traits
    }

    mutating func sort() {
      members.sort { one, other in
        one.merit != other.merit ? one.merit > other.merit : one.index < other.index
      }
    }

    /// Takes one out; the best where none is named.
    mutating func take(_ index: Int?) -> Int {
      if let index, let place = members[head...].firstIndex(where: { $0.index == index }) {
        members.remove(at: place)
        return index
      }
      head += 1
      return members[head - 1].index
    }
  }
}

extension [Balanced.Line] {
  fileprivate func firstIndex(holding index: Int) -> Int? {
    firstIndex { line in line.members[line.head...].contains { $0.index == index } }
  }

  /// The line whose first lags most.
  fileprivate func best(after heard: HeardSoFar) -> Int? {
    let group = heard.group.lags
    let channel = heard.channel.lags
    let region = heard.region.lags
    let gender = heard.gender.lags
    var best: (place: Int, score: Int64, index: Int)?
    for (place, line) in enumerated() where line.head < line.members.count {
      let member = line.members[line.head]
      let traits = line.traits
      var score =
        member.merit + group[traits.group] * Balanced.Weight.group
        + channel[traits.channel] * Balanced.Weight.channel
        + region[traits.region] * Balanced.Weight.region
      // Nobody gains or loses by not declaring one.
      if traits.gender > 0 { score += gender[traits.gender] * Balanced.Weight.gender }
      if let known = best,
        known.score > score || (known.score == score && known.index < member.index)
      {
        continue
      }
      best = (place, score, member.index)
    }
    return best?.place
  }
}

extension HeardSoFar {
  /// Counts somebody's turn as if it were over.
  fileprivate mutating func count(_ applicant: Applicant) {
    channel.time[applicant.traits.channel] += applicant.length
    group.time[applicant.traits.group] += applicant.length
    region.time[applicant.traits.region] += applicant.length
    gender.time[applicant.traits.gender] += applicant.length
  }
}

extension HeardSoFar.Share {
  /// Milliseconds by which each value lags behind its part of all who asked.
  var lags: [Int64] {
    let all = time.reduce(0, +)
    let people = max(1, askers.reduce(0, +))
    return time.indices.map { askers[$0] * all / people - time[$0] }
  }
}
