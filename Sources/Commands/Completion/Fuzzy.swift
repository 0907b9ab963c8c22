/// Finds texts by a few of their letters.
public enum Fuzzy {
  /// How well letters fit a text in which they stand in this order; `nil` when they do not.
  ///
  /// Letters at the beginning, at the beginning of words, and next to each other count more.
  /// Capitals do not matter. No letters fit everything, with 0.
  public static func score(_ letters: String, in text: String) -> Int? {
    let wanted = Array(letters.lowercased())
    guard let first = wanted.first else { return 0 }
    let offered = Array(text.lowercased())
    let starts = offered.indices.filter { offered[$0] == first }
    return starts.compactMap { score(wanted, in: offered, from: $0) }.max()
  }

  /// The same for several words, each of which must fit.
  public static func score(words: String, in text: String) -> Int? {
    var sum = 0
    for word in words.split(whereSeparator: \.isWhitespace) {
      guard let score = score(String(word), in: text) else { return nil }
      sum += score
    }
    return sum
  }

  private static func score(_ wanted: [Character], in text: [Character], from start: Int) -> Int? {
    var score = 0
    var next = start
    var last = -2
    for letter in wanted {
      guard let place = text[next...].firstIndex(of: letter) else { return nil }
      if place == 0 {
        score += 12
      } else if !text[place - 1].isLetter && !text[place - 1].isNumber {
        score += 8
      } else if place == last + 1 {
        score += 6
      } else {
        score -= min(3, place - next)
      }
      score += 1
      last = place
      next = place + 1
    }
    return score
  }
}
