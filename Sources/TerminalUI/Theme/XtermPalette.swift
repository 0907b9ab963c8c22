/// The colours that xterm shows for its 256 indexes; other terminals show the first 16 differently.
public enum XtermPalette {
  /// Red, green and blue of an index.
  public static func rgb(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case ..<16:
      return first[Int(index)]
    case 16..<232:
      let place = index - 16
      return (step(place / 36), step(place / 6 % 6), step(place % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  /// Which of the first `count` colours, 8 or 16, comes nearest to one of the 256.
  static func nearest(to index: UInt8, among count: Int) -> UInt8 {
    let wanted = rgb(index)
    let distances = first.prefix(count).map { one in
      square(one.red, wanted.red) + square(one.green, wanted.green) + square(one.blue, wanted.blue)
    }
    let best = distances.indices.min { distances[$0] < distances[$1] }
    return UInt8(best ?? 7)
  }

  private static func step(_ level: UInt8) -> UInt8 { level == 0 ? 0 : 55 + 40 * level }

  private static func square(_ one: UInt8, _ other: UInt8) -> Int {
    let difference = Int(one) - Int(other)
    return difference * difference
  }

  private static let first: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
