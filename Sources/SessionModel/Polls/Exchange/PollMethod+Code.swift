extension PollMethod {
  /// The method in one cell of a table: `ranking; max=3`.
  public var code: String {
    let settings = settings
    let numbers: [(String, Int?)] = [
      ("min", settings.min), ("max", settings.max), ("first", settings.first),
      ("points", settings.points), ("most", settings.most), ("seats", settings.seats),
      ("best", settings.best),
    ]
    let texts: [(String, String?)] = [
      ("left", settings.left), ("right", settings.right), ("bottom", settings.bottom),
      ("top", settings.top), ("unit", settings.unit),
      ("answer", settings.answer?.joined(separator: ",")),
    ]
    let said =
      numbers.compactMap { name, value in value.map { "\(name)=\($0)" } }
      + texts.compactMap { name, text in
        text.map { "\(name)=\($0.map { $0 == ";" ? "," : $0 }.asText)" }
      }
    return ([name.rawValue] + said).joined(separator: "; ")
  }

  /// Reads such a cell; `nil` where it names no method or sets what the method does not know.
  public init?(code: String, choices: Int) {
    var parts = code.split(separator: ";").map { $0.trimmedText }
    guard let first = parts.first, let name = Name(rawValue: first) else { return nil }
    parts.removeFirst()
    var settings = MethodSettings()
    for part in parts {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      guard sides.count == 2, settings.take(sides[1], as: sides[0]) else { return nil }
    }
    self.init(name, settings, choices: choices)
    guard settings.names.allSatisfy(self.settings.names.contains) else { return nil }
  }
}

extension MethodSettings {
  /// Sets one thing by its name; whether there is such a thing and the text fits.
  fileprivate mutating func take(_ text: String, as name: String) -> Bool {
    let numbers: [String: WritableKeyPath<MethodSettings, Int?>] = [
      "min": \.min, "max": \.max, "first": \.first, "points": \.points, "most": \.most,
      "seats": \.seats, "best": \.best,
    ]
    let texts: [String: WritableKeyPath<MethodSettings, String?>] = [
      "left": \.left, "right": \.right, "bottom": \.bottom, "top": \.top, "unit": \.unit,
    ]
    if let path = numbers[name] {
      self[keyPath: path] = Int(text)
      return Int(text) != nil
    }
    if let path = texts[name] {
      self[keyPath: path] = text
      return true
    }
    guard name == "answer" else { return false }
    answer = text.split(separator: ",").map(String.init)
    return true
  }
}

extension [Character] {
  fileprivate var asText: String { String(self) }
}
