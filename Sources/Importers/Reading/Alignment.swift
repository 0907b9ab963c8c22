/// Two lists laid side by side so that as much as can be stands beside its like, in order.
struct Alignment {
  /// Places in the one list and in the other, rising on both sides.
  private(set) var pairs: [(Int, Int)] = []

  /// What is `nil` in the other list is like nothing.
  ///
  /// Takes as many steps as the lists' lengths multiplied, but memory for one list only: what lies
  /// between their like beginnings and ends is halved until a row is left.
  ///
  /// Source: Hirschberg, “A linear space algorithm for computing maximal common subsequences”, 1975.
  init<Element: Hashable>(_ one: [Element], _ other: [Element?]) {
    // Numbers are compared faster than what they stand for.
    var numbers: [Element: Int32] = [:]
    func number(_ element: Element) -> Int32 {
      let next = Int32(numbers.count)
      let known = numbers[element] ?? next
      if known == next { numbers[element] = next }
      return known
    }
    let one = one.map(number)
    let other = other.map { $0.map(number) ?? -1 }
    lay(one[...], beside: other[...])
  }

  private mutating func lay(_ one: ArraySlice<Int32>, beside other: ArraySlice<Int32>) {
    var (one, other) = (one, other)
    while let first = one.first, first == other.first {
      pairs.append((one.startIndex, other.startIndex))
      one.removeFirst()
      other.removeFirst()
    }
    var ends: [(Int, Int)] = []
    while let last = one.last, last == other.last {
      ends.append((one.endIndex - 1, other.endIndex - 1))
      one.removeLast()
      other.removeLast()
    }
    defer { pairs += ends.reversed() }
    guard !one.isEmpty, !other.isEmpty else { return }
    if one.count == 1 {
      if let place = other.firstIndex(of: one[one.startIndex]) {
        pairs.append((one.startIndex, place))
      }
      return
    }
    let middle = one.startIndex + one.count / 2
    let before = Self.lengths(one[..<middle], other)
    let behind = Self.lengths(one[middle...].reversed(), other.reversed())
    var best = 0
    for place in 1...other.count
    where before[place] + behind[other.count - place]
      > before[best] + behind[other.count - best]
    {
      best = place
    }
    let cut = other.startIndex + best
    lay(one[..<middle], beside: other[..<cut])
    lay(one[middle...], beside: other[cut...])
  }

  /// How many can stand beside their like where only so many from the front of the other list count.
  private static func lengths(
    _ one: some Sequence<Int32>, _ other: some Collection<Int32>
  ) -> [Int32] {
    let other = Array(other)
    var row = [Int32](repeating: 0, count: other.count + 1)
    for element in one {
      var diagonal: Int32 = 0
      for (place, against) in other.enumerated() {
        let above = row[place + 1]
        row[place + 1] = element == against ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return row
  }
}
