/// Whether sums and differences of what is counted apart tell anything about too few people.
///
/// People with the same traits cannot be told apart: they are one kind. Each cell is a row with a
/// 1 for each kind in it. A sum of rows that is 0 for all but some kinds tells about these alone.
/// Such a sum is there when what stands at right angles to all rows, the null space, looks the
/// same from those kinds in too many ways: when their rows of its basis depend on each other.
struct Exposure {
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
