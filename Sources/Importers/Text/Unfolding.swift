/// Puts line breaks back into a page that came on one line.
enum Unfolding {
  /// The lines, the overlong ones broken before what is known to begin a line.
  static func unfold(_ lines: [Line]) -> [Line] {
    lines.flatMap { line in
      if line.text.last == "|", let field = field(of: line) { return [field] }
      let length = line.text.utf8.count
      if line.isBullet, length < 5000, let points = points(of: line) { return points }
      guard (201...300_000).contains(length) else { return [line] }
      let pieces = pieces(of: line)
      // Among other lines only what is far too long for a paragraph is broken so, and what stands
      // before them all.
      let least = lines.count <= 6 ? 700 : line == lines[0] ? 400 : 1200
      return pieces.count > 1 || length < least ? pieces : landmarks(in: line)
    }
  }

  /// `One point • another • a third`: the points of a list that came on one line.
  private static func points(of line: Line) -> [Line]? {
    let points = line.text.separated(by: [" • "])
    guard points.count > 1 else { return nil }
    return points.filter { !$0.isEmpty }.map { line.saying($0) }
  }

  /// A page on one line that lists nobody by number, broken at what begins lines of other pages:
  /// headings of reports and analyses, labels of forms, days, times from when to when, dots.
  private static func landmarks(in line: Line) -> [Line] {
    let text = Array(line.text.utf8)
    var breaks: Set<Int> = []
    var found = 0
    for index in text.indices where index == 0 || text[index - 1] == 0x20 {
      let rest = text[index...].prefix(72)
      if let mark = marks[text[index]]?.first(where: { rest.starts(with: $0.utf8) }),
        !isPart(index, of: text)
      {
        breaks.insert(index)
        if !mark.hasSuffix(":") || headings.contains(mark) {
          breaks.insert(index + mark.utf8.count)
        }
        // Questions stand in no paragraph.
        found += mark == "Guiding questions:" ? 2 : 1
      } else if rest.starts(with: "• ".utf8) {
        breaks.insert(index)
      } else if let length = stretch(rest) {
        breaks.formUnion([index, index + length])
        found += 1
      } else if text[index] == UInt8(ascii: "I"),
        TitleShape(String(decoding: rest.prefix(24), as: UTF8.self))?.number != nil
      {
        breaks.insert(index)
      } else if weekdays.contains(where: { rest.starts(with: $0.utf8) }) {
        breaks.insert(index)
      } else if rest.starts(with: "(WS".utf8), let close = rest.prefix(9).firstIndex(of: 0x29) {
        breaks.insert(close + 1)
      }
    }
    guard found > 1 else { return [line] }
    breakAroundFormat(text, &breaks)
    return cut(line, text, at: breaks.sorted())
  }

  /// How long `10.00-10.30`, `09:00 CET` or `19 Dec 2024 12:15h - 13:15h` is that a text begins with.
  private static func stretch(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, (0x30...0x39).contains(first), holdsClock(text.prefix(48)) else {
      return nil
    }
    let dates = DatesInLine(String(decoding: text, as: UTF8.self), limit: 16)
    guard let clock = dates.clocks.first, clock.after > 0, clock.after <= dates.tokens.count,
      clock.place == 0 || dates.days.first?.place == 0 && clock.place <= 5,
      clock.clock.end != nil || clock.clock.zone != nil
    else { return nil }
    return dates.tokens[clock.after - 1].end
  }

  /// Whether what tells a time of day from a number stands there: `10:30`, `10h`, `10 am`.
  private static func holdsClock(_ text: ArraySlice<UInt8>) -> Bool {
    func isFigure(_ place: Int) -> Bool {
      text.indices.contains(place) && (0x30...0x39).contains(text[place])
    }
    return text.indices.contains { place in
      switch text[place] | 0x20 {
      case UInt8(ascii: ":"), UInt8(ascii: "."): isFigure(place - 1) && isFigure(place + 1)
      case UInt8(ascii: "h"), UInt8(ascii: "u"), UInt8(ascii: "m"): true
      default: false
      }
    }
  }

  private static let headings: Set = [
    "Major discussion points:", "2. Discussion Areas:", "8. Session Outputs:",
    "3. Policy Recommendations or Suggestions for the Way Forward:",
    "4. Other Initiatives Addressing the Session Issues:",
    "5. Making Progress for Tackled Issues:", "6. Estimated Participation:",
    "7. Reflection to Gender Issues:",
  ]

