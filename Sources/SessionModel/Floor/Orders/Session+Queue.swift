extension Session {
  /// Puts those who wait in the order of the floor.
  ///
  /// Only ordinary requests move, and among them neither those who are announced nor those whom
  /// the moderator placed. Answers go with their question.
  mutating func arrangeQueue(at now: Moment) {
    guard floor.queue.count > 1 else { return }
    let line = WaitingLine(floor.queue, announced: floor.announced)
    guard line.free.count > 1 else { return }
    let order = floor.order
    let heard = heardSoFar(at: now)
    let standing = applicants(of: line.ahead + line.free, heard, at: now)
    let arranged = order.arrangement.arranged(
      Array(standing[line.ahead.count...]), behind: Array(standing[..<line.ahead.count]),
      after: heard.byTrait)
    // What did not move needs no writing.
    guard arranged.map(\.place) != Array(line.ahead.count..<standing.count) else { return }
    floor.queue = line.filled(with: arranged.map { line.free[$0.place - line.ahead.count] })
  }

  /// Those who wait as an order sees them, in the same sequence.
  func applicants(
    of requests: [FloorRequest], _ heard: HeardByPerson, at now: Moment
  ) -> [Applicant] {
    let order = floor.order
    // Who had the floor since, by the number of their request: few of them asked after the first.
    let served = floor.turns.all.compactMap { turn in
      turn.kind.isOrdinary ? turn.request?.id.number : nil
    }.sorted()
    var genders = heard.genders
    return requests.enumerated().map { place, request in
      let person = people[request.person]
      let past = heard[request.person]
      var applicant = Applicant(place: place, arrival: request.id.number)
      applicant.traits = Background(of: person, on: request.channel, &genders)
      applicant.turns = past.turns
      applicant.spoken = past.spoken
      applicant.waited = now.milliseconds(since: request.raised)
      applicant.overtaken = served.count - served.firstPlace(above: request.id.number)
      applicant.isFavoured =
        person.map { order.favours($0, isFirstTimer: past.turns == 0) } ?? false
      applicant.length =
        past.turns > 0
        ? past.spoken / Int64(past.turns) : Int64(floor.allowance(for: request.kind)) * 1000
      return applicant
    }
  }

  /// What was heard so far, where it counts for the order.
  func heardSoFar(at now: Moment) -> HeardByPerson {
    var heard = HeardByPerson(places: (people.roll.last?.id.number ?? 0) + 1)
    let segment = floor.counting == .segment ? agenda.current : nil
    for turn in floor.turns.all where segment == nil || turn.segment == segment {
      heard.add(turn, at: now)
    }
    var genders = GenderNumbers()
    var shares = HeardSoFar()
    for sum in heard.sums {
      let person = people[sum.person]
      let traits = Background(of: person, on: sum.lastChannel, &genders)
      shares.gender.grow(to: traits.gender + 1)
      shares.add(sum, of: traits)
      // A moderator leads and does not ask.
      if sum.hasAsked { shares.addAsker(traits) }
    }
    for request in floor.queue where !heard[request.person].hasAsked {
      let traits = Background(of: people[request.person], on: request.channel, &genders)
      shares.gender.grow(to: traits.gender + 1)
      shares.addAsker(traits)
    }
    if let last = floor.turns.last, segment == nil || last.segment == segment {
      let person = people[last.person]
      shares.last = Background(of: person, on: last.channel, &genders)
      shares.isLastFavoured =
        person.map { floor.order.favours($0, isFirstTimer: heard[$0.id].turns <= 1) } ?? false
    }
    shares.gender.grow(to: genders.count)
    heard.byTrait = shares
    heard.genders = genders
    return heard
  }
}

/// What everybody has said so far, and what that makes of groups, regions, channels, genders.
struct HeardByPerson: Sendable {
  var byTrait = HeardSoFar()
  var genders = GenderNumbers()
  fileprivate(set) var sums: [Sum] = []
  /// Where a person's sum stands, by the person's number; -1 where there is none.
  private var places: [Int]

  /// What one person has said.
  struct Sum: Sendable {
    let person: PersonID
    var turns = 0
    /// Milliseconds.
    var spoken: Int64 = 0
    /// Milliseconds of it online.
    var online: Int64 = 0
    /// The last turn's number, on either channel; -1 where there was none.
    var lastInRoom = -1
    var lastOnline = -1
    var lastTurn: Int { max(lastInRoom, lastOnline) }
    var lastChannel = Channel.room
    /// Whether any of the turns was asked for.
    var hasAsked = false

    fileprivate mutating func add(_ turn: Turn, spoken: Int64) {
      turns += 1
      self.spoken += spoken
      lastChannel = turn.channel
      if turn.channel == .online {
        online += spoken
        lastOnline = turn.id.number
      } else {
        lastInRoom = turn.id.number
      }
      if turn.request != nil { hasAsked = true }
    }
  }

