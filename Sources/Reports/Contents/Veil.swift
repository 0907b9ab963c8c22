import SessionModel

/// Takes names and affiliations out of what people wrote, where a rule hides who was there.
///
/// Words of a name that begin with a capital are hidden by themselves too: this hides too much
/// rather than too little. *Limitations*: a nickname or a misspelt name is not known.
struct Veil: Sendable {
  /// What stands in the place of a name.
  static let hidden = "[withheld]"
  /// The fewest letters of a part of a name that is hidden by itself.
  private static let leastOfPart = 3

  /// Names as words, by their first word, the longest first.
  private var names: [Substring: [[Substring]]] = [:]
  /// Names in scripts that set no space between words.
  private var unspaced: [String] = []

  init() {}

  init(over roll: Register<Person>) {
    let known = Set(
      StakeholderGroup.allCases.map(\.title) + Region.allCases.map(\.title)
        + Role.allCases.map(\.title.capitalizedFirst))
    var seen: Set<String> = []
    func hide(_ text: String) {
      guard !known.contains(text), seen.insert(text).inserted else { return }
      if text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { unspaced.append(text) }
      let words = Self.words(of: text)
      guard let first = words.first, text.count > 1 else { return }
      names[first, default: []].append(words)
    }
    for person in roll {
      hide(person.name)
      for part in Self.words(of: person.name) where part.count >= Self.leastOfPart {
        if part.first?.isUppercase == true { hide(String(part)) }
      }
      if let affiliation = person.affiliation { hide(affiliation) }
      if let position = person.position { hide(position) }
    }
    for key in names.keys { names[key]?.sort { $0.count > $1.count } }
    unspaced.sort { $0.count > $1.count }
  }

  func over(_ text: String) -> String {
    guard !names.isEmpty || !unspaced.isEmpty else { return text }
    var text = text
    for name in unspaced where text.contains(name) {
      text = text.replacing(name, with: Self.hidden)
    }
    let words = Self.words(of: text)
    guard words.contains(where: { names[$0] != nil }) else { return text }
    var result = ""
    var end = text.startIndex
    var place = 0
    while place < words.count {
      let found = names[words[place]]?.first { words[place...].starts(with: $0) }
      if let found {
        result += text[end..<words[place].startIndex] + Self.hidden
        end = words[place + found.count - 1].endIndex
        place += found.count
      } else {
        place += 1
      }
    }
    return result + text[end...]
  }

  /// Runs of letters and digits.
  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
  }
}