  /// By their first letters, since every word is held against them.
  private static let marks = Dictionary(
    grouping: Array(headings) + [
      "1. Key Policy Questions and Expectations", "1. Key Policy Questions and related issues:",
      "Session at a Glance", "Session at a glance", "Keypoints", "Full session report",
      "Session transcript", "Event report", "Speakers and Moderators", "Table of contents",
      "Knowledge Graph of Debate", "Session report", "Speech speed", "Speech length",
      "Speech time", "Agreements", "Differences", "Thought provoking comments",
      "Follow-up questions", "Disclaimer:", "Updated:", "Proposer's Name:",
      "Proposer's Organization:", "Co-Proposer's Name:", "Co-Proposer's Organization:",
      "Co-Organizers:", "Session Format:", "Format description:", "Country:",
      "Stakeholder Group:", "On-site Moderator:", "Onsite Moderator:", "Moderator:",
      "Online moderator:", "Online Moderator:", "Remote Moderator:", "Rapporteur:", "Speaker:",
      "Content of the Session:", "Welcoming remarks:", "Moderated Discussion:",
      "Open Discussion", "Targets:", "Description:", "Guiding questions:", "Day 1:", "Day 2:",
      "Day 3:", "Day 4:", "Background documents:",
    ], by: { $0.utf8.first ?? 0 })

  /// `Name of Moderator(s) Jo Doe |`: a row of a form, with the label that other pages have.
  private static func field(of line: Line) -> Line? {
    for (heading, label) in fields where line.text.hasPrefix(heading) {
      let value = line.text.dropFirst(heading.count).dropLast().squeezed
      return value.isEmpty ? nil : line.saying("\(label): \(value)")
    }
    return nil
  }

  private static let fields = [
    (
      "Name(s) and stakeholder and organizational affiliation(s) of institutional co-organizer(s)",
      "Organizers"
    ),
    (
      "Names and affiliations (stakeholder group, organization) of speakers the proposer is "
        + "planning to invite", "Speakers"
    ),
    ("Name of Moderator(s)", "Moderator"), ("Name of Remote Moderator(s)", "Online Moderator"),
    ("Type of session", "Format"), ("Duration of proposed session", "Duration"),
  ]

  private static func pieces(of line: Line) -> [Line] {
    let text = Array(line.text.utf8)
    var breaks: Set<Int> = []
    var holders = 0
    for index in text.indices where index == 0 || text[index - 1] == 0x20 {
      let rest = text[index...]
      if starts(rest, withNumbered: "Organizer ") || starts(rest, withNumbered: "Organiser ")
        || starts(rest, withNumbered: "Speaker ") || starts(rest, withNumbered: "Co-Organizer ")
      {
        holders += 1
        breaks.insert(index)
      }
    }
    guard holders >= 2 else { return [line] }
    var isInGoals = false
    for index in text.indices where index > 0 && text[index - 1] == 0x20 {
      let rest = text[index...].prefix(60)
      for anchor in anchors where rest.starts(with: anchor.utf8) && !isPart(index, of: text) {
        // Before: where the anchor begins; behind: where what it heads begins.
        breaks.insert(index)
        isInGoals = anchor.hasPrefix("SDGs")
        var end = index + anchor.utf8.count
        if text[end...].starts(with: " (".utf8),
          text[end...].prefix(14).contains(UInt8(ascii: "d")),
          let close = text[end...].prefix(80).firstIndex(of: UInt8(ascii: ")"))
        {
          end = close + 1
        }
        if !anchor.hasSuffix(":") || bare.contains(anchor) { breaks.insert(end) }
        break
      }
      if isInGoals {
        let word = rest.prefix { $0 != 0x20 }
        if word.contains(0x2E), GoalShape(line: String(decoding: word, as: UTF8.self)) != nil {
          breaks.insert(index)
          breaks.insert(index + word.count)
        }
      }
      if weekdays.contains(where: { rest.starts(with: $0.utf8) }),
        !DatesInLine(String(decoding: rest, as: UTF8.self)).days.isEmpty,
        !text[..<index].dropLast().ends(with: Array("-".utf8))
      {
        breaks.insert(index)
        // The second time of the slot ends it.
        var brackets = 0
        for place in text[index...].prefix(130).indices where text[place] == UInt8(ascii: ")") {
          brackets += 1
          if brackets == 2 { breaks.insert(place + 1) }
        }
      }
      for ending in endings where text[..<index].dropLast().ends(with: ending) {
        breaks.insert(index)
        break
      }
      if isGoal(rest) { breaks.insert(index) }
    }
    breakAroundFormat(text, &breaks)
    return cut(line, text, at: breaks.sorted())
  }

