import SessionModel

extension SessionPage {
  /// The lines of each session of a page that holds several.
  static func pages(in lines: [Line]) -> [[Line]] {
    var starts: [Int] = []
    var seen: Set<String> = []
    for (index, line) in lines.enumerated() where line.text.utf8.count < 240 {
      guard let title = TitleShape(line.text), let number = title.number, title.year != nil else {
        continue
      }
      if seen.insert("\(title.type ?? "") \(number)").inserted { starts.append(index) }
    }
    if starts.isEmpty { starts = listed(in: lines) }
    if starts.isEmpty, let scheduled = scheduled(in: lines) { return scheduled }
    guard starts.count > 1 else { return restarts(in: lines) }
    var day: Line?
    return starts.indices.map { place in
      let end = place + 1 < starts.count ? starts[place + 1] : lines.count
      let page = Array(lines[(place == 0 ? 0 : starts[place])..<end])
      // In a list of sessions the day stands above the first one of the day only.
      let carried = day
      day =
        page.last { line in
          line.text.utf8.count < 60 && DatesInLine(line.text).clocks.isEmpty
            && !DatesInLine(line.text).days.isEmpty && DatesInLine(line.text).isMostlyDates
        } ?? day
      return place > 0 ? [carried].compactMap(\.self) + page : page
    }
  }

  /// Where the sessions of a list begin: `14:00 CET`, then `A title (WS12)`.
  static func listed(in lines: [Line]) -> [Int] {
    var starts: [Int] = []
    var seen: Set<Int> = []
    for (index, line) in lines.enumerated() {
      guard let number = TitleShape(suffixed: line.text)?.number, seen.insert(number).inserted
      else {
        continue
      }
      let isDated = index > 0 && !DatesInLine(lines[index - 1].text).clocks.isEmpty
      starts.append(isDated ? index - 1 : index)
    }
    return starts
  }

  /// The sessions of a programme on the web, above each of which stands when it begins; `nil` where
  /// there are not several.
  static func scheduled(in lines: [Line]) -> [[Line]]? {
    guard isSchedule(lines) else { return nil }
    var day: [Line] = []
    var pages: [[Line]] = []
    var page: [Line]?
    for line in lines {
      let dates = DatesInLine(line.text.prefix(60), limit: 14)
      let isWhen = line.text.utf8.count < 40 && dates.isMostlyDatesOnly
      if isWhen, dates.clocks.isEmpty, dates.days.first?.day.year == nil {
        day = [line]
      } else if isWhen, dates.days.isEmpty, dates.clocks.first?.clock.end == nil {
        if let page, !page.isEmpty { pages.append(page) }
        page = []
      } else if page != nil, !line.text.isSiteNotice {
        page?.append(line)
      }
    }
    if let page, !page.isEmpty { pages.append(page) }
    pages = pages.flatMap(announced)
    // What says its day and its times itself needs nothing from above.
    return pages.count < 2
      ? nil
      : pages.map { page in
        page.contains { line in
          let dates = DatesInLine(line.text.prefix(80), limit: 20)
          return !dates.days.isEmpty && dates.clocks.contains { $0.clock.end != nil }
        } ? page : day + page
      }
  }

  /// The sessions of a stretch that no time parts: each has its day and its times below its title.
  private static func announced(in lines: [Line]) -> [[Line]] {
    var starts = [0]
    var last: String?
    for (index, line) in lines.enumerated() where line.text.utf8.count < 70 {
      let dates = DatesInLine(line.text, limit: 20)
      guard dates.isMostlyDatesOnly, dates.days.first?.day.year != nil,
        dates.clocks.contains(where: { $0.clock.end != nil })
      else { continue }
      if let last, last != line.text, index > 0, lines[index - 1].text.utf8.count < 260 {
        starts.append(index - 1)
      }
      last = line.text
    }
    return starts.indices.map { place in
      Array(lines[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : lines.count)])
    }
  }

  static func isSchedule(_ lines: [Line]) -> Bool {
    lines.prefix(12).contains { line in
      line.text.hasSuffix("[clear filter]") || line.text.contains("to bookmark your favorites")
    }
  }

  /// Pages without titles, one behind the other: `Organizer 1` begins again behind speakers.
  static func restarts(in lines: [Line]) -> [[Line]] {
    var starts = [0]
    var first: String?
    var hasSpeakers = false
    for (index, line) in lines.enumerated() {
      guard let holder = NumberedHolder(line.text) else { continue }
      if holder.role == .speaker { hasSpeakers = true }
      guard holder.role == .organizer, holder.number == 1 else { continue }
      if let first, hasSpeakers, first != holder.rest.wordKey {
        starts.append(index)
        hasSpeakers = false
      }
      first = holder.rest.wordKey
    }
    return starts.indices.map { place in
      Array(lines[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : lines.count)])
    }
  }

  /// Lines that end in a comma, with the line they go on in.
  static func joined(_ lines: [Line]) -> [Line] {
    var result: [Line] = []
    for line in lines {
      if line.text.hasPrefix(", "), let last = result.last, last.text.utf8.count < 90,
        Heading(last.text) == nil
      {
        // A name that a page puts in an element of its own.
        result[result.count - 1].text += line.text
      } else if let last = result.last, last.text.last == ",", last.text.utf8.count < 90,
        !line.isApart || String(last.text.dropLast()).isPersonAndNoPosition,
        line.number <= last.number + 2, last.text.utf8.count > 4,
        !last.text.hasSuffix(": ,"), NumberedHolder(line.text) == nil, Heading(line.text) == nil
      {
        result[result.count - 1].text += " " + line.text
      } else {
        result.append(line)
      }
    }
    return result
  }

  private init(reading: Reading) {
    self.reading = reading
  }
}
