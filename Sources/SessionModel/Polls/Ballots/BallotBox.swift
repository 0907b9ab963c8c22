/// What is in the box of a poll that is not public.
///
/// The roll is sorted and the ballots are a multiset, so that no order joins a voter to a ballot.
/// Of a sealed poll there are sealed papers instead, in an order that says nothing.
public struct BallotBox: Equatable, Sendable, Codable {
  /// Who has voted, as far as they said who they are.
  public private(set) var roll: [PersonID] = []
  public private(set) var ballots: [Counted] = []
  /// The slips that have voted, by pseudonym, sorted.
  public private(set) var slips: [String]?
  /// The ballots again, counted apart by each trait alone; only what stands together with enough.
  public private(set) var parts: [VoterTrait: [String: [Counted]]]?
  /// Ballots that only the secret half of the poll's key opens, sorted.
  public private(set) var sealed: [String]?

  public init() {}

  /// Ballots that nobody need be asked for any more.
  init(of papers: [Counted]) {
    ballots = papers.inOrder
  }

  /// A ballot, and how many like it there are.
  public struct Counted: Equatable, Sendable, Codable {
    public var ballot: Ballot
    public var count: Int

    public init(ballot: Ballot, count: Int) {
      self.ballot = ballot
      self.count = count
    }
  }

  public var turnout: Int { ballots.reduce(sealed?.count ?? 0) { $0 + $1.count } }

  /// How many of those who have voted said who they are.
  var namedCount: Int { roll.count + (slips?.count ?? 0) }

  public func hasVoted(_ person: PersonID) -> Bool { roll.contains(person) }

  public func hasVoted(_ code: VoteCode) -> Bool { slips?.contains(code.pseudonym) ?? false }

  /// Takes an open ballot; `traits` as far as they may be kept.
  public mutating func put(_ ballot: Ballot, from voter: Voter?, traits: Traits = Traits()) {
    note(voter)
    put(SealedBallot(ballot: ballot, traits: traits))
  }

  public mutating func put(_ ballot: Ballot, from voter: PersonID?) {
    put(ballot, from: voter.map(Voter.person), traits: Traits())
  }

  /// Writes a voter on the roll.
  mutating func note(_ voter: Voter?) {
    switch voter {
    case .person(let person): roll.insert(person, at: roll.firstIndex { $0 > person } ?? roll.count)
    case .code(let code):
      var slips = slips ?? []
      let name = code.pseudonym
      slips.insert(name, at: slips.firstIndex { $0 > name } ?? slips.count)
      self.slips = slips
    case nil: break
    }
  }

  private mutating func put(_ paper: SealedBallot) {
    ballots.add(paper.ballot)
    for (trait, code) in paper.traits?.all ?? [] {
      parts = parts ?? [:]
      parts?[trait, default: [:]][code, default: []].add(paper.ballot)
    }
  }

  /// Takes a sealed ballot.
  public mutating func put(sealed paper: String) {
    var papers = sealed ?? []
    papers.insert(paper, at: papers.firstIndex { $0 > paper } ?? papers.count)
    sealed = papers
  }

  /// Takes what the sealed ballots turned out to be in their place.
  public mutating func unseal(_ papers: [SealedBallot]) {
    sealed = nil
    for paper in papers { put(paper) }
  }

  /// The ballots counted apart without those that were in another box before.
  func parts(without before: BallotBox) -> [VoterTrait: [String: [Counted]]] {
    var parts = parts ?? [:]
    for (trait, cells) in before.parts ?? [:] {
      for (code, counted) in cells {
        for each in counted {
          let place = parts[trait]?[code]?.firstIndex { $0.ballot == each.ballot }
          if let place { parts[trait]?[code]?[place].count -= each.count }
        }
        parts[trait]?[code]?.removeAll { $0.count <= 0 }
      }
    }
    return parts
  }

  /// Calls everything `other` that does not stand alone.
  mutating func keepApart(only cells: Cells) {
    guard let old = parts else { return }
    var kept: [VoterTrait: [String: [Counted]]] = [:]
    for (trait, cellsOfTrait) in old where !cells[trait].isEmpty {
      for (code, counted) in cellsOfTrait {
        let cell = cells[trait].contains(code) ? code : Traits.other
        for each in counted {
          kept[trait, default: [:]][cell, default: []].add(each.ballot, times: each.count)
        }
      }
    }
    parts = kept.isEmpty ? nil : kept
  }
}

/// A voter, as the voter says it.
public enum Voter: Hashable, Sendable {
  case person(PersonID)
  case code(VoteCode)
}

/// What is sealed: a ballot, and what it may be counted apart by.
public struct SealedBallot: Equatable, Sendable, Codable {
  public var ballot: Ballot
  public var traits: Traits?

  public init(ballot: Ballot, traits: Traits? = nil) {
    self.ballot = ballot
    self.traits = traits.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Poll {
  /// How many bytes each sealed ballot is made, so that none can be told by its length.
  public var sealedLength: Int {
    // Three traits in their longest words, a number or two beside each choice, what is typed.
    let typed =
      switch form {
      case .words(let most, let characters), .answers(let most, let characters):
        most * (characters * 4 + 4)
      case .number: 32
      case .pick, .scale, .rank, .grade, .spend, .place, .compare, .statements, .entered: 0
      }
    let mark = form.parts.contains(.across) ? 32 : 18
    let longest = 160 + method.rules.markable(of: choices).count * mark + typed
    return (longest + 255) / 256 * 256
  }
}

/// The two halves of the key that a sealed poll's ballots are sealed to, as the room Sealing made
/// them, in Base64.
public struct PollSeal: Equatable, Sendable, Codable {
  /// Whoever has it can seal.
  public var key: String
  /// The half that opens, as only the passphrase gives it back.
  public var wrapped: String

  public init(key: String, wrapped: String) {
    self.key = key
    self.wrapped = wrapped
  }
}

extension [BallotBox.Counted] {
  mutating func add(_ ballot: Ballot, times count: Int = 1) {
    if let index = firstIndex(where: { $0.ballot == ballot }) {
      self[index].count += count
    } else {
      append(BallotBox.Counted(ballot: ballot, count: count))
      sort { $0.ballot.text < $1.ballot.text }
    }
  }
}
