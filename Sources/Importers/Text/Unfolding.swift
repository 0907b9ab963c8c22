/// Puts line breaks back into a page that came on one line.
enum Unfolding {
  /// The lines, the overlong ones broken before what is known to begin a line.
  static func unfold(_ lines: [Line]) -> [Line] {
    lines.flatMap { line in
      if line.text.last == "|", let field = field(of: line) { return [field] }
      let length = line.text.utf8.count
      if length < 5000, line.text.startsWithTime, let points = stretches(of: line) { return points }
      if line.isBullet, length < 5000, let points = points(of: line) { return points }
      guard (201...300_000).contains(length) else { return [line] }
      let pieces = pieces(of: line)
      // Among other lines only what is far too long for a paragraph is broken so, and what stands
      // before them all.
      let least =
        lines.count <= 2 ? 300 : lines.count <= 6 ? 700 : line == lines[0] ? 400 : 1200
      return pieces.count > 1 || length < least ? pieces : landmarks(in: line)
    }
  }

  /// `One point • another • a third`: the points of a list that came on one line.
  private static func points(of line: Line) -> [Line]? {
    let points = line.text.separated(by: [" • "])
    guard points.count > 1 else { return nil }
    return points.filter { !$0.isEmpty }.map { line.saying($0) }
  }

  /// `12:00 – 15:00 Lunch 15:00 – 17:00 Panel`: points of an agenda that came on one line.
  private static func stretches(of line: Line) -> [Line]? {
    let text = Array(line.text.utf8)
    var breaks: [Int] = []
    var end = 0
    for index in text.indices where index >= end && (index == 0 || text[index - 1] == 0x20) {
      let rest = text[index...].prefix(72)
      guard let first = rest.first, (0x30...0x39).contains(first), holdsClock(rest.prefix(24))
      else {
        continue
      }
      let dates = DatesInLine(String(decoding: rest, as: UTF8.self), limit: 16)
      guard let clock = dates.clocks.first, clock.place == 0, clock.clock.end != nil else {
        continue
      }
      // Between two stretches stands what the first is for.
      guard index == 0 || text[end..<index].count(where: { $0 | 0x20 >= 0x61 }) > 3 else {
        return nil
      }
      breaks.append(index)
      end = index + dates.tokens[clock.after - 1].end
    }
    return breaks.count > 1 ? cut(line, text, at: breaks) : nil
  }

