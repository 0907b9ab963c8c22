import SessionModel

/// Reads the page of one session as the forum publishes it: proposal, report or both.
///
/// Headings are used where they stand; where they were lost, the shape of a line and the fixed
/// order of the page tell what it is, and what is known that way alone says so.
struct SessionPage {
  private var reading: Reading
  private var book = RoleBook()
  private var questions = QuestionList()
  private var section: PageSection?
  /// Whether the page's own heading opened the section that is read.
  private var isHeaded = false
  private var isQuestionsHeaded = false
  private var day: (day: StatedDay, line: Line)?
  private var clock: (clock: StatedClock, line: Line)?
  private var wantsTitle = false
  private var wantsRoom = false
  /// Holders in a line of their own, without a heading, in their order.
  private var lone: [(shape: HolderShape, line: Line, isAfterAnchor: Bool)] = []
  private var hasAnchor = false
  private var takeFromAnchor = 0
  private var takenAsModerator = 0
  /// Plain lines below no heading, for what their place says.
  private var loose: [Line] = []
  private var looseBeforeFirstLabel: [Line]?
  private var looseAfterLabels: [Line] = []
  private var formatLine: Int?
  private var textGoals: [(shape: GoalShape, line: Line)] = []
  private var reportLines: [Line] = []
  private var sawGoals = false
  private var awaitsHolder: NumberedHolder.Role?

  static func read(_ lines: [Line], as kind: DocumentKind, confidence: Double) -> Reading {
    let units = pages(in: lines)
    guard units.count > 1 else {
      return read(one: lines, as: kind, confidence: confidence)
    }
    var whole = Reading(kind, confidence: confidence)
    let year = lines.prefix(6).lazy.compactMap { line in
      line.text.forumYear.map { Found($0, raw: line.text, line: line.number) }
    }.first
    whole.sessions = units.map { read(one: $0, as: kind, confidence: confidence, year: year) }
    let years = Set(whole.sessions.compactMap(\.year?.value))
    if years.count == 1 { whole.year = whole.sessions.lazy.compactMap(\.year).first }
    for index in whole.sessions.indices {
      whole.warnings += whole.sessions[index].warnings
      whole.sessions[index].warnings = []
    }
    return whole
  }

  private static func read(
    one lines: [Line], as kind: DocumentKind, confidence: Double, year: Found<Int>? = nil
  ) -> Reading {
    var page = SessionPage(reading: Reading(kind, confidence: confidence))
    page.reading.year = year
    page.read(joined(lines))
    return page.finished()
  }

