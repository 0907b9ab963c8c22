/// What ballots may be counted apart by.
public enum VoterTrait: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
  case group, region, channel

  public var title: String {
    switch self {
    case .group: "stakeholder group"
    case .region: "region"
    case .channel: "room and online"
    }
  }

  /// What a code of the trait is called; `other` for those that do not stand alone.
  public func title(of code: String) -> String {
    switch self {
    case .group: StakeholderGroup(rawValue: code)?.title ?? code
    case .region: Region(rawValue: code)?.title ?? code
    case .channel: code
    }
  }
}

/// What of somebody ballots are counted apart by: a code for each trait.
public struct Traits: Hashable, Sendable, Codable {
  private var codes: [VoterTrait: String] = [:]

  public init() {}

  public init(_ codes: [VoterTrait: String]) {
    self.codes = codes
  }

  /// Those of somebody on the roll; who says nothing of a trait is `other`.
  public init(of person: Person) {
    codes = [
      .group: person.group?.rawValue ?? Self.other,
      .region: person.region?.rawValue ?? Self.other,
      .channel: person.channel?.rawValue ?? Self.other,
    ]
  }

  /// Those of a slip.
  init(of issued: Access.Issued) {
    codes = [.group: issued.group?.rawValue ?? Self.other]
  }

  public init(from decoder: any Decoder) throws {
    codes = try [VoterTrait: String](from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try codes.encode(to: encoder)
  }

  /// Whoever is in no group that is large enough.
  public static let other = "other"

  public subscript(trait: VoterTrait) -> String {
    get { codes[trait] ?? Self.other }
    set { codes[trait] = newValue }
  }

  /// The same, with everything that does not stand alone called `other`.
  public func kept(by cells: Cells) -> Traits {
    var kept = Traits()
    for trait in VoterTrait.allCases where !cells[trait].isEmpty {
      kept[trait] = cells[trait].contains(self[trait]) ? self[trait] : Self.other
    }
    return kept
  }

  var isEmpty: Bool { codes.isEmpty }

  /// Each trait that is known, with its code.
  var all: [(trait: VoterTrait, code: String)] { codes.map { ($0.key, $0.value) } }
}

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
  /// fewer than `least` of them, whatever is added to or taken from what.
  ///
  /// Groups are kept before regions, regions before channels, large ones before small ones.
  /// *Limitations*: where all of a cell chose the same, that they did is known of each.
  public init(among people: [Traits], least: Int, within bounds: Cells? = nil) {
    for trait in VoterTrait.allCases {
      var counts: [String: Int] = [:]
      for person in people where person[trait] != Traits.other {
        let stands = bounds.map { $0[trait].contains(person[trait]) } ?? true
        if stands { counts[person[trait], default: 0] += 1 }
      }
      // The smallest goes first; of two as small, the one whose code comes first.
      var kept = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      while let smallest = kept.last {
        self[trait] = kept.map(\.key)
        let isSmall = smallest.value < least
        if !isSmall, !Exposure(of: people, in: self, least: least).isThere { break }
        kept.removeLast()
        self[trait] = kept.map(\.key)
      }
    }
  }
}

/// Whether sums and differences of what is counted apart tell anything about too few people.
///
/// People with the same traits cannot be told apart: they are one kind. Each cell is a row with a
/// 1 for each kind in it. A sum of rows that is 0 for all but some kinds tells about these alone.
/// Such a sum is there when what stands at right angles to all rows, the null space, looks the
/// same from those kinds in too many ways: when their rows of its basis depend on each other.
private struct Exposure {
  /// How many people each kind has.
  private var sizes: [Int] = []
  /// For each kind its row of a basis of the null space.
  private var basis: [[Int]] = []
  private let least: Int

  /// Counting in a field this large goes as with fractions, for rows of so few ones.
  private static let prime = 2_147_483_647

  init(of people: [Traits], in cells: Cells, least: Int) {
    self.least = least
    var counts: [Traits: Int] = [:]
    for person in people { counts[person.kept(by: cells), default: 0] += 1 }
    let kinds = Array(counts)
    sizes = kinds.map(\.value)
    var rows = [kinds.map { _ in 1 }]
    for trait in VoterTrait.allCases {
      for code in cells[trait] { rows.append(kinds.map { $0.key[trait] == code ? 1 : 0 }) }
    }
    basis = Self.nullSpace(of: rows, columns: kinds.count)
  }

  var isThere: Bool {
    guard sizes.reduce(0, +) >= least else { return true }
    let small = sizes.indices.filter { sizes[$0] < least }
    return isExposed([], of: 0, from: small[...])
  }

  /// Tries every set of kinds that together are fewer than `least`.
  private func isExposed(_ chosen: [Int], of count: Int, from rest: ArraySlice<Int>) -> Bool {
    for (place, kind) in zip(rest.indices, rest) where count + sizes[kind] < least {
      let set = chosen + [kind]
      var rows = set.map { basis[$0] }
      if Self.reduce(&rows).count < set.count { return true }
      if isExposed(set, of: count + sizes[kind], from: rest[(place + 1)...]) { return true }
    }
    return false
  }

  private static func nullSpace(of matrix: [[Int]], columns: Int) -> [[Int]] {
    var rows = matrix
    let pivots = reduce(&rows)
    let free = (0..<columns).filter { !pivots.contains($0) }
    return (0..<columns).map { column in
      if let row = pivots.firstIndex(of: column) {
        free.map { (prime - rows[row][$0]) % prime }
      } else {
        free.map { $0 == column ? 1 : 0 }
      }
    }
  }

  /// Brings rows into reduced form and answers the columns that lead one: as many as the rank.
  @discardableResult
  private static func reduce(_ rows: inout [[Int]]) -> [Int] {
    var pivots: [Int] = []
    for column in 0..<(rows.first?.count ?? 0) {
      let rank = pivots.count
      guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 })
      else { continue }
      rows.swapAt(rank, pivot)
      let inverse = power(rows[rank][column], prime - 2)
      for place in rows[rank].indices { rows[rank][place] = rows[rank][place] * inverse % prime }
      for row in rows.indices where row != rank && rows[row][column] != 0 {
        let factor = rows[row][column]
        for place in rows[row].indices {
          rows[row][place] =
            (rows[row][place] + (prime - factor) * rows[rank][place]) % prime
        }
      }
      pivots.append(column)
      if pivots.count == rows.count { break }
    }
    return pivots
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
