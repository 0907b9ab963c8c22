/// Two lists laid side by side so that as much as can be stands beside its like, in order.
struct Alignment {
  /// Places in the one list and in the other, rising on both sides.
  let pairs: [(Int, Int)]

  /// What is `nil` in the other list is like nothing.
  init<Element: Equatable>(_ one: [Element], _ other: [Element?]) {
    // How long the best alignment of what is left is, from each pair of places on.
    let width = other.count + 1
    var lengths = [Int32](repeating: 0, count: (one.count + 1) * width)
    for row in one.indices.reversed() {
      for column in other.indices.reversed() {
        lengths[row * width + column] =
          one[row] == other[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var row = 0
    var column = 0
    while row < one.count, column < other.count {
      if one[row] == other[column] {
        pairs.append((row, column))
        row += 1
        column += 1
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    self.pairs = pairs
  }
}
