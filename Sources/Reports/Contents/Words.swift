/// A length of time: `4:10`, `1:02:05`.
func clock(_ seconds: Int) -> String {
  func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let minutes = seconds / 60
  return minutes < 60
    ? "\(minutes):\(twoFigures(seconds % 60))"
    : "\(minutes / 60):\(twoFigures(minutes % 60)):\(twoFigures(seconds % 60))"
}

/// A number with what is counted: `1 ballot`, `9 ballots`.
func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
