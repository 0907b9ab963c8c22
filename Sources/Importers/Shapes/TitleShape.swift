/// `IGF 2021 WS #204 Stakeholder Roles for Human Rights Due Diligence`.
struct TitleShape: Equatable {
  var year: Int?
  var type: String?
  var number: Int?
  /// Empty where the title stands on the next line.
  var title: String

  init?(_ text: String) {
    guard text.utf8.count <= 400 else { return nil }
    let marks = Array(text.unicodeScalars)
    var index = 0
    var year: Int?
    if let (found, after) = Self.forum(marks) {
      year = found
      index = after
    }
    let afterYear = index
    guard let (type, afterType) = Self.type(marks, at: index, hasYear: year != nil) else {
      return nil
    }
    index = afterType
    Self.skip(" :-–", marks, &index)
    var number: Int?
    var hasHash = false
    if index < marks.count, marks[index] == "#" {
      hasHash = true
      index += 1
      Self.skip(" ", marks, &index)
    } else if Self.matches("no", marks, index) || Self.matches("nr", marks, index) {
      var after = index + 2
      Self.skip(". °#", marks, &after)
      if after < marks.count, marks[after].isFigure { index = after; hasHash = true }
    }
    let start = index
    while index < marks.count, marks[index].isFigure, index - start < 5 {
      number = (number ?? 0) * 10 + Int(marks[index].value - 48)
      index += 1
    }
    if index > start, index < marks.count, marks[index].properties.isAlphabetic, !hasHash {
      number = nil
      index = start
    }
    guard number != nil || year != nil else { return nil }
    // `IGF 2019 Reports` is a page's name, no session's.
    guard number != nil || type == "main_session" || afterType > afterYear else { return nil }
    Self.skip(" :-–—.|", marks, &index)
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: marks[index...])
    let title = String(rest).squeezed
    // `IGF 2016 Workshop Proposals` is the name of a list.
    if number == nil, Self.lists.contains(title.wordKey) { return nil }
    self.year = year
    self.type = type
    self.number = number
    self.title = title
  }

  /// `(WS186)` behind a title.
  init?(suffixed text: String) {
    guard text.utf8.count <= 300, text.last == ")", let open = text.lastIndex(of: "(") else {
      return nil
    }
    let inside = text[text.index(after: open)...].dropLast()
    let marks = Array(inside.unicodeScalars)
    guard let (type, after) = Self.type(marks, at: 0, hasYear: false) else { return nil }
    var index = after
    Self.skip(" #:", marks, &index)
    guard index < marks.count, marks[index...].allSatisfy(\.isFigure), marks.count - index <= 4,
      let number = Int(String(String.UnicodeScalarView(marks[index...])))
    else { return nil }
    self.type = type
    self.number = number
    title = text[..<open].squeezed
  }

  /// `No. 112 The Price of a Postcard`, `#112 …`.
  init?(numbered text: String) {
    guard text.utf8.count <= 300 else { return nil }
    let words = text.tokens(limit: 5)
    var index = 0
    if words.first?.word == "no" || words.first?.word == "nr" { index = 1 }
    if index < words.count, words[index].isSign(".#") { index += 1 }
    if index < words.count, words[index].isSign("#") { index += 1 }
    guard index > 0, index < words.count, let number = words[index].number, words.count > index + 1
    else { return nil }
    self.number = number
    title = String(decoding: text.utf8.dropFirst(words[index].end), as: UTF8.self).trimmedMarks
  }

  /// What stands behind the kind of session in the names of pages that hold none.
  private static let lists: Set<String> = [
    "proposal", "proposals", "report", "reports", "report template", "reporting template",
    "proposal template", "schedule", "programme", "program", "list", "template", "sessions",
    "session", "evaluation", "guidelines",
  ]

  /// `workshop` for `Workshop`; `nil` where it is no kind of session.
  static func type(of text: String) -> String? {
    let key = text.wordKey
    return key.utf8.count > 2 ? types.first { $0.0 == key }?.1 : nil
  }

  private static func skip(_ signs: String, _ marks: [Unicode.Scalar], _ index: inout Int) {
    while index < marks.count, signs.unicodeScalars.contains(marks[index]) { index += 1 }
  }

  private static func matches(_ word: String, _ marks: [Unicode.Scalar], _ index: Int) -> Bool {
    matches(Array(word.unicodeScalars), marks, index)
  }

  private static func matches(
    _ word: [Unicode.Scalar], _ marks: [Unicode.Scalar], _ index: Int
  ) -> Bool {
    guard index + word.count <= marks.count else { return false }
    for (offset, scalar) in word.enumerated() where !marks[index + offset].isLetter(scalar) {
      return false
    }
    let after = index + word.count
    return after == marks.count || !marks[after].properties.isAlphabetic
  }

  /// `IGF 2021`, `IGF2017`, and what follows.
  private static func forum(_ marks: [Unicode.Scalar]) -> (Int, Int)? {
    var index = 0
    guard marks.count > 6, String(String.UnicodeScalarView(marks[0..<3])) == "IGF" else {
      return nil
    }
    index = 3
    skip(" -–", marks, &index)
    guard index + 4 <= marks.count, marks[index..<(index + 4)].allSatisfy(\.isFigure),
      let year = Int(String(String.UnicodeScalarView(marks[index..<(index + 4)]))),
      (2006...2100).contains(year)
    else { return nil }
    index += 4
    skip(" -–:,", marks, &index)
    return (year, index)
  }

  private static func type(
    _ marks: [Unicode.Scalar], at index: Int, hasYear: Bool
  ) -> (String, Int)? {
    for (word, type) in spelledTypes where matches(word, marks, index) {
      return (type, index + word.count)
    }
    // `WS186`
    guard index + 2 < marks.count, marks[index + 2].isFigure else { return nil }
    switch String(String.UnicodeScalarView(marks[index..<(index + 2)])) {
    case "WS": return ("workshop", index + 2)
    case "OF": return ("open_forum", index + 2)
    case "TH": return ("town_hall", index + 2)
    case "DC": return ("dynamic_coalition", index + 2)
    default: return nil
    }
  }

  /// The same, in scalars, since every line is held against them.
  private static let spelledTypes = types.map { (Array($0.0.unicodeScalars), $0.1) }

  private static let types: [(String, String)] = [
    ("workshop proposal", "workshop"), ("workshop", "workshop"), ("ws", "workshop"),
    ("open forum", "open_forum"), ("of", "open_forum"), ("town hall", "town_hall"),
    ("townhall", "town_hall"), ("town-hall", "town_hall"), ("th", "town_hall"),
    ("lightning talk", "lightning_talk"), ("lightning session", "lightning_talk"),
    ("lt", "lightning_talk"), ("flash session", "flash_session"),
    ("networking session", "networking"), ("networking", "networking"), ("ns", "networking"),
    ("launch / award event", "launch"), ("launch/award event", "launch"),
    ("launch / award", "launch"), ("launch/award", "launch"), ("launches and awards", "launch"),
    ("launch and award event", "launch"), ("launch event", "launch"), ("launch", "launch"),
    ("award event", "launch"), ("award", "launch"), ("la", "launch"),
    ("main session", "main_session"), ("ms", "main_session"), ("high-level session", "high_level"),
    ("high level session", "high_level"), ("high-level leaders session", "high_level"),
    ("high-level panel", "high_level"), ("high level leaders track", "high_level"),
    ("day 0 event", "day_0_event"), ("day 0 session", "day_0_event"),
    ("day zero event", "day_0_event"),
    ("day 0", "day_0_event"), ("pre-event", "pre_event"), ("pre event", "pre_event"),
    ("pre-events", "pre_event"), ("pe", "pre_event"),
    ("dynamic coalition session", "dynamic_coalition"), ("dynamic coalition", "dynamic_coalition"),
    ("dc session", "dynamic_coalition"), ("dc", "dynamic_coalition"),
    ("best practice forum", "best_practice_forum"), ("bpf", "best_practice_forum"),
    ("policy network", "policy_network"), ("pn", "policy_network"),
    ("nri collaborative session", "nri"), ("nris collaborative session", "nri"),
    ("nri session", "nri"), ("nris session", "nri"), ("nri", "nri"), ("nris", "nri"),
    ("parliamentary session", "parliamentary"), ("parliamentary track", "parliamentary"),
    ("parliamentary roundtable", "parliamentary"), ("youth session", "youth"), ("youth", "youth"),
    ("side event", "side_event"), ("remote hub", "remote_hub"),
    ("intersessional", "intersessional"),
  ]
}

extension Unicode.Scalar {
  /// Whether it is that small letter or sign, large or small.
  fileprivate func isLetter(_ small: Unicode.Scalar) -> Bool {
    self == small || (("A"..."Z").contains(self) && value + 32 == small.value)
  }
}
