/// RankedPapers that put choices in order, ready to be counted by any method.
public struct RankedElection: Equatable, Sendable {
  public var title: String?
  /// What stands on the paper, in its order; counts name a choice by its place here, from 0.
  public var choices: [String]
  /// Choices that papers may name and that nobody counts for any more.
  public var withdrawn: Set<Int> = []
  /// How many are to be found, at least 1.
  public var seats: Int
  public var ballots: [RankedBallot]

  public init(
    title: String? = nil, choices: [String], seats: Int = 1, ballots: [RankedBallot] = []
  ) {
    self.title = title
    self.choices = choices
    self.seats = seats
    self.ballots = ballots
  }

  /// The choices that can be found, in the order of the paper.
  public var standing: [Int] { choices.indices.filter { !withdrawn.contains($0) } }

  /// Counts the papers.
  ///
  /// `seats` is how many are found, the election's own otherwise. `seed` draws the lot that settles
  /// ties: the same papers and seed give the same count, in whatever order papers and choices stand.
  public func count(
    by method: CountingMethod, seats: Int? = nil, seed: UInt64 = 0
  ) -> RankedCount {
    let seats = max(1, seats ?? self.seats)
    let papers = RankedPapers(of: self)
    let lot = Lot(among: choices, seed: seed)
    switch method {
    case .plurality, .borda: return Scoring(papers, lot, method, seats: seats).count()
    case .irv: return InstantRunoff(papers, lot, seats: seats).count()
    case .stv: return ScottishSTV(papers, lot, seats: seats).count()
    case .schulze: return Schulze(papers, lot, seats: seats).count()
    }
  }

  /// How many papers prefer each choice to each other one.
  public var pairs: PairwiseMatrix { PairwiseMatrix(of: RankedPapers(of: self)) }
}

/// A paper that puts choices in order, and how many such papers there are.
public struct RankedBallot: Hashable, Sendable {
  /// From first to last, equal choices in one place; unnamed choices are last and equal.
  public var places: [[Int]]
  public var weight: Rational

  public init(_ places: [[Int]], weight: Rational = .one) {
    self.places = places
    self.weight = weight
  }
}

/// How papers that put choices in order are counted.
public enum CountingMethod: String, Sendable, Codable, CaseIterable, Hashable {
  case plurality, borda, irv, stv, schulze

  public var title: String {
    switch self {
    case .plurality: "first places"
    case .borda: "Borda"
    case .irv: "instant run-off"
    case .stv: "Scottish STV"
    case .schulze: "Schulze"
    }
  }

  /// The rule in a sentence or two, with how it settles ties.
  public var rule: String {
    switch self {
    case .plurality:
      "Each paper counts for its first place; equal first places share it. \(Self.byLot)"
    case .borda:
      "Of n choices the first place gives n-1 points, the next n-2 and so on, no place 0; "
        + "equal places share theirs. \(Self.byLot)"
    case .irv:
      "The last choice goes out and its papers go on to their next place, until one has more "
        + "than half. \(Self.backThenByLot)"
    case .stv:
      "Droop quota; what is above it goes on, each paper at the same exact fraction; when nobody "
        + "is above it the last goes out. \(Self.backThenByLot)"
    case .schulze:
      "Choices meet in pairs; one is before another if the weakest margin on its strongest path "
        + "there is larger than on the way back. \(Self.byLot)"
    }
  }

  private static let byLot = "Ties are settled by a lot drawn from the seed."
  private static let backThenByLot =
    "Ties are settled by the last earlier round that knew a difference, else by a lot drawn from "
    + "the seed."
}
