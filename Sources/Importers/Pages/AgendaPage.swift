import SessionModel

/// Reads agendas and concept notes of one or several days.
struct AgendaPage {
  private var reading: Reading
  private var day: StatedDay?
  private var year: Int?
  private var offset: Int?
  private var zone: String?
  private var isZoneOfTimes = false
  private var wantsTitle = false
  private var isInPoint = false
  private var questions: QuestionList?
  private var inDocuments = false
  private var holderRole: Role?
  /// What was taken already, to take it once.
  private var asked: Set<String> = []
  private var due: Set<String> = []
  private var named: (point: Int, people: Set<String>) = (-1, [])

  static func read(_ lines: [Line], confidence: Double) -> Reading {
    var page = AgendaPage(reading: Reading(.agenda, confidence: confidence))
    page.readHead(lines)
    for (index, line) in lines.enumerated() {
      page.take(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
    }
    page.endQuestions()
    return page.finished()
  }

  private init(reading: Reading) {
    self.reading = reading
  }

  private mutating func readHead(_ lines: [Line]) {
    let heading =
      lines.prefix(8).first { $0.isHeading }
      ?? lines.prefix(12).first { line in
        !line.text.startsWithTime && !line.text.isSiteNotice && line.text != "Loading…"
          && !DatesInLine(line.text).isMostlyDatesOnly
      }
    if let heading, !SessionPage.isSchedule(lines), heading.text.utf8.count < 400,
      !DatesInLine(heading.text).isMostlyDatesOnly
    {
      if let shape = TitleShape(heading.text), !shape.title.isEmpty, let number = shape.number {
        reading.title = Found(shape.title, raw: heading.text, line: heading.number)
        reading.number = Found(number, raw: heading.text, line: heading.number)
        reading.type = shape.type.map { Found($0, raw: heading.text, line: heading.number) }
      } else {
        reading.title = Found(
          heading.text, raw: heading.text, line: heading.number, isHeaded: heading.isHeading)
      }
    }
    for line in lines.prefix(6) where line.text.utf8.count < 120 && day == nil {
      if let found = DatesInLine(line.text).days.first?.day, found.year != nil, found.lastDay == nil
      {
        day = found
      }
    }
    for line in lines.prefix(60) where line.text.utf8.count < 400 {
      if year == nil, let forum = line.text.forumYear {
        year = forum
        reading.year = Found(forum, raw: line.text, line: line.number)
      }
      let dates = DatesInLine(line.text)
      // `Time (CET)` above the times says it of all of them.
      if line.text.utf8.count < 120, let stated = dates.zoneOfTimes {
        zone = stated.zone
        offset = stated.offset
        isZoneOfTimes = true
      }
      if year == nil, let stated = dates.days.first?.day.year {
        year = stated
        reading.year = Found(stated, raw: line.text, line: line.number)
      }
      if zone == nil, let stated = dates.zoneAlone ?? line.text.zoneInCapitals, !isZoneOfTimes {
        zone = stated.zone
        offset = stated.offset
      }
      if zone == nil, let stated = dates.clocks.first(where: { $0.clock.zone != nil })?.clock {
        zone = stated.zone
        offset = stated.offset
      }
    }
  }

  // MARK: Lines

  private mutating func take(_ line: Line, next: Line?) {
    if takeTime(line) || takeDay(line) { return }
    takeLanguages(line)
    if let heading = Heading(line.text), take(heading, line) { return }
    if inDocuments {
      if line.isBullet || line.text.utf8.count < 200 && !line.isHeading {
        takeDocument(line)
        return
      }
      inDocuments = false
    }
    if questions != nil, takeQuestion(line) { return }
    if isInPoint { takePoint(line) }
  }

  /// `10:00 – 10:15 CET Opening`; answers whether the line begins with a time.
  private mutating func takeTime(_ line: Line) -> Bool {
    let isMinutes = line.text.utf8.count < 600
    let dates = DatesInLine(line.text.prefix(isMinutes ? 200 : 80), limit: 40)
    guard let first = dates.clocks.first, first.place <= placeOfTime(dates),
      !line.isBullet || first.clock.end != nil
    else { return false }
    // `7-8 March, 10h-12h and 15h-17h` says when all of it is, not when a point is.
    guard dates.days.isEmpty || dates.days[0].day.lastDay == nil && dates.clocks.count == 1 else {
      return false
    }
    // `2.30 Mbit/s` and `17.6` begin no point; a bare time does where a day is known.
    guard first.clock.end != nil || first.clock.zone != nil || line.text.startsWithColonTime else {
      return false
    }
    endQuestions()
    if let stated = dates.days.first?.day, dates.days[0].place < first.place { day = stated }
    offset = first.clock.offset ?? offset
    zone = first.clock.zone ?? zone
    var point = AgendaPoint(start: moment(first.clock.start), end: nil, kind: .discussion)
    if let end = first.clock.end { point.end = moment(end) }
    let after =
      first.after > 0 && first.after <= dates.tokens.count ? dates.tokens[first.after - 1].end : 0
    let rest = String(decoding: line.text.utf8.dropFirst(after), as: UTF8.self).trimmedPoint
    // Further cells of a table say who speaks.
    let cells = rest.separated(by: [" | "])
    if !rest.isEmpty { Self.setTitle(cells[0], of: &point) }
    reading.agenda.append(Found(point, raw: line.text, line: line.number))
    for cell in cells.dropFirst() { takePeople(cell.trimmedPoint, line) }
    wantsTitle = rest.isEmpty
    isInPoint = true
    holderRole = nil
    inDocuments = false
    return true
  }

  private func placeOfTime(_ dates: DatesInLine) -> Int {
    // A weekday or a day may stand before the time, a bracket too.
    guard let day = dates.days.first, day.place <= 2 else {
      return dates.tokens.first?.isSign("([|") ?? false
        ? 1 : dates.tokens.first?.word == "from" ? 1 : 0
    }
    return dates.isMostlyDates ? 12 : 0
  }

  private func moment(_ minutes: Int) -> StatedMoment {
    StatedMoment(
      day: day.flatMap { StatedTime($0, year: year, minutes: 0, offset: offset, zone: zone) },
      minutes: minutes)
  }

  /// `7 March 2022`, `Day 2: 10 April 2019 - Open Consultations`.
  private mutating func takeDay(_ line: Line) -> Bool {
    guard line.text.utf8.count < 140 else { return false }
    let dates = DatesInLine(line.text)
    guard let found = dates.days.first, dates.clocks.isEmpty else { return false }
    let isDay = dates.tokens.first?.word == "day" && found.place <= 4
    guard isDay || found.place <= 2 && (dates.isMostlyDates || line.isHeading),
      found.day.lastDay == nil
    else { return false }
    endQuestions()
    day = found.day
    if let stated = found.day.year, year == nil {
      year = stated
      reading.year = Found(stated, raw: line.text, line: line.number)
    }
    isInPoint = false
    wantsTitle = false
    return true
  }

  private mutating func take(_ heading: Heading, _ line: Line) -> Bool {
    switch heading.section {
    case .questions:
      endQuestions()
      questions = QuestionList()
      if !heading.rest.isEmpty { questions?.add(line.saying(heading.rest)) }
      return true
    case .documents:
      endQuestions()
      inDocuments = true
      if !heading.rest.isEmpty { takeDocument(line.saying(heading.rest)) }
      return true
    case .speakers, .moderators, .onlineModerators, .rapporteurs:
      guard isInPoint, !wantsTitle else { return false }
      holderRole =
        switch heading.section {
        case .speakers: .speaker
        case .moderators: .moderator
        case .onlineModerators: .onlineModerator
        default: .rapporteur
        }
      if !heading.rest.isEmpty { takePeople(heading.rest, line) }
      return true
    case .room:
      if !heading.rest.isEmpty, reading.room == nil, heading.rest.utf8.count < 80 {
        reading.room = Found(heading.rest, raw: line.text, line: line.number)
        return true
      }
      return false
    case .agenda:
      endQuestions()
      return false
    default:
      if line.isHeading { endQuestions() }
      return false
    }
  }

  private mutating func takeQuestion(_ line: Line) -> Bool {
    let isPoint = ListMark(line.text) != nil || line.isBullet
    if line.isHeading || (line.isBullet && line.text.tokens(limit: 2).first?.word == "session")
      || (!isPoint && !line.text.utf8.contains(0x3F) && line.isApart
        && !(questions?.isEmpty ?? true))
    {
      endQuestions()
      return false
    }
    questions?.add(line)
    return true
  }

  private mutating func endQuestions() {
    guard let list = questions else { return }
    for found in list.questions(isHeaded: true) where asked.insert(found.value.text).inserted {
      reading.questions.append(found)
    }
    questions = nil
  }

  // MARK: Points

  private mutating func takePoint(_ line: Line) {
    let last = reading.agenda.count - 1
    // A zone that a cell breaks off from its times.
    if line.text.utf8.count <= 5, let stated = DatesInLine.zones[line.text.lowercased()] {
      offset = stated
      return
    }
    if wantsTitle {
      wantsTitle = false
      Self.setTitle(line.text.trimmedPoint, of: &reading.agenda[last].value)
      return
    }
    if line.isHeading {
      isInPoint = false
      return
    }
    if holderRole != nil || line.isBullet { return takePeople(line.text, line) }
  }

  private static func setTitle(_ text: String, of point: inout AgendaPoint) {
    point.title = (ListMark(text)?.rest ?? text).trimmedMarks
    point.kind = .of(title: point.title ?? "")
  }

  private mutating func takePeople(_ text: String, _ line: Line) {
    guard text.utf8.count < 330 else { return }
    for piece in HolderList.pieces(text) {
      let shape = HolderShape(labelled: piece)
      guard let name = shape.name, name.looksLikePerson,
        shape.affiliation != nil || holderRole != nil || shape.role != nil
      else {
        if holderRole != nil, !line.isBullet { holderRole = nil }
        continue
      }
      var holder = RoleHolder(role: shape.role ?? holderRole ?? .speaker)
      holder.name = name
      holder.affiliation = shape.affiliation
      holder.group = shape.group
      holder.region = shape.region
      holder.status = shape.status
      let last = reading.agenda.count - 1
      if named.point != last { named = (last, []) }
      if named.people.insert(name).inserted {
        reading.agenda[last].value.people.append(holder)
      }
    }
  }

  private mutating func takeLanguages(_ line: Line) {
    guard (12..<600).contains(line.text.utf8.count) else { return }
    let key = line.text.wordKey
    let words = key.split(separator: " ")
    if words.contains(where: { $0.hasPrefix("interpretation") }) {
      for language in Self.languages where key.contains(language.wordKey) {
        if !reading.interpretation.contains(where: { $0.value == language }) {
          reading.interpretation.append(Found(language, raw: line.text, line: line.number))
        }
      }
    }
    if words.contains(where: { Self.deadlineMarks.contains($0) }) { takeDeadlines(line) }
  }

  /// Sentences such as `Written inputs can be sent until 28 February 2022`.
  private mutating func takeDeadlines(_ line: Line) {
    for sentence in line.text.split(separator: ". ") {
      let key = " " + sentence.wordKey + " "
      guard Self.deadlineWords.contains(where: { key.contains($0) }),
        let day = DatesInLine(sentence, limit: 120).days.first?.day, day.lastDay == nil
      else { continue }
      let text = sentence.last == "." ? String(sentence.dropLast()) : String(sentence)
      let deadline = StatedDeadline(
        text: text, day: StatedTime(day, year: year, minutes: 0).map { String($0.text.prefix(10)) })
      if due.insert(text).inserted {
        reading.deadlines.append(Found(deadline, raw: line.text, line: line.number))
      }
    }
  }

  /// One of them stands in every deadline.
  private static let deadlineMarks: Set<Substring> = [
    "deadline", "deadlines", "until", "later", "by",
  ]
  private static let deadlineWords = [
    " deadline ", " deadlines ", " until ", " no later than ", " due by ", " submitted by ",
    " send by ", " sent by ", " register by ",
  ]

  private mutating func takeDocument(_ line: Line) {
    guard let document = StatedDocument(line) else { return }
    reading.documents.append(Found(document, raw: line.text, line: line.number))
  }

  private static let languages = [
    "Arabic", "Chinese", "English", "French", "Russian", "Spanish", "Portuguese", "German",
    "Italian", "Japanese", "Korean", "Polish", "Swahili", "Ukrainian", "International Sign",
  ]

  // MARK: The whole

  private mutating func finished() -> Reading {
    joinAnnouncedTimes()
    let points = reading.agenda
    if let first = points.first, let start = first.value.start.flatMap(\.time) {
      reading.start = Found(start, raw: first.raw, line: first.line)
      if reading.year == nil { reading.year = Found(start.year, raw: first.raw, line: first.line) }
    }
    let ends = points.compactMap { point in
      (point.value.end ?? point.value.start).flatMap(\.time).map { ($0, point) }
    }
    if let (end, point) = ends.max(by: { $0.0.isBefore($1.0) }), point.value.end != nil {
      reading.end = Found(end, raw: point.raw, line: point.line)
    }
    if !points.isEmpty, zone == nil {
      reading.warn(points[0].line, "no time zone stands by the times")
    }
    for (one, next) in zip(points, points.dropFirst()) { check(one, next) }
    return reading
  }

  /// Programmes on the web say above a point when it begins, and once or twice below when it ends.
  private mutating func joinAnnouncedTimes() {
    var points: [Found<AgendaPoint>] = []
    for point in reading.agenda {
      guard let last = points.last, point.value.end != nil, last.value.start == point.value.start,
        last.value.end == nil && (last.value.title == nil || !Self.hasTitle(point))
          || last.value.end == point.value.end && DatesInLine(point.raw).isMostlyDatesOnly
      else {
        points.append(point)
        continue
      }
      points[points.count - 1].value.end = point.value.end
      if last.value.title == nil {
        points[points.count - 1].value.title = point.value.title
        points[points.count - 1].value.kind = point.value.kind
      }
      points[points.count - 1].value.people += point.value.people
    }
    reading.agenda = points
  }

  /// Whether what a point is stands behind its time, on the same line.
  private static func hasTitle(_ point: Found<AgendaPoint>) -> Bool {
    point.value.title != nil && !DatesInLine(point.raw).isMostlyDatesOnly
  }

  /// Overlaps and gaps between two points of a day.
  private mutating func check(_ one: Found<AgendaPoint>, _ next: Found<AgendaPoint>) {
    guard let end = one.value.end, let start = next.value.start, end.day == start.day else {
      return
    }
    let title = next.value.title ?? "the next point"
    if start.minutes < end.minutes {
      reading.warn(
        next.line, "'\(title)' begins at \(start.text), before \(end.text), when the one above ends"
      )
    } else if start.minutes > end.minutes {
      reading.warn(next.line, "nothing is planned from \(end.text) to \(start.text)")
    }
  }
}

extension StatedMoment {
  /// The point in time; `nil` where no day is known.
  var time: StatedTime? {
    day.map { day in
      var time = day
      time.minutes = minutes
      return time
    }
  }

  /// `16:30`.
  var text: String { "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))" }
}

extension Line {
  func saying(_ text: String) -> Line {
    var line = self
    line.text = text
    return line
  }
}

extension String {
  /// Whether it begins with hours and minutes.
  var startsWithTime: Bool { DatesInLine(prefix(30)).clocks.first?.place == 0 }

  /// `09:00`, not `9.00`.
  var startsWithColonTime: Bool {
    let words = prefix(8).tokens(limit: 3)
    return words.count == 3 && words[0].number != nil && words[1].isSign(":h")
      && words[2].digits == 2
  }

  /// Without what parts a time from what it is the time of.
  fileprivate var trimmedPoint: String {
    var text = self[...]
    while let first = text.first, " -–—:|.,)]\t•".contains(first) { text.removeFirst() }
    while let last = text.last, " -–—|,".contains(last) { text.removeLast() }
    return text.squeezed
  }
}
