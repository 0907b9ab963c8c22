import SessionModel

/// Who stands in a line, and what it says of them.
struct HolderShape: Equatable {
  var name: String?
  var affiliation: String?
  var group: StakeholderGroup?
  var region: Region?
  var status: Person.Status?
  /// `Chair`, where it stands in brackets behind the name.
  var role: Role?

  var isEmpty: Bool { name == nil && group == nil && region == nil && affiliation == nil }

  /// A line that ends in a stakeholder group and a regional group: the shape of a role holder.
  init?(complete text: String) {
    guard text.utf8.count <= 260, text.utf8.contains(0x2C) else { return nil }
    let parts = text.commaParts
    guard parts.count >= 2, let region = PeopleWords.region(parts[parts.count - 1]),
      let group = PeopleWords.group(parts[parts.count - 2])
    else { return nil }
    guard (parts.first ?? "").utf8.count <= 90, !(parts.first ?? "").contains(":") else {
      return nil
    }
    self.init(parts: Array(parts.dropLast(2)))
    self.group = group
    self.region = region
  }

  /// What follows a label such as `Speaker 3:`.
  init(labelled text: String) {
    if let complete = HolderShape(complete: text) {
      self = complete
      return
    }
    var parts = text.commaParts
    var group: StakeholderGroup?
    var region: Region?
    if let place = parts.indices.last(where: { index in
      (index > 0 || parts.count == 2) && PeopleWords.group(parts[index]) != nil
    }) {
      group = PeopleWords.group(parts[place])
      parts.remove(at: place)
      if place < parts.count, let found = PeopleWords.region(parts[place]) {
        region = found
        parts.remove(at: place)
      }
    }
    if region == nil, parts.count > 1, let last = parts.last, last.namesRegionSurely {
      region = PeopleWords.region(last)
      parts.removeLast()
    }
    if region == nil, parts.count > 1, let last = parts.last,
      let open = last.utf8.lastIndex(of: UInt8(ascii: "(")),
      open > last.startIndex, last.last == ")"
    {
      let inside = String(last[last.index(after: open)...].dropLast())
      if inside.namesRegionSurely {
        region = PeopleWords.region(inside)
        parts[parts.count - 1] = last[..<open].squeezed
      }
    }
    // Where a page was cut short, half a group is left at its end.
    if parts.count > 1, let last = parts.last, last.isCutShort(hasGroup: group != nil) {
      parts.removeLast()
    }
    self.init(parts: parts)
    self.group = group ?? self.group
    self.region = region ?? self.region
  }

  private init(parts: [String]) {
    guard var first = parts.first else { return }
    var rest = parts.dropFirst().filter { !$0.isEmpty }
    if let split = parts.count == 1 ? first.nameSplit : first.dashSplit {
      first = split.name
      rest.insert(split.rest, at: 0)
    } else if parts.count == 1, let bar = first.firstIndex(of: "|") {
      rest = [first[first.index(after: bar)...].squeezed]
      first = first[..<bar].squeezed
    }
    takeBrackets(off: &first)
    if parts.count == 1, rest.count == 1, rest[rest.startIndex].utf8.contains(0x2C) {
      // `Jo Doe (Harbour Trust, Civil Society)`
      var inner = rest[rest.startIndex].commaParts
      if let last = inner.last, let found = PeopleWords.region(last), last.namesRegionSurely {
        region = found
        inner.removeLast()
      }
      if let last = inner.last, let found = PeopleWords.group(last) {
        group = found
        inner.removeLast()
      }
      rest = inner
    }
    if let last = rest.last, ["male", "female"].contains(last.wordKey) { rest.removeLast() }
    var affiliation = rest.joined(separator: ", ")
    takeStatus(off: &affiliation)
    takeStatus(off: &first)
    self.affiliation = affiliation.contains { $0.isLetter || $0.isNumber } ? affiliation : nil
    first = first.trimmedMarks
    let bare = first.withoutTitles
    name = bare.isEmpty || Self.placeholders.contains(bare.wordKey) ? nil : bare
  }

  /// `(Chair)`, `(TBC)`, `(male)` behind a name.
  private mutating func takeBrackets(off name: inout String) {
    var rest = name[...]
    defer { name = String(rest) }
    while rest.last == ")", let open = rest.utf8.lastIndex(of: UInt8(ascii: "(")) {
      let inside = rest[rest.index(after: open)...].dropLast().squeezed
      let key = inside.wordKey
      if let status = PeopleWords.statuses[inside] {
        self.status = status
      } else if let role = Self.role(key) {
        self.role = role
      } else if !Self.asides.contains(key) {
        return
      }
      rest = rest[..<open]
      while rest.last == " " { rest.removeLast() }
    }
  }

