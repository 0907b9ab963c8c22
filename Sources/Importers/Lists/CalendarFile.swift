import SessionModel

/// Reads iCalendar: one event is a session, several are a programme.
///
/// Source: RFC 5545.
struct CalendarFile {
  private var events: [Reading] = []
  private var zones: [String: Zone] = [:]

  /// When clocks of a zone stand how far east of UTC.
  private struct Zone {
    /// Month in which each begins, with its minutes east of UTC; of more than two only whether
    /// they differ is known.
    private var spans: [(month: Int, offset: Int)] = []
    private var count = 0
    private var changes = false

    mutating func add(_ span: (month: Int, offset: Int)) {
      if count < 2 { spans.append(span) }
      count += 1
      changes = changes || span.offset != spans[0].offset
    }

    /// The minutes in a month; `nil` in the months in which they change.
    func offset(in month: Int) -> Int? {
      guard changes else { return spans.first?.offset }
      guard count == 2, !spans.contains(where: { $0.month == month }) else { return nil }
      let sorted = spans.sorted { $0.month < $1.month }
      return sorted.last { $0.month < month }?.offset ?? sorted.last?.offset
    }
  }

  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var file = CalendarFile()
    let lines = ContentLine.lines(of: source.bytes)
    file.readZones(lines)
    file.readEvents(lines)
    guard file.events.count > 1 else {
      var only = file.events.first ?? Reading(.calendar, confidence: confidence)
      only.confidence = confidence
      return only
    }
    var whole = Reading(.calendar, confidence: confidence)
    if let name = lines.first(where: { $0.name == "X-WR-CALNAME" || $0.name == "NAME" }),
      !name.text.isEmpty
    {
      whole.title = Found(name.text, raw: name.value, line: name.line)
    }
    whole.sessions = file.events
    whole.year = file.events.lazy.compactMap(\.year).first
    return whole
  }

  private mutating func readZones(_ lines: [ContentLine]) {
    var name: String?
    var span: (month: Int, offset: Int)?
    for line in lines {
      switch (line.name, line.value.uppercased()) {
      case ("BEGIN", "VTIMEZONE"): name = ""
      case ("END", "VTIMEZONE"): name = nil
      case ("TZID", _) where name != nil: name = line.value
      case ("BEGIN", "STANDARD"), ("BEGIN", "DAYLIGHT"): span = (1, 0)
      case ("END", "STANDARD"), ("END", "DAYLIGHT"):
        if let span, let name { zones[name, default: Zone()].add(span) }
        span = nil
      case ("TZOFFSETTO", _): span?.offset = Self.offset(line.value) ?? 0
      case ("DTSTART", _) where span != nil:
        span?.month = Int(line.value.dropFirst(4).prefix(2)) ?? 1
      case ("RRULE", let rule) where span != nil:
        if let month = rule.split(separator: ";").first(where: { $0.hasPrefix("BYMONTH=") }) {
          span?.month = Int(month.dropFirst(8)) ?? 1
        }
      default: continue
      }
    }
  }

  private static func offset(_ text: String) -> Int? {
    let isWest = text.hasPrefix("-")
    let figures = text.filter(\.isNumber)
    guard figures.count >= 4, let hours = Int(figures.prefix(2)),
      let minutes = Int(figures.dropFirst(2).prefix(2)),
      hours < 15, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }

  private mutating func readEvents(_ lines: [ContentLine]) {
    var event: Reading?
    for line in lines {
      switch line.name {
      case "BEGIN" where line.value.uppercased() == "VEVENT": event = Reading(.calendar)
      case "END" where line.value.uppercased() == "VEVENT":
        if let event { events.append(event) }
        event = nil
      case "SUMMARY": event?.take(summary: line)
      case "LOCATION":
        if !line.text.isEmpty { event?.room = Found(line.text, raw: line.value, line: line.line) }
      case "DESCRIPTION":
        if !line.text.isEmpty {
          event?.description.append(Found(line.text, raw: line.value, line: line.line))
        }
      case "DTSTART":
        if event != nil, let time = time(line) {
          event?.start = Found(time, raw: line.value, line: line.line)
          event?.year = Found(time.year, raw: line.value, line: line.line)
        }
      case "DTEND":
        if event != nil, let time = time(line) {
          event?.end = Found(time, raw: line.value, line: line.line)
        }
      case "DURATION": event?.take(duration: line)
      case "ORGANIZER", "ATTENDEE": event?.take(person: line)
      default: continue
      }
    }
  }

  /// `20211207T163000Z`, with `TZID` behind the name for other zones.
  private func time(_ line: ContentLine) -> StatedTime? {
    let value = line.value
    let figures = value.filter(\.isNumber)
    guard figures.count >= 8, let year = Int(figures.prefix(4)),
      let month = Int(figures.dropFirst(4).prefix(2)),
      let day = Int(figures.dropFirst(6).prefix(2)),
      StatedDay(year: year, month: month, day: day).isOnCalendar(of: year)
    else { return nil }
    var minutes = 0
    if figures.count >= 12 {
      guard let hour = Int(figures.dropFirst(8).prefix(2)),
        let minute = Int(figures.dropFirst(10).prefix(2)),
        hour < 24, minute < 60
      else { return nil }
      minutes = hour * 60 + minute
    }
    let zone = line.parameters["TZID"]
    let isUTC = value.hasSuffix("Z") || value.hasSuffix("z")
    let offset =
      isUTC
      ? 0 : zone.flatMap { zones[$0]?.offset(in: month) ?? DatesInLine.zones[$0.lowercased()] }
    return StatedTime(
      year: year, month: month, day: day, minutes: minutes, offset: offset,
      zone: isUTC ? "UTC" : zone)
  }
}

extension Reading {
  fileprivate mutating func take(summary line: ContentLine) {
    guard !line.text.isEmpty else { return }
    if let shape = TitleShape(line.text), !shape.title.isEmpty {
      title = Found(shape.title, raw: line.text, line: line.line)
      type = shape.type.map { Found($0, raw: line.text, line: line.line) }
      number = shape.number.map { Found($0, raw: line.text, line: line.line) }
    } else {
      title = Found(line.text, raw: line.text, line: line.line)
    }
  }

  /// `PT1H30M`.
  fileprivate mutating func take(duration line: ContentLine) {
    guard let start, end == nil else { return }
    var minutes = 0
    for (number, unit) in zip(
      line.value.tokens(limit: 12), line.value.tokens(limit: 12).dropFirst())
    {
      guard let value = number.number, value < 2000 else { continue }
      switch unit.word {
      case "h": minutes += value * 60
      case "m": minutes += value
      default: continue
      }
    }
    guard minutes > 0, start.value.minutes + minutes <= 1440 else { return }
    var time = start.value
    time.minutes += minutes
    end = Found(time, raw: line.value, line: line.line)
  }

  fileprivate mutating func take(person line: ContentLine) {
    guard let name = line.parameters["CN"]?.squeezed, !name.isEmpty, !name.contains("@") else {
      return
    }
    let isChair = line.parameters["ROLE"]?.uppercased() == "CHAIR"
    var holder = RoleHolder(
      role: line.name == "ORGANIZER" ? .organizer : isChair ? .chair : .participant)
    holder.name = name
    switch line.parameters["PARTSTAT"]?.uppercased() {
    case "ACCEPTED": holder.status = .confirmed
    case "TENTATIVE", "NEEDS-ACTION": holder.status = .tbc
    case "DECLINED": holder.status = .cancelled
    default: break
    }
    holders.append(Found(holder, raw: line.value, line: line.line))
  }
}
