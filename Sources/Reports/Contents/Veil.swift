import SessionModel

/// Takes names and affiliations out of what people wrote, where a rule hides who was there.
///
/// Names are known in any letter case, with and without their accents, in parts, by their initials
/// and within addresses; affiliations also by their first words and by their acronym. This hides too
/// much rather than too little. *Limitations*: a nickname or a misspelt name is not known.
struct Veil: Sendable {
  /// What stands in the place of a name.
  static let hidden = "[withheld]"
  /// The fewest letters of a part of a name that is hidden by itself.
  private static let leastOfPart = 3
  /// The fewest letters of a part of a name that is looked for within an address.
  private static let leastInAddress = 4

  /// Names by their first word, the longest first.
  private var names: [String: [Name]] = [:]
  /// Names in scripts that set no space between words.
  private var unspaced: [String] = []
  /// Initials and acronyms as they are written.
  private var initials: Set<String> = []
  /// What an address may not hold, in plain letters.
  private var inAddresses: [String] = []

  /// A name as plain words.
  private struct Name {
    var words: [String]
    /// Whether it is only a name where it begins with a capital.
    var isOrdinary: Bool
  }

  init() {}

  init(for session: Session) {
    let known = Set(
      (StakeholderGroup.allCases.map(\.title) + Region.allCases.map(\.title)
        + Role.allCases.map(\.title)).map { Self.words(of: $0).map(\.plain) })
    let subjects = Self.subjects(of: session.plan)
    var seen: Set<[String]> = []
    func hide(_ words: [String], isOrdinary: Bool = false) {
      guard let first = words.first, words.count > 1 || first.count > 1, !known.contains(words),
        seen.insert(words).inserted
      else { return }
      names[first, default: []].append(Name(words: words, isOrdinary: isOrdinary))
    }
    func hide(whole text: String) -> [Word] {
      if text.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) { unspaced.append(text) }
      let words = Self.words(of: text)
      hide(words.map(\.plain))
      return words
    }
    func hide(letters: [Character], least: Int) {
      let text = String(letters)
      guard letters.count >= least, !Self.commonAcronyms.contains(text.uppercased()),
        !subjects.contains(text.lowercased())
      else { return }
      initials.formUnion([text, text.uppercased()])
    }
    func hide(name: String) {
      let words = hide(whole: name)
      for word in words where word.text.count >= Self.leastOfPart && word.isCapital {
        hide([word.plain], isOrdinary: Self.ordinaryWords.contains(word.plain))
        if word.plain.count >= Self.leastInAddress, !Self.ordinaryWords.contains(word.plain) {
          inAddresses.append(word.plain)
        }
      }
      hide(letters: words.compactMap(\.text.first), least: 2)
    }
    func hide(affiliation: String) {
      let words = hide(whole: affiliation)
      guard !known.contains(words.map(\.plain)) else { return }
      let squeezed = words.map(\.plain).joined()
      if squeezed.count >= Self.leastInAddress { inAddresses.append(squeezed) }
      hide(letters: words.filter(\.isCapital).compactMap(\.text.first), least: 3)
      for count in 2..<max(2, words.count) where words[count - 1].isCapital {
        let head = words.prefix(count).map(\.plain)
        // What the programme itself speaks of points at nobody.
        if !head.allSatisfy(subjects.contains) { hide(head, isOrdinary: true) }
      }
    }
    for person in session.people.roll {
      hide(name: person.name)
      if let affiliation = person.affiliation { hide(affiliation: affiliation) }
      if let position = person.position {
        hide(Self.words(of: position).map(\.plain), isOrdinary: true)
      }
    }
    for text in session.people.formerly ?? [] { _ = hide(whole: text) }
    for key in names.keys { names[key]?.sort { $0.words.count > $1.words.count } }
    unspaced.sort { $0.count > $1.count }
  }

  func over(_ text: String) -> String {
    guard !names.isEmpty || !unspaced.isEmpty else { return text }
    var text = text
    for name in unspaced where text.contains(name) {
      text = text.replacing(name, with: Self.hidden)
    }
    text = overAddresses(in: text)
    let words = Self.words(of: text)
    var result = ""
    var end = text.startIndex
    var place = 0
    while place < words.count {
      let count = length(ofNameAt: place, in: words)
      if count > 0 {
        result += text[end..<words[place].text.startIndex] + Self.hidden
        end = words[place + count - 1].text.endIndex
      }
      place += max(1, count)
    }
    return end == text.startIndex ? text : result + text[end...]
  }

  /// How many words are a name, 0 where none begins.
  private func length(ofNameAt place: Int, in words: [Word]) -> Int {
    let word = words[place]
    let found = names[word.plain]?.first { name in
      (!name.isOrdinary || word.isCapital) && place + name.words.count <= words.count
        && zip(words[place...], name.words).allSatisfy { $0.plain == $1 }
    }
    return found?.words.count ?? (initials.contains(String(word.text)) ? 1 : 0)
  }

  /// Addresses are hidden whole: what is left of one may lead there as well.
  private func overAddresses(in text: String) -> String {
    guard text.contains("://") || text.contains("www.") || text.contains("@") else { return text }
    var result = text
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      let isMail = chunk.dropFirst().contains("@") && chunk.contains(".")
      guard isMail || chunk.contains("://") || chunk.contains("www.") else { continue }
      let letters = Self.words(of: chunk).map(\.plain).joined()
      if inAddresses.contains(where: letters.contains) {
        result = result.replacing(chunk, with: Self.hidden)
      }
    }
    return result
  }

  /// The words of which the programme itself speaks.
  private static func subjects(of plan: Plan) -> Set<String> {
    let texts = [plan.title] + plan.questions.all.flatMap { [$0.text] + $0.parts }
    return Set(texts.flatMap { words(of: $0).map(\.plain) })
  }

  // MARK: Words

  /// A run of letters and digits.
  private struct Word {
    var text: Substring
    /// In small letters without accents.
    var plain: String

    var isCapital: Bool { text.first?.isUppercase == true }
  }

  private static func words(of text: some StringProtocol) -> [Word] {
    let text = Substring(text)
    return text.split { !$0.isLetter && !$0.isNumber }.map { word in
      guard !word.utf8.allSatisfy({ $0 < 0x80 }) else {
        return Word(text: word, plain: word.lowercased())
      }
      let plain = word.lowercased().map { plainLetters[$0] ?? String($0) }.joined()
      return Word(text: word, plain: plain)
    }
  }

  /// Small letters with an accent, and what is left without it.
  private static let plainLetters: [Character: String] = {
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
      "\u{30A}", "\u{30B}", "\u{30C}", "\u{31B}", "\u{323}", "\u{326}", "\u{327}", "\u{328}",
    ]
    var letters: [Character: String] = [
      "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
      "þ": "th",
    ]
    // Letters that are composed otherwise are the same character.
    for base in "abcdefghijklmnopqrstuvwxyz" {
      for mark in marks { letters[Character("\(base)\(mark)")] = String(base) }
    }
    return letters
  }()

  /// Words that are names of people too; in small letters they mostly are none.
  private static let ordinaryWords: Set<String> = [
    "and", "april", "art", "august", "best", "bill", "black", "brown", "can", "case", "chance",
    "chase", "china", "day", "dean", "drew", "early", "east", "faith", "field", "for", "frank",
    "free", "gay", "good", "grace", "grant", "gray", "green", "grey", "guy", "hall", "hill", "hope",
    "house", "india", "joy", "june", "just", "king", "lake", "law", "long", "low", "major", "man",
    "mark", "marks", "max", "may", "mercy", "miles", "more", "moss", "new", "north", "not", "page",
    "park", "parks", "pat", "peace", "pope", "power", "price", "prince", "ray", "rich", "rivers",
    "rob", "rose", "say", "see", "small", "song", "south", "speed", "stone", "strong", "sue",
    "summer", "sun", "than", "the", "trust", "victor", "wade", "walker", "wall", "ward", "waters",
    "week", "west", "white", "will", "wise", "wood", "woods", "young",
  ]

  /// Two letters that mostly are nobody's initials.
  private static let commonAcronyms: Set<String> = [
    "AI", "AM", "AN", "AS", "AT", "BE", "BY", "CV", "DC", "DO", "EU", "GO", "HE", "HR", "ID", "IF",
    "IN", "IP", "IS", "IT", "LA", "ME", "MY", "NO", "NY", "OF", "OK", "ON", "OR", "PC", "PM", "PR",
    "QA", "SO", "TO", "TV", "UK", "UN", "UP", "US", "VS", "WE", "WS",
  ]
}
