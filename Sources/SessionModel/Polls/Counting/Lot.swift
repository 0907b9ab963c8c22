/// An order of all choices that chance made once, before the count.
///
/// It is drawn over the names in order of their letters, so that no place on the paper is lucky.
struct Lot {
  private let places: [Int: Int]

  init(among names: [String], seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var order = names.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    for place in order.indices.dropFirst().reversed() {
      order.swapAt(place, generator.below(place + 1))
    }
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
  }

  /// Whether chance favours the one before the other.
  func favours(_ one: Int, over other: Int) -> Bool {
    (places[one] ?? .max) < (places[other] ?? .max)
  }

  /// Whom chance favours most; `nil` among nobody.
  func first(of choices: [Int]) -> Int? { choices.min(by: favours) }

  /// Whom chance favours least; `nil` among nobody.
  func last(of choices: [Int]) -> Int? { choices.max(by: favours) }
}
