/// Lengths of time in a line.
public enum Length {
  /// `2m`, `90s`, `1h`, `1h30m`, `1:30` (minutes and seconds), `1:00:00`; a bare number is minutes.
  ///
  /// A minus sign before it makes it negative. `nil` when it is no length, or a thousand hours.
  public static func seconds(of word: String) -> Int? {
    let digits =
      word.hasPrefix("-") ? word.dropFirst() : word.hasPrefix("+") ? word.dropFirst() : word[...]
    let seconds = digits.contains(":") ? clock(digits) : units(digits.lowercased()[...])
    guard let seconds, seconds < 3_600_000 else { return nil }
    return word.hasPrefix("-") ? -seconds : seconds
  }

  /// The shortest that reads back: hours, minutes or seconds, whichever come out whole.
  public static func text(of seconds: Int) -> String {
    if seconds != 0, seconds % 3600 == 0 { return "\(seconds / 3600)h" }
    return seconds % 60 == 0 ? "\(seconds / 60)m" : "\(seconds)s"
  }

  private static func clock(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard parts.count <= 3 else { return nil }
    var seconds = 0
    for (place, part) in parts.enumerated() {
      guard let part, place == 0 || part < 60, let sum = seconds.times(60, plus: part) else {
        return nil
      }
      seconds = sum
    }
    return seconds
  }

  private static func units(_ text: Substring) -> Int? {
    if let minutes = number(text) { return minutes.times(60, plus: 0) }
    var rest = text
    var seconds = 0
    // Each unit may be said once, the longer ones first.
    for (names, size) in [(["h"], 3600), (["min", "m"], 60), (["sec", "s"], 1)] {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let behind = rest.dropFirst(digits.count)
      guard let name = names.first(where: { behind.hasPrefix($0) }) else { continue }
      guard let count = number(digits), let part = count.times(size, plus: seconds) else {
        return nil
      }
      seconds = part
      rest = behind.dropFirst(name.count)
    }
    return rest.isEmpty && !text.isEmpty ? seconds : nil
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}

extension Int {
  /// The product and the sum; `nil` where they do not fit.
  fileprivate func times(_ factor: Int, plus other: Int) -> Int? {
    let (product, isTooBig) = multipliedReportingOverflow(by: factor)
    let (sum, isStillTooBig) = product.addingReportingOverflow(other)
    return isTooBig || isStillTooBig ? nil : sum
  }
}