  /// Whether a word before it makes it part of another heading.
  private static func isPart(_ index: Int, of text: [UInt8]) -> Bool {
    let before = text[..<index].dropLast()
    return ["Online", "Onsite", "On-site", "Remote", "the", "The"].contains {
      before.ends(with: Array($0.utf8))
    }
  }

  private static let weekdays = [
    "Monday,", "Tuesday,", "Wednesday,", "Thursday,", "Friday,", "Saturday,", "Sunday,",
  ]

  private static func cut(_ line: Line, _ text: [UInt8], at breaks: [Int]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for end in breaks.filter({ $0 > 0 }) + [text.count] where end > start {
      let piece = String(decoding: text[start..<end], as: UTF8.self).squeezed
      start = end
      guard !piece.isEmpty else { continue }
      var new = line
      new.text = piece
      new.isApart = true
      new.isCut = true
      lines.append(new)
    }
    return lines
  }

  private static func starts(_ text: ArraySlice<UInt8>, withNumbered word: String) -> Bool {
    guard text.starts(with: word.utf8) else { return false }
    let rest = text.dropFirst(word.utf8.count).prefix(3)
    let figures = rest.prefix { (0x30...0x39).contains($0) }
    return !figures.isEmpty && rest.dropFirst(figures.count).first == UInt8(ascii: ":")
  }

  /// `16. Peace, Justice and Strong Institutions`, `GOAL 9: …`.
  private static func isGoal(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: "GOAL ".utf8) { return true }
    guard let first = text.first, (0x30...0x39).contains(first) else { return false }
    let words = String(decoding: text, as: UTF8.self)
    guard let goal = GoalShape(line: String(words.prefix(40))) else { return false }
    return goal.code.utf8.contains(0x2E) || text.prefix(4).contains(0x2E)
  }

  /// Puts a format such as `Round Table - Circle - 60 Min` on a line of its own.
  private static func breakAroundFormat(_ text: [UInt8], _ breaks: inout Set<Int>) {
    let kinds = [
      "Round Table - ", "Roundtable - ", "Panel - ", "Break-out Group Discussions - ",
      "Birds of a Feather - ", "Debate - ", "Tutorial - ", "Other - ", "Town Hall - ",
      "Open Forum - ", "Theater - ", "Classroom - ",
    ]
    for index in text.indices where index == 0 || text[index - 1] == 0x20 {
      guard kinds.contains(where: { text[index...].starts(with: $0.utf8) }) else { continue }
      let window = text[index...].prefix(90)
      for place in window.indices where window[place...].starts(with: " Min".utf8) {
        breaks.insert(index)
        var end = place + 4
        while end < text.count, text[end] != 0x20 { end += 1 }
        breaks.insert(end)
        return
      }
    }
  }

  private static let bare: Set = ["Policy Question(s):"]

  private static let anchors = [
    "Policy Question(s):", "Policy Question(s)", "Policy Questions:", "Online Moderator",
    "Additional Speakers", "Connection with previous Messages:", "Targets:", "Description:",
    "Expected Outcomes", "Hybrid Format:", "Online Participation", "Usage of IGF Official Tool",
    "Relevance to Theme:", "Relevance to Internet Governance:", "Discussion Facilitation:",
    "Format description:", "Duration (minutes):", "What will participants gain",
    "Key Takeaways", "Call to Action", "Session Report", "Rapporteur ", "Tag 1:", "Moderator ",
    "SDGs ",
  ]

  private static let endings: [[UInt8]] = [
    "(WEOG)", "(GRULAC)", "African Group", "Asia-Pacific Group", "Eastern European Group",
    "Intergovernmental Organization, Intergovernmental Organization",
  ].map { Array($0.utf8) }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