  init(places: Int) {
    self.places = Array(repeating: -1, count: places)
  }

  subscript(person: PersonID) -> Sum {
    guard person.number < places.count, places[person.number] >= 0 else {
      return Sum(person: person)
    }
    return sums[places[person.number]]
  }

  fileprivate mutating func add(_ turn: Turn, at now: Moment) {
    let number = turn.person.number
    guard number < places.count else { return }
    if places[number] < 0 {
      places[number] = sums.count
      sums.append(Sum(person: turn.person))
    }
    let place = places[number]
    let spoken = turn.spokenMilliseconds(at: now)
    sums[place].add(turn, spoken: spoken)
  }
}

/// The queue taken apart: who moves, who stays, whose answers go along.
private struct WaitingLine {
  /// Ordinary requests that are announced.
  var ahead: [FloorRequest] = []
  /// Ordinary requests that may move.
  var free: [FloorRequest] = []
  /// Everybody but the answers; `nil` where a free one stands.
  private var places: [FloorRequest?] = []
  private var answers: [RequestID: [FloorRequest]] = [:]

  init(_ queue: [FloorRequest], announced: Int) {
    var questions: Set<RequestID> = []
    for request in queue {
      if let question = request.answering, questions.contains(question) {
        answers[question, default: []].append(request)
        continue
      }
      questions.insert(request.id)
      guard request.kind.isOrdinary else {
        places.append(request)
        continue
      }
      if ahead.count < announced {
        ahead.append(request)
        places.append(request)
      } else if request.isPlaced {
        places.append(request)
      } else {
        free.append(request)
        places.append(nil)
      }
    }
  }

  /// The whole queue again, with the free ones in a new order.
  func filled(with arranged: [FloorRequest]) -> [FloorRequest] {
    var next = arranged.makeIterator()
    return places.flatMap { place -> [FloorRequest] in
      guard let request = place ?? next.next() else { return [] }
      return [request] + (answers[request.id] ?? [])
    }
  }
}

/// A number for every gender that somebody declared; 0 for those who declared none.
struct GenderNumbers: Sendable {
  private var numbers: [String: Int] = [:]

  var count: Int { numbers.count + 1 }

  mutating func number(of gender: String?) -> Int {
    guard let gender = gender?.lowercased(), !gender.isBlank else { return 0 }
    if let known = numbers[gender] { return known }
    numbers[gender] = count
    return count - 1
  }
}

extension Background {
  init(of person: Person?, on channel: Channel, _ genders: inout GenderNumbers) {
    self.channel = channel == .room ? 0 : 1
    group = person?.group?.rank ?? 0
    region = person?.region?.rank ?? 0
    gender = genders.number(of: person?.gender)
  }
}

extension StakeholderGroup {
  /// From 1, in the order of the declaration.
  fileprivate var rank: Int {
    switch self {
    case .civilSociety: 1
    case .government: 2
    case .intergovernmental: 3
    case .privateSector: 4
    case .technicalCommunity: 5
    }
  }
}

extension Region {
  fileprivate var rank: Int {
    switch self {
    case .african: 1
    case .asiaPacific: 2
    case .easternEuropean: 3
    case .grulac: 4
    case .weog: 5
    case .intergovernmental: 6
    }
  }
}

extension HeardSoFar {
  fileprivate mutating func add(_ sum: HeardByPerson.Sum, of traits: Background) {
    channel.add(sum.spoken - sum.online, sum.lastInRoom, 0)
    channel.add(sum.online, sum.lastOnline, 1)
    group.add(sum.spoken, sum.lastTurn, traits.group)
    region.add(sum.spoken, sum.lastTurn, traits.region)
    gender.add(sum.spoken, sum.lastTurn, traits.gender)
  }

  fileprivate mutating func addAsker(_ traits: Background) {
    channel.askers[traits.channel] += 1
    group.askers[traits.group] += 1
    region.askers[traits.region] += 1
    gender.grow(to: traits.gender + 1)
    gender.askers[traits.gender] += 1
  }
}

extension HeardSoFar.Share {
  fileprivate mutating func add(_ spoken: Int64, _ lastTurn: Int, _ value: Int) {
    time[value] += spoken
    self.lastTurn[value] = max(self.lastTurn[value], lastTurn)
  }
}

extension [Int] {
  /// How many of these sorted numbers are at most that one.
  fileprivate func firstPlace(above number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Event {
  /// Whether it may put those who wait in another order, beside what it says.
  ///
  /// What is taken back or done again puts them back as they stood.
  func mayMoveQueue(in session: Session) -> Bool {
    switch self {
    case .floor(.set(.order)): true
    case .floor, .people, .agenda, .inbox(.queued): session.floor.order.isKeptUp
    case .plan, .poll, .note, .outcome, .inbox, .breakout, .access, .history: false
    }
  }
}