  /// A page on one line that lists nobody by number, broken at what begins lines of other pages:
  /// headings of reports and analyses, labels of forms, days, times from when to when, dots.
  private static func landmarks(in line: Line) -> [Line] {
    let text = Array(line.text.utf8)
    var breaks: Set<Int> = []
    var found = 0
    var end = 0
    for index in text.indices where index >= end && (index == 0 || text[index - 1] == 0x20) {
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
        end = index + length
        found += 1
      } else if rest.starts(with: "- ".utf8), namesPerson(rest.dropFirst(2)) {
        breaks.insert(index)
      } else if formTitles.contains(where: { rest.starts(with: $0) }) {
        breaks.insert(index)
      } else if beginsTitle(at: index, of: text) {
        breaks.insert(index)
      } else if weekdays.contains(where: { rest.starts(with: $0.utf8) }),
        !text[..<index].dropLast().ends(with: Array("-".utf8))
      {
        breaks.insert(index)
      } else if rest.starts(with: "(WS".utf8), let close = rest.prefix(9).firstIndex(of: 0x29) {
        breaks.insert(close + 1)
      }
    }
    let headings = headings(in: text)
    guard found + headings.count > 1 else { return [line] }
    breaks.formUnion(headings.breaks)
    if headings.count > 1 {
      breakAroundSlot(text, &breaks)
      breakBetweenQuestions(text, &breaks)
      for index in text.indices where index > 0 && text[index - 1] == 0x20 {
        if (0x41...0x5A).contains(text[index]),
          endings.contains(where: { text[..<index].dropLast().ends(with: $0) })
            || isGoal(text[index...].prefix(60))
        {
          breaks.insert(index)
        } else if isTarget(at: index, of: text)
          || (0x30...0x39).contains(text[index]) && isGoal(text[index...].prefix(60))
        {
          breaks.insert(index)
        }
      }
    }
    breakAroundFormat(text, &breaks)
    return cut(line, text, at: breaks.sorted())
  }

  /// Whether a list goes on there: `Jo Doe, Director`.
  private static func namesPerson(_ text: ArraySlice<UInt8>) -> Bool {
    guard let comma = text.prefix(48).firstIndex(of: 0x2C) else { return false }
    let name = String(decoding: text[..<comma], as: UTF8.self)
    return name.split(separator: " ").count > 1 && name.isPersonAndNoPosition
  }

  /// `Mr,Jo,DOE,…`: the fields of a form.
  private static let formTitles = [
    "Mr,", "Ms,", "Mrs,", "Dr,", "Mr.,", "Ms.,", "Mrs.,", "Dr.,", "Prof.,",
  ]
  .map { Array($0.utf8) }

  /// Whether `IGF 2019 WS #307` or `Town Hall #9` stands there.
  private static func beginsTitle(at index: Int, of text: [UInt8]) -> Bool {
    guard (0x41...0x5A).contains(text[index]) else { return false }
    let start = text[index...].prefix(32)
    guard text[index] == UInt8(ascii: "I") || start.contains(UInt8(ascii: "#")),
      TitleShape(String(decoding: start, as: UTF8.self))?.number != nil
    else { return false }
    // Behind `IGF 2019` the same title goes on.
    let before = String(decoding: text[..<index].suffix(12), as: UTF8.self)
    return text[index] == UInt8(ascii: "I") || before.forumYear == nil && !before.hasSuffix("/ ")
  }

  /// Where headings of a session's page begin and end that came on one line with what they head:
  /// words with a capital, with none before them that a sentence goes on from, and another capital
  /// or a number behind them.
  private static func headings(in text: [UInt8]) -> (breaks: Set<Int>, count: Int) {
    var breaks: Set<Int> = []
    var found: Set<String> = []
    var index = 0
    while index < text.count {
      defer { index += 1 }
      guard (0x41...0x5A).contains(text[index]), index == 0 || text[index - 1] == 0x20,
        let heading = loneHeadings[text[index]]?.first(where: { heads($0, at: index, of: text) })
      else { continue }
      let end = index + heading.count
      breaks.insert(index)
      if end < text.count {
        var behind = text[end] == 0x3A ? end + 1 : end
        // `Key Takeaways (* deadline 2 hours after session)`
        if text[behind...].starts(with: " (".utf8), text[behind...].prefix(14).contains(0x64),
          let close = text[behind...].prefix(80).firstIndex(of: UInt8(ascii: ")"))
        {
          behind = close + 1
        }
        // `Moderator: Jo Doe` is a line, `Moderator Jo Doe` are two.
        if text[end] != 0x3A, !labels.contains(heading) { breaks.insert(behind) }
        found.insert(String(decoding: heading, as: UTF8.self))
        if people.contains(heading) { breakBetweenPeople(text, from: behind, &breaks) }
      }
      index = end - 1
    }
    return (breaks, found.count)
  }

  /// Whether a heading stands there, and no word of a sentence.
  private static func heads(_ heading: [UInt8], at index: Int, of text: [UInt8]) -> Bool {
    guard text[index...].starts(with: heading) else { return false }
    var behind = index + heading.count
    if behind < text.count, text[behind] == 0x3A { behind += 1 }
    guard behind < text.count else { return true }
    guard text[behind] == 0x20, behind + 1 < text.count else { return false }
    switch text[behind + 1] {
    case 0x30...0x39, 0x41...0x5A, 0xC3...0xF4, UInt8(ascii: "("), UInt8(ascii: "-"): break
    default: return false
    }
    if heading.elementsEqual("Format".utf8) {
      let rest = String(decoding: text[(behind + 1)...].prefix(24), as: UTF8.self)
      guard formats.contains(where: { rest.hasPrefix($0) }) else { return false }
    }
    guard index > 0 else { return true }
    let before = text[..<index].dropLast().suffix(16)
    guard let last = before.last, !",(&/\"-".utf8.contains(last) else { return false }
    let word = before.reversed().prefix { $0 != 0x20 }.reversed()
    return !sentenceWords.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// `Ms. Jo Doe, … Dr. Bo Larsen, …`: a title begins the next of several people.
  private static func breakBetweenPeople(
    _ text: [UInt8], from start: Int, _ breaks: inout Set<Int>
  ) {
    for index in text[start...].prefix(1200).indices.dropFirst(2) where text[index - 1] == 0x20 {
      let rest = text[index...]
      if titles.contains(where: { rest.starts(with: $0) }), text[index - 2] != 0x2E {
        breaks.insert(index)
      }
    }
    // `Youth: Jo Doe Academia: Bo Larsen Lawyer: Cem Aydın`
    let labels = text[start...].prefix(1200).indices.dropFirst().filter { index in
      text[index - 1] == 0x20 && labelsPerson(text[index...].prefix(72))
    }
    if labels.count > 2 { breaks.formUnion(labels) }
  }

  /// Whether one word with a colon stands before a person's name.
  private static func labelsPerson(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, (0x41...0x5A).contains(first),
      let colon = text.prefix(24).firstIndex(of: 0x3A), colon + 2 < text.endIndex,
      text[colon + 1] == 0x20, !text[..<colon].contains(0x20)
    else { return false }
    let words = String(decoding: text[(colon + 2)...], as: UTF8.self).split(separator: " ").prefix(
      2)
    return words.count == 2 && words.joined(separator: " ").isPersonAndNoPosition
  }

  private static let titles = ["Ms. ", "Mr. ", "Mrs. ", "Dr. ", "Prof. ", "H.E. "].map {
    Array($0.utf8)
  }

  /// Words that a heading does not stand behind.
  private static let sentenceWords: Set<String> = [
    "a", "all", "an", "and", "are", "as", "at", "both", "by", "each", "for", "from", "her", "his",
    "in", "invited", "is", "its", "of", "on", "or", "other", "our", "several", "some", "that",
    "the", "their", "these", "this", "those", "to", "two", "three", "four", "five", "what", "which",
    "with", "your", "online", "onsite", "on-site", "remote", "session", "workshop", "lead",
    "additional", "previous", "co", "key", "main", "policy", "call", "expected", "short",
  ]

  private static let formats = [
    "Roundtable", "Round Table", "Panel", "Theater", "Theatre", "Classroom", "Debate", "Networking",
    "Town Hall", "Lightning Talk", "Hybrid", "Birds of a Feather", "Break-out", "Other", "Tutorial",
    "Workshop", "Interactive", "Flash Session", "Open Forum", "Launch",
  ]

  private static let loneHeadings = Dictionary(
    grouping: [
      "Organizers", "Organisers", "Speakers", "Additional Speakers", "Onsite Moderators",
      "Onsite Moderator", "On-site Moderator", "Online Moderators", "Online Moderator",
      "Remote Moderator", "Moderators", "Moderator", "Rapporteurs", "Rapporteur", "SDGs",
      "Targets", "Subthemes", "Subtheme", "Short Title", "Topic(s)", "Issue(s)",
      "Policy Question(s)", "Policy Questions", "Expected Outcomes", "Duration (minutes)",
      "Format description", "Session Format", "Format", "Key Takeaways", "Call to Action",
      "Session Report",
      "Description", "Interventions", "About this Session", "Connection with previous Messages",
      "Hybrid Format", "Online Participation", "Relevance to Theme",
      "Relevance to Internet Governance", "Discussion Facilitation", "Background Paper",
      "Reference Document", "Additional Reference Document Link",
    ].map { Array($0.utf8) }, by: { $0.first ?? 0 })

  /// Those behind which a value stands on the same line.
  private static let labels: Set<[UInt8]> = [Array("Duration (minutes)".utf8)]

  private static let people = Set(
    ["Organizers", "Organisers", "Speakers", "Additional Speakers", "Moderators"]
      .map { Array($0.utf8) })

  /// Puts each of `1. Who …? 2. What …?` on a line of its own, where all of them ask.
  private static func breakBetweenQuestions(_ text: [UInt8], _ breaks: inout Set<Int>) {
    var marks: [Int] = []
    func isMark(_ number: Int, at index: Int) -> Int? {
      let figures = Array(String(number).utf8)
      guard text[index...].starts(with: figures), index + figures.count + 2 < text.count,
        ").".utf8.contains(text[index + figures.count]), text[index + figures.count + 1] == 0x20
      else { return nil }
      return figures.count
    }
    func asks(_ range: Range<Int>) -> Int? { text[range].firstIndex(of: UInt8(ascii: "?")) }
    func close(at end: Int) {
      defer { marks = [] }
      guard let last = marks.last, marks.count > 1,
        let mark = asks(last..<min(text.count, last + 600)), mark < end,
        zip(marks, marks.dropFirst()).allSatisfy({ asks($0..<$1) != nil })
      else { return }
      breaks.formUnion(marks)
      if mark + 2 < text.count, text[mark + 1] == 0x20, (0x41...0x5A).contains(text[mark + 2]) {
        breaks.insert(mark + 1)
      }
    }
    for index in text.indices where index == 0 || text[index - 1] == 0x20 {
      guard (0x30...0x39).contains(text[index]) else { continue }
      if isMark(marks.count + 1, at: index) != nil {
        if let last = marks.last, index - last > 900 { close(at: index) }
        marks.append(index)
      } else if isMark(1, at: index) != nil {
        close(at: index)
        marks = [index]
      }
    }
    close(at: text.count)
  }

  /// Puts a published slot on a line of its own: the second time's bracket ends it.
  private static func breakAroundSlot(_ text: [UInt8], _ breaks: inout Set<Int>) {
    for index in text.indices where index == 0 || text[index - 1] == 0x20 {
      let rest = text[index...].prefix(60)
      guard weekdays.contains(where: { rest.starts(with: $0.utf8) }),
        !DatesInLine(String(decoding: rest, as: UTF8.self)).days.isEmpty,
        !text[..<index].dropLast().ends(with: Array("-".utf8))
      else { continue }
      breaks.insert(index)
      if text[..<index].ends(with: Array(" Time ".utf8)) { breaks.insert(index - 5) }
      var brackets = 0
      for place in text[index...].prefix(130).indices where text[place] == UInt8(ascii: ")") {
        brackets += 1
        if brackets == 2 { breaks.insert(place + 1) }
      }
    }
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
      "Day 3:", "Day 4:", "Background documents:", "Workshop Updated:", "Session title:",
      "Workshop Organiser:", "Chairperson/Moderator:", "Rapporteur/Note", "Key Issues raised",
      "List of Speakers and their institutional affiliations:", "Please describe the ",
      "If there were presentations", "Name of Moderator(s)", "Name of Remote Moderator(s)",
      "Type of session", "Duration of proposed session", "Workshop Title:",
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
      if rest.starts(with: "• ".utf8) || beginsTitle(at: index, of: text) { breaks.insert(index) }
      if isTarget(at: index, of: text) { breaks.insert(index) }
      for ending in endings where text[..<index].dropLast().ends(with: ending) {
        breaks.insert(index)
        break
      }
      if isGoal(rest) { breaks.insert(index) }
    }
    breaks.formUnion(headings(in: text).breaks)
    breakAroundSlot(text, &breaks)
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
      new.isBullet = piece.hasPrefix("• ") || piece.hasPrefix("- ")
      new.text = new.isBullet ? piece.dropFirst(2).squeezed : piece
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

  /// Whether a target stands there and another before or behind it: `14.1 14.2`.
  private static func isTarget(at index: Int, of text: [UInt8]) -> Bool {
    func target(_ word: ArraySlice<UInt8>) -> Bool {
      (3...5).contains(word.count) && word.contains(0x2E)
        && (0x30...0x39).contains(word.first ?? 0)
        && GoalShape(line: String(decoding: word, as: UTF8.self)) != nil
    }
    let word = text[index...].prefix { $0 != 0x20 }
    guard target(word) else { return false }
    let next = text[word.endIndex...].dropFirst().prefix(6).prefix { $0 != 0x20 }
    let before = ArraySlice(text[..<index].dropLast().suffix(6).reversed().prefix { $0 != 0x20 })
    return target(next) || target(ArraySlice(before.reversed()))
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
