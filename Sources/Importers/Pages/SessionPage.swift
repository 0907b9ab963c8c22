import SessionModel

/// Reads the page of one session as the forum publishes it: proposal, report or both.
///
/// Headings are used where they stand; where they were lost, the shape of a line and the fixed
/// order of the page tell what it is, and what is known that way alone says so.
struct SessionPage {
  var reading: Reading
  var book = RoleBook()
  var questions = QuestionList()
  var section: PageSection?
  /// The speakers that a label such as `Moderator: Jo Doe` interrupted.
  var speakersBefore: PageSection?
  /// Whether the page's own heading opened the section that is read.
  var isHeaded = false
  var isQuestionsHeaded = false
  /// How many headings of questions there were: a report names them again.
  var questionHeadings = 0
  var day: (day: StatedDay, line: Line)?
  /// The day on which it ends, where that is another.
  var lastDay: StatedDay?
  var clock: (clock: StatedClock, line: Line)?
  /// How many lines stand below the heading of a list of people.
  var listed = 0
  var wantsTitle = false
  var wantsRoom = false
  /// Where the title stands, below which some pages say the room.
  var wantsRoomBelow: Int?
  /// Holders in a line of their own, without a heading, in their order.
  var lone: [(shape: HolderShape, line: Line, isAfterAnchor: Bool)] = []
  var hasAnchor = false
  var takeFromAnchor = 0
  var takenAsModerator = 0
  /// Plain lines below no heading, for what their place says.
  var loose: [Line] = []
  var looseBeforeFirstLabel: [Line]?
  var looseAfterLabels: [Line] = []
  /// Which section the first of those labels opened.
  var firstLabel: PageSection?
  /// Where `Organizer 1:` and its like begin.
  var firstNumbered: Int?
  /// The first line of the page.
  var firstLine: Int?
  var formatLine: Int?
  /// What is expected next of somebody whom a programme on the web shows with a picture.
  var profile: Profile?
  /// Whether it comes from a programme on the web, which says other things above a session.
  var isSchedule = false
  /// Whether the next line says what a point of so many minutes is.
  var wantsPoint = false
  var hasLengths = false
  var textGoals: [(shape: GoalShape, line: Line)] = []
  var reportLines: [Line] = []
  var sawGoals = false
  /// Those that were taken.
  var goalCodes: Set<String> = []
  var awaitsHolder: NumberedHolder.Role?

  static func read(_ lines: [Line], as kind: DocumentKind, confidence: Double) -> Reading {
    let units = pages(in: lines)
    guard units.count > 1 else {
      return read(one: lines, as: kind, confidence: confidence)
    }
    var whole = Reading(kind, confidence: confidence)
    let year = lines.prefix(6).lazy.compactMap { line in
      line.text.forumYear.map { Found($0, raw: line.text, line: line.number) }
    }.first
    let isSchedule = isSchedule(lines)
    whole.sessions = units.map {
      read(one: $0, as: kind, confidence: confidence, year: year, isSchedule: isSchedule)
    }
    if isSchedule, whole.sessions.count > 2, whole.sessions.allSatisfy(\.holders.isEmpty) {
      whole.kind = .agenda
    }
    let years = Set(whole.sessions.compactMap(\.year?.value))
    if years.count == 1 { whole.year = whole.sessions.lazy.compactMap(\.year).first }
    for index in whole.sessions.indices {
      whole.warnings += whole.sessions[index].warnings
      whole.sessions[index].warnings = []
    }
    return whole
  }

  static func read(
    one lines: [Line], as kind: DocumentKind, confidence: Double, year: Found<Int>? = nil,
    isSchedule: Bool = false
  ) -> Reading {
    var page = SessionPage(reading: Reading(kind, confidence: confidence))
    page.reading.year = year
    page.isSchedule = isSchedule
    var joined = joined(lines)
    for index in joined.indices { joined[index].place = index + 1 }
    page.read(joined)
    return page.finished()
  }

  // MARK: Reading

