extension String {
  /// How many letters must be changed, added, dropped or swapped to make the other of it.
  func distance(to other: String) -> Int {
    let mine = Array(self)
    let theirs = Array(other)
    var beforeLast: [Int] = []
    var last = Array(0...theirs.count)
    for row in mine.indices {
      var current = [row + 1]
      for column in theirs.indices {
        var cost = Swift.min(
          last[column] + (mine[row] == theirs[column] ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, mine[row] == theirs[column - 1], mine[row - 1] == theirs[column] {
          cost = Swift.min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[theirs.count]
  }

  /// What was probably meant: the word it begins, else the nearest one; `nil` when none is near.
  func nearest(in words: some Sequence<String>) -> String? {
    let typed = lowercased()
    let length = typed.count
    let reach = Swift.max(1, length / 3)
    var best: (word: String, distance: Int)?
    for word in words {
      let candidate = word.lowercased()
      if length > 1, candidate.hasPrefix(typed) { return word }
      // Most words are too long or too short to be near; only the others are worth the work.
      guard abs(candidate.count - length) <= reach else { continue }
      let distance = typed.distance(to: candidate)
      if distance <= reach, distance < best?.distance ?? Int.max { best = (word, distance) }
    }
    return best?.word
  }
}
