extension Rational: CustomStringConvertible {
  /// The exact value: `34`, `20.5` where six places suffice, else `61/3`.
  public var description: String {
    if isWhole { return numeratorText }
    let scaled = self * Rational(1_000_000)
    guard scaled.isWhole else { return fractionText }
    let text = rounded(toPlaces: 6)
    return String(text.reversed().drop { $0 == "0" }.reversed())
  }

  /// A decimal with exactly that many places, rounded half up: `20.333`.
  public func rounded(toPlaces places: Int) -> String {
    let scale = (0..<places).reduce(Rational.one) { scale, _ in scale * Rational(10) }
    let units = (self * scale + Rational(1, over: 2)).roundedDown
    let isNegative = units < .zero
    var figures = (isNegative ? -units : units).numeratorText
    if figures.count <= places {
      figures = String(repeating: "0", count: places + 1 - figures.count) + figures
    }
    let sign = isNegative ? "-" : ""
    return places == 0
      ? sign + figures : sign + figures.dropLast(places) + "." + figures.suffix(places)
  }

  /// Reads `3`, `2.5`, `.5` or `1/3`, a minus sign before it or not; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let value = Self.decimal(parts[0]) else { return nil }
    guard parts.count == 2 else {
      self = value
      return
    }
    guard let divisor = Self.decimal(parts[1]), !divisor.isZero else { return nil }
    self = value / divisor
  }

  private static func decimal(_ text: String) -> Rational? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let places = parts.count == 2 ? parts[1] : ""
    let figures = whole + places
    guard !figures.hasPrefix("-"), let units = Rational(figures: figures) else { return nil }
    let scale = places.reduce(Rational.one) { scale, _ in scale * Rational(10) }
    let value = units / scale
    return isNegative ? -value : value
  }
}