  /// The lines of each session of a page that holds several.
  private static func pages(in lines: [Line]) -> [[Line]] {
    var starts: [Int] = []
    var seen: Set<String> = []
    for (index, line) in lines.enumerated() where line.text.utf8.count < 240 {
      guard let title = TitleShape(line.text), let number = title.number, title.year != nil else {
        continue
      }
      if seen.insert("\(title.type ?? "") \(number)").inserted { starts.append(index) }
    }
    if starts.isEmpty { starts = listed(in: lines) }
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
  private static func listed(in lines: [Line]) -> [Int] {
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

  /// Pages without titles, one behind the other: `Organizer 1` begins again behind speakers.
  private static func restarts(in lines: [Line]) -> [[Line]] {
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
  private static func joined(_ lines: [Line]) -> [Line] {
    var result: [Line] = []
    for line in lines {
      if let last = result.last, last.text.last == ",", last.text.utf8.count < 90, !line.isApart,
        line.number <= last.number + 1, last.text.utf8.count > 4,
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

  // MARK: Reading

  private mutating func read(_ lines: [Line]) {
    for line in lines.prefix(6) where reading.year == nil {
      if let year = line.text.forumYear {
        reading.year = Found(year, raw: line.text, line: line.number)
      }
    }
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      take(line, next: next)
    }
  }

  private mutating func take(_ line: Line, next: Line?) {
    if wantsTitle {
      wantsTitle = false
      if isTitleText(line) {
        reading.title = Found(line.text, raw: line.text, line: line.number)
        return
      }
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
    if let holder = HolderShape(complete: line.text), section != .goals {
      return takeComplete(holder, line)
    }
    if takeFormat(line, next: next) { return }
    if takePoint(line) { return }
    if section != .questions, takeSlot(line) { return }
    if takeType(line) { return }
    takeContent(line)
  }

  private func heading(of line: Line, next: Line?) -> Heading? {
    guard let heading = Heading(line.text) else { return nil }
    // `1. Panel` in a list of questions is no heading, `Interaction` in a cell is.
    if heading.isNumbered, heading.rest.isEmpty == false { return nil }
    if line.isBullet, section == .questions, heading.section == .other { return nil }
    // `Workshop` and `Session` stand above many pages.
    return heading
  }

  private func isTitleText(_ line: Line) -> Bool {
    line.text.utf8.count < 260 && NumberedHolder(line.text) == nil && Heading(line.text) == nil
      && HolderShape(complete: line.text) == nil && FormatShape(line.text) == nil
  }

  private mutating func takeTitle(_ line: Line) -> Bool {
    guard line.text.utf8.count < 400 else { return false }
    if let shape = TitleShape(line.text), shape.year != nil || reading.title == nil {
      guard reading.number == nil || reading.number?.value == shape.number || shape.year == nil
      else {
        return false
      }
      // `OF the people` and `MS Teams` are no titles.
      guard shape.year != nil || shape.number != nil else { return false }
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

  private mutating func take(_ shape: TitleShape, _ line: Line) {
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
    section = nil
  }

  private mutating func takeNumbered(_ line: Line) -> Bool {
    guard let holder = NumberedHolder(line.text) else { return false }
    if holder.rest.isEmpty {
      awaitsHolder = holder.role
      return true
    }
    takeNumbered(role: holder.role, rest: holder.rest, line)
    return true
  }

  private mutating func takeNumbered(role: NumberedHolder.Role, rest: String, _ line: Line) {
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

  private mutating func takeComplete(_ holder: HolderShape, _ line: Line) {
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

  private mutating func take(_ shape: HolderShape, as role: Role, _ line: Line) {
    book.take(shape, as: role, raw: line.text, line: line.number, isHeaded: true)
  }

  // MARK: Headings

  private mutating func enter(_ heading: Heading, _ line: Line) {
    if isLabel(heading.section), looseBeforeFirstLabel == nil {
      looseBeforeFirstLabel = loose
      loose = []
    }
    section = heading.section
    switch heading.section {
    case .onlineModerators:
      hasAnchor = true
      takeFromAnchor = 0
    case .moderators: takenAsModerator = 0
    case .goals: sawGoals = true
    case .questions:
      isQuestionsHeaded = true
      if heading.isNumbered { questions.mustAsk = true }
    default: break
    }
    guard !heading.rest.isEmpty else { return }
    var rest = line
    rest.text = heading.rest
    rest.isBullet = false
    if heading.section == .onlineModerators || heading.section == .moderators
      || heading.section == .rapporteurs
    {
      takeHolders(rest, as: role(of: heading.section) ?? .moderator, raw: line)
      // A label says one; what follows in lines of its own stands below no heading.
      section = nil
      return
    }
    if takeFormatRest(heading, rest) { return }
    takeContent(rest)
    // A label with a word or two behind it heads nothing more.
    if heading.section == .other, heading.rest.utf8.count < 100 { section = nil }
  }

  private func isLabel(_ section: PageSection) -> Bool {
    switch section {
    case .moderators, .onlineModerators, .speakers, .rapporteurs, .organizers: true
    default: false
    }
  }

  private mutating func takeFormatRest(_ heading: Heading, _ line: Line) -> Bool {
    switch heading.section {
    case .format:
      if let shape = FormatShape(line.text) {
        set(shape.format, line)
      } else if let type = TitleShape.type(of: line.text) {
        reading.type = reading.type ?? Found(type, raw: line.text, line: line.number)
      } else if FormatShape.isKind(line.text) {
        setKind(line.text, line)
      } else if line.text.utf8.count < 60, line.text.contains(where: \.isLetter) {
        setKind(line.text, line)
      }
      section = nil
      return true
    case .duration:
      if let minutes = FormatShape.minutes(line.text) { setMinutes(minutes, line) }
      section = nil
      return true
    case .title:
      if reading.title == nil {
        reading.title = Found(line.text, raw: line.text, line: line.number)
      }
      section = nil
      return true
    case .room:
      if line.text.utf8.count < 80 {
        reading.room = Found(line.text, raw: line.text, line: line.number)
      }
      section = nil
      return true
    case .slot, .date, .time:
      _ = takeSlot(line)
      section = nil
      return true
    default: return false
    }
  }

  // MARK: Format and slot

  private mutating func takeFormat(_ line: Line, next: Line?) -> Bool {
    if let shape = FormatShape(line.text) {
      set(shape.format, line)
      section = nil
      return true
    }
    if FormatShape.isKind(line.text), let next, let heading = Heading(next.text),
      heading.section == .duration
    {
      setKind(line.text, line)
      return true
    }
    return false
  }

  private mutating func set(_ format: StatedFormat, _ line: Line) {
    formatLine = formatLine ?? line.number
    guard let old = reading.format else {
      reading.format = Found(
        format, raw: line.text, line: line.number, isHeaded: section == .format)
      return
    }
    if let minutes = format.minutes, let other = old.value.minutes, minutes != other {
      reading.warn(
        line.number, "\(minutes) minutes here, \(other) on line \(old.line); both are kept")
    }
    reading.format?.value.kind = old.value.kind ?? format.kind
    reading.format?.value.layout = old.value.layout ?? format.layout
    reading.format?.value.minutes = old.value.minutes ?? format.minutes
  }

  private mutating func setKind(_ kind: String, _ line: Line) {
    formatLine = formatLine ?? line.number
    if reading.format == nil {
      reading.format = Found(StatedFormat(kind: kind), raw: line.text, line: line.number)
    } else if reading.format?.value.kind == nil {
      reading.format?.value.kind = kind
    }
  }

  private mutating func setMinutes(_ minutes: Int, _ line: Line) {
    set(StatedFormat(kind: nil, layout: nil, minutes: minutes), line)
  }

  /// The published slot: a day and times in a short line near the top.
  private mutating func takeSlot(_ line: Line) -> Bool {
    guard line.text.utf8.count < 160 else { return false }
    if wantsRoom {
      wantsRoom = false
      if section == .room { section = nil }
      if line.text.utf8.count < 60, line.text.looksLikeRoom, Heading(line.text) == nil {
        reading.room = Found(line.text, raw: line.text, line: line.number, isHeaded: false)
        return true
      }
    }
    guard section == nil || section == .slot || section == .date || section == .time else {
      return false
    }
    guard clock == nil || day == nil, !line.text.hasPrefix("Updated") else { return false }
    let dates = DatesInLine(line.text)
    guard !dates.days.isEmpty || !dates.clocks.isEmpty, dates.isMostlyDates else { return false }
    if let found = dates.days.first, day == nil { day = (found.day, line) }
    if let found = dates.clocks.first, clock == nil {
      var stretch = found.clock
      if stretch.end == nil, dates.clocks.count > 1 {
        let second = dates.clocks[1].clock
        stretch.end = second.start
        stretch.offset = stretch.offset ?? second.offset
        stretch.zone = stretch.zone ?? second.zone
      }
      clock = (stretch, line)
      wantsRoom = true
    }
    return true
  }

  /// `10:10-11:00 Panel` below the published slot, or in an agenda.
  private mutating func takePoint(_ line: Line) -> Bool {
    guard clock != nil || section == .agenda, line.text.utf8.count < 300,
      line.text.unicodeScalars.first?.isFigure ?? false
    else { return false }
    let dates = DatesInLine(line.text.prefix(40), limit: 14)
    guard let first = dates.clocks.first, first.place == 0, let end = first.clock.end else {
      return false
    }
    let rest = String(
      decoding: line.text.utf8.dropFirst(dates.tokens[first.after - 1].end), as: UTF8.self
    )
    .trimmedMarks
    guard !rest.isEmpty else { return false }
    let stated = day.flatMap { day, _ in
      StatedTime(
        day, year: reading.year?.value, minutes: 0, offset: clock?.clock.offset,
        zone: clock?.clock.zone)
    }
    reading.agenda.append(
      Found(
        AgendaPoint(
          start: StatedMoment(day: stated, minutes: first.clock.start),
          end: StatedMoment(day: stated, minutes: end), title: rest, kind: .of(title: rest)),
        raw: line.text, line: line.number))
    return true
  }

  /// `Workshop` alone on a line near the top.
  private mutating func takeType(_ line: Line) -> Bool {
    guard section == nil, reading.type == nil, line.number <= 8, line.text.utf8.count < 30,
      let type = TitleShape.type(of: line.text)
    else { return false }
    reading.type = Found(type, raw: line.text, line: line.number)
    return true
  }

  // MARK: Content

  private mutating func takeContent(_ line: Line) {
    switch section {
    case .questions: takeQuestion(line)
    case .goals: takeGoal(line)
    case .targets: takeTarget(line)
    case .organizers, .speakers, .additionalSpeakers, .moderators, .onlineModerators, .rapporteurs:
      takeHolders(line, as: section.flatMap(role) ?? .speaker, raw: line)
    case .proposers: takeHolders(line, as: .organizer, raw: line)
    case .organisation:
      if let place = book.last(.organizer) { book.setAffiliation(of: place, to: line.text) }
      section = nil
    case .format, .duration, .title, .room, .slot, .date, .time:
      if !takeFormatRest(Heading(section: section), line) { section = nil }
    case .takeaways:
      if let goal = text(of: line) { reading.takeaways.append(goal) }
    case .calls:
      if let call = text(of: line) { reading.callsToAction.append(call) }
    case .outcomes: reading.outcomes.append(Found(line.text, raw: line.text, line: line.number))
    case .description:
      describe(line)
      loose.append(line)
    case .documents: reading.documents.append(Found(line.text, raw: line.text, line: line.number))
    case .report:
      reportLines.append(line)
    case .sessionReport:
      reading.remarks.append(
        Found(Remark(kind: .note, text: line.text), raw: line.text, line: line.number))
    case .other, .agenda: takeStray(line)
    case nil: takeLoose(line)
    }
  }

  private func role(of section: PageSection) -> Role? {
    switch section {
    case .organizers, .proposers: .organizer
    case .speakers: .speaker
    case .additionalSpeakers: .additionalSpeaker
    case .moderators: .moderator
    case .onlineModerators: .onlineModerator
    case .rapporteurs: .rapporteur
    default: nil
    }
  }

  /// A point of a report; instructions and empty points are none.
  private func text(of line: Line) -> Found<String>? {
    var text = ListMark(line.text)?.rest ?? line.text
    // Reports of 2021 begin their first point with a comma.
    while let first = text.first, ",; ".contains(first) { text.removeFirst() }
    guard text.utf8.count > 3, !text.hasPrefix("(*"), !text.hasPrefix("*") else { return nil }
    return Found(text, raw: line.text, line: line.number)
  }

  private mutating func describe(_ line: Line) {
    reading.description.append(Found(line.text, raw: line.text, line: line.number))
  }

  private mutating func takeQuestion(_ line: Line) {
    // A goal in a list, or a reported date, ends the questions.
    if !isQuestionsHeaded || !questions.isEmpty, goalOfList(line) != nil,
      ListMark(line.text) == nil
        || !line.text.utf8.contains(0x3F)
          && GoalShape(line: line.text)?.code.utf8.contains(0x2E) == true
    {
      section = .goals
      takeGoal(line)
      return
    }
    if questions.count > 0, !line.text.utf8.contains(0x3F), ListMark(line.text) == nil,
      !line.isBullet, line.text.utf8.count > (questions.asks && !questions.isList ? 200 : 600)
    {
      section = nil
      describe(line)
      return
    }
    questions.add(line)
  }

  private func goalOfList(_ line: Line) -> GoalShape? {
    guard line.text.utf8.count < 100, !line.text.utf8.contains(0x3F) else { return nil }
    return GoalShape(line: line.text)
  }

  private mutating func takeGoal(_ line: Line) {
    // Several in one line: `5. Gender Equality, 9.c, 16.7`.
    guard let goal = GoalShape(line: line.text) else {
      if line.text.utf8.count > 120 || line.text.utf8.contains(0x3F) {
        section = nil
        return takeLoose(line)
      }
      takeGoals(listedIn: line)
      return
    }
    sawGoals = true
    appendGoal(goal, line, isHeaded: section == .goals)
  }

  private mutating func takeGoals(listedIn line: Line) {
    let parts = line.text.separated(by: [",", ";", "|"])
    for part in parts {
      if let goal = GoalShape(line: part) {
        appendGoal(goal, line, isHeaded: true)
      } else if let number = Int(part), (1...17).contains(number) {
        reading.goals.append(Found(part, raw: line.text, line: line.number))
      }
    }
  }

  private mutating func appendGoal(_ goal: GoalShape, _ line: Line, isHeaded: Bool) {
    guard !reading.goals.contains(where: { GoalShape(line: $0.value)?.code == goal.code }) else {
      return
    }
    reading.goals.append(Found(goal.raw, raw: line.text, line: line.number, isHeaded: isHeaded))
  }

  private mutating func takeTarget(_ line: Line) {
    if let goal = GoalShape(line: line.text), goal.code.utf8.contains(0x2E), goal.reason != nil {
      textGoals.append((goal, line))
    }
  }

  /// In prose nothing is looked for but shapes that cannot be mistaken.
  private mutating func takeStray(_ line: Line) {
    if let goal = goalOfList(line), goal.raw == line.text, line.text.utf8.count < 80,
      !line.text.contains("("), isGoalSurely(goal, line)
    {
      appendGoal(goal, line, isHeaded: false)
    } else if let title = reading.title, title.value == line.text {
      return
    } else if section == .other {
      looseAfterLabels.append(line)
    }
  }

  /// A goal by its whole name, or a target alone on its line beside others.
  private func isGoalSurely(_ goal: GoalShape, _ line: Line) -> Bool {
    goal.code.utf8.contains(0x2E) || line.text.hasPrefix("GOAL") || line.text.utf8.count < 60
  }

  private mutating func takeLoose(_ line: Line) {
    if let goal = goalOfList(line), isGoalSurely(goal, line), !line.isBullet {
      sawGoals = true
      appendGoal(goal, line, isHeaded: false)
      return
    }
    if let proposer = Proposer(line.text) {
      take(HolderShape(labelled: proposer.text), as: .organizer, line)
      return
    }
    loose.append(line)
  }

  /// One holder, or several parted by semicolons.
  private mutating func takeHolders(_ line: Line, as role: Role, raw: Line) {
    let pieces = line.text.contains(";") ? line.text.separated(by: [";"]) : [line.text]
    for piece in pieces {
      var text = ListMark(piece)?.rest ?? piece
      if text.utf8.count > 330 { continue }
      if role == .speaker, let point = NamedPoint(text) { text = point.person }
      let shape = HolderShape(labelled: text)
      guard let name = shape.name else { continue }
      let isOrganizer = role == .organizer
      // Sentences below a heading name nobody.
      guard
        name.looksLikeName || (isOrganizer && name.utf8.count < 140)
          || (name.utf8.count < 100 && name.looksLikeOrganisation),
        !"?!".contains(text.last ?? " "), !(text.last == "." && text.utf8.count > 90)
      else { continue }
      book.take(shape, as: role, raw: raw.text, line: raw.number, isHeaded: true)
    }
  }

  // MARK: What the whole page tells

  private mutating func finished() -> Reading {
    placeLone()
    readUnheaded()
    reading.holders = book.holders.sorted { $0.line < $1.line }
    reading.questions = questions.questions(isHeaded: isQuestionsHeaded)
    if reading.goals.isEmpty {
      for (goal, line) in textGoals {
        reading.goals.append(Found(goal.raw, raw: line.text, line: line.number, isHeaded: false))
      }
    }
    setSlot()
    checkMinutes()
    return reading
  }

  /// Holders without a heading: their order is fixed, and “Online Moderator” anchors it.
  private mutating func placeLone() {
    let before = lone.filter { !$0.isAfterAnchor }
    let after = lone.filter(\.isAfterAnchor)
    if hasAnchor {
      if let last = before.last {
        if book.has(.moderator) {
          before.forEach { place($0, takenAsModerator > 0 ? .moderator : .additionalSpeaker) }
        } else {
          before.dropLast().forEach { place($0, .additionalSpeaker) }
          place(last, .moderator)
        }
      }
      after.forEach { place($0, .rapporteur) }
      return
    }
    // The roles still open, the last ones belonging to the last lines.
    let open = [Role.moderator, .onlineModerator, .rapporteur].filter { !book.has($0) }
    let extra = max(0, lone.count - open.count)
    lone.prefix(extra).forEach { place($0, .additionalSpeaker) }
    for (entry, role) in zip(lone.dropFirst(extra), open) { place(entry, role) }
  }

  private mutating func place(
    _ entry: (shape: HolderShape, line: Line, isAfterAnchor: Bool), _ role: Role
  ) {
    book.take(
      entry.shape, as: role, raw: entry.line.text, line: entry.line.number, isHeaded: false)
  }

  private mutating func setSlot() {
    guard let (day, line) = day else { return }
    let year = day.year ?? reading.year?.value
    if reading.year == nil, let year {
      reading.year = Found(year, raw: line.text, line: line.number)
    }
    guard let (clock, clockLine) = clock else { return }
    if let start = StatedTime(
      day, year: year, minutes: clock.start, offset: clock.offset, zone: clock.zone)
    {
      reading.start = Found(start, raw: clockLine.text, line: clockLine.number)
    }
    if let end = clock.end {
      var last = day
      last.day = day.lastDay ?? day.day
      if let end = StatedTime(
        last, year: year, minutes: end, offset: clock.offset, zone: clock.zone)
      {
        reading.end = Found(end, raw: clockLine.text, line: clockLine.number)
      }
    }
    if clock.offset == nil { reading.warn(clockLine.number, "no time zone stands by the times") }
  }

  private mutating func checkMinutes() {
    guard let minutes = reading.format?.value.minutes, let start = reading.start?.value,
      let end = reading.end, start.day == end.value.day, start.month == end.value.month
    else { return checkProse() }
    let length = end.value.minutes - start.minutes
    if length > 0, length != minutes {
      reading.warn(
        end.line, "the slot is \(length) minutes long, the format says \(minutes); both are kept")
    }
    checkProse()
  }

  /// Minutes in the prose that differ from those of the format.
  private mutating func checkProse() {
    guard let minutes = reading.format?.value.minutes else { return }
    for line in looseAfterLabels where line.text.utf8.count > 80 {
      let tokens = line.text.tokens(limit: 400)
      for index in tokens.indices.dropLast(1) {
        guard let number = tokens[index].number, [30, 45, 60, 75, 90, 120].contains(number),
          number > minutes,
          tokens[index + 1].word?.hasPrefix("min") ?? false
            || (tokens[index + 1].isSign("-") && index + 2 < tokens.count
              && tokens[index + 2].word?.hasPrefix("min") ?? false)
        else { continue }
        reading.warn(
          line.number, "the text says \(number) minutes, the format \(minutes); both are kept")
        return
      }
    }
  }
}

extension SessionPage {
  /// What stands below no heading at all.
  private mutating func readUnheaded() {
    readReportTail()
    readProgramme()
    readSpeakersByPlace()
    readQuestionsByPlace()
    let described = Set(reading.description.map(\.line))
    for line in loose where line.text.utf8.count > 200 && !described.contains(line.number) {
      describe(line)
    }
  }

  /// Two points behind `Report`: takeaway and call to action, by their place.
  private mutating func readReportTail() {
    guard reading.takeaways.isEmpty, reading.callsToAction.isEmpty else { return }
    let bullets = reportLines.filter(\.isBullet)
    reading.takeaways = bullets.dropLast(bullets.count == 2 ? 1 : 0).map {
      Found($0.text, raw: $0.text, line: $0.number, isHeaded: false)
    }
    if bullets.count == 2 {
      reading.callsToAction = [
        Found(bullets[1].text, raw: bullets[1].text, line: bullets[1].number, isHeaded: false)
      ]
    }
    for line in reportLines where !line.isBullet && line.text.utf8.count > 80 {
      reading.remarks.append(
        Found(
          Remark(kind: .note, text: line.text), raw: line.text, line: line.number, isHeaded: false))
    }
  }

  /// Open forums whose headings are lost: organisers, an agenda with names, then the role holders.
  private mutating func readProgramme() {
    guard let before = looseBeforeFirstLabel else { return }
    if !book.has(.organizer), before.contains(where: \.isProse) {
      let block = Array(before.reversed().prefix { $0.isShort && !$0.isBullet }.reversed())
      // What stands above the prose is a page's head.
      if block.count < before.count {
        for line in block {
          reading.description.removeAll { $0.line == line.number }
          book.take(
            HolderShape(organisation: line.text), as: .organizer, raw: line.text,
            line: line.number, isHeaded: false)
        }
      }
      let taken = Set(block.map(\.number))
      looseBeforeFirstLabel = before.filter { !taken.contains($0.number) }
    }
    guard !book.has(.speaker) else { return }
    var lines = loose
    let open = [Role.onlineModerator, .rapporteur].filter { !book.has($0) }
    let tail = Array(lines.reversed().prefix { $0.isShort && !$0.isBullet }.reversed())
    if sawGoals, open.count == 2, tail.count >= 3,
      HolderShape(labelled: tail[tail.count - 1].text).name?.looksLikePerson ?? false,
      book.has(.moderator)
    {
      let holders = tail.suffix(3)
      for (line, role) in zip(holders, [Role.moderator, .onlineModerator, .rapporteur]) {
        let shape = HolderShape(labelled: line.text)
        // The moderator again, or somebody beside them.
        if role == .moderator, let name = shape.name, !book.holds(name, .moderator) { continue }
        book.take(shape, as: role, raw: line.text, line: line.number, isHeaded: false)
      }
      lines.removeLast(3)
    }
    readPoints(lines)
  }

  private mutating func readPoints(_ lines: [Line]) {
    guard lines.contains(where: { NamedPoint($0.text) != nil }) else { return }
    for line in lines where line.text.utf8.count < 240 {
      if line.isBullet {
        let shape = HolderShape(labelled: line.text)
        guard let name = shape.name, name.looksLikePerson, !reading.agenda.isEmpty else { continue }
        addSpeaker(shape, line)
        continue
      }
      var point = AgendaPoint(kind: .discussion)
      if let named = NamedPoint(line.text) {
        point.title = named.title
        reading.agenda.append(Found(point, raw: line.text, line: line.number, isHeaded: false))
        addSpeaker(HolderShape(labelled: named.person), line)
      } else if line.text.utf8.count < 140, !reading.agenda.isEmpty {
        point.title = line.text.trimmedMarks
        reading.agenda.append(Found(point, raw: line.text, line: line.number, isHeaded: false))
      }
    }
    for index in reading.agenda.indices {
      reading.agenda[index].value.kind = .of(title: reading.agenda[index].value.title ?? "")
    }
    loose = loose.filter { $0.text.utf8.count >= 240 }
  }

  private mutating func addSpeaker(_ shape: HolderShape, _ line: Line) {
    book.take(shape, as: .speaker, raw: line.text, line: line.number, isHeaded: false)
    guard let name = shape.name,
      let holder = book.holders.last(where: { $0.value.name?.personKey == name.personKey })
    else { return }
    reading.agenda[reading.agenda.count - 1].value.people.append(holder.value)
  }

  /// Names with what they are, between the organisers and the moderator.
  private mutating func readSpeakersByPlace() {
    guard !book.has(.speaker), let before = looseBeforeFirstLabel else { return }
    let named = before.filter { line in
      guard line.isShort, !line.isBullet || true, line.text.utf8.contains(0x2C) else {
        return false
      }
      let parts = line.text.commaParts
      return parts.count >= 2 && parts[0].looksLikePerson
    }
    guard named.count >= 2 else { return }
    for line in named {
      book.take(
        HolderShape(labelled: line.text), as: .speaker, raw: line.text, line: line.number,
        isHeaded: false)
    }
  }

  /// A list of questions whose heading is lost: behind the format, before the goals.
  private mutating func readQuestionsByPlace() {
    guard questions.isEmpty, reading.kind == .proposal, let formatLine else { return }
    let behind = (looseAfterLabels + loose).filter { $0.number > formatLine }
      .sorted { $0.number < $1.number }
    for line in behind {
      let marks = QuestionList.numbered(line.text).count
      let isOne =
        if let mark = ListMark(line.text), case .number = mark.kind { true } else { false }
      guard line.text.utf8.contains(0x3F), marks > 1 || (isOne && line.text.utf8.count < 700) else {
        guard questions.isEmpty else { break }
        continue
      }
      questions.add(line)
    }
    loose.removeAll { line in line.text.utf8.contains(0x3F) && ListMark(line.text) != nil }
  }
}

extension Heading {
  init(section: PageSection?) {
    self.section = section ?? .other
    rest = ""
  }
}

extension Line {
  /// Whether it is a sentence or a point of a list.
  var isProse: Bool { isBullet || text.utf8.count > 60 && text.last == "." }

  /// Whether it is no sentence: short, and without a stop at its end.
  var isShort: Bool {
    text.utf8.count < 170 && !".?!:".contains(text.last ?? ".") && !isHeading
  }
}

extension HolderShape {
  /// An organisation, or somebody of one.
  init(organisation text: String) {
    let shape = HolderShape(labelled: text)
    if let name = shape.name, name.looksLikePerson {
      self = shape
    } else {
      self = HolderShape(labelled: "")
      name = text.trimmedMarks
    }
  }
}

/// `Welcoming remarks: Jo Doe, Director`.
struct NamedPoint {
  var title: String
  var person: String

  init?(_ text: String) {
    guard text.utf8.count < 260, let colon = text.lastIndex(of: ":") else { return nil }
    let title = text[..<colon].squeezed
    let person = text[text.index(after: colon)...].squeezed
    let name = person.commaParts.first ?? ""
    guard title.utf8.count >= 3, HolderShape(labelled: name).name?.looksLikePerson ?? false,
      Heading(text) == nil
    else { return nil }
    self.title = title
    self.person = person
  }
}

/// `Mr,Francois,GREY,Academia,University of Geneva`: a form's fields on one line.
private struct Proposer {
  var text: String

  init?(_ line: String) {
    let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(\.squeezed)
    guard parts.count >= 4, parts.count <= 6, Names.titles.contains(parts[0].wordKey),
      !line.contains(", "), parts[1].looksLikeName, parts[2].looksLikeName
    else { return nil }
    text = ([parts[1] + " " + parts[2]] + parts[3...]).joined(separator: ", ")
  }
}

extension DatesInLine {
  /// Whether a line says when something is, and hardly anything else.
  var isMostlyDates: Bool {
    let others = tokens.compactMap(\.word).filter { word in
      Self.months[word] == nil && Self.zones[word] == nil && !Self.plain.contains(word)
    }
    return others.count <= 2
  }

  private static let plain: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "th", "st", "nd", "rd", "h", "am", "pm", "a", "p", "m", "to",
    "from", "until", "at", "day", "time", "date", "local", "hrs", "hours", "and", "of",
  ]
}

extension String {
  /// The year behind `IGF`.
  var forumYear: Int? {
    let words = tokens(limit: 40)
    for index in words.indices.dropLast() where words[index].word == "igf" {
      if let year = words[index + 1].number, (2006...2100).contains(year) { return year }
    }
    return nil
  }

  /// Whether it could name a room: a few words, no sentence.
  var looksLikeRoom: Bool {
    guard utf8.count < 60, let last, !".?!:,".contains(last), !contains(":"),
      NumberedHolder(self) == nil
    else { return false }
    let key = " " + wordKey + " "
    return Self.roomWords.contains { key.contains(" \($0) ") }
      || (split(separator: " ").count <= 4
        && split(separator: " ").allSatisfy { word in
          word.first.map { $0.isUppercase || $0.isNumber } ?? false
        } && !looksLikeOrganisation && !FormatShape.isKind(self) && split(separator: " ").count <= 3
        && contains(where: \.isNumber))
  }

  private static let roomWords = [
    "room", "hall", "ballroom", "salle", "auditorium", "theatre", "theater", "saal", "sala",
    "plenary", "studio", "annex", "conference room", "workshop room", "main hall", "raum", "stage",
    "pavilion", "estrel", "convention hall", "press room", "tent", "floor", "building",
  ]
}

extension Segment.Kind {
  /// What a point's title says it is for.
  static func of(title: String) -> Self {
    let words = Set(title.wordKey.split(separator: " ").map(String.init))
    func has(_ list: String...) -> Bool { list.contains { words.contains($0) } }
    if has("lunch", "coffee", "tea", "recess", "intermission", "dinner", "pausa", "pause")
      || (has("break") && !has("out", "ice") && words.count <= 8)
    {
      return .pause
    }
    if has("opening", "welcome", "welcoming") { return .opening }
    if has("closing", "close", "adjournment", "wrap") { return .closing }
    if has("breakout", "breakouts") || (has("break") && has("out")) { return .breakout }
    if has("poll", "survey", "mentimeter") { return .poll }
    if has("open") && has("floor", "discussion", "debate") || title.wordKey.contains("q a") {
      return .openFloor
    }
    if has("framing", "introductory", "keynote", "keynotes", "presentations", "introduction") {
      return .framing
    }
    return .discussion
  }
}
