public import SessionModel

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