  private static func role(_ key: String) -> Role? {
    switch key {
    case "chair", "chairperson", "co chair": .chair
    case "moderator", "onsite moderator", "on site moderator", "in person moderator": .moderator
    case "online moderator", "remote moderator": .onlineModerator
    case "rapporteur": .rapporteur
    case "discussant": .discussant
    case "facilitator": .facilitator
    default: nil
    }
  }

  private static let asides: Set<String> = [
    "male", "female", "m", "f", "she her", "he him", "they them", "online", "remote", "onsite",
    "on site", "in person", "invited", "speaker", "panelist", "virtual", "ms", "mr",
  ]

  private mutating func takeStatus(off text: inout String) {
    guard let last = text.utf8.last, ")]AaCcDd".utf8.contains(last) else { return }
    for (mark, status) in Self.marks {
      for form in ["(\(mark))", "[\(mark)]", "- \(mark)", ", \(mark)"]
      where String(decoding: text.utf8.suffix(form.utf8.count), as: UTF8.self).lowercased() == form
      {
        text = text.dropLast(form.count).squeezed
        self.status = status
      }
    }
  }

  private static let marks: [(String, Person.Status)] = [
    ("tbc", .tbc), ("to be confirmed", .tbc), ("tbd", .tbd), ("tba", .tbd),
    ("confirmed", .confirmed),
    ("cancelled", .cancelled), ("invited", .tbc),
  ]

  private static let placeholders: Set<String> = [
    "tbc", "tbd", "tba", "to be confirmed", "to be decided", "to be announced", "n a", "na",
    "none", "not applicable", "to be determined", "nil",
  ]
}

extension PeopleWords {
  /// A stakeholder group as the forum's pages write it; short words that mean other things too do not count.
  static func group(_ text: String) -> StakeholderGroup? {
    text.utf8.count > 4 && text.utf8.count < 60 ? groups[text] : nil
  }

  /// A regional group, also `GRULAC`, `WEOG`, `APAC`.
  static func region(_ text: String) -> Region? {
    (3...70).contains(text.utf8.count) ? regions[text] : nil
  }
}

extension String {
  /// Whether it is the beginning of a group's name and no more: `Western Europ`.
  fileprivate func isCutShort(hasGroup: Bool) -> Bool {
    let key = wordKey
    guard key.utf8.count >= (hasGroup ? 3 : 7) else { return false }
    let titles =
      hasGroup ? Region.allCases.map(\.title) : StakeholderGroup.allCases.map(\.title)
    return titles.contains { $0.wordKey.hasPrefix(key) && $0.wordKey != key }
  }

  /// `African Group`, `GRULAC`: words that are nothing but a regional group.
  fileprivate var namesRegionSurely: Bool {
    let key = wordKey
    return (key.hasSuffix("group") || ["grulac", "weog", "apac", "eeg"].contains(key))
      && PeopleWords.region(self) != nil
  }

  /// A name and what stands behind a dash: `Jo Doe - Org`, `Jo Doe: - Org`.
  fileprivate var dashSplit: (name: String, rest: String)? {
    guard utf8.contains(where: { $0 == 0x2D || $0 == 0x3B || $0 == 0xE2 }) else { return nil }
    for separator in [" - ", " – ", " — ", "; "] {
      let pieces = split(separator: separator, maxSplits: 1)
      if pieces.count == 2, String(pieces[0]).trimmedMarks.looksLikeName {
        return (String(pieces[0]).trimmedMarks.squeezed, pieces[1].squeezed)
      }
    }
    return nil
  }

  /// The same, also in brackets: `Jo Doe (Org)`.
  fileprivate var nameSplit: (name: String, rest: String)? {
    if let split = dashSplit { return split }
    if last == ")", let open = firstIndex(of: "("), self[..<open].looksLikeName, open > startIndex {
      let inside = self[index(after: open)...].dropLast().squeezed
      if inside.utf8.count > 12, self[..<open].looksLikePerson {
        return (self[..<open].squeezed, inside)
      }
    }
    return nil
  }

  /// Without commas, stops and dashes around it.
  var trimmedMarks: String {
    var text = self[...]
    while let first = text.first, ",;:-–—•* ".contains(first) { text.removeFirst() }
    while let last = text.last, ",;:-–—* ".contains(last) { text.removeLast() }
    return String(text)
  }
}
