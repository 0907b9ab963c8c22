/// Several people on one line.
enum HolderList {
  /// The text of each person; the whole text where there is one.
  static func pieces(_ text: String) -> [String] {
    if text.contains(";") { return text.separated(by: [";"]).filter { !$0.isEmpty } }
    let parts = text.commaParts
    guard parts.count > 2 else { return [text] }
    if parts.allSatisfy({ $0.isPersonAndNoPosition }) { return parts }
    return cut(parts)
  }

  /// `Jo Doe, Org, Civil Society, WEOG Bo Larsen, Org, Government, EEG`: a regional group ends each.
  private static func cut(_ parts: [String]) -> [String] {
    var pieces: [String] = []
    var current: [String] = []
    for part in parts {
      guard current.count >= 2, let (region, rest) = regionBefore(part) else {
        current.append(part)
        continue
      }
      pieces.append((current + [region]).joined(separator: ", "))
      current = [rest]
    }
    pieces.append(current.joined(separator: ", "))
    return pieces
  }

  /// The regional group that a part begins with, and who stands behind it.
  private static func regionBefore(_ part: String) -> (String, String)? {
    let lower = part.lowercased()
    for region in regions where lower.hasPrefix(region) {
      let rest = part.dropFirst(region.count)
      guard rest.first == " ", rest.squeezed.isPersonAndNoPosition else { continue }
      return (String(part.prefix(region.count)), rest.squeezed)
    }
    return nil
  }

  /// The long ones first.
  private static let regions = [
    "western european and others group (weog)", "latin american and caribbean group (grulac)",
    "western european and others group", "latin american and caribbean group",
    "intergovernmental organization", "eastern european group", "asia-pacific group",
    "asia pacific group", "african group", "asia-pacific", "asia pacific", "eastern europe",
    "latin america", "grulac", "weog", "apac", "eeg", "africa", "europe", "asia",
  ]
}

extension String {
  /// Whether it says what somebody is: `Programme Director`.
  var namesPosition: Bool {
    wordKey.split(separator: " ").contains { Names.positionWords.contains(String($0)) }
  }

  /// Whether it names a person and neither an organisation nor what somebody is.
  var isPersonAndNoPosition: Bool {
    looksLikePerson && !namesPosition
  }
}
