import SessionModel

/// A list mark before the words: `1.`, `(b)`, `Q2:`.
struct ListMark: Equatable {
  enum Kind: Equatable { case number(Int), letter(Int), question }

  var kind: Kind
  /// What stands behind it.
  var rest: String

  init?(_ text: String) {
    var bytes = Array(text.utf8.prefix(8))
    var length = 0
    if bytes.first == UInt8(ascii: "(") {
      bytes.removeFirst()
      length += 1
    }
    let isBracketed = length == 1
    var isQuestion = false
    if let first = bytes.first, first | 0x20 == UInt8(ascii: "q"), bytes.count > 1,
      (0x30...0x39).contains(bytes[1])
    {
      isQuestion = true
      bytes.removeFirst()
      length += 1
    }
    let figures = bytes.prefix { (0x30...0x39).contains($0) }
    if (1...2).contains(figures.count) {
      kind = .number(figures.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      length += figures.count
      bytes.removeFirst(figures.count)
    } else if let letter = bytes.first, (0x61...0x68).contains(letter | 0x20), !isQuestion {
      kind = .letter(Int((letter | 0x20) - 0x60))
      length += 1
      bytes.removeFirst()
    } else {
      return nil
    }
    while bytes.first == 0x20, isQuestion {
      bytes.removeFirst()
      length += 1
    }
    guard let mark = bytes.first,
      mark == UInt8(ascii: ")") || (!isBracketed && (mark == UInt8(ascii: ".")))
        || (isQuestion && (mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-")))
    else { return nil }
    length += 1
    // `1.2` and `a.m.` are something else.
    if bytes.count > 1, mark == UInt8(ascii: "."), bytes[1] != 0x20 {
      if case .letter = kind { return nil }
      guard !(0x30...0x39).contains(bytes[1]),
        bytes[1] | 0x20 < 0x61 || bytes.count < 3
          || bytes[2] != 0x20
      else { return nil }
    }
    rest = String(text.utf8.dropFirst(length)).map(\.squeezed) ?? ""
    guard !rest.isEmpty else { return nil }
  }
}

/// `Round Table - Circle - 60 Min`.
struct FormatShape {
  var format: StatedFormat

  init?(_ text: String) {
    guard text.utf8.count <= 120, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    let parts = text.separated(by: [" - ", " – ", " — "])
    guard parts.count >= 2, let last = parts.last, let minutes = Self.minutes(last) else {
      // `Roundtable (90 minutes)`, `Panel, 60 minutes`.
      guard let open = text.firstIndex(where: { "(,".contains($0) }),
        let minutes = Self.minutes(
          text[text.index(after: open)...].filter { $0 != ")" }.squeezed),
        Self.isKind(text[..<open].squeezed)
      else { return nil }
      format = StatedFormat(kind: text[..<open].squeezed, layout: nil, minutes: minutes)
      return
    }
    guard (3...50).contains(parts[0].utf8.count), !parts[0].utf8.contains(0x3F),
      parts.count <= 4
    else { return nil }
    let layout = parts.count > 2 ? parts[1..<(parts.count - 1)].joined(separator: " - ") : nil
    format = StatedFormat(kind: parts[0], layout: layout, minutes: minutes)
  }

  /// `60 Min`, `90 minutes`, `60`.
  static func minutes(_ text: String) -> Int? {
    let tokens = text.tokens(limit: 5)
    guard let number = tokens.first?.number, (5...720).contains(number) else { return nil }
    guard tokens.count > 1 else { return number }
    guard let unit = tokens[1].word else { return nil }
    if unit.hasPrefix("min"), tokens.count <= 3 { return number }
    return nil
  }

  static func isKind(_ text: String) -> Bool { kinds.contains(text.wordKey) }

  private static let kinds: Set<String> = [
    "round table", "roundtable", "panel", "panel discussion", "break out group discussions",
    "breakout group discussions", "break out group discussion", "birds of a feather", "debate",
    "tutorial", "town hall", "classroom", "theater", "theatre", "other", "auditorium",
    "flash session", "open forum", "lightning talk", "networking session", "workshop", "hybrid",
    "interactive", "fishbowl", "world cafe", "circle", "u shape", "presentation", "flash",
    "panel auditorium",
    "main session", "conference", "networking", "launch", "launch award event", "open space",
    "capacity building session", "unconference", "open discussion", "hollow square",
    "roundtable discussion",
  ]
}

/// A goal of the 2030 Agenda or one of its targets, as a list names it.
struct GoalShape {
  var code: String
  /// As it is written in the list.
  var raw: String
  /// Why it is named, where that stands behind it.
  var reason: String?

  /// A line of a list of goals, recognised by itself.
  init?(line text: String) {
    guard text.utf8.count <= 400 else { return nil }
    var tokens = text.tokens(limit: 14)
    var isNamed = false
    if let word = tokens.first?.word, word == "goal" || word == "sdg" {
      tokens.removeFirst()
      isNamed = true
    }
    guard let goal = tokens.first?.number, (1...17).contains(goal), tokens[0].digits <= 2 else {
      return nil
    }
    if tokens.count >= 3, tokens[1].isSign("."), !tokens[1].isApart, !tokens[2].isApart,
      let target = Self.target(tokens[2]),
      tokens.count == 3 || !(tokens[3].word != nil && !tokens[3].isApart)
    {
      code = "\(goal).\(target)"
      guard tokens.count > 3 else {
        raw = text
        return
      }
      guard tokens[3].isSign("-–—:") else { return nil }
      raw = "\(isNamed ? String(text.prefix(while: { !$0.isNumber })) : "")\(code)"
      let rest = text.drop { !"-–—:".contains($0) }.drop { "-–—: ".contains($0) }
      reason = rest.isEmpty ? nil : String(rest)
      return
    }
    code = String(goal)
    if tokens.count == 1 {
      guard isNamed else { return nil }
      raw = text
      return
    }
    guard tokens[1].isSign(".:)-–—") || isNamed else { return nil }
    let words = tokens.dropFirst().compactMap(\.word)
    guard let first = words.first else { return nil }
    let names = Self.names[goal - 1]
    guard names.contains(where: { $0 == first || (words.count > 1 && $0 == words[1]) }) else {
      return nil
    }
    raw = text
  }

  /// Whether it is a goal by its whole name: `4. Quality Education`; also where it was cut short.
  static func isOfficial(_ text: String) -> Bool {
    guard let mark = ListMark(text), case .number(let goal) = mark.kind, (1...17).contains(goal)
    else { return false }
    let key = mark.rest.wordKey
    return key.utf8.count > 7 && officialNames[goal - 1].contains { $0.hasPrefix(key) }
  }

  private static let officialNames: [[String]] = [
    ["no poverty"], ["zero hunger"], ["good health and well being"], ["quality education"],
    ["gender equality"], ["clean water and sanitation"], ["affordable and clean energy"],
    ["decent work and economic growth"], ["industry innovation and infrastructure"],
    ["reduced inequalities", "reduced inequality"], ["sustainable cities and communities"],
    ["responsible production and consumption", "responsible consumption and production"],
    ["climate action"], ["life below water"], ["life on land"],
    ["peace justice and strong institutions"], ["partnerships for the goals"],
  ]

  static func target(_ token: Token) -> String? {
    if let number = token.number, token.digits <= 2, (1...19).contains(number) {
      return String(number)
    }
    if let word = token.word, word.utf8.count == 1, ("a"..."d").contains(word) { return word }
    return nil
  }

  /// Words that the names of the seventeen goals begin with.
  private static let names: [[String]] = [
    ["no", "end", "poverty"], ["zero", "hunger", "end"], ["good", "health", "ensure"],
    ["quality", "inclusive", "education"], ["gender", "achieve"],
    ["clean", "water", "ensure"], ["affordable", "ensure", "clean"],
    ["decent", "economic", "promote", "sustainable"],
    ["industry", "innovation", "resilient", "infrastructure", "build"],
    ["reduced", "reduce", "inequality", "reducing", "inequalities"],
    ["sustainable", "make", "cities"],
    ["responsible", "ensure", "sustainable"], ["climate", "take"],
    ["life", "conserve"], ["life", "protect"], ["peace", "promote"],
    ["partnerships", "partnership", "strengthen", "revitalize"],
  ]
}

extension String {
  init?(_ bytes: Substring.UTF8View) {
    self.init(Substring(bytes))
  }

  /// The pieces between separators, trimmed.
  func separated(by separators: [String]) -> [String] {
    let bytes = Array(utf8)
    let separators = separators.map { Array($0.utf8) }
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard
        let found = separators.first(where: {
          $0[0] == byte && bytes[index...].starts(with: $0)
        })
      else {
        index += 1
        continue
      }
      pieces.append(String(decoding: bytes[start..<index], as: UTF8.self).squeezed)
      index += found.count
      start = index
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self).squeezed)
    return pieces
  }

  /// The parts between commas that stand in no brackets, trimmed.
  var commaParts: [String] {
    var parts: [String] = []
    var depth = 0
    let bytes = Array(utf8)
    var start = 0
    func part(_ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self).squeezed }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0:
        parts.append(part(index))
        start = index + 1
      case 0xEF where depth == 0 && bytes[index...].starts(with: "，".utf8):
        parts.append(part(index))
        start = index + 3
      default: break
      }
    }
    parts.append(part(bytes.count))
    return parts
  }
}