  mutating func read(_ lines: [Line]) {
    for line in lines.prefix(6) where reading.year == nil {
      if let year = line.text.forumYear {
        reading.year = Found(year, raw: line.text, line: line.number)
      }
    }
    firstLine = lines.first?.place
    if lines.contains(where: { $0.text.isPortrait }) { profile = .awaited }
    isSchedule = isSchedule || Self.isSchedule(lines)
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      take(line, next: next)
    }
    readTitleByPlace(lines)
    readTitleOfSchedule(lines)
  }

  /// The first line of a session in a programme on the web, where nothing else is its title.
  mutating func readTitleOfSchedule(_ lines: [Line]) {
    guard reading.title == nil, isSchedule,
      let first = lines.first(where: { line in
        !line.text.isSiteNotice && !DatesInLine(line.text.prefix(60)).isMostlyDatesOnly
      }),
      isTitleText(first), !first.text.isSentences
    else { return }
    reading.title = Found(first.text, raw: first.text, line: first.number, isHeaded: false)
    loose.removeAll { $0.place == first.place }
  }

  /// The first line, where the slot stands right below it.
  mutating func readTitleByPlace(_ lines: [Line]) {
    guard reading.title == nil, let day, let clock, day.line.place == clock.line.place,
      let place = lines.firstIndex(where: { $0.place == day.line.place }),
      (1...3).contains(place),
      let first = lines.first(where: { !$0.text.isSiteNotice }), first.place < day.line.place,
      isTitleText(first), first.text.utf8.count > 8, TitleShape.type(of: first.text) == nil,
      first.text.wordKey != "event calendar date"
    else { return }
    reading.title = Found(first.text, raw: first.text, line: first.number, isHeaded: false)
    looseBeforeFirstLabel?.removeAll { $0.place == first.place }
    loose.removeAll { $0.place == first.place }
    reading.description.removeAll { $0.line == first.number && $0.raw == first.text }
  }

  mutating func take(_ line: Line, next: Line?) {
    if wantsTitle {
      wantsTitle = false
      if isTitleText(line) {
        reading.title = Found(line.text, raw: line.text, line: line.number)
        return
      }
    }
    if line.text.isSiteNotice || takeProfile(line) { return }
    // A programme on the web says again when a session is, above its room.
    if isSchedule, let clock, clock.line.text == line.text, clock.line.number < line.number {
      section = nil
      wantsRoom = reading.room == nil
      return
    }
    if takeTitle(line) || takeNumbered(line) { return }
    if let awaited = awaitsHolder {
      awaitsHolder = nil
      if Heading(line.text) == nil {
        takeNumbered(role: awaited, rest: line.text, line)
        return
      }
    }
    if let heading = heading(of: line, next: next) { return enter(heading, line) }
    // A role holder is one wherever it stands, except where something else is being listed.
    if let holder = HolderShape(complete: line.text), section != .goals,
      line.text.utf8.count < 80 || HolderList.pieces(line.text).count == 1
    {
      return takeComplete(holder, line)
    }
    if takeFormat(line, next: next) { return }
    if takePoint(line) { return }
    if section != .questions, takeSlot(line) { return }
    if takeType(line) { return }
    takeContent(line)
  }

  func heading(of line: Line, next: Line?) -> Heading? {
    guard let heading = Heading(line.text) else { return nil }
    // `1. Panel` in a list of questions is no heading, `Interaction` in a cell is.
    if heading.isNumbered, heading.rest.isEmpty == false { return nil }
    if line.isBullet, section == .questions, heading.section == .other { return nil }
    // `Workshop` and `Session` stand above many pages.
    return heading
  }

  func isTitleText(_ line: Line) -> Bool {
    line.text.utf8.count < 260 && NumberedHolder(line.text) == nil && Heading(line.text) == nil
      && HolderShape(complete: line.text) == nil && FormatShape(line.text) == nil
  }

  mutating func takeTitle(_ line: Line) -> Bool {
    guard line.text.utf8.count < 400 else { return false }
    if let shape = TitleShape(line.text), shape.year != nil || reading.title == nil {
      guard reading.number == nil || reading.number?.value == shape.number || shape.year == nil
      else {
        return false
      }
      // `OF the people` and `MS Teams` are no titles.
      guard shape.year != nil || shape.number != nil else { return false }
      // `WS 1 – Annex Hall 1` below the slot is a room.
      guard !wantsRoom || shape.year != nil || !line.text.looksLikeRoom else { return false }
      if reading.number == nil, reading.title == nil || shape.year != nil {
        take(shape, line)
        return true
      }
      if reading.number?.value == shape.number { return true }
      return false
    }
    if reading.title == nil, line.number <= 6, let shape = TitleShape(numbered: line.text) {
      take(shape, line)
      return true
    }
    if reading.title == nil, let shape = TitleShape(suffixed: line.text) {
      take(shape, line)
      reading.title = Found(shape.title, raw: line.text, line: line.number)
      return true
    }
    return false
  }

  mutating func take(_ shape: TitleShape, _ line: Line) {
    if let year = shape.year { reading.year = Found(year, raw: line.text, line: line.number) }
    if let type = shape.type { reading.type = Found(type, raw: line.text, line: line.number) }
    if let number = shape.number {
      reading.number = Found(number, raw: line.text, line: line.number)
    }
    if shape.title.isEmpty {
      wantsTitle = true
    } else {
      reading.title = Found(shape.title, raw: line.text, line: line.number)
    }
    wantsRoomBelow = line.place
    section = nil
  }

  mutating func takeNumbered(_ line: Line) -> Bool {
    guard let holder = NumberedHolder(line.text) else { return false }
    firstNumbered = firstNumbered ?? line.number
    if holder.rest.isEmpty {
      awaitsHolder = holder.role
      return true
    }
    takeNumbered(role: holder.role, rest: holder.rest, line)
    return true
  }

  mutating func takeNumbered(role: NumberedHolder.Role, rest: String, _ line: Line) {
    let role: Role =
      switch role {
      case .organizer: .organizer
      case .speaker: .speaker
      case .moderator: .moderator
      case .onlineModerator: .onlineModerator
      case .rapporteur: .rapporteur
      }
    section = nil
    let shape = HolderShape(labelled: rest)
    if shape.name == nil, shape.group == nil, shape.affiliation == nil { return }
    book.take(shape, as: role, raw: line.text, line: line.number, isHeaded: true)
  }

  mutating func takeComplete(_ holder: HolderShape, _ line: Line) {
    switch section {
    case .additionalSpeakers: take(holder, as: .additionalSpeaker, line)
    case .speakers: take(holder, as: .speaker, line)
    case .organizers: take(holder, as: .organizer, line)
    case .moderators where takenAsModerator == 0:
      takenAsModerator += 1
      take(holder, as: .moderator, line)
    case .rapporteurs: take(holder, as: .rapporteur, line)
    case .onlineModerators where takeFromAnchor == 0:
      takeFromAnchor += 1
      take(holder, as: .onlineModerator, line)
    default: lone.append((holder, line, hasAnchor))
    }
  }

  mutating func take(_ shape: HolderShape, as role: Role, _ line: Line) {
    book.take(shape, as: role, raw: line.text, line: line.number, isHeaded: true)
  }
}
