/// Which groups, regions and channels of a poll stand alone; all others are one.
///
/// A trait of which none stands alone is not counted apart at all.
public struct Cells: Equatable, Sendable, Codable {
  private var standing: [VoterTrait: [String]] = [:]

  public init() {}

  public init(from decoder: any Decoder) throws {
    standing = try [VoterTrait: [String]](from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try standing.encode(to: encoder)
  }

  /// The codes that stand alone, sorted.
  public fileprivate(set) subscript(trait: VoterTrait) -> [String] {
    get { standing[trait] ?? [] }
    set { standing[trait] = newValue.isEmpty ? nil : newValue.sorted() }
  }

  public var isEmpty: Bool { standing.isEmpty }
}

extension Cells {
  /// Those that a box counts apart.
  init(standingIn box: BallotBox) {
    for (trait, cells) in box.parts ?? [:] {
      self[trait] = cells.keys.filter { $0 != Traits.other }
    }
  }

  /// The most that may stand alone among those people, so that nothing can be worked out about
  /// fewer than `least` of them, whatever is added to or taken from what, and that in any of the
  /// counts to be shown nobody's ballot becomes certain, in whole or in part.
  ///
  /// Groups are kept before regions, regions before channels, large ones before small ones. Where
  /// the ballots are the reason to keep less, what is kept does not tell whose: the smallest groups
  /// go first, whoever is of one mind, and no further trait is counted apart.
  /// *Limitations*: two who tell each other what they chose know more than the counts say; so may
  /// a voter who knows these rules, where single people cross groups, regions and channels.
  public init(
    among people: [Traits], least: Int, within bounds: Cells? = nil, in counts: [CountApart] = []
  ) {
    for trait in VoterTrait.allCases {
      var sizes: [String: Int] = [:]
      for person in people where person[trait] != Traits.other {
        let stands = bounds.map { $0[trait].contains(person[trait]) } ?? true
        if stands { sizes[person[trait], default: 0] += 1 }
      }
      // The smallest goes first; of two as small, the one whose code comes first.
      var kept = sizes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      func keep(while isRefused: (Cells) -> Bool) {
        while let smallest = kept.last {
          self[trait] = kept.map(\.key)
          let isSmall = smallest.value < least
          if !isSmall, !isRefused(self) { return }
          kept.removeLast()
          self[trait] = kept.map(\.key)
        }
      }
      keep { Exposure(of: people, in: $0, least: least).isThere }
      guard !counts.allSatisfy({ Doubt(about: $0, in: self).isLeft }) else { continue }
      if trait == VoterTrait.allCases.first {
        keep { cells in
          Exposure(of: people, in: cells, least: least).isThere
            || !counts.allSatisfy { Doubt(about: $0, in: cells).isLeft }
        }
      } else {
        self[trait] = []
      }
      return
    }
  }
}

/// Ballots that are to be counted apart, and the people who cast them.
public struct CountApart: Sendable {
  public var people: [Traits]
  /// The ballots by each trait alone, as far as they may be counted apart at all.
  public var parts: [VoterTrait: [String: [BallotBox.Counted]]]

  public init(_ people: [Traits], _ parts: [VoterTrait: [String: [BallotBox.Counted]]]) {
    self.people = people
    self.parts = parts
  }
}
