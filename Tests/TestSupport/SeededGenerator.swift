/// Random numbers that are the same on every run.
///
/// Source: Sebastiano Vigna, `splitmix64.c`.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededGenerator {
  /// True as often as `chance` says, from 0 to 1.
  public mutating func flips(_ chance: Double = 0.5) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of the elements, of which there must be some.
  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(0...(elements.count - 1))]
  }

  /// One of an enumeration's values.
  public mutating func any<Value: CaseIterable>(_ type: Value.Type) -> Value {
    one(of: Array(type.allCases))
  }

  /// The value, or as often as not nothing.
  public mutating func maybe<Value>(_ value: Value) -> Value? { flips() ? value : nil }
}
